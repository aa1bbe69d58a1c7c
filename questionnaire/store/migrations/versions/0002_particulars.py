"""Particulars for the report; an assessment that is already there has none."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the particulars: JSON with only what was filled in."""
    op.add_column("assessment", sa.Column("particulars", sa.Text, nullable=False, server_default="{}"))
