"""An organisation's own Word template, at most one per assessment."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; until somebody uploads a template, the standard one is used."""
    op.create_table(
        "template",
        sa.Column("assessment_id", sa.String(40), sa.ForeignKey("assessment.id"), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.String(80), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
