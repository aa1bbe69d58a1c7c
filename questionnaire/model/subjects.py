"""What a stored value is about, its subject: a norm, an action, or a step of a process card."""

from collections.abc import Iterable
from typing import TypeAlias

from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import AnswerField, Assessment
from questionnaire.model.plan import ActionField, ProcessField, ProcessStep, action_id, process_place

SubjectField: TypeAlias = AnswerField | ActionField | ProcessField
LONGEST_SUBJECT = 80


def fields_of(subject: str) -> type[AnswerField] | type[ActionField] | type[ProcessField]:
    """The fields that a subject has; raises InvalidInputError for one that cannot be.

    >>> fields_of("actie:aB3_-x90"), fields_of("een-norm")
    (<enum 'ActionField'>, <enum 'AnswerField'>)
    """
    if ":" not in subject and 0 < len(subject) <= LONGEST_SUBJECT:
        return AnswerField
    if action_id(subject):
        return ActionField
    if process_place(subject) and len(subject) <= LONGEST_SUBJECT:
        return ProcessField
    raise InvalidInputError(
        f"'{subject[:40]}' is geen norm, actie of stap van een werkproces. Er is NIETS opgeslagen. "
        "Ververs de pagina en probeer het opnieuw."
    )


def values_of(assessment: Assessment) -> dict[tuple[str, SubjectField], str]:
    """Everything that was filled in, as the texts that are stored: by subject and field."""
    values: dict[tuple[str, SubjectField], str] = {}
    for norm_id, answer in assessment.answers.items():
        values |= {(norm_id, field): answer.value(field) for field in AnswerField}
    for action in assessment.actions.values():
        values |= {(action.subject, field): action.value(field) for field in ActionField}
    for step in assessment.process.values():
        values |= {(step.subject, field): step.value(field) for field in ProcessField}
    return {key: value for key, value in values.items() if value}


def in_place(steps: Iterable[ProcessStep]) -> dict[str, ProcessStep]:
    """Process steps by id, in order of section and place."""
    ordered = sorted(steps, key=lambda step: (step.section, step.position, step.id))
    return {step.id: step for step in ordered}
