"""Investments, purchases for a person, recycled computers and packs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.foundation.finding import Severity
from portal.foundation.wording import Euros
from portal.funding.regimes import law_of_year
from portal.funding.rules import check_expense, ict_pack_share, most_federal, recycled_pcs_cap
from portal.funding.types import AllocatedPart, ExpenseFacts, ExpenseKind
from tests.unit.funding.facts import (
    INDIVIDUAL,
    INVESTMENT,
    blocking,
    by_rule,
    expense,
    federal,
    old_federal,
    parts,
    rules_in,
)


def investment(year: int, incl: int, excl: int | None) -> ExpenseFacts:
    stream = "federal_old_events" if year < 2017 else "federal_participation"
    return expense(
        year=year,
        kind=INVESTMENT,
        description="Aankoop van een projector",
        invoice_cents=incl * 100,
        invoice_excl_vat_cents=None if excl is None else excl * 100,
        parts=parts(**{stream: incl}),
    )


@pytest.mark.parametrize(("year", "rule"), [(2014, "FED-INV-1"), (2018, "FED-INV-3"), (2020, "FED-INV-3")])
def test_an_investment_is_at_most_500_euro_without_vat(year: int, rule: str) -> None:
    assert check_expense(investment(year, 605, 500)) == []
    assert blocking(check_expense(investment(year, 607, 501))) == [rule]


def test_an_unknown_amount_without_vat_is_asked_for() -> None:
    finding = by_rule(check_expense(investment(2014, 600, None)), "FED-INV-1")
    assert (finding.severity, finding.field) == (Severity.ERROR, "invoice_excl_vat_cents")
    assert check_expense(investment(2014, 500, None)) == []


def test_only_the_charged_part_of_an_investment_counts() -> None:
    dear = old_federal(kind=INVESTMENT, parts=parts(federal_old_events=500, co_financing=500))
    assert check_expense(dear) == []


@pytest.mark.parametrize(
    ("year", "severity"), [(2021, Severity.WARNING), (2022, Severity.ERROR), (2025, Severity.ERROR)]
)
def test_investments_are_not_eligible_in_the_last_years(year: int, severity: Severity) -> None:
    finding = by_rule(check_expense(investment(year, 100, 90)), "FED-INV-4")
    assert (finding.severity, finding.field) == (severity, "kind")


def test_an_investment_with_flemish_money_is_free() -> None:
    assert check_expense(expense(year=2024, kind=INVESTMENT)) == []


def purchase(year: int, persons: int, **changes: Any) -> list[tuple[str, Severity]]:
    stream = "federal_old_events" if year < 2017 else "federal_participation"
    facts = expense(year=year, kind=INDIVIDUAL, beneficiaries=persons, parts=parts(**{stream: 1_000}), **changes)
    return [(one.rule, one.severity) for one in check_expense(facts)]


def test_a_purchase_for_a_person_above_500_euro_without_vat_is_a_warning() -> None:
    assert purchase(2014, 1) == [("FED-INV-2", Severity.WARNING)]
    assert purchase(2018, 1) == [("FED-INV-3", Severity.WARNING)]
    assert purchase(2014, 2) == []
    assert purchase(2014, 1, invoice_excl_vat_cents=500_00) == []


def test_the_limit_for_a_person_went_away_with_the_investments() -> None:
    assert purchase(2022, 1) == []


def test_a_pack_of_75_euro_counts_for_25() -> None:
    assert ict_pack_share(75_00) == 25_00


def test_a_pack_counts_for_a_third_on_federal_money() -> None:
    def pack(charged: float) -> ExpenseFacts:
        return old_federal(invoice_cents=75_00, is_ict_pack=True, parts=parts(federal_old_ict=charged))

    assert blocking(check_expense(pack(25))) == []
    finding = by_rule(check_expense(pack(25.01)), "FED-COST-6")
    assert finding.blocks
    assert finding.sentence.params["most"] == Euros(25_00)


def test_a_pack_in_the_new_years_is_only_a_warning() -> None:
    findings = check_expense(federal(is_ict_pack=True))
    assert [(one.rule, one.severity) for one in findings] == [("FED-COST-6", Severity.WARNING)]


def test_a_pack_for_a_mixed_audience_counts_for_the_users_third() -> None:
    facts = old_federal(
        invoice_cents=75_00,
        is_ict_pack=True,
        target_group_n=6,
        target_group_m=20,
        parts=parts(federal_old_ict=7.51),
    )
    assert blocking(check_expense(facts)) == ["FED-COST-6"]


def computers(pcs: int | None, invoice: float, **split: float) -> ExpenseFacts:
    return old_federal(
        description="Gerecycleerde computers",
        invoice_cents=round(invoice * 100),
        pc_count=pcs,
        parts=parts(**{f"federal_old_{stream}": euros for stream, euros in split.items()}),
    )


def test_a_recycled_computer_is_reclaimed_for_100_euro() -> None:
    assert recycled_pcs_cap(3) == 300_00
    assert rules_in(check_expense(computers(1, 140, recycled_pcs=100))) == ["MONEY-4"]
    assert blocking(check_expense(computers(1, 140, recycled_pcs=100.01))) == ["FED-COST-7"]
    assert rules_in(check_expense(computers(3, 330, recycled_pcs=300))) == ["MONEY-4"]


def test_the_number_of_recycled_computers_is_asked_for() -> None:
    assert by_rule(check_expense(computers(None, 140, recycled_pcs=100)), "FED-COST-7").field == "pc_count"
    assert by_rule(check_expense(computers(0, 140, recycled_pcs=100)), "FED-COST-7").field == "pc_count"


def test_what_one_computer_costs_more_cannot_go_to_category_4() -> None:
    assert blocking(check_expense(computers(1, 140, recycled_pcs=100, ict=40))) == ["FED-COST-7"]


def test_whole_computers_that_found_no_place_may_go_to_category_4() -> None:
    assert blocking(check_expense(computers(10, 1_500, recycled_pcs=500, ict=750))) == []
    assert blocking(check_expense(computers(10, 1_500, recycled_pcs=500, ict=750.01))) == ["FED-COST-7"]
    assert check_expense(computers(10, 500, recycled_pcs=250, ict=250)) == []


EXPENSES = st.builds(
    expense,
    year=st.sampled_from([2014, 2018, 2020, 2024]),
    kind=st.sampled_from([ExpenseKind.COLLECTIVE, INVESTMENT, INDIVIDUAL]),
    invoice_cents=st.integers(1, 3_000_00),
    invoice_excl_vat_cents=st.none() | st.integers(0, 1_000_00),
    target_group_n=st.none() | st.integers(0, 6),
    target_group_m=st.none() | st.integers(1, 20),
    is_ict_pack=st.booleans(),
    beneficiaries=st.integers(1, 3),
)
OF_AN_EXPENSE = {"FED-TARGET-6", "FED-COST-6", "FED-INV-1", "FED-INV-2", "FED-INV-3", "FED-INV-4"}


def objections(facts: ExpenseFacts, charged: int) -> set[str]:
    stream = "federal-old-events" if facts.year < 2017 else "federal-participation"
    found = check_expense(replace(facts, parts=(AllocatedPart(stream, charged),)))
    return {one.rule for one in found} & OF_AN_EXPENSE


@given(facts=EXPENSES)
def test_the_most_that_federal_money_may_pay_is_where_the_rulebook_begins_to_object(facts: ExpenseFacts) -> None:
    most = most_federal(facts, law_of_year(facts.year))
    if most > 0 and (facts.target_group_n is None) == (facts.target_group_m is None):
        assert objections(facts, min(most, facts.invoice_cents)) == set()
    if most < facts.invoice_cents and facts.kind is not INDIVIDUAL:
        assert objections(facts, most + 1)


def test_half_a_key_leaves_nothing_to_charge() -> None:
    assert most_federal(expense(target_group_n=6), law_of_year(2024)) == 0


def test_an_investment_without_vat_may_be_dearer_with_it() -> None:
    law = law_of_year(2018)
    assert most_federal(expense(kind=INVESTMENT, invoice_cents=605_00, invoice_excl_vat_cents=500_00), law) == 605_00
    assert most_federal(expense(kind=INVESTMENT, invoice_cents=605_00), law) == 500_00
    assert most_federal(expense(kind=INVESTMENT), law_of_year(2024)) == 0
