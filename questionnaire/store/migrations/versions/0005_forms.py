"""Forms that were handed out with what came back, and the file that a value came from; earlier values have none."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

EVENT_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
IS_SETTLED = "EXISTS (SELECT 1 FROM assessment WHERE id = NEW.assessment_id AND status = 'vastgesteld')"


def upgrade() -> None:
    """Add the column and the tables; forms can be added and nothing else, and not when the assessment is settled."""
    op.add_column("answer_event", sa.Column("origin", sa.String(200), nullable=False, server_default=""))
    create_form()
    create_form_event()
    for table in ("form", "form_event"):
        refuse("INSERT", table, IS_SETTLED, "assessment is settled")
        for action in ("UPDATE", "DELETE"):
            refuse(action, table, "TRUE", f"{table} is append-only")


def create_form() -> None:
    """Every form that was made; `norms` is a list of ids and `actions` a mapping, both JSON."""
    op.create_table(
        "form",
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
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("form_by_assessment", "form", ["assessment_id", "at"])


def create_form_event() -> None:
    """What happened to a form after it was made."""
    op.create_table(
        "form_event",
        sa.Column("id", EVENT_ID, primary_key=True),
        sa.Column("number", sa.String(9), sa.ForeignKey("form.number"), nullable=False),
        sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("taken", sa.Integer, nullable=False),
        sa.Column("author", sa.String(80), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("form_event_by_assessment", "form_event", ["assessment_id", "id"])


def refuse(action: str, table: str, condition: str, message: str) -> None:
    """Let the database itself refuse `action` on rows of `table` for which `condition` holds."""
    name = f"{table}_{action.lower()}_is_locked"
    if op.get_bind().dialect.name == "postgresql":
        row = "OLD" if action == "DELETE" else "NEW"
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN IF {condition} THEN RAISE EXCEPTION '{message}'; END IF; RETURN {row}; END $$"
        )
        op.execute(f"CREATE TRIGGER {name} BEFORE {action} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
        return
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {action} ON {table} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )
