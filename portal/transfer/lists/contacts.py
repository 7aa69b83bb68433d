"""Informal contacts as a spreadsheet, for who works in the network; they only go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from portal.foundation.wording import say
from portal.meetings.models import ContactMoment
from portal.meetings.queries.contacts import list_contacts
from portal.transfer import filters
from portal.transfer.lists.columns import ORIGIN, with_origin
from portal.transfer.lists.listing import Listing, Place
from portal.transfer.types import ColumnKind, ColumnSpec, SheetSpec

TITLE = say("Informele contacten")
COLUMNS = (
    ColumnSpec("on", say("Datum"), ColumnKind.DATE),
    ColumnSpec("with_whom", say("Met wie")),
    ColumnSpec("about", say("Waarover")),
    ColumnSpec("outcome", say("Wat kwam eruit")),
    ColumnSpec("partner", say("Partner")),
    ColumnSpec("action", say("Actie")),
    ColumnSpec("by", say("Opgeschreven door")),
)


def reading(place: Place) -> SheetSpec:
    return SheetSpec("contacts", TITLE, (*COLUMNS, ORIGIN))


def export(place: Place, rows: Sequence[Mapping[str, Any]]) -> SheetSpec:
    return SheetSpec("contacts", TITLE, with_origin(COLUMNS, rows))


def rows(place: Place) -> list[dict[str, Any]]:
    """As on the screen, the newest first."""
    return [row_of(one) for one in list_contacts(place.network.id, filters.contact_filter())]


def row_of(one: ContactMoment) -> dict[str, Any]:
    return {
        "on": one.on,
        "with_whom": one.with_whom,
        "about": one.about,
        "outcome": one.outcome,
        "partner": one.partner.name if one.partner else None,
        "action": f"{one.action.title} ({one.action.year})" if one.action else None,
        "by": one.by_account.name if one.by_account else None,
        "origin": one.origin,
    }


CONTACTS = Listing("contacts", TITLE, False, reading, reading, export, rows)
