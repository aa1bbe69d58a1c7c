"""The actions as a list to work with: Excel with a real data table, and CSV. No cell can become a formula.

It names owners and holds notes, so it is for those who carry the plan out.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from questionnaire.errors import InvalidInputError
from questionnaire.model.cleaning import clean
from questionnaire.model.plan import Action
from questionnaire.scoring.score import Result
from reporting.tables.answers import harmless
from reporting.wording.actions import (
    effort_text,
    norms_text,
    ordered_actions,
    priorities,
    role_text,
    status_text,
    what_text,
)
from reporting.wording.answers import one_line, organisation_name

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

Value: TypeAlias = str | int | date | None
WIDTH_BY_COLUMN = {
    "Nr.": 6,
    "Actie": 50,
    "Normen": 18,
    "Titels van de normen": 45,
    "Eigenaar": 24,
    "Naam": 20,
    "Datum": 12,
    "Omvang": 16,
    "Status": 18,
    "Prioriteit": 26,
    "Verwachting": 36,
    "Notitie": 36,
}
"""Columns in order with their width in Excel, in characters."""
SHEET = TABLE = "Acties"
DATE_FORMAT = "dd-mm-yyyy"
A4 = 9
"""As Excel numbers paper sizes."""


def action_rows(result: Result) -> tuple[tuple[Value, ...], ...]:
    """One row per action, in the order of the report; columns as in WIDTH_BY_COLUMN.

    "Nr." is a whole number, "Datum" a date or None; all others are texts, empty when nothing was filled in.

    Raises:
        InvalidInputError: There is no action.
    """
    actions = ordered_actions(result)
    if not actions:
        raise InvalidInputError("Er is nog geen actie. De actielijst is niet gemaakt. Maak eerst een actie.")
    priority = priorities(result)
    return tuple(
        (number, *_row(action, result, priority.get(action.id, ()))) for number, action in enumerate(actions, 1)
    )


def _row(action: Action, result: Result, priority: tuple[str, ...]) -> Iterator[Value]:
    content = result.questionnaire
    yield what_text(action)
    yield norms_text(action, content)
    yield "\n".join(norm.title for norm in content.norms if norm.id in action.norms)
    yield role_text(action, content)
    yield one_line(action.owner_name)
    yield action.due
    yield effort_text(action, content)
    yield status_text(action, content)
    yield ", ".join(priority)
    yield clean(action.expected).strip()
    yield clean(action.note).strip()


def to_excel(result: Result) -> bytes:
    """The actions as .xlsx with one data table: filters on, header frozen, dates as dates, texts as text only.

    Raises:
        InvalidInputError: There is no action.
    """
    import xlsxwriter  # type: ignore[import-untyped]

    rows = action_rows(result)
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    name = organisation_name(result.assessment.organisation)
    book.set_properties({"title": f"Actielijst {name}", "author": name})
    _write(book, rows)
    book.close()
    return target.getvalue()


def _write(book: "Workbook", rows: Sequence[Sequence[Value]]) -> None:
    sheet = book.add_worksheet(SHEET)
    columns = [{"header": name} for name in WIDTH_BY_COLUMN]
    looks = {"name": TABLE, "style": "Table Style Light 9", "columns": columns}
    sheet.add_table(0, 0, len(rows), len(columns) - 1, looks)
    for place, width in enumerate(WIDTH_BY_COLUMN.values()):
        sheet.set_column(place, place, width)
    _write_cells(book, sheet, rows)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_cells(book: "Workbook", sheet: "Worksheet", rows: Sequence[Sequence[Value]]) -> None:
    body = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": DATE_FORMAT, "valign": "top"})
    for line, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(line, place, value, day)
            elif isinstance(value, int):
                sheet.write_number(line, place, value, body)
            elif value:
                sheet.write_string(line, place, value, body)


def to_csv(result: Result) -> bytes:
    """The actions as CSV for a Dutch Excel: semicolons, UTF-8 with a mark, dates as 2027-01-31.

    Raises:
        InvalidInputError: There is no action.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(WIDTH_BY_COLUMN)
    writer.writerows([harmless(_plain(value)) for value in row] for row in action_rows(result))
    return target.getvalue().encode("utf-8-sig")


def _plain(value: Value) -> str:
    return "" if value is None else str(value)
