"""The internal annex and the note in the looks of the organisation's report template: our words, their looks."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from questionnaire.errors import InvalidInputError
from reporting.report import ANNEX_TEMPLATE, NOTE_TEMPLATE, STANDARD_TEMPLATE, make_annex, make_note
from tests.reporting.archive import part, texts_of, zipped
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.cases.golden import CASES
from tests.reporting.inspecting.accessibility import findings
from tests.reporting.inspecting.outline import W, body_of, outline, style_of
from tests.reporting.template.house_styles import (
    DOCUMENT,
    HEADER,
    HOUSE_STYLES,
    Entries,
    bare,
    in_house_style,
    own_layout,
)

MAKERS = {"annex": make_annex, "note": make_note}
STYLES, THEME = "word/styles.xml", "word/theme/theme1.xml"
CASE = "gemengd"


def made(kind: str, change: Callable[[Entries], None]) -> bytes:
    return MAKERS[kind](CASES[CASE](), PRINTED_ON, in_house_style(change))


def words(document: bytes) -> str:
    """The outline without style ids."""
    return re.sub(r"(?m)^\[\w+-?\w*\]", "", outline(document))


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("change", HOUSE_STYLES)
def test_every_word_is_there_and_word_finds_no_error(
    kind: str,
    change: Callable[[Entries], None],
    open_xml_errors: Callable[[bytes], list[dict[str, Any]]],
) -> None:
    document = made(kind, change)
    assert words(document) == words(MAKERS[kind](CASES[CASE](), PRINTED_ON))
    assert open_xml_errors(document) == []


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("change", HOUSE_STYLES)
def test_every_style_in_use_exists(kind: str, change: Callable[[Entries], None]) -> None:
    document = made(kind, change)
    styles = {style.get(f"{W}styleId"): style for style in part(document, STYLES).iter(f"{W}style")}
    used = {e.get(f"{W}val") for e in body_of(document).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used - styles.keys() == set()
    lists = {number.get(f"{W}val") for name in used for number in styles[name].iter(f"{W}numId")}
    assert bool(lists) is (kind == "note")
    if lists:
        assert lists <= {e.get(f"{W}numId") for e in part(document, "word/numbering.xml").iter(f"{W}num")}
    names = [style.find(f"{W}name").get(f"{W}val") for style in styles.values()]  # type: ignore[union-attr]
    assert names.count("heading 1") == 1


@pytest.mark.parametrize("kind", MAKERS)
def test_everybody_can_read_it(kind: str) -> None:
    plain = [found.rule for found in findings(MAKERS[kind](CASES[CASE](), PRINTED_ON))]
    for change in HOUSE_STYLES:
        assert [found.rule for found in findings(made(kind, change))] == plain, change.__name__


@pytest.mark.parametrize("kind", MAKERS)
def test_theme_header_and_margins_are_theirs(kind: str) -> None:
    document, theirs = made(kind, bare), in_house_style(bare)
    assert etree.tostring(part(document, THEME)) == etree.tostring(part(theirs, THEME))
    header = "".join(str(node.text) for node in part(document, HEADER).iter(f"{W}t"))
    assert "Gemeente met stijl " in header
    assert "[gemiddelde]" not in header, "the note and the annex have no such field"
    margins = {m.get(f"{W}left") for m in body_of(document).iter(f"{W}pgMar")}
    assert margins <= {"1701", "737"}


def test_a_table_is_as_wide_as_the_text_between_their_margins() -> None:
    (table, *_others) = body_of(made("annex", own_layout)).iter(f"{W}tbl")
    widths = [int(str(column.get(f"{W}w"))) for column in table.iter(f"{W}gridCol")]
    assert sum(widths) == pytest.approx(11906 - 1701 - 1247, abs=5)


def test_landscape_pages_stay_so_in_a_template_without_any() -> None:
    def portrait(entries: Entries) -> None:
        entries[DOCUMENT] = re.sub(
            r'<w:pgSz w:w="16838" w:h="11906"[^>]*/>', '<w:pgSz w:w="11906" w:h="16838"/>', entries[DOCUMENT]
        )

    sizes = [size.get(f"{W}orient") for size in body_of(made("annex", portrait)).iter(f"{W}pgSz")]
    assert sizes == [None, "landscape"]


def test_headings_of_the_note_stay_small_on_the_page_in_their_font() -> None:
    document = made("note", bare)
    styles = {style.get(f"{W}styleId"): style for style in part(document, STYLES).iter(f"{W}style")}
    (used,) = {style_of(p) for p in body_of(document).iter(f"{W}p") if "Kop1" in style_of(p)}
    small = styles[used]
    assert small.find(f"{W}basedOn").get(f"{W}val") == "Kop1"  # type: ignore[union-attr]
    assert small.find(f"{W}pPr/{W}pageBreakBefore").get(f"{W}val") == "0"  # type: ignore[union-attr]
    assert small.find(f"{W}rPr/{W}rFonts") is None
    assert small.find(f"{W}rPr/{W}sz").get(f"{W}val") == "21"  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", MAKERS)
def test_the_standard_report_template_changes_nothing_that_is_read(kind: str) -> None:
    own = MAKERS[kind](CASES[CASE](), PRINTED_ON, STANDARD_TEMPLATE.read_bytes())
    assert words(own) == words(MAKERS[kind](CASES[CASE](), PRINTED_ON))


@pytest.mark.parametrize(("kind", "template"), [("annex", ANNEX_TEMPLATE), ("note", NOTE_TEMPLATE)])
def test_a_template_made_for_the_annex_or_the_note_is_used_as_it_is(kind: str, template: Any) -> None:
    entries = texts_of(template.read_bytes())
    entries[DOCUMENT] = entries[DOCUMENT].replace("<w:body>", "<w:body><w:p><w:r><w:t>Eigen</w:t></w:r></w:p>")
    assert outline(MAKERS[kind](CASES[CASE](), PRINTED_ON, zipped(entries))).startswith("[Normal] Eigen\n")


def test_their_own_pictures_and_texts_do_not_come_along() -> None:
    def with_text(entries: Entries) -> None:
        entries[DOCUMENT] = entries[DOCUMENT].replace("<w:body>", "<w:body><w:p><w:r><w:t>Eigen</w:t></w:r></w:p>")

    assert "Eigen" not in outline(made("annex", with_text))


def test_a_template_that_the_report_refuses_is_refused_here_too() -> None:
    def mistaken(entries: Entries) -> None:
        entries[DOCUMENT] = entries[DOCUMENT].replace(
            '<w:tag w:val="organisatie"/>', '<w:tag w:val="organisatei"/>'
        )

    with pytest.raises(InvalidInputError, match="bedoelt u 'organisatie'"):
        made("note", mistaken)
