"""Changing voices: record, mend, discuss, answer, tell back, link to what changed, take back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.exc import IntegrityError

from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.history.recording import acting, current_hand
from portal.meetings.models import Decision
from portal.network.models import Network
from portal.network.queries import find_partner
from portal.participation import following, queries, rules
from portal.participation.following import Follow
from portal.participation.models import AnswerPromise, Response, Tiding, Voice, VoiceEffect
from portal.participation.signals import voice_withdrawn
from portal.participation.types import (
    STATE_OF_OUTCOME,
    Channel,
    EffectKind,
    Outcome,
    Speaker,
    TellingWay,
    TidingKind,
    VoiceState,
)
from portal.plans.models import Action
from portal.plans.queries import find_action

NAMELESS = str(say("ervaringsdeskundige"))  # in the history, in place of the name of the account
NAMELESS_SPEAKER = str(say("wie sprak"))


def record_voice(
    network: Network,
    *,
    text: str,
    channel: Channel,
    speaker: Speaker,
    received_on: date,
    today: date,
    promised_on: date | None = None,
    typed_by_id: int | None = None,
    origin: str = "",
    follow: Follow | None = None,
    **values: Any,
) -> Voice:
    """A new voice; `values` are is_quote, quote_consent, on_behalf, threshold, action_id, partner_id, place,
    meeting_id and contact_id; `follow` is how who spoke wants to hear."""
    rules.check_days(received_on=received_on, promised_on=promised_on, today=today)
    _check_texts(text=text, place=values.get("place", ""))
    _check_about(network.id, values)
    promised_on = promised_on or rules.promised_day(received_on, queries.answer_days_of(network.id))
    voice = Voice(
        network_id=network.id,
        text=text.strip(),
        channel=channel,
        speaker=speaker,
        received_on=received_on,
        promised_on=promised_on,
        state=VoiceState.RECEIVED,
        typed_by_id=typed_by_id,
        origin=origin,
        code_hash=follow.code_hash if follow else None,  # at once: of two letters with one code the second is refused
        **values,
    )
    db.session.add(voice)
    db.session.flush()
    if follow is not None:
        following.choose_way(voice, follow)
    return voice


def say_voice(network: Network, *, text: str, today: date, typed_by_id: int | None, **values: Any) -> Voice:
    """What somebody who speaks from experience types in; the history does not tell who that was."""
    with acting(replace(current_hand(), name=NAMELESS)):
        return record_voice(
            network,
            text=text,
            channel=Channel.PORTAL,
            speaker=Speaker.EXPERT,
            received_on=today,
            today=today,
            typed_by_id=typed_by_id,
            is_quote=True,
            **values,
        )


def edit_voice(voice: Voice, *, today: date, at: datetime, follow: Follow | None = None, **values: Any) -> None:
    """Mend a voice; of its words the history only tells that they changed."""
    _check_kept(voice)
    promised_on = values.get("promised_on") or rules.promised_day(
        values["received_on"], queries.answer_days_of(voice.network_id)
    )
    rules.check_days(received_on=values["received_on"], promised_on=promised_on, today=today)
    _check_texts(text=values["text"], place=values["place"])
    _check_about(voice.network_id, values)
    if values["text"].strip() != voice.text:
        voice.reworded_at = at
    for name, value in {**values, "text": values["text"].strip(), "promised_on": promised_on}.items():
        if getattr(voice, name) != value:
            setattr(voice, name, value)
    db.session.flush()
    if follow is not None:
        following.choose_way(voice, follow)


def _check_texts(**texts: str) -> None:
    for field, text in texts.items():
        rules.check_nameless(text, field)


def _check_about(network_id: int, values: dict[str, Any]) -> None:
    """What a voice is about belongs to its own network."""
    if values.get("action_id") and find_action(network_id, values["action_id"]) is None:
        raise RuleBroken(say("Deze actie bestaat niet in dit netwerk."), "action_id")
    if values.get("partner_id") and find_partner(network_id, values["partner_id"]) is None:
        raise RuleBroken(say("Deze partner bestaat niet in dit netwerk."), "partner_id")
    if values.get("meeting_id") and queries.find_meeting(network_id, values["meeting_id"]) is None:
        raise RuleBroken(say("Dit overleg bestaat niet in dit netwerk."))
    if values.get("contact_id") and queries.find_contact(network_id, values["contact_id"]) is None:
        raise RuleBroken(say("Dit contact bestaat niet in dit netwerk."))


def _check_kept(voice: Voice) -> None:
    if voice.is_withdrawn:
        raise RuleBroken(say("Deze inbreng is ingetrokken. Je kan er niets meer aan veranderen."))


def _move(voice: Voice, wanted: VoiceState) -> None:
    rules.check_move(voice.state, wanted)
    voice.state = wanted


def discuss_voice(voice: Voice, *, on: date) -> None:
    """The network talked about it."""
    _check_kept(voice)
    _move(voice, VoiceState.DISCUSSED)
    voice.discussed_on = on
    db.session.flush()


def answer_voice(voice: Voice, *, outcome: Outcome, answer: str, reason: str, on: date) -> Response:
    """What the network decided, in plain words; what was not discussed yet is discussed by this."""
    _check_kept(voice)
    rules.check_answer(outcome, answer, reason)
    _check_texts(answer=answer, reason=reason)
    if voice.state is VoiceState.RECEIVED:
        discuss_voice(voice, on=on)
    if voice.state is not STATE_OF_OUTCOME[outcome]:
        _move(voice, STATE_OF_OUTCOME[outcome])
    else:
        voice.version += 1  # an answer in other words is also something that a second writer must see
    response = voice.response
    if response is None:
        response = Response(network_id=voice.network_id, voice=voice, answered_on=on)
        db.session.add(response)
    response.outcome, response.answer, response.reason = outcome, answer.strip(), reason.strip()
    db.session.flush()
    following.note_answer(voice)
    return response


def tell_back(voice: Voice, *, told_on: date, told_how: TellingWay, told_by: str, today: date) -> Response:
    """Who spoke heard the answer; told again, it corrects when, how and by whom."""
    _check_kept(voice)
    response = voice.response
    if response is None:
        raise RuleBroken(say("Er is nog geen antwoord om terug te koppelen. Schrijf eerst het antwoord."))
    rules.check_told(told_on=told_on, received_on=voice.received_on, today=today)
    _check_texts(told_by=told_by)
    is_first = voice.state is not VoiceState.TOLD_BACK
    if is_first:
        _move(voice, VoiceState.TOLD_BACK)
    else:
        voice.version += 1
    response.told_on, response.told_how, response.told_by = told_on, told_how, told_by.strip()
    db.session.flush()
    if is_first:
        following.note_answer_told(voice, how=told_how, by=told_by)
    return response


def pass_on(tiding: Tiding, *, by: str, how: TellingWay, today: date) -> bool:
    """A letter was given, or somebody she trusts told it; False when she knew already."""
    voice = tiding.voice
    _check_kept(voice)
    if tiding.kind is TidingKind.ANSWERED and voice.state is not VoiceState.TOLD_BACK:
        tell_back(voice, told_on=today, told_how=how, told_by=by, today=today)
        return True
    return following.mark_told(tiding, by=by, at=now())


def link_effect(
    voice: Voice, *, action: Action | None = None, decision: Decision | None = None, kind: EffectKind, note: str = ""
) -> VoiceEffect:
    """This action or this decision was opened or changed because of the voice: one of the two."""
    _check_kept(voice)
    _check_texts(note=note)
    if action is not None:
        field, taken = "action_id", RuleBroken(say("Deze actie staat al bij deze inbreng."), "action_id")
    else:
        field, taken = "decision_id", RuleBroken(say("Deze beslissing staat al bij deze inbreng."), "decision_id")
    thing = action or decision
    if thing is None or (action is not None and decision is not None):
        raise RuleBroken(say("Kies een actie of een beslissing."), "action_id")
    if any(getattr(effect, field) == thing.id for effect in voice.effects):
        raise taken
    try:
        with db.session.begin_nested():
            effect = VoiceEffect(
                network_id=voice.network_id,
                voice=voice,
                action=action,
                decision=decision,
                kind=kind,
                note=note.strip(),
                linked_at=now(),
            )
            db.session.add(effect)
            db.session.flush()
    except IntegrityError as late:  # somebody linked the same at the same moment
        raise taken from late
    return effect


def unlink_effect(effect: VoiceEffect) -> None:
    """It was not this voice after all; the history keeps that it was thought so."""
    db.session.delete(effect)
    db.session.flush()


def withdraw_voice(voice: Voice, *, at: datetime) -> None:
    """Take a voice back: its words are wiped out for good, that it was there stays in the history."""
    _check_kept(voice)
    hand = current_hand()
    nameless = voice.speaker is Speaker.EXPERT and voice.typed_by_id == hand.account_id
    with acting(replace(hand, name=NAMELESS) if nameless else hand):
        voice.text = ""
        voice.withdrawn_at = at
        following.forget_speaker(voice)
        db.session.flush()
        voice_withdrawn.send(voice)


def stop_following(voice: Voice) -> None:
    """Who spoke wants to hear no more; how to reach her is forgotten."""
    with acting(replace(current_hand(), account_id=None, name=NAMELESS_SPEAKER)):
        following.forget_speaker(voice)


def promise_answers(network: Network, *, answer_days: int | None) -> AnswerPromise:
    """Within how many days the network answers from now on; promises already made stay."""
    rules.check_answer_days(answer_days)
    promise = queries.find_answer_promise(network.id)
    if promise is None:
        promise = AnswerPromise(network_id=network.id)
        db.session.add(promise)
    promise.answer_days = answer_days or rules.ANSWER_DAYS
    db.session.flush()
    return promise
