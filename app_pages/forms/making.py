"""Making a form: keeping that it is handed out. The file itself is made at its address, now or once more later."""

from datetime import date
from typing import TYPE_CHECKING

from app_pages.session import session
from app_pages.session.desk import MadeForm
from app_pages.session.opened import Opened
from questionnaire.comparison.form_fields import form_actions
from questionnaire.store import StoredAssessment
from service.files.addresses import file_address, form_path, form_query
from service.files.names import Program, form_name

if TYPE_CHECKING:
    from reporting.forms.layout import FormChoice

OTHER_LOOKS = (
    "Uw sjabloon past niet bij deze versie van het programma. De lijst heeft daarom het standaarduiterlijk. "
    "Controleer uw sjabloon op de pagina over de huisstijl."
)


def make_form(found: Opened, wish: "FormChoice", program: Program, until: date | None) -> MadeForm:
    """Keep that a form of what is stored now is handed out; where nothing can change it gets no number.

    Raises:
        AppError: Nothing was made, and why.
    """
    number, query = "", {}
    if found.is_read_only:
        all_norms = tuple(norm.id for norm in session.content().at(found.assessment.depth).norms)
        norms = () if wish.norms == all_norms else wish.norms
        query = form_query(norms, wish.selection, wish.recipient, is_filled_before=wish.is_filled_before)
    else:
        number = _keep(session.store().load(found.assessment.id), wish)
    address = file_address(found.assessment.id, form_path(number, program), query)
    name = form_name(found.assessment.organisation.name, number, program)
    return MadeForm(number, name, address, len(wish.norms), until, _note(found.assessment.id, program))


def _keep(stored: StoredAssessment, wish: "FormChoice") -> str:
    """Keep what is in the form, and give its number."""
    shown = form_actions(stored.assessment, session.content())
    record = session.store().forms.make(
        stored,
        wish.norms,
        recipient=wish.recipient,
        selection=wish.selection,
        is_filled_before=wish.is_filled_before,
        actions={norm_id: action.subject for norm_id, action in shown.items()},
        author=session.author(),
    )
    return record.number


def _note(assessment_id: str, program: Program) -> str:
    """In Dutch: what is different from what somebody may expect; empty for nothing."""
    template = session.store().templates.content(assessment_id)
    if template is None or program is Program.EXCEL:
        return ""
    from service.files.templates import gives_looks_to_form

    return "" if gives_looks_to_form(template) else OTHER_LOOKS
