"""Take a form that we made apart, spoil it as people and programs do, and put it together again."""

import copy
import functools
from collections.abc import Iterator
from xml.sax.saxutils import escape

from lxml import etree
from lxml.etree import _Element as Element

from questionnaire.comparison.form_fields import FormField
from questionnaire.model.questionnaire import Questionnaire
from reporting.forms.layout import LABELS, field_tag
from reporting.forms.word.form import make_word_form
from reporting.guard import open_safely
from tests.reporting.archive import zipped
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.forms.filled import CONTENT, a_choice
from tests.reporting.guard.hostile.parts import MAIN, R, W

SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
NORMS = ("norm-1-01", "norm-1-02", "norm-2-01")
CUSTOM = "docProps/custom.xml"


def w(name: str) -> str:
    """The name of an element or attribute of Word."""
    return f"{{{W}}}{name}"


def element(xml: str) -> Element:
    """One element from XML with the prefixes of Word."""
    return etree.fromstring(f"<x {SPACES}>{xml}</x>")[0]


def run(text: str) -> str:
    """A run with a text; a line end becomes a line break."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{lines}</w:r>"


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table_of(*rows: tuple[str, ...]) -> str:
    """A plain table of texts."""
    made = "".join(f"<w:tr>{''.join(cell(paragraph(run(text))) for text in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{made}</w:tbl>"


def control(tag: str, inner: str, extra: str = "") -> str:
    """A control with a tag around something."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/>{extra}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


@functools.cache
def _made(norms: tuple[str, ...]) -> bytes:
    return make_word_form(a_choice(norms=norms), PRINTED_ON)


class Form:
    """A form as parts and as a tree that can be changed."""

    def __init__(self, document: bytes | None = None, content: Questionnaire = CONTENT) -> None:
        self.parts = dict(open_safely(_made(NORMS) if document is None else document).parts)
        self.root = etree.fromstring(self.parts[MAIN])
        self.content = content
        body = self.root.find(w("body"))
        assert body is not None
        self.body = body

    def packed(self) -> bytes:
        """The file."""
        return zipped({**self.parts, MAIN: etree.tostring(self.root, encoding="UTF-8", xml_declaration=True)})

    @property
    def tables(self) -> list[Element]:
        """The tables of the body, the identity first."""
        return list(self.body.iterchildren(w("tbl")))

    def table(self, code: str) -> Element:
        """The table of a norm."""
        return next(table for table in self.body.iter(w("tbl")) if texts(rows(table)[0]).startswith(f"Norm{code}"))

    def row(self, code: str, field: FormField | None) -> Element:
        """The row of a field; None: the one that starts the norm."""
        if field is None:
            return rows(self.table(code))[0]
        return next(row for row in rows(self.table(code)) if texts(row[-2]) == LABELS[field])

    def label(self, code: str, field: FormField | None) -> Element:
        return self.row(code, field).findall(w("tc"))[0]

    def value(self, code: str, field: FormField | None) -> Element:
        return self.row(code, field).findall(w("tc"))[1]

    def paragraph(self, code: str, field: FormField | None) -> Element:
        """The paragraph in the cell of the value."""
        found = self.value(code, field).find(w("p"))
        assert found is not None
        return found

    def control(self, code: str, field: FormField) -> Element:
        """The control of a field."""
        norm = next(norm for norm in self.content.norms if norm.code == code)
        tags = (tag for tag in self.root.iter(w("tag")) if tag.get(w("val")) == field_tag(norm.id, field))
        return next(tags).getparent().getparent()  # type: ignore[union-attr, return-value]

    def type_over(self, code: str, field: FormField, text: str) -> None:
        """Fill a control as Word does."""
        found = self.control(code, field)
        for mark in found.findall(f"{w('sdtPr')}/{w('showingPlcHdr')}"):
            mark.getparent().remove(mark)  # type: ignore[union-attr]
        replace_children(found.find(w("sdtContent")), run(text))

    def strip_controls(self, *codes: str) -> None:
        """Take every control away and leave what stands in it, in the whole body or in these tables."""
        for part in [self.table(code) for code in codes] or [self.body]:
            for found in list(part.iter(w("sdt"))):
                unwrap(found)

    def rename(self, cell: Element, text: str) -> None:
        """Let a cell say something else."""
        found = cell.find(w("p"))
        for child in list(found):  # type: ignore[arg-type]
            if child.tag != w("pPr"):
                found.remove(child)  # type: ignore[union-attr]
        if text:
            found.append(element(run(text)))  # type: ignore[union-attr]


def rows(table: Element) -> list[Element]:
    return table.findall(w("tr"))


def texts(part: Element) -> str:
    """All text, one after the other."""
    return "".join(str(each.text or "") for each in part.iter(w("t")))


def replace_children(parent: Element | None, xml: str) -> None:
    assert parent is not None
    for child in list(parent):
        parent.remove(child)
    parent.append(element(xml))


def unwrap(found: Element) -> None:
    """Put the content of a control in its place."""
    parent, content = found.getparent(), found.find(w("sdtContent"))
    assert parent is not None
    place = parent.index(found)
    parent[place : place + 1] = list(content) if content is not None else []


def remove(*parts: Element) -> None:
    for part in parts:
        part.getparent().remove(part)  # type: ignore[union-attr]


def copied(part: Element) -> Element:
    return copy.deepcopy(part)


def wrap(part: Element, xml: str) -> None:
    """Put an element around another; the first empty w:sdtContent, w:tc or w:ins in `xml` gets it."""
    around = element(xml)
    part.getparent().replace(part, around)  # type: ignore[union-attr]
    next(_innermost(around)).append(part)


def _innermost(around: Element) -> Iterator[Element]:
    for found in around.iter():
        if found.tag in (w("sdtContent"), w("tc"), w("ins"), w("txbxContent")) and len(found) == 0:
            yield found
    yield around
