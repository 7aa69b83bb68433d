"""The open page of a network: its texts and choices, actions taken off it, voices chosen for it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "open_page",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("is_opened", sa.Boolean(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("open_until", sa.Date(), nullable=True),
        sa.Column("section_order", sa.String(length=400), nullable=False),
        sa.Column("sections_off", sa.String(length=400), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("shows_partners", sa.Boolean(), nullable=False),
        sa.Column("join", sa.Text(), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("shows_letter_box", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(length=300), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_open_page_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_open_page_network_id_network")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_page")),
        sa.UniqueConstraint("network_id", name=op.f("uq_open_page_network_id")),
    )
    op.create_table(
        "open_page_omission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_open_page_omission_action_id_action")),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_open_page_omission_network_id_network")),
        sa.ForeignKeyConstraint(["page_id"], ["open_page.id"], name=op.f("fk_open_page_omission_page_id_open_page")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_page_omission")),
        sa.UniqueConstraint("page_id", "action_id", name=op.f("uq_open_page_omission_page_id_action_id")),
    )
    op.create_index("ix_open_page_omission_network", "open_page_omission", ["network_id", "action_id"])
    op.create_table(
        "open_page_voice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("voice_id", sa.Integer(), nullable=False),
        sa.Column("showing", sa.String(length=40), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("reworded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["network_id"], ["network.id"], name=op.f("fk_open_page_voice_network_id_network")),
        sa.ForeignKeyConstraint(["page_id"], ["open_page.id"], name=op.f("fk_open_page_voice_page_id_open_page")),
        sa.ForeignKeyConstraint(["voice_id"], ["voice.id"], name=op.f("fk_open_page_voice_voice_id_voice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_page_voice")),
        sa.UniqueConstraint("page_id", "voice_id", name=op.f("uq_open_page_voice_page_id_voice_id")),
    )
    op.create_index("ix_open_page_voice_network", "open_page_voice", ["network_id", "voice_id"])


def downgrade() -> None:
    op.drop_index("ix_open_page_voice_network", table_name="open_page_voice")
    op.drop_table("open_page_voice")
    op.drop_index("ix_open_page_omission_network", table_name="open_page_omission")
    op.drop_table("open_page_omission")
    op.drop_table("open_page")
