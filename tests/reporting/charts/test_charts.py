"""Native Word charts: the right values and words, the same in the workbook, valid for Word, legible when drawn."""

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import docx
import openpyxl  # type: ignore[import-untyped]
import pytest
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from questionnaire.model.assessment import Answer, Level
from questionnaire.scoring.percentages import whole_percentages
from questionnaire.scoring.score import Band, Score, SectionResult, score_section
from reporting.charts import (
    WORKBOOK_RELATIONSHIP,
    Chart,
    ChartKind,
    Series,
    chart_part,
    drawing_xml,
    level_chart,
    profile_chart,
    score_chart,
    theme_chart,
)
from reporting.charts.marks import LINE_SIGNS
from reporting.charts.model import DECIMAL
from tests.reporting.archive import changed
from tests.reporting.cases.builders import STEP_TITLES, THEME_TITLES, a_section, an_assessment
from tests.reporting.conftest import VALIDATOR

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ANSWER_BY_SIGN = {
    **{str(level.height): Answer(level=level) for level in Level if level.height is not None},
    "?": Answer(level=Level.UNKNOWN),
    "x": Answer(level=Level.NOT_APPLICABLE, reason="Doet de regio."),
    "-": Answer(),
}
HOSTILE_NAMES = (
    "=cmd()|' /C calc'!A0",
    "+1",
    "-2",
    "@x",
    '</c:v><c:v>ingevoegd & "zo"',
    "bel\x07 nul\x00 \ud83d regel\x0been",
    "lang " * 2000,
    "zonderspatie" * 800,
    "שלום 👩‍👩‍👧",
    "{{ 7*7 }}",
)


def section(answers: str, number: int | None = 1) -> SectionResult:
    """A step (or a theme) with a norm per sign: a level, "?" unknown, "x" not applicable, "-" not answered.

    Weights are 1, 2, 3, 1, 2, …; targets 3, 3, 3, 4, 3, ….
    """
    titles = THEME_TITLES[0] if number is None else STEP_TITLES[number - 1]
    content = a_section(number, "G", titles, len(answers))
    given_answers = {norm.id: ANSWER_BY_SIGN[sign] for norm, sign in zip(content.norms, answers, strict=True)}
    return score_section(content, an_assessment(given_answers))


def steps(*answers: str) -> list[SectionResult]:
    return [section(signs, number) for number, signs in enumerate(answers, start=1)]


def present(chart: Chart | None) -> Chart:
    assert chart is not None
    return chart


def values(chart: Chart) -> dict[str, tuple[float | None, ...]]:
    return {series.name: series.values for series in chart.series}


LINES = Chart(
    ChartKind.LINES,
    "Verwachte score per kwartaal",
    ("1e kwartaal 2027", "2e kwartaal 2027", "3e kwartaal 2027"),
    (Series("zeker behaald", (1.25, None, 2.75)), Series("mogelijk", (2.0, 2.5, 3.3))),
    "Lijndiagram met twee lijnen.",
    number_format=DECIMAL,
    axis_top=4,
)
FIVE_STEPS = steps("0123", "012-", "3334", "1", "44-?")
CHARTS = {
    "score": present(score_chart(FIVE_STEPS)),
    "profile": present(profile_chart(FIVE_STEPS)),
    "profile without open norms": present(profile_chart(steps("0123", "3334", "222"))),
    "themes": present(theme_chart([section("01-4", None)])),
    "levels": present(level_chart(section("0123-x?4" * 3 + "0123", 3))),
    "one level": present(level_chart(section("2"))),
    "lines": LINES,
    "five lines": Chart(
        ChartKind.LINES,
        "Score per stap in twee rondes",
        ("ronde 1", "ronde 2"),
        tuple(Series(f"Stap {step}", (10.0 * step, 15.0 * step)) for step in range(1, 6)),
        "Lijndiagram met 5 lijnen.",
        axis_top=100,
    ),
    "hostile names": Chart(
        ChartKind.LINES,
        HOSTILE_NAMES[4],
        HOSTILE_NAMES,
        tuple(
            Series(name, tuple(place + row / 7 for row in range(len(HOSTILE_NAMES))))
            for place, name in enumerate(HOSTILE_NAMES * 3)
        ),
        HOSTILE_NAMES[5] + HOSTILE_NAMES[4],
    ),
}
every_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())


