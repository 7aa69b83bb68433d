"""The register of partners as a spreadsheet: one row for each period in the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from portal.foundation.wording import say
from portal.network.models import Membership, Partner
from portal.network.queries import list_partners_with_people
from portal.network.types import PARTNER_KIND_LABELS, PARTNER_PURPOSE_LABELS, PARTNER_ROLE_LABELS
from portal.transfer import access, filters
from portal.transfer.lists.columns import ORIGIN, codes, with_origin
from portal.transfer.lists.listing import Place
from portal.transfer.types import ColumnKind, ColumnSpec, SheetSpec

TITLE = say("Partners")
COLUMNS = (
    ColumnSpec("name", say("Naam"), required=True, max_length=150),
    ColumnSpec("kind", say("Soort"), ColumnKind.CHOICE, required=True, choices=codes(PARTNER_KIND_LABELS)),
    ColumnSpec("role", say("Rol"), ColumnKind.CHOICE, required=True, choices=codes(PARTNER_ROLE_LABELS)),
    ColumnSpec("starts_on", say("Lid vanaf"), ColumnKind.DATE, required=True, aliases=("Vanaf", "Lid sinds")),
    ColumnSpec(
        "ends_on",
        say("Lid tot en met"),
        ColumnKind.DATE,
        hint=say("Laat leeg zo lang de partner meedoet."),
        aliases=("Tot en met",),
    ),
    ColumnSpec("purposes", say("Waarvoor"), ColumnKind.CHOICES, choices=codes(PARTNER_PURPOSE_LABELS)),
    ColumnSpec("enterprise_number", say("Ondernemingsnummer"), max_length=20),
    ColumnSpec("website", say("Website"), max_length=300, hint=say("Begint met https://")),
    ColumnSpec("note", say("Nota"), max_length=5000),
)
CONTACTS = ColumnSpec(
    "contacts",
    say("Contactpersonen"),
    max_length=5000,
    hint=say("Eén per regel: naam | functie | e-mail | telefoon. Een lege cel verandert niets."),
)


def reading(place: Place) -> SheetSpec:
    return SheetSpec("partners", TITLE, (*COLUMNS, CONTACTS, ORIGIN))


def template(place: Place) -> SheetSpec:
    return SheetSpec("partners", TITLE, (*COLUMNS, CONTACTS))


def export(place: Place, rows: Sequence[Mapping[str, Any]]) -> SheetSpec:
    """Addresses of people go along only with those who see them on the screen."""
    columns = (*COLUMNS, CONTACTS) if access.can_export_contacts(place.actor) else COLUMNS
    return SheetSpec("partners", TITLE, with_origin(columns, rows))


def rows(place: Place) -> list[dict[str, Any]]:
    """As on the screen: who is in the network now, then who was or will be; only that day's when one is asked."""
    asked, kind = filters.partner_day(), filters.partner_kind()
    on = asked or place.today
    everyone = [one for one in list_partners_with_people(place.network.id) if not kind or one.kind == kind]
    members = [one for one in everyone if one.membership_on(on)]
    others = [] if asked else [one for one in everyone if not one.membership_on(on)]
    return [
        row_of(partner, held)
        for partner in (*members, *others)
        for held in partner.memberships
        if not asked or held.span.holds(asked)
    ]


def examples(place: Place) -> list[dict[str, Any]]:
    return [
        {
            "name": "Sportdienst",
            "kind": "sport",
            "role": "required",
            "starts_on": date(2020, 1, 1),
            "purposes": ("guiding", "offering"),
            "contacts": "An Peeters | medewerker | an@gemeente.example | 015 00 00 00",
        }
    ]


def row_of(partner: Partner, held: Membership) -> dict[str, Any]:
    """A period of a partner; what is of the partner itself stands on each of its rows."""
    return {
        "name": partner.name,
        "kind": partner.kind.value,
        "role": held.role.value,
        "starts_on": held.starts_on,
        "ends_on": held.ends_on,
        "purposes": tuple(partner.purposes) or None,
        "enterprise_number": partner.enterprise_number,
        "website": partner.website,
        "note": partner.note,
        "contacts": contacts_text(partner),
        "origin": partner.origin,
    }


def contacts_text(partner: Partner) -> str:
    """The people whom one can reach now, one per line."""
    lines = (
        (one.person.name, one.function, one.person.email, one.person.phone)
        for one in partner.contacts
        if not one.ends_on
    )
    return "\n".join(" | ".join(line).rstrip(" |") for line in lines)
