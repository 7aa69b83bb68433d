"""Who is invited, and what they answer; links are drawn anew with every mail, and only their hash is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from portal.accounts.secrets import draw_token, hash_token
from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.meetings import rules
from portal.meetings.models import Invitee, Meeting
from portal.meetings.types import Addressee, Answer

MOST_INVITED = 300


def invite(meeting: Meeting, *, addressees: Iterable[Addressee], at: datetime) -> list[tuple[Invitee, str]]:
    """Invite people, each address once; gives the secret of each link, for the mail alone."""
    rules.check_still_planned(meeting.status)
    if rules.answer_until(meeting.ends_at) <= at:
        raise RuleBroken(say("Dit overleg is voorbij. Je kan niemand meer uitnodigen."))
    held = {one.email: one for one in meeting.invitees}
    invited = []
    for one in addressees:
        email = one.email.strip().lower()
        invitee = held.get(email)
        if invitee is None:
            if len(held) >= MOST_INVITED:
                raise RuleBroken(say("Nodig ten hoogste %(most)s mensen uit.", most=MOST_INVITED))
            invitee = Invitee(
                network_id=meeting.network_id,
                meeting=meeting,
                email=email,
                name=one.name,
                partner_id=one.partner_id,
                account_id=one.account_id,
            )
            db.session.add(invitee)
            held[email] = invitee
        invited.append((invitee, renew_link(invitee, at=at)))
    db.session.flush()
    return invited


def remind(meeting: Meeting, *, at: datetime) -> list[tuple[Invitee, str]]:
    """Everybody who did not answer yet gets the invitation once more, each with a fresh link."""
    silent = [one for one in list_to_tell(meeting) if one.answer is None]
    if not silent:
        raise RuleBroken(say("Iedereen heeft al geantwoord."))
    due = [one for one in silent if rules.may_ask_again(one.sent_at, at)]
    if not due:
        raise RuleBroken(say("Je vroeg het net. Wacht tien minuten voor je het opnieuw vraagt."))
    return invite(
        meeting,
        addressees=[Addressee(one.email, one.name, one.partner_id, one.account_id) for one in due],
        at=at,
    )


def renew_link(invitee: Invitee, *, at: datetime) -> str:
    """A fresh secret for this person; the link of an older mail is void."""
    token = draw_token()
    invitee.token_hash, invitee.expires_at = hash_token(token), rules.answer_until(invitee.meeting.ends_at)
    invitee.sent_at, invitee.revoked_at = at, None
    return token


def list_to_tell(meeting: Meeting) -> list[Invitee]:
    """Who must hear that a meeting moved or does not take place."""
    return [one for one in meeting.invitees if one.sent_at is not None and one.revoked_at is None]


def withdraw_invitation(invitee: Invitee, *, at: datetime) -> None:
    """The link no longer works, and this person gets no more mail of the meeting."""
    invitee.revoked_at = at
    db.session.flush()


def answer(invitee: Invitee, *, answer: Answer, at: datetime) -> None:
    rules.check_still_planned(invitee.meeting.status)
    if invitee.answer is not answer:
        invitee.answer = answer
    invitee.answered_at = at
    db.session.flush()
