"""The blueprint of meetings, and what its addresses share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from flask import Blueprint, request
from flask_babel import format_datetime
from flask_babel import gettext as _

from portal.accounts.queries import list_assignments
from portal.foundation.clock import in_brussels, today
from portal.meetings import access
from portal.meetings.models import Meeting
from portal.meetings.queries import meetings as queries
from portal.meetings.queries import people
from portal.meetings.types import Addressee
from portal.network.models import Network
from portal.network.queries import list_partner_choices
from portal.web.guards import current_actor

bp = Blueprint("meetings", __name__, url_prefix="/networks/<slug>")


def may_write(meeting: Meeting) -> bool:
    """Whether the reader may write in the report; who was typing when it was approved keeps the text, with the reason.

    A form that comes in is refused by the rules, beside what was typed.
    """
    return request.method == "POST" or access.can_write_minutes(current_actor(), meeting)


def typed_id(text: Any) -> int | None:
    """An id that came in as text; None when it is no id."""
    cleaned = str(text or "")
    return int(cleaned) if cleaned.isascii() and cleaned.isdigit() and len(cleaned) < 10 else None


def day_of(meeting: Meeting) -> date:
    """The day of a meeting on the calendar in Brussels."""
    return in_brussels(meeting.starts_at).date()


def years_to_ask(first: date | None) -> list[tuple[str, str]]:
    """The years to which a list can be narrowed, the newest first; `first` is the oldest day in it."""
    oldest = min(first.year if first else today().year, today().year)
    return [(str(one), str(one)) for one in range(today().year + 1, oldest - 1, -1)]


def series_choices(network: Network, kept: int | None = None) -> list[tuple[str, str]]:
    """Series that go on, and the one that is chosen already."""
    return [(str(one.id), one.title) for one in queries.list_series(network.id) if not one.is_ended or one.id == kept]


def group_choices(network: Network, kept: int | None = None) -> list[tuple[str, str]]:
    return [(str(one.id), one.name) for one in queries.list_groups(network.id) if not one.is_ended or one.id == kept]


def people_choices(network: Network) -> list[tuple[str, str]]:
    """Who has an account in the network, by name."""
    held = {one.account_id: one.account.name for one in list_assignments(network.id) if one.ended_at is None}
    return sorted(((str(key), name) for key, name in held.items()), key=lambda one: one[1].lower())


def addressees_with_words(network: Network, group_id: int | None) -> list[tuple[Addressee, str]]:
    """Who can be invited, with the words beside the box; the members of a group stand first."""
    partners = dict(list_partner_choices(network.id))
    seats = people.list_members_to_invite(group_id, today()) if group_id else []
    members = [one for one in seats if one.email]
    seated = {one.partner_id for one in seats if one.is_member} - {None}
    others = [
        replace(one, is_member=one.partner_id in seated)
        for one in people.list_addressees(network.id, today())
        if one.email not in {member.email for member in members}
    ]
    listed = sorted([*members, *others], key=lambda one: not (one.is_member or one.is_outside))
    return [(one, _words(one, partners)) for one in listed]


def _words(one: Addressee, partners: dict[str, str]) -> str:
    partner = partners.get(str(one.partner_id), "")
    parts = [one.name or partner or one.email]
    if partner and partner not in parts[0]:
        parts.append(partner)
    if one.is_outside:
        parts.append(_("volgens de agenda"))
    return ", ".join(parts)


def chosen_addressees(
    known: Sequence[tuple[Addressee, str]], emails: Iterable[str], others: Iterable[str] = ()
) -> list[Addressee]:
    """The people behind the boxes that were ticked, and the addresses that were typed."""
    by_email = {one.email: one for one, _label in known}
    ticked = [by_email[email] for email in emails if email in by_email]
    typed = [by_email.get(email) or Addressee(email, "") for email in others]
    return list({one.email: one for one in [*ticked, *typed]}.values())


def clock_time(value: datetime | None) -> str:
    """ "14:00" on the clock in Brussels."""
    return f"{in_brussels(value):%H:%M}" if value else ""


def meeting_day(value: datetime | None) -> str:
    """ "vrijdag 5 december 2026" in the reader's language."""
    return format_datetime(in_brussels(value), "EEEE d MMMM yyyy", rebase=False) if value else ""


bp.add_app_template_filter(clock_time, "clock_time")
bp.add_app_template_filter(meeting_day, "meeting_day")
