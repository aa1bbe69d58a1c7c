"""Rounds, status, and settled assessments: these keep their report, and the database refuses every write to them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MESSAGE = "assessment is settled"


def upgrade() -> None:
    """Add the columns, the table and the locks; an assessment that is already there is a concept of round 1."""
    op.add_column("assessment", sa.Column("round", sa.Integer, nullable=False, server_default="1"))
    op.add_column("assessment", sa.Column("previous", sa.String(40)))
    op.add_column("assessment", sa.Column("status", sa.String(20), nullable=False, server_default="concept"))
    op.add_column("assessment", sa.Column("settlement", sa.Text))
    create_report()
    for table in ("answer_event", "detail_event", "report"):
        refuse("INSERT", table, is_settled("NEW.assessment_id"))
    for table in ("answer", "template"):
        refuse("INSERT", table, is_settled("NEW.assessment_id"))
        refuse("UPDATE", table, f"{is_settled('OLD.assessment_id')} OR {is_settled('NEW.assessment_id')}")
        refuse("DELETE", table, is_settled("OLD.assessment_id"))
    refuse("INSERT", "assessment", is_settled("NEW.id"))  # INSERT OR REPLACE
    for action in ("UPDATE", "DELETE"):
        refuse(action, "assessment", "OLD.status = 'vastgesteld'")
        refuse(action, "report", "TRUE")


def create_report() -> None:
    """The report with which an assessment was settled."""
    op.create_table(
        "report",
        sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )


def is_settled(assessment_id: str) -> str:
    """Whether the assessment with this id is locked, in SQL."""
    return f"EXISTS (SELECT 1 FROM assessment WHERE id = {assessment_id} AND status = 'vastgesteld')"


def refuse(action: str, table: str, condition: str) -> None:
    """Let the database itself refuse `action` on rows of `table` for which `condition` holds."""
    name = f"{table}_{action.lower()}_is_locked"
    if op.get_bind().dialect.name == "postgresql":
        row = "OLD" if action == "DELETE" else "NEW"
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN IF {condition} THEN RAISE EXCEPTION '{MESSAGE}'; END IF; RETURN {row}; END $$"
        )
        op.execute(f"CREATE TRIGGER {name} BEFORE {action} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
        return
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {action} ON {table} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    )
