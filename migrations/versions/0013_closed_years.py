"""Closed years with what was kept of them, and marks on the deadlines of a year."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

OPEN = sa.text("reopened_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "closed_year",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=False),
        sa.Column("closed_by", sa.String(length=150), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.String(length=64), nullable=False),
        sa.Column("state_of_data", sa.Integer(), nullable=False),
        sa.Column("reopened_at", sa.DateTime(), nullable=True),
        sa.Column("reopened_by", sa.String(length=150), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_closed_year_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closed_year")),
    )
    op.create_index("ix_closed_year_network_year", "closed_year", ["network_id", "year"])
    op.create_index(
        "uq_closed_year_open",
        "closed_year",
        ["network_id", "year"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_table(
        "closed_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("closed_year_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["closed_year_id"], ["closed_year.id"], name=op.f("fk_closed_record_closed_year_id_closed_year")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_closed_record_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closed_record")),
        sa.UniqueConstraint("closed_year_id", "kind", name=op.f("uq_closed_record_closed_year_id_kind")),
    )
    op.create_table(
        "deadline_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("deadline", sa.String(length=60), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("skipped_reason", sa.String(length=500), nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_deadline_mark_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_mark")),
        sa.UniqueConstraint("network_id", "year", "deadline", name=op.f("uq_deadline_mark_network_id_year_deadline")),
    )


def downgrade() -> None:
    op.drop_table("deadline_mark")
    op.drop_table("closed_record")
    op.drop_index("uq_closed_year_open", "closed_year")
    op.drop_index("ix_closed_year_network_year", "closed_year")
    op.drop_table("closed_year")
