"""Puts the voices of a demo network in the database, each as far in its life as it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from portal.accounts.models import Account
from portal.accounts.queries import find_account_by_email
from portal.demo.types import DemoVoice
from portal.extensions import db
from portal.foundation.clock import in_brussels, today
from portal.meetings.models import ContactMoment, Decision, Meeting
from portal.network.models import Network, Partner
from portal.participation import operations as participation
from portal.participation.dropping import hash_code
from portal.participation.following import Follow
from portal.participation.models import Voice
from portal.participation.types import Channel, EffectKind, Outcome, ReplyWay, Speaker, TellingWay
from portal.plans.models import Action
from portal.plans.types import Threshold

COMPANION = "partner@heist.example"
TALKED_AFTER = timedelta(days=14)


def speak(
    network: Network,
    voices: Iterable[DemoVoice],
    actions: Mapping[tuple[int, str], Action],
    partners: Mapping[str, Partner],
    expert: Account | None = None,
) -> None:
    """The voices of a network; what lies in the future is left out."""
    for row in voices:
        on = date.fromisoformat(row.on)
        if on > today():
            continue
        voice = participation.record_voice(
            network,
            text=row.text,
            channel=Channel(row.channel),
            speaker=Speaker(row.speaker),
            received_on=on,
            today=today(),
            typed_by_id=expert.id if expert is not None and row.by_expert else None,
            is_quote=row.quote,
            quote_consent=row.consent,
            on_behalf=not row.by_expert and row.channel not in ("letter-box", "open-page"),
            threshold=Threshold(row.threshold),
            action_id=actions[on.year, row.action].id,
            partner_id=partners[row.partner].id if row.partner else None,
            place=row.place,
            meeting_id=_meeting_on(network.id, row.meeting),
            contact_id=_contact_on(network.id, row.contact),
            origin=row.origin,
            follow=_follow(row),
        )
        _live(voice, row, actions)


def _follow(row: DemoVoice) -> Follow | None:
    """The way to hear again, with addresses that lead nowhere."""
    way = ReplyWay(row.reply or ReplyWay.NONE)
    companion = find_account_by_email(COMPANION) if way is ReplyWay.COMPANION else None
    return Follow(
        way,
        address=f"wie-sprak-{row.on}@heist.example" if way is ReplyWay.MAIL else "",
        companion_id=companion.id if companion else None,
        companion_role="medewerker van de sportdienst" if companion else "",
        code_hash=hash_code(row.code) if row.code else None,
    )


def _meeting_on(network_id: int, on: str) -> int | None:
    found = db.session.query(Meeting).filter_by(network_id=network_id).order_by(Meeting.id) if on else ()
    return next((one.id for one in found if in_brussels(one.starts_at).date().isoformat() == on), None)


def _contact_on(network_id: int, on: str) -> int | None:
    if not on:
        return None
    found = db.session.query(ContactMoment).filter_by(network_id=network_id, on=date.fromisoformat(on))
    return next((one.id for one in found.order_by(ContactMoment.id)), None)


def _live(voice: Voice, row: DemoVoice, actions: Mapping[tuple[int, str], Action]) -> None:
    if row.discussed and date.fromisoformat(row.discussed) <= today():
        participation.discuss_voice(voice, on=date.fromisoformat(row.discussed))
    if row.outcome:
        participation.answer_voice(
            voice,
            outcome=Outcome(row.outcome),
            answer=row.answer,
            reason=row.reason,
            on=min(voice.received_on + TALKED_AFTER, today()),
        )
    for year, action, kind, note in row.effects:
        participation.link_effect(voice, action=actions[year, action], kind=EffectKind(kind), note=note)
    for text, kind, note in row.decided:
        decision = db.session.query(Decision).filter_by(network_id=voice.network_id, text=text).one()
        participation.link_effect(voice, decision=decision, kind=EffectKind(kind), note=note)
    if row.told and date.fromisoformat(row.told[0]) <= today():
        told_on, how, who = row.told
        participation.tell_back(
            voice, told_on=date.fromisoformat(told_on), told_how=TellingWay(how), told_by=who, today=today()
        )
