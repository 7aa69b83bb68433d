"""Actions out of a file: known by their title, put in the plan of their year."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from portal.foundation.wording import say
from portal.funding.operations import check_stream
from portal.network.models import Partner
from portal.plans import queries, rules
from portal.plans.models import Action, Objective, Plan
from portal.plans.types import (
    CARRIER_ROLE_LABELS,
    ActionStatus,
    CarrierRole,
    Domain,
    PlaceKind,
    SpendingCategory,
    Track,
)
from portal.plans.types import Share as CarrierShare
from portal.transfer.lists.actions import Shelf
from portal.transfer.lists.columns import BUDGET, amounts_of
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Outcome, Place, double_of, is_shifted
from portal.transfer.lists.naming import Names, plain
from portal.transfer.lists.planning import Planning, Title, title_of
from portal.transfer.queries import list_objectives, list_partners_by_name
from portal.transfer.types import ReadRow

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
        if row.is_total or is_shifted(found):
            return found
        said = found.values
        for name in [name for name in said if name.startswith(BUDGET)]:
            said[name] = said[name] or None
        implied = self.imply(found, {"place_kind": PlaceKind.MUNICIPALITY.value, "status": ActionStatus.PLANNED.value})
        if self.reads(found, "title", "ordinal"):
            self._hold_against(found, implied)
        if found.outcome is not Outcome.UNCHANGED or found.problems:
            self._resolve(found)
        return found

    def _hold_against(self, row: CheckedRow, implied: Sequence[str]) -> None:
        key = title_of(row)
        if key in self.seen:
            self.refuse(row, "title", double_of(self.seen[key]))
        self.seen.setdefault(key, row.number)
        row.record = self.shelf.by_title.get(key)
        if row.record is not None:
            passed = ("title", "ordinal", *(() if row.values.get("plan") else ("plan",)))
            self.compare(row, self.shelf.row_of(row.record), passed=passed, implied=implied)

    def check_together(self, rows: Sequence[CheckedRow]) -> None:
        """An action may step in for one that stands elsewhere in the file; a second needs a first.

        A row that leans on one that is refused is refused too, and so on.
        """
        every = {title_of(row) for row in rows}
        standing = Counter(title_of(row) for row in rows if row.is_good)
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
                    standing[title_of(row)] -= 1
                    fallen += [] if standing[title_of(row)] else [title_of(row)]
        self._refuse_circles(rows)

    def _leans_on(self, row: CheckedRow) -> Iterator[Title]:
        """What must stand in the file because the network does not have it."""
        title, ordinal = title_of(row)
        if ordinal > 1 and (title, ordinal - 1) not in self.shelf.by_title:
            yield title, ordinal - 1
        other = row.values.get("steps_in_for")
        if other and not self.finds(other):
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

    def _refuse_circles(self, rows: Sequence[CheckedRow]) -> None:
        """No action steps in for itself by a detour, also not by one of the file; new ones count below zero."""
        work = [row for row in rows if row.is_good and row.outcome is not Outcome.UNCHANGED]
        named = {title_of(row): -row.number for row in work if row.record is None}
        links = dict(self.shelf.links)
        for row in work:
            if row.record is None or "steps_in_for" in row.changed:
                other = row.values.get("steps_in_for")
                target = self.finds(other) if other else None
                place = row.record.id if row.record else -row.number
                links[place] = target.id if target else named.get((plain(other), 1)) if other else None
        for row in work:
            place = row.record.id if row.record else -row.number
            self.obey(row, "steps_in_for", rules.check_steps_in, place, links.get(place), links.get)

    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        work = [row for row in rows if row.outcome is not Outcome.UNCHANGED]
        work.sort(key=lambda row: (row.values.get("ordinal") or 1, row.number))
        planning = Planning(self)
        for row in work:
            planning.take(row)
        return planning.send()

    def _resolve(self, row: CheckedRow) -> None:
        """Everything that can be said of the cells that could be read; a draft only when all is well."""
        said = row.values
        plan = self._check_plan(row)
        self._resolve_objective(row, plan)
        status = ActionStatus(said.get("status") or ActionStatus.PLANNED)
        if row.record is not None and status is not row.record.status and self.reads(row, "status"):
            self.obey(row, "status", rules.check_action_move, row.record.status, status)
        for stream, cents in amounts_of(said, BUDGET).items():
            if cents:
                self.obey(row, BUDGET + stream, check_stream, stream, self.place.year, self.overrides)
        lead_id, shares = self._lead_id(row), self._shares(row)
        if row.problems:
            return
        row.draft = {
            "values": self._values(row) | {"lead_partner_id": lead_id},
            "shares": shares,
            "status": status,
            "planned": amounts_of(said, BUDGET),
        }

    def _check_plan(self, row: CheckedRow) -> Plan | None:
        title = row.values.get("plan")
        if plain(title or "") not in self.plans and (title or self.default_plan is None):
            row.remarks.append(say("Dit plan bestaat nog niet. Het wordt gemaakt."))
        if row.record is not None and "plan" in row.changed:
            self.refuse(row, "plan", say("Deze actie staat in een ander plan. Dat kan je hier niet veranderen."))
        plan = self.found_plan(row)
        if plan is not None:
            self.obey(row, "plan", rules.check_plan_open, plan.status)
        return plan

    def _lead_id(self, row: CheckedRow) -> int | None:
        name = row.values.get("lead")
        lead = self.partners.find(name) if name else None
        if name and lead is None:
            self.refuse(row, "lead", say("De partner “%(name)s” kennen we niet. Kijk de naam na.", name=name))
        return lead.id if lead else None

    def _values(self, row: CheckedRow) -> dict[str, Any]:
        said = row.values
        return {
            "title": said["title"],
            **{name: said.get(name) or "" for name in ("plain_sentence", "description", "place", "bbc_code", "origin")},
            "track": Track(said["track"]),
            "domain": Domain(said["domain"]),
            "spending_category": SpendingCategory(said["spending_category"]),
            "place_kind": PlaceKind(said.get("place_kind") or PlaceKind.MUNICIPALITY),
            "thresholds": tuple(said.get("thresholds") or ()),
            "target_groups": tuple(said.get("target_groups") or ()),
            "months": tuple(str(month) for month in said.get("months") or ()),
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
        if title and (plan is None or (plan.id, plain(title)) not in self.objectives) and not self.keeps_objective(row):
            row.remarks.append(say("Deze doelstelling bestaat nog niet. Ze wordt gemaakt."))

    def keeps_objective(self, row: CheckedRow) -> bool:
        return row.record is not None and "objective" not in row.changed

    def found_plan(self, row: CheckedRow) -> Plan | None:
        if row.record is not None:
            return self.shelf.plans[row.record.plan_id]
        title = row.values.get("plan")
        return self.plans.get(plain(title)) if title else self.default_plan

    def finds(self, name: str) -> Action | None:
        return self.shelf.names.find(name) or self.shelf.elsewhere.find(name)


def _objectives_by_plan(place: Place, plans: Sequence[Plan]) -> dict[tuple[int, str], Objective]:
    """By plan and title: the objectives of the plan itself, and those of the plan of its period."""
    found: dict[tuple[int, str], Objective] = {}
    for objective in list_objectives(place.network.id):
        for plan in plans:
            if objective.plan_id in (plan.id, plan.period_plan_id):
                found.setdefault((plan.id, plain(objective.title)), objective)
    return found
