"""Partners out of a file: known by their name, each row a period in the network."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from portal.foundation.wording import say
from portal.foundation.years import Span
from portal.network import operations, rules
from portal.network.models import Membership, Partner
from portal.network.queries import list_partners_with_people
from portal.network.types import PartnerKind, PartnerRole
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Outcome, Place, double_of, same
from portal.transfer.lists.naming import plain
from portal.transfer.lists.partners import row_of
from portal.transfer.types import ReadRow

OF_PARTNER = ("kind", "purposes", "enterprise_number", "website", "note", "contacts")
OF_PERIOD = ("role", "ends_on")
_WEBSITE = re.compile(r"https?://[^\s/@]+\.[^\s@]+")
_EMAIL = re.compile(r"[^\s@|]+@[^\s@|]+\.[^\s@|]+")


class PartnerIntake(Intake):
    def __init__(self, place: Place, columns: FoundColumns) -> None:
        super().__init__(place, columns)
        self.held = list_partners_with_people(place.network.id)
        self.by_name = {plain(partner.name): partner for partner in self.held}
        self.seen: dict[Any, int] = {}
        self.first: dict[str, CheckedRow] = {}

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        if row.is_total or row.problems:
            return found
        said = found.values
        if said.get("enterprise_number"):
            number = self.obey(found, "enterprise_number", rules.check_enterprise_number, said["enterprise_number"])
            said["enterprise_number"] = number
        if said.get("website") and not _WEBSITE.fullmatch(said["website"]):
            self.refuse(found, "website", say("Dit is geen adres van een website. Het begint met https://."))
        self._check_contacts(found)
        self._hold_against_others(found)
        partner = self.by_name.get(plain(said["name"]))
        if partner is not None:
            self._hold_against(found, partner)
        return found

    def check_together(self, rows: Sequence[CheckedRow]) -> None:
        """The periods of a partner, those it has and those of the file, share no day."""
        periods: dict[str, list[CheckedRow]] = defaultdict(list)
        for row in rows:
            if not row.problems and not row.is_total:
                periods[plain(row.values["name"])].append(row)
        for name, group in periods.items():
            partner = self.by_name.get(name)
            spans = {held.starts_on: held.span for held in partner.memberships} if partner else {}
            spans |= {
                row.values["starts_on"]: Span(row.values["starts_on"], row.values.get("ends_on")) for row in group
            }
            for row in group:
                if row.outcome is not Outcome.UNCHANGED:
                    self.obey(row, "starts_on", rules.check_membership_periods, list(spans.values()))

    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        known = dict(self.by_name)
        ordered = sorted(rows, key=lambda row: (row.draft.get("membership") is None, row.values["starts_on"]))
        for at, row in enumerate((row for row in ordered if row.outcome is not Outcome.UNCHANGED), start=1):
            name = plain(row.values["name"])
            if name in known:
                self._save_period(row, known[name])
            else:
                known[name] = self._invite(row)
            self._save_contacts(row, known[name])
            yield at

    def _hold_against(self, row: CheckedRow, partner: Partner) -> None:
        held = next((one for one in partner.memberships if one.starts_on == row.values["starts_on"]), None)
        row.record = partner
        row.draft["membership"] = held
        template = held or (partner.memberships[0] if partner.memberships else None)
        if template is None:
            return
        passed = ("name", *(() if row.values.get("contacts") else ("contacts",)))
        said = dict(row.values)
        self.compare(row, row_of(partner, template), passed=passed)
        if held is None:
            row.outcome = Outcome.NEW
            row.values |= {key: said.get(key) for key in OF_PERIOD}

    def _hold_against_others(self, row: CheckedRow) -> None:
        name = plain(row.values["name"])
        key = (name, row.values["starts_on"])
        if key in self.seen:
            self.refuse(row, "starts_on", double_of(self.seen[key]))
        self.seen.setdefault(key, row.number)
        first = self.first.setdefault(name, row)
        for column in OF_PARTNER:
            if column in self.columns.letters and same(first.values.get(column)) != same(row.values.get(column)):
                self.refuse(
                    row,
                    column,
                    say(
                        "Rij %(row)s zegt hier iets anders over dezelfde partner. Schrijf overal hetzelfde.",
                        row=first.number,
                    ),
                )

    def _check_contacts(self, row: CheckedRow) -> None:
        for name, _function, email, _phone in contact_lines(row.values.get("contacts")):
            if not name or (email and not _EMAIL.fullmatch(email)):
                self.refuse(
                    row,
                    "contacts",
                    say("Schrijf elke contactpersoon op een regel: naam | functie | e-mail | telefoon."),
                )
                return

    def _values_of_partner(self, row: CheckedRow) -> dict[str, Any]:
        said = row.values
        return {
            "name": said["name"],
            "kind": PartnerKind(said["kind"]),
            "purposes": said.get("purposes") or (),
            "enterprise_number": said.get("enterprise_number") or "",
            "website": said.get("website") or "",
            "note": said.get("note") or "",
        }

    def _invite(self, row: CheckedRow) -> Partner:
        return operations.invite_partner(self.place.network, **self._values_of_partner(row), **_period(row))

    def _save_period(self, row: CheckedRow, partner: Partner) -> None:
        if set(row.changed) & set(OF_PARTNER):
            operations.edit_partner(partner, **{**self._values_of_partner(row), "name": partner.name})
        held: Membership | None = row.draft.get("membership")
        if held is None:
            operations.start_membership(partner, **_period(row))
        elif set(row.changed) & set(OF_PERIOD):
            operations.edit_membership(held, **_period(row))

    def _save_contacts(self, row: CheckedRow, partner: Partner) -> None:
        """Who is named anew comes in, who is no longer named ends today; an empty cell leaves all as it is."""
        lines = contact_lines(row.values.get("contacts"))
        held = {plain(one.person.name): one for one in partner.contacts if not one.ends_on}
        for name, function, email, phone in lines:
            contact = held.pop(plain(name), None)
            if contact is None:
                operations.add_contact(partner, name=name, function=function, email=email, phone=phone)
            elif (contact.function, contact.person.email, contact.person.phone) != (function, email.lower(), phone):
                operations.edit_contact(
                    contact, name=contact.person.name, function=function, email=email, phone=phone, ends_on=None
                )
        for contact in held.values() if lines else ():
            person = contact.person
            operations.edit_contact(
                contact,
                name=person.name,
                function=contact.function,
                email=person.email,
                phone=person.phone,
                ends_on=self.place.today,
            )


def contact_lines(text: str | None) -> list[tuple[str, str, str, str]]:
    """Name, function, mail and telephone of each person in a cell."""
    lines = []
    for line in (text or "").splitlines():
        if line.strip():
            parts = [part.strip() for part in line.split("|")][:4]
            name, function, email, phone = (*parts, "", "", "")[:4]
            lines.append((name[:150], function[:150], email[:254], phone[:40]))
    return lines


def _period(row: CheckedRow) -> dict[str, Any]:
    said = row.values
    return {"role": PartnerRole(said["role"]), "starts_on": said["starts_on"], "ends_on": said.get("ends_on")}
