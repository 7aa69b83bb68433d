"""The letter box: dropping a letter without a trace of who wrote it, and finding it again by its code.

The code comes out of the form's own stamp and the text: who sends the same form twice gets the same code once more,
and the portal keeps no code, only a keyed hash. No address is kept either; what counts attempts changes every day.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy.exc import IntegrityError

from portal.accounts.operations import count_attempt, count_miss, is_throttled
from portal.accounts.rules import Limit
from portal.extensions import db
from portal.foundation.clock import now, today
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.history.recording import Hand, acting
from portal.network.models import Network
from portal.participation import operations, rules, tidings
from portal.participation.codes import code_from, plain_code
from portal.participation.following import Follow
from portal.participation.models import LetterBox, Voice
from portal.participation.types import Channel, ReplyWay, Speaker

DROP_LIMIT = Limit("letter dropped", 20, timedelta(hours=1))  # a library or a welfare centre shares one address
GUESS_LIMIT = Limit("letter code", 20, timedelta(minutes=15))
NAMELESS = Hand(None, str(say("brievenbus")), "scherm")


@dataclass(frozen=True)
class Dropped:
    """A letter with its code, shown once to who wrote it."""

    voice: Voice
    code: str


def new_stamp() -> str:
    """What makes a form one of its kind; it needs no cookie and no row."""
    return str(_stamps().dumps(secrets.token_urlsafe(16)))


def open_stamp(stamp: str) -> str | None:
    """What we drew for this form; None when it was not ours."""
    try:
        return str(_stamps().loads(stamp))
    except BadSignature:
        return None


def _stamps() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="letter-box form")


def code_of(drawn: str, text: str) -> str:
    """The code of one text in one form."""
    return code_from(_keyed("letter-box code", f"{drawn}|{text}"))


def hash_code(code: str) -> str:
    """What the portal keeps of a code; useless to who reads the table without the key."""
    return _keyed("letter-box hash", code).hex()


def veiled(address: str) -> str:
    """Stands for an address while attempts are counted; tomorrow it stands for nothing."""
    return _keyed("letter-box address", f"{today()}|{address}").hex()


def _keyed(purpose: str, text: str) -> bytes:
    key = hashlib.sha256(f"{purpose}|{current_app.config['SECRET_KEY']}".encode()).digest()
    return hmac.new(key, text.encode("utf-8", "replace"), hashlib.sha256).digest()


def drop_letter(
    network: Network, *, code: str, text: str, today: date, quote_consent: bool = False, **values: Any
) -> Dropped:
    """A letter of somebody nobody knows; the very same letter a second time is the first one."""
    rules.check_links(text, "text")
    if not tidings.is_letter_box_open(network.id):
        raise RuleBroken(say("De brievenbus is nu dicht. Je tekst staat er nog."))
    known = tidings.find_voice_by_code(network.id, hash_code(code))
    if known is not None:
        return Dropped(known, code)
    with acting(NAMELESS):
        try:
            with db.session.begin_nested():
                voice = operations.record_voice(
                    network,
                    text=text,
                    channel=Channel.LETTER_BOX,
                    speaker=Speaker.OTHER,
                    received_on=today,
                    today=today,
                    is_quote=True,
                    quote_consent=quote_consent,
                    follow=Follow(ReplyWay.LETTER_BOX, code_hash=hash_code(code)),
                    **values,
                )
        except IntegrityError:  # the same form came in at the same moment
            found = tidings.find_voice_by_code(network.id, hash_code(code))
            if found is None:
                raise
            voice = found
    return Dropped(voice, code)


def find_letter(network: Network, typed: str) -> Voice | None:
    """The letter of a typed code."""
    code = plain_code(typed)
    return tidings.find_voice_by_code(network.id, hash_code(code)) if code else None


def is_full(limit: Limit, address: str) -> bool:
    return is_throttled(limit, veiled(address), now=now())


def count(limit: Limit, address: str) -> None:
    count_attempt(limit, veiled(address), now=now())


def set_letter_box(network: Network, *, is_open: bool) -> LetterBox:
    """Open or close the letter box; letters that are in it keep their code."""
    box = tidings.find_letter_box(network.id)
    if box is None:
        box = LetterBox(network_id=network.id)
        db.session.add(box)
    box.is_open = is_open
    db.session.flush()
    return box


def count_miss_of(limit: Limit, address: str) -> None:
    """A wrong code or link; saved at once."""
    count_miss(limit, veiled(address), now=now())
