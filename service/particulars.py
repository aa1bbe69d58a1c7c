"""Saving the particulars of the report: they have no events, and are compared with the text that was seen."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from questionnaire.errors import InvalidInputError
from questionnaire.model.assessment import ParticularField, Particulars
from questionnaire.store import DetailKind, InvalidFieldError, ParticularConflictError, Store
from service.bodies import Asked
from service.refusals import RefusalError
from service.wire import moment_text

PARTICULARS = "rapportgegevens"
"""The subject of all particulars together."""


def save_particulars(
    store: Store, assessment_id: str, asked: Sequence[Asked], author: str
) -> list[dict[str, Any]]:
    """Keep all that was asked, or raise AppError and keep nothing; one that equals `before` asks nothing."""
    if any(each.subject != PARTICULARS for each in asked):
        raise RefusalError(
            "invalid",
            "Gegevens van het rapport en antwoorden worden niet in één keer opgeslagen. Er is NIETS opgeslagen. "
            "Ververs de pagina en probeer het opnieuw.",
        )
    seen = wanted = store.details(assessment_id).particulars
    for each in asked:
        seen = _replaced(seen, each, each.before)
        wanted = _replaced(wanted, each, each.value)
    try:
        stored = store.set_particulars(assessment_id, wanted, seen=seen, author=author)
    except ParticularConflictError as conflict:
        raise _told(store, assessment_id, conflict) from conflict
    at = moment_text(store.details(assessment_id).particulars_saved_at or datetime.now(UTC))
    return [
        {
            "subject": PARTICULARS,
            "field": each.field,
            "value": stored.value(ParticularField(each.field)),
            "event": 0,
            "at": at,
            "warnings": [],
        }
        for each in asked
    ]


def _replaced(particulars: Particulars, asked: Asked, value: str | None) -> Particulars:
    try:
        field = ParticularField(asked.field)
        if value is None:
            raise ValueError("'before' is missing")
        return particulars.replace(field, value)
    except (InvalidInputError, ValueError) as error:
        message = (
            str(error)
            if isinstance(error, InvalidInputError)
            else f"Het gegeven '{asked.field[:40]}' is zo niet op te slaan. Er is NIETS opgeslagen. "
            "Ververs de pagina en probeer het opnieuw."
        )
        raise InvalidFieldError(message, PARTICULARS, asked.field) from error


def _told(store: Store, assessment_id: str, conflict: ParticularConflictError) -> RefusalError:
    """The conflict with who stored what stands there now, as far as that is known."""
    about: dict[str, str | int] = {
        "subject": PARTICULARS,
        "field": conflict.field.value,
        "theirs": conflict.theirs,
        "event": 0,
    }
    for event in store.detail_history(assessment_id):
        if event.kind is DetailKind.PARTICULARS and conflict.field.value in json.loads(event.value):
            about |= {"author": event.author, "at": moment_text(event.at)}
            break
    return RefusalError("conflict", str(conflict), about)
