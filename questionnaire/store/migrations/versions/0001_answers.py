"""Assessments, their answer events and their current answers; events can be added and nothing else."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

EVENT_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables and forbid changes to the events."""
    create_assessment()
    create_detail_event()
    create_answer_event()
    create_answer()
    point_to_newest_event()
    for table in ("answer_event", "detail_event"):
        forbid_changes(table)


def create_assessment() -> None:
    """One row per assessment; `organisation` is JSON."""
    op.create_table(
        "assessment",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("depth", sa.String(20), nullable=False),
        sa.Column("reference_date", sa.Date, nullable=False),
        sa.Column("content_version", sa.String(40), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("removed_at", MOMENT),
    )


def create_detail_event() -> None:
    """What happened to an assessment as a whole."""
    op.create_table(
        "detail_event",
        sa.Column("id", EVENT_ID, primary_key=True),
        sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("author", sa.String(80), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("detail_event_by_assessment", "detail_event", ["assessment_id", "id"])


def create_answer_event() -> None:
    """Every value that was ever saved."""
    op.create_table(
        "answer_event",
        sa.Column("id", EVENT_ID, primary_key=True),
        sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), nullable=False),
        sa.Column("norm_id", sa.String(80), nullable=False),
        sa.Column("field", sa.String(20), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("author", sa.String(80), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("seen", sa.BigInteger, nullable=False),
    )
    op.create_index("answer_event_by_assessment", "answer_event", ["assessment_id", "id"])


def create_answer() -> None:
    """Which event is the newest, per field."""
    op.create_table(
        "answer",
        sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), primary_key=True),
        sa.Column("norm_id", sa.String(80), primary_key=True),
        sa.Column("field", sa.String(20), primary_key=True),
        sa.Column("event_id", EVENT_ID, sa.ForeignKey("answer_event.id"), nullable=False),
        sqlite_with_rowid=False,
    )


def point_to_newest_event() -> None:
    """Let the database itself make each new event the current answer of its field."""
    point = (
        "INSERT INTO answer (assessment_id, norm_id, field, event_id) "
        "VALUES (NEW.assessment_id, NEW.norm_id, NEW.field, NEW.id) "
        "ON CONFLICT (assessment_id, norm_id, field) DO UPDATE SET event_id = excluded.event_id"
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION answer_event_is_newest() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {point}; RETURN NULL; END $$"
        )
        op.execute(
            "CREATE TRIGGER answer_event_is_newest AFTER INSERT ON answer_event "
            "FOR EACH ROW EXECUTE FUNCTION answer_event_is_newest()"
        )
        return
    op.execute(f"CREATE TRIGGER answer_event_is_newest AFTER INSERT ON answer_event BEGIN {point}; END")


def forbid_changes(table: str) -> None:
    """Let the database itself refuse to change or remove a row of `table`."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION {table}_is_final() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_final()"
        )
        return
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
