"""Earlier versions can be read, and every mistake in a transition is told with its place and what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaire.checking.check import check
from questionnaire.errors import ContentError, NotFoundError
from questionnaire.loading.loader import questionnaire
from questionnaire.versions.history import content_of, transitions, transitions_from
from tests.questionnaire.versions.next_version import (
    ADDED,
    JOINED,
    MERGED,
    NEW,
    NEW_NAME,
    OLD,
    PARTS,
    RETIRED,
    SAME_ID,
    SPLIT,
    Document,
    transition_file,
    write_next_version,
)

KEPT = "spoedroute-bij-gevaar"
FILE = f"overgangen/{OLD}/overgang.yaml"


def test_the_product_has_a_right_history() -> None:
    assert isinstance(transitions(), tuple)
    assert content_of(OLD) is questionnaire()
    assert transitions_from(OLD) == ()


def test_a_version_that_is_not_here_is_told_with_what_to_do() -> None:
    for ask in (content_of, transitions_from):
        with pytest.raises(NotFoundError, match=r"heeft versie 1999\.1 van de vragenlijst niet"):
            ask("1999.1")


def test_both_versions_and_the_way_between_them_are_found(tmp_path: Path) -> None:
    folder = write_next_version(tmp_path / "inhoud")
    assert check(folder).version == NEW
    assert [found.new_version for found in transitions(folder)] == [NEW]
    assert transitions_from(OLD, folder) == transitions(folder)
    assert transitions_from(NEW, folder) == ()
    assert content_of(OLD, folder).norms == questionnaire().norms
    assert JOINED in content_of(NEW, folder).norm_by_id


def leave_out(name: str) -> Callable[[Document], None]:
    return lambda document: document.pop(name)


def change(name: str, **fields: object) -> Callable[[Document], None]:
    return lambda document: document[name][0].update(fields)


def add(name: str, **fields: object) -> Callable[[Document], None]:
    return lambda document: document[name].append({"toelichting": "x"} | fields)


MISTAKES: list[tuple[Callable[[Document], None], str]] = [
    (leave_out("toelichting"), "toelichting: ontbreekt; vul dit veld in"),
    (change("verwoord", tekst="x"), "verwoord > nr 1 > tekst: onbekend veld"),
    (change("gesplitst", wordt=PARTS[:1]), "gesplitst > nr 1 > wordt: heeft te weinig regels"),
    (change("samengevoegd", normen=MERGED[:1]), "samengevoegd > nr 1 > normen: heeft te weinig regels"),
    (leave_out("vervallen"), f"{RETIRED}: staat niet meer in versie {NEW}; zet de norm bij"),
    (leave_out("nieuw"), f"{ADDED}: is nieuw in versie {NEW}; zeg waar"),
    (leave_out("gesplitst"), f"{PARTS[0]}: is nieuw in versie {NEW}"),
    (leave_out("verwoord"), f"{SAME_ID}: heeft een ander veld (norm); zet de norm bij verwoord"),
    (change("nieuw", norm="bestaat-niet"), "nieuw > nr 1 > norm: 'bestaat-niet' staat niet in versie 2099.1"),
    (change("vervallen", norm="bestaat-niet"), "vervallen > nr 1 > norm: 'bestaat-niet' staat niet in versie"),
    (change("vervallen", titel="Anders"), f"vervallen > nr 1 ({RETIRED}) > titel: is niet de laatste tekst"),
    (change("vervallen", tekst="Anders."), f"vervallen > nr 1 ({RETIRED}) > tekst: is niet de laatste tekst"),
    (add("verwoord", norm=SPLIT, wordt=JOINED), f"{SPLIT}: wordt 2 keer genoemd"),
    (add("verwoord", norm=SPLIT, wordt=JOINED), f"{JOINED}: wordt 2 keer als nieuw genoemd"),
    (add("verwoord", norm=RETIRED), f"{RETIRED}: staat niet in versie {NEW}; schrijf bij 'wordt'"),
    (change("gesplitst", wordt=[PARTS[0], SAME_ID]), f"'{SAME_ID}' was in versie {OLD} een andere norm"),
    (
        change("gesplitst", norm=KEPT),
        f"'{KEPT}' staat ook in versie {NEW}; geef de nieuwe norm een eigen id",
    ),
    (
        lambda document: document.update(van="2000.1"),
        f"van: '2000.1' is niet de naam van de map; schrijf '{OLD}'",
    ),
    (lambda document: document.update(naar="2098.1"), f"naar: leidt niet naar versie {NEW}"),
]


@pytest.mark.parametrize(("break_it", "told"), MISTAKES, ids=[told[:40] for _, told in MISTAKES])
def test_a_mistake_in_a_transition_is_told_with_its_place(
    break_it: Callable[[Document], None], told: str, tmp_path: Path
) -> None:
    document = transition_file()
    break_it(document)
    folder = write_next_version(tmp_path / "inhoud", document)
    with pytest.raises(ContentError) as refused:
        transitions(folder)
    lines = str(refused.value).splitlines()
    assert any(line.startswith(f"{FILE} > ") and told in line for line in lines), lines


def test_all_mistakes_are_told_at_once_and_by_the_check_of_an_editor(tmp_path: Path) -> None:
    document = transition_file()
    document["vervallen"][0]["titel"] = "Anders"
    del document["nieuw"]
    folder = write_next_version(tmp_path / "inhoud", document)
    with pytest.raises(ContentError) as refused:
        check(folder)
    assert len(str(refused.value).splitlines()) == 2


@pytest.mark.parametrize("name", ["verwoord", "gesplitst", "samengevoegd", "nieuw", "vervallen"])
def test_the_schema_asks_an_explanation_for_every_change(name: str, tmp_path: Path) -> None:
    document = transition_file()
    del document[name][0]["toelichting"]
    folder = write_next_version(tmp_path / "inhoud", document)
    with pytest.raises(ContentError, match=f"{name} > nr 1 > toelichting: ontbreekt"):
        transitions(folder)


def test_a_chain_leads_over_every_version(tmp_path: Path) -> None:
    folder = write_next_version(tmp_path / "inhoud")
    later = folder / "overgangen" / NEW
    (later / "inhoud").mkdir(parents=True)
    for path in [entry for entry in folder.iterdir() if entry.name not in ("overgangen", "schema")]:
        target = later / "inhoud" / path.name
        if path.is_dir():
            target.mkdir()
            for file in path.iterdir():
                (target / file.name).write_bytes(file.read_bytes())
        else:
            target.write_bytes(path.read_bytes())
    head = folder / "vragenlijst.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace(NEW, "2100.1"), encoding="utf-8")
    step = f"van: '{NEW}'\nnaar: '2100.1'\ntoelichting: Verder niets.\n"
    (later / "overgang.yaml").write_text(step, encoding="utf-8")
    assert [found.new_version for found in transitions(folder)] == [NEW, "2100.1"]
    assert [found.new_version for found in transitions_from(NEW, folder)] == ["2100.1"]
    assert NEW_NAME in content_of(NEW, folder).norm_by_id
