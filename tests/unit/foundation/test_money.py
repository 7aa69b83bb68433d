"""Amounts as people write them, and sums split without losing a cent."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.foundation.money import (
    NotAnAmount,
    cents_from_text,
    euros_text,
    rounded_cents,
    share_of,
    split_cents,
)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.250,00", 125_000),
        ("1250.00", 125_000),
        ("1250,5", 125_050),
        ("€ 12,50", 1_250),
        ("1 250", 125_000),
        ("1\u202f250,00", 125_000),
        ("1,250.00", 125_000),
        ("2.000.000", 200_000_000),
        ("-5", -500),
        ("0", 0),
    ],
)
def test_amounts_are_read_as_people_write_them(text, cents):
    assert cents_from_text(text) == cents


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "shape"),
        ("abc", "shape"),
        ("4 tot 10", "shape"),
        ("1.250", "ambiguous"),
        ("12,345", "ambiguous"),
        ("1250,005", "decimals"),
        ("0.001", "decimals"),
        ("9999999999999", "range"),
        ("1e5", "shape"),
        ("=1+1", "shape"),
    ],
)
def test_other_text_is_refused_with_a_reason(text, reason):
    with pytest.raises(NotAnAmount) as refused:
        cents_from_text(text)
    assert refused.value.reason == reason


@given(st.integers(-(10**10), 10**10))
def test_an_amount_written_for_machines_reads_back_the_same(cents):
    assert cents_from_text(euros_text(cents)) == cents


@given(st.integers(-(10**9), 10**9), st.lists(st.integers(0, 10**6), min_size=1, max_size=20).filter(any))
def test_splitting_never_creates_or_loses_a_cent(total, weights):
    parts = split_cents(total, weights)
    assert sum(parts) == total
    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if weight == 0)


def test_spare_cents_go_to_the_largest_remainders():
    assert split_cents(100, [1, 1, 1]) == [34, 33, 33]
    assert split_cents(-100, [1, 1, 1]) == [-34, -33, -33]


def test_half_a_cent_goes_up_away_from_zero():
    assert rounded_cents(Fraction(5, 2)) == 3
    assert rounded_cents(Fraction(-5, 2)) == -3
    assert share_of(100_000, 6, 20) == 30_000
