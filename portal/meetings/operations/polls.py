"""Asking when to meet, answering, and choosing the date that becomes a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from portal.accounts.secrets import draw_token, hash_token
from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.meetings import rules
from portal.meetings.models import (
    DatePoll,
    Meeting,
    MeetingGroup,
    MeetingSeries,
    PollAnswer,
    PollDate,
    PollVoter,
)
from portal.meetings.operations.meetings import plan_meeting
from portal.meetings.types import Addressee, Answer, MeetingPlace, PollStatus


def start_poll(
    network_id: int,
    *,
    title: str,
    dates: Sequence[tuple[datetime, datetime]],
    series: MeetingSeries | None = None,
    group: MeetingGroup | None = None,
    place: str = "",
    place_kind: MeetingPlace = MeetingPlace.ELSEWHERE,
) -> DatePoll:
    rules.check_dates(dates)
    poll = DatePoll(
        network_id=network_id,
        title=title.strip(),
        series=series,
        group=group or (series.group if series else None),
        place=place.strip(),
        place_kind=place_kind,
    )
    db.session.add(poll)
    for starts_at, ends_at in sorted(dates):
        db.session.add(PollDate(network_id=network_id, poll=poll, starts_at=starts_at, ends_at=ends_at))
    db.session.flush()
    return poll


def ask_voters(poll: DatePoll, *, addressees: Iterable[Addressee], at: datetime) -> list[tuple[PollVoter, str]]:
    """Ask people, each address once; gives the secret of each link, for the mail alone."""
    rules.check_poll_open(poll.status)
    held = {one.email: one for one in poll.voters}
    asked = []
    for one in addressees:
        email, token = one.email.strip().lower(), draw_token()
        voter = held.get(email)
        if voter is None:
            voter = PollVoter(
                network_id=poll.network_id,
                poll=poll,
                email=email,
                name=one.name,
                partner_id=one.partner_id,
                account_id=one.account_id,
            )
            db.session.add(voter)
            held[email] = voter
        voter.token_hash, voter.expires_at, voter.revoked_at = hash_token(token), at + rules.POLL_LIFE, None
        voter.asked_at = at
        asked.append((voter, token))
    db.session.flush()
    return asked


def ask_again(poll: DatePoll, *, at: datetime) -> list[tuple[PollVoter, str]]:
    """Everybody who did not answer yet, each with a fresh link; who was asked a moment ago is left in peace."""
    rules.check_poll_open(poll.status)
    silent = [one for one in poll.voters if one.answered_at is None and one.revoked_at is None]
    if not silent:
        raise RuleBroken(say("Iedereen heeft al geantwoord."))
    due = [one for one in silent if rules.may_ask_again(one.asked_at, at)]
    if not due:
        raise RuleBroken(say("Je vroeg het net. Wacht tien minuten voor je het opnieuw vraagt."))
    return ask_voters(poll, addressees=[_as_addressee(one) for one in due], at=at)


def withdraw_voter(voter: PollVoter, *, at: datetime) -> None:
    """The link of one person no longer works, and what this person answered no longer counts."""
    rules.check_poll_open(voter.poll.status)
    voter.revoked_at = at
    db.session.flush()


def answer_poll(voter: PollVoter, *, answers: Mapping[int, Answer], at: datetime) -> None:
    """What somebody can do on each offered date; answering again replaces what was said."""
    rules.check_poll_open(voter.poll.status)
    offered = {date.id for date in voter.poll.dates}
    held = {one.date_id: one for one in voter.answers}
    for date_id, answer in answers.items():
        if date_id not in offered:
            continue
        if date_id not in held:
            db.session.add(PollAnswer(network_id=voter.network_id, voter=voter, date_id=date_id, answer=answer))
        elif held[date_id].answer is not answer:
            held[date_id].answer = answer
    voter.answered_at = at
    db.session.flush()


def choose_date(poll: DatePoll, *, date: PollDate, organiser_id: int | None) -> Meeting:
    """The date that it will be: the meeting is planned, the question is closed."""
    rules.check_poll_open(poll.status)
    if date.poll_id != poll.id:
        raise RuleBroken(say("Kies een van de voorgestelde datums."))
    meeting = plan_meeting(
        poll.network_id,
        title=poll.title,
        starts_at=date.starts_at,
        ends_at=date.ends_at,
        place=poll.place,
        place_kind=poll.place_kind,
        chair=poll.series.chair if poll.series else "",
        organiser_id=organiser_id,
        series=poll.series,
        group=poll.group,
    )
    poll.status, poll.meeting_id = PollStatus.CHOSEN, meeting.id
    db.session.flush()
    return meeting


def list_voters_as_addressees(poll: DatePoll) -> list[Addressee]:
    """Who was asked for a date, to be invited once it is chosen."""
    return [_as_addressee(one) for one in poll.voters if one.revoked_at is None]


def _as_addressee(voter: PollVoter) -> Addressee:
    return Addressee(voter.email, voter.name, voter.partner_id, voter.account_id)


def withdraw_poll(poll: DatePoll) -> None:
    rules.check_poll_open(poll.status)
    poll.status = PollStatus.WITHDRAWN
    db.session.flush()
