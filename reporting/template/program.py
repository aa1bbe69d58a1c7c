"""The instructions of a compiled template: strings with fields, repeats and headings between them.

Filling is reading attributes and joining strings; everything that can be looked up was looked up while compiling.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from questionnaire.model.cleaning import clean
from reporting.charts import Chart, drawing_xml
from reporting.template.package import RelationIds

UNSAFE = re.compile("[&<>\x00-\x1f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
WEB_ADDRESS = re.compile(r"https?://[^\s\"<>]+")
MARKUP = re.compile("<[^>]*>")
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(slots=True)
class Writer:
    """What is collected while filling: output, headings, and numbers that must be unique in the document."""

    first_bookmark: int = 1
    ids: RelationIds = field(default_factory=RelationIds)
    output: list[str] = field(default_factory=list)
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    """Level, bookmark and text (as XML) of every heading so far."""
    contents_at: int | None = None
    urls: dict[str, int] = field(default_factory=dict)
    """Web addresses with their number, in order of first use."""
    numbered: int = 0
    charts: list[Chart] = field(default_factory=list)
    """Charts in order of appearance."""
    comments: list[str] = field(default_factory=list)
    """Comments in order of appearance."""
    first_comment: int = 0
    """The number of the first comment."""
    takes_comments: bool = False
    """Whether the part that is being filled can have comments."""
    commented: set[int] = field(default_factory=set)
    """Values that have their comments already, by identity."""


class Instruction(Protocol):
    """Something that adds to the output."""

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Add what this gives for the values in `scopes`, outermost first."""


Program = Sequence["str | Instruction"]
"""XML of the template as it is, and instructions between it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A field: one attribute of the value at `depth`."""

    depth: int
    attribute: str

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Add the text."""
        writer.output.append(text_xml(getattr(scopes[self.depth], self.attribute)))


@dataclass(frozen=True, slots=True)
class Link:
    """A field in a run that becomes clickable when it holds a web address."""

    depth: int
    attribute: str
    body: Program

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Add the run, inside a link when it can be one."""
        url = getattr(scopes[self.depth], self.attribute)
        if not WEB_ADDRESS.fullmatch(url):
            run(self.body, scopes, writer)
            return
        relation = writer.ids.link(writer.urls.setdefault(url, len(writer.urls)))
        writer.output.append(
            f'<w:hyperlink xmlns:r="{RELATIONSHIPS}" r:id="{relation}" w:tooltip="{escaped(url)}" w:history="1">'
        )
        run(self.body, scopes, writer)
        writer.output.append("</w:hyperlink>")


@dataclass(frozen=True, slots=True)
class Commented:
    """A field at which comments may stand, with the run around it; the same value has them once."""

    depth: int
    attribute: str
    body: Program

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Add the run, between the marks of its comments."""
        value = scopes[self.depth]
        comments = getattr(value, self.attribute)
        if not comments or not writer.takes_comments or id(value) in writer.commented:
            run(self.body, scopes, writer)
            return
        writer.commented.add(id(value))
        first = writer.first_comment + len(writer.comments)
        numbers = range(first, first + len(comments))
        writer.comments.extend(comments)
        writer.output.extend(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
        run(self.body, scopes, writer)
        for number in numbers:
            writer.output.append(
                f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
            )


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as wide as the text, and no higher than its page allows."""

    depth: int
    attribute: str
    width_emu: int
    height_emu: int

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Add the drawing; who runs this has checked that there is a chart."""
        chart = getattr(scopes[self.depth], self.attribute).chart
        relation = writer.ids.chart(len(writer.charts))
        writer.charts.append(chart)
        writer.numbered += 1
        height = min(chart.height_emu, self.height_emu)
        writer.output.append(drawing_xml(relation, writer.numbered, chart, self.width_emu, height))


@dataclass(frozen=True, slots=True)
class CaptionText:
    """What stands below a chart, behind its number."""

    depth: int
    attribute: str

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Add the text."""
        writer.output.append(text_xml(getattr(scopes[self.depth], self.attribute).caption))


