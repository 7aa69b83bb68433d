"""Reading meetings, series and groups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from flask import abort
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload, selectinload

from portal.extensions import db
from portal.meetings.models import (
    AgendaItem,
    Attendance,
    Decision,
    GroupMember,
    Invitee,
    Meeting,
    MeetingGroup,
    MeetingSeries,
    Task,
)
from portal.meetings.types import DecisionStatus, MeetingStatus


def find_next_meeting(network_id: int, now: datetime) -> Meeting | None:
    wanted = select(Meeting).where(
        Meeting.network_id == network_id, Meeting.ends_at >= now, Meeting.status == MeetingStatus.PLANNED
    )
    return db.session.scalars(wanted.order_by(Meeting.starts_at, Meeting.id).limit(1)).first()


def get_meeting(network_id: int, meeting_id: int) -> Meeting:
    """A meeting of this network, or 404."""
    wanted = select(Meeting).where(Meeting.network_id == network_id, Meeting.id == meeting_id)
    return db.session.scalars(wanted).one_or_none() or abort(404)


def get_whole_meeting(network_id: int, meeting_id: int) -> Meeting:
    """A meeting with everything its page and its report show (5 statements), or 404."""
    wanted = (
        select(Meeting)
        .where(Meeting.network_id == network_id, Meeting.id == meeting_id)
        .options(
            joinedload(Meeting.series),
            joinedload(Meeting.group),
            joinedload(Meeting.organiser),
            selectinload(Meeting.items).joinedload(AgendaItem.owner_partner),
            selectinload(Meeting.invitees).joinedload(Invitee.partner),
            joinedload(Meeting.attendances).joinedload(Attendance.partner),
            selectinload(Meeting.decisions).options(
                joinedload(Decision.partner), joinedload(Decision.action), joinedload(Decision.item)
            ),
            selectinload(Meeting.tasks).options(joinedload(Task.partner), joinedload(Task.account)),
        )
        .execution_options(populate_existing=True)
    )
    return db.session.scalars(wanted).unique().one_or_none() or abort(404)


def find_previous_meeting(meeting: Meeting) -> Meeting | None:
    """The meeting before this one in its series, or of its group."""
    wanted = select(Meeting).where(
        Meeting.network_id == meeting.network_id,
        Meeting.id != meeting.id,
        Meeting.starts_at < meeting.starts_at,
        Meeting.status == MeetingStatus.PLANNED,
    )
    if meeting.series_id is not None:
        wanted = wanted.where(Meeting.series_id == meeting.series_id)
    elif meeting.group_id is not None:
        wanted = wanted.where(Meeting.group_id == meeting.group_id)
    else:
        wanted = wanted.where(Meeting.series_id.is_(None), Meeting.group_id.is_(None))
    return db.session.scalars(wanted.order_by(Meeting.starts_at.desc(), Meeting.id.desc()).limit(1)).first()


def list_unfinished_items(meeting: Meeting) -> Sequence[AgendaItem]:
    """The items of a meeting that were not finished, in the order of its agenda."""
    wanted = select(AgendaItem).where(
        AgendaItem.meeting_id == meeting.id, AgendaItem.is_finished.is_(False), AgendaItem.is_dropped.is_(False)
    )
    return db.session.scalars(wanted.order_by(AgendaItem.position, AgendaItem.id)).all()


def list_open_decisions_before(meeting: Meeting) -> Sequence[Decision]:
    """Decisions of earlier meetings of the same series or group that are still to be carried out."""
    wanted = (
        select(Decision)
        .join(Meeting, Decision.meeting_id == Meeting.id)
        .where(
            Decision.network_id == meeting.network_id,
            Decision.status == DecisionStatus.OPEN,
            Meeting.id != meeting.id,
            Meeting.starts_at < meeting.starts_at,
            *_same_line(meeting),
        )
        .options(joinedload(Decision.partner), joinedload(Decision.meeting), joinedload(Decision.action))
        .order_by(Meeting.starts_at, Decision.id)
    )
    return db.session.scalars(wanted).all()


def list_open_tasks_before(meeting: Meeting) -> Sequence[Task]:
    """Tasks of earlier meetings of the same series or group that are not done."""
    wanted = (
        select(Task)
        .join(Meeting, Task.meeting_id == Meeting.id)
        .where(
            Task.network_id == meeting.network_id,
            Task.done_at.is_(None),
            Task.dropped_at.is_(None),
            Meeting.id != meeting.id,
            Meeting.starts_at < meeting.starts_at,
            *_same_line(meeting),
        )
        .options(joinedload(Task.partner), joinedload(Task.account), joinedload(Task.meeting))
        .order_by(Task.due_on.is_(None), Task.due_on, Task.id)
    )
    return db.session.scalars(wanted).all()


def _same_line(meeting: Meeting) -> tuple[ColumnElement[bool], ...]:
    """Meetings that follow on each other: those of one series, of one group, or the loose ones."""
    if meeting.series_id is not None:
        return (Meeting.series_id == meeting.series_id,)
    if meeting.group_id is not None:
        return (Meeting.group_id == meeting.group_id,)
    return (Meeting.series_id.is_(None), Meeting.group_id.is_(None))


def list_series(network_id: int) -> Sequence[MeetingSeries]:
    wanted = select(MeetingSeries).where(MeetingSeries.network_id == network_id)
    wanted = wanted.options(joinedload(MeetingSeries.group))
    return db.session.scalars(wanted.order_by(MeetingSeries.is_ended, MeetingSeries.title, MeetingSeries.id)).all()


def get_series(network_id: int, series_id: int) -> MeetingSeries:
    wanted = select(MeetingSeries).where(MeetingSeries.network_id == network_id, MeetingSeries.id == series_id)
    return db.session.scalars(wanted.options(joinedload(MeetingSeries.group))).one_or_none() or abort(404)


def find_series(network_id: int, series_id: int) -> MeetingSeries | None:
    wanted = select(MeetingSeries).where(MeetingSeries.network_id == network_id, MeetingSeries.id == series_id)
    return db.session.scalars(wanted).one_or_none()


def find_series_by_title(network_id: int, title: str) -> MeetingSeries | None:
    wanted = select(MeetingSeries).where(
        MeetingSeries.network_id == network_id, func.lower(MeetingSeries.title) == title.strip().lower()
    )
    return db.session.scalars(wanted.order_by(MeetingSeries.id)).first()


def list_meetings_of_series(series: MeetingSeries) -> Sequence[Meeting]:
    """All meetings of a series with what they decided, the newest first (2 statements)."""
    wanted = (
        select(Meeting)
        .where(Meeting.network_id == series.network_id, Meeting.series_id == series.id)
        .options(
            selectinload(Meeting.decisions).options(joinedload(Decision.partner), joinedload(Decision.action)),
        )
    )
    return db.session.scalars(wanted.order_by(Meeting.starts_at.desc(), Meeting.id.desc())).all()


def list_groups(network_id: int) -> Sequence[MeetingGroup]:
    """The groups of a network with their members (2 statements)."""
    wanted = (
        select(MeetingGroup)
        .where(MeetingGroup.network_id == network_id)
        .options(selectinload(MeetingGroup.members).joinedload(GroupMember.partner))
    )
    return db.session.scalars(wanted.order_by(MeetingGroup.is_ended, MeetingGroup.name, MeetingGroup.id)).all()


def list_group_names(network_id: int) -> Sequence[MeetingGroup]:
    """The groups of a network without their members (1 statement)."""
    wanted = select(MeetingGroup).where(MeetingGroup.network_id == network_id)
    return db.session.scalars(wanted.order_by(MeetingGroup.is_ended, MeetingGroup.name, MeetingGroup.id)).all()


def get_group(network_id: int, group_id: int) -> MeetingGroup:
    wanted = (
        select(MeetingGroup)
        .where(MeetingGroup.network_id == network_id, MeetingGroup.id == group_id)
        .options(selectinload(MeetingGroup.members).joinedload(GroupMember.partner))
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def find_group(network_id: int, group_id: int) -> MeetingGroup | None:
    wanted = select(MeetingGroup).where(MeetingGroup.network_id == network_id, MeetingGroup.id == group_id)
    return db.session.scalars(wanted).one_or_none()


def find_group_by_name(network_id: int, name: str) -> MeetingGroup | None:
    wanted = select(MeetingGroup).where(
        MeetingGroup.network_id == network_id, func.lower(MeetingGroup.name) == name.strip().lower()
    )
    return db.session.scalars(wanted.order_by(MeetingGroup.id)).first()


def get_member(network_id: int, group_id: int, member_id: int) -> GroupMember:
    wanted = select(GroupMember).where(
        GroupMember.network_id == network_id, GroupMember.group_id == group_id, GroupMember.id == member_id
    )
    return db.session.scalars(wanted.options(joinedload(GroupMember.group))).one_or_none() or abort(404)


def list_meetings_of_group(group: MeetingGroup, most: int = 20) -> Sequence[Meeting]:
    wanted = select(Meeting).where(Meeting.network_id == group.network_id, Meeting.group_id == group.id)
    return db.session.scalars(wanted.order_by(Meeting.starts_at.desc(), Meeting.id.desc()).limit(most)).all()


def list_without_report(now: datetime) -> Sequence[Meeting]:
    """Meetings of all networks that are over and whose report was not approved."""
    wanted = (
        select(Meeting)
        .where(
            Meeting.ends_at < now,
            Meeting.status == MeetingStatus.PLANNED,
            Meeting.minutes_status.in_(("minutes-draft", "minutes-amended")),
        )
        .options(joinedload(Meeting.organiser))
    )
    return db.session.scalars(wanted.order_by(Meeting.id)).all()
