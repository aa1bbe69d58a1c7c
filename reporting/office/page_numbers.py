"""Page numbers in the table of contents of our own Word file, as LibreOffice lays it out.

LibreOffice does not fill them in itself. It tells on which page every bookmark of a heading is; the numbers are
put in the file that we made, which stays ours: Word finds errors in what LibreOffice saves.
"""

import copy
import io
import logging
import re
import zipfile
from collections.abc import Sequence

from lxml import etree
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from reporting.office.conversion import TIME_LIMIT, Office, OfficeError, Target, convert, failed
from reporting.template.marks import W, contents_of, instruction_of
from reporting.template.package import MAIN_PART, PARSER, WORD
from reporting.template.room import EMU_PER_TWIP, is_in_body, room_for

NO_NUMBERS = re.compile(r"\\n\b")
"""The switch in a TOC field that says: without page numbers."""
ROOM = "00"
"""Stands for a number while the pages are counted, so that the lines are as long as they will be."""
BOOKMARK = re.compile(r"(Toc7\d{8}|WasWordtDeel\d+)$")
"""The bookmarks of ours, as the PDF names them: it writes the first "_" in another way."""

log = logging.getLogger(__name__)


def with_page_numbers(docx: bytes, office: Office, time_limit: float = TIME_LIMIT) -> bytes:
    """The same Word file with page numbers in its table of contents; without one it is given back as it is.

    Takes seconds. Word may lay out a page otherwise; there F9 brings the numbers up to date.

    Args:
        docx: made by this product. Never an upload.
        office: from `find_office`.
        time_limit: in seconds, waiting for a turn included.

    Raises:
        OfficeError: LibreOffice failed or took too long; the file as it was is still good.
    """
    root = _body_part(docx)
    numbers = _add_fields(contents_of(root))
    if not numbers:
        return docx
    measured = copy.deepcopy(root)
    first_numbers = _mark_restarts(measured)
    pages = _pages(convert(_with_body_part(docx, measured), "layout", office, time_limit))
    try:
        starts = [(pages[name], number) for name, number in first_numbers.items()]
        for name, text in numbers.items():
            text.text = str(_printed(pages[name], starts))
    except KeyError as error:
        raise failed("layout", "LibreOffice noemde niet van elke kop de bladzijde") from error
    return _with_body_part(docx, root)


def convert_numbered(docx: bytes, target: Target, office: Office) -> bytes:
    """`convert` with page numbers in the table of contents, or without them when only those fail.

    Raises:
        OfficeError: as `convert`.
    """
    try:
        docx = with_page_numbers(docx, office)
    except OfficeError as error:
        log.warning("No page numbers: %s", error)
    return convert(docx, target, office)


def _body_part(docx: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(MAIN_PART), PARSER)


def _with_body_part(docx: bytes, root: etree._Element) -> bytes:
    """The same package with another body."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(target, "w") as archive:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == MAIN_PART:
                part = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            archive.writestr(info, part, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _add_fields(contents: Sequence[etree._Element]) -> dict[str, etree._Element]:
    """Add a tab and a PAGEREF field to each entry; gives the text of each field by the bookmark it is about."""
    if not contents or NO_NUMBERS.search(instruction_of(contents[0])):
        return {}
    tab = room_for(contents[0])[0] // EMU_PER_TWIP
    found: dict[str, etree._Element] = {}
    for paragraph in contents:
        for link in paragraph.iterfind(f"{W}hyperlink"):
            name = str(link.get(f"{W}anchor"))
            runs = list(_field(name))
            link.extend(runs)
            found[name.removeprefix("_")] = runs[-2][0]
        _add_tab(paragraph, tab)
    return found


def _field(bookmark: str) -> etree._Element:
    """The runs of a tab and a field with the page of a bookmark; the last but one holds its text."""
    runs = (
        "<w:tab/>",
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{ROOM}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return etree.fromstring(f'<w:r xmlns:w="{WORD}">{"".join(f"<w:r>{run}</w:r>" for run in runs)}</w:r>', PARSER)


def _add_tab(paragraph: etree._Element, position: int) -> None:
    """A right tab at the edge of the text, with dots before it: as Word itself does, whatever the style says."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None:
        style.addnext(
            etree.fromstring(
                f'<w:tabs xmlns:w="{WORD}"><w:tab w:val="right" w:leader="dot" w:pos="{position}"/></w:tabs>',
                PARSER,
            )
        )


def _mark_restarts(root: etree._Element) -> dict[str, int]:
    """Put a bookmark at each page section that counts anew; gives the number it begins with, by bookmark."""
    blocks = [block for block in root.iter(f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}sectPr") if is_in_body(block)]
    starts: dict[str, int] = {}
    first: etree._Element | None = None
    for block in blocks:
        first = block if first is None else first
        section = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if section is None:
            continue
        start = section.find(f"{W}pgNumType[@{W}start]")
        if start is not None:
            name = f"WasWordtDeel{len(starts)}"
            starts[name] = int(str(start.get(f"{W}start")))
            _add_bookmark(first, name, len(starts))
        first = None
    return starts


def _add_bookmark(block: etree._Element, name: str, number: int) -> None:
    """Put a bookmark in the first paragraph of a block: between blocks LibreOffice gives it to the one before."""
    paragraph = next(block.iter(f"{W}p"), None)
    if paragraph is not None:
        at = 0 if paragraph.find(f"{W}pPr") is None else 1
        mark = {f"{W}id": f"9000{number}"}
        paragraph.insert(at, etree.Element(f"{W}bookmarkEnd", mark))
        paragraph.insert(at, etree.Element(f"{W}bookmarkStart", {**mark, f"{W}name": name}))


def _pages(pdf: bytes) -> dict[str, int]:
    """The page of each of our bookmarks, the first being 1."""
    try:
        reader = PdfReader(io.BytesIO(pdf))
        return {
            found[1]: (reader.get_destination_page_number(place) or 0) + 1
            for name, place in reader.named_destinations.items()
            if (found := BOOKMARK.search(name))
        }
    except (PyPdfError, KeyError, ValueError, TypeError) as error:
        raise failed("layout", "de bladzijden van LibreOffice zijn niet te lezen") from error


def _printed(page: int, starts: Sequence[tuple[int, int]]) -> int:
    """The number that stands on a page: it counts on from the last section before it that counts anew.

    >>> _printed(5, []), _printed(5, [(1, 1), (3, 1)]), _printed(2, [(3, 1)])
    (5, 3, 2)
    """
    begun = [start for start in starts if start[0] <= page]
    if not begun:
        return page
    first, number = max(begun)
    return number + page - first
