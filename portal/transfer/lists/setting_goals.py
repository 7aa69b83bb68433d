"""Saves plans and objectives: plans of periods first, and what stands above before what stands under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from portal.extensions import db
from portal.plans.drafting import check_parent, check_within, draft_objective, draft_plan
from portal.plans.models import Objective, Plan
from portal.plans.types import ObjectiveKind
from portal.transfer.lists.listing import CheckedRow, Place
from portal.transfer.lists.naming import plain
from portal.transfer.lists.objectives import PlanKey, plan_key
from portal.transfer.lists.sending import Sending

ObjectiveKey = tuple[PlanKey, str]


def objective_key(row: CheckedRow) -> ObjectiveKey:
    return plan_key(row.values), plain(row.values.get("title") or "")


def period_of(row: Mapping[str, Any], plans: Iterable[PlanKey]) -> PlanKey | None:
    """The plan over more years that a row names: it spans the years of the row."""
    title, first, last = row.get("period_plan"), row["first_year"], row["last_year"]
    spanning = [key for key in plans if key[0] == plain(title or "") and key[1] <= first <= last <= key[2]]
    return max((key for key in spanning if key != plan_key(row)), key=lambda key: key[2] - key[1], default=None)


def parent_keys(row: CheckedRow, plans: Iterable[PlanKey]) -> list[ObjectiveKey]:
    """Where the objective that a row stands under may be: in its own plan, or in the one of the period."""
    parent, period = plain(row.values.get("parent") or ""), period_of(row.values, plans)
    return [(key, parent) for key in (plan_key(row.values), period) if key is not None] if parent else []


def from_above(
    rows: Sequence[CheckedRow], held: Iterable[ObjectiveKey], plans: Iterable[PlanKey]
) -> tuple[list[CheckedRow], list[CheckedRow]]:
    """The rows as they stand, but each after the one that it stands under; and those that never come to stand."""
    known, plans, waiting, done = set(held), list(plans), list(rows), []
    while waiting:
        later = []
        for row in waiting:
            parents = parent_keys(row, plans)
            if parents and known.isdisjoint(parents):
                later.append(row)
            else:
                known.add(objective_key(row))
                done.append(row)
        if len(later) == len(waiting):
            break
        waiting = later
    return done, waiting


class GoalSetting:
    """What the rows do to plans and objectives."""

    def __init__(self, place: Place, held: Mapping[PlanKey, Plan], heard: Callable[[int], None]) -> None:
        self.place = place
        self.plans = dict(held)
        self.sending = Sending(heard)
        self.sending.order(Plan, Objective)
        self.objectives: dict[ObjectiveKey, Objective] = {}
        for key, plan in held.items():
            for one in plan.objectives:
                self.objectives.setdefault((key, plain(one.title)), one)
        self.positions = {key: len(plan.objectives) for key, plan in held.items()}
        self.late: list[tuple[Objective, Objective]] = []

    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        for row in sorted(rows, key=lambda row: row.values["first_year"] - row.values["last_year"]):
            self._settle_plan(row)
        self.sending.cut()
        ordered, _stuck = from_above(rows, self.objectives, self.plans)
        for row in ordered:
            if row.values.get("title"):
                self._settle_objective(row)
            self.sending.count()
        return self._write(self.sending.send())

    def _write(self, steps: Iterator[int]) -> Iterator[int]:
        yield from steps
        for objective, parent in self.late:
            objective.parent_id = parent.id
        db.session.flush()

    def _settle_plan(self, row: CheckedRow) -> None:
        said, key = row.values, plan_key(row.values)
        found = period_of(said, self.plans)
        period, plan = self.plans[found] if found else None, self.plans.get(key)
        if plan is None:
            if period is not None and not period.id:
                self.sending.cut()
            plan = self.plans[key] = draft_plan(
                self.place.network.id,
                title=said["plan"],
                first_year=said["first_year"],
                last_year=said["last_year"],
                period_plan=period,
                origin=said.get("origin") or "",
            )
            self.sending.add(plan)
        elif plan.id is not None and "origin" in row.changed:
            plan.origin = said.get("origin") or ""
        if plan.id is not None and "period_plan" in row.changed:
            check_within(period, plan.first_year, plan.last_year)
            plan.period_plan_id = period.id if period else None

    def _settle_objective(self, row: CheckedRow) -> None:
        said, key = row.values, plan_key(row.values)
        parent = next((self.objectives[one] for one in parent_keys(row, self.plans) if one in self.objectives), None)
        kind, is_dropped = ObjectiveKind(said["kind"]), bool(said.get("is_dropped"))
        if row.record is not None:
            self._amend(row.record, kind=kind, is_dropped=is_dropped, parent=parent)
            return
        if parent is not None and not parent.id:
            self.sending.cut()
        self.positions[key] = position = self.positions.get(key, 0) + 1
        fresh = draft_objective(self.plans[key], kind=kind, title=said["title"], parent=parent, position=position)
        fresh.is_dropped = is_dropped
        self.objectives.setdefault(objective_key(row), fresh)
        self.sending.add(fresh)

    def _amend(self, held: Objective, *, kind: ObjectiveKind, is_dropped: bool, parent: Objective | None) -> None:
        check_parent(held, parent)
        held.kind, held.is_dropped = kind, is_dropped
        if parent is not None and not parent.id:
            self.late.append((held, parent))
        else:
            held.parent_id = parent.id if parent else None
