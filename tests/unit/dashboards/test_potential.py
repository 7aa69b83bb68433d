"""Drawing right and own money that a cluster with money left could have saved; what ends after a year."""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.dashboards.complementarity.ending import measure_ending
from portal.dashboards.complementarity.potential import MissedPotential, measure_missed_potential
from portal.dashboards.types import SpendingRow
from tests.unit.dashboards.rows import CLUSTER_A, CLUSTER_C, DRAWING, OWN, action, paid

OURS = (DRAWING, OWN)


def missed(rows: list[SpendingRow], left: Mapping[str, int], fits: Mapping[int, tuple[str, ...]]) -> MissedPotential:
    return measure_missed_potential(rows, left=left, eligible=lambda row: fits.get(row.expense_id, ()), paid_by=OURS)


def test_own_money_on_an_eligible_cost_is_missed_as_far_as_the_cluster_has_money() -> None:
    found = missed([paid(1, 1, 500, OWN)], {CLUSTER_A: 300}, {1: (CLUSTER_A,)})
    assert (found.total_cents, found.by_stream) == (300, ((CLUSTER_A, 300),))
    assert (found.costs[0].paid_by, found.costs[0].could_be, found.costs[0].cents) == (OWN, CLUSTER_A, 300)


def test_federal_spending_and_costs_that_fit_nothing_miss_nothing() -> None:
    rows = [paid(1, 1, 500, CLUSTER_A), paid(2, 1, 500, OWN)]
    assert missed(rows, {CLUSTER_A: 900}, {1: (CLUSTER_A,)}) == MissedPotential()


def test_a_cluster_that_is_used_up_or_overspent_saves_nothing() -> None:
    assert missed([paid(1, 1, 500)], {CLUSTER_A: 0, CLUSTER_C: -5}, {1: (CLUSTER_A, CLUSTER_C)}).total_cents == 0


def test_a_cost_that_fits_two_clusters_leaves_room_for_the_one_that_fits_one() -> None:
    rows = [paid(1, 1, 100), paid(2, 1, 100)]
    fits = {1: (CLUSTER_A, CLUSTER_C), 2: (CLUSTER_A,)}
    found = missed(rows, {CLUSTER_A: 100, CLUSTER_C: 100}, fits)
    assert found.total_cents == 200
    assert {(one.expense_id, one.could_be) for one in found.costs} == {(1, CLUSTER_C), (2, CLUSTER_A)}


def test_a_chain_of_three_clusters_is_moved_up_to_make_room() -> None:
    rows = [paid(1, 1, 10), paid(2, 1, 10), paid(3, 1, 10)]
    fits = {1: ("a", "b"), 2: ("b", "c"), 3: ("a",)}
    assert missed(rows, {"a": 10, "b": 10, "c": 10}, fits).total_cents == 30


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 50), st.sets(st.sampled_from("abc"))), max_size=6),
    st.fixed_dictionaries({key: st.integers(0, 60) for key in "abc"}),
)
def test_the_total_is_the_largest_possible_and_never_counts_a_euro_twice(
    costs: list[tuple[int, set[str]]], left: dict[str, int]
) -> None:
    rows = [paid(number, 1, cents) for number, (cents, _fits) in enumerate(costs)]
    fits = {number: tuple(codes) for number, (_cents, codes) in enumerate(costs)}
    found = missed(rows, left, fits)
    # the smallest cut: for some clusters all they have left, for the others all that could go to them
    cuts = [
        sum(left[code] for code in some) + sum(cents for cents, codes in costs if codes - set(some))
        for size in range(4)
        for some in combinations("abc", size)
    ]
    assert found.total_cents == min(cuts)
    assert all(cents <= left[code] for code, cents in found.by_stream)
    for row in rows:
        assert sum(one.cents for one in found.costs if one.expense_id == row.expense_id) <= row.cents
    assert missed(random.Random(1).sample(rows, len(rows)), left, fits) == found


def test_what_ends_names_the_money_the_actions_and_the_needs_that_stay_bare() -> None:
    actions = [
        action(1, thresholds=("money", "shame"), target_groups=("families",)),
        action(2, thresholds=("money",), target_groups=("families",)),
    ]
    money = [paid(1, 1, 101, CLUSTER_A), paid(2, 2, 60, CLUSTER_A), paid(3, 2, 40, OWN), paid(4, None, 7, CLUSTER_C)]
    found = measure_ending(actions, money, streams_next_year={DRAWING, OWN})
    assert found.streams == ((CLUSTER_A, 161), (CLUSTER_C, 7))
    assert found.total_cents == 168
    assert [(one.action_id, one.ending_cents, one.is_whole) for one in found.actions] == [
        (1, 101, True),
        (2, 60, False),
    ]
    assert found.thresholds == (("money", 111), ("shame", 50))
    assert found.lost_cells == (("shame", "families"),)


def test_when_all_streams_go_on_nothing_ends() -> None:
    found = measure_ending([action(1)], [paid(1, 1, 10, OWN)], streams_next_year={OWN})
    assert (found.total_cents, found.actions, found.streams, found.lost_cells) == (0, (), (), ())
