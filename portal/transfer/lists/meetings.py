"""Meetings as a spreadsheet: when, where, who was there and how far the report is; they only go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from portal.foundation.clock import in_brussels, now
from portal.foundation.wording import say
from portal.meetings.models import Meeting
from portal.meetings.queries.listed import list_meetings
from portal.meetings.types import (
    MEETING_PLACE_LABELS,
    MEETING_STATUS_LABELS,
    MINUTES_STATUS_LABELS,
    DecisionStatus,
    Presence,
)
from portal.transfer import filters
from portal.transfer.lists.columns import ORIGIN, codes, with_origin
from portal.transfer.lists.listing import Listing, Place
from portal.transfer.types import ColumnKind, ColumnSpec, SheetSpec

TITLE = say("Overleg")
COLUMNS = (
    ColumnSpec("on", say("Datum"), ColumnKind.DATE),
    ColumnSpec("begins", say("Begint om")),
    ColumnSpec("ends", say("Eindigt om")),
    ColumnSpec("title", say("Overleg")),
    ColumnSpec("group", say("Groep")),
    ColumnSpec("series", say("Reeks")),
    ColumnSpec("place", say("Plaats")),
    ColumnSpec("place_kind", say("Soort plaats"), ColumnKind.CHOICE, choices=codes(MEETING_PLACE_LABELS)),
    ColumnSpec("chair", say("Voorzitter")),
    ColumnSpec("status", say("Stand"), ColumnKind.CHOICE, choices=codes(MEETING_STATUS_LABELS)),
    ColumnSpec("minutes_status", say("Verslag"), ColumnKind.CHOICE, choices=codes(MINUTES_STATUS_LABELS)),
    ColumnSpec("present", say("Aanwezige partners")),
    ColumnSpec("experts_count", say("Ervaringsdeskundigen aan tafel"), ColumnKind.INTEGER),
    ColumnSpec("decisions", say("Beslissingen"), ColumnKind.INTEGER),
    ColumnSpec("open_decisions", say("Nog uit te voeren beslissingen"), ColumnKind.INTEGER),
)


def reading(place: Place) -> SheetSpec:
    return SheetSpec("meetings", TITLE, (*COLUMNS, ORIGIN))


def export(place: Place, rows: Sequence[Mapping[str, Any]]) -> SheetSpec:
    return SheetSpec("meetings", TITLE, with_origin(COLUMNS, rows))


def rows(place: Place) -> list[dict[str, Any]]:
    """What comes and what was, the newest first, narrowed as on the screen."""
    return [row_of(one) for one in list_meetings(place.network.id, filters.meeting_filter(), now())]


def row_of(one: Meeting) -> dict[str, Any]:
    begins, ends = in_brussels(one.starts_at), in_brussels(one.ends_at)
    there = (held.partner.name for held in one.attendances if held.presence is Presence.PRESENT)
    return {
        "on": begins.date(),
        "begins": f"{begins:%H:%M}",
        "ends": f"{ends:%H:%M}",
        "title": one.title,
        "group": one.group.name if one.group else None,
        "series": one.series.title if one.series else None,
        "place": one.place,
        "place_kind": one.place_kind.value,
        "chair": one.chair,
        "status": one.status.value,
        "minutes_status": one.minutes_status.value,
        "present": ", ".join(sorted(there)),
        "experts_count": one.experts_count,
        "decisions": len(one.decisions),
        "open_decisions": sum(1 for held in one.decisions if held.status is DecisionStatus.OPEN),
        "origin": one.origin,
    }


MEETINGS = Listing("meetings", TITLE, False, reading, reading, export, rows)
