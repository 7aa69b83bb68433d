"""Plans and objectives out of a file: a plan is known by its title and years, an objective by its title in a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portal.foundation.wording import say
from portal.plans import rules
from portal.plans.models import Objective, Plan
from portal.transfer.lists.contributions import TWICE
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Outcome, Place, is_shifted, same
from portal.transfer.lists.matching import Matching
from portal.transfer.lists.naming import plain
from portal.transfer.lists.objectives import PlanKey, plan_key, row_of, row_of_plan
from portal.transfer.lists.setting_goals import GoalSetting, from_above, objective_key, parent_keys, period_of
from portal.transfer.queries import list_plans_with_objectives
from portal.transfer.types import ReadRow

OF_PLAN = ("period_plan", "origin")


class ObjectiveIntake(Intake):
    def __init__(self, place: Place, columns: FoundColumns) -> None:
        super().__init__(place, columns)
        held = list_plans_with_objectives(place.network.id)
        self.plans: dict[PlanKey, Plan] = {plan_key(row_of_plan(plan)): plan for plan in held}
        self.held: Matching[Objective] = Matching(
            ((plan_key(row_of_plan(plan)), plain(one.title)), one) for plan in held for one in plan.objectives
        )
        self.first: dict[PlanKey, CheckedRow] = {}

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        if row.is_total or is_shifted(found):
            return found
        said = found.values
        if self.reads(found, "kind", "title"):
            for empty, other in (("kind", "title"), ("title", "kind")):
                if said.get(other) and not said.get(empty):
                    self.refuse(found, empty, say("Deze cel is leeg. Vul ze in: er staat al iets in de cel ernaast."))
        if not self.reads(found, "plan", "first_year", "last_year"):
            return found
        self.obey(found, "first_year", rules.check_years, said["first_year"], said["last_year"])
        key = plan_key(said)
        self._hold_plan_against_others(found, key)
        if self.reads(found, "title"):
            self._hold_against(found, key)
        if found.outcome is not Outcome.UNCHANGED:
            self._check_plan(found, key)
        return found

    def _hold_plan_against_others(self, row: CheckedRow, key: PlanKey) -> None:
        first = self.first.setdefault(key, row)
        for column in OF_PLAN:
            if column in self.columns.letters and same(first.values.get(column)) != same(row.values.get(column)):
                sentence = say("Rij %(row)s zegt hier iets anders over hetzelfde plan. Schrijf overal hetzelfde.",
                               row=first.number)  # fmt: skip
                self.refuse(row, column, sentence)

    def _hold_against(self, row: CheckedRow, key: PlanKey) -> None:
        plan, title = self.plans.get(key), row.values.get("title")
        passed = ("plan", "first_year", "last_year", "title")
        if not title:
            if plan is not None:
                self.compare(row, row_of_plan(plan), passed=(*passed, "kind", "parent", "is_dropped"))
            return
        row.record = self.held.take((key, plain(title)))
        if self.held.is_again((key, plain(title))):
            row.remarks.append(TWICE)
        if row.record is not None and plan is not None:
            self.compare(row, row_of(plan, row.record), passed=passed)
        elif plan is not None:
            row.changed = tuple(
                one for one in OF_PLAN if one in row.values and same(row.values[one]) != same(row_of_plan(plan)[one])
            )

    def _check_plan(self, row: CheckedRow, key: PlanKey) -> None:
        plan = self.plans.get(key)
        if plan is None:
            row.remarks.append(say("Dit plan bestaat nog niet. Het wordt gemaakt."))
        else:
            self.obey(row, "plan", rules.check_plan_open, plan.status)

    def check_together(self, rows: Sequence[CheckedRow]) -> None:
        """Plans of periods and other objectives may stand anywhere in the file."""
        work = [row for row in rows if row.is_good and row.outcome is not Outcome.UNCHANGED]
        plans = {*(plan_key(row.values) for row in rows if row.is_good), *self.plans}
        for row in work:
            if row.values.get("period_plan") and period_of(row.values, plans) is None:
                sentence = say(
                    "Het plan “%(name)s” kennen we niet, of het loopt niet over deze jaren. Kijk het na.",
                    name=row.values["period_plan"],
                )
                self.refuse(row, "period_plan", sentence)
        held = {(key, plain(one.title)) for key, plan in self.plans.items() for one in plan.objectives}
        _ordered, stuck = from_above([row for row in work if row.is_good], held, plans)
        named = {objective_key(row) for row in stuck}
        for row in stuck:
            if named.isdisjoint(parent_keys(row, plans)):
                name = row.values["parent"]
                sentence = say("De doelstelling “%(name)s” kennen we niet. Kijk de titel na.", name=name)
            else:
                sentence = say("Deze doelstelling hoort bij een andere die niet kan. Kijk die rij eerst na.")
            self.refuse(row, "parent", sentence)

    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        setting = GoalSetting(self.place, self.plans, self.heard)
        return setting.save([row for row in rows if row.outcome is not Outcome.UNCHANGED])
