"""What may stand in a field of the plan: one check per field, with a Dutch message for what may not."""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum

from questionnaire.errors import InvalidInputError
from questionnaire.model.cleaning import MAX_TEXT, clean
from questionnaire.model.plan import (
    FIRST_YEAR,
    LAST_YEAR,
    YES,
    ActionField,
    ActionStatus,
    Certainty,
    Effort,
    ProcessField,
    Quarter,
)

MAX_LINE = 120
"""Longest text of a name or role, in characters."""
MOST_NORMS = 400
"""Most norms for which one action may be meant; their ids fit in one stored text."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PLACE = re.compile(r"[1-9]\d{0,3}", re.ASCII)


def checked_action_value(field: ActionField, value: str) -> str:
    """The text to store in a field of an action, cleaned; raises InvalidInputError when it does not fit."""
    return _ACTION_CHECKS[field](clean(value))


def checked_process_value(field: ProcessField, value: str) -> str:
    """The text to store in a field of a process step, cleaned; raises InvalidInputError when it does not fit."""
    return _PROCESS_CHECKS[field](clean(value))


def checked_quarter(value: str) -> str:
    """The stored text of a quarter, or an empty one; raises InvalidInputError for anything else."""
    if not value:
        return ""
    try:
        return str(Quarter.parse(value))
    except ValueError as error:
        raise _refused("Dit kwartaal", value, "Kies een kwartaal uit de lijst.") from error


def checked_certainty(value: str) -> str:
    """The stored text of a certainty, or an empty one; raises InvalidInputError for anything else."""
    return _choice(Certainty, "Deze zekerheid")(value)


def checked_mark(value: str) -> str:
    """The text "ja" or an empty one; raises InvalidInputError for anything else."""
    if value not in ("", YES):
        raise _refused("Dit vinkje", value, "Zet het vinkje opnieuw aan of uit.")
    return value


def _refused(what: str, value: str, remedy: str) -> InvalidInputError:
    return InvalidInputError(f"{what} past hier niet: '{value[:40]}'. Er is NIETS opgeslagen. {remedy}")


def _text(most: int, *, one_line: bool = False) -> Callable[[str], str]:
    def check(value: str) -> str:
        text = " ".join(value.split()) if one_line else value
        if len(text) > most:
            raise InvalidInputError(
                f"Deze tekst is te lang: {len(text)} tekens, en er passen er {most}. "
                "De tekst is NIET opgeslagen. Maak de tekst korter."
            )
        return text

    return check


def _choice(choices: type[StrEnum], what: str, *, unsaid: str = "") -> Callable[[str], str]:
    """A check on a fixed list; `unsaid` is the choice that is stored as an empty text."""

    def check(value: str) -> str:
        if value and value not in {choice.value for choice in choices}:
            raise _refused(what, value, "Kies uit de lijst.")
        return "" if value == unsaid else value

    return check


def _day(value: str) -> str:
    if not value:
        return ""
    try:
        day = date.fromisoformat(value) if _DATE.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _refused("Deze datum", value, f"Kies een dag in de jaren {FIRST_YEAR} tot en met {LAST_YEAR}.")
    return day.isoformat()


def _slugs(value: str) -> str:
    ids = list(dict.fromkeys(value.split()))
    if len(ids) > MOST_NORMS:
        raise InvalidInputError(
            f"Dit zijn te veel normen voor één actie: {len(ids)}, en er passen er {MOST_NORMS}. "
            "Er is NIETS opgeslagen. Verdeel de normen over meer acties."
        )
    for found in ids:
        if not _SLUG.fullmatch(found):
            raise _refused("Deze norm", found, "Kies normen uit de lijst.")
    return " ".join(ids)


def _role(value: str) -> str:
    if value and not _SLUG.fullmatch(value):
        raise _refused("Deze rol", value, "Kies een rol uit de lijst.")
    return value


def _place(value: str) -> str:
    if value and not _PLACE.fullmatch(value):
        raise _refused("Deze plaats", value, "Gebruik een heel getal van 1 tot en met 9999.")
    return value


_LINE = _text(MAX_LINE, one_line=True)
_LONG = _text(MAX_TEXT)
_ACTION_CHECKS: dict[ActionField, Callable[[str], str]] = {
    ActionField.WHAT: _LONG,
    ActionField.NORMS: _slugs,
    ActionField.OWNER_ROLE: _role,
    ActionField.OWNER_NAME: _LINE,
    ActionField.DUE: _day,
    ActionField.EFFORT: _choice(Effort, "Deze omvang"),
    ActionField.STATUS: _choice(ActionStatus, "Deze status", unsaid=ActionStatus.NOT_STARTED),
    ActionField.NOTE: _LONG,
    ActionField.EXPECTED: _LONG,
    ActionField.REMOVED: checked_mark,
}
_PROCESS_CHECKS: dict[ProcessField, Callable[[str], str]] = {
    ProcessField.POSITION: _place,
    ProcessField.WHAT: _LONG,
    ProcessField.WHO: _LINE,
    ProcessField.HANDOVER: _LONG,
    ProcessField.WAITING: _LONG,
    ProcessField.DIFFERENCE: checked_mark,
    ProcessField.REMOVED: checked_mark,
}
