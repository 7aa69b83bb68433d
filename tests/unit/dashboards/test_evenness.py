"""Evenness: Pielou's J, computed by hand."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.dashboards.balance import evenness


def test_a_half_and_two_quarters_are_computed_by_hand() -> None:
    # H = 1/2 ln 2 + 2 x 1/4 ln 4 = 1/2 ln 2 + ln 2 = 1.5 ln 2 = 1.039721; ln 3 = 1.098612; J = 0.946395
    assert evenness([Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)]) == pytest.approx(0.946395, abs=1e-6)


def test_weights_need_not_add_up_to_one() -> None:
    assert evenness([2, 1, 1]) == evenness([Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)])


def test_a_partner_with_nothing_counts_in_n() -> None:
    # H = ln 2 over ln 3
    assert evenness([1, 1, 0]) == pytest.approx(math.log(2) / math.log(3))


def test_equal_parts_are_wholly_even() -> None:
    assert evenness([7, 7, 7, 7]) == pytest.approx(1.0)


def test_one_partner_with_everything_among_others_is_wholly_uneven() -> None:
    assert evenness([5, 0, 0]) == 0.0


@pytest.mark.parametrize("weights", [[], [3], [0, 0, 0]])
def test_nobody_one_partner_or_no_work_has_no_evenness(weights: list[int]) -> None:
    assert evenness(weights) is None


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 50), min_size=2, max_size=12))
def test_evenness_stays_between_nought_and_one_and_knows_no_order(weights: list[int]) -> None:
    found = evenness(weights)
    assert found == evenness(sorted(weights))
    assert found is None or 0.0 <= found <= 1.0
