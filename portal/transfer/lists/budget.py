"""What each stream is planned to pay in a year as a spreadsheet: one action and one stream a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from portal.foundation.wording import say
from portal.funding.budgeting import draft_budget
from portal.funding.models import BudgetLine
from portal.funding.operations import check_stream
from portal.funding.queries import list_budget_lines
from portal.funding.regimes import streams_of_year
from portal.plans.models import Action
from portal.transfer.lists.columns import STREAM_CHOICES
from portal.transfer.lists.expenses import names_of_actions
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
from portal.transfer.lists.naming import UNKNOWN_ACTION, Names
from portal.transfer.lists.sending import Sending
from portal.transfer.types import ColumnKind, ColumnSpec, ReadRow, SheetSpec

TITLE = say("Begroting")
ORDER = {code: at for at, code in enumerate(STREAM_CHOICES)}


def _columns(streams: Mapping[str, Any]) -> tuple[ColumnSpec, ...]:
    return (
        ColumnSpec(
            "action", say("Actie"), required=True, max_length=300, hint=say("De titel van een actie van dit jaar.")
        ),
        ColumnSpec("stream", say("Bron"), ColumnKind.CHOICE, required=True, choices=streams),
        ColumnSpec(
            "planned_cents",
            say("Gepland bedrag"),
            ColumnKind.MONEY,
            required=True,
            hint=say("Schrijf 0 als deze bron niets meer betaalt."),
            aliases=("Gepland", "Bedrag"),
        ),
    )


def reading(place: Place) -> SheetSpec:
    return SheetSpec("budget", TITLE, _columns(STREAM_CHOICES))


def template(place: Place) -> SheetSpec:
    here = {stream.code: stream.label for stream in streams_of_year(place.year, place.overrides)}
    return SheetSpec("budget", TITLE, _columns(here))


def export(place: Place, rows: Sequence[Mapping[str, Any]]) -> SheetSpec:
    return reading(place)


def rows(place: Place) -> list[dict[str, Any]]:
    """Action by action, and within an action in the order of the streams."""
    actions = names_of_actions(place)
    lines = list_budget_lines(place.network.id, place.year)
    ordered = sorted(lines, key=lambda line: (line.action_id, ORDER.get(line.stream, len(ORDER))))
    return [row_of(line, actions) for line in ordered]


def examples(place: Place) -> list[dict[str, Any]]:
    return [{"action": "Samen zwemmen", "stream": "drawing-right", "planned_cents": 150_000}]


def row_of(line: BudgetLine, actions: Names[Action]) -> dict[str, Any]:
    return {
        "action": actions.name_of_id(line.action_id),
        "stream": line.stream,
        "planned_cents": line.planned_cents,
    }


class BudgetIntake(Intake):
    """A stream pays once for an action, so those two tell which amount a row is about."""

    def __init__(self, place: Place, columns: FoundColumns) -> None:
        super().__init__(place, columns)
        self.overrides = place.overrides
        self.actions = names_of_actions(place)
        self.held = {(one.action_id, one.stream): one for one in list_budget_lines(place.network.id, place.year)}
        self.seen: dict[Any, int] = {}

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        if row.is_total or is_shifted(found):
            return found
        said = found.values
        action = self.named(found, "action", self.actions, UNKNOWN_ACTION)
        if action is not None and self.reads(found, "stream"):
            self._hold_against(found, action)
        if said["planned_cents"] and self.reads(found, "stream") and found.outcome is not Outcome.UNCHANGED:
            self.obey(found, "stream", check_stream, said["stream"], self.place.year, self.overrides)
        found.draft = {"action": action}
        return found

    def _hold_against(self, row: CheckedRow, action: Action) -> None:
        key = (action.id, row.values["stream"])
        if key in self.seen:
            self.refuse(row, "stream", double_of(self.seen[key]))
        self.seen.setdefault(key, row.number)
        row.record = self.held.get(key)
        if row.record is not None:
            self.compare(row, row_of(row.record, self.actions), passed=("action", "stream"))
        elif row.values["planned_cents"] == 0:
            row.outcome = Outcome.UNCHANGED  # nothing was planned, and nothing is

    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        sending = Sending(self.heard)
        for row in rows:
            if row.outcome is not Outcome.UNCHANGED:
                stream, held = row.values["stream"], row.record
                planned = {stream: row.values["planned_cents"]}
                sending.add(*draft_budget(row.draft["action"], planned=planned, held={stream: held} if held else {}))
            sending.count()
        return sending.send()


BUDGET = Listing("budget", TITLE, True, reading, template, export, rows, examples, BudgetIntake)
