"""The action list: complete, a data table that Excel knows as such, and no cell that a program would run."""

import csv
import io
from datetime import datetime
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from questionnaire.errors import InvalidInputError
from questionnaire.model.plan import Action
from reporting.tables.actions import WIDTH_BY_COLUMN, action_rows, to_csv, to_excel
from tests.reporting.cases.builders import a_result
from tests.reporting.cases.golden import CASES, EXTREME_TEXTS, mixed
from tests.reporting.cases.plan import ACTIONS, NAME, NOTE, planned
from tests.reporting.tables.test_answers import DANGEROUS


def sheet_of(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))["Acties"]


def dangerous(text: str) -> Action:
    return Action(id="actie001", what=text, owner_name=text, owner_role="beleid", note=text, expected=text)


def test_every_action_is_a_row_in_the_order_of_the_report() -> None:
    rows = [dict(zip(WIDTH_BY_COLUMN, row, strict=True)) for row in action_rows(CASES["plan"]())]
    assert [row["Nr."] for row in rows] == list(range(1, len(ACTIONS) + 1))
    assert [row["Status"] for row in rows] == ["Bezig", *["Nog niet begonnen"] * 4, "Klaar", "Vervallen"]
    first = rows[0]
    assert (first["Actie"], first["Normen"], first["Datum"]) == (ACTIONS[0].what, "1.01 en 1.03", ACTIONS[0].due)
    assert (first["Eigenaar"], first["Naam"], first["Notitie"]) == ("Beleidsmedewerker", NAME, NOTE)
    assert (first["Omvang"], first["Prioriteit"]) == ("klein", "verbeterpunt 1, kleine actie met effect")
    assert first["Titels van de normen"] == "Vaste werkwijze 1.01\nVaste werkwijze 1.03"
    assert rows[-1]["Datum"] is None


def test_the_workbook_holds_a_data_table_with_filters_over_all_of_it() -> None:
    sheet = sheet_of(to_excel(CASES["plan"]()))
    (table,) = sheet.tables.values()
    assert (table.name, table.ref, table.autoFilter.ref) == ("Acties", "A1:L8", "A1:L8")
    assert (
        [column.name for column in table.tableColumns]
        == [cell.value for cell in sheet[1]]
        == list(WIDTH_BY_COLUMN)
    )
    assert sheet.freeze_panes == "C2"


def test_dates_are_dates_and_numbers_are_numbers() -> None:
    sheet = sheet_of(to_excel(CASES["plan"]()))
    dates = [sheet.cell(row, 7) for row in range(2, 9)]
    assert [cell.value for cell in dates if cell.value] == [
        datetime.combine(action.due, datetime.min.time())
        for action in (ACTIONS[0], ACTIONS[2], ACTIONS[3], ACTIONS[6], ACTIONS[4])
        if action.due
    ]
    assert {cell.number_format for cell in dates if cell.value} == {"dd-mm-yyyy"}
    assert [sheet.cell(row, 1).value for row in range(2, 9)] == list(range(1, 8))


@pytest.mark.parametrize("text", [*DANGEROUS, *EXTREME_TEXTS])
def test_no_cell_of_the_workbook_is_a_formula_or_a_link(text: str) -> None:
    sheet = sheet_of(to_excel(planned(a_result(mixed), (dangerous(text),))))
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_field_of_the_csv_starts_as_a_formula(text: str) -> None:
    content = to_csv(planned(a_result(mixed), (dangerous(text),)))
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == list(WIDTH_BY_COLUMN)
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in rows for value in row)


def test_the_csv_says_the_same_as_the_workbook() -> None:
    content = to_csv(CASES["plan"]())
    assert content.startswith(b"\xef\xbb\xbfNr.;Actie;")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row["Datum"] for row in rows[:2]] == ["2027-02-15", "2027-09-01"]
    assert rows[3]["Actie"] == "Bespreek de uitkomst\nin elk team."


@pytest.mark.parametrize("make", [to_excel, to_csv])
def test_without_actions_there_is_no_list(make: Any) -> None:
    with pytest.raises(InvalidInputError, match="Er is nog geen actie"):
        make(CASES["gemengd"]())
