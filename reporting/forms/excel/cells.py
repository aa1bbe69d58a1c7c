"""The cells of an .xlsx that the guard let pass, as somebody sees them in Excel; only those that hold something.

No library: openpyxl makes an object for every cell of a merged area (a file of 5 kB kept it busy for two minutes)
and drops "x005F_" from texts. Here time and memory follow from what is in the file, not from the size it claims.
"""

import math
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from lxml import etree
from lxml.etree import _Element as Element

from questionnaire.errors import InvalidInputError
from reporting.forms.layout import DATE_FORMAT
from reporting.guard import GuardedPackage
from reporting.package.parts import PARSER, relations_of

MOST_CELLS = 30_000
"""Filled cells in all sheets together; a form with every norm has about 1,400."""
MOST_SIGNS = 20_000_000
"""Of all texts together, counted for each cell: many cells can share one text in the file."""
MOST_MERGED = 1_000
DAMAGED = (
    "Dit Excel-bestand is beschadigd. Er is niets gelezen. Open het in Excel, sla het op en probeer het opnieuw."
)
TOO_MUCH = (
    "Dit Excel-bestand heeft te veel gevulde of samengevoegde cellen voor een invullijst. Er is niets gelezen. "
    "Kies het bestand dat u met deze app hebt gemaakt, of haal weg wat er niet in hoort."
)
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_BUILT_IN_DAYS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PLAIN_FORMATS = frozenset((0, 1, 49))
"""General, whole numbers and text: a number looks there as it is."""
_NOT_OF_A_DAY = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_FIRST_DAY, _FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)


class Kind(Enum):
    """What a cell holds."""

    TEXT = "tekst"
    NUMBER = "getal"
    DAY = "datum"
    TRUTH = "waar of onwaar"
    FAULT = "fout"
    FORMULA = "formule"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something."""

    kind: Kind
    text: str
    """As a Dutch Excel shows it: "0,5", "01-03-2027", "WAAR"; a formula as it was typed, not its outcome."""
    number: float = 0.0
    """Of a number or day: what the file has."""
    day: date | None = None
    is_dressed: bool = False
    """Whether Excel shows the number in another way, such as "50%"."""


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that were merged; rows and columns from 1, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet."""

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    """Filled cells by row and column, both from 1, in order."""
    merged: tuple[Area, ...]

    def text(self, row: int, column: int) -> str:
        """What a cell shows; "" for an empty one."""
        cell = self.rows.get(row, {}).get(column)
        return cell.text if cell else ""


