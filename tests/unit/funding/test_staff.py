"""Staff costs: the worked examples of the old and the new regime."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.foundation.finding import Severity
from portal.funding.rules import check_year, pooled_staff_lump_sums, staff_cap_new, staff_lump_sum_old
from tests.unit.funding.facts import (
    STAFF,
    by_rule,
    expense,
    federal,
    grant,
    of_year,
    old_federal,
    parts,
    rules_in,
)

AMOUNTS = st.integers(0, 100_000_00)


def test_who_asked_for_20000_of_27000_has_no_right() -> None:
    assert staff_lump_sum_old(27_000_00, 20_000_00, requested_cents=20_000_00) == 0


def test_2600_is_cut_to_the_1000_that_is_left() -> None:
    assert staff_lump_sum_old(27_000_00, 26_000_00) == 1_000_00


def test_who_justifies_35000_of_27000_has_no_room_left() -> None:
    assert staff_lump_sum_old(27_000_00, 35_000_00) == 0


def test_three_centres_together_each_get_their_own_lump_sum() -> None:
    centres = [(5_000_00, 4_500_00), (10_000_00, 11_000_00), (12_000_00, 10_000_00)]
    assert pooled_staff_lump_sums(centres) == [450_00, 0, 1_000_00]


@pytest.mark.parametrize(("kb", "lump_sum"), [(24_999_99, 0), (25_000_00, 1_000_00)])
def test_the_right_begins_at_25000(kb: int, lump_sum: int) -> None:
    assert staff_lump_sum_old(kb, 10_000_00) == lump_sum


def test_a_small_centre_has_no_right_alone_and_has_one_together() -> None:
    assert staff_lump_sum_old(5_000_00, 4_500_00) == 0
    assert staff_lump_sum_old(5_000_00, 4_500_00, 25_000_00) == 450_00


def test_the_new_clusters_of_12000_5000_and_8000_make_7000() -> None:
    caps = staff_cap_new(
        {"federal-participation": 12_000_00, "federal-modules": 5_000_00, "federal-child-poverty": 8_000_00}
    )
    assert list(caps.values()) == [1_200_00, 5_000_00, 800_00]
    assert sum(caps.values()) == 7_000_00


@given(kb=AMOUNTS, justified=AMOUNTS, pooled=st.none() | AMOUNTS, requested=st.none() | AMOUNTS)
def test_the_lump_sum_never_passes_the_grant(
    kb: int, justified: int, pooled: int | None, requested: int | None
) -> None:
    lump_sum = staff_lump_sum_old(kb, justified, pooled, requested_cents=requested)
    assert 0 <= lump_sum <= kb
    assert min(justified, kb) + lump_sum <= kb or lump_sum == 0
    assert lump_sum <= -(-justified // 10)


@given(centres=st.lists(st.tuples(AMOUNTS, AMOUNTS), max_size=6))
def test_together_staff_never_passes_the_grants(centres: list[tuple[int, int]]) -> None:
    lump_sums = pooled_staff_lump_sums(centres)
    assert all(0 <= one <= kb for one, (kb, _) in zip(lump_sums, centres, strict=True))
    assert pooled_staff_lump_sums(centres[::-1]) == lump_sums[::-1]


@given(cluster_cents=st.dictionaries(st.sampled_from(["federal-participation", "federal-modules"]), AMOUNTS))
def test_staff_per_cluster_never_passes_the_cluster(cluster_cents: dict[str, int]) -> None:
    caps = staff_cap_new(cluster_cents)
    assert caps.keys() == cluster_cents.keys()
    assert all(0 <= caps[stream] <= cents for stream, cents in cluster_cents.items())


def old_year(staff: int, justified: int = 10_000, kb: int = 27_000, pooled_cents: int | None = None) -> list[str]:
    expenses = [
        old_federal(invoice_cents=justified * 100, parts=parts(federal_old_events=justified)),
        old_federal(kind=STAFF, invoice_cents=staff * 100, parts=parts(federal_old_initiatives=staff)),
    ]
    grants = [grant("federal-old-events", kb, 2014, pooled_cents)]
    facts = of_year(year=2014, grants=grants, expenses=expenses)
    return [rule for rule in rules_in(check_year(facts)) if rule.startswith("FED-STAFF")]


def test_staff_of_an_old_year_stays_under_the_lump_sum() -> None:
    assert old_year(1_000) == []
    assert old_year(1_001) == ["FED-STAFF-2"]
    assert old_year(1, kb=24_000) == ["FED-STAFF-1"]
    assert old_year(1_000, kb=24_000, pooled_cents=25_000_00) == []


def test_staff_of_a_new_year_stays_under_the_share_of_its_cluster() -> None:
    def findings(**euros: int) -> list[str]:
        expenses = [
            federal(kind=STAFF, invoice_cents=amount * 100, parts=parts(**{stream: amount}))
            for stream, amount in euros.items()
        ]
        grants = [grant("federal-participation", 12_000), grant("federal-modules", 5_000)]
        found = check_year(of_year(grants=grants, expenses=expenses))
        return [rule for rule in rules_in(found) if rule.startswith("FED-STAFF")]

    assert findings(federal_participation=1_200, federal_modules=5_000) == []
    assert findings(federal_participation=1_201) == ["FED-STAFF-6"]


def test_the_new_cap_is_probable_and_therefore_a_warning() -> None:
    facts = of_year(
        grants=[grant("federal-participation", 100)],
        expenses=[expense(kind=STAFF, invoice_cents=11_00, parts=parts(federal_participation=11))],
    )
    assert by_rule(check_year(facts), "FED-STAFF-6").severity is Severity.WARNING
