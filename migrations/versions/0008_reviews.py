"""Review rounds of plans and texts: links, sheets, hands counted in a group, marks in a text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('review_text',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('action_id', sa.Integer(), nullable=True),
    sa.Column('partner_id', sa.Integer(), nullable=True),
    sa.Column('author_id', sa.Integer(), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(), nullable=True),
    sa.Column('origin', sa.String(length=300), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_review_text_action_id_action')),
    sa.ForeignKeyConstraint(['author_id'], ['account.id'], name=op.f('fk_review_text_author_id_account')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_review_text_network_id_network')),
    sa.ForeignKeyConstraint(['partner_id'], ['partner.id'], name=op.f('fk_review_text_partner_id_partner')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_text'))
    )
    with op.batch_alter_table('review_text', schema=None) as batch_op:
        batch_op.create_index('ix_review_text_network', ['network_id', 'id'], unique=False)

    op.create_table('review_round',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('subject', sa.String(length=40), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=True),
    sa.Column('action_id', sa.Integer(), nullable=True),
    sa.Column('text_id', sa.Integer(), nullable=True),
    sa.Column('questions', sa.String(length=400), nullable=False),
    sa.Column('introduction', sa.Text(), nullable=False),
    sa.Column('closes_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=40), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('origin', sa.String(length=300), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.CheckConstraint("(subject = 'plan') = (plan_id IS NOT NULL) AND (subject = 'action') = (action_id IS NOT NULL) AND (subject = 'text') = (text_id IS NOT NULL)", name=op.f('ck_review_round_one_subject')),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_review_round_action_id_action')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_review_round_network_id_network')),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_review_round_plan_id_plan')),
    sa.ForeignKeyConstraint(['text_id'], ['review_text.id'], name=op.f('fk_review_round_text_id_review_text')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_round'))
    )
    with op.batch_alter_table('review_round', schema=None) as batch_op:
        batch_op.create_index('ix_review_round_network_state', ['network_id', 'state'], unique=False)
        batch_op.create_index('ix_review_round_plan', ['plan_id'], unique=False)

    op.create_table('review_link',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('speaker', sa.String(length=40), nullable=False),
    sa.Column('given_by', sa.String(length=100), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('expires_at', sa.DateTime(), nullable=False),
    sa.Column('revoked_at', sa.DateTime(), nullable=True),
    sa.Column('mailed_at', sa.DateTime(), nullable=True),
    sa.Column('begun_at', sa.DateTime(), nullable=True),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_review_link_network_id_network')),
    sa.ForeignKeyConstraint(['round_id'], ['review_round.id'], name=op.f('fk_review_link_round_id_review_round')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_link')),
    sa.UniqueConstraint('round_id', 'number', name=op.f('uq_review_link_round_id_number')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_review_link_token_hash'))
    )
    op.create_table('review_sitting',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('place', sa.String(length=150), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('finished_at', sa.DateTime(), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('people BETWEEN 1 AND 500', name=op.f('ck_review_sitting_people')),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_review_sitting_account_id_account')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_review_sitting_network_id_network')),
    sa.ForeignKeyConstraint(['round_id'], ['review_round.id'], name=op.f('fk_review_sitting_round_id_review_round')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_sitting'))
    )
    with op.batch_alter_table('review_sitting', schema=None) as batch_op:
        batch_op.create_index('ix_review_sitting_network_round', ['network_id', 'round_id'], unique=False)

    op.create_table('round_action',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('action_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('plain_sentence', sa.String(length=300), nullable=False),
    sa.Column('voice_id', sa.Integer(), nullable=True),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['action_id'], ['action.id'], name=op.f('fk_round_action_action_id_action')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_round_action_network_id_network')),
    sa.ForeignKeyConstraint(['round_id'], ['review_round.id'], name=op.f('fk_round_action_round_id_review_round')),
    sa.ForeignKeyConstraint(['voice_id'], ['voice.id'], name=op.f('fk_round_action_voice_id_voice')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_round_action')),
    sa.UniqueConstraint('round_id', 'action_id', name=op.f('uq_round_action_round_id_action_id'))
    )
    with op.batch_alter_table('round_action', schema=None) as batch_op:
        batch_op.create_index('ix_round_action_network_action', ['network_id', 'action_id'], unique=False)

    op.create_table('hand_count',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('sitting_id', sa.Integer(), nullable=False),
    sa.Column('round_action_id', sa.Integer(), nullable=False),
    sa.Column('question', sa.String(length=40), nullable=False),
    sa.Column('answer', sa.String(length=40), nullable=False),
    sa.Column('hands', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('hands >= 0', name=op.f('ck_hand_count_not_negative')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_hand_count_network_id_network')),
    sa.ForeignKeyConstraint(['round_action_id'], ['round_action.id'], name=op.f('fk_hand_count_round_action_id_round_action')),
    sa.ForeignKeyConstraint(['sitting_id'], ['review_sitting.id'], name=op.f('fk_hand_count_sitting_id_review_sitting')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hand_count')),
    sa.UniqueConstraint('sitting_id', 'round_action_id', 'question', 'answer', name=op.f('uq_hand_count_sitting_id_round_action_id_question_answer'))
    )
    with op.batch_alter_table('hand_count', schema=None) as batch_op:
        batch_op.create_index('ix_hand_count_round_action', ['round_action_id'], unique=False)

    op.create_table('review_sheet',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('link_id', sa.Integer(), nullable=True),
    sa.Column('way', sa.String(length=40), nullable=False),
    sa.Column('speaker', sa.String(length=40), nullable=False),
    sa.Column('paper_number', sa.Integer(), nullable=True),
    sa.Column('typed_by_id', sa.Integer(), nullable=True),
    sa.Column('begun_at', sa.DateTime(), nullable=False),
    sa.Column('finished_at', sa.DateTime(), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(), nullable=True),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.CheckConstraint("(way = 'paper') = (paper_number IS NOT NULL)", name=op.f('ck_review_sheet_paper_has_a_number')),
    sa.ForeignKeyConstraint(['link_id'], ['review_link.id'], name=op.f('fk_review_sheet_link_id_review_link')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_review_sheet_network_id_network')),
    sa.ForeignKeyConstraint(['round_id'], ['review_round.id'], name=op.f('fk_review_sheet_round_id_review_round')),
    sa.ForeignKeyConstraint(['typed_by_id'], ['account.id'], name=op.f('fk_review_sheet_typed_by_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_sheet')),
    sa.UniqueConstraint('link_id', name=op.f('uq_review_sheet_link_id')),
    sa.UniqueConstraint('round_id', 'paper_number', name=op.f('uq_review_sheet_round_id_paper_number'))
    )
    with op.batch_alter_table('review_sheet', schema=None) as batch_op:
        batch_op.create_index('ix_review_sheet_network_round', ['network_id', 'round_id'], unique=False)

    op.create_table('review_answer',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('sheet_id', sa.Integer(), nullable=False),
    sa.Column('round_action_id', sa.Integer(), nullable=False),
    sa.Column('helps', sa.String(length=40), nullable=True),
    sa.Column('stops', sa.String(length=400), nullable=False),
    sa.Column('fair', sa.String(length=40), nullable=True),
    sa.Column('own_word', sa.Text(), nullable=False),
    sa.Column('answered_at', sa.DateTime(), nullable=False),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_review_answer_network_id_network')),
    sa.ForeignKeyConstraint(['round_action_id'], ['round_action.id'], name=op.f('fk_review_answer_round_action_id_round_action')),
    sa.ForeignKeyConstraint(['sheet_id'], ['review_sheet.id'], name=op.f('fk_review_answer_sheet_id_review_sheet')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_answer')),
    sa.UniqueConstraint('sheet_id', 'round_action_id', name=op.f('uq_review_answer_sheet_id_round_action_id'))
    )
    with op.batch_alter_table('review_answer', schema=None) as batch_op:
        batch_op.create_index('ix_review_answer_round_action', ['round_action_id'], unique=False)

    op.create_table('text_mark',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('text_id', sa.Integer(), nullable=False),
    sa.Column('sheet_id', sa.Integer(), nullable=True),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('speaker', sa.String(length=40), nullable=False),
    sa.Column('starts_at', sa.Integer(), nullable=False),
    sa.Column('ends_at', sa.Integer(), nullable=False),
    sa.Column('passage', sa.Text(), nullable=False),
    sa.Column('text_version', sa.Integer(), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('proposal', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('state', sa.String(length=40), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('looked_at_on', sa.Date(), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(), nullable=True),
    sa.Column('voice_id', sa.Integer(), nullable=True),
    sa.Column('network_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('starts_at >= 0 AND ends_at > starts_at', name=op.f('ck_text_mark_passage')),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_text_mark_account_id_account')),
    sa.ForeignKeyConstraint(['network_id'], ['network.id'], name=op.f('fk_text_mark_network_id_network')),
    sa.ForeignKeyConstraint(['sheet_id'], ['review_sheet.id'], name=op.f('fk_text_mark_sheet_id_review_sheet')),
    sa.ForeignKeyConstraint(['text_id'], ['review_text.id'], name=op.f('fk_text_mark_text_id_review_text')),
    sa.ForeignKeyConstraint(['voice_id'], ['voice.id'], name=op.f('fk_text_mark_voice_id_voice')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_text_mark'))
    )
    with op.batch_alter_table('text_mark', schema=None) as batch_op:
        batch_op.create_index('ix_text_mark_network_text', ['network_id', 'text_id', 'starts_at'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('text_mark', schema=None) as batch_op:
        batch_op.drop_index('ix_text_mark_network_text')

    op.drop_table('text_mark')
    with op.batch_alter_table('review_answer', schema=None) as batch_op:
        batch_op.drop_index('ix_review_answer_round_action')

    op.drop_table('review_answer')
    with op.batch_alter_table('review_sheet', schema=None) as batch_op:
        batch_op.drop_index('ix_review_sheet_network_round')

    op.drop_table('review_sheet')
    with op.batch_alter_table('hand_count', schema=None) as batch_op:
        batch_op.drop_index('ix_hand_count_round_action')

    op.drop_table('hand_count')
    with op.batch_alter_table('round_action', schema=None) as batch_op:
        batch_op.drop_index('ix_round_action_network_action')

    op.drop_table('round_action')
    with op.batch_alter_table('review_sitting', schema=None) as batch_op:
        batch_op.drop_index('ix_review_sitting_network_round')

    op.drop_table('review_sitting')
    op.drop_table('review_link')
    with op.batch_alter_table('review_round', schema=None) as batch_op:
        batch_op.drop_index('ix_review_round_plan')
        batch_op.drop_index('ix_review_round_network_state')

    op.drop_table('review_round')
    with op.batch_alter_table('review_text', schema=None) as batch_op:
        batch_op.drop_index('ix_review_text_network')

    op.drop_table('review_text')
