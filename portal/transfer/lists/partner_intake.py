"""Partners out of a file: known by their name, each row a period in the network."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from portal.foundation.wording import say
from portal.foundation.years import Span
from portal.network import rules
from portal.network.models import Partner
from portal.network.queries import list_partners_with_people
from portal.transfer.lists.enrolment import OF_PARTNER, OF_PERIOD, Enrolment, contact_lines
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Outcome, Place, double_of, is_shifted, same
from portal.transfer.lists.naming import plain
from portal.transfer.lists.partners import row_of
from portal.transfer.types import ReadRow

_WEBSITE = re.compile(r"https?://[^\s/@]+\.[^\s@]+")
_EMAIL = re.compile(r"[^\s@|]+@[^\s@|]+\.[^\s@|]+")


class PartnerIntake(Intake):
    def __init__(self, place: Place, columns: FoundColumns) -> None:
        super().__init__(place, columns)
        self.held = list_partners_with_people(place.network.id)
        self.by_name = {plain(partner.name): partner for partner in self.held}
        self.spelled = {rules.name_key(partner.name): partner.name for partner in self.held}
        self.seen: dict[Any, int] = {}
        self.first: dict[str, CheckedRow] = {}

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        if row.is_total or is_shifted(found):
            return found
        said = found.values
        if said.get("enterprise_number"):
            number = self.obey(found, "enterprise_number", rules.check_enterprise_number, said["enterprise_number"])
            said["enterprise_number"] = number or said["enterprise_number"]
        if said.get("website") and not _WEBSITE.fullmatch(said["website"]):
            self.refuse(found, "website", say("Dit is geen adres van een website. Het begint met https://."))
        self._check_contacts(found)
        if not self.reads(found, "name", "starts_on"):
            return found
        self._hold_against_others(found)
        partner = self.by_name.get(plain(said["name"]))
        if partner is not None:
            self._hold_against(found, partner)
        else:
            self._check_name(found)
        return found

    def _check_name(self, row: CheckedRow) -> None:
        """Two spellings of one name are one partner, in the network and in the file."""
        name = row.values["name"]
        twin = self.spelled.setdefault(rules.name_key(name), name)
        if plain(twin) != plain(name):
            self.obey(row, "name", rules.check_partner_name, name, [twin])

    def check_together(self, rows: Sequence[CheckedRow]) -> None:
        """The periods of a partner, those it has and those of the file, share no day."""
        periods: dict[str, list[CheckedRow]] = defaultdict(list)
        for row in rows:
            if not row.is_total and self.reads(row, "name", "starts_on", "ends_on"):
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
        enrolment = Enrolment(self.place, self.by_name, self.heard)
        ordered = sorted(rows, key=lambda row: (row.draft.get("membership") is None, row.values["starts_on"]))
        for row in ordered:
            if row.outcome is not Outcome.UNCHANGED:
                enrolment.take(row)
        return enrolment.send()

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
            if column not in self.columns.letters or not (self.reads(row, column) and self.reads(first, column)):
                continue
            if same(first.values.get(column)) != same(row.values.get(column)):
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
