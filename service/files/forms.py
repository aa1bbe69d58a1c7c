"""Forms: one that was handed out made once more, with what was known then; or one without a number, to look at."""

from collections.abc import Mapping
from datetime import date

from questionnaire.errors import NotFoundError
from questionnaire.model.assessment import Answer, AnswerField, Assessment
from questionnaire.model.plan import Action, ActionField, ProcessStep, action_id, process_place
from questionnaire.model.subjects import SubjectField, in_place
from questionnaire.store import MAX_RECIPIENT, MAX_SELECTION, FormRecord
from reporting.forms.excel.form import make_excel_form
from reporting.forms.layout import FormChoice
from reporting.forms.word.form import make_word_form
from service.files.addresses import FILLED, NORMS, RECIPIENT, SELECTION, asked_flag, wrong
from service.files.asked import Asked, MadeFile, NotNowError
from service.files.names import MIMES, Program, form_name
from service.files.templates import gives_looks_to_form


def handed_out(asked: Asked, number: str, program: Program) -> MadeFile:
    """The form with this number; raises NotFoundError, or NotNowError when the questions are others by now."""
    record = asked.store.forms.find(asked.assessment.id, number)
    if record is None:
        raise NotFoundError("Deze invullijst is hier niet bekend. Ga terug en kies een lijst uit de tabel.")
    if record.content_version != asked.assessment.content_version:
        raise NotNowError(
            f"Deze lijst hoort bij versie {record.content_version} van de vragenlijst, en u werkt nu met versie "
            f"{asked.assessment.content_version}. Ga terug en maak een nieuwe lijst."
        )
    return _made(asked, choice_of(asked, record), program, asked.local(record.at).date())


def unregistered(asked: Asked, program: Program) -> MadeFile:
    """A form without a number, of what cannot change; raises NotNowError for what can."""
    if not asked.is_read_only:
        raise NotNowError(
            "Een lijst van deze ronde krijgt een nummer, zodat u haar kunt teruglezen. Ga terug en maak de lijst "
            "met de knop ‘Maak de invullijst’."
        )
    query = asked.query
    for name, most in ((RECIPIENT, MAX_RECIPIENT), (SELECTION, MAX_SELECTION)):
        if len(query.get(name, "")) > most:
            raise wrong(name)
    choice = FormChoice(
        content=asked.content,
        assessment=asked.assessment,
        norms=_asked_norms(asked),
        recipient=query.get(RECIPIENT, ""),
        selection=query.get(SELECTION, ""),
        is_filled_before=asked_flag(query, FILLED, otherwise=True),
    )
    return _made(asked, choice, program, asked.today)


def _asked_norms(asked: Asked) -> tuple[str, ...]:
    """The norms in the address; all that are asked when it names none."""
    named = tuple(filter(None, asked.query.get(NORMS, "").split(",")))
    return named or tuple(norm.id for norm in asked.content.at(asked.assessment.depth).norms)


def choice_of(asked: Asked, record: FormRecord) -> FormChoice:
    """What went into a form that was handed out, with what was known then."""
    values = asked.store.forms.values_at(record.assessment_id, record.base_event)
    return FormChoice(
        content=asked.content,
        assessment=as_it_was(asked.assessment, values),
        norms=record.norms,
        form=record.number,
        recipient=record.recipient,
        selection=record.selection,
        is_filled_before=record.is_filled_before,
    )


def as_it_was(assessment: Assessment, values: Mapping[tuple[str, SubjectField], str]) -> Assessment:
    """The assessment with these values in it and nothing else; what was removed is left out."""
    answers: dict[str, Answer] = {}
    actions: dict[str, Action] = {}
    process: dict[str, ProcessStep] = {}
    for (subject, field), value in values.items():
        if isinstance(field, AnswerField):
            answers[subject] = answers.get(subject, Answer()).replace(field, value)
        elif isinstance(field, ActionField):
            found = action_id(subject) or ""
            actions[found] = actions.get(found, Action(id=found)).replace(field, value)
        else:
            section, step = process_place(subject) or ("", "")
            process[step] = process.get(step, ProcessStep(id=step, section=section)).replace(field, value)
    then = {
        "answers": answers,
        "actions": {found: action for found, action in sorted(actions.items()) if not action.removed},
        "process": in_place(step for step in process.values() if not step.removed),
    }
    return assessment.model_copy(update=then)


def _made(asked: Asked, choice: FormChoice, program: Program, day: date) -> MadeFile:
    name = form_name(choice.assessment.organisation.name, choice.form, program)
    if program is Program.EXCEL:
        return MadeFile(name, MIMES[program], make_excel_form(choice, day))
    template = asked.store.templates.content(choice.assessment.id)
    used = template if template is not None and gives_looks_to_form(template) else None
    return MadeFile(name, MIMES[program], make_word_form(choice, day, used))