def document_with(*charts: Chart) -> bytes:
    """A .docx with these charts, put together as an outsider would."""
    document = docx.Document()
    for number, chart in enumerate(charts, start=1):
        made, package = chart_part(chart), document.part.package
        name = f"/word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx"
        workbook = Part(PackURI(name), CONTENT_TYPE.SML_SHEET, made.workbook, package)
        part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, made.xml, package)
        assert part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE) == WORKBOOK_RELATIONSHIP
        link = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        drawing = drawing_xml(link, 100 + number, chart, 5_940_000, chart.height_emu)
        document.add_paragraph().add_run()._r.append(parse_xml(drawing))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def xml_of(chart: Chart) -> etree._Element:
    return etree.fromstring(chart_part(chart).xml)


def sheet_of(chart: Chart) -> Any:
    book = openpyxl.load_workbook(io.BytesIO(chart_part(chart).workbook))
    assert book.sheetnames == ["Blad1"]
    return book["Blad1"]


def references(chart: Chart) -> Iterator[tuple[str, list[str | None]]]:
    """Every reference to the workbook with the values last seen; None where there is none."""
    for reference in xml_of(chart).iter(f"{C}strRef", f"{C}numRef"):
        cache = reference[1]
        count = cache.find(f"{C}ptCount")
        assert count is not None
        seen: list[str | None] = [None] * int(count.get("val", ""))
        for point in cache.iter(f"{C}pt"):
            seen[int(point.get("idx", ""))] = point[0].text
        yield str(reference[0].text), seen


# What is shown


def test_shares_are_the_whole_percentages_of_the_report() -> None:
    # 0123: 41 of 84 points; 012-: 32 reached and 12 open of 84: "tussen 38% en 53%".
    chart = present(score_chart(steps("0123", "012-", "44")))
    assert chart.categories == (
        "Stap 1 · Herkennen",
        "Stap 2 · Onderzoeken",
        "Stap 3 · Coördineren (te weinig normen)",
    )
    assert values(chart) == {
        "behaald": (49, 38, None),
        "ontbreekt": (51, 47, None),
        "nog open": (0, 15, None),
    }


@given(st.builds(Score, *[st.integers(0, 1008)] * 3).filter(lambda score: score.total > 0))
@settings(derandomize=True, deadline=None)
def test_shares_add_up_and_never_hide_or_invent_a_part(score: Score) -> None:
    parts = whole_percentages(score)
    assert sum(parts) == 100
    points = (score.reached, score.missing, score.open)
    assert [part > 0 for part in parts] == [point > 0 for point in points]
    assert all(
        abs(part - Fraction(100 * point, score.total)) < 3 for part, point in zip(parts, points, strict=True)
    )
    text = Band(score.low, score.high).text
    if "minder dan" not in text and "meer dan" not in text:
        low, high = parts[0], parts[0] + parts[2]
        assert text == (f"tussen {low}% en {high}%" if score.open else f"{low}%")


def test_the_profile_shows_what_is_certain_and_what_is_possible() -> None:
    chart = present(profile_chart(steps("0123", "012-", "44", "3334")))
    assert values(chart) == {
        "zeker behaald": (49, 38, None, 100),
        "mogelijk, als alles wat open is in orde blijkt": (49, 53, None, 100),
    }


def test_the_profile_has_one_line_once_nothing_is_open() -> None:
    chart = present(profile_chart(steps("0123", "3334", "000")))
    assert values(chart) == {"behaald": (49, 100, 0)}


def test_levels_stand_with_the_largest_gap_first_and_open_norms_last() -> None:
    chart = present(level_chart(section("-3x042?1")))
    assert [category[:4] for category in chart.categories] == [
        "1.04",
        "1.08",
        "1.06",
        "1.02",
        "1.05",
        "1.01",
        "1.07",
    ]
    assert values(chart) == {
        "niveau nu": (0, 1, 2, 3, 4, None, None),
        "ontbreekt tot het streefniveau": (4, 3, 1, None, None, None, None),
        "nog open": (None, None, None, None, None, 3, 3),
    }


@pytest.mark.parametrize(
    "chart",
    [
        score_chart([]),
        score_chart(steps("12", "xxx")),
        theme_chart([section("12", None)]),
        profile_chart(steps("0123", "0123", "44")),
        level_chart(section("-?x")),
        level_chart(section("")),
    ],
)
def test_where_nothing_can_be_shown_there_is_no_chart(chart: Chart | None) -> None:
    assert chart is None


# What is said


