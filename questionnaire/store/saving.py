"""Values into a transaction: compared with what the user saw, and with what must hold between fields."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from questionnaire.model.assessment import AnswerField, Level
from questionnaire.model.settlement import Status
from questionnaire.store import rows, statements
from questionnaire.store.checks import not_found
from questionnaire.store.errors import ConflictError, InvalidFieldError, LockedError
from questionnaire.store.records import NOTHING_SEEN, Change, SavedField

CONFIRMING_FIELDS = frozenset((AnswerField.LEVEL, AnswerField.PRACTICE, AnswerField.REASON))
"""Who saves one of these says how it is now: the answer needs no more confirming."""


def save_changes(
    connection: sa.Connection, assessment_id: str, changes: Sequence[Change], author: str, at: datetime
) -> tuple[SavedField, ...]:
    """Add the events of `changes`, which are checked; raises ConflictError, InvalidInputError or NotFoundError."""
    saved, marked = [], set()
    for change in changes:
        entry, may_be_marked = _swap(connection, assessment_id, change, author, at)
        saved.append(entry)
        if may_be_marked and change.field in CONFIRMING_FIELDS:
            marked.add(change.norm_id)
    marked -= {change.norm_id for change in changes if change.field is AnswerField.RECONFIRM}
    for norm_id in marked:
        confirmed = Change(norm_id, AnswerField.RECONFIRM, "", NOTHING_SEEN)
        connection.execute(statements.CONFIRM, rows.event_row(assessment_id, confirmed, author, at))
    for change in changes:
        if change.field is AnswerField.AMBITION and change.value:
            _refuse_low_ambition(connection, assessment_id, change)
    return tuple(saved)


def swap_all(
    connection: sa.Connection, assessment_id: str, changes: Sequence[Change], author: str, at: datetime
) -> tuple[SavedField, ...]:
    """Add the events of `changes` and nothing else; raises ConflictError or NotFoundError."""
    return tuple(_swap(connection, assessment_id, change, author, at)[0] for change in changes)


def _swap(
    connection: sa.Connection, assessment_id: str, change: Change, author: str, at: datetime
) -> tuple[SavedField, bool]:
    """Add an event if the field still holds what the user saw; and whether the answer may be to be confirmed."""
    event = rows.event_row(assessment_id, change, author, at)
    added = connection.execute(statements.SWAP, event).one_or_none()
    if added is None:
        return _unchanged(connection, event, change, at), True
    return SavedField(change.norm_id, change.field, change.value, added.id, at), bool(added.to_reconfirm)


def _unchanged(
    connection: sa.Connection, event: Mapping[str, object], change: Change, now: datetime
) -> SavedField:
    """Why nothing was added: the value already stands there, or something else does."""
    current = connection.execute(statements.CURRENT, event).one_or_none()
    if current is None:
        raise not_found()
    if current.status == Status.SETTLED:
        raise LockedError
    event_id, at = current.id or NOTHING_SEEN, current.at or now
    if change.value == (current.value or ""):
        return SavedField(change.norm_id, change.field, change.value, event_id, at)
    raise ConflictError(
        change.norm_id,
        change.field,
        mine=change.value,
        theirs=current.value or "",
        theirs_event=event_id,
        author=current.author or "",
        at=at,
    )


def _refuse_low_ambition(connection: sa.Connection, assessment_id: str, ambition: Change) -> None:
    """An ambition below the level that is there is no ambition."""
    key = {"assessment_id": assessment_id, "norm_id": ambition.norm_id, "field": AnswerField.LEVEL.value}
    level = connection.execute(statements.CURRENT, key).one().value
    if level and (Level(level).height or 0) > (Level(ambition.value).height or 0):
        raise InvalidFieldError(
            "De ambitie is lager dan het niveau dat u nu heeft. De ambitie is NIET opgeslagen. "
            "Kies hetzelfde niveau of een hoger niveau.",
            ambition.norm_id,
            ambition.field,
        )
