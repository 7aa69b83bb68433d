"""The life of a voice, when an answer is late, and what may never stand in a text."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Day, say
from portal.participation.types import PERSONAL_MARK_LABELS, VOICE_STATE_LABELS, Outcome, PersonalMark, VoiceState

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

EMAIL = re.compile(r"[^\s@<>\"'(),;:]{1,64}@[^\s@<>\"'(),;:]{1,190}\.[^\W\d_]{2,}")
# The same with room around the sign, only where the end can be nothing else.
SPACED_EMAIL = re.compile(
    r"[\w.+\-]{1,64} {0,2}(?:@|[(\[] ?(?:at|apenstaartje) ?[)\]]) {0,2}[\w\-.]{1,190}\.(?:be|com|eu|net|nl|org)\b"
)
FULL_DATE = re.compile(r"(?<!\d)\d{1,2}([/.\- ])\d{1,2}\1(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")
LONE_YEARS = re.compile(r"(?<!\d)(?<!\d[ .\-/])(?:19|20)\d\d(?:[\s,/\-\u2013]{1,3}(?:19|20)\d\d)*(?!\d)(?![ .\-/]\d)")
MANY_DIGITS = re.compile(r"(?:\+|\b)\d(?:[ .\-/()]{0,2}\d){7,}")
SPREAD_PHONE = re.compile(r"(?<![\d.,])0\d(?:[ ._\-/()]{0,3}\d){7,8}(?![ ._\-/()]{0,3}\d)")
NATIONAL_SHAPE = re.compile(r"(?<!\d)\d\d[. \-/]\d\d[. \-/]\d\d[ .\-]{1,3}\d{3}[. \-]\d\d(?!\d)")
STROKES = {"\u2212": "-", "\u00b7": "."}  # signs that people take for another one


def check_move(current: VoiceState, wanted: VoiceState) -> None:
    """Raises RuleBroken on `state` when the table does not know the move."""
    if wanted not in NEXT_STATES[current]:
        raise RuleBroken(
            say(
                "Inbreng kan niet van “%(current)s” naar “%(wanted)s”.",
                current=VOICE_STATE_LABELS[current],
                wanted=VOICE_STATE_LABELS[wanted],
            ),
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


def check_nameless(text: str, field: str) -> None:
    """Raises RuleBroken when a text seems to hold a number or an address that leads to a person."""
    found = find_personal_mark(text)
    if found is not None:
        mark, words = found
        raise RuleBroken(
            say(
                "“%(words)s” lijkt op %(mark)s. Haal het weg: zo blijft wie sprak onbekend.",
                words=words,
                mark=PERSONAL_MARK_LABELS[mark],
            ),
            field,
        )


def find_personal_mark(text: str) -> tuple[PersonalMark, str] | None:
    """The first thing in a text that looks as if it leads to a person, with the piece of text it is."""
    text = _with_plain_signs(text)
    address = EMAIL.search(text) or SPACED_EMAIL.search(text)
    if address:
        return PersonalMark.EMAIL, address.group()
    national = NATIONAL_SHAPE.search(text)
    if national:
        return PersonalMark.NATIONAL_NUMBER, national.group()
    plain = LONE_YEARS.sub("#", FULL_DATE.sub("#", text))
    for found in MANY_DIGITS.finditer(plain):
        mark = _mark_of_number(found.group())
        if mark is not None:
            return mark, found.group()
    spread = SPREAD_PHONE.search(plain)
    return (PersonalMark.PHONE, spread.group()) if spread else None


def _with_plain_signs(text: str) -> str:
    """Digits of every script as 0 to 9, each dash and blank as the plain one: word processors change them."""
    return "".join(map(_plain_sign, text))


def _plain_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign.isdigit():
        return str(unicodedata.digit(sign))
    match unicodedata.category(sign):
        case "Zs":
            return " "
        case "Pd":
            return "-"
        case "Cf":  # seen by nobody
            return ""
    return STROKES.get(sign, unicodedata.normalize("NFKC", sign) if sign == "\uff20" else sign)


def _mark_of_number(words: str) -> PersonalMark | None:
    digits = "".join(sign for sign in words if sign.isdigit())
    if NATIONAL_SHAPE.fullmatch(words) or (len(digits) == 11 and _is_national_number(digits)):
        return PersonalMark.NATIONAL_NUMBER
    if words.startswith("+") or digits.startswith("00"):
        return PersonalMark.PHONE if 9 <= len(digits) <= 15 else None
    if digits.startswith("0") and len(digits) in (9, 10):
        return PersonalMark.PHONE
    return PersonalMark.CARD_NUMBER if len(digits) >= 11 else None


def _is_national_number(digits: str) -> bool:
    """The last two digits are 97 less the remainder; people born from 2000 on count with a 2 in front."""
    first, check = digits[:9], int(digits[9:])
    return check in (97 - int(first) % 97, 97 - int("2" + first) % 97)
