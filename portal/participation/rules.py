"""The life of a voice, when an answer is late, and what may never stand in a text."""

from __future__ import annotations

import re
from datetime import date, timedelta

from portal.foundation import nameless
from portal.foundation.errors import RuleBroken
from portal.foundation.moving import check_move_in
from portal.foundation.wording import Day, say
from portal.participation.types import VOICE_STATE_LABELS, Outcome, ReplyWay, VoiceState

ANSWER_DAYS = 30  # within how many days a network answers when it did not choose itself
MOST_ANSWER_DAYS = 365
SOON_DAYS = 7

DECIDED_STATES = (VoiceState.ADOPTED, VoiceState.PARTLY_ADOPTED, VoiceState.NOT_ADOPTED)

NEXT_STATES: dict[VoiceState, tuple[VoiceState, ...]] = {
    VoiceState.RECEIVED: (VoiceState.DISCUSSED,),
    VoiceState.DISCUSSED: DECIDED_STATES,
    VoiceState.ADOPTED: (VoiceState.PARTLY_ADOPTED, VoiceState.NOT_ADOPTED, VoiceState.TOLD_BACK),
    VoiceState.PARTLY_ADOPTED: (VoiceState.ADOPTED, VoiceState.NOT_ADOPTED, VoiceState.TOLD_BACK),
    VoiceState.NOT_ADOPTED: (VoiceState.ADOPTED, VoiceState.PARTLY_ADOPTED, VoiceState.TOLD_BACK),
    VoiceState.TOLD_BACK: (),  # who spoke heard this answer; a new thought is a new voice
}
LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
MOST_LINKS = 2
ADDRESS_SHAPE = re.compile(r"[^\s@<>\"'(),;:]{1,64}@[^\s@<>\"'(),;:]{1,180}\.[^\s@.]{2,}")


def check_move(current: VoiceState, wanted: VoiceState) -> None:
    """Raises RuleBroken on `state` when the table does not know the move."""
    check_move_in(
        NEXT_STATES,
        current,
        wanted,
        refusal=say("Inbreng kan niet van “%(current)s” naar “%(wanted)s”."),
        labels=VOICE_STATE_LABELS,
        field="state",
    )


def check_answer(outcome: Outcome, answer: str, reason: str) -> None:
    """An answer says something; a "no" says why."""
    if not answer.strip():
        raise RuleBroken(say("Schrijf het antwoord op, in gewone woorden."), "answer")
    if outcome is Outcome.NOT_ADOPTED and not reason.strip():
        raise RuleBroken(say("Zeg waarom het netwerk dit niet doet. Mensen hebben recht op een reden."), "reason")


def check_answer_days(days: int | None) -> None:
    if days is None or not 1 <= days <= MOST_ANSWER_DAYS:
        raise RuleBroken(say("Kies een getal van 1 tot %(most)s.", most=MOST_ANSWER_DAYS), "answer_days")


def check_days(*, received_on: date, promised_on: date | None, today: date) -> None:
    """Something is heard today or earlier, and an answer is promised for later."""
    if received_on > today:
        raise RuleBroken(
            say("%(day)s moet nog komen. Kies vandaag of een dag die voorbij is.", day=Day(received_on)), "received_on"
        )
    if promised_on is not None and promised_on < received_on:
        raise RuleBroken(say("Het antwoord kan niet voor de inbreng komen."), "promised_on")


def check_told(*, told_on: date, received_on: date, today: date) -> None:
    """An answer is told after the voice was heard, and not tomorrow."""
    if told_on > today:
        raise RuleBroken(
            say("%(day)s moet nog komen. Kies vandaag of een dag die voorbij is.", day=Day(told_on)), "told_on"
        )
    if told_on < received_on:
        raise RuleBroken(say("Het antwoord kan niet voor de inbreng komen."), "told_on")


def promised_day(received_on: date, answer_days: int | None) -> date:
    """By when who spoke hears back, unless somebody promised another day."""
    return received_on + timedelta(days=answer_days or ANSWER_DAYS)


def is_late(state: VoiceState, promised_on: date, today: date) -> bool:
    """The promised day has passed and who spoke did not hear back."""
    return state is not VoiceState.TOLD_BACK and promised_on < today


def is_due_soon(state: VoiceState, promised_on: date, today: date) -> bool:
    return state is not VoiceState.TOLD_BACK and today <= promised_on <= today + timedelta(days=SOON_DAYS)


def check_links(text: str, field: str) -> None:
    """A letter with many links is hardly ever from somebody who wants to say something."""
    if len(LINK.findall(text)) > MOST_LINKS:
        raise RuleBroken(
            say("Er staan te veel links in je tekst. Laat er ten hoogste %(most)s staan.", most=MOST_LINKS), field
        )


def check_way(way: ReplyWay, *, has_address: bool, has_companion: bool, has_code: bool) -> None:
    """Who chooses a way also gives what it needs."""
    if way is ReplyWay.MAIL and not has_address:
        raise RuleBroken(say("Vul het mailadres in, of kies een andere manier."), "reply_mail")
    if way is ReplyWay.COMPANION and not (has_companion or has_address):
        raise RuleBroken(say("Kies wie het doorvertelt, of vul haar mailadres in."), "companion_id")
    if way is ReplyWay.LETTER_BOX and not has_code:
        raise RuleBroken(say("Een code bestaat alleen voor wie zelf een briefje in de brievenbus stak."), "reply_way")


def check_address(address: str) -> None:
    if address and not ADDRESS_SHAPE.fullmatch(address):
        raise RuleBroken(say("Dit is geen e-mailadres. Schrijf bijvoorbeeld naam@gemeente.be."), "reply_mail")


STAYS_UNKNOWN = say("“%(words)s” lijkt op %(mark)s. Haal het weg: zo blijft wie sprak onbekend.")


def check_nameless(text: str, field: str) -> None:
    """Raises RuleBroken when what somebody brought in seems to lead to a person."""
    nameless.check_nameless(text, field, refusal=STAYS_UNKNOWN)
