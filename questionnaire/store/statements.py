"""The statements of the store, built once. Each one is bound to a single assessment, or lists all of them."""

from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from questionnaire.assessment import AnswerField
from questionnaire.store.tables import answer, answer_event, assessment, detail_event

Lock: TypeAlias = sa.Select[str]

_ID = sa.bindparam("assessment_id", type_=sa.String)
_IS_CURRENT = answer.c.event_id == answer_event.c.id

FIND = sa.select(assessment).where(assessment.c.id == _ID, assessment.c.removed_at.is_(None))
FIND_REMOVED = sa.select(assessment).where(assessment.c.id == _ID, assessment.c.removed_at.is_not(None))

# One writer per assessment at a time. SQLite ignores FOR UPDATE: there, BEGIN IMMEDIATE has seen to it.
LOCK = FIND.with_only_columns(assessment.c.id).with_for_update()
LOCK_REMOVED = FIND_REMOVED.with_only_columns(assessment.c.id).with_for_update()

CURRENT = (
    sa.select(answer_event.c.id, answer_event.c.value, answer_event.c.author, answer_event.c.at)
    .join(answer, _IS_CURRENT)
    .where(
        answer.c.assessment_id == _ID,
        answer.c.norm_id == sa.bindparam("norm_id"),
        answer.c.field == sa.bindparam("field"),
    )
)
ALL_CURRENT = (
    sa.select(answer.c.norm_id, answer.c.field, answer_event.c.id, answer_event.c.value, answer_event.c.at)
    .join(answer_event, _IS_CURRENT)
    .where(answer.c.assessment_id == _ID)
)

ADD_EVENT = sa.insert(answer_event).returning(answer_event.c.id)
CHANGE_DETAILS = sa.update(assessment).where(assessment.c.id == _ID)
ADD_DETAIL = sa.insert(detail_event)
ADD_ASSESSMENT = sa.insert(assessment)


def point_to_event(dialect: str) -> sa.Insert:
    """Make an event the current answer of its field."""
    insert = postgresql.insert(answer) if dialect == "postgresql" else sqlite.insert(answer)
    return insert.on_conflict_do_update(
        index_elements=[answer.c.assessment_id, answer.c.norm_id, answer.c.field],
        set_={"event_id": insert.excluded.event_id},
    )


EVENTS = sa.select(answer_event).where(answer_event.c.assessment_id == _ID)
HISTORY = EVENTS.where(answer_event.c.norm_id == sa.bindparam("norm_id")).order_by(answer_event.c.id.desc())
CHANGES_AFTER = EVENTS.where(answer_event.c.id > sa.bindparam("after")).order_by(answer_event.c.id)
LATEST_EVENT = sa.select(sa.func.max(answer_event.c.id)).where(answer_event.c.assessment_id == _ID)
DETAIL_HISTORY = (
    sa.select(detail_event).where(detail_event.c.assessment_id == _ID).order_by(detail_event.c.id.desc())
)

_LAST_SAVED = (
    sa.select(answer_event.c.at)
    .where(answer_event.c.assessment_id == assessment.c.id)
    .order_by(answer_event.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_ANSWERED = (
    sa.select(sa.func.count())
    .select_from(answer.join(answer_event, _IS_CURRENT))
    .where(
        answer.c.assessment_id == assessment.c.id,
        answer.c.field == AnswerField.LEVEL.value,
        answer_event.c.value != "",
    )
    .scalar_subquery()
)
SUMMARIES = sa.select(assessment, _LAST_SAVED.label("last_saved"), _ANSWERED.label("answered")).where(
    assessment.c.removed_at.is_(None)
)
