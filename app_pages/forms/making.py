"""Making a form: keeping that it is handed out, and the file itself, now or once more later."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from app_pages.documents.conversions import WORD
from app_pages.documents.page import EXCEL, file_name
from app_pages.session import session
from app_pages.session.desk import MadeForm
from app_pages.session.opened import Opened, Screen, view
from questionnaire.comparison.form_fields import form_actions
from questionnaire.errors import AppError, InvalidInputError
from questionnaire.model.assessment import Assessment
from questionnaire.model.subjects import SubjectField
from questionnaire.store import FormRecord, StoredAssessment

if TYPE_CHECKING:
    from reporting.forms.layout import FormChoice

OTHER_LOOKS = (
    "Uw sjabloon past niet bij deze versie van het programma. De lijst heeft daarom het standaarduiterlijk. "
    "Controleer uw sjabloon op de pagina over de huisstijl."
)


class Program(StrEnum):
    """What a form is made for; the values are the words on screen."""

    WORD = "Word"
    EXCEL = "Excel"


ENDINGS = {Program.WORD: ("docx", WORD), Program.EXCEL: ("xlsx", EXCEL)}


def make_form(found: Opened, wish: "FormChoice", program: Program, until: date | None) -> MadeForm:
    """Make a form of what is stored now, and keep that it is handed out, unless nothing here can change.

    Raises:
        AppError: Nothing was made, and why.
    """
    if found.is_read_only:
        return _made(wish, program, until)
    stored = session.store().load(found.assessment.id)
    record = session.store().forms.make(
        stored,
        wish.norms,
        recipient=wish.recipient,
        selection=wish.selection,
        is_filled_before=wish.is_filled_before,
        actions=_actions(stored),
        author=session.author(),
    )
    choice = replace(wish, assessment=stored.assessment, form=record.number, recipient=record.recipient)
    try:
        return _made(choice, program, until)
    except AppError:
        session.store().forms.withdraw(record.assessment_id, record.number, author=session.author())
        raise


def handed_out(found: Opened, record: FormRecord) -> "FormChoice":
    """What went into a form that was handed out, with what was known then."""
    from reporting.forms.layout import FormChoice

    values = session.store().forms.values_at(record.assessment_id, record.base_event)
    return FormChoice(
        content=session.content(),
        assessment=as_it_was(found.assessment, values),
        norms=record.norms,
        form=record.number,
        recipient=record.recipient,
        selection=record.selection,
        is_filled_before=record.is_filled_before,
    )


def as_it_was(assessment: Assessment, values: Mapping[tuple[str, SubjectField], str]) -> Assessment:
    """The assessment with these values in it and nothing else; what was removed is left out."""
    empty = assessment.model_copy(update={"answers": {}, "actions": {}, "process": {}})
    past = view(StoredAssessment(empty, {}, {}), Screen())
    for (subject, field), value in values.items():
        past.take(subject, field, value, 0, assessment.created_at)
    return past.current()


def _actions(stored: StoredAssessment) -> dict[str, str]:
    shown = form_actions(stored.assessment, session.content())
    return {norm_id: action.subject for norm_id, action in shown.items()}


def _made(choice: "FormChoice", program: Program, until: date | None) -> MadeForm:
    template = session.store().templates.content(choice.assessment.id)
    content, note = form_file(choice, program, session.today(), template)
    name, mime = form_name(choice, program), ENDINGS[program][1]
    return MadeForm(choice.form, name, mime, content, len(choice.norms), until, note)


def form_name(choice: "FormChoice", program: Program) -> str:
    """The name of the file, with the number of the form."""
    words = f"invullijst-{choice.form}".strip("-")
    return f"{file_name(choice.assessment.organisation.name, words)}.{ENDINGS[program][0]}"


def form_file(choice: "FormChoice", program: Program, day: date, template: bytes | None) -> tuple[bytes, str]:
    """The file, and in Dutch what is different from what somebody may expect. Needs no session.

    Args:
        choice: What goes in.
        program: With which it is filled in.
        day: On which it is made.
        template: The organisation's own one for the report, of which a Word form takes over the looks.
    """
    if program is Program.EXCEL:
        from reporting.forms.excel.form import make_excel_form

        return make_excel_form(choice, day), ""
    from reporting.forms import make_word_form

    try:
        return make_word_form(choice, day, template), ""
    except InvalidInputError:
        if template is None:
            raise
        return make_word_form(choice, day), OTHER_LOOKS