ALT_TEXTS = {
    """
    Staafdiagram met 4 balken. Stap 1 · Herkennen: 49% behaald, 51% ontbreekt, 0% nog open.
    Stap 2 · Onderzoeken: 38% behaald, 47% ontbreekt, 15% nog open.
    Stap 3 · Coördineren: te weinig normen. Stap 4 · Overleggen: niet beoordeeld.
    """: score_chart(steps("0123", "012-", "44", "xxx")),
    """
    Staafdiagram met 1 balk. Gegevens delen: 49% behaald, 51% ontbreekt, 0% nog open.
    """: theme_chart([section("0123", None)]),
    """
    Radardiagram met 3 punten. Behaald: Stap 1 · Herkennen: 49%; Stap 2 · Onderzoeken: tussen 38% en 53%;
    Stap 4 · Overleggen: 100%. Geen punt, want te weinig normen: Stap 3 · Coördineren.
    """: profile_chart(steps("0123", "012-", "44", "3334")),
    """
    Staafdiagram met het niveau van 6 normen in Stap 1 · Herkennen. Geen norm haalt het streefniveau,
    5 normen liggen eronder en 1 norm is nog open. Niveau 0: 1.01 en 1.08; niveau 1: 1.02; niveau 2: 1.03;
    niveau 3: 1.04; nog open: 1.05. 2 normen gelden hier niet en staan niet in het diagram.
    """: level_chart(section("0123-xx0")),
    """
    Staafdiagram met het niveau van 1 norm in Stap 1 · Herkennen. 1 norm haalt het streefniveau,
    geen norm ligt eronder en geen norm is nog open. Niveau 3: 1.01.
    1 norm geldt hier niet en staat niet in het diagram.
    """: level_chart(section("3x")),
}


@pytest.mark.parametrize(("text", "chart"), ALT_TEXTS.items())
def test_the_alternative_text_says_what_the_chart_shows(text: str, chart: Chart | None) -> None:
    assert present(chart).alt_text == " ".join(text.split())


@every_chart
def test_the_drawing_carries_the_alternative_text(chart: Chart) -> None:
    drawing = etree.fromstring(drawing_xml("rId7", 12, chart, 5_940_000, 2_000_000))
    properties = drawing.find(".//{*}docPr")
    assert properties is not None
    assert properties.get("id") == "12"
    assert properties.get("descr", "").startswith(chart.alt_text[:3])
    if chart is not CHARTS["hostile names"]:
        assert properties.get("descr") == chart.alt_text


# What Word and Excel get


def test_word_finds_no_error_in_any_chart(open_xml_errors: Callable[[bytes], list[dict[str, Any]]]) -> None:
    assert open_xml_errors(document_with(*CHARTS.values())) == []


def test_word_would_find_an_error_in_a_chart(open_xml_errors: Callable[[bytes], list[dict[str, Any]]]) -> None:
    document = document_with(Chart(ChartKind.LINES, "titel", ("x",), (Series("a", (1,)),), ""))
    wrong = changed(document, lambda _, part: part.replace(b"<c:date1904", b"<c:onzin/><c:date1904"))
    assert open_xml_errors(wrong)


