"""Lists of meetings, narrowed as somebody asked: what comes, what was, and all of it for a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload, selectinload

from portal.extensions import db
from portal.foundation.clock import in_brussels, moment_in_brussels
from portal.meetings.models import Attendance, Meeting
from portal.meetings.rules import WRITABLE
from portal.meetings.types import MeetingStand, MeetingStatus
from portal.web.paging import PAGE_SIZE, Page


@dataclass(frozen=True)
class MeetingFilter:
    """What somebody wants to see of the meetings; empty means all."""

    year: int | None = None
    group_id: int | None = None
    series_id: int | None = None
    stand: MeetingStand | None = None


ALL = MeetingFilter()


def _which(network_id: int, wanted: MeetingFilter, now: datetime) -> list[ColumnElement[bool]]:
    which = [Meeting.network_id == network_id]
    if wanted.year is not None:
        first = moment_in_brussels(date(wanted.year, 1, 1), time())
        after = moment_in_brussels(date(wanted.year, 12, 31) + timedelta(days=1), time())
        which += [Meeting.starts_at >= first, Meeting.starts_at < after]
    if wanted.group_id is not None:
        which.append(Meeting.group_id == wanted.group_id)
    if wanted.series_id is not None:
        which.append(Meeting.series_id == wanted.series_id)
    match wanted.stand:
        case MeetingStand.CANCELLED:
            which.append(Meeting.status == MeetingStatus.CANCELLED)
        case MeetingStand.COMING:
            which += [Meeting.status == MeetingStatus.PLANNED, Meeting.ends_at >= now]
        case MeetingStand.NO_REPORT | MeetingStand.REPORTED:
            is_written = Meeting.minutes_status.in_(WRITABLE)
            right = is_written if wanted.stand is MeetingStand.NO_REPORT else ~is_written
            which += [Meeting.status == MeetingStatus.PLANNED, Meeting.ends_at < now, right]
    return which


def list_meetings(network_id: int, wanted: MeetingFilter, now: datetime) -> Sequence[Meeting]:
    """All meetings with who was there and what was decided, the newest first, for a file (3 statements)."""
    found = (
        select(Meeting)
        .where(*_which(network_id, wanted, now))
        .options(
            joinedload(Meeting.group),
            joinedload(Meeting.series),
            selectinload(Meeting.attendances).joinedload(Attendance.partner),
            selectinload(Meeting.decisions),
        )
        .order_by(Meeting.starts_at.desc(), Meeting.id.desc())
    )
    return db.session.scalars(found).all()


def find_first_day(network_id: int) -> date | None:
    """The day of the oldest meeting."""
    first = db.session.scalar(
        select(Meeting.starts_at)
        .where(Meeting.network_id == network_id)
        .order_by(Meeting.starts_at, Meeting.id)
        .limit(1)
    )
    return in_brussels(first).date() if first else None


def list_coming_meetings(
    network_id: int, now: datetime, most: int = 50, asked: MeetingFilter = ALL
) -> Sequence[Meeting]:
    """Meetings that did not end yet, the nearest first."""
    wanted = (
        select(Meeting)
        .where(*_which(network_id, asked, now), Meeting.ends_at >= now)
        .options(joinedload(Meeting.group))
        .order_by(Meeting.starts_at, Meeting.id)
    )
    return db.session.scalars(wanted.limit(most)).all()


def page_of_past_meetings(network_id: int, now: datetime, number: int, asked: MeetingFilter = ALL) -> Page:
    """Meetings that are over, the newest first (2 statements)."""
    past = (*_which(network_id, asked, now), Meeting.ends_at < now)
    total = db.session.scalar(select(func.count(Meeting.id)).where(*past)) or 0
    number = min(number, max(1, -(-total // PAGE_SIZE)))
    wanted = select(Meeting).where(*past).options(joinedload(Meeting.group))
    rows = db.session.scalars(
        wanted.order_by(Meeting.starts_at.desc(), Meeting.id.desc()).limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)
    ).all()
    return Page(rows, total, number)
