"""When somebody was last asked for a date, so that who did not answer can be asked again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("poll_voter", sa.Column("asked_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("poll_voter", "asked_at")
