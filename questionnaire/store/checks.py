"""What the store accepts; everything is cleaned before it is compared or kept."""

from collections.abc import Callable

from questionnaire.errors import InvalidInputError, NotFoundError
from questionnaire.model.assessment import AMBITIONS, AnswerField, Level, ParticularField, Particulars
from questionnaire.model.cleaning import MAX_TEXT, clean
from questionnaire.model.plan import ActionField
from questionnaire.model.plan_checks import (
    checked_action_value,
    checked_certainty,
    checked_mark,
    checked_process_value,
    checked_quarter,
)
from questionnaire.model.subjects import SubjectField, fields_of
from questionnaire.store.errors import ParticularConflictError
from questionnaire.store.records import Change

MAX_NAME = 120
"""Longest file name that is kept, in characters."""
MAX_AUTHOR = 80
"""Longest name or role under which changes are kept, in characters."""


def checked_change(change: Change) -> Change:
    """The change as it may be stored, cleaned; raises InvalidInputError when its value or subject cannot be."""
    if not isinstance(change.field, fields_of(change.norm_id)):
        raise InvalidInputError(
            f"Het veld '{change.field}' hoort hier niet. Er is NIETS opgeslagen. "
            "Ververs de pagina en probeer het opnieuw."
        )
    origin = tuple(file_name(name, "bestand") for name in change.origin)
    return Change(change.norm_id, change.field, _checked_value(change.field, change.value), change.seen, origin)


def _checked_value(field: SubjectField, value: str) -> str:
    if isinstance(field, AnswerField):
        return _ANSWER_CHECKS.get(field, _checked_text)(clean(value))
    return (
        checked_action_value(field, value)
        if isinstance(field, ActionField)
        else checked_process_value(field, value)
    )


def _checked_text(value: str) -> str:
    if len(value) > MAX_TEXT:
        raise InvalidInputError(
            f"Deze tekst is te lang: {len(value)} tekens, en er passen er {MAX_TEXT}. "
            "De tekst is NIET opgeslagen. Maak de tekst korter."
        )
    return value


def _checked_level(value: str) -> str:
    if value and value not in set(Level):
        raise InvalidInputError(
            f"Het niveau '{value[:40]}' bestaat niet. Er is NIETS opgeslagen. Kies een niveau uit de lijst."
        )
    return value


def _checked_ambition(value: str) -> str:
    if value and value not in AMBITIONS:
        raise InvalidInputError(
            f"De ambitie kan niet '{value[:40]}' zijn. Er is NIETS opgeslagen. Kies een niveau uit de lijst."
        )
    return value


_ANSWER_CHECKS: dict[AnswerField, Callable[[str], str]] = {
    AnswerField.LEVEL: _checked_level,
    AnswerField.AMBITION: _checked_ambition,
    AnswerField.QUARTER: checked_quarter,
    AnswerField.CERTAINTY: checked_certainty,
    AnswerField.RECONFIRM: checked_mark,
}


def checked_author(author: str) -> str:
    """The name without spaces around it; empty is allowed. Raises InvalidInputError when it is too long."""
    name = clean(author).strip()
    if len(name) > MAX_AUTHOR:
        raise InvalidInputError(
            f"De naam of rol is te lang: {len(name)} tekens, en er passen er {MAX_AUTHOR}. "
            "Er is NIETS opgeslagen. Maak de naam korter."
        )
    return name


def file_name(name: str, otherwise: str) -> str:
    """A file name on one line, without the folders that some browsers put before it; or else `otherwise`."""
    own = clean(name).replace("\\", "/").rpartition("/")[2]
    return " ".join(own.split())[:MAX_NAME] or otherwise


def checked_line(text: str, most: int) -> str:
    """A text on one line, without spaces around it; raises InvalidInputError when it is too long."""
    line = " ".join(clean(text).split())
    if len(line) > most:
        raise InvalidInputError(
            f"Deze tekst is te lang: {len(line)} tekens, en er passen er {most}. "
            "Er is NIETS opgeslagen. Maak de tekst korter."
        )
    return line


def not_found() -> NotFoundError:
    """The error for an assessment that does not exist, or was removed."""
    return NotFoundError(
        "Deze zelfbeoordeling is hier niet (meer). Ga naar de startpagina en kies er een uit de lijst."
    )


def merged_particulars(stored: Particulars, seen: Particulars, wanted: Particulars) -> Particulars:
    """`stored` with the fields in which `wanted` differs from `seen`; an equal value is never a conflict.

    Raises:
        ParticularConflictError: Such a field no longer holds what the user saw.
    """
    merged = stored
    for field, mine in changed_particulars(seen, wanted).items():
        theirs = stored.value(field)
        if theirs not in (mine, seen.value(field)):
            raise ParticularConflictError(field, mine=mine, theirs=theirs)
        merged = merged.replace(field, mine)
    return merged


def changed_particulars(before: Particulars, after: Particulars) -> dict[ParticularField, str]:
    """The new value of every field in which the two differ; empty when it was cleared."""
    return {field: after.value(field) for field in ParticularField if after.value(field) != before.value(field)}


def refuse_other_list(found: str, ours: str) -> None:
    """Raise InvalidInputError for what belongs to another questionnaire: its norms mean nothing here."""
    if found != ours:
        raise InvalidInputError(
            f"Deze zelfbeoordeling hoort bij een andere vragenlijst (‘{found}’), en dit programma heeft ‘{ours}’. "
            "Er is niets veranderd. Open haar met een programma dat die andere vragenlijst heeft."
        )
