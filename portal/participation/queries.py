"""Reading voices and answers; every list holds only what its reader may see."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import abort
from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from portal.extensions import db
from portal.foundation.actor import Actor
from portal.foundation.clock import in_brussels
from portal.meetings.models import ContactMoment, Decision, Meeting
from portal.participation.models import AnswerPromise, Response, Tiding, Voice, VoiceEffect
from portal.participation.rules import ANSWER_DAYS
from portal.participation.types import VoiceState
from portal.plans.models import Action, Carrier
from portal.plans.types import ActionStatus
from portal.web.paging import PAGE_SIZE, Page


@dataclass(frozen=True)
class VoiceFilter:
    """What a reader wants to see of the voices; empty means everything."""

    state: str = ""
    threshold: str = ""
    action_id: int | None = None
    late: bool = False
    meeting_id: int | None = None


def seen_by(actor: Actor, network_id: int) -> ColumnElement[bool]:
    """The same as `access.can_see_voice`, asked of the database: voices of this network, none that was taken back."""
    kept = and_(Voice.network_id == network_id, Voice.withdrawn_at.is_(None))
    if actor.coordinates:
        return kept
    allowed: list[ColumnElement[bool]] = [Voice.typed_by_id == actor.account_id]
    if actor.roles:
        allowed.append(Voice.state == VoiceState.TOLD_BACK)
    if actor.partner_ids:
        allowed.append(_about_work_of(network_id, actor.partner_ids))
    return and_(kept, or_(*allowed))


def _about_work_of(network_id: int, partner_ids: Collection[int]) -> ColumnElement[bool]:
    """About these partners, or about (or with an effect on) an action that one of them leads or carries."""
    ids = sorted(partner_ids)
    carried = select(Carrier.action_id).where(Carrier.network_id == network_id, Carrier.partner_id.in_(ids))
    work = select(Action.id).where(
        Action.network_id == network_id, or_(Action.lead_partner_id.in_(ids), Action.id.in_(carried))
    )
    touched = select(VoiceEffect.voice_id).where(VoiceEffect.network_id == network_id, VoiceEffect.action_id.in_(work))
    return or_(Voice.partner_id.in_(ids), Voice.action_id.in_(work), Voice.id.in_(touched))


def _with_parts(found: Select[Any]) -> Select[Any]:
    """With everything that access and a line in a list ask: answer, partner, actions and who carries them."""
    return found.options(
        joinedload(Voice.response),
        joinedload(Voice.partner),
        joinedload(Voice.action).selectinload(Action.carriers),
        selectinload(Voice.effects).joinedload(VoiceEffect.action).selectinload(Action.carriers),
    )


def page_of_voices(actor: Actor, network_id: int, wanted: VoiceFilter, number: int, *, today: date) -> Page:
    """One page of the voices that this reader may see, the newest first."""
    conditions = [seen_by(actor, network_id), *_narrowed(wanted, today)]
    total = db.session.scalar(select(func.count(Voice.id)).where(*conditions)) or 0
    number = min(number, max(1, -(-total // PAGE_SIZE)))
    found = _with_parts(select(Voice).where(*conditions))
    rows = db.session.scalars(
        found.order_by(Voice.received_on.desc(), Voice.id.desc()).limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)
    ).all()
    return Page(rows, total, number)


def list_voices(actor: Actor, network_id: int, wanted: VoiceFilter, *, today: date) -> Sequence[Voice]:
    """All of `page_of_voices`, to be taken along (4 statements)."""
    conditions = [seen_by(actor, network_id), *_narrowed(wanted, today)]
    found = _with_parts(select(Voice).where(*conditions))
    return db.session.scalars(found.order_by(Voice.received_on.desc(), Voice.id.desc())).all()


def _narrowed(wanted: VoiceFilter, today: date) -> Iterable[ColumnElement[bool]]:
    if wanted.state:
        yield Voice.state == wanted.state
    if wanted.threshold:
        yield Voice.threshold == wanted.threshold
    if wanted.action_id is not None:
        yield Voice.action_id == wanted.action_id
    if wanted.meeting_id is not None:
        yield Voice.meeting_id == wanted.meeting_id
    if wanted.late:
        yield and_(Voice.state != VoiceState.TOLD_BACK, Voice.promised_on < today)


def list_action_choices_of_voices(actor: Actor, network_id: int) -> list[tuple[str, str]]:
    """The actions that voices of this reader are about, as choices of a filter."""
    wanted = (
        select(Action.id, Action.title, Action.year)
        .where(Action.id.in_(select(Voice.action_id).where(seen_by(actor, network_id))))
        .order_by(Action.year.desc(), Action.title, Action.id)
    )
    return _titled(db.session.execute(wanted))


def list_action_choices(network_id: int, years: Collection[int], also: int | None = None) -> list[tuple[str, str]]:
    """Actions of some years as choices of a form, newest year first, and one more that is chosen already."""
    open_ones = and_(Action.year.in_(sorted(years)), Action.status != ActionStatus.DROPPED)
    wanted = (
        select(Action.id, Action.title, Action.year)
        .where(Action.network_id == network_id, or_(open_ones, Action.id == also) if also else open_ones)
        .order_by(Action.year.desc(), Action.title, Action.id)
    )
    return _titled(db.session.execute(wanted))


def _titled(rows: Iterable[Any]) -> list[tuple[str, str]]:
    return [(str(key), f"{title} ({year})") for key, title, year in rows]


def get_voice(network_id: int, voice_id: int) -> Voice:
    """A voice of this network with everything that its page shows, or 404."""
    wanted = _with_parts(select(Voice).where(Voice.network_id == network_id, Voice.id == voice_id)).options(
        joinedload(Voice.meeting),
        joinedload(Voice.contact),
        joinedload(Voice.companion),
        selectinload(Voice.tidings).options(joinedload(Tiding.action), joinedload(Tiding.decision)),
        selectinload(Voice.effects).joinedload(VoiceEffect.decision).joinedload(Decision.action),
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def find_meeting(network_id: int, meeting_id: int | None) -> Meeting | None:
    wanted = select(Meeting).where(Meeting.network_id == network_id, Meeting.id == meeting_id)
    return db.session.scalars(wanted).one_or_none()


def find_contact(network_id: int, contact_id: int | None) -> ContactMoment | None:
    wanted = select(ContactMoment).where(
        ContactMoment.network_id == network_id, ContactMoment.id == contact_id, ContactMoment.withdrawn_at.is_(None)
    )
    return db.session.scalars(wanted).one_or_none()


def list_decision_choices(network_id: int, most: int = 60) -> list[tuple[str, str]]:
    """The newest decisions as choices of a form, with the day of their meeting."""
    wanted = (
        select(Decision.id, Decision.text, Meeting.starts_at)
        .join(Meeting, Meeting.id == Decision.meeting_id)
        .where(Decision.network_id == network_id)
        .order_by(Meeting.starts_at.desc(), Decision.id)
        .limit(most)
    )
    rows = db.session.execute(wanted)
    return [(str(key), f"{in_brussels(at):%d/%m/%Y}: {text[:90]}") for key, text, at in rows]


def list_voices_of_meeting(actor: Actor, network_id: int, meeting_id: int) -> Sequence[Voice]:
    """What was said on a meeting, as far as this reader may see it (1 statement)."""
    return _said(actor, network_id, Voice.meeting_id == meeting_id)


def list_voices_of_contact(actor: Actor, network_id: int, contact_id: int) -> Sequence[Voice]:
    return _said(actor, network_id, Voice.contact_id == contact_id)


def _said(actor: Actor, network_id: int, condition: ColumnElement[bool]) -> Sequence[Voice]:
    wanted = select(Voice).where(seen_by(actor, network_id), condition)
    return db.session.scalars(wanted.order_by(Voice.received_on.desc(), Voice.id.desc())).all()


def get_effect(network_id: int, voice_id: int, effect_id: int) -> VoiceEffect:
    wanted = select(VoiceEffect).where(
        VoiceEffect.network_id == network_id, VoiceEffect.voice_id == voice_id, VoiceEffect.id == effect_id
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_voices_of_action(actor: Actor, network_id: int, action_id: int) -> Sequence[Voice]:
    """Voices about an action, and those that opened or changed it, as far as this reader may see them (1 statement)."""
    touched = select(VoiceEffect.voice_id).where(
        VoiceEffect.network_id == network_id, VoiceEffect.action_id == action_id
    )
    wanted = (
        select(Voice)
        .where(seen_by(actor, network_id), or_(Voice.action_id == action_id, Voice.id.in_(touched)))
        .options(joinedload(Voice.response), joinedload(Voice.effects))
        .order_by(Voice.received_on.desc(), Voice.id.desc())
    )
    return db.session.scalars(wanted).unique().all()


def list_voices_due(network_id: int, until: date, most: int) -> Sequence[Voice]:
    """Voices whose promised answer falls on a day or before and was not told back, the latest promise last."""
    wanted = select(Voice).where(
        Voice.network_id == network_id,
        Voice.withdrawn_at.is_(None),
        Voice.state != VoiceState.TOLD_BACK,
        Voice.promised_on <= until,
    )
    return db.session.scalars(wanted.order_by(Voice.promised_on, Voice.id).limit(most)).all()


def list_voices_about_work_of(network_id: int, partner_ids: Collection[int], most: int) -> Sequence[Voice]:
    """The newest voices about the work of some partners."""
    wanted = (
        select(Voice)
        .where(Voice.network_id == network_id, Voice.withdrawn_at.is_(None), _about_work_of(network_id, partner_ids))
        .options(joinedload(Voice.action))
    )
    return db.session.scalars(wanted.order_by(Voice.received_on.desc(), Voice.id.desc()).limit(most)).all()


def list_told_back(network_id: int, most: int) -> Sequence[Voice]:
    """Answers that were told back, the newest first."""
    wanted = (
        select(Voice)
        .join(Response, Response.voice_id == Voice.id)
        .where(
            Voice.network_id == network_id,
            Voice.withdrawn_at.is_(None),
            Voice.state == VoiceState.TOLD_BACK,
            Response.network_id == network_id,
        )
        .options(joinedload(Voice.response), joinedload(Voice.action))
    )
    return db.session.scalars(wanted.order_by(Response.told_on.desc(), Voice.id.desc()).limit(most)).all()


def list_waiting_voices_of(network_id: int, account_id: int | None, most: int) -> Sequence[Voice]:
    """What this account typed in and heard nothing about yet, the newest first."""
    wanted = select(Voice).where(
        Voice.network_id == network_id,
        Voice.withdrawn_at.is_(None),
        Voice.typed_by_id == account_id,
        Voice.state != VoiceState.TOLD_BACK,
    )
    return db.session.scalars(wanted.order_by(Voice.received_on.desc(), Voice.id.desc()).limit(most)).all()


def find_answer_promise(network_id: int) -> AnswerPromise | None:
    return db.session.scalars(select(AnswerPromise).where(AnswerPromise.network_id == network_id)).one_or_none()


def answer_days_of(network_id: int) -> int:
    """Within how many days this network answers."""
    days = db.session.scalar(select(AnswerPromise.answer_days).where(AnswerPromise.network_id == network_id))
    return days or ANSWER_DAYS
