"""The due dates of actions as a calendar file (.ics, RFC 5545) that any agenda opens."""

import textwrap
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event
from icalendar.enums import TRANSP

from questionnaire.errors import InvalidInputError
from questionnaire.model.plan import Action
from questionnaire.scoring.score import Result
from reporting.wording.answers import organisation_name, owner_text
from reporting.wording.dutch import either

PRODUCT = "-//was-wordt//acties//NL"
LONGEST_SUMMARY = 80
"""Characters of an action that an agenda shows in one line; the whole text stands in the description."""
NO_TEXT = "Actie zonder tekst"


def dated_actions(result: Result) -> tuple[Action, ...]:
    """The actions that belong in an agenda: still to be done, with a date; earliest first."""
    dated = [action for action in result.assessment.actions.values() if action.is_to_do and action.due]
    return tuple(sorted(dated, key=lambda action: (action.due or date.max, action.what, action.id)))


def calendar_file(result: Result, stamp: datetime) -> bytes:
    """One whole day per dated action, as UTF-8; the same action keeps its id, so importing again updates it.

    `stamp` is the moment of making, with a time zone. Notes stay out: a calendar is easily shared.

    Raises:
        InvalidInputError: No action has a date.
    """
    actions = dated_actions(result)
    if not actions:
        raise InvalidInputError(
            "Er is geen actie met een datum. Het agendabestand is niet gemaakt. Geef eerst een actie een datum."
        )
    title = f"Acties {organisation_name(result.assessment.organisation)}"
    calendar = Calendar.new(
        prodid=PRODUCT,
        uid=f"{result.assessment.id}.was-wordt",
        name=title,
        method="PUBLISH",
        subcomponents=[_event(action, result, stamp) for action in actions],
    )
    data: bytes = calendar.to_ical()
    return data


def _event(action: Action, result: Result, stamp: datetime) -> Event:
    assert action.due is not None  # noqa: S101 (only dated actions come here)
    return Event.new(
        uid=f"{action.id}@{result.assessment.id}.was-wordt",
        stamp=stamp,
        start=action.due,
        end=action.due + timedelta(days=1),
        summary=_summary(action),
        description="\n".join(_description(action, result)),
        transparency=TRANSP.TRANSPARENT,  # a due date does not keep anybody busy all day
    )


def _summary(action: Action) -> str:
    first_line = action.what.strip().partition("\n")[0]
    return textwrap.shorten(first_line, LONGEST_SUMMARY, placeholder=" …") or NO_TEXT


def _description(action: Action, result: Result) -> Iterator[str]:
    """What, for which norms, by whom and how much work; only what was filled in."""
    content = result.questionnaire
    if action.what.strip() != _summary(action):
        yield action.what.strip()
    norms = [content.norm_by_id[norm_id] for norm_id in action.norms if norm_id in content.norm_by_id]
    if norms:
        yield f"Voor de {either(len(norms), 'norm', 'normen')}:"
        yield from (f"- {norm.code} {norm.title}" for norm in norms)
    if owner := owner_text(action, content):
        yield f"Eigenaar: {owner}"
    if action.effort:
        yield f"Omvang: {content.plan.effort_by_id[action.effort].label.lower()}"
    if action.expected.strip():
        yield f"Verwachting: {action.expected.strip()}"
