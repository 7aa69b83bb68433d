"""The same cost twice, and the same need met twice without a link."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from portal.dashboards.complementarity.coverage import CoverageState, measure_coverage
from portal.dashboards.complementarity.overlaps import find_same_costs, find_same_needs, nearly_same
from portal.dashboards.types import SpendingRow
from tests.unit.dashboards.rows import CLUSTER_A, DRAWING, OWN, action, paid, years

DAY = date(2025, 5, 2)


def cost(number: int, action_id: int | None = 1, stream: str = DRAWING, **values: Any) -> SpendingRow:
    fields = {"description": "Zwembeurten mei", "invoice_cents": 5_000, "invoiced_on": DAY} | values
    return paid(number, action_id, fields.pop("cents", 5_000), stream, **fields)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("zwembeurten mei", "zwembeurten mei", True),
        ("zwembeurten mei", "mei zwembeurten", True),
        ("zwembeurten in mei", "zwembeurtn in mei", True),
        ("zwembeurten groep 1", "zwembeurten groep 2", False),
        ("zwembeurten mei", "busreis naar zee", False),
    ],
)
def test_descriptions_are_nearly_the_same_or_not(one: str, other: str, same: bool) -> None:
    assert nearly_same(one, other) is same


def test_the_same_invoice_under_two_actions_is_one_overlap() -> None:
    (found,) = find_same_costs([cost(1, 1), cost(2, 2, description="Zwembeurten, méi", cents=3_000)])
    assert (found.expense_ids, found.action_ids, found.double_cents) == ((1, 2), (1, 2), 3_000)


def test_an_honest_split_of_one_invoice_is_no_overlap() -> None:
    halves = [cost(1, 1, cents=2_500), cost(2, 2, OWN, cents=2_500)]
    assert find_same_costs(halves) == ()
    (found,) = find_same_costs([*halves, cost(3, 3, cents=1)])
    assert found.double_cents == 1


def test_the_same_invoice_on_two_streams_is_an_overlap() -> None:
    (found,) = find_same_costs([cost(1), cost(2, stream=CLUSTER_A)])
    assert found.streams == (DRAWING, CLUSTER_A)


def test_one_expense_divided_over_streams_is_no_overlap() -> None:
    assert find_same_costs([cost(1, cents=2_000), cost(1, stream=CLUSTER_A, cents=3_000)]) == ()


def test_equal_costs_of_one_action_on_one_stream_are_separate_people() -> None:
    assert find_same_costs([cost(1), cost(2)]) == ()


@pytest.mark.parametrize(
    "other",
    [{"invoice_cents": 5_001}, {"invoiced_on": date(2025, 5, 3)}, {"description": "Theater"}, {"invoiced_on": None}],
)
def test_another_amount_day_or_thing_is_another_cost(other: dict[str, Any]) -> None:
    assert find_same_costs([cost(1), cost(2, 2, **other)]) == ()


def test_the_booking_date_stands_in_for_a_missing_invoice_date() -> None:
    booked = {"invoiced_on": None, "imputed_on": DAY}
    assert len(find_same_costs([cost(1, **booked), cost(2, 2, **booked)])) == 1


def test_thousands_of_equal_amounts_for_other_things_on_one_day_are_no_overlap() -> None:
    rows = [cost(number, number % 5, description=f"Toegang {number % 400} museum") for number in range(2_000)]
    assert find_same_costs(rows) == ()


NEED: dict[str, Any] = {"thresholds": ("money", "shame"), "target_groups": ("families",), "months": (3, 4)}


def test_two_leads_that_do_the_same_at_the_same_time_and_place_overlap() -> None:
    other = NEED | {"months": (4, 5), "thresholds": ("money",)}
    (found,) = find_same_needs([action(1, lead=1, **NEED), action(2, lead=2, **other)])
    assert (found.first.id, found.second.id) == (1, 2)
    assert (found.thresholds, found.target_groups, found.months) == (("money",), ("families",), (4,))


@pytest.mark.parametrize(
    "other",
    [
        {"lead": 1},
        {"lead": None},
        {"place": "Itegem"},
        {"months": (9,)},
        {"target_groups": ("seniors",)},
        {"thresholds": ("offer",)},
        {"steps_in_for_id": 1},
        {"status": "dropped"},
    ],
)
def test_a_difference_or_a_link_makes_it_no_overlap(other: dict[str, Any]) -> None:
    assert find_same_needs([action(1, lead=1, **NEED), action(2, **({"lead": 2} | NEED | other))]) == ()


def test_actions_of_one_ladder_never_overlap_even_with_a_step_between_them() -> None:
    ladder = [
        action(1, lead=1, **NEED),
        action(2, lead=1, steps_in_for_id=1, **NEED),
        action(3, lead=2, steps_in_for_id=2, **NEED),
    ]
    assert find_same_needs(ladder) == ()


def test_an_action_without_months_runs_the_whole_year() -> None:
    assert len(find_same_needs([action(1, lead=1, **NEED), action(2, lead=2, **(NEED | {"months": ()}))])) == 1


def test_coverage_tells_gap_one_several_and_overlap_apart() -> None:
    actions = [
        action(1, lead=1, thresholds=("money",), target_groups=("families", "seniors")),
        action(2, lead=2, thresholds=("money",), target_groups=("families",)),
        action(3, lead=1, thresholds=("money",), target_groups=("adults",)),
        action(4, lead=1, thresholds=("money",), target_groups=("adults",)),
    ]
    groups = ("families", "seniors", "adults", "newcomers")
    coverage = measure_coverage(actions, find_same_needs(actions), thresholds=("money",), target_groups=groups)
    states = [cell.state for cell in coverage.row("money")]
    assert states == [CoverageState.OVERLAP, CoverageState.ONE, CoverageState.SEVERAL, CoverageState.GAP]
    assert [cell.target_group for cell in coverage.gaps] == ["newcomers"]
    assert coverage.open_groups == ("newcomers",)


def test_an_action_without_group_covers_nothing_and_is_named() -> None:
    coverage = measure_coverage([action(1, thresholds=("money",))])
    assert [row.id for row in coverage.unplaced] == [1]
    assert len(coverage.gaps) == 13 * 11
    assert len(coverage.open_thresholds) == 13


@settings(max_examples=30, deadline=None)
@given(years())
def test_overlaps_and_coverage_know_no_order(year: tuple[list, list, list, list]) -> None:  # type: ignore[type-arg]
    _partners, actions, _contributions, spending = year
    mixed = random.Random(2)
    shuffled, costs = mixed.sample(actions, len(actions)), mixed.sample(spending, len(spending))
    needs = find_same_needs(actions)
    assert find_same_needs(shuffled) == needs
    assert find_same_costs(costs) == find_same_costs(spending)
    assert measure_coverage(shuffled, needs) == measure_coverage(actions, needs)
