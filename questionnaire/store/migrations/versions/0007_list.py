"""Which questionnaire an assessment answers."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what is already there belongs to the only list that there was."""
    op.add_column("assessment", sa.Column("list_id", sa.String(80), nullable=False, server_default="was-wordt-vams"))
