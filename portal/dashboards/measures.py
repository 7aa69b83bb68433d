"""All measures of a year at once, from its rows: what the pages draw and what the read API answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.dashboards.balance import Balance
from portal.dashboards.change import BalanceChange, compare_balances
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
from portal.funding.types import ExpenseKind
from portal.plans.types import TargetGroup

CHILDREN = frozenset({TargetGroup.CHILDREN_0_5.value, TargetGroup.CHILDREN_6_12.value, TargetGroup.YOUNG_13_17.value})
# The federal money is no investment money (FED-INV-4), and staff has a cap of its own (FED-STAFF-6).
NEVER_FEDERAL = frozenset({ExpenseKind.INVESTMENT.value, ExpenseKind.STAFF.value})


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


def change_of(now: Balance, before: Balance) -> BalanceChange | None:
    """The change against last year; None when last year has nothing."""
    return compare_balances(now, before) if before.largest_share is not None else None


def money_of(
    law: YearLaw, grants: Sequence[GrantRow], budgets: Sequence[BudgetRow], spending: Sequence[SpendingRow]
) -> tuple[StreamPosition, ...]:
    """The position of every stream that exists in the year or holds money in it."""
    used = {row.stream for row in grants} | {row.stream for row in budgets} | {row.stream for row in spending}
    codes = list(law.streams) + sorted(used - set(law.streams))
    dates: Mapping[str, date | None] = {code: spend_by(code, law.year) for code in codes}
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
    left = {one.stream: one.left_cents for one in positions if one.left_cents > 0 and is_federal(one.stream)}
    return Complementarity(
        flows=measure_flows(actions, paid),
        coverage=measure_coverage(actions, needs),
        ladders=find_ladders(actions),
        same_needs=needs,
        same_costs=find_same_costs(spending),
        missed=measure_missed_potential(
            spending,
            left=left,
            eligible=federal_eligibility(law, actions),
            paid_by=[code for code in law.streams if not is_federal(code)],
        ),
        ending=measure_ending(actions, paid, streams_next_year=next_year),
    )


def is_federal(stream: str) -> bool:
    known = find_stream(stream)
    return known is not None and known.kind is StreamKind.FEDERAL


def federal_eligibility(law: YearLaw, actions: Sequence[ActionRow]) -> Callable[[SpendingRow], Collection[str]]:
    """Which federal clusters of the year could have paid a cost, judged on its kind and its action.

    Every leisure cost for users of the welfare centre fits cluster A; those for children also fit the cluster
    against child poverty (FED-CLUS-1, FED-CLUS-4). Collective modules need a selected group with measured progress
    (FED-CLUS-3): that is never guessed. Whether those reached use the welfare centre, people must judge.
    """
    groups = {row.id: frozenset(row.target_groups) for row in actions}

    def eligible(row: SpendingRow) -> Collection[str]:
        if row.kind in NEVER_FEDERAL or row.action_id not in groups:
            return ()
        fitting = [FEDERAL_PARTICIPATION] + ([FEDERAL_CHILD_POVERTY] if groups[row.action_id] & CHILDREN else [])
        return [code for code in fitting if code in law.streams]

    return eligible
