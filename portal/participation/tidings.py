"""Reading what there is to tell to who spoke: of a voice, behind a link, on paper, through a companion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import abort
from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from portal.accounts.models import Assignment
from portal.accounts.queries import list_assignments
from portal.accounts.secrets import hash_token
from portal.extensions import db
from portal.foundation.actor import Role
from portal.participation.models import LetterBox, Response, Tiding, Voice, VoiceEffect
from portal.participation.types import Outcome, ReplyWay, TidingKind
from portal.post.models import OutgoingMail
from portal.post.types import MailStatus

MOST_LISTED = 200


def list_of_voice(voice_id: int) -> Sequence[Tiding]:
    """Everything of a voice, oldest first."""
    return db.session.scalars(select(Tiding).where(Tiding.voice_id == voice_id).order_by(Tiding.id)).all()


def list_untold(voice_id: int) -> Sequence[Tiding]:
    wanted = select(Tiding).where(Tiding.voice_id == voice_id, Tiding.told_at.is_(None))
    return db.session.scalars(wanted.order_by(Tiding.id)).all()


def find_answer_tiding(voice_id: int) -> Tiding | None:
    wanted = select(Tiding).where(Tiding.voice_id == voice_id, Tiding.kind == TidingKind.ANSWERED)
    return db.session.scalars(wanted.limit(1)).one_or_none()


def _open(network_id: int) -> Select[Any]:
    """What waits to be told, of voices that were kept."""
    return (
        select(Tiding)
        .join(Tiding.voice)
        .where(
            Tiding.network_id == network_id,
            Tiding.told_at.is_(None),
            Voice.withdrawn_at.is_(None),
            Voice.reply_way == Tiding.way,
        )
        .options(
            contains_eager(Tiding.voice).joinedload(Voice.response),
            joinedload(Tiding.action),
            joinedload(Tiding.decision),
        )
        .order_by(Tiding.id)
        .limit(MOST_LISTED)
    )


def list_to_give(network_id: int) -> Sequence[Tiding]:
    """Letters that nobody gave yet, and what a companion did not pass on yet."""
    return db.session.scalars(_open(network_id).where(Tiding.way.in_((ReplyWay.LETTER, ReplyWay.COMPANION)))).all()


def list_to_pass_on(network_id: int, account_id: int | None) -> Sequence[Tiding]:
    """What this account was trusted with and did not pass on yet."""
    return db.session.scalars(
        _open(network_id).where(Tiding.way == ReplyWay.COMPANION, Voice.companion_id == account_id)
    ).all()


def count_to_tell(network_id: int, account_id: int | None, *, letters: bool) -> tuple[int, int]:
    """How many letters wait for the coordinator (when asked), and how much this account has to pass on."""
    waiting = (
        select(func.count(Tiding.id))
        .join(Voice, Voice.id == Tiding.voice_id)
        .where(
            Tiding.network_id == network_id,
            Tiding.told_at.is_(None),
            Voice.withdrawn_at.is_(None),
            Voice.reply_way == Tiding.way,
        )
    )
    given = waiting.where(Tiding.way.in_((ReplyWay.LETTER, ReplyWay.COMPANION) if letters else ()))
    own = waiting.where(Tiding.way == ReplyWay.COMPANION, Voice.companion_id == account_id)
    row = db.session.execute(select(given.scalar_subquery(), own.scalar_subquery())).one()
    return row[0], row[1]


def list_not_arrived(network_id: int) -> Sequence[Tiding]:
    """Tidings whose mail the server refused for good: another way is needed."""
    wanted = (
        select(Tiding)
        .join(Tiding.voice)
        .join(OutgoingMail, OutgoingMail.message_id == Tiding.mail_ref)
        .where(
            Tiding.network_id == network_id,
            Tiding.mail_ref != "",
            Voice.withdrawn_at.is_(None),
            OutgoingMail.status == MailStatus.FAILED,
        )
        .options(contains_eager(Tiding.voice), joinedload(Tiding.action), joinedload(Tiding.decision))
    )
    return db.session.scalars(wanted.order_by(Tiding.id).limit(MOST_LISTED)).all()


def get_tiding(network_id: int, tiding_id: int) -> Tiding:
    wanted = select(Tiding).where(Tiding.network_id == network_id, Tiding.id == tiding_id).options(*_whole())
    return db.session.scalars(wanted).one_or_none() or abort(404)


def find_by_token(token: str) -> Tiding | None:
    """The tiding of a link that still works: who spoke is still followed along the way of that mail."""
    wanted = (
        select(Tiding)
        .join(Tiding.voice)
        .where(Tiding.token_hash == hash_token(token), Voice.withdrawn_at.is_(None), Voice.reply_way == Tiding.way)
        .options(*_whole())
    )
    return db.session.scalars(wanted).one_or_none()


def _whole() -> tuple[Any, ...]:
    return (
        joinedload(Tiding.voice).joinedload(Voice.response),
        joinedload(Tiding.action),
        joinedload(Tiding.decision),
    )


def find_voice_by_code(network_id: int, code_hash: str) -> Voice | None:
    """The letter of a code, found by its hash, with what there is to read."""
    wanted = (
        select(Voice)
        .where(Voice.network_id == network_id, Voice.code_hash == code_hash, Voice.withdrawn_at.is_(None))
        .options(joinedload(Voice.response), joinedload(Voice.tidings).joinedload(Tiding.action))
        .options(joinedload(Voice.tidings).joinedload(Tiding.decision))
    )
    return db.session.scalars(wanted).unique().one_or_none()


def list_following_action(network_id: int, action_id: int) -> Sequence[Voice]:
    """Kept voices that an action came of, or that it was about when the network said yes; only those who follow."""
    touched = select(VoiceEffect.voice_id).where(
        VoiceEffect.network_id == network_id, VoiceEffect.action_id == action_id
    )
    adopted = select(Response.voice_id).where(
        Response.network_id == network_id, Response.outcome.in_((Outcome.ADOPTED, Outcome.PARTLY_ADOPTED))
    )
    return _following(network_id, or_(Voice.id.in_(touched), and_(Voice.action_id == action_id, Voice.id.in_(adopted))))


def list_following_decision(network_id: int, decision_id: int) -> Sequence[Voice]:
    touched = select(VoiceEffect.voice_id).where(
        VoiceEffect.network_id == network_id, VoiceEffect.decision_id == decision_id
    )
    return _following(network_id, Voice.id.in_(touched))


def _following(network_id: int, condition: Any) -> Sequence[Voice]:
    wanted = select(Voice).where(
        Voice.network_id == network_id,
        Voice.withdrawn_at.is_(None),
        Voice.reply_way != ReplyWay.NONE,
        condition,
    )
    return db.session.scalars(wanted.options(joinedload(Voice.companion)).order_by(Voice.id)).all()


def list_companion_choices(network_id: int) -> list[tuple[str, str]]:
    """People of the network who could pass something on: who works for a partner or coordinates (1 statement)."""
    found: dict[int, str] = {}
    for one in list_assignments(network_id):
        if one.ended_at is None and one.role in (Role.PARTNER, Role.COORDINATOR):
            words = f"{one.account.name} ({one.partner.name})" if one.partner else one.account.name
            found.setdefault(one.account_id, words)
    return sorted(((str(key), words) for key, words in found.items()), key=lambda choice: choice[1])


def is_account_of(network_id: int, account_id: int) -> bool:
    wanted = select(Assignment.id).where(
        Assignment.network_id == network_id, Assignment.account_id == account_id, Assignment.ended_at.is_(None)
    )
    return db.session.scalar(wanted.limit(1)) is not None


def find_letter_box(network_id: int) -> LetterBox | None:
    return db.session.scalars(select(LetterBox).where(LetterBox.network_id == network_id)).one_or_none()


def is_letter_box_open(network_id: int) -> bool:
    """Open unless the network closed it."""
    is_open = db.session.scalar(select(LetterBox.is_open).where(LetterBox.network_id == network_id))
    return is_open is not False