@pytest.mark.parametrize("name", ["levels", "hostile names"])
def test_excel_finds_no_error_in_the_workbook(name: str, tmp_path: Path) -> None:
    path = tmp_path / "values.xlsx"
    path.write_bytes(chart_part(CHARTS[name]).workbook)
    done = subprocess.run(["node", str(VALIDATOR), str(path)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []


@every_chart
def test_every_reference_leads_to_the_values_last_seen(chart: Chart) -> None:
    sheet = sheet_of(chart)
    found = list(references(chart))
    assert len(found) == 3 * len(chart.series)
    for reference, seen in found:
        name, _, cells = reference.replace("$", "").partition("!")
        area = sheet[cells]
        rows = area if isinstance(area, tuple) else ((area,),)
        held = [row[0].value for row in rows]
        assert name == "Blad1"
        assert [None if value is None else str(value) for value in held] == seen


@every_chart
def test_the_workbook_holds_the_values_and_nothing_else(chart: Chart) -> None:
    sheet = sheet_of(chart)
    assert (sheet.max_row, sheet.max_column) == (len(chart.categories) + 1, len(chart.series) + 1)
    for place, series in enumerate(chart.series, start=2):
        held = tuple(sheet.cell(row, place).value for row in range(2, sheet.max_row + 1))
        assert held == series.values


@every_chart
def test_no_cell_is_a_formula(chart: Chart) -> None:
    types = {cell.data_type for row in sheet_of(chart).iter_rows() for cell in row}
    assert types <= {"s", "inlineStr", "n"}
    with zipfile.ZipFile(io.BytesIO(chart_part(chart).workbook)) as archive:
        assert b"<f" not in archive.read("xl/worksheets/sheet1.xml")


def test_a_name_stays_what_it_is_as_far_as_it_can_be_shown() -> None:
    names = [cell.value for cell in sheet_of(CHARTS["hostile names"])["A"][1:]]
    assert names[:6] == ["=cmd()|' /C calc'!A0", "+1", "-2", "@x", HOSTILE_NAMES[4], "bel nul regel een"]
    assert names[6] == "lang " * 22 + "lang…"
    assert names[7] == ("zonderspatie" * 10)[:119] + "…"


@every_chart
def test_the_chart_takes_colour_and_font_from_the_template(chart: Chart) -> None:
    root = xml_of(chart)
    colours = {colour.get("val", "") for colour in root.iter(f"{A}schemeClr")}
    assert colours <= {"tx1", "bg1", *(f"accent{number}" for number in range(1, 7))}
    assert not list(root.iter(f"{A}srgbClr", f"{A}sysClr", f"{A}prstClr"))
    assert {font.get("typeface") for font in root.iter(f"{A}latin")} == {"+mn-lt"}


@every_chart
def test_no_two_series_differ_in_colour_alone(chart: Chart) -> None:
    signs = [etree.tostring(without_colour(series)) for series in xml_of(chart).iter(f"{C}ser")]
    assert len(set(signs)) == min(len(signs), len(LINE_SIGNS))


def without_colour(series: etree._Element) -> etree._Element:
    """Fill, dash and marker of a series, without its colours."""
    looks = etree.Element("looks")
    looks.extend([part for part in series if part.tag in {f"{C}spPr", f"{C}marker"}])
    etree.strip_elements(looks, f"{A}schemeClr")
    return looks


@every_chart
def test_the_chart_is_dutch_and_leaves_the_workbook_alone_until_it_is_opened(chart: Chart) -> None:
    root = xml_of(chart)
    language, data = root.find(f"{C}lang"), root.find(f"{C}externalData")
    assert language is not None and language.get("val") == "nl-NL"
    assert data is not None and data[0].get("val") == "0"
    assert set(data.attrib.values()) == {WORKBOOK_RELATIONSHIP}


@every_chart
def test_equal_charts_give_equal_bytes(chart: Chart) -> None:
    part = chart_part(chart)
    assert part == chart_part(chart)
    with zipfile.ZipFile(io.BytesIO(part.workbook)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("categories", "series"),
    [
        ((), (Series("a", ()),)),
        (("x",), ()),
        (("x",), (Series("a", (1, 2)),)),
        (("x",), (Series("a", (float("nan"),)),)),
        (("x",), (Series("a", (float("inf"),)),)),
    ],
)
def test_a_chart_that_cannot_be_drawn_cannot_be_made(
    categories: tuple[str, ...], series: tuple[Series, ...]
) -> None:
    with pytest.raises(ValueError):
        Chart(ChartKind.LINES, "titel", categories, series, "tekst")


@pytest.mark.office
def test_libreoffice_draws_every_name_and_number_in_dutch(tmp_path: Path) -> None:
    shown = [CHARTS[name] for name in ("score", "profile", "levels", "lines")]
    (tmp_path / "charts.docx").write_bytes(document_with(*shown))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "charts.docx")], check=True, capture_output=True, timeout=120)
    read = ["pdftotext", "-layout", str(tmp_path / "charts.pdf"), "-"]
    drawn = subprocess.run(read, check=True, capture_output=True, text=True).stdout
    words = " ".join(drawn.split())
    for chart in shown:
        assert chart.title in words
        assert all(series.name in words for series in chart.series)
    codes = [category.split()[0] for category in CHARTS["levels"].categories]
    assert [code for code in codes if code not in words] == []
    assert all(number in words for number in ("49%", "15%", "100%", "1,3", "2,8", "3,3", "0 niet geregeld"))
    assert re.findall(r"\s\d\.\d\s", words) == [], "a decimal point where Dutch has a comma"
    assert words.split().count("0%") == 1, "only the axis says 0%"
