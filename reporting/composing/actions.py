"""What every table of actions tells of one, in the report and in the internal annex. Pure."""

from typing import TypedDict

from questionnaire.model.cleaning import clean
from questionnaire.model.plan import Action
from questionnaire.model.questionnaire import Questionnaire
from reporting.document.pieces import Line
from reporting.wording.actions import due_text, effort_text, norms_text, status_text, what_text


class ActionFields(TypedDict):
    """The fields of `PlannedAction`, to make a row with."""

    number: str
    what: str
    expected: tuple[Line, ...]
    norms: str
    due: str
    effort: str
    status: str


def action_fields(number: int, action: Action, content: Questionnaire) -> ActionFields:
    """What a row says of an action, without its owner; `number` is its place in the order, from 1."""
    return ActionFields(
        number=str(number),
        what=what_text(action),
        expected=expected_lines(action),
        norms=norms_text(action, content),
        due=due_text(action),
        effort=effort_text(action, content),
        status=status_text(action, content),
    )


def expected_lines(action: Action) -> tuple[Line, ...]:
    """What the action is expected to bring; nothing when nobody wrote that down."""
    text = clean(action.expected).strip()
    return (Line(f"Verwachting: {text}"),) if text else ()
