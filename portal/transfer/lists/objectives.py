"""The plans of a network with their objectives as a spreadsheet: one objective a row, and one for a plan without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from portal.foundation.wording import say
from portal.plans.models import Objective, Plan
from portal.plans.types import OBJECTIVE_KIND_LABELS
from portal.transfer.lists.columns import ORIGIN, codes, with_origin
from portal.transfer.lists.listing import Place
from portal.transfer.lists.naming import plain
from portal.transfer.queries import list_plans_with_objectives
from portal.transfer.types import ColumnKind, ColumnSpec, SheetSpec

TITLE = say("Doelstellingen")
PlanKey = tuple[str, int, int]
COLUMNS = (
    ColumnSpec("plan", say("Plan"), required=True, max_length=200),
    ColumnSpec("first_year", say("Eerste jaar"), ColumnKind.INTEGER, required=True),
    ColumnSpec("last_year", say("Laatste jaar"), ColumnKind.INTEGER, required=True),
    ColumnSpec(
        "period_plan",
        say("Plan van de periode"),
        max_length=200,
        hint=say("De titel van het plan over meer jaren waar dit plan bij hoort."),
    ),
    ColumnSpec("kind", say("Soort"), ColumnKind.CHOICE, choices=codes(OBJECTIVE_KIND_LABELS)),
    ColumnSpec("title", say("Doelstelling"), max_length=300),
    ColumnSpec("parent", say("Hoort bij"), max_length=300, hint=say("De titel van een andere doelstelling.")),
    ColumnSpec("is_dropped", say("Geschrapt"), ColumnKind.BOOLEAN),
)


def reading(place: Place) -> SheetSpec:
    return SheetSpec("objectives", TITLE, (*COLUMNS, ORIGIN))


def template(place: Place) -> SheetSpec:
    return SheetSpec("objectives", TITLE, COLUMNS)


def export(place: Place, rows: Sequence[Mapping[str, Any]]) -> SheetSpec:
    return SheetSpec("objectives", TITLE, with_origin(COLUMNS, rows))


def rows(place: Place) -> list[dict[str, Any]]:
    """In the order of the page of plans, and within a plan in the order of the plan."""
    plans = list_plans_with_objectives(place.network.id)
    return [row for plan in plans for row in rows_of(plan)]


def examples(place: Place) -> list[dict[str, Any]]:
    return [
        {
            "plan": f"Actieplan {place.today.year}",
            "first_year": place.today.year,
            "last_year": place.today.year,
            "kind": "operational",
            "title": "Meer gezinnen vinden de weg naar de sportclub",
        }
    ]


def rows_of(plan: Plan) -> Iterator[dict[str, Any]]:
    if not plan.objectives:
        yield row_of_plan(plan)
    for one in plan.objectives:
        yield row_of(plan, one)


def row_of_plan(plan: Plan) -> dict[str, Any]:
    return {
        "plan": plan.title,
        "first_year": plan.first_year,
        "last_year": plan.last_year,
        "period_plan": plan.period_plan.title if plan.period_plan else None,
        "origin": plan.origin,
    }


def row_of(plan: Plan, one: Objective) -> dict[str, Any]:
    return row_of_plan(plan) | {
        "kind": one.kind.value,
        "title": one.title,
        "parent": one.parent.title if one.parent else None,
        "is_dropped": one.is_dropped or None,
    }


def plan_key(row: Mapping[str, Any]) -> PlanKey:
    return plain(row["plan"]), row["first_year"], row["last_year"]
