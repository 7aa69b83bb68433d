"""What somebody asks of meetings and contacts in an address; the page and the file to take along read it alike."""

from __future__ import annotations

from flask import request

from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.meetings.queries.contacts import ContactFilter
from portal.meetings.queries.listed import MeetingFilter
from portal.meetings.types import MeetingStand
from portal.plans.asking import MOST_TYPED, typed_id


def asked_meetings() -> MeetingFilter:
    """The filter in the address; what no list knows is left out."""
    stand = request.args.get("stand", "")
    return MeetingFilter(
        year=_asked_year(),
        group_id=typed_id(request.args.get("group")),
        series_id=typed_id(request.args.get("series")),
        stand=MeetingStand(stand) if stand in set(MeetingStand) else None,
    )


def asked_contacts() -> ContactFilter:
    """The filter in the address; what no list knows is left out."""
    return ContactFilter(
        year=_asked_year(),
        partner_id=typed_id(request.args.get("partner")),
        action_id=typed_id(request.args.get("action")),
        text=" ".join(request.args.get("text", "").replace("\x00", "").split())[:MOST_TYPED],
    )


def _asked_year() -> int | None:
    """`of_year`: a year in an address of its own would be the year of the menu."""
    year = typed_id(request.args.get("of_year"))
    return year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None
