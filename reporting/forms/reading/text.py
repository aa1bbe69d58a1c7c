"""All the text of one cell or paragraph of a Word file, as somebody sees it there, and in which control it stands.

Tracked insertions count; deletions and placeholders do not. What is no text is named, never passed by unseen.
Every element is met once.
"""

from collections.abc import Callable
from itertools import islice

from lxml.etree import _Element as Element

from reporting.forms.layout import NORM_LABEL, TAG_START, parse_tag
from reporting.forms.placeholders import is_placeholder
from reporting.forms.reading.found import Control, Odd, ReadText

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = " \t\r\n"
PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"
VALUE, FULL_DATE = f"{W}val", f"{W}fullDate"
PARAGRAPH, TABLE, ROW, CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
CONTROL, CONTROL_CONTENT, TAG = f"{W}sdt", f"{W}sdtContent", f"{W}tag"
RUN, TEXT, DELETED_TEXT = f"{W}r", f"{W}t", f"{W}delText"
BOX = f"{W}txbxContent"
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFF = ("0", "false", "off")
OURS = f"{TAG_START}|"
MOST_RUNS = 8
"""In so many pieces may a program cut the word that starts a norm."""


def read_text(element: Element, around: Control | None = None) -> ReadText:
    """The text of a cell or paragraph; `around` is a control that stands around the whole cell."""
    reader = _Reader(around)
    if element.tag == PARAGRAPH:
        reader.paragraph(element)
    else:
        reader.children(element)
    if around is not None:
        leave(reader.found, around, 0)
    return reader.found


def read_bare(cell: Element) -> ReadText:
    """The same for a cell in a file without tracked changes: quick when there is one text in it, as in most."""
    paragraph = _only(cell)
    inner = _only(paragraph) if paragraph is not None and paragraph.tag == PARAGRAPH else None
    control = None
    if inner is not None and inner.tag == CONTROL and len(inner) == 2:
        properties, content = inner
        if properties.tag == _CONTROL_PROPERTIES and content.tag == CONTROL_CONTENT:
            control, inner = control_of(properties), _only(content)
    element = _only(inner) if inner is not None and inner.tag == RUN else None
    if element is None or element.tag != TEXT:
        return read_text(cell)
    text = text_of(element)
    if control is None:
        return ReadText([(None, text)] if text else [])
    found = ReadText([(control if control.tag else None, text)] if text else [])
    if control.tag:
        found.controls.append(control)
    leave(found, control, 0)
    if control.title:
        found.spans.append((control.title, 0, len(found.pieces)))
    return found


def _only(parent: Element) -> Element | None:
    """The one element in another one, beside how that looks; None when there are more."""
    number = len(parent)
    if number == 1 or (number == 2 and parent[0].tag in _LOOKS):
        return parent[number - 1]
    return None


def text_of(element: Element) -> str:
    """One text (t), without the spaces that are only there for how the file looks."""
    text = element.text or ""
    if text and (text[0] in SPACES or text[-1] in SPACES) and element.get(PRESERVED) != "preserve":
        text = text.strip(SPACES)
    return text


def leave(found: ReadText, control: Control, start: int) -> None:
    """Behind a control: drop what was found since `start` when it is a placeholder."""
    if not control.is_placeholder and not control.tag:
        return
    shown = "".join([text for _, text in found.pieces[start:]])
    if not shown or (not control.is_placeholder and not shown.strip()):
        return
    tagged = parse_tag(control.tag)
    if is_placeholder(shown, tagged[1] if tagged else None):
        del found.pieces[start:]
    elif control.is_placeholder:
        del found.pieces[start:]
        found.doubtful.append(shown)


def control_of(properties: Element) -> Control:
    """What matters of the properties (sdtPr) of a control."""
    tag, is_placeholder, full_date, title = "", False, "", ""
    for child in properties:
        name = child.tag
        if name == TAG:
            tag = child.get(VALUE, "")
        elif name == _TITLE:
            title = child.get(VALUE, "")
        elif name == _DATE:
            full_date = child.get(FULL_DATE, "")[:10]
        elif name == _SHOWING_PLACEHOLDER:
            is_placeholder = child.get(VALUE) not in OFF
    return Control(tag if tag.startswith(OURS) else "", is_placeholder, full_date, title)


