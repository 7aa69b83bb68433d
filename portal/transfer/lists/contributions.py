"""What partners gave in a year as a spreadsheet: one contribution a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from portal.extensions import db
from portal.foundation.wording import say
from portal.history.adding import Additions
from portal.network.models import Partner
from portal.plans import operations, queries, rules
from portal.plans.models import Action, Contribution
from portal.transfer import filters
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Listing, Outcome, Place, same
from portal.transfer.lists.naming import Names
from portal.transfer.queries import list_actions_by_id, list_partners_by_name
from portal.transfer.types import ColumnKind, ColumnSpec, ReadRow, SheetSpec

TITLE = say("Bijdragen")
MOST_CENTS = 2_000_000_000  # what the column of the table holds
MOST_HOURS = 10_000
SENT_AT_ONCE = 500
COLUMNS = (
    ColumnSpec("on", say("Datum"), ColumnKind.DATE, required=True),
    ColumnSpec("partner", say("Partner"), required=True, max_length=150),
    ColumnSpec("action", say("Actie"), required=True, max_length=300, hint=say("De titel van een actie van dit jaar.")),
    ColumnSpec("hours", say("Uren"), ColumnKind.NUMBER),
    ColumnSpec("goods_cents", say("Waarde van het materiaal"), ColumnKind.MONEY, aliases=("Materiaal",)),
    ColumnSpec("money_cents", say("Geld"), ColumnKind.MONEY),
    ColumnSpec("people_reached", say("Bereikte mensen"), ColumnKind.INTEGER),
    ColumnSpec("note", say("Nota"), max_length=5000),
)


def spec(place: Place, rows: Sequence[Mapping[str, Any]] = ()) -> SheetSpec:
    return SheetSpec("contributions", TITLE, COLUMNS)


def rows(place: Place) -> list[dict[str, Any]]:
    """As the screen shows them, newest first."""
    partner_id, action_id = filters.contribution_filter()
    held = queries.list_contributions(place.network.id, place.year, partner_id)
    actions = _actions(place)
    return [row_of(one, actions) for one in held if action_id is None or one.action_id == action_id]


def examples(place: Place) -> list[dict[str, Any]]:
    return [
        {
            "on": date(place.year, 3, 14),
            "partner": "Sportdienst",
            "action": "Samen zwemmen",
            "hours": Decimal("2.5"),
            "people_reached": 12,
        }
    ]


def row_of(one: Contribution, actions: Names[Action]) -> dict[str, Any]:
    return {
        "on": one.on,
        "partner": one.partner.name,
        "action": actions.name_of_id(one.action_id),
        "hours": (Decimal(one.minutes) / 60).quantize(Decimal("0.01")) if one.minutes else None,
        "goods_cents": one.goods_cents or None,
        "money_cents": one.money_cents or None,
        "people_reached": one.people_reached or None,
        "note": one.note,
    }


def _actions(place: Place) -> Names[Action]:
    everything = list_actions_by_id(place.network.id)
    return Names((action.title, action) for action in everything if action.year == place.year)


class ContributionIntake(Intake):
    """A contribution has no name of its own: the second row that says the same is a second contribution."""

    def __init__(self, place: Place, columns: FoundColumns) -> None:
        super().__init__(place, columns)
        self.actions = _actions(place)
        self.partners: Names[Partner] = Names((one.name, one) for one in list_partners_by_name(place.network.id))
        held = [row_of(one, self.actions) for one in queries.list_contributions(place.network.id, place.year)]
        self.unmatched = Counter(self._print(row) for row in held)
        self.days = {self._day(row) for row in held}
        self.seen: set[Any] = set()

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        if row.is_total or row.problems:
            return found
        for key in ("hours", "goods_cents", "money_cents", "people_reached"):
            if key in found.values:
                found.values[key] = found.values[key] or None
        mark = self._print(found.values)
        if self.unmatched[mark]:
            self.unmatched[mark] -= 1
            found.outcome = Outcome.UNCHANGED
            return found
        self._resolve(found)
        if mark in self.seen:
            found.remarks.append(say("Deze rij staat twee keer in het bestand. Ze wordt twee keer bewaard."))
        elif self._day(found.values) in self.days:
            found.remarks.append(
                say(
                    "Op deze dag staat er al een bijdrage van deze partner aan deze actie, met andere cijfers. "
                    "Deze rij komt erbij."
                )
            )
        self.seen.add(mark)
        return found

    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        fresh = [row for row in rows if row.outcome is Outcome.NEW]
        fresh.reverse()  # a list is newest first, so its last row is the oldest
        drawn = [operations.draw_up_contribution(today=self.place.today, **row.draft) for row in fresh]
        parts = [drawn[first : first + SENT_AT_ONCE] for first in range(0, len(drawn), SENT_AT_ONCE)]
        prepared = [Additions(db.session(), part) for part in parts]
        return self._send(prepared)

    def _send(self, prepared: Sequence[Additions]) -> Iterator[int]:
        for at, additions in enumerate(prepared, start=1):
            additions.send()
            yield at * SENT_AT_ONCE

    def _print(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(same(values.get(key)) for key in self.columns.letters)

    def _day(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(same(values.get(key)) for key in ("on", "partner", "action"))

    def _resolve(self, row: CheckedRow) -> None:
        said = row.values
        partner, action = self.partners.find(said["partner"]), self.actions.find(said["action"])
        if partner is None:
            self.refuse(
                row, "partner", say("De partner “%(name)s” kennen we niet. Kijk de naam na.", name=said["partner"])
            )
        if action is None:
            self.refuse(
                row,
                "action",
                say(
                    "De actie “%(name)s” bestaat niet in %(year)s. Kijk de titel na.",
                    name=said["action"],
                    year=self.place.year,
                ),
            )
        for key in ("goods_cents", "money_cents"):
            if (said.get(key) or 0) > MOST_CENTS:
                self.refuse(row, key, say("Dit bedrag is te groot."))
        if (said.get("hours") or 0) > MOST_HOURS:
            self.refuse(row, "hours", say("Dit getal is te groot."))
        if said["on"].year != self.place.year:
            self.refuse(row, "on", say("Deze actie is van %(year)s. Kies een dag in dat jaar.", year=self.place.year))
        minutes = round((said.get("hours") or Decimal(0)) * 60)
        figures = {
            "minutes": minutes,
            "goods_cents": said.get("goods_cents"),
            "money_cents": said.get("money_cents"),
        }
        people = said.get("people_reached")
        self.obey(
            row,
            "people_reached" if said["on"] <= self.place.today else "on",
            rules.check_contribution,
            **figures,
            people=people,
            on=said["on"],
            today=self.place.today,
        )
        row.draft = {
            "action": action,
            "partner": partner,
            "on": said["on"],
            **figures,
            "people_reached": people,
            "note": said.get("note") or "",
        }


CONTRIBUTIONS = Listing("contributions", TITLE, True, spec, spec, spec, rows, examples, ContributionIntake)
