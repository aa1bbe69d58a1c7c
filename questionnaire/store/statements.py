"""The statements of the store, built once. Each one is bound to a single assessment, or lists all of them."""

from typing import Any

import sqlalchemy as sa

from questionnaire.model.assessment import PRESENT_FIELDS, AnswerField
from questionnaire.model.plan import YES, ActionField, ActionStatus, ProcessField
from questionnaire.store.records import NOTHING_SEEN, DetailKind
from questionnaire.store.tables import (
    answer,
    answer_event,
    assessment,
    detail_event,
    form,
    form_event,
    presence,
    report,
    template,
)

_ID = sa.bindparam("assessment_id", type_=sa.String)
_IS_CURRENT = answer.c.event_id == answer_event.c.id

FIND = sa.select(assessment).where(assessment.c.id == _ID, assessment.c.removed_at.is_(None))

PARTICULARS_AT = (
    sa.select(sa.func.max(detail_event.c.at))
    .where(
        detail_event.c.assessment_id == assessment.c.id,
        detail_event.c.kind.in_([DetailKind.PARTICULARS.value, DetailKind.IMPORTED.value]),
    )
    .scalar_subquery()
)
DETAILS = FIND.add_columns(PARTICULARS_AT.label("particulars_saved_at"))

LOCK = FIND.with_only_columns(assessment.c.id).with_for_update()
"""Makes other writers to this assessment wait; not needed in SQLite, which has one writer at a time."""

_WITH_CURRENT_EVENT = assessment.outerjoin(
    answer,
    (answer.c.assessment_id == assessment.c.id)
    & (answer.c.norm_id == sa.bindparam("norm_id"))
    & (answer.c.field == sa.bindparam("field")),
).outerjoin(answer_event, _IS_CURRENT)

CURRENT = (
    sa.select(
        answer_event.c.id, answer_event.c.value, answer_event.c.author, answer_event.c.at, assessment.c.status
    )
    .select_from(_WITH_CURRENT_EVENT)
    .where(assessment.c.id == _ID, assessment.c.removed_at.is_(None))
)
"""The event that a field holds now: no row without the assessment, an empty row when nothing was saved yet."""

_TO_RECONFIRM: sa.ColumnElement[bool] = sa.literal_column(
    "EXISTS (SELECT 1 FROM answer AS mark JOIN answer_event AS marked ON marked.id = mark.event_id "
    "WHERE mark.assessment_id = answer_event.assessment_id AND mark.norm_id = answer_event.norm_id "
    "AND mark.field = 'herbevestigen' AND marked.value <> '')",
    sa.Boolean,
)
"""Whether the answer of the event that was just added is marked to be confirmed again.

Written out, because SQLAlchemy leaves the names of tables out of what an insert returns; "herbevestigen" is
`AnswerField.RECONFIRM`.
"""

_EVENT_COLUMNS = [column for column in answer_event.c if column.name != "id"]
SWAP = (
    sa.insert(answer_event)
    .from_select(
        _EVENT_COLUMNS,
        CURRENT.with_only_columns(
            *(sa.bindparam(column.name, type_=column.type) for column in _EVENT_COLUMNS)
        ).where(
            sa.func.coalesce(answer_event.c.id, 0) == sa.bindparam("seen"),
            sa.func.coalesce(answer_event.c.value, "") != sa.bindparam("value"),
        ),
    )
    .returning(answer_event.c.id, _TO_RECONFIRM.label("to_reconfirm"))
)
"""Compare-and-swap in one statement: adds an event if the field still holds what was seen, and something else.

Gives its id, and whether the answer is marked to be confirmed again.
"""

CONFIRM = sa.insert(answer_event).from_select(
    _EVENT_COLUMNS,
    CURRENT.with_only_columns(
        *(
            answer_event.c.id if column.name == "seen" else sa.bindparam(column.name, type_=column.type)
            for column in _EVENT_COLUMNS
        )
    ).where(answer_event.c.value != ""),
)
"""Adds an event that clears a field which holds something; the field is that of a mark."""

ALL_CURRENT = (
    sa.select(answer.c.norm_id, answer.c.field, answer_event.c.id, answer_event.c.value, answer_event.c.at)
    .join(answer_event, _IS_CURRENT)
    .where(answer.c.assessment_id == _ID)
)

_OF_THE_ROUND_BEFORE = answer.join(answer_event, _IS_CURRENT)
_IS_FILLED = (answer.c.assessment_id == _ID) & (answer_event.c.value != "")


def _copied(**values: sa.ColumnElement[str]) -> list[sa.ColumnElement[Any]]:
    """The columns of an event in the next round; nobody saw an event of that field before."""
    given: dict[str, sa.ColumnElement[Any]] = {
        "assessment_id": sa.bindparam("new_id", type_=sa.String),
        "author": sa.bindparam("author", type_=sa.String),
        "at": sa.bindparam("at", type_=answer_event.c.at.type),
        "seen": sa.literal(NOTHING_SEEN),
        "origin": sa.literal(""),  # which file it was, the round before tells
        **values,
    }
    return [given.get(column.name, column).label(column.name) for column in _EVENT_COLUMNS]


