"""Voices said on a meeting or in a contact, effects on decisions, what is told to who spoke, and the letter box."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ABOUT_ONE_THING = (
    "(kind = 'tiding-answered' AND action_id IS NULL AND decision_id IS NULL)"
    " OR (kind = 'tiding-action' AND action_id IS NOT NULL AND decision_id IS NULL)"
    " OR (kind = 'tiding-decision' AND action_id IS NULL AND decision_id IS NOT NULL)"
)


def voice_checks() -> tuple[sa.CheckConstraint, ...]:
    """A copied table loses its checks (SQLite): they are named again."""
    return (sa.CheckConstraint("promised_on >= received_on", name=op.f("ck_voice_promise_after_voice")),)


def upgrade() -> None:
    with op.batch_alter_table("voice", table_args=voice_checks()) as batch_op:
        batch_op.add_column(sa.Column("meeting_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("contact_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("reply_way", sa.String(length=40), nullable=False, server_default="reply-none"))
        batch_op.add_column(sa.Column("reply_address", sa.String(length=254), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("code_hash", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("companion_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("companion_role", sa.String(length=100), nullable=False, server_default=""))
        batch_op.create_foreign_key(op.f("fk_voice_meeting_id_meeting"), "meeting", ["meeting_id"], ["id"])
        batch_op.create_foreign_key(
            op.f("fk_voice_contact_id_contact_moment"), "contact_moment", ["contact_id"], ["id"]
        )
        batch_op.create_foreign_key(op.f("fk_voice_companion_id_account"), "account", ["companion_id"], ["id"])
        batch_op.create_unique_constraint(op.f("uq_voice_code_hash"), ["code_hash"])
        batch_op.create_index("ix_voice_network_meeting", ["network_id", "meeting_id"], unique=False)
        batch_op.create_index("ix_voice_network_contact", ["network_id", "contact_id"], unique=False)
        batch_op.create_index("ix_voice_network_companion", ["network_id", "companion_id"], unique=False)

    with op.batch_alter_table("voice_effect") as batch_op:
        batch_op.alter_column("action_id", existing_type=sa.Integer(), nullable=True)
        batch_op.add_column(sa.Column("decision_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("linked_at", sa.DateTime(), nullable=True))
        batch_op.create_foreign_key(op.f("fk_voice_effect_decision_id_decision"), "decision", ["decision_id"], ["id"])
        batch_op.create_unique_constraint(op.f("uq_voice_effect_voice_id_decision_id"), ["voice_id", "decision_id"])
        batch_op.create_check_constraint(
            op.f("ck_voice_effect_on_one_thing"), "(action_id IS NULL) <> (decision_id IS NULL)"
        )
        batch_op.create_index("ix_voice_effect_network_decision", ["network_id", "decision_id"], unique=False)

    _create_tables()


def _create_tables() -> None:
    op.create_table(
        "letter_box",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_letter_box_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_box")),
        sa.UniqueConstraint("network_id", name=op.f("uq_letter_box_network_id")),
    )
    op.create_table(
        "tiding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voice_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("former", sa.String(length=40), nullable=False),
        sa.Column("current", sa.String(length=40), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("told_by", sa.String(length=100), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=True),
        sa.Column("mail_ref", sa.String(length=120), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(ABOUT_ONE_THING, name=op.f("ck_tiding_about_one_thing")),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_tiding_action_id_action")),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_tiding_decision_id_decision")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_tiding_network_id_network")),
        sa.ForeignKeyConstraint(["voice_id"], ["voice.id"], name=op.f("fk_tiding_voice_id_voice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tiding")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_tiding_token_hash")),
    )
    with op.batch_alter_table("tiding") as batch_op:
        batch_op.create_index("ix_tiding_network_told", ["network_id", "told_at", "id"], unique=False)
        batch_op.create_index("ix_tiding_voice", ["voice_id", "id"], unique=False)


def downgrade() -> None:
    op.drop_table("tiding")
    op.drop_table("letter_box")

    op.execute("DELETE FROM voice_effect WHERE action_id IS NULL")  # effects on decisions had no place before
    with op.batch_alter_table("voice_effect") as batch_op:
        batch_op.drop_index("ix_voice_effect_network_decision")
        batch_op.drop_constraint(op.f("ck_voice_effect_on_one_thing"), type_="check")
        batch_op.drop_constraint(op.f("uq_voice_effect_voice_id_decision_id"), type_="unique")
        batch_op.drop_constraint(op.f("fk_voice_effect_decision_id_decision"), type_="foreignkey")
        batch_op.drop_column("linked_at")
        batch_op.drop_column("decision_id")
        batch_op.alter_column("action_id", existing_type=sa.Integer(), nullable=False)

    with op.batch_alter_table("voice", table_args=voice_checks()) as batch_op:
        batch_op.drop_index("ix_voice_network_companion")
        batch_op.drop_index("ix_voice_network_contact")
        batch_op.drop_index("ix_voice_network_meeting")
        batch_op.drop_constraint(op.f("uq_voice_code_hash"), type_="unique")
        batch_op.drop_constraint(op.f("fk_voice_companion_id_account"), type_="foreignkey")
        batch_op.drop_constraint(op.f("fk_voice_contact_id_contact_moment"), type_="foreignkey")
        batch_op.drop_constraint(op.f("fk_voice_meeting_id_meeting"), type_="foreignkey")
        for column in ("companion_role", "companion_id", "code_hash", "reply_address", "reply_way"):
            batch_op.drop_column(column)
        batch_op.drop_column("contact_id")
        batch_op.drop_column("meeting_id")
