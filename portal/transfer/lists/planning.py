"""Saves many actions at once: plans, objectives, carriers and budgets, worked out before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from portal.extensions import db
from portal.funding.budgeting import draft_budget
from portal.funding.models import BudgetLine
from portal.plans.drafting import amend_action, draft_action, draft_objective, draft_plan
from portal.plans.models import Action, Carrier, Objective, Plan
from portal.plans.signals import action_moved
from portal.plans.types import ActionStatus, ObjectiveKind
from portal.transfer.lists.actions import Shelf
from portal.transfer.lists.listing import CheckedRow, Place
from portal.transfer.lists.naming import plain
from portal.transfer.lists.sending import AT_ONCE, Sending
from portal.transfer.queries import list_actions_with

Title = tuple[str, int]  # in plain letters, and the first, second or later action of that title


def title_of(row: CheckedRow) -> Title:
    return plain(row.values.get("title") or ""), row.values.get("ordinal") or 1


class Looked(Protocol):
    """What was found out while the rows were checked."""

    place: Place
    shelf: Shelf
    plans: dict[str, Plan]
    default_plan: Plan | None
    objectives: dict[tuple[int, str], Objective]
    heard: Callable[[int], None]

    def found_plan(self, row: CheckedRow) -> Plan | None: ...

    def finds(self, name: str) -> Action | None: ...

    def keeps_objective(self, row: CheckedRow) -> bool: ...


class Planning:
    """What the rows do to the plans of a year; links to what is new itself are laid when all of it exists."""

    def __init__(self, looked: Looked) -> None:
        self.looked = looked
        self.sending = Sending(looked.heard)
        self.sending.order(Plan, Objective, Action, Carrier, BudgetLine)
        self.fresh: dict[str, Action] = {}
        self.fresh_plans: dict[str, Plan] = {}
        self.fresh_objectives: dict[tuple[int, str], Objective] = {}
        self.late: list[tuple[Action, str, Callable[[], int]]] = []
        self.moved: list[tuple[Action, ActionStatus]] = []  # with the status that each had

    def take(self, row: CheckedRow) -> None:
        """One row: a new action, or what changes of one."""
        action = self._added(row) if row.record is None else self._amended(row)
        held: Mapping[str, BudgetLine] = self.looked.shelf.budgets.get(action.id, {}) if action.id else {}
        self.sending.add(*draft_budget(action, planned=row.draft["planned"], held=held))
        self.sending.count()

    def send(self) -> Iterator[int]:
        steps = self.sending.send()
        return self._write(steps)

    def _write(self, steps: Iterator[int]) -> Iterator[int]:
        done = 0
        for done in steps:
            yield done
        for first in range(0, len(self.late), AT_ONCE):
            part = self.late[first : first + AT_ONCE]
            held = {action.id: action for action in list_actions_with({action.id for action, *_rest in part})}
            for action, name, key_of in part:
                setattr(held[action.id], name, key_of())
            db.session.flush()
            yield done
        for first in range(0, len(self.moved), AT_ONCE):
            formers = {action.id: former for action, former in self.moved[first : first + AT_ONCE]}
            for action in list_actions_with(formers):
                action_moved.send(action, former=formers[action.id])
            yield done

    def _added(self, row: CheckedRow) -> Action:
        plan, objective = self._plan(row), self._objective(row)
        known: dict[str, Any] = {}
        if objective is not None:
            known = {"objective_id": objective.id} if objective.id else {"objective": objective}
        target = self._target(row)
        action = draft_action(
            plan,
            shares=row.draft["shares"],
            status=row.draft["status"],
            steps_in_for_id=target.id if target else None,
            **row.draft["values"],
            **known,
        )
        row.record = action
        self.fresh.setdefault(plain(action.title), action)
        self.sending.add(action, *action.carriers)
        self._link_late(row, action)
        return action

    def _amended(self, row: CheckedRow) -> Action:
        action: Action = row.record
        objective = None if self.looked.keeps_objective(row) else self._objective(row)
        values = dict(row.draft["values"])
        if not self.looked.keeps_objective(row):
            values["objective_id"] = objective.id if objective else None
            if objective is not None and not objective.id:
                self.late.append((action, "objective_id", lambda: objective.id))
        if "steps_in_for" in row.changed:
            target = self._target(row)
            values["steps_in_for_id"] = target.id if target else None
            self._link_late(row, action)
        if row.draft["status"] is not action.status:
            self.moved.append((action, action.status))
        amend_action(action, shares=row.draft["shares"], status=row.draft["status"], **values)
        return action

    def _target(self, row: CheckedRow) -> Action | None:
        other = row.values.get("steps_in_for")
        return self.looked.finds(other) if other else None

    def _link_late(self, row: CheckedRow, action: Action) -> None:
        """What it steps in for may be new as well, and stand further on in the file."""
        other = row.values.get("steps_in_for")
        if other and self._target(row) is None:
            self.late.append((action, "steps_in_for_id", lambda: self.fresh[plain(other)].id))

    def _plan(self, row: CheckedRow) -> Plan:
        plan = self.looked.found_plan(row)
        if plan is not None:
            return plan
        year = self.looked.place.year
        title = row.values.get("plan") or f"Actieplan {year}"
        default = None if row.values.get("plan") else next(iter(self.fresh_plans.values()), None)
        plan = default or self.fresh_plans.get(plain(title))
        if plan is None:
            plan = draft_plan(self.looked.place.network.id, title=title, first_year=year, last_year=year)
            self.fresh_plans[plain(title)] = plan
            self.sending.add(plan)
        return plan

    def _objective(self, row: CheckedRow) -> Objective | None:
        title = row.values.get("objective")
        if not title:
            return None
        plan = self._plan(row)
        held = self.looked.objectives.get((plan.id, plain(title))) if plan.id else None
        key = (id(plan), plain(title))
        if held is None and key not in self.fresh_objectives:
            before = len(plan.objectives) + sum(1 for one, _title in self.fresh_objectives if plan.id and one == key[0])
            fresh = draft_objective(plan, kind=ObjectiveKind.OPERATIONAL, title=title, position=before + 1)
            self.fresh_objectives[key] = fresh
            self.sending.add(fresh)
        return held or self.fresh_objectives[key]
