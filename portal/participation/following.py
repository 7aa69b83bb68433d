"""Who spoke hears again: choosing the way, making each tiding once, telling it once, and stopping for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, update

from portal.accounts.secrets import draw_token, hash_token
from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.network.models import Network
from portal.participation import letters, rules, tidings
from portal.participation.models import Tiding, Voice
from portal.participation.types import TELLING_OF_REPLY, ReplyWay, TellingWay, TidingKind
from portal.post.models import OutgoingMail
from portal.post.types import MailStatus

BY_PORTAL = str(say("het portaal"))
BY_CODE = str(say("met de code gelezen"))
COMPANION = str(say("vertrouwenspersoon"))


@dataclass(frozen=True)
class Follow:
    """How who spoke wants to hear, with what that way needs. An empty address keeps the one that was given before."""

    way: ReplyWay = ReplyWay.NONE
    address: str = ""
    companion_id: int | None = None
    companion_role: str = ""
    code_hash: str | None = None


def choose_way(voice: Voice, follow: Follow) -> None:
    """Keep only what the chosen way needs; what was not told yet goes along the new way."""
    former, former_address, address = voice.reply_way, voice.reply_address, follow.address.strip()
    rules.check_address(address)
    rules.check_nameless(follow.companion_role, "companion_role")
    if follow.companion_id and not tidings.is_account_of(voice.network_id, follow.companion_id):
        raise RuleBroken(say("Kies iemand uit de lijst."), "companion_id")
    kept = voice.reply_address if former is follow.way and not follow.companion_id else ""
    rules.check_way(
        follow.way,
        has_address=bool(address or kept),
        has_companion=follow.companion_id is not None,
        has_code=bool(follow.code_hash or voice.code_hash),
    )
    needs_address = follow.way is ReplyWay.MAIL or (follow.way is ReplyWay.COMPANION and not follow.companion_id)
    is_companion = follow.way is ReplyWay.COMPANION
    _put(
        voice,
        reply_way=follow.way,
        reply_address=(address or kept) if needs_address else "",
        companion_id=follow.companion_id if is_companion else None,
        companion_role=(follow.companion_role.strip() or COMPANION) if is_companion else "",
        code_hash=(follow.code_hash or voice.code_hash) if follow.way is ReplyWay.LETTER_BOX else None,
    )
    db.session.flush()
    if former is not ReplyWay.NONE and former is not follow.way:
        _carry_over(voice)
    elif former_address and voice.reply_address not in ("", former_address):
        _readdress(voice)


def _readdress(voice: Voice) -> None:
    """What still waits in the queue goes to the address that was mended, not to a stranger at the former one."""
    refs = [one.mail_ref for one in tidings.list_of_voice(voice.id) if one.mail_ref]
    db.session.execute(
        update(OutgoingMail)
        .where(
            OutgoingMail.message_id.in_(refs),
            OutgoingMail.status == MailStatus.WAITING,
            OutgoingMail.claimed_until.is_(None),
        )
        .values(to=voice.reply_address)
        .execution_options(synchronize_session=False)
    )


def _put(voice: Voice, **values: object) -> None:
    for name, value in values.items():
        if getattr(voice, name) != value:
            setattr(voice, name, value)


def _carry_over(voice: Voice) -> None:
    for tiding in tidings.list_untold(voice.id):
        if voice.reply_way is ReplyWay.NONE:
            continue
        tiding.way = voice.reply_way
        _send(tiding, voice)
    db.session.flush()


def note_answer(voice: Voice) -> None:
    """There is an answer: a letter waits to be given, and who passes things on is asked to."""
    if voice.reply_way in (ReplyWay.LETTER, ReplyWay.COMPANION) and tidings.find_answer_tiding(voice.id) is None:
        _send(_make(voice, TidingKind.ANSWERED), voice)


def note_answer_told(voice: Voice, *, how: TellingWay, by: str) -> None:
    """The answer goes along the way that was chosen, or was told in another way already."""
    if voice.reply_way is ReplyWay.NONE:
        return
    tiding = tidings.find_answer_tiding(voice.id) or _make(voice, TidingKind.ANSWERED)
    along = TELLING_OF_REPLY[voice.reply_way] is how
    if along and voice.reply_way is ReplyWay.MAIL:
        _send(tiding, voice)
    elif not (along and voice.reply_way is ReplyWay.LETTER_BOX):  # at the code it is told when it is read
        mark_told(tiding, by=by, at=now())


def note_moved(
    voice: Voice,
    *,
    kind: TidingKind,
    former: str,
    current: str,
    action_id: int | None = None,
    decision_id: int | None = None,
) -> Tiding:
    """What came of a voice has moved."""
    tiding = _make(voice, kind, former=former, current=current, action_id=action_id, decision_id=decision_id)
    _send(tiding, voice)
    return tiding


def _make(voice: Voice, kind: TidingKind, **values: object) -> Tiding:
    tiding = Tiding(network_id=voice.network_id, voice=voice, kind=kind, way=voice.reply_way, made_at=now(), **values)
    db.session.add(tiding)
    db.session.flush()
    db.session.refresh(tiding, ["action", "decision"])
    return tiding


def _send(tiding: Tiding, voice: Voice) -> None:
    """The mail that a way sends by itself: to who spoke, or to who passes it on."""
    if tiding.told_at is not None or tiding.way not in (ReplyWay.MAIL, ReplyWay.COMPANION):
        return
    network, token = db.session.get_one(Network, voice.network_id), draw_token()
    tiding.token_hash = hash_token(token)
    if tiding.way is ReplyWay.MAIL:
        # Without a network: the list of its mail shows addresses, and this one nobody may see.
        mail = letters.post_letter(letters.speaker_letter(tiding, voice, network, token), network_id=None)
        mark_told(tiding, by=BY_PORTAL, at=now())
    else:
        mail = letters.post_letter(letters.companion_letter(voice, network, token), network_id=network.id)
    tiding.mail_ref = mail.message_id
    db.session.flush()


def mark_told(tiding: Tiding, *, by: str, at: datetime) -> bool:
    """Who spoke knows it; False when she already did."""
    rules.check_nameless(by, "told_by")
    if tiding.told_at is not None:
        return False
    tiding.told_at, tiding.told_by = at, by.strip()[:100]
    db.session.flush()
    return True


def read_at_code(voice: Voice, shown: list[Tiding]) -> None:
    """What stood there when the code was used has been told."""
    for tiding in shown:
        mark_told(tiding, by=BY_CODE, at=now())


def forget_speaker(voice: Voice) -> None:
    """Nothing leads to who spoke any more: no address, no code, nobody who passes on, and no mail on its way."""
    refs = [one.mail_ref for one in tidings.list_of_voice(voice.id) if one.mail_ref]
    for tiding in tidings.list_of_voice(voice.id):
        tiding.token_hash = None
    _put(
        voice,
        reply_way=ReplyWay.NONE,
        reply_address="",
        companion_id=None,
        companion_role="",
        code_hash=None,
    )
    if refs:
        db.session.execute(
            delete(OutgoingMail)
            .where(OutgoingMail.message_id.in_(refs), OutgoingMail.claimed_until.is_(None))
            .execution_options(synchronize_session=False)
        )
    db.session.flush()
