"""The indicators of a year as a spreadsheet: what each action wants to reach, and what was measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from portal.foundation.wording import say
from portal.plans.drafting import amend_indicator, draft_indicator
from portal.plans.models import Action, Indicator
from portal.plans.types import TARGET_GROUP_LABELS, TargetGroup
from portal.transfer.lists.columns import codes
from portal.transfer.lists.contributions import TWICE
from portal.transfer.lists.expenses import names_of_actions
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Listing, Outcome, Place, is_shifted
from portal.transfer.lists.matching import Matching
from portal.transfer.lists.naming import UNKNOWN_ACTION, Names, plain
from portal.transfer.lists.sending import Sending
from portal.transfer.queries import list_indicators
from portal.transfer.types import ColumnKind, ColumnSpec, ReadRow, SheetSpec

TITLE = say("Indicatoren")
COLUMNS = (
    ColumnSpec("action", say("Actie"), required=True, max_length=300, hint=say("De titel van een actie van dit jaar.")),
    ColumnSpec("name", say("Wat tel je?"), required=True, max_length=200, aliases=("Naam", "Indicator")),
    ColumnSpec("unit", say("Eenheid"), max_length=60),
    ColumnSpec(
        "target_group",
        say("Doelgroep"),
        ColumnKind.CHOICE,
        choices=codes(TARGET_GROUP_LABELS),
        hint=say("Alleen als je een groep apart telt."),
    ),
    ColumnSpec("target", say("Doel"), ColumnKind.INTEGER),
    ColumnSpec("measured", say("Gemeten"), ColumnKind.INTEGER),
    ColumnSpec("measured_on", say("Gemeten op"), ColumnKind.DATE),
    ColumnSpec("is_dropped", say("Geschrapt"), ColumnKind.BOOLEAN),
)


def spec(place: Place, rows: Sequence[Mapping[str, Any]] = ()) -> SheetSpec:
    return SheetSpec("indicators", TITLE, COLUMNS)


def rows(place: Place) -> list[dict[str, Any]]:
    """Action by action, in the order in which they were made."""
    actions = names_of_actions(place)
    return [row_of(one, actions) for one in list_indicators(place.network.id, place.year)]


def examples(place: Place) -> list[dict[str, Any]]:
    return [
        {
            "action": "Samen zwemmen",
            "name": "Gezinnen die meezwemmen",
            "unit": "gezinnen",
            "target": 25,
            "measured": 18,
            "measured_on": date(place.year, 6, 30),
        }
    ]


def row_of(one: Indicator, actions: Names[Action]) -> dict[str, Any]:
    return {
        "action": actions.name_of_id(one.action_id),
        "name": one.name,
        "unit": one.unit,
        "target_group": one.target_group.value if one.target_group else None,
        "target": one.target,
        "measured": one.measured,
        "measured_on": one.measured_on,
        "is_dropped": one.is_dropped or None,
    }


class IndicatorIntake(Intake):
    """An indicator is known by its action, what it counts, and the group that is counted apart."""

    def __init__(self, place: Place, columns: FoundColumns) -> None:
        super().__init__(place, columns)
        self.actions = names_of_actions(place)
        held = list_indicators(place.network.id, place.year)
        self.held = Matching((_key(one.action_id, row_of(one, self.actions)), one) for one in held)

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        if row.is_total or is_shifted(found):
            return found
        said = found.values
        action = self.named(found, "action", self.actions, UNKNOWN_ACTION)
        if action is not None and self.reads(found, "name", "target_group"):
            key = _key(action.id, said)
            found.record = self.held.take(key)
            if self.held.is_again(key):
                found.remarks.append(TWICE)
            if found.record is not None:
                self.compare(found, row_of(found.record, self.actions), passed=("action", "name", "target_group"))
        found.draft = {"action": action}
        return found

    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        sending = Sending(self.heard)
        for row in rows:
            if row.outcome is Outcome.NEW:
                sending.add(draft_indicator(row.draft["action"], **_values(row)))
            elif row.outcome is Outcome.CHANGED:
                amend_indicator(row.record, **(_values(row) | {"name": row.record.name}))
            sending.count()
        return sending.send()


def _key(action_id: int, row: Mapping[str, Any]) -> tuple[Any, ...]:
    return action_id, plain(row["name"]), row.get("target_group")


def _values(row: CheckedRow) -> dict[str, Any]:
    said = row.values
    group = said.get("target_group")
    return {
        "name": said["name"],
        "unit": said.get("unit") or "",
        "target_group": TargetGroup(group) if group else None,
        "target": said.get("target"),
        "measured": said.get("measured"),
        "measured_on": said.get("measured_on"),
        "is_dropped": bool(said.get("is_dropped")),
    }


INDICATORS = Listing("indicators", TITLE, True, spec, spec, spec, rows, examples, IndicatorIntake)