_LEFT_BEHIND = (
    sa.select(answer.c.norm_id)
    .join(answer_event, _IS_CURRENT)
    .where(
        answer.c.assessment_id == _ID,
        (
            answer.c.field.in_([ActionField.REMOVED.value, ProcessField.REMOVED.value])
            & (answer_event.c.value != "")
        )
        | (
            (answer.c.field == ActionField.STATUS.value)
            & answer_event.c.value.in_([ActionStatus.DONE.value, ActionStatus.DROPPED.value])
        ),
    )
)
COPY_VALUES = sa.insert(answer_event).from_select(
    _EVENT_COLUMNS,
    sa.select(*_copied())
    .select_from(_OF_THE_ROUND_BEFORE)
    .where(_IS_FILLED, answer.c.field != AnswerField.RECONFIRM.value, answer.c.norm_id.not_in(_LEFT_BEHIND)),
)
"""Copies what is filled in to a next round, but for actions that are finished and what was removed."""
COPY_MARKS = sa.insert(answer_event).from_select(
    _EVENT_COLUMNS,
    sa.select(*_copied(field=sa.literal(AnswerField.RECONFIRM.value), value=sa.literal(YES)))
    .select_from(_OF_THE_ROUND_BEFORE)
    .where(_IS_FILLED, answer.c.field.in_([field.value for field in PRESENT_FIELDS]))
    .distinct(),
)
"""Marks every copied answer that tells how it is now as one to confirm again."""

UNCONFIRMED = ALL_CURRENT.where(answer.c.field == AnswerField.RECONFIRM.value, answer_event.c.value != "")
NEXT_ROUND = sa.select(assessment.c.id).where(assessment.c.previous == _ID, assessment.c.removed_at.is_(None))

ADD_EVENT = sa.insert(answer_event)
CHANGE = sa.update(assessment).where(assessment.c.id == _ID, assessment.c.removed_at.is_(None))
RESTORE = (
    sa.update(assessment)
    .where(assessment.c.id == _ID, assessment.c.removed_at.is_not(None))
    .values(removed_at=None)
)
ADD_DETAIL = sa.insert(detail_event)
ADD_ASSESSMENT = sa.insert(assessment)

EVENTS = sa.select(answer_event).where(answer_event.c.assessment_id == _ID)
HISTORY = EVENTS.where(answer_event.c.norm_id == sa.bindparam("norm_id")).order_by(answer_event.c.id.desc())
CHANGES_AFTER = EVENTS.where(answer_event.c.id > sa.bindparam("after")).order_by(answer_event.c.id)
LATEST_EVENT = sa.select(sa.func.max(answer_event.c.id)).where(answer_event.c.assessment_id == _ID)
STAND = DETAILS.add_columns(LATEST_EVENT.scalar_subquery().label("latest"))
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
    assessment.c.removed_at.is_(None), assessment.c.list_id == sa.bindparam("list_id", type_=sa.String)
)

_TEMPLATE = template.join(assessment, template.c.assessment_id == assessment.c.id)
_IS_THERE = (template.c.assessment_id == _ID) & assessment.c.removed_at.is_(None)
TEMPLATE = (
    sa.select(template.c.name, template.c.sha256, template.c.uploaded_at, template.c.author)
    .select_from(_TEMPLATE)
    .where(_IS_THERE)
)
TEMPLATE_CONTENT = sa.select(template.c.content).select_from(_TEMPLATE).where(_IS_THERE)
ADD_TEMPLATE = sa.insert(template)
COPY_TEMPLATE = ADD_TEMPLATE.from_select(
    [column.name for column in template.c],
    sa.select(
        *(sa.bindparam("new_id", type_=column.type) if column.primary_key else column for column in template.c)
    ).where(template.c.assessment_id == _ID),
)
REMOVE_TEMPLATE = sa.delete(template).where(template.c.assessment_id == _ID)

ADD_REPORT = sa.insert(report)
REPORT = sa.select(report).where(report.c.assessment_id == _ID)

_NEWEST_THEN = (
    sa.select(sa.func.max(answer_event.c.id))
    .where(answer_event.c.assessment_id == _ID, answer_event.c.id <= sa.bindparam("event_id"))
    .group_by(answer_event.c.norm_id, answer_event.c.field)
)
VALUES_AT = sa.select(answer_event.c.norm_id, answer_event.c.field, answer_event.c.value).where(
    answer_event.c.id.in_(_NEWEST_THEN), answer_event.c.value != ""
)
"""Every text that was filled in when an event was the newest."""

ADD_FORM = sa.insert(form)
ADD_FORM_EVENT = sa.insert(form_event)
FORM_OWNER = sa.select(form.c.assessment_id).where(form.c.number == sa.bindparam("number"))
FORMS = sa.select(form).where(form.c.assessment_id == _ID).order_by(form.c.at.desc(), form.c.number)
FORM_EVENTS = sa.select(form_event).where(form_event.c.assessment_id == _ID).order_by(form_event.c.id)

FORGET_VIEWER = sa.delete(presence).where(
    (presence.c.viewer == sa.bindparam("viewer")) | (presence.c.seen_at < sa.bindparam("too_old"))
)
"""Takes away where a viewer was, and everybody who was not seen since `too_old`."""
ADD_VIEWER = sa.insert(presence)
LOOKING = (
    sa.select(presence.c.author)
    .where(
        presence.c.assessment_id == _ID,
        presence.c.page == sa.bindparam("page"),
        presence.c.viewer != sa.bindparam("viewer"),
        presence.c.author != sa.bindparam("author"),
        presence.c.seen_at >= sa.bindparam("since"),
    )
    .distinct()
    .order_by(presence.c.author)
)
