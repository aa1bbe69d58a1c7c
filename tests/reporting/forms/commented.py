"""Comments in a report, as Word writes them: marks in the body, a part with texts, and what newer versions add."""

from lxml import etree

from questionnaire.comparison.offered import OfferedFile
from reporting.forms.comments.reading import EXTENDED, PARAGRAPH_ID, read_comments
from reporting.guard import open_safely
from reporting.package.parts import with_part
from reporting.template.comments import CONTENT_TYPE, NO_COMMENTS, PART, RELATION
from reporting.template.looks import packed
from reporting.template.package import MAIN_PART
from tests.reporting.archive import parts_of
from tests.reporting.cases.builders import a_questionnaire
from tests.reporting.inspecting.outline import W, style_of

Element = etree._Element
PERSON = "Voornaam van Achternaam"
EXTENDED_PART = "word/commentsExtended.xml"
EXTENDED_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
EXTENDED_RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def read(document: bytes) -> OfferedFile:
    """What comes back from a file."""
    return read_comments(open_safely(document), "rapport.docx", a_questionnaire())


def words(element: Element) -> str:
    """All text of an element."""
    return "".join(str(text.text or "") for text in element.iter(f"{W}t"))


class Reviewed:
    """A report that somebody comments on."""

    def __init__(self, report: bytes) -> None:
        self.parts = parts_of(report)
        self.document = etree.fromstring(self.parts[MAIN_PART])
        self.comments = etree.fromstring(self.parts.get(PART, NO_COMMENTS))
        self.extended = etree.Element(f"{EXTENDED}commentsEx", nsmap={"w15": EXTENDED[1:-1]})
        self.last = 1000

    def row(self, code: str) -> Element:
        """The row of a norm in its was-wordt table: the first one that begins with its number."""
        rows = ((row, row.find(f"{W}tc")) for row in self.document.iter(f"{W}tr"))
        return next(row for row, first in rows if first is not None and words(first) == code)

    def cell(self, code: str, number: int) -> Element:
        """The first paragraph of a cell of that row, counted from 0."""
        return next(self.row(code).findall(f"{W}tc")[number].iter(f"{W}p"))

    def paragraph(self, start: str) -> Element:
        """The first paragraph outside tables that begins so."""
        paragraphs = self.document.iterfind(f"{W}body/{W}p")
        return next(found for found in paragraphs if words(found).startswith(start))

    def heading(self, start: str) -> Element:
        """The first heading that begins so."""
        headings = (p for p in self.document.iter(f"{W}p") if style_of(p).startswith("Heading"))
        return next(found for found in headings if words(found).startswith(start))

    def write(
        self,
        text: str,
        first: Element,
        last: Element | None = None,
        *,
        author: str = PERSON,
        day: str = "2026-03-12T09:30:00Z",
        has_range: bool = True,
        is_resolved: bool = False,
    ) -> int:
        """Place a comment from one paragraph to another; gives its number."""
        last = first if last is None else last
        number = self._add(text, author, day, is_resolved=is_resolved)
        identifier = {f"{W}id": str(number)}
        if has_range:
            has_looks = len(first) and first[0].tag == f"{W}pPr"
            first.insert(1 if has_looks else 0, etree.Element(f"{W}commentRangeStart", identifier))
            etree.SubElement(last, f"{W}commentRangeEnd", identifier)
        etree.SubElement(etree.SubElement(last, f"{W}r"), f"{W}commentReference", identifier)
        return number

    def reply(self, text: str, to: int) -> int:
        """Answer a comment, without a place of its own."""
        return self._add(text, PERSON, "2026-03-13T09:30:00Z", parent=f"{to:08X}")

    def saved(self) -> bytes:
        """The file as it comes back."""
        parts = {**self.parts, MAIN_PART: etree.tostring(self.document)}
        main = {"source": MAIN_PART}
        comments = etree.tostring(self.comments)
        parts = with_part(parts, PART, comments, relation=RELATION, content_type=CONTENT_TYPE, **main)
        extended = etree.tostring(self.extended)
        kinds = {"relation": EXTENDED_RELATION, "content_type": EXTENDED_TYPE}
        return packed(with_part(parts, EXTENDED_PART, extended, **kinds, **main))

    def read(self) -> OfferedFile:
        """What comes back from it."""
        return read(self.saved())

    def _add(self, text: str, author: str, day: str, *, parent: str = "", is_resolved: bool = False) -> int:
        self.last += 1
        about = {f"{W}id": str(self.last), f"{W}author": author, f"{W}initials": "VA"} | (
            {f"{W}date": day} if day else {}
        )
        comment = etree.SubElement(self.comments, f"{W}comment", about)
        for line in text.split("\n"):
            paragraph = etree.SubElement(comment, f"{W}p", {PARAGRAPH_ID: f"{self.last:08X}"})
            etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = line
        known = {f"{EXTENDED}paraId": f"{self.last:08X}", f"{EXTENDED}done": "1" if is_resolved else "0"}
        known |= {f"{EXTENDED}paraIdParent": parent} if parent else {}
        etree.SubElement(self.extended, f"{EXTENDED}commentEx", known)
        return self.last
