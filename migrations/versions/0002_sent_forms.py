"""One table for forms that come in twice, in place of a mark on expenses and contributions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# SQLite copies a table to change it, and forgets the checks that are not named here.
CHECKS = {
    "contribution": {
        "ck_contribution_not_negative": (
            "minutes >= 0 AND goods_cents >= 0 AND money_cents >= 0 AND people_reached >= 0"
        ),
    },
    "expense": {
        "ck_expense_invoice_not_negative": "invoice_cents >= 0",
        "ck_expense_beneficiaries_not_negative": "beneficiaries IS NULL OR beneficiaries >= 0",
        "ck_expense_target_share": "target_n IS NULL OR (target_n >= 0 AND target_n <= target_m)",
    },
}


def checks_of(table: str) -> tuple[sa.CheckConstraint, ...]:
    return tuple(sa.CheckConstraint(words, name=op.f(name)) for name, words in CHECKS[table].items())


def upgrade() -> None:
    op.create_table(
        "sent_form",
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("href", sa.String(length=500), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("mark", name=op.f("pk_sent_form")),
    )
    with op.batch_alter_table("sent_form", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sent_form_sent_at"), ["sent_at"], unique=False)

    for table in CHECKS:
        with op.batch_alter_table(table, table_args=checks_of(table)) as batch_op:
            batch_op.drop_constraint(op.f(f"uq_{table}_once"), type_="unique")
            batch_op.drop_column("once")


def downgrade() -> None:
    for table in reversed(CHECKS):
        with op.batch_alter_table(table, table_args=checks_of(table)) as batch_op:
            batch_op.add_column(sa.Column("once", sa.String(length=64), nullable=True))
            batch_op.create_unique_constraint(op.f(f"uq_{table}_once"), ["once"])
    with op.batch_alter_table("sent_form", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sent_form_sent_at"))
    op.drop_table("sent_form")
