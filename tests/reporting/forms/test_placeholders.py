"""A placeholder counts as empty in its own field only; in another field it is what somebody wrote."""

from itertools import product

import pytest

from questionnaire.comparison.form_fields import FREE_TEXTS, FormField
from reporting.forms.excel.form import make_excel_form
from reporting.forms.layout import PLACEHOLDERS
from reporting.forms.placeholders import OF_PROGRAMS, is_placeholder, without_placeholder
from tests.reporting.cases.builders import PRINTED_ON
from tests.reporting.forms.filled import a_choice, a_sheet, offered, opened, read_excel, saved


@pytest.mark.parametrize(("field", "other"), list(product(FormField, repeat=2)))
def test_only_the_placeholder_of_the_field_itself_is_empty(field: FormField, other: FormField) -> None:
    assert is_placeholder(PLACEHOLDERS[other], field) is (field is other)
    text = f"{PLACEHOLDERS[other]} Wij bellen."
    assert without_placeholder(text, field) == ("Wij bellen." if field is other else text)


@pytest.mark.parametrize("field", FormField)
def test_what_a_program_puts_there_is_empty_in_every_field(field: FormField) -> None:
    assert all(is_placeholder(text, field) for text in OF_PROGRAMS)


def test_excel_gives_back_the_placeholder_of_another_field_as_a_text() -> None:
    book = opened(make_excel_form(a_choice(), PRINTED_ON))
    sheet = a_sheet(book)
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    sheet.cell(2, columns["Opmerking"]).value = PLACEHOLDERS[FormField.OWNER]
    sheet.cell(2, columns["Bewijs"]).value = PLACEHOLDERS[FormField.EVIDENCE]
    read = offered(read_excel(saved(book)))
    assert read["norm-1-01", FormField.REMARK] == PLACEHOLDERS[FormField.OWNER]
    assert read["norm-1-01", FormField.EVIDENCE] == ""
    assert FormField.REMARK in FREE_TEXTS
