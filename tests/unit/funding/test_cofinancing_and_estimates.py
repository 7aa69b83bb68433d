"""Own money beside the drawing right, and what the keys promise."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.foundation.finding import Certainty, Finding, Severity
from portal.foundation.wording import Euros
from portal.funding.rules import (
    check_year,
    cofinancing_of_year,
    cofinancing_position,
    cofinancing_required,
    drawing_right_estimate,
    federal_estimate,
)
from portal.funding.types import AllocatedPart, YearFacts
from tests.unit.funding.facts import expense, federal, grant, of_year, parts


def test_a_budget_of_1400000_gives_3619() -> None:
    estimate = drawing_right_estimate(1_400_000_00, vt=2_400, vt_whole=800_000, rmi=150, rmi_whole=60_000)
    assert estimate == 3_619_00


def test_a_federal_budget_of_11855000_gives_26673_75() -> None:
    estimate = federal_estimate(11_855_000_00, leefloon=2, leefloon_whole=1_000, vt=3, vt_whole=1_000)
    assert estimate == 26_673_75


@pytest.mark.parametrize(("part", "whole"), [(1, 0), (-1, 10), (11, 10)])
def test_counts_that_cannot_be_are_refused(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="part"):
        drawing_right_estimate(100, vt=part, vt_whole=whole, rmi=1, rmi_whole=2)


@pytest.mark.parametrize(("ratio", "required"), [(1, 5_510_00), (2, 11_020_00), (0, 0)])
def test_brasschaat_with_a_right_of_5510(ratio: int, required: int) -> None:
    assert cofinancing_required(5_510_00, ratio) == required


def test_a_part_of_a_cent_counts_as_a_whole_one() -> None:
    assert cofinancing_required(1_01, Fraction(3, 4)) == 76


def test_4000_own_and_2500_federal_meet_6000_and_fall_2000_short_without() -> None:
    position = cofinancing_position(6_000_00, 4_000_00, 2_500_00, 1)
    assert position.counted_cents == 6_500_00
    assert position.is_met
    assert not position.is_met_without_federal
    assert position.shortfall_without_federal_cents == 2_000_00


@given(right=st.integers(0, 10**9), own=st.integers(0, 10**9), other=st.integers(0, 10**9))
def test_federal_money_never_makes_the_position_worse(right: int, own: int, other: int) -> None:
    position = cofinancing_position(right, own, other, 1)
    assert position.shortfall_cents <= position.shortfall_without_federal_cents <= position.required_cents


def network(own: float, on_federal: float = 0, **more: Any) -> YearFacts:
    year = more.get("year", 2024)
    expenses = [federal(year=year, parts=parts(federal_participation=on_federal))] if on_federal else []
    grants = [grant("drawing-right", 6_000, year), grant("co-financing", own, year)]
    grants += [grant("federal-participation", on_federal, year)] if on_federal else []
    return of_year(grants=grants, expenses=expenses, **more)


def findings_of(facts: YearFacts) -> list[Finding]:
    return [finding for finding in check_year(facts) if finding.rule == "FL-COFIN-12"]


def test_enough_own_money_says_nothing() -> None:
    assert findings_of(network(6_000)) == []


def test_too_little_money_is_a_warning_while_the_ratio_is_to_be_confirmed() -> None:
    (finding,) = findings_of(network(4_000, on_federal=1_000))
    assert finding.severity is Severity.WARNING
    assert finding.sentence.params["shortfall"] == Euros(1_000_00)
    assert finding.sentence.params["counted"] == Euros(5_000_00)
    assert finding.sentence.params["own"] == Euros(4_000_00)


def test_too_little_money_is_an_error_under_the_networks_own_ratio() -> None:
    (finding,) = findings_of(network(6_000, cofinancing_ratio=Fraction(2)))
    assert finding.severity is Severity.ERROR
    assert finding.sentence.params["required"] == Euros(12_000_00)


def test_met_only_with_federal_money_shows_both_figures() -> None:
    facts = YearFacts(
        2024,
        grants=(grant("drawing-right", 6_000), grant("co-financing", 4_000), grant("federal-modules", 3_000)),
        planned=(AllocatedPart("federal-participation", 2_500_00),),
    )
    (finding,) = findings_of(facts)
    assert finding.sentence.params["counted"] == Euros(6_500_00)
    assert finding.sentence.params["shortfall"] == Euros(2_000_00)


def test_after_the_year_only_spent_money_counts() -> None:
    assert findings_of(network(6_000, today=date(2024, 12, 31))) == []
    (finding,) = findings_of(network(6_000, today=date(2025, 1, 1)))
    assert finding.sentence.params["shortfall"] == Euros(6_000_00)


def test_nothing_is_asked_from_2027() -> None:
    facts = of_year(year=2027, grants=[grant("drawing-right", 6_000, 2027)])
    assert findings_of(facts) == []
    known = cofinancing_of_year(facts)
    assert known is not None
    assert known[0].required_cents == 0


def test_without_drawing_right_nothing_is_asked() -> None:
    facts = of_year(expenses=[expense(parts=parts(co_financing=100))])
    assert cofinancing_of_year(facts) is None
    assert findings_of(facts) == []


def rules_of(facts: YearFacts, rule: str) -> list[Finding]:
    return [finding for finding in check_year(facts) if finding.rule == rule]


def test_federal_money_counts_only_as_far_as_it_was_granted() -> None:
    facts = YearFacts(
        2024,
        grants=(
            grant("drawing-right", 6_000),
            grant("co-financing", 4_000),
            grant("federal-modules", 500),
            grant("federal-participation", 100),
        ),
        planned=(AllocatedPart("federal-participation", 2_500_00),),
    )
    known = cofinancing_of_year(facts)
    assert known is not None
    assert known[0].federal_cents == 600_00  # one pool: what the clusters have together
    without_grant = YearFacts(2024, grants=facts.grants[:2], planned=facts.planned)
    none = cofinancing_of_year(without_grant)
    assert none is not None
    assert none[0].federal_cents == 0


def test_it_is_told_that_only_a_part_of_the_federal_money_may_count() -> None:
    (hint,) = rules_of(network(4_000, on_federal=2_500), "FL-COFIN-7")
    assert hint.severity is Severity.HINT
    assert rules_of(network(6_000, on_federal=2_500), "FL-COFIN-7") == []


def test_from_2026_a_shortage_says_that_no_federal_money_can_count() -> None:
    (hint,) = rules_of(network(4_000, year=2026), "FL-COFIN-10")
    assert (hint.severity, hint.certainty) == (Severity.HINT, Certainty.PROBABLE)
    assert rules_of(network(4_000, year=2025), "FL-COFIN-10") == []
    assert rules_of(network(6_000, year=2026), "FL-COFIN-10") == []


def test_before_2020_the_source_that_asks_the_double_is_named() -> None:
    (hint,) = rules_of(network(6_000, year=2018), "FL-COFIN-2")
    assert (hint.severity, hint.certainty) == (Severity.HINT, Certainty.DISPUTED)
    assert hint.sentence.params["short"] == Euros(6_000_00)
    assert rules_of(network(12_000, year=2018), "FL-COFIN-2") == []
    assert rules_of(network(6_000, year=2018, cofinancing_ratio=Fraction(1)), "FL-COFIN-2") == []
    assert rules_of(network(6_000, year=2024), "FL-COFIN-2") == []


def test_the_finding_is_as_sure_as_the_ratio() -> None:
    (assumed,) = findings_of(network(4_000))
    (own,) = findings_of(network(4_000, cofinancing_ratio=Fraction(1)))
    assert (assumed.certainty, own.certainty) == (Certainty.ASSUMED, Certainty.CONFIRMED)
