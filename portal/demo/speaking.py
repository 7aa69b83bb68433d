"""Puts the voices of a demo network in the database, each as far in its life as it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from portal.accounts.models import Account
from portal.demo.types import DemoVoice
from portal.foundation.clock import today
from portal.network.models import Network, Partner
from portal.participation import operations as participation
from portal.participation.models import Voice
from portal.participation.types import Channel, EffectKind, Outcome, Speaker, TellingWay
from portal.plans.models import Action
from portal.plans.types import Threshold

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
            on_behalf=not row.by_expert,
            threshold=Threshold(row.threshold),
            action_id=actions[on.year, row.action].id,
            partner_id=partners[row.partner].id if row.partner else None,
            place=row.place,
            origin=row.origin,
        )
        _live(voice, row, actions)


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
    if row.told and date.fromisoformat(row.told[0]) <= today():
        told_on, how, who = row.told
        participation.tell_back(
            voice, told_on=date.fromisoformat(told_on), told_how=TellingWay(how), told_by=who, today=today()
        )
