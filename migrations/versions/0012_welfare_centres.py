"""Cooperation between welfare centres, choices for the federal report, and what an agreement brought.

What was signed before, was signed by both parties: that is what the form asked.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

AMOUNTS = ("justified_cents", "general_costs_cents")


def upgrade() -> None:
    op.create_table(
        "cooperation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("reference", sa.String(length=100), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("is_available", sa.Boolean(), nullable=False),
        sa.Column("staff_function", sa.String(length=150), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_cooperation_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cooperation")),
        sa.UniqueConstraint(
            "network_id", "year", "measure", name=op.f("uq_cooperation_network_id_year_measure")
        ),
    )
    op.create_table(
        "report_choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("method", sa.String(length=40), nullable=True),
        sa.Column("wants_staff", sa.Boolean(), nullable=False),
        sa.Column("requested_cents", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "requested_cents IS NULL OR requested_cents >= 0", name=op.f("ck_report_choice_requested_not_negative")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_report_choice_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_choice")),
        sa.UniqueConstraint(
            "network_id", "year", "measure", name=op.f("uq_report_choice_network_id_year_measure")
        ),
    )
    _add_centres()
    with op.batch_alter_table("agreement") as table:
        table.add_column(sa.Column("partner_signed_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("is_lump_sum", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("justification_received_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("justification_checked_on", sa.Date(), nullable=True))
        table.add_column(
            sa.Column("justification_checked_by", sa.String(length=150), nullable=False, server_default="")
        )
        for name in AMOUNTS:
            table.add_column(sa.Column(name, sa.BigInteger(), nullable=True))
    with op.batch_alter_table("agreement") as table:
        table.alter_column("is_lump_sum", server_default=None)
        table.alter_column("justification_checked_by", server_default=None)
    op.execute(sa.text("UPDATE agreement SET partner_signed_on = signed_on"))


def _add_centres() -> None:
    op.create_table(
        "welfare_centre",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("cooperation_id", sa.Integer(), nullable=False),
        sa.Column("nis", sa.String(length=5), nullable=False),
        sa.Column("council_on", sa.Date(), nullable=True),
        sa.Column("granted_cents", sa.BigInteger(), nullable=True),
        sa.Column("requested_cents", sa.BigInteger(), nullable=True),
        sa.Column("justified_cents", sa.BigInteger(), nullable=True),
        sa.Column("is_employer", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "granted_cents IS NULL OR granted_cents >= 0", name=op.f("ck_welfare_centre_granted_not_negative")
        ),
        sa.CheckConstraint(
            "requested_cents IS NULL OR requested_cents >= 0", name=op.f("ck_welfare_centre_requested_not_negative")
        ),
        sa.CheckConstraint(
            "justified_cents IS NULL OR justified_cents >= 0", name=op.f("ck_welfare_centre_justified_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["cooperation_id"], ["cooperation.id"], name=op.f("fk_welfare_centre_cooperation_id_cooperation")
        ),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_welfare_centre_network_id_network")),
        sa.ForeignKeyConstraint(["nis"], ["municipality.nis"], name=op.f("fk_welfare_centre_nis_municipality")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_welfare_centre")),
        sa.UniqueConstraint("cooperation_id", "nis", name=op.f("uq_welfare_centre_cooperation_id_nis")),
    )
    op.create_index("ix_welfare_centre_network", "welfare_centre", ["network_id"])


def downgrade() -> None:
    with op.batch_alter_table("agreement") as table:
        for name in (
            *AMOUNTS,
            "justification_checked_by",
            "justification_checked_on",
            "justification_received_on",
            "is_lump_sum",
            "partner_signed_on",
        ):
            table.drop_column(name)
    op.drop_table("welfare_centre")
    op.drop_table("report_choice")
    op.drop_table("cooperation")
