"""Page numbers in the table of contents: right where LibreOffice is, and never in the way where it is not."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from questionnaire.errors import AppError
from reporting.office import page_numbers
from reporting.office.conversion import Office, OfficeError, find_office
from reporting.office.page_numbers import convert_numbered, with_page_numbers
from reporting.report import STANDARD_TEMPLATE, make_annex, make_note, make_report
from tests.reporting.archive import changed, texts_of, zipped
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.cases.golden import CASES
from tests.reporting.inspecting.accessibility import findings
from tests.reporting.inspecting.laid_out import pages_of, pages_of_all
from tests.reporting.inspecting.outline import W, body_of, style_of, text_of

MAIN = "word/document.xml"
NOWHERE = Office(Path("/nergens/soffice"), (25, 2))
ENTRY = re.compile(r"(.+)→(\d+)")


def counting_anew() -> bytes:
    """The standard template with pages that count from 1 after the cover, and from 51 on the landscape pages."""
    entries = texts_of(STANDARD_TEMPLATE.read_bytes())
    sections = entries[MAIN].split("</w:sectPr>")
    for at, start in ((1, 1), (2, 51)):
        sections[at] = re.sub(r"(<w:pgMar[^>]*>)", rf'\1<w:pgNumType w:start="{start}"/>', sections[at])
    return zipped({**entries, MAIN: "</w:sectPr>".join(sections)})


PLAIN: dict[str, Callable[[], bytes]] = {
    "report": lambda: make_report(CASES["kern"](), PRINTED_ON),
    "annex": lambda: make_annex(CASES["gemengd"](), PRINTED_ON),
    "counting anew": lambda: make_report(CASES["kern"](), PRINTED_ON, counting_anew()),
}


@pytest.fixture(scope="session")
def numbered() -> dict[str, bytes]:
    office = find_office()
    assert office is not None, "LibreOffice is missing: run `.ci/install tools`."
    return {name: with_page_numbers(make(), office) for name, make in PLAIN.items()}


@pytest.fixture(scope="session")
def pages(numbered: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return pages_of_all(numbered, tmp_path_factory.mktemp("numbered"))


def entries(document: bytes) -> list[tuple[str, int]]:
    """Text and page number of each line of the table of contents."""
    lines = [text_of(p) for p in body_of(document).iter(f"{W}p") if style_of(p).startswith("TOC")]
    return [(found[1], int(found[2])) for line in lines if (found := ENTRY.fullmatch(line))]


def by_printed_number(pages: list[str]) -> dict[int, str]:
    """The text of each page by the number in its footer; the cover has none."""
    footers = {number: re.search(r"Pagina (\d+) van", page) for number, page in enumerate(pages)}
    return {int(found[1]): pages[number] for number, found in footers.items() if found}


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)


@pytest.mark.office
@pytest.mark.parametrize("name", PLAIN)
def test_every_heading_is_on_the_page_that_its_line_names(
    name: str, numbered: dict[str, bytes], pages: dict[str, list[str]]
) -> None:
    found, page_by_number = entries(numbered[name]), by_printed_number(pages[name])
    headings = [
        text_of(p) for p in body_of(numbered[name]).iter(f"{W}p") if style_of(p) in {"Heading1", "Heading2"}
    ]
    assert [text for text, _ in found] == headings
    assert [text for text, number in found if squeezed(text) not in squeezed(page_by_number[number])] == []
    assert len({number for _, number in found}) >= 4


@pytest.mark.office
def test_pages_that_count_anew_count_so_in_the_contents(numbered: dict[str, bytes]) -> None:
    found = dict(entries(numbered["counting anew"]))
    assert found["Samenvatting voor het management"] == 1
    assert found["De stappen: was en wordt"] == 51


@pytest.mark.office
@pytest.mark.parametrize("name", PLAIN)
def test_nothing_else_in_the_file_changes(name: str, numbered: dict[str, bytes]) -> None:
    plain = PLAIN[name]()
    with zipfile.ZipFile(io.BytesIO(plain)) as before, zipfile.ZipFile(io.BytesIO(numbered[name])) as after:
        assert before.namelist() == after.namelist()
        changed = [part for part in before.namelist() if before.read(part) != after.read(part)]
    assert changed == [MAIN]
    texts = [[text_of(p) for p in body_of(document).iter(f"{W}p")] for document in (plain, numbered[name])]
    assert texts[0] == [re.sub(r"→\d+$", "", text) for text in texts[1]]


@pytest.mark.office
@pytest.mark.parametrize("name", PLAIN)
def test_word_finds_no_error_and_everybody_can_read_it(
    name: str, numbered: dict[str, bytes], open_xml_errors: Callable[[bytes], list[dict[str, Any]]]
) -> None:
    assert open_xml_errors(numbered[name]) == []
    assert findings(numbered[name]) == findings(PLAIN[name]())


@pytest.mark.office
def test_a_pdf_has_the_page_numbers_too(tmp_path: Path) -> None:
    office = find_office()
    assert office is not None
    path = tmp_path / "rapport.pdf"
    path.write_bytes(convert_numbered(PLAIN["report"](), "pdf", office))
    assert re.search(r"De scores op een rij\s*\.{5,}\s*\d+\s", pages_of(path)[2])


def test_what_has_no_table_of_contents_is_given_back_without_libreoffice() -> None:
    note = make_note(CASES["gemengd"](), PRINTED_ON)
    assert with_page_numbers(note, NOWHERE) == note


def test_a_table_of_contents_that_wants_no_numbers_gets_none() -> None:
    template = changed(
        STANDARD_TEMPLATE.read_bytes(), lambda _, part: part.replace(b' TOC \\o "1-2"', b' TOC \\n \\o "1-2"')
    )
    report = make_report(CASES["kern"](), PRINTED_ON, template)
    assert with_page_numbers(report, NOWHERE) == report


def test_a_failure_is_told_with_the_way_out() -> None:
    with pytest.raises(OfficeError) as caught:
        with_page_numbers(PLAIN["report"](), NOWHERE)
    assert str(caught.value) == (
        "De paginanummers in de inhoudsopgave zijn niet gemaakt: LibreOffice kon niet starten. Het Word-bestand "
        "is er wel, zonder die nummers. In Word krijgt u ze zo: klik op de inhoudsopgave en druk op F9."
    )
    assert isinstance(caught.value, AppError)


@pytest.mark.parametrize("pdf", [b"%PDF-1.7 kapot", b"%PDF-", b""])
def test_pages_that_cannot_be_read_are_told(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_numbers, "convert", lambda *_arguments: pdf)
    with pytest.raises(OfficeError, match="de bladzijden van LibreOffice zijn niet te lezen"):
        with_page_numbers(PLAIN["report"](), NOWHERE)


def test_a_heading_without_a_page_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_numbers, "convert", lambda *_arguments: b"")
    monkeypatch.setattr(page_numbers, "_pages", lambda _pdf: {"Toc700000000": 3})
    with pytest.raises(OfficeError, match="niet van elke kop de bladzijde"):
        with_page_numbers(PLAIN["report"](), NOWHERE)


def test_a_file_is_still_made_when_only_the_page_numbers_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, asked = PLAIN["report"](), []

    def convert(docx: bytes, target: str, office: Office, *_limit: float) -> bytes:
        asked.append((docx == plain, target))
        return b"%PDF-"

    monkeypatch.setattr(page_numbers, "convert", convert)
    assert convert_numbered(plain, "pdf", NOWHERE) == b"%PDF-"
    assert asked == [(False, "layout"), (True, "pdf")]
