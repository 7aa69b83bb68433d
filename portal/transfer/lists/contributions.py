"""What partners gave in a year as a spreadsheet: one contribution a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from portal.foundation.nameless import check_nameless
from portal.foundation.wording import say
from portal.network.models import Partner
from portal.plans import operations, queries, rules
from portal.plans.models import Action, Contribution
from portal.transfer import access, filters
from portal.transfer.lists.columns import ORIGIN, with_origin
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Listing, Outcome, Place, is_shifted, same
from portal.transfer.lists.naming import UNKNOWN_ACTION, UNKNOWN_PARTNER, Names
from portal.transfer.lists.sending import send_all
from portal.transfer.queries import list_actions_by_id, list_partners_by_name
from portal.transfer.types import ColumnKind, ColumnSpec, ReadRow, SheetSpec

TITLE = say("Bijdragen")
MOST_CENTS = 2_000_000_000  # what the column of the table holds
MOST_HOURS = 10_000
TWICE = say("Deze rij staat twee keer in het bestand. Ze wordt twee keer bewaard.")
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


def reading(place: Place) -> SheetSpec:
    return SheetSpec("contributions", TITLE, (*COLUMNS, ORIGIN))


def template(place: Place) -> SheetSpec:
    return SheetSpec("contributions", TITLE, COLUMNS)


def export(place: Place, rows: Sequence[Mapping[str, Any]]) -> SheetSpec:
    """As on the screen: euros only for who sees money."""
    sees = access.can_export_amounts(place.actor)
    columns = [column for column in COLUMNS if sees or column.kind is not ColumnKind.MONEY]
    return SheetSpec("contributions", TITLE, with_origin(columns, rows))


def rows(place: Place) -> list[dict[str, Any]]:
    """As the screen shows them, newest first."""
    partner_id, action_id = filters.contribution_filter()
    held = queries.list_contributions(place.network.id, place.year, partner_id)
    actions = names_of_actions(place)
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
        "origin": one.origin,
    }


def names_of_actions(place: Place) -> Names[Action]:
    everything = list_actions_by_id(place.network.id)
    return Names((action.title, action) for action in everything if action.year == place.year)


class ContributionIntake(Intake):
    """A contribution has no name of its own: the second row that says the same is a second contribution."""

    def __init__(self, place: Place, columns: FoundColumns) -> None:
        super().__init__(place, columns)
        self.actions = names_of_actions(place)
        self.partners: Names[Partner] = Names((one.name, one) for one in list_partners_by_name(place.network.id))
        held = [row_of(one, self.actions) for one in queries.list_contributions(place.network.id, place.year)]
        self.unmatched = Counter(self._print(row) for row in held)
        self.days = {self._day(row) for row in held}
        self.seen: set[Any] = set()

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        if row.is_total or is_shifted(found):
            return found
        for key in ("hours", "goods_cents", "money_cents", "people_reached"):
            if key in found.values:
                found.values[key] = found.values[key] or None
        mark = self._print(found.values)
        if self.unmatched[mark] and not found.problems:
            self.unmatched[mark] -= 1
            found.outcome = Outcome.UNCHANGED
            return found
        self._resolve(found)
        if mark in self.seen:
            found.remarks.append(TWICE)
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
        drawn = (operations.draw_up_contribution(today=self.place.today, **row.draft) for row in fresh)
        return send_all(drawn, self.heard)

    def _print(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(same(values.get(key)) for key in self.columns.letters)

    def _day(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(same(values.get(key)) for key in ("on", "partner", "action"))

    def _resolve(self, row: CheckedRow) -> None:
        said = row.values
        partner, action = self._named(row)
        for key in ("goods_cents", "money_cents"):
            if (said.get(key) or 0) > MOST_CENTS:
                self.refuse(row, key, say("Dit bedrag is te groot."))
        if (said.get("hours") or 0) > MOST_HOURS:
            self.refuse(row, "hours", say("Dit getal is te groot."))
        figures = {
            "minutes": round((said.get("hours") or Decimal(0)) * 60),
            "goods_cents": said.get("goods_cents"),
            "money_cents": said.get("money_cents"),
        }
        self._check_given(row, figures)
        self.obey(row, "note", check_nameless, said.get("note") or "", "note")
        row.draft = {
            "action": action,
            "partner": partner,
            "on": said["on"],
            **figures,
            "people_reached": said.get("people_reached"),
            "note": said.get("note") or "",
            "origin": said.get("origin") or "",
        }

    def _named(self, row: CheckedRow) -> tuple[Partner | None, Action | None]:
        partner = self.named(row, "partner", self.partners, UNKNOWN_PARTNER)
        return partner, self.named(row, "action", self.actions, UNKNOWN_ACTION)

    def _check_given(self, row: CheckedRow, figures: Mapping[str, int | None]) -> None:
        """Something was given, on a day of the year that has passed; each told apart from the other."""
        on, today, people = row.values["on"], self.place.today, row.values.get("people_reached")
        if self.reads(row, "hours", "goods_cents", "money_cents", "people_reached"):
            self.obey(row, "people_reached", rules.check_contribution, **figures, people=people, on=today, today=today)
        if not self.reads(row, "on"):
            return
        if on.year != self.place.year:
            self.refuse(row, "on", say("Deze actie is van %(year)s. Kies een dag in dat jaar.", year=self.place.year))
        nothing = dict.fromkeys(figures)
        self.obey(row, "on", rules.check_contribution, **nothing, people=1, on=on, today=today)


CONTRIBUTIONS = Listing("contributions", TITLE, True, reading, template, export, rows, examples, ContributionIntake)
