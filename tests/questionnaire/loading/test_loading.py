"""Loading: small content becomes a questionnaire, and every mistake is told with place and remedy."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from questionnaire.checking.check import check
from questionnaire.errors import ContentError
from questionnaire.loading.loader import load, questionnaire
from questionnaire.model.assessment import Depth, Level
from tests.questionnaire.loading.small_content import Files, small_files, small_norm, write_files

STEP = "onderdelen/stap-1.yaml"
THEME = "onderdelen/thema-gegevens.yaml"
Break = Callable[[Files], object]


def mistakes(folder: Path, files: Files) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load(write_files(folder, files))
    return str(caught.value).splitlines()


def norm(files: Files, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = files[STEP]["normen"][number - 1]
    return found


def change(number: int = 1, **fields: object) -> Break:
    return lambda files: norm(files, number).update(fields)


def drop(file: str, key: str) -> Break:
    return lambda files: files[file].pop(key)


def put(file: str, key: str, value: object) -> Break:
    return lambda files: files[file].update({key: value})


def explainer(files: Files, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = files["uitleg.yaml"]["uitleg"][number - 1]
    return found


def explain(number: int = 1, **fields: object) -> Break:
    return lambda files: explainer(files, number).update(fields)


def compare(**fields: object) -> Break:
    return lambda files: explainer(files, 2)["vergelijking"].update(fields)


def add(file: str, key: str, value: object) -> Break:
    return lambda files: files[file][key].append(value)


def test_small_content_becomes_a_questionnaire(tmp_path: Path) -> None:
    content = load(write_files(tmp_path, small_files()))
    assert [section.id for section in content.steps] == ["stap-1"]
    assert [section.id for section in content.themes] == ["thema-gegevens"]
    assert [norm.code for norm in content.norms] == ["1.01", "1.02", "1.03", "1.04", "G.01"]
    assert content.scale_by_level[Level.UNKNOWN].label == "weet-ik-niet"
    assert content.law.as_of.isoformat() == "2026-02-18"
    assert [gap.title for gap in content.sections[0].missing] == ["Taak 5"]


def test_an_explainer_has_statements_or_a_comparison(tmp_path: Path) -> None:
    points, table = load(write_files(tmp_path, small_files())).explainers
    assert [(point.text, point.sources) for point in points.points] == [("Dit mag.", ("UITLEG",))]
    assert points.comparison is None
    assert table.points == ()
    assert table.comparison is not None
    assert table.comparison.columns == ("Links", "Rechts")
    assert [(row.question, row.answers) for row in table.comparison.rows] == [
        ("Waarvoor?", ("Hiervoor.", "Daarvoor."))
    ]
    assert table.norms == ("norm-1", "norm-9")


def test_core_content_keeps_codes_and_ids(tmp_path: Path) -> None:
    content = load(write_files(tmp_path, small_files()))
    assert len(content.norms) == 5  # cached before `core` is asked
    assert [norm.code for norm in content.at(Depth.CORE).norms] == ["1.01", "1.02", "1.03", "1.04"]
    assert content.at(Depth.FULL) is content


def test_the_content_of_the_product_is_read_once() -> None:
    assert questionnaire() is questionnaire()


SHAPE: list[tuple[Break, str]] = [
    (lambda files: norm(files).pop("bronnen"), "stap-1.yaml > normen > nr 1 (norm-1) > bronnen: ontbreekt; vul"),
    (lambda files: norm(files)["waarom"].pop("inwoner"), "nr 1 (norm-1) > waarom > inwoner: ontbreekt; vul"),
    (change(titl="x"), "nr 1 (norm-1) > titl: onbekend veld; bedoelt u 'titel'?"),
    (change(code="1.01"), "nr 1 (norm-1) > code: onbekend veld;"),
    (change(zzzz="x"), "nr 1 (norm-1) > zzzz: onbekend veld; haal het weg"),
    (change(norm=""), "nr 1 (norm-1) > norm: is leeg; vul dit veld in"),
    (change(let_op=""), "nr 1 (norm-1) > let_op: is leeg; vul dit veld in"),
    (change(norm=None), "nr 1 (norm-1) > norm: is leeg; vul tekst in"),
    (change(artikel=2.1), "nr 1 (norm-1) > artikel: moet tekst zijn; zet de waarde tussen aanhalingstekens"),
    (change(gewicht="3"), "nr 1 (norm-1) > gewicht: moet een heel getal zijn"),
    (change(gewicht=4), "nr 1 (norm-1) > gewicht: 4 is te hoog; kies hoogstens 3"),
    (change(streefniveau=0), "nr 1 (norm-1) > streefniveau: 0 is te laag; kies minstens 1"),
    (change(status="wet"), "nr 1 (norm-1) > status: 'wet' is geen keuze; kies uit: geldend, praktijk, wams"),
    (change(diepte="half"), "nr 1 (norm-1) > diepte: 'half' is geen keuze; kies uit: kern, volledig"),
    (change(id="Norm 1"), "nr 1 (Norm 1) > id: 'Norm 1' heeft niet de goede vorm;"),
    (change(id="a" * 46), "> id: is te lang: 46 tekens; gebruik er hoogstens 45"),
    (change(titel="a" * 61), "nr 1 (norm-1) > titel: is te lang: 61 tekens; gebruik er hoogstens 60"),
    (change(bronnen=[]), "nr 1 (norm-1) > bronnen: heeft te weinig regels; geef er minstens 1"),
    (change(herkomst=[]), "nr 1 (norm-1) > herkomst: heeft te weinig regels; geef er minstens 1"),
    (change(te_zien_aan="x"), "nr 1 (norm-1) > te_zien_aan: moet een lijst (regels met een streepje) zijn"),
    (change(waarom="x"), "nr 1 (norm-1) > waarom: moet een groep velden (naam: waarde) zijn"),
    (drop(STEP, "inleiding"), "stap-1.yaml > inleiding: ontbreekt; vul dit veld in"),
    (put(STEP, "nummer", "1"), "stap-1.yaml > nummer: moet een heel getal zijn"),
    (
        lambda files: files[STEP]["ontbreekt"][0].pop("herkomst"),
        "stap-1.yaml > ontbreekt > nr 1 > herkomst: ontbreekt",
    ),
    (drop("vragenlijst.yaml", "basis"), "vragenlijst.yaml > basis: ontbreekt; vul dit veld in"),
    (
        put("vragenlijst.yaml", "datum", "morgen"),
        "vragenlijst.yaml > datum: 'morgen' is geen datum; schrijf jjjj-mm-dd",
    ),
    (put("bronnen.yaml", "bronnen", None), "bronnen.yaml > bronnen: is leeg; vul een lijst"),
    (
        lambda files: files["bronnen.yaml"]["bronnen"][0].update(gelezen="D"),
        "nr 1 (SEED1) > gelezen: 'D' is geen keuze",
    ),
    (
        lambda files: files["bronnen.yaml"]["bronnen"][0].update(url="ftp:x"),
        "nr 1 (SEED1) > url: 'ftp:x' heeft niet de",
    ),
    (
        lambda files: files["rollen.yaml"]["rollen"][0].pop("naam"),
        "rollen > nr 1 (beleidsmedewerker) > naam: ontbreekt",
    ),
    (
        lambda files: files["partners.yaml"]["partners"][0].pop("uitleg"),
        "partners.yaml > partners > nr 1 > uitleg: ontb",
    ),
    (
        lambda files: files["begrippen.yaml"]["begrippen"][0].pop("uitleg"),
        "begrippen > nr 1 (norm) > uitleg: ontbreekt",
    ),
    (
        lambda files: files["wetstatus.yaml"]["tijdlijn"][0].pop("wat"),
        "wetstatus.yaml > tijdlijn > nr 1 > wat: ontbreekt",
    ),
    (drop("uitleg.yaml", "uitleg"), "uitleg.yaml > uitleg: ontbreekt; vul dit veld in"),
    (lambda files: explainer(files).pop("titel"), "uitleg.yaml > uitleg > nr 1 (punten) > titel: ontbreekt; vul"),
    (lambda files: explainer(files).pop("normen"), "uitleg > nr 1 (punten) > normen: ontbreekt; vul dit veld in"),
    (explain(normen=[]), "uitleg > nr 1 (punten) > normen: heeft te weinig regels; geef er minstens 1"),
    (explain(punt=["x"]), "uitleg > nr 1 (punten) > punt: onbekend veld; bedoelt u 'punten'?"),
    (explain(punten=[{"tekst": "x"}]), "uitleg > nr 1 (punten) > punten > nr 1 > bronnen: ontbreekt; vul"),
    (
        explain(punten=[{"tekst": "x", "bronnen": []}]),
        "uitleg > nr 1 (punten) > punten > nr 1 > bronnen: heeft te weinig regels",
    ),
    (explain(punten="x"), "uitleg > nr 1 (punten) > punten: moet een lijst (regels met een streepje) zijn"),
    (
        lambda files: explainer(files, 2)["vergelijking"].pop("bronnen"),
        "uitleg > nr 2 (tabel) > vergelijking > bronnen: ontbreekt; vul",
    ),
    (
        compare(rijen=[{"vraag": "", "antwoorden": ["x", "y"]}]),
        "uitleg > nr 2 (tabel) > vergelijking > rijen > nr 1 > vraag: is leeg; vul dit veld in",
    ),
    (drop("herkomst.yaml", "herkomst"), "herkomst.yaml > herkomst: ontbreekt"),
    (lambda files: files.update({"rollen.yaml": "- x"}), "rollen.yaml: moet een groep velden (naam: waarde) zijn"),
]

RULES: list[tuple[Break, str]] = [
    (change(2, id="norm-1"), "nr 2 (norm-1) > id: staat ook in stap-1.yaml, nr 1; geef deze norm een eigen id"),
    (change(2, titel="Titel van norm-1"), "nr 2 (norm-2) > titel: staat ook in stap-1.yaml, nr 1"),
    (change(2, borgen="De beleidsmedewerker kijkt elk jaar naar norm-1."), "nr 2 (norm-2) > borgen: staat ook in"),
    (
        change(2, eerste_stap="De beleidsmedewerker begint met norm-1."),
        "nr 2 (norm-2) > eerste_stap: staat ook in",
    ),
    (
        lambda files: files[THEME]["normen"][0].update(id="norm-1"),
        "thema-gegevens.yaml > normen > nr 1 (norm-1) > id: st",
    ),
    (change(bronnen=["SEED1", "XYZ"]), "nr 1 (norm-1) > bronnen: 'XYZ' staat niet in bronnen.yaml"),
    (change(rol="burgemeester"), "nr 1 (norm-1) > rol: 'burgemeester' staat niet in rollen.yaml"),
    (change(herkomst=["S5-99"]), "nr 1 (norm-1) > herkomst: 'S5-99' staat niet in herkomst.yaml"),
    (change(gewicht=2), "nr 1 (norm-1) > gewicht: 2 klopt niet; de regel"),
    (change(status="praktijk"), "nr 1 (norm-1) > gewicht: 3 klopt niet"),
    (change(bronnen=["WET"]), "nr 1 (norm-1) > bronnen: een kernnorm steunt op SEED1"),
    (change(streefniveau=4), "nr 1 (norm-1) > streefniveau_reden: ontbreekt; leg uit"),
    (change(streefniveau_reden="x"), "nr 1 (norm-1) > streefniveau_reden: hoort niet bij niveau 3"),
    (
        change(herkomst=["S1-01", "S1-02"]),
        "nr 1 (norm-1) > herkomst_toelichting: ontbreekt; schrijf op wat is sam",
    ),
    (change(herkomst=["S1-02"]), "herkomst.yaml > herkomst > S1-01: komt in geen norm terug"),
    (change(herkomst=["S1-02"]), "nr 2 (norm-2) > herkomst_toelichting: ontbreekt; schrijf op wat is gesplitst"),
    (change(diepte="volledig", gewicht=2), "stap-1.yaml > normen: 3 kernnormen; geef een stap er minstens 4"),
    (put(STEP, "id", "stap-2"), "stap-1.yaml > id: 'stap-2' is niet de naam van het bestand"),
    (put(STEP, "nummer", 2), "stap-1.yaml > nummer: moet 1 zijn"),
    (put(THEME, "nummer", 1), "thema-gegevens.yaml > nummer: hoort alleen bij een stap"),
    (put("schaal.yaml", "bronnen", ["NIX"]), "schaal.yaml > bronnen: 'NIX' staat niet in bronnen.yaml"),
    (put("wetstatus.yaml", "bronnen", ["NIX"]), "wetstatus.yaml > bronnen: 'NIX' staat niet in bronnen.yaml"),
    (
        put("wetstatus.yaml", "voorstel", [{"tekst": "x", "bronnen": ["NIX"]}]),
        "wetstatus.yaml > voorstel > nr 1 > bronn",
    ),
    (
        put("vragenlijst.yaml", "basisbronnen", ["SEED1", "NIX"]),
        "vragenlijst.yaml > basisbronnen: 'NIX' staat niet",
    ),
    (
        lambda files: files["wetstatus.yaml"]["tijdlijn"][0].update(bronnen=["NIX"]),
        "tijdlijn > 2026 > bronnen: 'NIX'",
    ),
    (
        lambda files: files["begrippen.yaml"]["begrippen"][0].update(bronnen=["NIX"]),
        "begrippen > norm > bronnen: 'NIX'",
    ),
    (
        lambda files: files["partners.yaml"]["partners"][0].update(bronnen=["NIX"]),
        "partners > Politie > bronnen: 'NIX'",
    ),
    (
        explain(punten=[{"tekst": "x", "bronnen": ["UITLEG", "NIX"]}]),
        "uitleg.yaml > uitleg > punten > punten > nr 1 > bronnen: 'NIX' staat niet in bronnen.yaml",
    ),
    (
        compare(bronnen=["NIX"]),
        "uitleg.yaml > uitleg > tabel > vergelijking > bronnen: 'NIX' staat niet in bronnen",
    ),
    (compare(bronnen=["UITLEG"]), "bronnen.yaml > bronnen > TABEL: wordt nergens gebruikt"),
    (
        explain(punten=[{"tekst": "x", "bronnen": ["WET"]}]),
        "bronnen.yaml > bronnen > UITLEG: wordt nergens gebruikt",
    ),
    (
        explain(normen=["norm-1", "norm-77"]),
        "uitleg.yaml > uitleg > punten > normen: 'norm-77' is geen norm; verbeter",
    ),
    (
        lambda files: explainer(files).pop("punten"),
        "uitleg.yaml > uitleg > punten: heeft geen punten en geen vergelijking; vul",
    ),
    (
        compare(kolommen=["Links", "Midden", "Rechts"]),
        "tabel > vergelijking > rijen > nr 1 > antwoorden: aantal is 2, bij 3 kolommen; geef voor elke kolom",
    ),
    (explain(2, id="punten"), "uitleg.yaml > uitleg > punten: staat er 2 keer"),
    (
        lambda files: files[STEP]["ontbreekt"][0].update(bronnen=["NIX"]),
        "ontbreekt > nr 1 > bronnen: 'NIX' staat niet",
    ),
    (put("schaal.yaml", "bronnen", ["WET"]), "bronnen.yaml > bronnen > SCHAAL: wordt nergens gebruikt"),
    (
        lambda files: files["schaal.yaml"]["niveaus"].reverse(),
        "schaal.yaml > niveaus: niet volledig of in een andere vol",
    ),
    (
        lambda files: files["adviezen.yaml"]["adviezen"].reverse(),
        "adviezen.yaml > adviezen: niet volledig of in een",
    ),
    (
        lambda files: files["statussen.yaml"]["statussen"].reverse(),
        "statussen.yaml > statussen: niet volledig of in een",
    ),
    *(
        (
            lambda files, name=name: files["plan.yaml"][name].reverse(),
            f"plan.yaml > {name}: niet volledig of in een andere",
        )
        for name in ("omvang", "zekerheid", "actiestatussen", "controles")
    ),
    (
        add("rollen.yaml", "rollen", {"id": "beleidsmedewerker", "naam": "x"}),
        "rollen > beleidsmedewerker: staat er 2 keer",
    ),
    (
        add("begrippen.yaml", "begrippen", {"id": "norm", "begrip": "x", "uitleg": "x"}),
        "begrippen > norm: staat er 2",
    ),
    (add("partners.yaml", "partners", {"naam": "Politie", "uitleg": "x"}), "partners > Politie: staat er 2 keer"),
    (
        lambda files: files["herkomst.yaml"]["herkomst"].append("S1-01"),
        "herkomst.yaml > herkomst > S1-01: staat er 2",
    ),
    (
        lambda files: files["vragenlijst.yaml"]["onderdelen"].append("stap-1"),
        "onderdelen > stap-1: staat er 2 keer",
    ),
]

FILES: list[tuple[Break, str]] = [
    (change(gewicht=3.0), "nr 1 (norm-1) > gewicht: deze waarde kan niet; lees de uitleg in het schema"),
    (lambda files: files.pop("uitleg.yaml"), "uitleg.yaml: het bestand ontbreekt;"),
    (lambda files: files.pop("rollen.yaml"), "rollen.yaml: het bestand ontbreekt;"),
    (lambda files: files.pop(STEP), "stap-1.yaml: het bestand ontbreekt;"),
    (lambda files: files.update({"rollen.yaml": ""}), "rollen.yaml: het bestand is leeg;"),
    (
        lambda files: files.update({STEP: "id: a\nid: b\n"}),
        "stap-1.yaml: regel 2: de sleutel 'id' staat er twee keer",
    ),
    (
        lambda files: files.update({STEP: "id: stap-1\nnormen: [\n"}),
        "stap-1.yaml: regel 3: dit is geen geldige YAML;",
    ),
    (lambda files: files.update({STEP: "titel: a: b\n"}), "stap-1.yaml: regel 1: dit is geen geldige YAML;"),
    (
        lambda files: files.update({STEP: "x: !!python/object:os.system {}\n"}),
        "stap-1.yaml: regel 1: dit is geen geldige",
    ),
    (lambda files: files.update({STEP: "titel: \x07\n"}), "stap-1.yaml: het bestand bevat een onleesbaar teken"),
    (lambda files: files.update({STEP: "? [a, b]\n: c\n"}), "stap-1.yaml: regel 1:"),
]


@pytest.mark.parametrize(("break_it", "line"), SHAPE + RULES + FILES)
def test_a_mistake_is_told_with_its_place_and_what_to_do(break_it: Break, line: str, tmp_path: Path) -> None:
    files = small_files()
    break_it(files)
    found = mistakes(tmp_path, files)
    assert any(line in told for told in found), found


@pytest.mark.parametrize(("break_it", "line"), SHAPE)
def test_one_mistake_in_the_shape_is_told_once_and_alone(break_it: Break, line: str, tmp_path: Path) -> None:
    files = small_files()
    break_it(files)
    assert len(mistakes(tmp_path, files)) == 1, line


def test_all_mistakes_in_all_files_are_told_at_once(tmp_path: Path) -> None:
    files = small_files()
    norm(files, 1).pop("bronnen")
    norm(files, 2)["rol"] = "burgemeester"
    files[THEME]["normen"][0]["gewicht"] = 2
    files["rollen.yaml"]["rollen"].append({"id": "jurist"})
    del files["partners.yaml"]
    files["begrippen.yaml"] = "a: b: c"
    found = mistakes(tmp_path, files)
    places = ["stap-1.yaml > normen > nr 1", "thema-gegevens.yaml > normen > nr 1", "rollen.yaml > rollen > nr 2"]
    for place in [*places, "partners.yaml:", "begrippen.yaml: regel 1"]:
        assert any(line.startswith(place) for line in found), (place, found)


def test_a_file_that_cannot_be_used_causes_no_further_complaints(tmp_path: Path) -> None:
    files = small_files()
    files["bronnen.yaml"] = ""
    assert mistakes(tmp_path, files) == ["bronnen.yaml: het bestand is leeg; vul het of zet het terug"]


def test_a_norm_that_cannot_be_read_is_no_mistake_of_its_explainer(tmp_path: Path) -> None:
    files = small_files()
    norm(files, 1).pop("bronnen")
    assert mistakes(tmp_path, files) == [
        "stap-1.yaml > normen > nr 1 (norm-1) > bronnen: ontbreekt; vul dit veld in"
    ]


def test_more_than_forty_core_norms_are_refused(tmp_path: Path) -> None:
    files = small_files()
    extra = [small_norm(f"extra-{number}", "S1-04", herkomst_toelichting="Gesplitst.") for number in range(37)]
    norm(files, 4)["herkomst_toelichting"] = "Gesplitst."
    files[STEP]["normen"] += extra
    assert mistakes(tmp_path, files) == ["onderdelen: 41 kernnormen; houd er hoogstens 40 over"]


def test_two_themes_do_not_share_a_letter(tmp_path: Path) -> None:
    files = small_files()
    files["vragenlijst.yaml"]["onderdelen"].append("thema-geld")
    files["herkomst.yaml"]["herkomst"].append("XG-02")
    other = deepcopy(files[THEME]) | {"id": "thema-geld", "kort": "Geld"}
    other["normen"] = [small_norm("geld", "XG-02", status="wams", diepte="volledig", gewicht=1)]
    files["onderdelen/thema-geld.yaml"] = other
    assert mistakes(tmp_path, files) == [
        "thema-geld.yaml > kort: begint als een ander thema; kies een woord met een eigen letter"
    ]


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    folder = write_files(tmp_path, small_files())
    (folder / "rollen.yaml").write_bytes(b"rollen: \xff\xfe")
    with pytest.raises(
        ContentError, match=r"rollen\.yaml: het bestand kan niet worden gelezen; bewaar het als tekst"
    ):
        load(folder)


@pytest.mark.parametrize(("break_it", "line"), SHAPE)
def test_the_full_check_refuses_what_loading_refuses(break_it: Break, line: str, tmp_path: Path) -> None:
    files = small_files()
    break_it(files)
    with pytest.raises(ContentError) as caught:
        check(write_files(tmp_path, files))
    assert line in str(caught.value)


ONLY_THE_FULL_CHECK: list[tuple[Break, str]] = [
    (change(te_zien_aan=["Een."]), "nr 1 (norm-1) > te_zien_aan: heeft te weinig regels; geef er minstens 2"),
    (change(te_zien_aan=["Een."] * 5), "nr 1 (norm-1) > te_zien_aan: heeft te veel regels; geef er hoogstens 4"),
    (change(bronnen=["SEED1", "SEED1"]), "nr 1 (norm-1) > bronnen: hetzelfde staat er twee keer"),
    (explain(normen=["norm-1", "norm-1"]), "nr 1 (punten) > normen: hetzelfde staat er twee keer"),
    (explain(id="Punten"), "nr 1 (Punten) > id: 'Punten' heeft niet de goede vorm;"),
    (compare(kolommen=["Een", "Een"]), "vergelijking > kolommen: hetzelfde staat er twee keer; haal er een weg"),
    (drop(STEP, "volgorde"), "stap-1.yaml > volgorde: ontbreekt; vul dit veld in"),
    (put("vragenlijst.yaml", "versie", "nieuw"), "vragenlijst.yaml > versie: 'nieuw' heeft niet de goede vorm;"),
    (lambda files: files.update({"extra.yaml": "a: b"}), "extra.yaml: hoort niet in deze map"),
    (
        lambda files: files.update({"onderdelen/oud.yaml": files[THEME]}),
        "oud.yaml: staat niet in vragenlijst.yaml",
    ),
    (change(titel="Alle teams doen mee"), "1.01 (norm-1) > titel: ‘Alle’ maakt een eerlijk ja onmogelijk"),
    (
        change(norm="De gemeente meet dit. Zij leert ervan. Zij past het aan."),
        "1.01 (norm-1) > norm: meer dan 2 zinnen",
    ),
    (change(norm="De gemeente meet dit en ook dat."), "1.01 (norm-1) > norm: ‘en ook’ wijst op twee vragen"),
    (change(norm="Meet de gemeente dit?"), "1.01 (norm-1) > norm: ‘?’ wijst op twee vragen"),
    (
        change(herkomst_toelichting="S3-21 is gesplitst."),
        "1.01 (norm-1) > herkomst_toelichting: ‘S3-21’ zegt de lezer niets; schrijf in woorden",
    ),
    (change(titel="Een titel."), "1.01 (norm-1) > titel: eindigt met een punt"),
    (change(artikel="Wmo 2015 art. 2.3a.1"), "1.01 (norm-1) > artikel: komt uit het wetsvoorstel"),
    (change(let_op="De Wams geldt sinds vorig jaar."), "vertelt het wetsvoorstel als wet"),
]


@pytest.mark.parametrize(("break_it", "line"), ONLY_THE_FULL_CHECK)
def test_the_full_check_is_stricter_than_loading(break_it: Break, line: str, tmp_path: Path) -> None:
    files = small_files()
    break_it(files)
    folder = write_files(tmp_path, files)
    load(folder)
    with pytest.raises(ContentError) as caught:
        check(folder)
    assert line in str(caught.value)
