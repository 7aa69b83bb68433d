"""What holds for any expense: no order matters, nothing crashes, no cent appears or is lost."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.foundation.money import split_cents
from portal.funding.regimes import RULES, all_streams
from portal.funding.rules import check_expense, check_year, spent_parts
from portal.funding.types import (
    AllocatedPart,
    ExpenseFacts,
    ExpenseKind,
    ExpenseStage,
    GrantFacts,
    Owner,
    YearFacts,
)

DAYS = st.none() | st.dates(date(2006, 1, 1), date(2029, 1, 1))
CODES = [stream.code for stream in all_streams()] + ["lottery"]
PARTS = st.lists(st.builds(AllocatedPart, st.sampled_from(CODES), st.integers(-10, 2_000_00)), max_size=5)

EXPENSES = st.builds(
    ExpenseFacts,
    description=st.sampled_from(["", "Zumba", "GWP en BMX", "Toegang tot het zwembad", "m.b.t. KVLV"]),
    invoice_cents=st.integers(-10, 2_000_00),
    year=st.integers(2005, 2028),
    kind=st.sampled_from(ExpenseKind),
    stage=st.sampled_from(ExpenseStage),
    owner=st.none() | st.sampled_from(Owner),
    invoice_excl_vat_cents=st.none() | st.integers(-10, 2_000_00),
    invoice_on=DAYS,
    activity_on=DAYS,
    imputed_on=DAYS,
    beneficiaries=st.none() | st.integers(-1, 40),
    target_group_n=st.none() | st.integers(-1, 20),
    target_group_m=st.none() | st.integers(-1, 20),
    is_ict_pack=st.booleans(),
    pc_count=st.none() | st.integers(-1, 5),
    has_agreement=st.booleans(),
    agreement_signed_on=DAYS,
    agreement_committed_on=DAYS,
    has_proof=st.booleans(),
    parts=PARTS.map(tuple),
)

GRANTS = st.builds(GrantFacts, st.sampled_from(CODES), st.just(2024), st.sampled_from(Owner), st.integers(0, 5_000_00))


@settings(max_examples=60, deadline=None)
@given(expense=EXPENSES, shuffle=st.randoms(use_true_random=False))
def test_findings_of_an_expense_never_depend_on_the_order_of_its_parts(expense: ExpenseFacts, shuffle: Random) -> None:
    mixed = list(expense.parts)
    shuffle.shuffle(mixed)
    findings = check_expense(expense)
    other = ExpenseFacts(**{**vars(expense), "parts": tuple(mixed)})
    assert check_expense(other) == findings
    assert all(finding.rule in RULES and str(finding.sentence) for finding in findings)


@settings(max_examples=40, deadline=None)
@given(
    expenses=st.lists(EXPENSES, max_size=6),
    grants=st.lists(GRANTS, max_size=4),
    today=DAYS,
    shuffle=st.randoms(use_true_random=False),
)
def test_findings_of_a_year_never_depend_on_the_order_of_its_rows(
    expenses: list[ExpenseFacts], grants: list[GrantFacts], today: date | None, shuffle: Random
) -> None:
    parts = spent_parts(expenses)
    findings = check_year(YearFacts(2024, tuple(grants), parts=parts, today=today))
    mixed, turned = list(parts), list(grants)
    shuffle.shuffle(mixed)
    shuffle.shuffle(turned)
    assert check_year(YearFacts(2024, tuple(turned), parts=tuple(mixed), today=today)) == findings


@given(cents=st.integers(1, 10**9), weights=st.lists(st.integers(0, 100), min_size=1, max_size=6).filter(any))
def test_an_invoice_split_over_streams_is_never_charged_too_much(cents: int, weights: list[int]) -> None:
    split = split_cents(cents, weights)
    assert sum(split) == cents
    expense = ExpenseFacts(
        description="Toegang tot het zwembad",
        invoice_cents=cents,
        year=2024,
        imputed_on=date(2024, 5, 1),
        has_proof=True,
        parts=tuple(
            AllocatedPart(code, part)
            for code, part in zip(("drawing-right", "co-financing", "other") * 2, split, strict=False)
            if part
        ),
    )
    assert check_expense(expense) == []
