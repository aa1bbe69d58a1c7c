"""Charts in a document: where the template says, numbered, explained, and absent when there is nothing to show."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from questionnaire.errors import InvalidInputError
from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment
from reporting.charts.model import EMU_PER_CM
from reporting.report import STANDARD_TEMPLATE, make_report
from templates.building_blocks import block, figure, paragraph, section_end, table, tag, tags, text
from tests.reporting.archive import part, parts_of, zipped
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.cases.golden import CASES, DOCUMENTS
from tests.reporting.inspecting.accessibility import findings
from tests.reporting.inspecting.outline import W, body_of, outline, style_of
from tests.reporting.office.resaved import saved_by_libreoffice
from tests.reporting.template.house_styles import HOUSE_STYLES, dutch_style_ids, in_house_style
from tests.reporting.template.test_template import a_template, refusal

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def drawings(document: bytes) -> list[etree._Element]:
    return list(body_of(document).iter(f"{WP}inline"))


def width_cm(drawing: etree._Element) -> float:
    extent = drawing.find(f"{WP}extent")
    assert extent is not None
    return int(str(extent.get("cx"))) / EMU_PER_CM


def test_the_full_example_has_every_chart_with_its_workbook() -> None:
    content = questionnaire()
    document = make_report(score_assessment(content, load_example(content)), PRINTED_ON)
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        names = archive.namelist()
        links = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
    targets = {str(link.get("Id")): f"word/{link.get('Target')}" for link in links}
    charts = [targets[str(chart.get(f"{R}id"))] for chart in body_of(document).iter(f"{C}chart")]
    assert len(charts) == len(set(charts)) == 2
    assert set(charts) <= set(names)
    assert sum(name.endswith(".xlsx") for name in names) == 2
    assert len(document) <= 150_000


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_drawing_has_a_number_of_its_own_words_and_a_caption_below(name: str) -> None:
    document = DOCUMENTS[name]()
    properties = [drawing.find(f"{WP}docPr") for drawing in drawings(document)]
    numbers = [found.get("id") for found in properties if found is not None]
    assert len(numbers) == len(set(numbers)) == len(properties)
    assert all(found is not None and found.get("descr", "").endswith(".") for found in properties)
    body = list(body_of(document))
    captions = [
        body[place + 1] for place, element in enumerate(body) if element.find(f".//{WP}inline") is not None
    ]
    assert [style_of(caption) for caption in captions] == ["Caption"] * len(properties)
    said = [re.match(r"Figuur (\d+)\. \S.*\.$", whole_text(caption)) for caption in captions]
    assert [match and match[1] for match in said] == [str(number) for number in range(1, len(captions) + 1)]


def whole_text(caption: etree._Element) -> str:
    return "".join(str(part.text) for part in caption.iter(f"{W}t"))


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name not in CASES])
def test_everybody_can_read_the_other_documents_too(name: str) -> None:
    """A few pages need no table of contents."""
    is_short = name.endswith(("-kort", "-nota"))
    assert [found.rule for found in findings(DOCUMENTS[name]())] == (["contents"] if is_short else [])


@pytest.mark.parametrize("case", ["leeg", "alles-onbekend", "niets-van-toepassing"])
def test_without_levels_there_is_no_chart_of_levels_and_no_caption(case: str) -> None:
    document = make_report(
        CASES[case](), PRINTED_ON, a_template(block("stappen", figure("niveaus"), tags("Normal", "naam")))
    )
    assert drawings(document) == []
    assert [line for line in outline(document).split("\n") if line] == [
        f"[Normal] {step.section.name}" for step in CASES[case]().steps
    ]


def test_a_chart_is_as_wide_as_the_text_where_it_stands() -> None:
    body = figure("score") + section_end() + figure("profiel") + section_end(landscape=True) + figure("score")
    widths = [width_cm(found) for found in drawings(make_report(CASES["gemengd"](), PRINTED_ON, a_template(body)))]
    assert widths == pytest.approx([16.6, 27.1, 16.6], abs=0.1)


def test_a_chart_fits_on_its_page() -> None:
    body = block("stappen", figure("niveaus")) + section_end(landscape=True) + tags("Normal", "organisatie")
    content = questionnaire()
    result = score_assessment(content, load_example(content))
    for drawing in drawings(make_report(result, PRINTED_ON, a_template(body))):
        extent = drawing.find(f"{WP}extent")
        assert extent is not None and int(str(extent.get("cy"))) / EMU_PER_CM < 14.5


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (figure("scor"), "het invulveld 'grafiek:scor' bestaat hier niet; bedoelt u 'grafiek:score'?"),
        (figure("niveaus"), "het invulveld 'grafiek:niveaus' bestaat hier niet"),
        (paragraph("Normal", text("Zie "), tag("grafiek:score")), "'grafiek:score' staat niet goed"),
        (table("t", "d", [(5.0, "X", figure("score"))]), "tabel 1, rij 2: 'grafiek:score' staat niet goed"),
    ],
)
def test_a_chart_in_the_wrong_place_is_refused_with_that_place(body: str, words: str) -> None:
    assert words in refusal(a_template(body))


def test_a_chart_in_a_header_is_refused() -> None:
    def move(entries: dict[str, str]) -> None:
        entries["word/header1.xml"] = entries["word/header1.xml"].replace("</w:hdr>", f"{figure('score')}</w:hdr>")

    assert "koptekst" in refusal(a_template(tags("Normal", "organisatie"), move))


def test_a_report_can_be_a_template_again() -> None:
    """Its own charts stay, and new ones get names of their own."""
    entries = parts_of(make_report(CASES["gemengd"](), PRINTED_ON))
    body = entries["word/document.xml"].decode()
    entries["word/document.xml"] = body.replace("<w:body>", f"<w:body>{figure('score')}", 1).encode()
    again = make_report(CASES["gemengd"](), PRINTED_ON, zipped(entries))
    numbers = [found.get("id") for found in body_of(again).iter(f"{WP}docPr")]
    assert len(numbers) == len(set(numbers)) == 2
    assert sum(name.startswith("word/charts/chart") for name in parts_of(again)) == 2
    links = part(again, "word/_rels/document.xml.rels")
    assert len({link.get("Id") for link in links}) == len(links)


# House styles


@pytest.mark.parametrize("change", HOUSE_STYLES)
def test_word_finds_no_error_in_a_report_in_another_house_style(
    change: Callable[[dict[str, str]], None], open_xml_errors: Callable[[bytes], list[dict[str, Any]]]
) -> None:
    document = make_report(CASES["gemengd"](), PRINTED_ON, in_house_style(change))
    assert open_xml_errors(document) == []
    assert len(drawings(document)) == len(drawings(DOCUMENTS["gemengd"]()))


def test_dutch_style_ids_reach_headings_contents_and_captions() -> None:
    text = outline(make_report(CASES["gemengd"](), PRINTED_ON, in_house_style(dutch_style_ids)))
    assert "[Kop1] De scores op een rij" in text
    assert "[Inhopg1] De scores op een rij" in text
    assert "[Bijschrift] Figuur 1. Score per stap" in text


@pytest.mark.office
def test_a_template_saved_by_libreoffice_works_or_is_clearly_refused(tmp_path: Path) -> None:
    """LibreOffice 7 drops the fields, later versions keep them."""
    template = saved_by_libreoffice(STANDARD_TEMPLATE.read_bytes(), tmp_path)
    try:
        document = make_report(CASES["gemengd"](), PRINTED_ON, template)
    except InvalidInputError as refused:
        assert "bevat geen invulvelden" in str(refused)
        assert "Bewaar een sjabloon in Word" in str(refused)
    else:
        assert len(drawings(document)) == len(drawings(DOCUMENTS["gemengd"]()))
        assert "Stap 3: Ga aan de slag met de gecoördineerde aanpak" in outline(document)
