"""Missed potential recommends only what the rulebook would let through."""

from __future__ import annotations

from typing import Any

import pytest

from portal.dashboards.complementarity.potential import MissedPotential
from portal.dashboards.measures import missed_in, money_of
from portal.dashboards.types import GrantRow, SpendingRow
from portal.funding.regimes import law_of_year
from tests.unit.dashboards.rows import CLUSTER_A, CLUSTER_C, DRAWING, OWN, action, grant, paid

FAMILIES = action(1, target_groups=("families",))
CHILDREN = action(2, target_groups=("children-6-12",))
MUCH = (grant(CLUSTER_A, 900_00),)


def missed(*spending: SpendingRow, grants: tuple[GrantRow, ...] = MUCH, year: int = 2024) -> MissedPotential:
    law = law_of_year(year)
    return missed_in(law, [FAMILIES, CHILDREN], spending, money_of(law, grants, (), spending))


def cost(number: int, cents: int, stream: str = DRAWING, **values: Any) -> SpendingRow:
    return paid(
        number, values.pop("action", 1), cents, stream, **{"invoice_cents": cents, "kind": "collective"} | values
    )


def test_what_is_federal_already_is_taken_off_the_share_of_the_users() -> None:
    mixed = {"invoice_cents": 1_000_00, "target_n": 6, "target_m": 20}
    rows = [cost(1, 700_00, **mixed), cost(1, 300_00, CLUSTER_A, **mixed)]
    assert missed(*rows, grants=(grant(CLUSTER_A, 5_000_00),)) == MissedPotential()


def test_only_the_share_of_the_users_could_move() -> None:
    found = missed(cost(1, 1_000_00, target_n=6, target_m=20))
    assert found.total_cents == 300_00


def test_two_streams_of_one_expense_share_its_rest() -> None:
    mixed = {"invoice_cents": 1_000_00, "target_n": 6, "target_m": 20}
    found = missed(cost(1, 600_00, **mixed), cost(1, 400_00, OWN, **mixed))
    assert found.total_cents == 300_00


def test_a_pack_counts_for_a_third() -> None:
    assert missed(cost(1, 75_00, is_ict_pack=True)).total_cents == 25_00


def test_room_moves_between_the_clusters_of_one_pool() -> None:
    grants = (grant(CLUSTER_A, 0), grant(CLUSTER_C, 400_00))
    found = missed(cost(1, 500_00), grants=grants)
    assert (found.total_cents, found.by_stream) == (400_00, ((CLUSTER_A, 400_00),))


def test_a_cluster_with_money_left_counts_no_more_than_the_pool() -> None:
    grants = (grant(CLUSTER_A, 100_00), grant(CLUSTER_C, 400_00))
    spent = [cost(1, 450_00, CLUSTER_A), cost(2, 300_00)]
    assert missed(*spent, grants=grants).total_cents == 50_00


def test_nothing_is_missed_when_the_pool_is_overspent() -> None:
    grants = (grant(CLUSTER_A, 100_00), grant(CLUSTER_C, 400_00))
    assert missed(cost(1, 600_00, CLUSTER_A), cost(2, 300_00), grants=grants) == MissedPotential()


def test_a_cost_for_children_names_the_cluster_with_most_money_left() -> None:
    grants = (grant(CLUSTER_A, 100_00), grant(CLUSTER_C, 400_00))
    found = missed(cost(1, 450_00, action=2), grants=grants)
    assert found.by_stream == ((CLUSTER_C, 450_00),)


@pytest.mark.parametrize(("year", "cents"), [(2018, 500_00), (2020, 500_00), (2021, 0), (2024, 0)])
def test_the_law_of_the_year_says_whether_an_investment_was_possible(year: int, cents: int) -> None:
    assert missed(cost(1, 600_00, kind="investment"), year=year).total_cents == cents


def test_only_one_investment_a_year_could_move() -> None:
    two = [cost(1, 300_00, kind="investment"), cost(2, 400_00, kind="investment")]
    assert missed(*two, year=2018).total_cents == 400_00
    held = cost(3, 100_00, CLUSTER_A, kind="investment")
    assert missed(*two, held, year=2018).total_cents == 0


def test_staff_and_a_year_without_federal_money_miss_nothing() -> None:
    assert missed(cost(1, 300_00, kind="staff")).total_cents == 0
    assert missed(cost(1, 300_00), year=2026).total_cents == 0
