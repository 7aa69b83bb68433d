"""Planning, moving and cancelling meetings; their agenda and who was there."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

from portal.extensions import db
from portal.foundation.errors import ChangedMeanwhile
from portal.meetings import rules
from portal.meetings.models import AgendaItem, Attendance, Meeting, MeetingGroup, MeetingSeries
from portal.meetings.queries import meetings as queries
from portal.meetings.queries.minutes import last_position
from portal.meetings.types import MeetingPlace, MeetingStatus, Presence

CALENDAR_FIELDS = ("title", "starts_at", "ends_at", "place")  # what moves a meeting in the calendars of others


def new_uid() -> str:
    """An identity in calendars, for good."""
    return f"{secrets.token_hex(12)}@vrijetijdsnetwerk"


def plan_meeting(
    network_id: int,
    *,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
    place_kind: MeetingPlace = MeetingPlace.ELSEWHERE,
    chair: str = "",
    organiser_id: int | None = None,
    series: MeetingSeries | None = None,
    group: MeetingGroup | None = None,
    origin: str = "",
) -> Meeting:
    """A new meeting; its agenda begins with the template of the series and what was not finished last time."""
    rules.check_times(starts_at, ends_at)
    meeting = Meeting(
        network_id=network_id,
        title=title.strip(),
        starts_at=starts_at,
        ends_at=ends_at,
        place=place.strip(),
        place_kind=place_kind,
        chair=chair.strip(),
        organiser_id=organiser_id,
        series=series,
        group=group or (series.group if series else None),
        calendar_uid=new_uid(),
        origin=origin,
    )
    db.session.add(meeting)
    db.session.flush()
    _begin_agenda(meeting)
    return meeting


def _begin_agenda(meeting: Meeting) -> None:
    template = rules.lines_of_template(meeting.series.agenda_template) if meeting.series else []
    for line in template:
        add_item(meeting, title=line.title, minutes=line.minutes)
    carry_over(meeting)


def carry_over(meeting: Meeting) -> int:
    """Put what was not finished last time on this agenda, each once; how many items came."""
    previous = queries.find_previous_meeting(meeting)
    if previous is None or (meeting.series_id is None and meeting.group_id is None):
        return 0
    fixed = {item.title.lower() for item in meeting.items}
    came = 0
    for item in queries.list_unfinished_items(previous):
        if item.title.lower() not in fixed:
            add_item(
                meeting,
                title=item.title,
                minutes=item.minutes,
                owner_partner_id=item.owner_partner_id,
                owner_name=item.owner_name,
                comes_from_id=item.id,
            )
            came += 1
    return came


def edit_meeting(
    meeting: Meeting,
    *,
    version: int | None,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    place_kind: MeetingPlace,
    chair: str,
    series: MeetingSeries | None,
    group: MeetingGroup | None,
) -> bool:
    """Change or move a meeting; True when calendars must hear of it. Its identity there stays."""
    rules.check_open(meeting.status, meeting.minutes_status)
    rules.check_times(starts_at, ends_at)
    if version is not None and version != meeting.version:
        raise ChangedMeanwhile(version)
    new = {"title": title.strip(), "starts_at": starts_at, "ends_at": ends_at, "place": place.strip()}
    moved = any(getattr(meeting, name) != new[name] for name in CALENDAR_FIELDS)
    is_other_time = (meeting.starts_at, meeting.ends_at) != (starts_at, ends_at)
    for name, value in new.items():
        setattr(meeting, name, value)
    meeting.place_kind, meeting.chair, meeting.series, meeting.group = place_kind, chair.strip(), series, group
    if moved:
        meeting.calendar_sequence += 1
    if is_other_time:
        for invitee in meeting.invitees:  # a yes to the old hour is no yes to the new one
            invitee.answer = invitee.answered_at = None
            if invitee.expires_at is not None:
                invitee.expires_at = rules.answer_until(ends_at)
    db.session.flush()
    return moved


def cancel_meeting(meeting: Meeting) -> None:
    rules.check_open(meeting.status, meeting.minutes_status)
    meeting.status = MeetingStatus.CANCELLED
    meeting.calendar_sequence += 1
    db.session.flush()


def add_item(
    meeting: Meeting,
    *,
    title: str,
    minutes: int | None = None,
    owner_partner_id: int | None = None,
    owner_name: str = "",
    comes_from_id: int | None = None,
) -> AgendaItem:
    rules.check_open(meeting.status, meeting.minutes_status)
    item = AgendaItem(
        network_id=meeting.network_id,
        meeting=meeting,
        position=last_position(meeting.id) + 1,
        title=title.strip(),
        minutes=minutes,
        owner_partner_id=owner_partner_id,
        owner_name=owner_name.strip(),
        comes_from_id=comes_from_id,
    )
    db.session.add(item)
    db.session.flush()
    return item


def edit_item(
    item: AgendaItem,
    *,
    title: str,
    minutes: int | None,
    owner_partner_id: int | None,
    owner_name: str,
    is_dropped: bool,
) -> None:
    rules.check_open(item.meeting.status, item.meeting.minutes_status)
    item.title, item.minutes = title.strip(), minutes
    item.owner_partner_id, item.owner_name, item.is_dropped = owner_partner_id, owner_name.strip(), is_dropped
    db.session.flush()


def shift_item(item: AgendaItem, *, up: bool) -> None:
    """One place up or down on the agenda."""
    rules.check_open(item.meeting.status, item.meeting.minutes_status)
    items = [one for one in item.meeting.items if not one.is_dropped]
    at = items.index(item) if item in items else -1
    other = at - 1 if up else at + 1
    if at < 0 or not 0 <= other < len(items):
        return
    items[at], items[other] = items[other], items[at]
    for position, one in enumerate(items, 1):
        if one.position != position:
            one.position = position
    db.session.flush()


def note_attendance(meeting: Meeting, *, presences: Mapping[int, Presence | None], experts_count: int | None) -> None:
    """Who was there, per partner; of people in poverty only how many."""
    rules.check_open(meeting.status, meeting.minutes_status)
    rules.check_experts(experts_count)
    held = {one.partner_id: one for one in meeting.attendances}
    for partner_id, presence in presences.items():
        known = held.get(partner_id)
        if presence is None and known is not None:
            db.session.delete(known)
        elif presence is not None and known is None:
            db.session.add(
                Attendance(network_id=meeting.network_id, meeting=meeting, partner_id=partner_id, presence=presence)
            )
        elif presence is not None and known is not None and known.presence is not presence:
            known.presence = presence
    meeting.experts_count = experts_count
    db.session.flush()
    db.session.expire(meeting, ["attendances"])
