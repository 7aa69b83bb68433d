"""Users of the welfare centre among the participants, and the number of beneficiaries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.foundation.finding import Severity
from portal.foundation.wording import Euros
from portal.funding.rules import chargeable_share, check_expense
from portal.funding.types import ExpenseKind, ExpenseStage
from tests.unit.funding.facts import blocking, by_rule, expense, federal, old_federal, parts, rules_in


def test_six_users_among_twenty_participants_make_300_of_1000_chargeable() -> None:
    assert chargeable_share(1_000_00, 6, 20) == 300_00


def test_charging_the_whole_invoice_of_a_mixed_audience_is_refused() -> None:
    finding = by_rule(check_expense(federal(target_group_n=6, target_group_m=20)), "FED-TARGET-6")
    assert finding.blocks
    assert finding.sentence.params["most"] == Euros(300_00)


def test_charging_the_users_share_is_fine_and_the_rest_may_go_elsewhere() -> None:
    split = parts(federal_participation=300, drawing_right=700)
    assert check_expense(federal(target_group_n=6, target_group_m=20, parts=split)) == []


def test_the_share_holds_for_all_federal_streams_together() -> None:
    split = parts(federal_participation=200, federal_child_poverty=100.01)
    assert blocking(check_expense(federal(target_group_n=6, target_group_m=20, parts=split))) == ["FED-TARGET-6"]


def test_the_key_does_not_limit_flemish_money() -> None:
    assert check_expense(expense(target_group_n=6, target_group_m=20)) == []


@pytest.mark.parametrize(("n", "m"), [(6, None), (None, 20), (21, 20), (-1, 20), (0, 0), (1, -1)])
def test_a_key_that_cannot_be_is_refused(n: int | None, m: int | None) -> None:
    assert blocking(check_expense(expense(target_group_n=n, target_group_m=m))) == ["FED-TARGET-6"]


def test_only_users_are_counted_as_beneficiaries() -> None:
    split = parts(federal_participation=300, co_financing=700)
    findings = check_expense(federal(target_group_n=6, target_group_m=20, parts=split, beneficiaries=20))
    assert [(one.rule, one.severity) for one in findings] == [("FED-TARGET-7", Severity.WARNING)]


@given(cents=st.integers(0, 10**9), m=st.integers(1, 500), share=st.integers(0, 500))
def test_the_chargeable_share_never_passes_the_invoice(cents: int, m: int, share: int) -> None:
    n = min(share, m)
    assert 0 <= chargeable_share(cents, n, m) <= cents
    assert abs(chargeable_share(cents, n, m) + chargeable_share(cents, m - n, m) - cents) <= 1


def test_beneficiaries_are_asked_on_federal_money_only() -> None:
    assert blocking(check_expense(federal(beneficiaries=None))) == ["FED-REP-2"]
    assert blocking(check_expense(federal(beneficiaries=0))) == ["FED-REP-3"]
    assert check_expense(expense(beneficiaries=None)) == []


def test_beneficiaries_below_zero_are_refused_everywhere() -> None:
    assert blocking(check_expense(expense(beneficiaries=-1))) == ["FED-REP-3"]
    assert blocking(check_expense(federal(beneficiaries=-1))) == ["FED-REP-3"]


def test_beneficiaries_of_a_promise_may_follow() -> None:
    promised = federal(beneficiaries=None, stage=ExpenseStage.COMMITTED, imputed_on=None)
    assert rules_in(check_expense(promised)) == ["FED-REP-2"]
    assert blocking(check_expense(promised)) == []


def test_staff_and_recycled_computers_have_no_beneficiaries() -> None:
    assert check_expense(federal(kind=ExpenseKind.STAFF, beneficiaries=None)) == []
    computers = parts(federal_old_recycled_pcs=1_000)
    assert check_expense(old_federal(parts=computers, pc_count=10, beneficiaries=None)) == []
