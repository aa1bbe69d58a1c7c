"""The answers as a table: complete, typed, and without a cell that a spreadsheet program would run."""

import csv
import io

import openpyxl  # type: ignore[import-untyped]
import pytest

from questionnaire.model.assessment import Answer, Level
from questionnaire.model.plan import Certainty, Quarter
from reporting.tables.answers import WIDTH_BY_COLUMN, answer_table, to_csv, to_excel
from tests.reporting.cases.builders import a_result
from tests.reporting.cases.golden import every, extreme, mixed

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd()|' /C calc'!A0", "\r\n=1", '=HYPERLINK("http://x")']
TEXT_COLUMNS = {"Was", "Anders geregeld", "Bewijs", "Vindplaats", "Opmerking"}


def dangerous(text: str) -> Answer:
    return Answer(level=Level.PARTLY, practice=text, evidence=text, link=text, remark=text, otherwise=text)


def csv_rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_every_norm_is_a_row_with_its_answer() -> None:
    result = a_result(mixed)
    frame = answer_table(result)
    assert list(frame.columns) == list(WIDTH_BY_COLUMN)
    assert list(frame["Nr."]) == [norm.norm.code for norm in result.norms]
    assert list(frame["Behaald"]) == [norm.score.reached for norm in result.norms]
    assert frame["Niveau"].isna().sum() == sum(norm.answer.height is None for norm in result.norms)
    assert {str(frame[name].dtype) for name in ("Gewicht", "Streefniveau", "Behaald", "Ontbreekt", "Open")} == {
        "int64"
    }
    assert {str(frame[name].dtype) for name in ("Niveau", "Kloof")} == {"Int64"}


def test_what_is_wanted_stands_behind_the_answer_and_never_below_it() -> None:
    filled = Answer(
        level=Level.SECURED,
        ambition=Level.ARRANGED,
        quarter=Quarter(2027, 2),
        certainty=Certainty.GUESSING,
        to_reconfirm=True,
    )
    columns = ["Ambitie", "Ambitie in woorden", "Kwartaal", "Zekerheid", "Nog bevestigen"]
    assert list(answer_table(a_result(every(filled)))[columns].iloc[0]) == [
        4,
        "Geborgd",
        "2027-K2",
        "gokken",
        "ja",
    ]
    empty = answer_table(a_result(every(Answer(level=Level.SOMETIMES))))[columns].iloc[0]
    assert empty.isna()["Ambitie"]
    assert list(empty)[1:] == ["", "", "", ""]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_the_workbook_is_a_formula_or_a_link(text: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_excel(a_result(every(dangerous(text)))))).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)


def test_the_workbook_is_ready_to_read() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_excel(a_result(extreme)))).active
    assert sheet is not None
    assert sheet.freeze_panes == "E2"
    assert sheet.auto_filter.ref == "A1:AA37"
    assert sheet["M2"].alignment.wrap_text
    assert sheet.column_dimensions["M"].width > 50
    assert [cell.value for cell in sheet[1]] == list(WIDTH_BY_COLUMN)


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_field_of_the_csv_starts_as_a_formula(text: str) -> None:
    for row in csv_rows(to_csv(a_result(every(dangerous(text))))):
        assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for value in row.values())
        assert all(row[name].startswith("'") for name in TEXT_COLUMNS)


def test_the_csv_opens_in_a_dutch_spreadsheet() -> None:
    content = to_csv(a_result(extreme))
    assert content.startswith(b"\xef\xbb\xbfOnderdeel;Nr.;")
    rows = csv_rows(content)
    assert len(rows) == 36
    assert rows[0]["Was"] == "lang " * 2000
    assert "שלום" in rows[3]["Was"]
