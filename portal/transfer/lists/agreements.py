"""The agreements with partners as a spreadsheet: one agreement a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.network.drafting import amend_agreement, draft_agreement
from portal.network.models import Agreement, Partner
from portal.network.queries import list_agreements
from portal.network.rules import check_agreement_justification
from portal.transfer import access
from portal.transfer.lists.columns import ORIGIN, with_origin
from portal.transfer.lists.contributions import TWICE
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Listing, Outcome, Place, is_shifted
from portal.transfer.lists.matching import Matching
from portal.transfer.lists.naming import UNKNOWN_PARTNER, Names, plain
from portal.transfer.lists.sending import Sending
from portal.transfer.queries import list_partners_by_name
from portal.transfer.types import ColumnKind, ColumnSpec, ReadRow, SheetSpec

TITLE = say("Overeenkomsten")
TEXTS = ("reference", "services", "form", "target_group", "justification_checked_by", "origin")
CONTROL = ("justification_received_on", "justification_checked_on")
DAYS = ("ends_on", "signed_on", "partner_signed_on", "committed_on", *CONTROL)
AMOUNTS = ("amount_cents", "general_costs_cents", "justified_cents")
TERMS = ("committed_on", "services", "form", "target_group", "is_lump_sum", *CONTROL, "justification_checked_by")
COLUMNS = (
    ColumnSpec("partner", say("Partner"), required=True, max_length=150),
    ColumnSpec("title", say("Waarover gaat het?"), required=True, max_length=200, aliases=("Titel",)),
    ColumnSpec("reference", say("Kenmerk"), max_length=100),
    ColumnSpec("starts_on", say("Vanaf"), ColumnKind.DATE, required=True),
    ColumnSpec("ends_on", say("Tot en met"), ColumnKind.DATE),
    ColumnSpec("signed_on", say("Ondertekend door ons op"), ColumnKind.DATE),
    ColumnSpec("partner_signed_on", say("Ondertekend door de partner op"), ColumnKind.DATE),
    ColumnSpec("committed_on", say("Vastgelegd in de boekhouding op"), ColumnKind.DATE),
    ColumnSpec("services", say("Wat doet de partner?"), max_length=5000),
    ColumnSpec("form", say("Wanneer en in welke vorm?"), max_length=5000),
    ColumnSpec("target_group", say("Voor wie?"), max_length=2000),
    ColumnSpec("amount_cents", say("Wat staat er in geld tegenover?"), ColumnKind.MONEY, aliases=("Bedrag",)),
    ColumnSpec("is_lump_sum", say("Vast bedrag"), ColumnKind.BOOLEAN),
    ColumnSpec("general_costs_cents", say("Algemene kosten"), ColumnKind.MONEY),
    ColumnSpec("justification_received_on", say("Verantwoording ontvangen op"), ColumnKind.DATE),
    ColumnSpec("justified_cents", say("Verantwoord door de partner"), ColumnKind.MONEY),
    ColumnSpec("justification_checked_on", say("Verantwoording nagekeken op"), ColumnKind.DATE),
    ColumnSpec("justification_checked_by", say("Nagekeken door"), max_length=150),
)
SIGNED_BY_BOTH = ColumnSpec(
    "signed_both_on",
    say("Ondertekend door beide op"),
    ColumnKind.DATE,
    aliases=("Ondertekend op",),
    hint=say("Alleen als beide partijen op dezelfde dag tekenden."),
)


def reading(place: Place) -> SheetSpec:
    return SheetSpec("agreements", TITLE, (*COLUMNS, SIGNED_BY_BOTH, ORIGIN))


def template(place: Place) -> SheetSpec:
    return SheetSpec("agreements", TITLE, COLUMNS)


def export(place: Place, rows: Sequence[Mapping[str, Any]]) -> SheetSpec:
    """What the page of a partner shows this reader."""
    hidden = set() if access.can_export_terms(place.actor) else set(TERMS)
    hidden |= set() if access.can_export_amounts(place.actor) else set(AMOUNTS)
    return SheetSpec("agreements", TITLE, with_origin((one for one in COLUMNS if one.key not in hidden), rows))


def rows(place: Place) -> list[dict[str, Any]]:
    """In the order in which they begin."""
    return [row_of(one) for one in list_agreements(place.network.id)]


def examples(place: Place) -> list[dict[str, Any]]:
    return [
        {
            "partner": "Sportdienst",
            "title": "Zwemlessen in kleine groepen",
            "starts_on": date(place.today.year, 1, 1),
            "services": "Elke woensdag een lesgever.",
            "target_group": "Gezinnen met een kansenpas",
            "amount_cents": 120_000,
        }
    ]


def row_of(one: Agreement) -> dict[str, Any]:
    return {
        "partner": one.partner.name,
        **{column.key: getattr(one, column.key) for column in COLUMNS[1:]},
        "origin": one.origin,
    }


class AgreementIntake(Intake):
    """An agreement is known by its partner, what it is about, and the day on which it begins."""

    def __init__(self, place: Place, columns: FoundColumns) -> None:
        super().__init__(place, columns)
        self.partners: Names[Partner] = Names((one.name, one) for one in list_partners_by_name(place.network.id))
        held = [(row_of(one), one) for one in list_agreements(place.network.id)]
        self.held = Matching((_key(row), one) for row, one in held)

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        if row.is_total or is_shifted(found):
            return found
        said = found.values
        _spread_signature(found)
        partner = self.named(found, "partner", self.partners, UNKNOWN_PARTNER)
        if self.reads(found, "starts_on", "ends_on") and said.get("ends_on") and said["ends_on"] < said["starts_on"]:
            self.refuse(found, "ends_on", say("De einddatum ligt voor de begindatum."))
        if self.reads(found, *CHECKED_TOGETHER):
            self._obey_rules(found)
        if self.reads(found, "partner", "title", "starts_on"):
            key = _key(said)
            found.record = self.held.take(key)
            if self.held.is_again(key):
                found.remarks.append(TWICE)
            if found.record is not None:
                self.compare(found, row_of(found.record), passed=("partner", "title", "starts_on"))
        found.draft = {"partner": partner}
        return found

    def _obey_rules(self, row: CheckedRow) -> None:
        """The sentence stands beside the cell that it is about, as in the form."""
        try:
            check_agreement_justification(row.values)
        except RuleBroken as broken:
            self.refuse(row, broken.field or "title", broken.message)

    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        sending = Sending(self.heard)
        for row in rows:
            if row.outcome is Outcome.NEW:
                sending.add(draft_agreement(row.draft["partner"], **_values(row)))
            elif row.outcome is Outcome.CHANGED:
                amend_agreement(row.record, **(_values(row) | {"title": row.record.title}))
            sending.count()
        return sending.send()


CHECKED_TOGETHER = (*CONTROL, "justification_checked_by", "amount_cents", "general_costs_cents")


def _spread_signature(row: CheckedRow) -> None:
    """One day for both signatures, as older lists have it, is the day of each that has none of its own."""
    both = row.values.pop("signed_both_on", None)
    if both is not None:
        row.values["signed_on"] = row.values.get("signed_on") or both
        row.values["partner_signed_on"] = row.values.get("partner_signed_on") or both


def _key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return plain(row["partner"]), plain(row["title"]), row["starts_on"]


def _values(row: CheckedRow) -> dict[str, Any]:
    said = row.values
    return {
        "title": said["title"],
        "starts_on": said["starts_on"],
        "is_lump_sum": bool(said.get("is_lump_sum")),
        **{name: said.get(name) for name in AMOUNTS},
        **{name: said.get(name) for name in DAYS},
        **{name: said.get(name) or "" for name in TEXTS},
    }


AGREEMENTS = Listing("agreements", TITLE, False, reading, template, export, rows, examples, AgreementIntake)
