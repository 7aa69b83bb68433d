"""Groups beside the network, their members, and series of meetings."""

from __future__ import annotations

from datetime import date

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.meetings.models import GroupMember, MeetingGroup, MeetingSeries
from portal.meetings.queries import meetings as queries
from portal.meetings.types import GroupKind, MeetingPlace, MemberRole


def form_group(
    network_id: int, *, name: str, kind: GroupKind, aim: str = "", group: MeetingGroup | None = None, origin: str = ""
) -> MeetingGroup:
    """A new group, or the given one changed."""
    known = queries.find_group_by_name(network_id, name)
    if known is not None and known is not group:
        raise RuleBroken(say("Er is al een groep met deze naam."), "name")
    if group is None:
        group = MeetingGroup(network_id=network_id, origin=origin)
        db.session.add(group)
    group.name, group.kind, group.aim = name.strip(), kind, aim
    db.session.flush()
    return group


def end_group(group: MeetingGroup, *, is_ended: bool) -> None:
    group.is_ended = is_ended
    db.session.flush()


def seat_member(
    group: MeetingGroup,
    *,
    role: MemberRole,
    partner_id: int | None = None,
    name: str = "",
    email: str = "",
    member: GroupMember | None = None,
) -> GroupMember:
    """A new member, or the given one changed; a new chair takes the place of the one there was."""
    if partner_id is None and not name.strip():
        raise RuleBroken(say("Kies een partner, of vul een naam in."), "name")
    if role is MemberRole.CHAIR:
        for other in group.members:
            if other is not member and other.role is MemberRole.CHAIR and other.ended_on is None:
                other.role = MemberRole.MEMBER
    if member is None:
        member = GroupMember(network_id=group.network_id, group=group)
        db.session.add(member)
    member.role, member.partner_id, member.name, member.email = role, partner_id, name.strip(), email.strip().lower()
    db.session.flush()
    return member


def end_membership(member: GroupMember, *, on: date) -> None:
    member.ended_on = on
    db.session.flush()


def set_up_series(
    network_id: int,
    *,
    title: str,
    group: MeetingGroup | None = None,
    agenda_template: str = "",
    place: str = "",
    place_kind: MeetingPlace = MeetingPlace.ELSEWHERE,
    chair: str = "",
    is_ended: bool = False,
    series: MeetingSeries | None = None,
    origin: str = "",
) -> MeetingSeries:
    """A new series with its template, or the given one changed."""
    known = queries.find_series_by_title(network_id, title)
    if known is not None and known is not series:
        raise RuleBroken(say("Er is al een reeks met deze titel."), "title")
    if series is None:
        series = MeetingSeries(network_id=network_id, origin=origin)
        db.session.add(series)
    series.title, series.group, series.agenda_template = title.strip(), group, agenda_template
    series.place, series.place_kind, series.chair, series.is_ended = place.strip(), place_kind, chair.strip(), is_ended
    db.session.flush()
    return series
