"""Fewer than five is not told outside the network, also not to who can subtract."""

from __future__ import annotations

from itertools import product

import pytest

from portal.participation.small_groups import SMALLEST_TOLD, TOO_SMALL, shown_counts, told_outside


@pytest.mark.parametrize(("count", "told"), [(0, None), (1, None), (4, None), (5, 5), (6, 6), (1000, 1000)])
def test_fewer_than_five_is_not_told(count, told):
    assert told_outside(count) == told


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([10, 20], [10, 20]),
        ([2, 20, 8], [None, 20, None]),  # 30 less 28 would tell the 2
        ([2, 20], [None, None]),
        ([3, 4, 20], [None, None, 20]),  # 7 together: nobody knows which is which
        ([0, 9], [0, 9]),  # an empty part hides nobody
        ([4, 0, 9, 9], [None, 0, None, 9]),
        ([1, 1, 1], [None, None, None]),
        ([], []),
    ],
)
def test_a_part_that_could_be_worked_out_is_not_told_either(parts, told):
    assert list(shown_counts(dict(enumerate(parts))).values()) == told


def test_what_is_left_out_never_adds_up_to_a_number_that_leads_to_somebody():
    for parts in product(range(9), repeat=3):
        told = shown_counts(dict(enumerate(parts))).values()
        assert all(
            shown is None or shown == part == 0 or shown == part >= SMALLEST_TOLD
            for part, shown in zip(parts, told, strict=True)
        )
        left_out = sum(part for part, shown in zip(parts, told, strict=True) if shown is None)
        if sum(parts) >= SMALLEST_TOLD:
            assert left_out == 0 or left_out >= SMALLEST_TOLD
        else:
            assert not any(told)


def test_the_words_for_it_name_the_limit():
    assert str(TOO_SMALL) == "minder dan 5"
