"""A small assessment of which every field of a form is filled in somewhere, to write and read back."""

import io
from datetime import date

import openpyxl  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

from questionnaire.comparison.form_fields import FormField, form_values
from questionnaire.comparison.offered import OfferedFile
from questionnaire.model.assessment import Answer, Assessment, Level
from questionnaire.model.plan import Action
from questionnaire.model.questionnaire import Questionnaire
from reporting.forms.excel.reading import read_excel_form
from reporting.forms.layout import FormChoice
from reporting.guard import EXCEL_MAIN_TYPES, open_safely
from tests.reporting.cases.builders import a_questionnaire, an_assessment

CONTENT = a_questionnaire(norms_per_step=3, norms_per_theme=2)
FIRST_SHEET = "Stap 1 · Herkennen"
ANSWERS = {
    "norm-1-01": Answer(
        level=Level.PARTLY,
        practice="Wij bellen.\nElke week.",
        evidence="Werkinstructie 2",
        remark="Zie ook 1.02",
        ambition=Level.ARRANGED,
    ),
    "norm-1-02": Answer(level=Level.NOT_APPLICABLE, reason="Dat doet de regio."),
    "norm-2-01": Answer(level=Level.UNKNOWN, practice="Per team anders"),
    "norm-2-02": Answer(level=Level.NOT_ARRANGED, practice='=HYPERLINK("http://x.example";"klik")'),
}
ACTIONS = {
    "aaaaaaaa": Action(
        id="aaaaaaaa",
        what="Werkinstructie maken",
        norms=("norm-1-01",),
        owner_role="beleid",
        due=date(2027, 3, 1),
    ),
    "bbbbbbbb": Action(id="bbbbbbbb", what="Later nog iets", norms=("norm-1-01",)),
}


def filled() -> Assessment:
    """The assessment."""
    return an_assessment(ANSWERS).model_copy(update={"actions": ACTIONS})


def a_choice(content: Questionnaire = CONTENT, **changes: object) -> FormChoice:
    """Every norm of it, with what is known."""
    values: dict[str, object] = {"form": "K7QX-3M2P", "recipient": "teamleider", "selection": "Alles", **changes}
    norms = tuple(norm.id for norm in content.norms)
    return FormChoice(**{"content": content, "assessment": filled(), "norms": norms, **values})  # type: ignore[arg-type]


def known(assessment: Assessment, content: Questionnaire = CONTENT) -> dict[tuple[str, FormField], str]:
    """What a form holds, empty fields too, by norm id and field."""
    values = form_values(assessment, content)
    return {
        (norm.id, field): values.get(norm.id, {}).get(field, "") for norm in content.norms for field in FormField
    }


def offered(file: OfferedFile) -> dict[tuple[str, FormField], str]:
    """What was read, in the same form."""
    return {
        (norm_id, field): value.text for norm_id, values in file.values.items() for field, value in values.items()
    }


def read_excel(upload: bytes) -> OfferedFile:
    return read_excel_form(open_safely(upload, EXCEL_MAIN_TYPES), "lijst.xlsx", CONTENT)


def opened(form: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(form))


def a_sheet(book: openpyxl.Workbook, name: str = FIRST_SHEET) -> Worksheet:
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
