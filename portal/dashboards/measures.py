"""All measures of a year at once, from its rows: what the pages draw and what the read API answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.dashboards.complementarity.coverage import Coverage, measure_coverage
from portal.dashboards.complementarity.ending import Ending, measure_ending
from portal.dashboards.complementarity.flows import Flows, measure_flows
from portal.dashboards.complementarity.ladders import Ladder, find_ladders
from portal.dashboards.complementarity.overlaps import SameCost, SameNeed, find_same_costs, find_same_needs
from portal.dashboards.complementarity.potential import MissedPotential, measure_missed_potential
from portal.dashboards.money import StreamPosition, measure_money
from portal.dashboards.types import ActionRow, BudgetRow, GrantRow, SpendingRow
from portal.funding.regimes import (
    FEDERAL_CHILD_POVERTY,
    FEDERAL_PARTICIPATION,
    StreamKind,
    YearLaw,
    find_stream,
    spend_by,
)
from portal.funding.rules import most_federal
from portal.funding.types import ExpenseFacts, ExpenseKind
from portal.plans.types import TargetGroup

CHILDREN = frozenset({TargetGroup.CHILDREN_0_5.value, TargetGroup.CHILDREN_6_12.value, TargetGroup.YOUNG_13_17.value})


@dataclass(frozen=True)
class Complementarity:
    """Whether the measures of a year add up, overlap or leave a gap."""

    flows: Flows
    coverage: Coverage
    ladders: tuple[Ladder, ...]
    same_needs: tuple[SameNeed, ...]
    same_costs: tuple[SameCost, ...]
    missed: MissedPotential
    ending: Ending


def money_of(
    law: YearLaw, grants: Sequence[GrantRow], budgets: Sequence[BudgetRow], spending: Sequence[SpendingRow]
) -> tuple[StreamPosition, ...]:
    """The position of every stream that exists in the year or holds money in it."""
    used = {row.stream for row in grants} | {row.stream for row in budgets} | {row.stream for row in spending}
    codes = list(law.streams) + sorted(used - set(law.streams))
    dates: Mapping[str, date | None] = {code: spend_by(code, law.year, law.overrides) for code in codes}
    return measure_money(grants, budgets, spending, order=codes, spend_by=dates)


def complementarity_of(
    law: YearLaw,
    next_year: Collection[str],
    actions: Sequence[ActionRow],
    spending: Sequence[SpendingRow],
    budgets: Sequence[BudgetRow],
    positions: Sequence[StreamPosition],
) -> Complementarity:
    """Everything of complementarity; while nothing is spent yet, the flows are those of the plan."""
    needs = find_same_needs(actions)
    paid: Sequence[SpendingRow] | Sequence[BudgetRow] = spending or budgets
    return Complementarity(
        flows=measure_flows(actions, paid),
        coverage=measure_coverage(actions, needs),
        ladders=find_ladders(actions),
        same_needs=needs,
        same_costs=find_same_costs(spending),
        missed=missed_in(law, actions, spending, positions),
        ending=measure_ending(actions, paid, streams_next_year=next_year),
    )


def is_federal(stream: str) -> bool:
    known = find_stream(stream)
    return known is not None and known.kind is StreamKind.FEDERAL


def missed_in(
    law: YearLaw,
    actions: Sequence[ActionRow],
    spending: Sequence[SpendingRow],
    positions: Sequence[StreamPosition],
) -> MissedPotential:
    """What federal money of the year could still have paid, as far as the rulebook lets it."""
    left = {one.stream: one.left_cents for one in positions if law.kind_of(one.stream) is StreamKind.FEDERAL}
    room: Counter[str] = Counter()
    for code, cents in left.items():
        room[_pool_of(law, code)] += cents
    return measure_missed_potential(
        spending,
        left=room,
        eligible=federal_eligibility(law, actions, spending, left),
        paid_by=[code for code in law.streams if not is_federal(code)],
        pool_of=lambda code: _pool_of(law, code),
        chargeable=lambda row: most_federal(_facts_of(row, law.year), law),
    )


def _pool_of(law: YearLaw, stream: str) -> str:
    known = law.streams.get(stream)
    return known.grant_pool if known is not None else stream


def _facts_of(row: SpendingRow, year: int) -> ExpenseFacts:
    """As much of an expense as the highest amounts depend on."""
    return ExpenseFacts(
        description=row.description,
        invoice_cents=row.invoice_cents,
        year=year,
        kind=ExpenseKind(row.kind) if row.kind else ExpenseKind.COLLECTIVE,
        invoice_excl_vat_cents=row.invoice_excl_vat_cents,
        beneficiaries=row.beneficiaries,
        target_group_n=row.target_n,
        target_group_m=row.target_m,
        is_ict_pack=row.is_ict_pack,
    )


def federal_eligibility(
    law: YearLaw,
    actions: Sequence[ActionRow],
    spending: Sequence[SpendingRow],
    left: Mapping[str, int],
) -> Callable[[SpendingRow], Collection[str]]:
    """Which federal clusters of the year could have paid a cost, judged on its kind and its action.

    Every leisure cost for users of the welfare centre fits cluster A; those for children also fit the cluster
    against child poverty (FED-CLUS-1, FED-CLUS-4); the cluster with most money left is named first. Collective
    modules need a selected group with measured progress (FED-CLUS-3): that is never guessed. Staff has a cap of its
    own (FED-STAFF-6). Whether those reached use the welfare centre, people must judge.
    """
    groups = {row.id: frozenset(row.target_groups) for row in actions}
    investment = _investment_with_room(law, spending)

    def eligible(row: SpendingRow) -> Collection[str]:
        if row.kind == ExpenseKind.STAFF or row.action_id not in groups:
            return ()
        if row.kind == ExpenseKind.INVESTMENT and row.expense_id != investment:
            return ()
        fitting = [FEDERAL_PARTICIPATION] + ([FEDERAL_CHILD_POVERTY] if groups[row.action_id] & CHILDREN else [])
        return sorted((code for code in fitting if code in law.streams), key=lambda code: -left.get(code, 0))

    return eligible


def _investment_with_room(law: YearLaw, spending: Sequence[SpendingRow]) -> int | None:
    """The one investment that federal money may still pay: the largest, in a year that has none yet (FED-INV-3)."""
    bought = [row for row in spending if row.kind == ExpenseKind.INVESTMENT]
    if any(law.kind_of(row.stream) is StreamKind.FEDERAL for row in bought):
        return None
    allowed = {row.expense_id: most_federal(_facts_of(row, law.year), law) for row in bought}
    return max(sorted(allowed), key=lambda key: allowed[key], default=None)
