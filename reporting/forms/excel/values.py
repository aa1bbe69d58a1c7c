"""One cell of an Excel form to the text that is stored: numbers, days, formulas and merged cells included."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from questionnaire.comparison.form_fields import FREE_TEXTS, FormField
from questionnaire.comparison.offered import Severity
from questionnaire.errors import InvalidInputError
from questionnaire.model.plan import FIRST_YEAR, LAST_YEAR
from questionnaire.model.questionnaire import Questionnaire
from reporting.forms.excel.cells import TOO_MUCH, Area, Cell, Kind, Sheet
from reporting.forms.excel.layout import TOO_LONG
from reporting.forms.layout import DATE_FORMAT
from reporting.forms.placeholders import is_placeholder
from reporting.forms.reading.names import key
from reporting.forms.values import UnreadableError, ValueParser, quoted

MOST_MERGED_ROWS = 100_000
"""Rows under merged areas, counted for each area."""
DAY_ZERO = date(1899, 12, 30)


class UnreadableCellError(InvalidInputError):
    """A cell of which nothing is taken; the message is Dutch, without a capital."""

    def __init__(self, message: str, severity: Severity = Severity.ERROR) -> None:
        super().__init__(message)
        self.severity = severity


@dataclass(frozen=True, slots=True)
class ReadCell:
    """What a cell offers."""

    text: str
    """As it is stored; "" for an empty cell."""
    note: str = ""
    """In Dutch, what is odd about it."""


class CellParser:
    """Reads cells with the same content."""

    def __init__(self, content: Questionnaire) -> None:
        self.values = ValueParser(content)

    def parse(self, field: FormField, sheet: Sheet, at: tuple[int, int], merged: Sequence[Area]) -> ReadCell:
        """What stands in the cell at a row and column.

        Raises:
            UnreadableCellError: nothing can be taken, with why.
        """
        _check_merged(sheet, at, merged)
        cell = sheet.rows[at[0]].get(at[1])
        if cell is None:
            return ReadCell("")
        _check_kind(cell)
        text, note = _shown(field, cell)
        try:
            return ReadCell(self.values.parse(field, text), note)
        except UnreadableError as error:
            raise UnreadableCellError(str(error)) from error


def _check_kind(cell: Cell) -> None:
    """Refuse what is no value: a formula, a fault, or our own words about a text that did not fit."""
    if cell.kind is Kind.FORMULA:
        raise UnreadableCellError(f"hier staat een formule ({quoted(cell.text)}). Typ wat er moet staan.")
    if cell.kind is Kind.FAULT:
        raise UnreadableCellError(f"hier staat een foutmelding van Excel ({quoted(cell.text)}). Typ het opnieuw.")
    if TOO_LONG in cell.text:
        if key(cell.text) == key(TOO_LONG):
            raise UnreadableCellError(
                "de tekst in de app was te lang voor Excel en blijft staan.", Severity.WARNING
            )
        raise UnreadableCellError("haal onze zin over te lange tekst weg, en laat alleen uw eigen tekst staan.")


def _shown(field: FormField, cell: Cell) -> tuple[str, str]:
    """The text to read, and what is odd about it."""
    if field is FormField.DUE and cell.day is not None:
        return cell.day.isoformat(), ""
    if field is FormField.DUE and cell.kind is Kind.NUMBER and (day := _day_of(cell.number)):
        return day.isoformat(), f"het getal {cell.text} is gelezen als de datum {day.strftime(DATE_FORMAT)}"
    if cell.kind is Kind.TEXT:
        return ("" if cell.text.strip() and is_placeholder(cell.text, field) else cell.text), ""
    is_odd = field in FREE_TEXTS and (cell.is_dressed or cell.kind is Kind.DAY)
    return (
        cell.text,
        f"Excel heeft hier een {cell.kind.value} van gemaakt; gelezen als ‘{cell.text}’" if is_odd else "",
    )


def _day_of(number: float) -> date | None:
    """The day that a bare number stands for, when it is one that an action can have."""
    first, last = ((date(year, 1, 1) - DAY_ZERO).days for year in (FIRST_YEAR, LAST_YEAR + 1))
    return DAY_ZERO + timedelta(days=number) if number.is_integer() and first <= number < last else None


def _check_merged(sheet: Sheet, at: tuple[int, int], merged: Sequence[Area]) -> None:
    column = at[1]
    for area in merged:
        if not area.left <= column <= area.right:
            continue
        has_text = bool(sheet.text(area.top, area.left).strip())
        severity = Severity.ERROR if has_text else Severity.WARNING
        if area.top != area.bottom:
            text = (
                "deze cel is samengevoegd met een cel op een andere regel; bij welke norm de tekst hoort, is niet"
            )
            raise UnreadableCellError(f"{text} te zien.", severity)
        if column != area.left:
            raise UnreadableCellError("deze cel is samengevoegd met de cel links ervan.", Severity.WARNING)


def merged_at(sheet: Sheet) -> Mapping[int, Sequence[Area]]:
    """The merged areas over each filled row of a sheet.

    Raises:
        InvalidInputError: more than anybody merges by hand.
    """
    found: dict[int, list[Area]] = {}
    rows, left = list(sheet.rows), MOST_MERGED_ROWS
    for area in sheet.merged:
        under = rows[bisect_left(rows, area.top) : bisect_right(rows, area.bottom)]
        left -= len(under)
        if left < 0:
            raise InvalidInputError(TOO_MUCH)
        for row in under:
            found.setdefault(row, []).append(area)
    return found
