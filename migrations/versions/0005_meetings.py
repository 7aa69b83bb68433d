"""Meetings with agenda, report, decisions, tasks, invitations, polls, groups and contacts; mail that waits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('calendar_feed',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('revoked_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_calendar_feed_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_calendar_feed')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_calendar_feed_token_hash'))
    )
    with op.batch_alter_table('calendar_feed', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_calendar_feed_account_id'), ['account_id'], unique=False)

    op.create_table('digest_choice',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('is_off', sa.Boolean(), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=True),
    sa.Column('sent_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_digest_choice_account_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_digest_choice')),
    sa.UniqueConstraint('account_id', name=op.f('uq_digest_choice_account_id')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_digest_choice_token_hash'))
    )
    op.create_table('meeting_group',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=150), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('aim', sa.Text(), nullable=False),
    sa.Column('is_ended', sa.Boolean(), nullable=False),
    sa.Column('origin', sa.String(length=300), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_meeting_group_network_id_network')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_group')),
    sa.UniqueConstraint('network_id', 'name', name=op.f('uq_meeting_group_network_id_name'))
    )
    op.create_table('outgoing_mail',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=True),
    sa.Column('to', sa.String(length=254), nullable=False),
    sa.Column('subject', sa.String(length=300), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('headers', sa.JSON(), nullable=False),
    sa.Column('attachment_name', sa.String(length=150), nullable=False),
    sa.Column('attachment_type', sa.String(length=150), nullable=False),
    sa.Column('attachment', sa.LargeBinary(), nullable=True),
    sa.Column('message_id', sa.String(length=120), nullable=False),
    sa.Column('status', sa.String(length=40), nullable=False),
    sa.Column('queued_at', sa.DateTime(), nullable=False),
    sa.Column('expires_at', sa.DateTime(), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('next_attempt_at', sa.DateTime(), nullable=True),
    sa.Column('claimed_until', sa.DateTime(), nullable=True),
    sa.Column('sent_at', sa.DateTime(), nullable=True),
    sa.Column('last_error', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_outgoing_mail_network_id_network')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outgoing_mail'))
    )
    with op.batch_alter_table('outgoing_mail', schema=None) as batch_op:
        batch_op.create_index('ix_outgoing_mail_due', ['status', 'next_attempt_at'], unique=False)
        batch_op.create_index('ix_outgoing_mail_network', ['network_id', 'id'], unique=False)

    op.create_table('group_member',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('group_id', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(length=40), nullable=False),
    sa.Column('partner_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(length=150), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.CheckConstraint("partner_id IS NOT NULL OR name <> ''", name=op.f('ck_group_member_somebody')),
    sa.ForeignKeyConstraint(['group_id'], ['meeting_group.id'], name=op.f('fk_group_member_group_id_meeting_group')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_group_member_network_id_network')),
    sa.ForeignKeyConstraint(['partner_id'], ['partner.id'], name=op.f('fk_group_member_partner_id_partner')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_member'))
    )
    with op.batch_alter_table('group_member', schema=None) as batch_op:
        batch_op.create_index('ix_group_member_network_group', ['network_id', 'group_id'], unique=False)

    op.create_table('meeting_series',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('group_id', sa.Integer(), nullable=True),
    sa.Column('agenda_template', sa.Text(), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('place_kind', sa.String(length=40), nullable=False),
    sa.Column('chair', sa.String(length=150), nullable=False),
    sa.Column('is_ended', sa.Boolean(), nullable=False),
    sa.Column('origin', sa.String(length=300), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['meeting_group.id'], name=op.f('fk_meeting_series_group_id_meeting_group')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_meeting_series_network_id_network')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_series')),
    sa.UniqueConstraint('network_id', 'title', name=op.f('uq_meeting_series_network_id_title'))
    )
    op.create_table('meeting',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('series_id', sa.Integer(), nullable=True),
    sa.Column('group_id', sa.Integer(), nullable=True),
    sa.Column('starts_at', sa.DateTime(), nullable=False),
    sa.Column('ends_at', sa.DateTime(), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('place_kind', sa.String(length=40), nullable=False),
    sa.Column('chair', sa.String(length=150), nullable=False),
    sa.Column('organiser_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.String(length=40), nullable=False),
    sa.Column('minutes_status', sa.String(length=40), nullable=False),
    sa.Column('experts_count', sa.Integer(), nullable=True),
    sa.Column('minutes_sent_at', sa.DateTime(), nullable=True),
    sa.Column('calendar_uid', sa.String(length=80), nullable=False),
    sa.Column('calendar_sequence', sa.Integer(), nullable=False),
    sa.Column('reminded_at', sa.DateTime(), nullable=True),
    sa.Column('reminders', sa.Integer(), nullable=False),
    sa.Column('origin', sa.String(length=300), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('ends_at > starts_at', name=op.f('ck_meeting_ends_after_start')),
    sa.CheckConstraint('experts_count IS NULL OR experts_count >= 0', name=op.f('ck_meeting_experts_not_negative')),
    sa.ForeignKeyConstraint(['group_id'], ['meeting_group.id'], name=op.f('fk_meeting_group_id_meeting_group')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_meeting_network_id_network')),
    sa.ForeignKeyConstraint(['organiser_id'], ['account.id'], name=op.f('fk_meeting_organiser_id_account')),
    sa.ForeignKeyConstraint(['series_id'], ['meeting_series.id'], name=op.f('fk_meeting_series_id_meeting_series')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting')),
    sa.UniqueConstraint('calendar_uid', name=op.f('uq_meeting_calendar_uid'))
    )
    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.create_index('ix_meeting_network_starts', ['network_id', 'starts_at'], unique=False)
        batch_op.create_index('ix_meeting_series', ['series_id'], unique=False)

    op.create_table('agenda_item',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('owner_partner_id', sa.Integer(), nullable=True),
    sa.Column('owner_name', sa.String(length=150), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('is_finished', sa.Boolean(), nullable=False),
    sa.Column('is_dropped', sa.Boolean(), nullable=False),
    sa.Column('comes_from_id', sa.Integer(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('minutes IS NULL OR minutes >= 0', name=op.f('ck_agenda_item_minutes_not_negative')),
    sa.ForeignKeyConstraint(['comes_from_id'], ['agenda_item.id'], name=op.f('fk_agenda_item_comes_from_id_agenda_item')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meeting.id'], name=op.f('fk_agenda_item_meeting_id_meeting')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_agenda_item_network_id_network')),
    sa.ForeignKeyConstraint(['owner_partner_id'], ['partner.id'], name=op.f('fk_agenda_item_owner_partner_id_partner')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agenda_item'))
    )
    with op.batch_alter_table('agenda_item', schema=None) as batch_op:
        batch_op.create_index('ix_agenda_item_network_meeting', ['network_id', 'meeting_id'], unique=False)

    op.create_table('attendance',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('partner_id', sa.Integer(), nullable=False),
    sa.Column('presence', sa.String(length=40), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meeting.id'], name=op.f('fk_attendance_meeting_id_meeting')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_attendance_network_id_network')),
    sa.ForeignKeyConstraint(['partner_id'], ['partner.id'], name=op.f('fk_attendance_partner_id_partner')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attendance')),
    sa.UniqueConstraint('meeting_id', 'partner_id', name=op.f('uq_attendance_meeting_id_partner_id'))
    )
    with op.batch_alter_table('attendance', schema=None) as batch_op:
        batch_op.create_index('ix_attendance_network_partner', ['network_id', 'partner_id'], unique=False)

    op.create_table('contact_moment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('with_whom', sa.String(length=200), nullable=False),
    sa.Column('about', sa.Text(), nullable=False),
    sa.Column('outcome', sa.Text(), nullable=False),
    sa.Column('partner_id', sa.Integer(), nullable=True),
    sa.Column('action_id', sa.Integer(), nullable=True),
    sa.Column('by_account_id', sa.Integer(), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(), nullable=True),
    sa.Column('origin', sa.String(length=300), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_contact_moment_action_id_action')),
    sa.ForeignKeyConstraint(['by_account_id'], ['account.id'], name=op.f('fk_contact_moment_by_account_id_account')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_contact_moment_network_id_network')),
    sa.ForeignKeyConstraint(['partner_id'], ['partner.id'], name=op.f('fk_contact_moment_partner_id_partner')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact_moment')),
    )
    with op.batch_alter_table('contact_moment', schema=None) as batch_op:
        batch_op.create_index('ix_contact_moment_network_on', ['network_id', 'on'], unique=False)

    op.create_table('date_poll',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('series_id', sa.Integer(), nullable=True),
    sa.Column('group_id', sa.Integer(), nullable=True),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('place_kind', sa.String(length=40), nullable=False),
    sa.Column('status', sa.String(length=40), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=True),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['meeting_group.id'], name=op.f('fk_date_poll_group_id_meeting_group')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meeting.id'], name=op.f('fk_date_poll_meeting_id_meeting')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_date_poll_network_id_network')),
    sa.ForeignKeyConstraint(['series_id'], ['meeting_series.id'], name=op.f('fk_date_poll_series_id_meeting_series')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_date_poll'))
    )
    with op.batch_alter_table('date_poll', schema=None) as batch_op:
        batch_op.create_index('ix_date_poll_network_status', ['network_id', 'status'], unique=False)

    op.create_table('invitee',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('partner_id', sa.Integer(), nullable=True),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(length=150), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('answer', sa.String(length=40), nullable=True),
    sa.Column('answered_at', sa.DateTime(), nullable=True),
    sa.Column('sent_at', sa.DateTime(), nullable=True),
    sa.Column('revoked_at', sa.DateTime(), nullable=True),
    sa.Column('token_hash', sa.String(length=64), nullable=True),
    sa.Column('expires_at', sa.DateTime(), nullable=True),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_invitee_account_id_account')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meeting.id'], name=op.f('fk_invitee_meeting_id_meeting')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_invitee_network_id_network')),
    sa.ForeignKeyConstraint(['partner_id'], ['partner.id'], name=op.f('fk_invitee_partner_id_partner')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitee')),
    sa.UniqueConstraint('meeting_id', 'email', name=op.f('uq_invitee_meeting_id_email')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_invitee_token_hash'))
    )
    with op.batch_alter_table('invitee', schema=None) as batch_op:
        batch_op.create_index('ix_invitee_network', ['network_id', 'meeting_id'], unique=False)

    op.create_table('task',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=True),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('partner_id', sa.Integer(), nullable=True),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('done_at', sa.DateTime(), nullable=True),
    sa.Column('dropped_at', sa.DateTime(), nullable=True),
    sa.Column('calendar_uid', sa.String(length=80), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_task_account_id_account')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meeting.id'], name=op.f('fk_task_meeting_id_meeting')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_task_network_id_network')),
    sa.ForeignKeyConstraint(['partner_id'], ['partner.id'], name=op.f('fk_task_partner_id_partner')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_task')),
    sa.UniqueConstraint('calendar_uid', name=op.f('uq_task_calendar_uid'))
    )
    with op.batch_alter_table('task', schema=None) as batch_op:
        batch_op.create_index('ix_task_meeting', ['meeting_id'], unique=False)
        batch_op.create_index('ix_task_network_done', ['network_id', 'done_at'], unique=False)

    op.create_table('decision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('partner_id', sa.Integer(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('status', sa.String(length=40), nullable=False),
    sa.Column('action_id', sa.Integer(), nullable=True),
    sa.Column('effect', sa.String(length=40), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_decision_action_id_action')),
    sa.ForeignKeyConstraint(['item_id'], ['agenda_item.id'], name=op.f('fk_decision_item_id_agenda_item')),
    sa.ForeignKeyConstraint(['meeting_id'], ['meeting.id'], name=op.f('fk_decision_meeting_id_meeting')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_decision_network_id_network')),
    sa.ForeignKeyConstraint(['partner_id'], ['partner.id'], name=op.f('fk_decision_partner_id_partner')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision'))
    )
    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.create_index('ix_decision_meeting', ['meeting_id'], unique=False)
        batch_op.create_index('ix_decision_network_status', ['network_id', 'status'], unique=False)

    op.create_table('poll_date',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('poll_id', sa.Integer(), nullable=False),
    sa.Column('starts_at', sa.DateTime(), nullable=False),
    sa.Column('ends_at', sa.DateTime(), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_poll_date_network_id_network')),
    sa.ForeignKeyConstraint(['poll_id'], ['date_poll.id'], name=op.f('fk_poll_date_poll_id_date_poll')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_poll_date'))
    )
    with op.batch_alter_table('poll_date', schema=None) as batch_op:
        batch_op.create_index('ix_poll_date_poll', ['poll_id'], unique=False)

    op.create_table('poll_voter',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('poll_id', sa.Integer(), nullable=False),
    sa.Column('partner_id', sa.Integer(), nullable=True),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(length=150), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('answered_at', sa.DateTime(), nullable=True),
    sa.Column('revoked_at', sa.DateTime(), nullable=True),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('expires_at', sa.DateTime(), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_poll_voter_account_id_account')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_poll_voter_network_id_network')),
    sa.ForeignKeyConstraint(['partner_id'], ['partner.id'], name=op.f('fk_poll_voter_partner_id_partner')),
    sa.ForeignKeyConstraint(['poll_id'], ['date_poll.id'], name=op.f('fk_poll_voter_poll_id_date_poll')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_poll_voter')),
    sa.UniqueConstraint('poll_id', 'email', name=op.f('uq_poll_voter_poll_id_email')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_poll_voter_token_hash'))
    )
    op.create_table('poll_answer',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('voter_id', sa.Integer(), nullable=False),
    sa.Column('date_id', sa.Integer(), nullable=False),
    sa.Column('answer', sa.String(length=40), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['date_id'], ['poll_date.id'], name=op.f('fk_poll_answer_date_id_poll_date')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_poll_answer_network_id_network')),
    sa.ForeignKeyConstraint(['voter_id'], ['poll_voter.id'], name=op.f('fk_poll_answer_voter_id_poll_voter')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_poll_answer')),
    sa.UniqueConstraint('voter_id', 'date_id', name=op.f('uq_poll_answer_voter_id_date_id'))
    )


def downgrade() -> None:
    op.drop_table('poll_answer')
    op.drop_table('poll_voter')
    with op.batch_alter_table('poll_date', schema=None) as batch_op:
        batch_op.drop_index('ix_poll_date_poll')

    op.drop_table('poll_date')
    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.drop_index('ix_decision_network_status')
        batch_op.drop_index('ix_decision_meeting')

    op.drop_table('decision')
    with op.batch_alter_table('task', schema=None) as batch_op:
        batch_op.drop_index('ix_task_network_done')
        batch_op.drop_index('ix_task_meeting')

    op.drop_table('task')
    with op.batch_alter_table('invitee', schema=None) as batch_op:
        batch_op.drop_index('ix_invitee_network')

    op.drop_table('invitee')
    with op.batch_alter_table('date_poll', schema=None) as batch_op:
        batch_op.drop_index('ix_date_poll_network_status')

    op.drop_table('date_poll')
    with op.batch_alter_table('contact_moment', schema=None) as batch_op:
        batch_op.drop_index('ix_contact_moment_network_on')

    op.drop_table('contact_moment')
    with op.batch_alter_table('attendance', schema=None) as batch_op:
        batch_op.drop_index('ix_attendance_network_partner')

    op.drop_table('attendance')
    with op.batch_alter_table('agenda_item', schema=None) as batch_op:
        batch_op.drop_index('ix_agenda_item_network_meeting')

    op.drop_table('agenda_item')
    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.drop_index('ix_meeting_series')
        batch_op.drop_index('ix_meeting_network_starts')

    op.drop_table('meeting')
    op.drop_table('meeting_series')
    with op.batch_alter_table('group_member', schema=None) as batch_op:
        batch_op.drop_index('ix_group_member_network_group')

    op.drop_table('group_member')
    with op.batch_alter_table('outgoing_mail', schema=None) as batch_op:
        batch_op.drop_index('ix_outgoing_mail_network')
        batch_op.drop_index('ix_outgoing_mail_due')

    op.drop_table('outgoing_mail')
    op.drop_table('meeting_group')
    op.drop_table('digest_choice')
    with op.batch_alter_table('calendar_feed', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_calendar_feed_account_id'))

    op.drop_table('calendar_feed')
