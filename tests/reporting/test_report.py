"""The whole report: as agreed (golden outlines), valid for Word, and readable for everybody."""

import io
import itertools
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from questionnaire.example import load_example
from questionnaire.loading.loader import questionnaire
from questionnaire.scoring.score import score_assessment
from reporting.report import make_report
from tests.reporting.archive import part, parts_of, zipped
from tests.reporting.cases.builders import PRINTED_ON, a_result
from tests.reporting.cases.golden import CASES, COOPERATION, DOCUMENTS, mixed
from tests.reporting.inspecting.outline import W, body_of, outline, style_of, text_of

GOLDEN = Path(__file__).parent / "gouden"


def report(case: str) -> bytes:
    return make_report(CASES[case](), PRINTED_ON)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_reads_as_agreed(name: str, accepts_changes: bool) -> None:
    """After a wanted change: `pytest tests/reporting --accepteer`, then read the difference in git."""
    path, found = GOLDEN / f"{name}.txt", outline(DOCUMENTS[name]())
    if accepts_changes:
        path.write_text(found, encoding="utf-8")
    assert path.exists(), "new case: run `pytest tests/reporting --accepteer` and read what was written"
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_word_finds_no_error(name: str, open_xml_errors: Callable[[bytes], list[dict[str, Any]]]) -> None:
    assert open_xml_errors(DOCUMENTS[name]()) == []


def test_word_finds_no_error_in_the_full_example(open_xml_errors: Callable[[bytes], list[dict[str, Any]]]) -> None:
    content = questionnaire()
    result = score_assessment(content, load_example(content))
    assert open_xml_errors(make_report(result, PRINTED_ON)) == []


def test_the_validator_can_find_an_error(open_xml_errors: Callable[[bytes], list[dict[str, Any]]]) -> None:
    parts = parts_of(report("leeg"))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body><w:onzin/>")
    assert open_xml_errors(zipped(parts))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_headings_go_down_one_level_at_a_time(name: str) -> None:
    paragraphs = body_of(DOCUMENTS[name]()).iter(f"{W}p")
    levels = [int(style_of(p)[-1]) for p in paragraphs if style_of(p).startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_table_has_a_repeating_header_whole_rows_and_alternative_text(name: str) -> None:
    for table in body_of(DOCUMENTS[name]()).iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert len(rows) > 1, "a table without rows says nothing"
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert all(text_of(cell).strip() for cell in rows[0].iter(f"{W}tc"))
        for property_name in ("tblCaption", "tblDescription"):
            found = table.find(f"{W}tblPr/{W}{property_name}")
            assert found is not None and found.get(f"{W}val")


@pytest.mark.parametrize("case", CASES)
def test_the_table_of_contents_links_to_every_heading_of_two_levels(case: str) -> None:
    body = body_of(report(case))
    bookmarks = {mark.get(f"{W}name"): mark.getparent() for mark in body.iter(f"{W}bookmarkStart")}
    links = [link for link in body.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    headings = [text_of(p) for p in body.iter(f"{W}p") if style_of(p) in {"Heading1", "Heading2"}]
    assert [text_of(link) for link in links] == headings
    assert [text_of(bookmarks[link.get(f"{W}anchor")]) for link in links] == headings  # type: ignore[arg-type]
    assert all(link.get(f"{W}tooltip") for link in links)
    assert b"updateFields" not in zipfile.ZipFile(io.BytesIO(report(case))).read("word/settings.xml")


def test_properties_and_language_are_set() -> None:
    document = report("samenwerking")
    core = docx.Document(io.BytesIO(document)).core_properties
    assert core.title == "Zelfbeoordeling aanpak meervoudige problematiek – Regio De Drie Rivieren"
    assert (core.language, core.author) == ("nl-NL", COOPERATION.name)
    assert core.created is not None and core.created.date() == PRINTED_ON
    language = part(document, "word/styles.xml").find(f".//{W}docDefaults//{W}lang")
    assert language is not None and language.get(f"{W}val") == "nl-NL"


def test_header_names_the_organisation_and_footer_counts_pages() -> None:
    document = report("samenwerking")
    assert "Regio De Drie Rivieren" in text_of(part(document, "word/header1.xml"))
    footer = part(document, "word/footer1.xml")
    assert [field.get(f"{W}instr", "").strip() for field in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_nothing_of_the_template_is_left_over() -> None:
    document = report("gemengd")
    assert not list(body_of(document).iter(f"{W}sdt"))
    assert not re.search(r"\[[a-z_.]+\]|begin:|eind:|PlaceholderText", etree.tostring(body_of(document)).decode())


def test_numbers_that_must_be_unique_are() -> None:
    body = body_of(report("gemengd"))
    numbers = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkStart")]
    assert len(numbers) == len(set(numbers)) > 10


def test_the_report_changes_in_nothing_but_its_date() -> None:
    first = make_report(a_result(mixed), date(2026, 12, 1))
    other = make_report(a_result(mixed), date(2027, 1, 2))
    changed = [
        (one, two)
        for one, two in zip(outline(first).split("\n"), outline(other).split("\n"), strict=True)
        if one != two
    ]
    assert changed == [
        ("  | Rapport gemaakt op | 1 december 2026 |", "  | Rapport gemaakt op | 2 januari 2027 |"),
    ]
