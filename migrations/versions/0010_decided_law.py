"""What administrators decide of the law: figures, days and amounts per year, each with its source."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "law_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("regime", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=30), nullable=False),
        sa.Column("falls_on", sa.Date(), nullable=True),
        sa.Column("from_year", sa.Integer(), nullable=False),
        sa.Column("until_year", sa.Integer(), nullable=True),
        sa.Column("certainty", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("until_year IS NULL OR until_year >= from_year", name=op.f("ck_law_decision_years_in_order")),
        sa.CheckConstraint("value <> '' OR falls_on IS NOT NULL", name=op.f("ck_law_decision_says_something")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_law_decision")),
    )


def downgrade() -> None:
    op.drop_table("law_decision")
