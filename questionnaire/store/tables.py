"""The tables as the newest migration leaves them; a test compares the two."""

from datetime import UTC, datetime

import sqlalchemy as sa

from questionnaire.model.base import FIRST_LIST

SCHEMA_VERSION = "0007"
"""The newest migration: a database at this version needs no Alembic to open."""


class UtcDateTime(sa.TypeDecorator[datetime]):
    """An aware moment, kept in UTC; SQLite has no time zones, so they are put back on the way out."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Convert to UTC; a naive moment is a mistake in our code (ValueError)."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a stored moment needs a time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Give an aware moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


EventId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")  # only INTEGER is SQLite's own fast row id

metadata = sa.MetaData()

assessment = sa.Table(
    "assessment",
    metadata,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("organisation", sa.Text, nullable=False),
    sa.Column("depth", sa.String(20), nullable=False),
    sa.Column("reference_date", sa.Date, nullable=False),
    sa.Column("content_version", sa.String(40), nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("removed_at", UtcDateTime),
    sa.Column("particulars", sa.Text, nullable=False, server_default="{}"),
    sa.Column("round", sa.Integer, nullable=False, server_default="1"),
    sa.Column("previous", sa.String(40)),
    sa.Column("status", sa.String(20), nullable=False, server_default="concept"),
    sa.Column("settlement", sa.Text),
    sa.Column("list_id", sa.String(80), nullable=False, server_default=FIRST_LIST),
)

# One row per settled assessment, never changed; from then on triggers refuse every write to that assessment.
report = sa.Table(
    "report",
    metadata,
    sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), primary_key=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("settled_at", UtcDateTime, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

template = sa.Table(
    "template",
    metadata,
    sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), primary_key=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("uploaded_at", UtcDateTime, nullable=False),
    sa.Column("author", sa.String(80), nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

detail_event = sa.Table(
    "detail_event",
    metadata,
    sa.Column("id", EventId, primary_key=True),
    sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("author", sa.String(80), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Index("detail_event_by_assessment", "assessment_id", "id"),
)

# `norm_id` is the subject of the value: a norm, an action or a step of a process card.
answer_event = sa.Table(
    "answer_event",
    metadata,
    sa.Column("id", EventId, primary_key=True),
    sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), nullable=False),
    sa.Column("norm_id", sa.String(80), nullable=False),
    sa.Column("field", sa.String(20), nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("author", sa.String(80), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("seen", sa.BigInteger, nullable=False),
    sa.Column("origin", sa.String(200), nullable=False, server_default=""),
    sa.Index("answer_event_by_assessment", "assessment_id", "id"),
)

# The newest event per field, so that opening does not depend on the number of events. A trigger of the database
# keeps it, and the value itself stands in the event only: the two can never differ.
answer = sa.Table(
    "answer",
    metadata,
    sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), primary_key=True),
    sa.Column("norm_id", sa.String(80), primary_key=True),
    sa.Column("field", sa.String(20), primary_key=True),
    sa.Column("event_id", EventId, sa.ForeignKey("answer_event.id"), nullable=False),
    sqlite_with_rowid=False,
)

# Neither a form nor what happened to it ever changes: triggers of the database refuse it.
form = sa.Table(
    "form",
    metadata,
    sa.Column("number", sa.String(9), primary_key=True),
    sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), nullable=False),
    sa.Column("recipient", sa.String(120), nullable=False),
    sa.Column("selection", sa.String(200), nullable=False),
    sa.Column("norms", sa.Text, nullable=False),
    sa.Column("actions", sa.Text, nullable=False),
    sa.Column("is_filled_before", sa.Boolean, nullable=False),
    sa.Column("content_version", sa.String(40), nullable=False),
    sa.Column("base_event", sa.BigInteger, nullable=False),
    sa.Column("author", sa.String(80), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Index("form_by_assessment", "assessment_id", "at"),
)

form_event = sa.Table(
    "form_event",
    metadata,
    sa.Column("id", EventId, primary_key=True),
    sa.Column("number", sa.String(9), sa.ForeignKey("form.number"), nullable=False),
    sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("taken", sa.Integer, nullable=False),
    sa.Column("author", sa.String(80), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Index("form_event_by_assessment", "assessment_id", "id"),
)

# Who looks at which page: nothing that must be kept, so it points at nothing and is removed after a day.
presence = sa.Table(
    "presence",
    metadata,
    sa.Column("viewer", sa.String(64), primary_key=True),
    sa.Column("assessment_id", sa.String(40), nullable=False),
    sa.Column("page", sa.String(80), nullable=False),
    sa.Column("author", sa.String(80), nullable=False),
    sa.Column("seen_at", UtcDateTime, nullable=False),
    sa.Index("presence_by_assessment", "assessment_id", "page"),
)
