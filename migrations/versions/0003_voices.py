"""Voices of people in poverty, the answer to each, what changed because of it, and what a network promises."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answer_promise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("answer_days", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("answer_days BETWEEN 1 AND 365", name=op.f("ck_answer_promise_days")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_answer_promise_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_promise")),
        sa.UniqueConstraint("network_id", name=op.f("uq_answer_promise_network_id")),
    )
    op.create_table(
        "voice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("speaker", sa.String(length=40), nullable=False),
        sa.Column("is_quote", sa.Boolean(), nullable=False),
        sa.Column("quote_consent", sa.Boolean(), nullable=False),
        sa.Column("on_behalf", sa.Boolean(), nullable=False),
        sa.Column("threshold", sa.String(length=40), nullable=True),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(length=150), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("discussed_on", sa.Date(), nullable=True),
        sa.Column("typed_by_id", sa.Integer(), nullable=True),
        sa.Column("reworded_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("origin", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("promised_on >= received_on", name=op.f("ck_voice_promise_after_voice")),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_voice_action_id_action")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_voice_network_id_network")),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name=op.f("fk_voice_partner_id_partner")),
        sa.ForeignKeyConstraint(["typed_by_id"], ["account.id"], name=op.f("fk_voice_typed_by_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice")),
    )
    with op.batch_alter_table("voice", schema=None) as batch_op:
        batch_op.create_index("ix_voice_network_action", ["network_id", "action_id"], unique=False)
        batch_op.create_index("ix_voice_network_received", ["network_id", "received_on", "id"], unique=False)
        batch_op.create_index("ix_voice_network_state", ["network_id", "state", "promised_on"], unique=False)
        batch_op.create_index("ix_voice_network_typed_by", ["network_id", "typed_by_id"], unique=False)

    op.create_table(
        "response",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voice_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("told_how", sa.String(length=40), nullable=True),
        sa.Column("told_by", sa.String(length=100), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_response_network_id_network")),
        sa.ForeignKeyConstraint(["voice_id"], ["voice.id"], name=op.f("fk_response_voice_id_voice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("voice_id", name=op.f("uq_response_voice_id")),
    )
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.create_index("ix_response_network_told", ["network_id", "told_on"], unique=False)

    op.create_table(
        "voice_effect",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voice_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_voice_effect_action_id_action")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_voice_effect_network_id_network")),
        sa.ForeignKeyConstraint(["voice_id"], ["voice.id"], name=op.f("fk_voice_effect_voice_id_voice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice_effect")),
        sa.UniqueConstraint("voice_id", "action_id", name=op.f("uq_voice_effect_voice_id_action_id")),
    )
    with op.batch_alter_table("voice_effect", schema=None) as batch_op:
        batch_op.create_index("ix_voice_effect_network_action", ["network_id", "action_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("voice_effect", schema=None) as batch_op:
        batch_op.drop_index("ix_voice_effect_network_action")

    op.drop_table("voice_effect")
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.drop_index("ix_response_network_told")

    op.drop_table("response")
    with op.batch_alter_table("voice", schema=None) as batch_op:
        batch_op.drop_index("ix_voice_network_typed_by")
        batch_op.drop_index("ix_voice_network_state")
        batch_op.drop_index("ix_voice_network_received")
        batch_op.drop_index("ix_voice_network_action")

    op.drop_table("voice")
    op.drop_table("answer_promise")
