"""What welfare centres that work together get: the old lump sum for staff looks at their sum (FED-STAFF-4)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("grant", sa.Column("pooled_cents", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("grant", "pooled_cents")
