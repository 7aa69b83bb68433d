"""Actions out of a file: known by their title, put in the plan of their year."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from portal.extensions import db
from portal.foundation.wording import say
from portal.funding.operations import check_stream, plan_budget
from portal.network.models import Partner
from portal.plans import operations, queries, rules
from portal.plans.models import Action, Objective, Plan
from portal.plans.types import (
    CARRIER_ROLE_LABELS,
    ActionStatus,
    CarrierRole,
    Domain,
    ObjectiveKind,
    PlaceKind,
    SpendingCategory,
    Track,
)
from portal.plans.types import Share as CarrierShare
from portal.transfer.lists.actions import Shelf
from portal.transfer.lists.columns import BUDGET, amounts_of
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Outcome, Place, double_of
from portal.transfer.lists.naming import Names, plain
from portal.transfer.queries import list_objectives, list_partners_by_name
from portal.transfer.types import ReadRow

Title = tuple[str, int]  # in plain letters, and the first, second or later action of that title

_CARRIER = re.compile(r"(?P<name>.+?)\s*:\s*(?P<percent>\d{1,3})\s*%?\s*(?:\((?P<role>[^()]+)\))?")
_ROLES = {plain(str(words)): role for role, words in CARRIER_ROLE_LABELS.items()} | {
    plain(role.value): role for role in CarrierRole
}


class ActionIntake(Intake):
    def __init__(self, place: Place, columns: FoundColumns) -> None:
        super().__init__(place, columns)
        self.overrides = place.overrides
        self.held = queries.list_actions(place.network.id, place.year)
        self.shelf = Shelf(place)
        self.partners: Names[Partner] = Names((one.name, one) for one in list_partners_by_name(place.network.id))
        of_year = [one for one in self.shelf.plans.values() if one.first_year == one.last_year == place.year]
        self.plans = {plain(one.title): one for one in of_year}
        self.default_plan = min(of_year, key=lambda plan: plan.id, default=None)
        self.objectives = _objectives_by_plan(place, of_year)
        self.seen: dict[Any, int] = {}

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        if row.is_total or row.problems:
            return found
        said = found.values
        key = (plain(said["title"]), said.get("ordinal") or 1)
        if key in self.seen:
            self.refuse(found, "title", double_of(self.seen[key]))
        self.seen.setdefault(key, row.number)
        for name in [name for name in said if name.startswith(BUDGET)]:
            said[name] = said[name] or None
        implied = self.imply(found, {"place_kind": PlaceKind.MUNICIPALITY.value, "status": ActionStatus.PLANNED.value})
        found.record = self.shelf.by_title.get(key)
        if found.record is not None:
            passed = ("title", "ordinal", *(() if said.get("plan") else ("plan",)))
            self.compare(found, self.shelf.row_of(found.record), passed=passed, implied=implied)
        if found.outcome is not Outcome.UNCHANGED and not found.problems:
            self._resolve(found)
        return found

    def check_together(self, rows: Sequence[CheckedRow]) -> None:
        """An action may step in for one that stands elsewhere in the file; a second needs a first.

        A row that leans on one that is refused is refused too, and so on.
        """
        every = {_title_of(row) for row in rows}
        standing = Counter(_title_of(row) for row in rows if row.is_good)
        leaning: dict[Title, list[CheckedRow]] = defaultdict(list)
        for row in rows:
            if row.is_good and row.outcome is not Outcome.UNCHANGED:
                for title in self._leans_on(row):
                    leaning[title].append(row)
        fallen = [title for title in leaning if not standing[title]]
        while fallen:
            title = fallen.pop()
            for row in leaning.pop(title, ()):
                if row.is_good:
                    self._refuse_leaning(row, title, is_in_file=title in every)
                    standing[_title_of(row)] -= 1
                    fallen += [] if standing[_title_of(row)] else [_title_of(row)]

    def _leans_on(self, row: CheckedRow) -> Iterator[Title]:
        """What must stand in the file because the network does not have it."""
        title, ordinal = _title_of(row)
        if ordinal > 1 and (title, ordinal - 1) not in self.shelf.by_title:
            yield title, ordinal - 1
        other = row.values.get("steps_in_for")
        if other and not self._finds(other):
            yield plain(other), 1

    def _refuse_leaning(self, row: CheckedRow, title: Title, *, is_in_file: bool) -> None:
        other = row.values.get("steps_in_for")
        if not other or title != (plain(other), 1):
            self.refuse(row, "ordinal", say("Er is nog geen actie met deze titel en het volgnummer ervoor."))
        elif is_in_file:
            sentence = say("De rij van de actie “%(name)s” heeft een fout. Verbeter die rij eerst.", name=other)
            self.refuse(row, "steps_in_for", sentence)
        else:
            self.refuse(row, "steps_in_for", say("De actie “%(name)s” kennen we niet. Kijk de titel na.", name=other))

    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        work = [row for row in rows if row.outcome is not Outcome.UNCHANGED]
        work.sort(key=lambda row: (row.values.get("ordinal") or 1, row.number))
        fresh: dict[str, Action] = {}
        for at, row in enumerate(work, start=1):
            values = row.draft["values"] | {"objective_id": self._objective_id(row)}
            if row.record is None:
                action = operations.add_action(
                    self._plan(row), shares=row.draft["shares"], status=row.draft["status"], **values
                )
                row.record = action
                fresh.setdefault(plain(action.title), action)
            else:
                self._edit(row, values)
            plan_budget(row.record, planned=row.draft["planned"])
            yield at
        self._link(work, fresh)

    def _resolve(self, row: CheckedRow) -> None:
        said = row.values
        if plain(said.get("plan") or "") not in self.plans and (said.get("plan") or self.default_plan is None):
            row.remarks.append(say("Dit plan bestaat nog niet. Het wordt gemaakt."))
        if row.record is not None and "plan" in row.changed:
            self.refuse(row, "plan", say("Deze actie staat in een ander plan. Dat kan je hier niet veranderen."))
        plan = self._found_plan(row)
        if plan is not None:
            self.obey(row, "plan", rules.check_plan_open, plan.status)
        self._resolve_objective(row, plan)
        status = ActionStatus(said.get("status") or ActionStatus.PLANNED)
        if row.record is not None and status is not row.record.status:
            self.obey(row, "status", rules.check_action_move, row.record.status, status)
        for stream, cents in amounts_of(said, BUDGET).items():
            if cents:
                self.obey(row, BUDGET + stream, check_stream, stream, self.place.year, self.overrides)
        row.draft = {
            "values": self._values(row),
            "shares": self._shares(row),
            "status": status,
            "planned": amounts_of(said, BUDGET),
        }

    def _values(self, row: CheckedRow) -> dict[str, Any]:
        said = row.values
        lead = self.partners.find(said["lead"]) if said.get("lead") else None
        if said.get("lead") and lead is None:
            self.refuse(row, "lead", say("De partner “%(name)s” kennen we niet. Kijk de naam na.", name=said["lead"]))
        return {
            "title": said["title"],
            **{name: said.get(name) or "" for name in ("plain_sentence", "description", "place", "bbc_code")},
            "track": Track(said["track"]),
            "domain": Domain(said["domain"]),
            "spending_category": SpendingCategory(said["spending_category"]),
            "place_kind": PlaceKind(said.get("place_kind") or PlaceKind.MUNICIPALITY),
            "thresholds": tuple(said.get("thresholds") or ()),
            "target_groups": tuple(said.get("target_groups") or ()),
            "months": tuple(str(month) for month in said.get("months") or ()),
            "lead_partner_id": lead.id if lead else None,
        }

    def _shares(self, row: CheckedRow) -> list[CarrierShare]:
        shares = []
        for line in (row.values.get("carriers") or "").splitlines():
            found = _CARRIER.fullmatch(line.strip())
            partner = self.partners.find(found["name"]) if found else None
            role = _ROLES.get(plain(found["role"])) if found and found["role"] else CarrierRole.CARRYING
            if not line.strip():
                continue
            if found is None or role is None:
                self.refuse(row, "carriers", say("Schrijf “%(line)s” als naam, dubbele punt, procent.", line=line[:60]))
            elif partner is None:
                self.refuse(
                    row, "carriers", say("De partner “%(name)s” kennen we niet. Kijk de naam na.", name=found["name"])
                )
            else:
                shares.append(CarrierShare(partner.id, int(found["percent"]), role))
        self.obey(row, "carriers", rules.check_shares, shares)
        return shares

    def _resolve_objective(self, row: CheckedRow, plan: Plan | None) -> None:
        title = row.values.get("objective")
        if (
            title
            and (plan is None or (plan.id, plain(title)) not in self.objectives)
            and not self._keeps_objective(row)
        ):
            row.remarks.append(say("Deze doelstelling bestaat nog niet. Ze wordt gemaakt."))

    def _keeps_objective(self, row: CheckedRow) -> bool:
        return row.record is not None and "objective" not in row.changed

    def _found_plan(self, row: CheckedRow) -> Plan | None:
        if row.record is not None:
            return self.shelf.plans[row.record.plan_id]
        title = row.values.get("plan")
        return self.plans.get(plain(title)) if title else self.default_plan

    def _plan(self, row: CheckedRow) -> Plan:
        plan = self._found_plan(row)
        if plan is None:
            year = self.place.year
            title = row.values.get("plan") or f"Actieplan {year}"
            plan = operations.draw_up_plan(self.place.network.id, title=title, first_year=year, last_year=year)
            self.plans[plain(title)] = plan
            self.default_plan = self.default_plan or plan
        return plan

    def _objective_id(self, row: CheckedRow) -> int | None:
        title = row.values.get("objective")
        if self._keeps_objective(row):
            return row.record.objective_id
        if not title:
            return None
        plan = self._plan(row)
        key = (plan.id, plain(title))
        if key not in self.objectives:
            self.objectives[key] = operations.add_objective(plan, kind=ObjectiveKind.OPERATIONAL, title=title)
        return self.objectives[key].id

    def _edit(self, row: CheckedRow, values: dict[str, Any]) -> None:
        action: Action = row.record
        operations.edit_action(
            action, version=None, shares=row.draft["shares"], **values, steps_in_for_id=action.steps_in_for_id
        )
        if row.draft["status"] is not action.status:
            operations.move_action(action, status=row.draft["status"])

    def _finds(self, name: str) -> Action | None:
        return self.shelf.names.find(name) or self.shelf.elsewhere.find(name)

    def _link(self, rows: Sequence[CheckedRow], fresh: dict[str, Action]) -> None:
        """The links between actions, when all of them exist."""
        names = {plain(name): action for name, action in fresh.items()}
        for row in rows:
            other = row.values.get("steps_in_for")
            if row.outcome is Outcome.CHANGED and "steps_in_for" not in row.changed:
                continue
            target = (self._finds(other) or names.get(plain(other))) if other else None
            if row.record.steps_in_for_id != (target.id if target else None):
                links = queries.steps_in_links(self.place.network.id)
                rules.check_steps_in(row.record.id, target.id if target else None, links.get)
                row.record.steps_in_for_id = target.id if target else None
                db.session.flush()


def _title_of(row: CheckedRow) -> Title:
    return plain(row.values.get("title") or ""), row.values.get("ordinal") or 1


def _objectives_by_plan(place: Place, plans: Sequence[Plan]) -> dict[tuple[int, str], Objective]:
    """By plan and title: the objectives of the plan itself, and those of the plan of its period."""
    found: dict[tuple[int, str], Objective] = {}
    for objective in list_objectives(place.network.id):
        for plan in plans:
            if objective.plan_id in (plan.id, plan.period_plan_id):
                found.setdefault((plan.id, plain(objective.title)), objective)
    return found
