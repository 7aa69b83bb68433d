"""Agreements with organisations, evidence and staff as an expense."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.foundation.finding import Severity
from portal.funding.rules import check_expense
from portal.funding.types import ExpenseFacts, ExpenseStage
from tests.unit.funding.facts import (
    AGREEMENT,
    STAFF,
    blocking,
    by_rule,
    expense,
    federal,
    old_federal,
    parts,
    rules_in,
)


def outsourced(year: int = 2024, **changes: Any) -> ExpenseFacts:
    stream = "federal_old_initiatives" if year < 2017 else "federal_participation"
    signed: dict[str, Any] = {
        "year": year,
        "kind": AGREEMENT,
        "has_agreement": True,
        "agreement_signed_on": date(year, 2, 1),
        "agreement_committed_on": date(year, 2, 10),
        "parts": parts(**{stream: 1_000}),
    }
    return expense(**signed | changes)


def test_a_signed_agreement_committed_in_the_year_is_sound() -> None:
    assert check_expense(outsourced(2014)) == []
    assert check_expense(outsourced(2024)) == []


def test_outsourcing_without_agreement_is_refused_on_federal_money() -> None:
    assert blocking(check_expense(outsourced(2024, has_agreement=False))) == ["FED-COOP-1"]
    assert blocking(check_expense(outsourced(2014, has_agreement=False))) == ["FED-COOP-2"]
    assert check_expense(outsourced(2024, has_agreement=False, parts=parts(drawing_right=1_000))) == []


def test_the_agreement_of_a_promise_may_follow() -> None:
    promised = outsourced(2024, has_agreement=False, stage=ExpenseStage.COMMITTED, imputed_on=None)
    assert by_rule(check_expense(promised), "FED-COOP-1").severity is Severity.WARNING


def test_the_commitment_falls_in_the_year() -> None:
    before = {"agreement_committed_on": date(2013, 12, 31)}
    assert blocking(check_expense(outsourced(2014, **before))) == ["FED-COOP-2"]
    unsure = by_rule(check_expense(outsourced(2024, agreement_committed_on=date(2023, 12, 31))), "FED-COOP-2")
    assert unsure.severity is Severity.WARNING


def test_an_unknown_commitment_is_asked_for() -> None:
    for year in (2014, 2024):
        finding = by_rule(check_expense(outsourced(year, agreement_committed_on=None)), "FED-COOP-2")
        assert (finding.severity, finding.field) == (Severity.WARNING, "agreement_id")


def test_before_2010_the_commitment_is_not_looked_at() -> None:
    old = outsourced(2009, agreement_committed_on=None, invoice_on=date(2009, 3, 1))
    assert check_expense(old) == []


def test_an_unsigned_agreement_blocks_in_the_old_years() -> None:
    assert blocking(check_expense(outsourced(2014, agreement_signed_on=None))) == ["FED-COOP-2"]
    assert blocking(check_expense(outsourced(2024, agreement_signed_on=None))) == []


def test_an_agreement_belongs_in_category_3_or_4() -> None:
    for stream in ("federal_old_events", "federal_old_associations"):
        assert blocking(check_expense(outsourced(2014, parts=parts(**{stream: 1_000})))) == ["FED-COOP-3"]
    for stream in ("federal_old_initiatives", "federal_old_ict", "federal_old_child_poverty"):
        assert check_expense(outsourced(2014, parts=parts(**{stream: 1_000}))) == []


def test_what_is_booked_without_proof_is_a_warning() -> None:
    findings = check_expense(expense(has_proof=False))
    assert [(one.rule, one.severity, one.field) for one in findings] == [
        ("FED-REP-5", Severity.WARNING, "evidence_reference")
    ]
    promised = expense(has_proof=False, stage=ExpenseStage.COMMITTED, imputed_on=None)
    assert check_expense(promised) == []


def test_staff_as_a_line_of_the_old_years_is_a_warning() -> None:
    findings = check_expense(old_federal(kind=STAFF))
    assert [(one.rule, one.severity) for one in findings] == [("FED-STAFF-1", Severity.WARNING)]
    assert check_expense(federal(kind=STAFF)) == []


def test_staff_on_the_drawing_right_is_not_excluded_but_unknown() -> None:
    findings = check_expense(expense(kind=STAFF))
    assert rules_in(findings) == ["FL-SPEND-3"]
    assert findings[0].severity is Severity.HINT
