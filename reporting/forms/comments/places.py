"""At which norm a comment stands in a report: in its row, at its number and title, or below its heading."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from questionnaire.model.questionnaire import Norm, Questionnaire
from reporting.forms.reading.text import PARAGRAPH, ROW, TABLE, TEXT, VALUE, W

START, END, REFERENCE = f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"
MARKS = (START, END, REFERENCE)
BEHIND_A_CODE = " .:·–-\t"
MOST_NORMS = 4
"""As many norms under one comment are named."""
MOST_STEPS = 100
"""As many times a norm may end or begin under one comment."""
LONGEST = 400
"""Signs of a paragraph that are looked at for a number and a title."""


@dataclass(slots=True)
class Span:
    """From which paragraph to which a comment stands, both included; by number in the order of the file."""

    first: int
    last: int


@dataclass(slots=True)
class Row:
    """A row with the norms that are named in it, by id."""

    number: int
    around: "Row | None"
    named: dict[str, Norm] = field(default_factory=dict)

    @property
    def norm(self) -> Norm | None:
        """The one norm that this row is about, or else the row around it; None when it names several."""
        if self.named:
            return next(iter(self.named.values())) if len(self.named) == 1 else None
        return self.around.norm if self.around else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with what tells its norm: its own text, its row, and the heading above it."""

    own: Norm | None
    row: Row | None
    heading: Norm | None
    where: str
    """In words, for a person."""

    @property
    def norm(self) -> Norm | None:
        """The norm that it belongs to, if any."""
        return self.own or (self.row.norm if self.row else None) or self.heading


@dataclass(slots=True)
class Places:
    """All paragraphs, and where each comment stands by its number in the file."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    norms: list[Norm | None] = field(default_factory=list)
    """The norm of each paragraph."""
    following: list[int] = field(default_factory=list)
    """For each paragraph the first one behind it that has another norm than the one before it."""

    def norms_at(self, comment: str) -> list[Norm]:
        """The norms under a comment, in order; at most `MOST_NORMS`, and none for a comment without a place."""
        span = self.spans.get(comment)
        found: dict[str, Norm] = {}
        number = span.first if span else 0
        for _ in range(MOST_STEPS):
            if span is None or number > span.last or number >= len(self.norms) or len(found) == MOST_NORMS:
                break
            norm = self.norms[number]
            if norm is not None:
                found[norm.id] = norm
            number = self.following[number]
        return list(found.values())

    def where(self, comment: str) -> str:
        """Where a comment stands: table and row, or the heading above it; "" when that is not known."""
        span = self.spans.get(comment)
        return self.paragraphs[span.first].where if span and span.first < len(self.paragraphs) else ""


def find_places(body: Element, content: Questionnaire, heading_level: Mapping[str, int]) -> Places:
    """Where everything stands.

    Args:
        body: of the main part.
        content: all of it.
        heading_level: levels of headings by id of their style.
    """
    reader = _Reader(_Names(content), heading_level)
    for element in body.iter(TABLE, ROW, PARAGRAPH, TEXT, *MARKS):
        reader.read(element)
    return reader.finished()


class _Names:
    """Norms by how they are called."""

    def __init__(self, content: Questionnaire) -> None:
        self._norm_by_code = {norm.code.casefold(): norm for norm in content.norms}

    def norm(self, paragraph: Element) -> Norm | None:
        """The norm whose number, or number and title, a paragraph begins with."""
        words = "".join(str(text.text or "") for text in paragraph.iter(TEXT))[:LONGEST].casefold().split()
        if words[:1] == ["norm"]:
            del words[0]
        norm = self._norm_by_code.get(words[0].rstrip(BEHIND_A_CODE)) if words else None
        rest = " ".join(words[1:]).lstrip(BEHIND_A_CODE)
        if norm is None or not rest or rest.startswith(" ".join(norm.title.casefold().split())):
            return norm
        return None


class _Reader:
    """Goes through a body in the order of the file."""

    def __init__(self, names: _Names, heading_level: Mapping[str, int]) -> None:
        self._names = names
        self._level_by_style = heading_level
        self._places = Places()
        self._tables: dict[Element, int] = {}
        self._rows: dict[Element, Row] = {}
        self._rows_in: dict[Element, int] = {}
        self._heading: tuple[int, Norm | None, str] = (0, None, "")
        self._has_text = False
        """Whether the present paragraph has text so far."""

    def read(self, element: Element) -> None:
        if element.tag == TABLE:
            self._tables[element] = len(self._tables) + 1
        elif element.tag == ROW:
            self._row(element)
        elif element.tag == PARAGRAPH:
            self._has_text = False
            self._places.paragraphs.append(self._paragraph(element))
        elif element.tag == TEXT:
            self._has_text = self._has_text or bool(element.text)
        else:
            self._mark(element, str(element.get(f"{W}id")))

    def finished(self) -> Places:
        """The places, with for each paragraph its norm and where the next norm begins."""
        norms = [paragraph.norm for paragraph in self._places.paragraphs]
        following = len(norms)
        for number in range(len(norms) - 1, -1, -1):
            self._places.following.append(following)
            if number and norms[number] is not norms[number - 1]:
                following = number
        self._places.following.reverse()
        self._places.norms = norms
        return self._places

    def _row(self, row: Element) -> None:
        """Number a row within its table."""
        table = next(row.iterancestors(TABLE), row)
        self._rows_in[table] = self._rows_in.get(table, 0) + 1
        around = next(row.iterancestors(ROW), None)
        self._rows[row] = Row(self._rows_in[table], None if around is None else self._rows[around])

    def _paragraph(self, paragraph: Element) -> Paragraph:
        own = self._names.norm(paragraph)
        element = next(paragraph.iterancestors(ROW), None)
        if element is None:
            self._follow_heading(paragraph, own)
            return Paragraph(own, None, *self._heading[1:])
        row, table = self._rows[element], next(element.iterancestors(TABLE), None)
        if own is not None:
            row.named[own.id] = own
        number = 0 if table is None else self._tables[table]
        return Paragraph(own, row, self._heading[1], f"tabel {number}, rij {row.number}")

    def _follow_heading(self, paragraph: Element, norm: Norm | None) -> None:
        """Remember the norm that a heading names, until a heading of its level or higher."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = 0 if style is None else self._level_by_style.get(str(style.get(VALUE)), 0)
        if level and (norm or level <= self._heading[0] or not self._heading[1]):
            text = "".join(str(part.text or "") for part in paragraph.iter(TEXT))[:LONGEST]
            self._heading = (level, norm, f"onder de kop ‘{text.strip()}’")

    def _mark(self, element: Element, comment: str) -> None:
        """The begin or end of a comment, or its sign where it has neither."""
        is_inside = next(element.iterancestors(PARAGRAPH), None) is not None
        here = len(self._places.paragraphs) - (1 if is_inside else 0)
        if element.tag == START:
            self._places.spans.setdefault(comment, Span(here, here))
        elif element.tag == END and comment in self._places.spans:
            span = self._places.spans[comment]
            last = here if is_inside and self._has_text else here - 1
            span.last = max(span.first, last)
        elif element.tag == REFERENCE:
            self._places.spans.setdefault(comment, Span(here, here))


def heading_levels(style_by_name: Mapping[str, str]) -> dict[str, int]:
    """Levels of headings by id of their style."""
    return {style_by_name[name]: level for level, name in _heading_names() if name in style_by_name}


def _heading_names() -> Iterator[tuple[int, str]]:
    return ((level, f"heading {level}") for level in range(1, 10))
