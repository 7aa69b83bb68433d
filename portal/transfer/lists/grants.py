"""What streams give in a year as a spreadsheet: one row for each stream and legal person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from portal.foundation.wording import say
from portal.funding import operations, queries
from portal.funding.models import Grant
from portal.funding.regimes import streams_of_year
from portal.funding.regimes.streams import OLD_EVENTS
from portal.funding.types import OWNER_LABELS, Owner
from portal.transfer.lists.columns import ORIGIN, STREAM_CHOICES, codes, with_origin
from portal.transfer.lists.listing import (
    CheckedRow,
    FoundColumns,
    Intake,
    Listing,
    Outcome,
    Place,
    double_of,
    is_shifted,
)
from portal.transfer.types import ColumnKind, ColumnSpec, ReadRow, SheetSpec

TITLE = say("Toegekend geld")
ORDER = {code: at for at, code in enumerate(STREAM_CHOICES)}
COLUMNS = (
    ColumnSpec("stream", say("Bron"), ColumnKind.CHOICE, required=True, choices=STREAM_CHOICES),
    ColumnSpec("owner", say("Van wie"), ColumnKind.CHOICE, required=True, choices=codes(OWNER_LABELS)),
    ColumnSpec("amount_cents", say("Bedrag"), ColumnKind.MONEY, required=True),
    ColumnSpec(
        "pooled_cents",
        say("Toelagen van alle OCMW's samen"),
        ColumnKind.MONEY,
        hint=say("Alleen voor 2017, als OCMW's samenwerken voor personeel."),
    ),
    ColumnSpec("reference", say("Kenmerk"), max_length=100),
    ColumnSpec("decided_on", say("Beslist op"), ColumnKind.DATE),
    ColumnSpec("note", say("Nota"), max_length=5000),
)


def reading(place: Place) -> SheetSpec:
    return SheetSpec("grants", TITLE, (*COLUMNS, ORIGIN))


def template(place: Place) -> SheetSpec:
    here = {stream.code: stream.label for stream in streams_of_year(place.year, place.overrides)}
    stream = ColumnSpec("stream", say("Bron"), ColumnKind.CHOICE, required=True, choices=here)
    together = () if OLD_EVENTS in here else ("pooled_cents",)  # only the old federal years know it
    return SheetSpec("grants", TITLE, (stream, *(column for column in COLUMNS[1:] if column.key not in together)))


def export(place: Place, rows: Sequence[Mapping[str, Any]]) -> SheetSpec:
    return SheetSpec("grants", TITLE, with_origin(COLUMNS, rows))


def rows(place: Place) -> list[dict[str, Any]]:
    """In the order of the screen: by stream."""
    held = queries.list_grants(place.network.id, place.year)
    return [row_of(grant) for grant in sorted(held, key=lambda one: (ORDER.get(one.stream, len(ORDER)), one.id))]


def examples(place: Place) -> list[dict[str, Any]]:
    return [
        {
            "stream": "drawing-right",
            "owner": "municipality",
            "amount_cents": 600_000,
            "decided_on": date(place.year, 1, 15),
        }
    ]


def row_of(grant: Grant) -> dict[str, Any]:
    return {
        "stream": grant.stream,
        "owner": grant.owner.value,
        "amount_cents": grant.amount_cents,
        "pooled_cents": grant.pooled_cents,
        "reference": grant.reference,
        "decided_on": grant.decided_on,
        "note": grant.note,
        "origin": grant.origin,
    }


class GrantIntake(Intake):
    """A stream gives once to a legal person, so those two tell which amount a row is about."""

    def __init__(self, place: Place, columns: FoundColumns) -> None:
        super().__init__(place, columns)
        self.overrides = place.overrides
        held = queries.list_grants(place.network.id, place.year)
        self.held = {(grant.stream, grant.owner.value): grant for grant in held}
        self.seen: dict[Any, int] = {}

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        key = (found.values.get("stream"), found.values.get("owner"))
        if row.is_total or is_shifted(found) or not self.reads(found, "stream"):
            return found
        if not self.reads(found, "owner"):
            self.obey(found, "stream", operations.check_stream, key[0], self.place.year, self.overrides)
            return found
        if key in self.seen:
            self.refuse(found, "stream", double_of(self.seen[key]))
        self.seen.setdefault(key, row.number)
        found.record = self.held.get(key)  # type: ignore[arg-type]
        if found.record is not None:
            self.compare(found, row_of(found.record))
        if found.outcome is not Outcome.UNCHANGED or found.problems:
            self.obey(found, "stream", operations.check_stream, key[0], self.place.year, self.overrides)
        return found

    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        for at, row in enumerate((row for row in rows if row.outcome is not Outcome.UNCHANGED), start=1):
            said = row.values
            operations.award_grant(
                self.place.network,
                year=self.place.year,
                stream=said["stream"],
                owner=Owner(said["owner"]),
                amount_cents=said["amount_cents"],
                grant=row.record,
                pooled_cents=said.get("pooled_cents"),
                reference=said.get("reference") or "",
                decided_on=said.get("decided_on"),
                note=said.get("note") or "",
                origin=said.get("origin") or "",
            )
            yield at


GRANTS = Listing("grants", TITLE, True, reading, template, export, rows, examples, GrantIntake)
