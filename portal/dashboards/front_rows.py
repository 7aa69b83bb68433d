"""What the front page says beside money: the next meeting, what is promised, how many were heard; in one statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, column, func, literal, or_, select, table, true

from portal.closing.queries import telling_marks
from portal.extensions import db
from portal.foundation.actor import Actor
from portal.funding.awaiting import counting_returned, counting_to_decide, oldest_returned, oldest_to_decide
from portal.funding.queries import counting_unallocated
from portal.funding.types import ApprovalState
from portal.meetings.models import Meeting, Task
from portal.meetings.types import MeetingStatus
from portal.participation.models import Voice
from portal.participation.types import VoiceState
from portal.reviews.models import ReviewRound, ReviewSheet
from portal.reviews.types import RoundState

PAPERS = table("paper_approval", column("network_id"), column("approval"), column("submitted_by_id"))


@dataclass(frozen=True)
class FrontRows:
    """Counts, and the meeting that comes first; without one its id is None."""

    unallocated: int
    open_tasks: int
    own_tasks: int
    late_tasks: int
    meeting_id: int | None
    title: str
    starts_at: datetime | None
    place: str
    voices: int = 0
    told_voices: int = 0
    open_rounds: int = 0
    rounds_over: int = 0
    readers: int = 0
    told_marks: str = ""  # on the deadlines of this year and the next, as one text
    to_decide: int = 0
    returned: int = 0
    papers_to_decide: int = 0
    first_to_decide: int | None = None
    first_returned: int | None = None

    @property
    def running_rounds(self) -> int:
        """Reading rounds that people can answer now."""
        return self.open_rounds - self.rounds_over


def find_front_rows(network_id: int, year: int, actor: Actor, *, now: datetime, today: date) -> FrontRows:
    """One statement, also when there is no meeting."""
    coming = (
        select(Meeting.id, Meeting.title, Meeting.starts_at, Meeting.place)
        .where(Meeting.network_id == network_id, Meeting.ends_at >= now, Meeting.status == MeetingStatus.PLANNED)
        .order_by(Meeting.starts_at, Meeting.id)
        .limit(1)
        .subquery()
    )
    one = select(literal(1).label("one")).subquery()
    own = or_(Task.account_id == actor.account_id, Task.partner_id.in_(sorted(actor.partner_ids)))
    wanted = select(
        counting_unallocated(network_id, year).scalar_subquery(),
        _tasks(network_id),
        _tasks(network_id, own),
        _tasks(network_id, Task.due_on < today),
        coming.c.id,
        coming.c.title,
        coming.c.starts_at,
        coming.c.place,
        _voices(network_id, year),
        _voices(network_id, year, Voice.state == VoiceState.TOLD_BACK),
        _rounds(network_id),
        _rounds(network_id, ReviewRound.closes_on < today),
        _readers(network_id, today),
        telling_marks(network_id, (year, year + 1)),
        *(one.scalar_subquery() for one in _eyes(network_id, actor)),
    ).select_from(one.outerjoin(coming, true()))
    row = db.session.execute(wanted).one()
    rows = [*row[:5], row[5] or "", row[6], row[7] or "", *row[8:13], row[13] or "", *row[14:]]
    return FrontRows(*rows)


def _voices(network_id: int, year: int, *also: ColumnElement[bool]) -> ScalarSelect[int]:
    """Voices that were received in the year."""
    received = Voice.received_on.between(date(year, 1, 1), date(year, 12, 31))
    return (
        select(func.count(Voice.id))
        .where(Voice.network_id == network_id, Voice.withdrawn_at.is_(None), received, *also)
        .scalar_subquery()
    )


def _tasks(network_id: int, *also: ColumnElement[bool]) -> ScalarSelect[int]:
    return (
        select(func.count(Task.id))
        .where(Task.network_id == network_id, Task.done_at.is_(None), Task.dropped_at.is_(None), *also)
        .scalar_subquery()
    )


def _rounds(network_id: int, *also: ColumnElement[bool]) -> ScalarSelect[int]:
    return (
        select(func.count(ReviewRound.id))
        .where(ReviewRound.network_id == network_id, ReviewRound.state == RoundState.OPEN, *also)
        .scalar_subquery()
    )


def _eyes(network_id: int, actor: Actor) -> tuple[Select[Any], ...]:
    """What waits for this person as second pair of eyes, and what came back to this person."""
    if not actor.approves:
        none = select(literal(0))
        return none, none, none, none, none
    return (
        counting_to_decide(network_id, actor.account_id),
        counting_returned(network_id, actor.account_id),
        _papers_to_decide(network_id, actor.account_id),
        oldest_to_decide(network_id, actor.account_id),
        oldest_returned(network_id, actor.account_id),
    )


def _papers_to_decide(network_id: int, account_id: int | None) -> Select[Any]:
    """Papers that somebody else submitted; their table belongs to a part above this one."""
    waiting = PAPERS.c.approval == ApprovalState.SUBMITTED.value
    others = or_(PAPERS.c.submitted_by_id.is_(None), PAPERS.c.submitted_by_id != account_id)
    return select(func.count()).select_from(PAPERS).where(PAPERS.c.network_id == network_id, waiting, others)


def _readers(network_id: int, today: date) -> ScalarSelect[int]:
    """Sheets that came in for rounds that run."""
    return (
        select(func.count(ReviewSheet.id))
        .join(ReviewRound, ReviewRound.id == ReviewSheet.round_id)
        .where(
            ReviewRound.network_id == network_id,
            ReviewRound.state == RoundState.OPEN,
            ReviewRound.closes_on >= today,
            ReviewSheet.withdrawn_at.is_(None),
        )
        .scalar_subquery()
    )
