"""What people type for a paper."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "paper_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("paper", sa.String(length=40), nullable=False),
        sa.Column("part", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=150), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name="fk_paper_text_network_id_network"),
        sa.PrimaryKeyConstraint("id", name="pk_paper_text"),
        sa.UniqueConstraint(
            "network_id", "year", "paper", "part", name="uq_paper_text_network_id_year_paper_part"
        ),
    )


def downgrade() -> None:
    op.drop_table("paper_text")
