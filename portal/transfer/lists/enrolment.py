"""Saves many partners at once: periods, people and all, worked out before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from portal.network.drafting import (
    amend_contact,
    amend_partner,
    draft_contact,
    draft_membership,
    draft_partner,
)
from portal.network.models import ContactPerson, Membership, Partner, Person
from portal.network.types import PartnerKind, PartnerRole
from portal.transfer.lists.listing import CheckedRow, Place
from portal.transfer.lists.naming import plain
from portal.transfer.lists.sending import Sending
from portal.transfer.queries import list_people

OF_PARTNER = ("kind", "purposes", "enterprise_number", "website", "note", "contacts", "origin")
OF_PERIOD = ("role", "ends_on")


class Enrolment:
    """What the rows do to the register; one mail address is one person, also with several partners."""

    def __init__(self, place: Place, known: Mapping[str, Partner], heard: Callable[[int], None]) -> None:
        self.place = place
        self.known = dict(known)
        self.people = {one.email.lower(): one for one in reversed(list_people(place.network.id)) if one.email}
        self.reached: set[str] = set()
        self.sending = Sending(heard)
        self.sending.order(Person, Partner, Membership, ContactPerson)

    def take(self, row: CheckedRow) -> None:
        """One row: a period, with what it says of the partner and of who can be reached."""
        name = plain(row.values["name"])
        partner = self.known.get(name)
        if partner is None:
            partner = self.known[name] = draft_partner(
                self.place.network,
                name=row.values["name"],
                origin=row.values.get("origin") or "",
                **_values_of_partner(row),
            )
            self.sending.add(partner)
        elif partner.id is not None and set(row.changed) & set(OF_PARTNER):
            amend_partner(partner, **_values_of_partner(row))
            partner.origin = row.values.get("origin") or ""
        self._take_period(row, partner)
        if name not in self.reached:  # all rows of a partner name the same people
            self.reached.add(name)
            self._take_contacts(row, partner)
        self.sending.count()

    def send(self) -> Iterator[int]:
        return self.sending.send()

    def _take_period(self, row: CheckedRow, partner: Partner) -> None:
        held: Membership | None = row.draft.get("membership")
        role, ends_on = PartnerRole(row.values["role"]), row.values.get("ends_on")
        if held is None:
            self.sending.add(draft_membership(partner, role=role, starts_on=row.values["starts_on"], ends_on=ends_on))
        elif set(row.changed) & set(OF_PERIOD):
            held.role, held.ends_on = role, ends_on

    def _take_contacts(self, row: CheckedRow, partner: Partner) -> None:
        """Who is named anew comes in, who is no longer named ends today; an empty cell leaves all as it is."""
        lines = contact_lines(row.values.get("contacts"))
        held = {plain(one.person.name): one for one in partner.contacts if not one.ends_on}
        for name, function, email, phone in lines:
            contact = held.pop(plain(name), None)
            if contact is None:
                person = self._person(name, email, phone)
                self.sending.add(draft_contact(partner, person=person, function=function))
            elif (contact.function, contact.person.email, contact.person.phone) != (function, email.lower(), phone):
                amend_contact(
                    contact, name=contact.person.name, function=function, email=email, phone=phone, ends_on=None
                )
        for contact in held.values() if lines else ():
            contact.ends_on = self.place.today

    def _person(self, name: str, email: str, phone: str) -> Person:
        person = self.people.get(email.lower()) if email else None
        if person is None:
            person = Person(network_id=self.place.network.id, name=name, email=email.lower(), phone=phone)
            self.sending.add(person)
            if email:
                self.people[email.lower()] = person
        elif person.id is not None:
            person.name, person.phone = name, phone or person.phone or ""
        return person


def _values_of_partner(row: CheckedRow) -> dict[str, Any]:
    said = row.values
    return {
        "kind": PartnerKind(said["kind"]),
        "purposes": said.get("purposes") or (),
        "enterprise_number": said.get("enterprise_number") or "",
        "website": said.get("website") or "",
        "note": said.get("note") or "",
    }


def contact_lines(text: str | None) -> list[tuple[str, str, str, str]]:
    """Name, function, mail and telephone of each person in a cell."""
    lines = []
    for line in (text or "").splitlines():
        if line.strip():
            parts = [part.strip() for part in line.split("|")][:4]
            name, function, email, phone = (*parts, "", "", "")[:4]
            lines.append((name[:150], function[:150], email[:254], phone[:40]))
    return lines
