"""Reading polls for the next date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from portal.accounts.secrets import hash_token
from portal.extensions import db
from portal.meetings.models import DatePoll, PollVoter
from portal.meetings.types import PollStatus


def list_open_polls(network_id: int) -> Sequence[DatePoll]:
    wanted = select(DatePoll).where(DatePoll.network_id == network_id, DatePoll.status == PollStatus.OPEN)
    return db.session.scalars(wanted.order_by(DatePoll.id)).all()


def get_poll(network_id: int, poll_id: int) -> DatePoll:
    """A poll with its dates, who is asked and what they answered (4 statements), or 404."""
    wanted = (
        select(DatePoll)
        .where(DatePoll.network_id == network_id, DatePoll.id == poll_id)
        .options(
            joinedload(DatePoll.series),
            joinedload(DatePoll.group),
            selectinload(DatePoll.dates),
            selectinload(DatePoll.voters).options(joinedload(PollVoter.partner), selectinload(PollVoter.answers)),
        )
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def get_voter(network_id: int, poll_id: int, voter_id: int) -> PollVoter:
    wanted = select(PollVoter).where(
        PollVoter.network_id == network_id, PollVoter.poll_id == poll_id, PollVoter.id == voter_id
    )
    return db.session.scalars(wanted.options(joinedload(PollVoter.poll))).one_or_none() or abort(404)


def find_usable_voter(token: str, now: datetime) -> PollVoter | None:
    """Who is behind the link of a poll that still works."""
    wanted = (
        select(PollVoter)
        .where(PollVoter.token_hash == hash_token(token), PollVoter.revoked_at.is_(None), PollVoter.expires_at > now)
        .options(joinedload(PollVoter.poll).selectinload(DatePoll.dates), selectinload(PollVoter.answers))
    )
    return db.session.scalars(wanted).one_or_none()