@dataclass(frozen=True, slots=True)
class FigureNumber:
    """The number of the chart that was just drawn."""

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Add the number."""
        writer.output.append(f"<w:t>{len(writer.charts)}</w:t>")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A body for each item of a tuple."""

    depth: int
    attribute: str
    body: Program

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Add the body once for each item, with that item as innermost value."""
        for item in getattr(scopes[self.depth], self.attribute):
            scopes.append(item)
            run(self.body, scopes, writer)
            scopes.pop()


@dataclass(frozen=True, slots=True)
class WhenAny:
    """A table whose rows repeat over nothing vanishes; so does a figure without a chart."""

    depth: int
    attribute: str
    body: Program

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Add the body when there is at least one item, or a chart."""
        if getattr(scopes[self.depth], self.attribute):
            run(self.body, scopes, writer)


@dataclass(frozen=True, slots=True)
class Heading:
    """The text of a heading, in a bookmark of its own for the table of contents."""

    level: int
    body: Program

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Add the bookmark with the text, and remember both."""
        number = len(writer.headings)
        name, mark = f"_Toc{700000000 + number}", writer.first_bookmark + number
        writer.output.append(f'<w:bookmarkStart w:id="{mark}" w:name="{name}"/>')
        start = len(writer.output)
        run(self.body, scopes, writer)
        text = MARKUP.sub("", "".join(writer.output[start:]).replace("<w:br/>", " "))
        writer.output.append(f'<w:bookmarkEnd w:id="{mark}"/>')
        writer.headings.append((self.level, name, text.strip()))


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents; it is written when all headings are known."""

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Keep the place."""
        writer.contents_at = len(writer.output)
        writer.output.append("")


@dataclass(frozen=True, slots=True)
class UniqueNumber:
    """A number that may occur once in the whole document, such as that of a picture."""

    def write(self, scopes: list[Any], writer: Writer) -> None:
        """Add the next number."""
        writer.numbered += 1
        writer.output.append(str(writer.numbered))


def run(program: Program, scopes: list[Any], writer: Writer) -> None:
    """Run a program in order."""
    output = writer.output
    for step in program:
        if isinstance(step, str):
            output.append(step)
        else:
            step.write(scopes, writer)


def text_xml(text: str) -> str:
    r"""A text as the inside of a run; every line of its own, with nothing that Word cannot read.

    >>> text_xml("a < b")
    '<w:t xml:space="preserve">a &lt; b</w:t>'
    >>> text_xml("een\ntwee\x07").count("<w:br/>")
    1
    """
    if not UNSAFE.search(text):
        return f'<w:t xml:space="preserve">{text}</w:t>'
    lines = escaped(clean(text)).split("\n")
    cells = [
        "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in line.split("\t")) for line in lines
    ]
    return "<w:br/>".join(cells)


def escaped(text: str) -> str:
    """Text for XML content and quoted attributes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def contents_xml(writer: Writer, instruction: str, levels: tuple[int, int], styles: Sequence[str]) -> str:
    """A filled TOC field: one linked paragraph for each heading within `levels`, without page numbers.

    Args:
        writer: what was collected while filling.
        instruction: the field's own instruction, kept so that Word can update it.
        levels: first and last heading level to list.
        styles: style ids of "toc 1" and on.
    """
    entries = [entry for entry in writer.headings if levels[0] <= entry[0] <= levels[1] and entry[2]]
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        f'{escaped(instruction)} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    paragraphs = []
    for index, (level, name, text) in enumerate(entries):
        tip = text.replace('"', "&quot;")
        link = (
            f'<w:hyperlink w:anchor="{name}" w:tooltip="{tip}" w:history="1"><w:r>'
            f'<w:t xml:space="preserve">{text}</w:t></w:r></w:hyperlink>'
        )
        style = f'<w:pPr><w:pStyle w:val="{styles[level - 1]}"/></w:pPr>'
        start, stop = begin if index == 0 else "", end if index == len(entries) - 1 else ""
        paragraphs.append(f"<w:p>{style}{start}{link}{stop}</w:p>")
    return "".join(paragraphs)
