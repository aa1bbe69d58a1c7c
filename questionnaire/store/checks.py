"""What the store accepts; everything is cleaned before it is compared or kept."""

from questionnaire.assessment import AnswerField, Level, ParticularField, Particulars
from questionnaire.cleaning import MAX_TEXT, clean
from questionnaire.errors import InvalidInputError, NotFoundError
from questionnaire.store.errors import ParticularConflictError
from questionnaire.store.records import Change

MAX_AUTHOR = 80
"""Longest name or role under which changes are kept, in characters."""

_LEVELS = frozenset(level.value for level in Level)


def checked_change(change: Change) -> Change:
    """The change with its value cleaned; raises InvalidInputError for a text too long or a level unknown."""
    value = clean(change.value)
    if len(value) > MAX_TEXT:
        raise InvalidInputError(
            f"Deze tekst is te lang: {len(value)} tekens, en er passen er {MAX_TEXT}. "
            "De tekst is NIET opgeslagen. Maak de tekst korter."
        )
    if change.field is AnswerField.LEVEL and value and value not in _LEVELS:
        raise InvalidInputError(
            f"Het niveau '{value[:40]}' bestaat niet. Er is NIETS opgeslagen. Kies een niveau uit de lijst."
        )
    return Change(change.norm_id, change.field, value, change.seen)


def checked_author(author: str) -> str:
    """The name without spaces around it; empty is allowed. Raises InvalidInputError when it is too long."""
    name = clean(author).strip()
    if len(name) > MAX_AUTHOR:
        raise InvalidInputError(
            f"De naam of rol is te lang: {len(name)} tekens, en er passen er {MAX_AUTHOR}. "
            "Er is NIETS opgeslagen. Maak de naam korter."
        )
    return name


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
