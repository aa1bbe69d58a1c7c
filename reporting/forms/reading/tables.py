"""From the parsed main part of a Word file to its tables, rows and cells, and the text between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from questionnaire.errors import InvalidInputError
from reporting.forms.reading.found import Control, ReadText
from reporting.forms.reading.text import (
    CELL,
    CONTROL,
    CONTROL_CONTENT,
    PARAGRAPH,
    ROW,
    TABLE,
    TEXT,
    VALUE,
    W,
    control_of,
    read_bare,
    read_text,
)

PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
AROUND = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag", "sdt", "sdtContent"))
"""What can stand around paragraphs, tables, rows and cells without being anything itself."""
_BLOCKS = (TABLE, PARAGRAPH)
_DELETED, _INSERTED = f"{W}del", f"{W}ins"
_ROW_PROPERTIES, _CELL_PROPERTIES, _CONTROL_PROPERTIES = f"{W}trPr", f"{W}tcPr", f"{W}sdtPr"
_MERGE, _DELETED_CELL = f"{W}vMerge", f"{W}cellDel"
UNUSUAL = (_MERGE, _DELETED_CELL, _DELETED, _INSERTED, f"{W}moveTo", f"{W}customXml", f"{W}smartTag")
"""In a file without these there is nothing to look for around a cell, but a control around a whole one."""


@dataclass(slots=True)
class Row:
    """One row, numbered from 1 as it is seen, with the text of its cells."""

    number: int
    cells: list[ReadText]
    is_deleted: bool = False
    """Whether it was removed with tracking; it is still shown, crossed out."""


@dataclass(slots=True)
class Table:
    """One table, numbered from 1 in the order of the file.

    One within a cell has the number of the table around it.
    """

    number: int
    rows: list[Row] = field(default_factory=list)


def parse_main(xml: bytes) -> Element:
    """The root of the main part of a package that the guard let pass; "Strict Open XML" as the ordinary kind.

    Raises:
        InvalidInputError: it has no body, or is damaged.
    """
    try:
        root = etree.fromstring(xml, PARSER)
    except etree.XMLSyntaxError as error:
        raise InvalidInputError(
            "Dit Word-bestand is beschadigd. Er is niets gelezen. Open het in Word en sla het opnieuw op."
        ) from error
    if root.tag.startswith(STRICT):
        _make_ordinary(root)
    body = root.find(f"{W}body")
    if body is None:
        raise InvalidInputError("Dit Word-bestand heeft geen tekst. Er is niets gelezen. Kies een ander bestand.")
    return body


def _make_ordinary(root: Element) -> None:
    for element in root.iter(f"{STRICT}*"):
        element.tag = str(element.tag).replace(STRICT, W)
        for name, value in element.attrib.items():
            if str(name).startswith(STRICT):
                element.set(str(name).replace(STRICT, W), value)


def outline(body: Element, known: frozenset[str] = frozenset()) -> Iterator[ReadText | Table]:
    """The text of each paragraph outside tables, and each table with its rows, in the order of the file.

    A paragraph that only says something in `known`, with single spaces, is passed by.
    """
    is_plain = next(body.iter(*UNUSUAL), None) is None
    number = 0
    for element in _outer(body):
        if element.tag == PARAGRAPH:
            text = "".join([run.text or "" for run in element.iter(TEXT)])
            is_known = text in known or " ".join(text.split()) in known
            if is_known and next(element.iter(CONTROL), None) is None:
                continue
            found = read_text(element)
            yield found
            inside = found.tables
        else:
            inside = [element]
        for table in inside:
            number += 1
            yield from _tables(table, number, is_plain=is_plain)


def _outer(parent: Element) -> Iterator[Element]:
    for child in parent:
        name = child.tag
        if name in _BLOCKS:
            yield child
        elif name in AROUND:
            yield from _outer(child)


def _tables(element: Element, number: int, *, is_plain: bool) -> Iterator[Table]:
    """A table, followed by the tables of the form within its cells."""
    waiting = [element]
    while waiting:
        table = Table(number)
        for tr in _rows(waiting.pop()):
            row = _row(tr, len(table.rows) + 1, is_plain=is_plain)
            table.rows.append(row)
            for cell in row.cells:
                waiting.extend(cell.tables)
        yield table


def _rows(parent: Element) -> Iterator[Element]:
    for child in parent:
        name = child.tag
        if name == ROW:
            yield child
        elif name in AROUND:
            yield from _rows(child)


def _row(tr: Element, number: int, *, is_plain: bool) -> Row:
    children = [(child, child.tag) for child in tr] if is_plain else []
    if is_plain and CONTROL not in [name for _, name in children]:
        return Row(number, [read_bare(child) for child, name in children if name == CELL])
    row = Row(number, [_cell(tc, around) for tc, around in _cells(tr, None)])
    for properties in tr.iterchildren(_ROW_PROPERTIES):
        row.is_deleted = properties.find(_DELETED) is not None
        if row.cells and properties.find(_INSERTED) is not None:
            row.cells[0].has_insertion = True
    return row


def _cells(parent: Element, around: Control | None) -> Iterator[tuple[Element, Control | None]]:
    """The cells of a row, each with the control that stands around that one cell."""
    for child in parent:
        name = child.tag
        if name == CELL:
            yield child, around
        elif name == CONTROL:
            properties = child.find(_CONTROL_PROPERTIES)
            control = None if properties is None else control_of(properties)
            content = child.find(CONTROL_CONTENT)
            is_of_one = content is not None and sum(1 for _ in content.iterchildren(CELL)) == 1
            yield from _cells(child, control if is_of_one else None)
        elif name in AROUND:
            yield from _cells(child, around)


def _cell(tc: Element, around: Control | None) -> ReadText:
    properties = tc.find(_CELL_PROPERTIES)
    merge = None if properties is None else properties.find(_MERGE)
    if properties is not None and properties.find(_DELETED_CELL) is not None:
        return ReadText(deleted=[read_text(tc).text])
    found = read_text(tc, around)
    if merge is not None:
        found.merge = merge.get(VALUE, "continue")
    return found
