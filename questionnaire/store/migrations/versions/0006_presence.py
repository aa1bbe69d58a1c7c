"""Who looks at which page; rows come and go, and point at nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "presence",
        sa.Column("viewer", sa.String(64), primary_key=True),
        sa.Column("assessment_id", sa.String(40), nullable=False),
        sa.Column("page", sa.String(80), nullable=False),
        sa.Column("author", sa.String(80), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("presence_by_assessment", "presence", ["assessment_id", "page"])