class _Reader:
    """Goes through one cell, from outside in."""

    def __init__(self, around: Control | None) -> None:
        self.found = ReadText()
        self.control = self.outer = around if around is not None and around.tag else None
        if self.control is not None:
            self.found.controls.append(self.control)
        self.is_fresh = False
        """Whether no paragraph began yet in this control; the line end before it then stands outside."""
        self.needs_line_end = False
        self.is_mark_deleted = False
        """Whether the end of the paragraph was deleted with tracking, so that the next one goes on behind it."""

    def children(self, parent: Element) -> None:
        for child in parent:
            name = child.tag
            act = _ACTIONS.get(name)
            if act is not None:
                act(self, child)
            elif name not in _PASSED:
                self.unknown(child)

    def add(self, text: str) -> None:
        self.found.pieces.append((self.control, text))

    def text(self, element: Element) -> None:
        if text := text_of(element):
            self.add(text)

    def paragraph(self, element: Element) -> None:
        if self.needs_line_end:
            self.found.pieces.append((self.outer if self.is_fresh else self.control, "\n"))
        self.is_fresh = False
        self.needs_line_end = True
        self.children(element)
        if self.is_mark_deleted:
            self.needs_line_end = self.is_mark_deleted = False

    def properties(self, element: Element) -> None:
        """Of a paragraph: only whether its end was deleted matters."""
        for mark in element.iterchildren(_RUN_PROPERTIES):
            self.is_mark_deleted = mark.find(_DELETED) is not None

    def enter(self, element: Element) -> None:
        """A control: its text is of it when the tag is ours, and gone when it is a placeholder."""
        control, content = _NO_CONTROL, None
        for child in element:
            if child.tag == _CONTROL_PROPERTIES:
                control = control_of(child)
            elif child.tag == CONTROL_CONTENT:
                content = child
        start = len(self.found.pieces)
        before = self.control, self.outer, self.is_fresh
        if control.tag:
            self.found.controls.append(control)
            self.control, self.outer, self.is_fresh = control, self.control, True
        if content is not None:
            self.children(content)
        self.control, self.outer, self.is_fresh = before
        leave(self.found, control, start)
        if control.title:
            self.found.spans.append((control.title, start, len(self.found.pieces)))

    def inserted(self, element: Element) -> None:
        self.found.has_insertion = True
        self.children(element)

    def deleted(self, element: Element) -> None:
        gone = "".join(str(each.text or "") for each in element.iter(TEXT, DELETED_TEXT))
        if gone:
            self.found.deleted.append(gone)

    def table(self, element: Element) -> None:
        if is_of_form(element):
            self.found.tables.append(element)
            return
        self.found.odd.add(Odd.NESTED)
        self.children(element)

    def symbol(self, element: Element) -> None:
        number = element.get(_CHARACTER, "")
        sign = chr(int(number, 16)) if len(number) == 4 and all(each in _HEXADECIMAL for each in number) else ""
        if sign.isprintable() and sign:  # what only a symbol font has, is in a private range and is not printable
            self.add(sign)
        else:
            self.found.odd.add(Odd.SYMBOL)

    def remark(self, element: Element) -> None:
        self.found.odd.add(Odd.REMARK)

    def alternatives(self, element: Element) -> None:
        """The same thing for newer and older programs: the first one counts."""
        for child in element:
            if child.tag in (f"{ALTERNATIVES}Choice", f"{ALTERNATIVES}Fallback"):
                self.children(child)
                return

    def drawing(self, element: Element) -> None:
        """A picture or a text box; the text in a box is taken along, on a line of its own."""
        if not self.boxes(element):
            self.found.odd.add(Odd.PICTURE)

    def boxes(self, element: Element) -> bool:
        has_box = False
        for child in element:
            if child.tag == BOX:
                has_box = True
                self.found.odd.add(Odd.BOX)
                self.needs_line_end = bool(self.found.pieces)
                self.children(child)
            elif self.boxes(child):
                has_box = True
        return has_box

    def ruby(self, element: Element) -> None:
        for child in element:
            if child.tag == f"{W}rubyBase":
                self.children(child)

    def unknown(self, element: Element) -> None:
        if any(text.strip() for text in element.itertext()):
            self.found.odd.add(Odd.OTHER)


def is_of_form(table: Element) -> bool:
    """Whether a table within a cell is one of ours, because a row in it starts a norm or a control is ours."""
    if any(tag.get(VALUE, "").startswith(OURS) for tag in table.iter(TAG)):
        return True
    first = next(table.iter(PARAGRAPH), None)
    runs = () if first is None else islice(first.iter(TEXT), MOST_RUNS)
    return "".join(str(run.text or "") for run in runs).strip().casefold() == NORM_LABEL.casefold()


_NO_CONTROL = Control()
_LOOKS = frozenset(f"{W}{name}" for name in ("rPr", "pPr", "tcPr"))
"""What only tells how something looks, where nothing was tracked or merged."""
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
_CHARACTER = f"{W}char"
_TITLE = f"{W}alias"
_SHOWING_PLACEHOLDER, _DATE, _CONTROL_PROPERTIES = f"{W}showingPlcHdr", f"{W}date", f"{W}sdtPr"
_RUN_PROPERTIES, _DELETED = f"{W}rPr", f"{W}del"


def _adding(text: str) -> Callable[[_Reader, Element], None]:
    return lambda reader, element: reader.add(text)


_THROUGH = (*("r", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "tr", "tc", "sdtContent"),)
_ACTIONS: dict[str, Callable[[_Reader, Element], None]] = {
    **{f"{W}{name}": _Reader.children for name in _THROUGH},
    PARAGRAPH: _Reader.paragraph,
    f"{W}pPr": _Reader.properties,
    TEXT: _Reader.text,
    CONTROL: _Reader.enter,
    TABLE: _Reader.table,
    **{f"{W}{name}": _adding("\n") for name in ("br", "cr")},
    **{f"{W}{name}": _adding("\t") for name in ("tab", "ptab")},
    f"{W}noBreakHyphen": _adding("\u2011"),
    f"{W}softHyphen": _adding("\u00ad"),
    f"{W}sym": _Reader.symbol,
    **{f"{W}{name}": _Reader.inserted for name in ("ins", "moveTo")},
    **{f"{W}{name}": _Reader.deleted for name in ("del", "moveFrom")},
    **{f"{W}{name}": _Reader.remark for name in ("commentReference", "footnoteReference", "endnoteReference")},
    **{f"{W}{name}": _Reader.drawing for name in ("drawing", "pict")},
    f"{ALTERNATIVES}AlternateContent": _Reader.alternatives,
    f"{W}ruby": _Reader.ruby,
}
_PASSED = frozenset(
    f"{W}{name}"
    for name in (
        *("rPr", "tcPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "sdtPr", "sdtEndPr", "instrText"),
        *("delInstrText", "fldChar", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak"),
        *("commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "annotationRef", "smartTagPr"),
        "customXmlPr",
    )
)
"""What is never text; every other element without an action is looked at for text."""
