"""Which column of a sheet is what: by its heading wherever it stands, else by its place between others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from questionnaire.comparison.form_fields import FormField
from questionnaire.comparison.offered import Severity
from questionnaire.errors import InvalidInputError
from reporting.forms.excel.cells import TOO_MUCH, Sheet, column_letters
from reporting.forms.excel.layout import CODE, COLUMNS, OTHERS, TITLE
from reporting.forms.reading.names import key
from reporting.forms.reading.offers import STAYS
from reporting.forms.values import quoted
from reporting.wording.dutch import listed

HEADINGS = tuple(column.heading for column in COLUMNS)
FIELD_BY_HEADING = {column.heading: column.field for column in COLUMNS if column.field}
FEWEST_KNOWN = 2
"""A row with a known code or title column and this many known headings in all is a row of headings."""
_HEADING_BY_KEY = {key(heading): heading for heading in HEADINGS}
_LONGEST = 80
MOST_REGIONS = 100
"""Rows of headings on one sheet; a form has one."""
MOST_NAMED = 5
"""Columns that one finding names."""


@dataclass(frozen=True, slots=True)
class Region:
    """A row of headings with the rows that it is for."""

    sheet: Sheet
    heading_row: int
    rows: tuple[int, ...]
    headings: Mapping[int, str]
    """What each column is, by column."""
    problems: tuple[tuple[Severity, str], ...]
    """What is odd about the columns, in Dutch."""

    def columns(self, heading: str) -> tuple[int, ...]:
        """The columns that have this heading; more than one when somebody copied a column."""
        return tuple(column for column, found in self.headings.items() if found == heading)

    @property
    def fields(self) -> Mapping[int, FormField]:
        """The columns that hold answers."""
        return {
            column: FIELD_BY_HEADING[found] for column, found in self.headings.items() if found in FIELD_BY_HEADING
        }


def regions_of(sheet: Sheet) -> tuple[Region, ...]:
    """The parts of a sheet, each under its own headings; rows above the first headings belong to those too.

    Raises:
        InvalidInputError: far more headings than a form has.
    """
    starts = [row for row in sheet.rows if _is_heading_row(sheet, row)]
    if len(starts) > MOST_REGIONS:
        raise InvalidInputError(TOO_MUCH)
    others = sheet.rows.keys() - set(starts)
    found = []
    for place, start in enumerate(starts):
        first = start if place else 0
        last = starts[place + 1] if place + 1 < len(starts) else max(sheet.rows) + 1
        rows = tuple(row for row in sheet.rows if first < row < last and row in others)
        found.append(_region(sheet, start, rows))
    return tuple(found)


def _is_heading_row(sheet: Sheet, row: int) -> bool:
    known = {heading for _, heading in _known(sheet, row)}
    return len(known) >= FEWEST_KNOWN and bool(known & {CODE, TITLE}) and bool(known - {CODE, TITLE})


def _known(sheet: Sheet, row: int) -> Iterator[tuple[int, str]]:
    for column, cell in sheet.rows[row].items():
        heading = _HEADING_BY_KEY.get(key(cell.text[:_LONGEST]))
        if heading is not None:
            yield column, heading


def _region(sheet: Sheet, start: int, rows: tuple[int, ...]) -> Region:
    headings = dict(_known(sheet, start))
    problems: list[tuple[Severity, str]] = []
    filled = {column for row in rows for column, cell in sheet.rows[row].items() if cell.text.strip()}
    used = sorted(filled | sheet.rows[start].keys())
    for run, before, after in _unknown_runs(used, headings):
        free = _between(before, after, set(headings.values()))
        if len(run) == len(free):
            for column, heading in zip(run, free, strict=True):
                headings[column] = heading
                if heading not in (OTHERS, CODE) or sheet.text(start, column):
                    problems.append((Severity.WARNING, _read_by_place(sheet, start, column, heading)))
        elif not filled.isdisjoint(run):
            named = listed([_named(sheet, start, column) for column in run[:MOST_NAMED]])
            more = f" (en nog {len(run) - MOST_NAMED})" if len(run) > MOST_NAMED else ""
            severity = Severity.ERROR if any(each in FIELD_BY_HEADING for each in free) else Severity.WARNING
            problems.append((severity, f"{named}{more} is niet van ons en is niet gelezen"))
    missing = [f"‘{heading}’" for heading in FIELD_BY_HEADING if heading not in headings.values()]
    if missing and rows:
        problems.append((Severity.WARNING, f"Niet gevonden: de kolom {listed(missing)}. {STAYS}"))
    return Region(sheet, start, rows, headings, tuple(problems))


def _unknown_runs(
    used: Sequence[int], headings: Mapping[int, str]
) -> Iterator[tuple[list[int], str | None, str | None]]:
    """Columns without a known heading that stand beside each other, with the known ones on both sides."""
    runs = [(is_known, list(group)) for is_known, group in groupby(used, key=headings.__contains__)]
    for place, (is_known, run) in enumerate(runs):
        if not is_known:
            before = headings[runs[place - 1][1][-1]] if place else None
            after = headings[runs[place + 1][1][0]] if place + 1 < len(runs) else None
            yield run, before, after


def _between(before: str | None, after: str | None, claimed: set[str]) -> tuple[str, ...]:
    """The headings that no column has and that belong between two others, without the one that may be absent."""
    start = 0 if before is None else HEADINGS.index(before) + 1
    end = len(HEADINGS) if after is None else HEADINGS.index(after)
    return tuple(each for each in HEADINGS[start:end] if each not in claimed and each != OTHERS)


def _named(sheet: Sheet, start: int, column: int) -> str:
    """A column in words."""
    heading = sheet.text(start, column)
    return f"kolom {column_letters(column)}{f' ({quoted(heading)})' if heading.strip() else ''}"


def _read_by_place(sheet: Sheet, start: int, column: int, heading: str) -> str:
    return (
        f"{_named(sheet, start, column)} is gelezen als ‘{heading}’, want die hoort hier te staan. Klopt dat "
        "niet? Neem er dan niets van over"
    )
