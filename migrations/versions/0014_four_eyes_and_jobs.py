"""Long work beside the pages; a second pair of eyes on expenses and papers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


EYES = (
    sa.Column("typed_by", sa.String(length=400), nullable=False, server_default=""),
    sa.Column("approval", sa.String(length=40), nullable=False, server_default="not-submitted"),
    sa.Column("submitted_by_id", sa.Integer(), nullable=True),
    sa.Column("submitted_by", sa.String(length=150), nullable=False, server_default=""),
    sa.Column("submitted_at", sa.DateTime(), nullable=True),
    sa.Column("decided_by_id", sa.Integer(), nullable=True),
    sa.Column("decided_by", sa.String(length=150), nullable=False, server_default=""),
    sa.Column("decided_at", sa.DateTime(), nullable=True),
    sa.Column("approval_remark", sa.Text(), nullable=False, server_default=""),
)


def upgrade() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=True),
        sa.Column("asked_by", sa.String(length=150), nullable=False),
        sa.Column("open_key", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(), nullable=True),
        sa.Column("claimed_until", sa.DateTime(), nullable=True),
        sa.Column("claimed_by", sa.String(length=40), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("file_type", sa.String(length=120), nullable=False),
        sa.Column("file_size", sa.BigInteger(), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.Column("expires_at", sa.DateTime(), nullable=True),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by_id"], ["account.id"], name=op.f("fk_job_asked_by_id_account")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_job_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("open_key", name=op.f("uq_job_open_key")),
    )
    op.create_index("ix_job_network_asked_by", "job", ["network_id", "asked_by_id", "id"])
    op.create_index("ix_job_state", "job", ["state", "id"])
    op.add_column("network", sa.Column("four_eyes_from", sa.Integer(), nullable=True))
    for column in EYES:
        op.add_column("expense", sa.Column(column.name, column.type, nullable=column.nullable, server_default=column.server_default))
    remember_who_typed(op.get_bind())
    op.create_table(
        "paper_approval",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("submitted", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("submitted_digest", sa.String(length=64), nullable=False),
        sa.Column("approved", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("approved_digest", sa.String(length=64), nullable=False),
        sa.Column("approved_by", sa.String(length=150), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(sa.Column(one.name, one.type, nullable=one.nullable) for one in EYES),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_paper_approval_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_approval")),
        sa.UniqueConstraint("network_id", "year", "kind", name=op.f("uq_paper_approval_network_id_year_kind")),
    )


def remember_who_typed(connection: sa.Connection) -> None:
    """Nobody approves own work, also what was typed before this: the history knows who did."""
    change = sa.table("change", *(sa.column(name) for name in ("page_type", "page_id", "subject_type", "account_id")))
    expense = sa.table("expense", sa.column("id"), sa.column("typed_by"))
    found = connection.execute(
        sa.select(change.c.page_id, change.c.account_id)
        .where(
            change.c.page_type == "expense",
            change.c.subject_type.in_(("expense", "allocation")),
            change.c.account_id.is_not(None),
        )
        .distinct()
        .order_by(change.c.page_id, change.c.account_id)
    )
    hands: dict[int, list[str]] = {}
    for page_id, account_id in found:
        hands.setdefault(page_id, []).append(str(account_id))
    for page_id, accounts in hands.items():
        kept = "|" + "|".join(accounts[-40:]) + "|"
        connection.execute(sa.update(expense).where(expense.c.id == page_id).values(typed_by=kept))


def downgrade() -> None:
    op.drop_table("paper_approval")
    for column in reversed(EYES):
        op.drop_column("expense", column.name)
    op.drop_column("network", "four_eyes_from")
    op.drop_index("ix_job_state", table_name="job")
    op.drop_index("ix_job_network_asked_by", table_name="job")
    op.drop_table("job")