def column_letters(column: int) -> str:
    """The name of a column.

    >>> column_letters(1), column_letters(27), column_letters(16_384)
    ('A', 'AA', 'XFD')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_sheets(package: GuardedPackage) -> tuple[Sheet, ...]:
    """Every worksheet in the order of the workbook, hidden ones and hidden rows too.

    Raises:
        InvalidInputError: the file is damaged, or holds more than a form can.
    """
    try:
        return tuple(_Book(package).sheets())
    except (etree.XMLSyntaxError, ValueError, IndexError, KeyError, OverflowError) as error:
        raise InvalidInputError(DAMAGED) from error


class _Book:
    """What all sheets of a workbook share, and what is left of the limits."""

    def __init__(self, package: GuardedPackage) -> None:
        self.parts = package.parts
        self.main = package.main_part
        self.root = _parsed(self.parts[self.main])
        targets = {link.get("Id"): link for link in _parsed(self.parts[relations_of(self.main)])}
        self.links = {name: _target(self.main, link) for name, link in targets.items()}
        kinds = {link.get("Type", "").rpartition("/")[2]: _target(self.main, link) for link in targets.values()}
        self.strings = self._strings(kinds.get("sharedStrings", ""))
        self.formats = self._formats(kinds.get("styles", ""))
        properties = self.root.find("{*}workbookPr")
        is_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self.first_day = _FIRST_DAY_1904 if is_1904 else _FIRST_DAY
        self.cells, self.signs, self.merged = MOST_CELLS, MOST_SIGNS, MOST_MERGED

    def sheets(self) -> Iterator[Sheet]:
        """Worksheets; sheets with only a chart are passed."""
        for listed in self.root.iterfind("{*}sheets/{*}sheet"):
            link = next((str(value) for name, value in listed.items() if str(name).endswith("}id")), "")
            root = _parsed(self.parts[self.links[link]])
            if etree.QName(root).localname == "worksheet":
                yield Sheet(listed.get("name", ""), self._rows(root), tuple(self._areas(root)))

    def _strings(self, part: str) -> list[str]:
        return [_text(each) for each in _parsed(self.parts[part]).iterfind("{*}si")] if part in self.parts else []

    def _formats(self, part: str) -> list[tuple[bool, bool]]:
        """Of each cell style whether it shows a day, and whether it shows a number in another way."""
        if part not in self.parts:
            return []
        root = _parsed(self.parts[part])
        own = {each.get("numFmtId"): each.get("formatCode", "") for each in root.iterfind("{*}numFmts/{*}numFmt")}
        found = []
        for style in root.iterfind("{*}cellXfs/{*}xf"):
            number = style.get("numFmtId", "0")
            is_day = _shows_a_day(own[number]) if number in own else int(number) in _BUILT_IN_DAYS
            is_plain = int(number) in _PLAIN_FORMATS or own.get(number, "").casefold() in ("general", "@", "0")
            found.append((is_day, not is_plain))
        return found

    def _rows(self, root: Element) -> dict[int, dict[int, Cell]]:
        rows: dict[int, dict[int, Cell]] = {}
        line = 0
        for row in root.iterfind("{*}sheetData/{*}row"):
            line = int(row.get("r") or line + 1)
            place = 0
            for each in row:
                found = _PLACE.fullmatch(each.get("r", ""))
                place = _column(found[1]) if found else place + 1
                cell = self._cell(each)
                if cell is not None:
                    rows.setdefault(int(found[2]) if found else line, {}).setdefault(place, cell)
        return {number: dict(sorted(rows[number].items())) for number in sorted(rows)}

    def _cell(self, element: Element) -> Cell | None:
        """What a cell holds; None for an empty one."""
        found = {str(child.tag).rpartition("}")[2]: child for child in element}
        formula, value, inline = found.get("f"), found.get("v"), found.get("is")
        kind = element.get("t", "n")
        if formula is not None:
            cell = Cell(Kind.FORMULA, f"={formula.text or ''}")
        elif inline is not None and kind == "inlineStr":
            cell = Cell(Kind.TEXT, _text(inline))
        elif value is None or not value.text:
            return None
        else:
            cell = self._valued(kind, value.text, element.get("s", "0"))
        if not cell.text:
            return None
        self.cells -= 1
        self.signs -= len(cell.text)
        if self.cells < 0 or self.signs < 0:
            raise InvalidInputError(TOO_MUCH)
        return cell

    def _valued(self, kind: str, value: str, style: str) -> Cell:
        if kind in ("s", "str"):
            return Cell(Kind.TEXT, self.strings[int(value)] if kind == "s" else _unescaped(value))
        if kind in ("b", "e"):
            truth = "WAAR" if value.strip() in ("1", "true") else "ONWAAR"
            return Cell(Kind.FAULT, value) if kind == "e" else Cell(Kind.TRUTH, truth)
        if kind == "d":
            moment = datetime.fromisoformat(value.strip())
            return Cell(Kind.DAY, moment.strftime(DATE_FORMAT), day=moment.date())
        return self._numbered(float(value), style)

    def _numbered(self, number: float, style: str) -> Cell:
        if not math.isfinite(number):
            raise ValueError(number)
        is_day, is_dressed = self.formats[int(style)] if self.formats else (False, False)
        if is_day and (cell := self._moment(number)):
            return cell
        text = f"{number:.15g}".replace(".", ",")
        return Cell(Kind.NUMBER, text, number, is_dressed=is_dressed)

    def _moment(self, number: float) -> Cell | None:
        """A day, a day with a time, or a time; None for a number that Excel cannot show as one either."""
        days, part = divmod(number, 1)
        if not 0 <= days < 2_958_466:  # the last day of the year 9999
            return None
        day = self.first_day + timedelta(days=days)
        minutes = round(part * 24 * 60)
        shown_time = f"{minutes // 60:02}:{minutes % 60:02}" if minutes else ""
        shown_day = day.strftime(DATE_FORMAT) if days or not minutes else ""
        return Cell(Kind.DAY, " ".join(filter(None, (shown_day, shown_time))), number, day if days else None)

    def _areas(self, root: Element) -> Iterator[Area]:
        for merged in root.iterfind("{*}mergeCells/{*}mergeCell"):
            self.merged -= 1
            if self.merged < 0:
                raise InvalidInputError(TOO_MUCH)
            first, _, last = merged.get("ref", "").partition(":")
            top_left, bottom_right = _PLACE.fullmatch(first), _PLACE.fullmatch(last or first)
            if top_left and bottom_right:
                yield Area(int(top_left[2]), _column(top_left[1]), int(bottom_right[2]), _column(bottom_right[1]))


def _parsed(part: bytes) -> Element:
    return etree.fromstring(part, PARSER)


def _target(source: str, link: Element) -> str:
    """The part that a relationship of `source` leads to."""
    target = link.get("Target", "")
    return (
        target.removeprefix("/")
        if target.startswith("/")
        else posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _text(element: Element) -> str:
    """The text of a shared or inline string: its runs together, without how Japanese words are spoken."""
    texts = (each.text or "" for each in element.iterfind("{*}t"))
    runs = (each.text or "" for each in element.iterfind("{*}r/{*}t"))
    return _unescaped("".join((*texts, *runs)))


def _unescaped(text: str) -> str:
    r"""Signs that XML cannot have, as Excel writes them; and a text that looks like one of those.

    >>> _unescaped("een_x000D_\ntwee _x005F_x0041_")
    'een\r\ntwee _x0041_'
    """
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _shows_a_day(code: str) -> bool:
    """Whether a number format is one of a day or time.

    >>> _shows_a_day("[$-413]d mmm yyyy"), _shows_a_day('0 "dagen"'), _shows_a_day("General")
    (True, False, False)
    """
    bare = _NOT_OF_A_DAY.sub("", code).casefold()
    return bare not in ("general", "standard") and any(sign in bare for sign in "dmyhs")
