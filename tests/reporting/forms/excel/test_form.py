"""What the Excel form is: its sheets, what can be filled in there, and how it prints."""

import json
import subprocess
from pathlib import Path

import pytest

from questionnaire.comparison.form_fields import FormField
from reporting.forms.excel.form import make_excel_form
from reporting.forms.excel.layout import COLUMNS
from tests.reporting.archive import parts_of
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.conftest import VALIDATOR
from tests.reporting.forms.filled import CONTENT, a_choice, a_sheet, offered, opened, read_excel


@pytest.fixture(scope="module")
def form() -> bytes:
    return make_excel_form(a_choice(), PRINTED_ON)


def test_there_is_a_sheet_to_read_first_and_one_for_every_step_and_theme(form: bytes) -> None:
    names = opened(form).sheetnames
    assert names == ["Lees mij", *(section.name for section in CONTENT.sections), "Keuzes"]


def test_only_sections_with_chosen_norms_have_a_sheet() -> None:
    chosen = make_excel_form(a_choice(norms=("norm-2-02",)), PRINTED_ON)
    assert opened(chosen).sheetnames == ["Lees mij", "Stap 2 · Onderzoeken", "Keuzes"]
    assert set(offered(read_excel(chosen))) == {("norm-2-02", field) for field in FormField}


def test_the_headings_are_those_of_the_form_in_order(form: bytes) -> None:
    headings = [cell.value for cell in a_sheet(opened(form))[1]]
    assert headings == [column.heading for column in COLUMNS]


def test_only_what_is_to_be_filled_in_is_open_and_there_is_no_password(form: bytes) -> None:
    for sheet in opened(form):
        assert sheet.protection.sheet
        assert sheet.protection.password is None
    for row in a_sheet(opened(form)).iter_rows(min_row=2, max_col=len(COLUMNS)):
        for cell, column in zip(row, COLUMNS, strict=True):
            assert cell.protection.locked is (column.field is None)
            assert bool(cell.border.left.style) is (column.field is not None)  # told apart without colour


def test_levels_roles_and_dates_are_checked_while_typing(form: bytes) -> None:
    found = {str(rule.sqref): rule for rule in a_sheet(opened(form)).data_validations.dataValidation}
    kinds = {place: rule.type for place, rule in found.items()}
    assert kinds["D2:D4"] == kinds["I2:I4"] == kinds["K2:K4"] == "list"
    assert kinds["L2:L4"] == "date"
    assert kinds["F2:F4"] == "textLength"
    choices = a_sheet(opened(form), "Keuzes")
    assert found["D2:D4"].formula1 == "Keuzes!$A$2:$A$8"
    assert [choices.cell(row, 1).value for row in (2, 8)] == ["0 · Niet geregeld", "Niet van toepassing"]
    assert found["I2:I4"].formula1 == "Keuzes!$B$2:$B$5"
    assert choices["B2"].value == "1 · Soms"


def test_headings_stay_in_view_and_on_every_page(form: bytes) -> None:
    sheet = a_sheet(opened(form))
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:M4"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_a_row_may_grow_when_somebody_types(form: bytes) -> None:
    sheet = parts_of(form)["xl/worksheets/sheet2.xml"]
    assert b' ht="' in sheet
    assert b"customHeight" not in sheet


def test_other_actions_at_a_norm_are_told(form: bytes) -> None:
    assert a_sheet(opened(form))["M2"].value == "1 andere actie"


def test_no_cell_is_a_formula(form: bytes) -> None:
    cells = [cell for sheet in opened(form) for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type in "sdn" for cell in cells)
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)


def test_the_form_is_valid_open_xml(form: bytes, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(form)
    done = subprocess.run(["node", str(VALIDATOR), str(path)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []
