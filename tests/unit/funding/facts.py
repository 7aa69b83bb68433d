"""Expenses and years for the tests of the rules: sound ones, of which a test changes what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from portal.foundation.finding import Finding, Severity
from portal.funding.rules import spent_parts
from portal.funding.types import (
    AllocatedPart,
    ExpenseFacts,
    ExpenseKind,
    GrantFacts,
    Owner,
    YearFacts,
)


def parts(**euros: float) -> tuple[AllocatedPart, ...]:
    """Parts by stream code with underscores: parts(drawing_right=100)."""
    return tuple(AllocatedPart(stream.replace("_", "-"), round(amount * 100)) for stream, amount in euros.items())


def expense(**changes: Any) -> ExpenseFacts:
    """A booked expense of 1,000 euro in 2024 on the drawing right, of which no rule says anything."""
    year = changes.get("year", 2024)
    sound: dict[str, Any] = {
        "description": "Toegang tot het zwembad voor gezinnen",
        "invoice_cents": 1_000_00,
        "year": year,
        "invoice_on": date(year, 4, 20),
        "imputed_on": date(year, 5, 1),
        "beneficiaries": 6,
        "has_proof": True,
        "parts": parts(drawing_right=1_000),
    }
    filled = sound | changes
    streams = [part.stream for part in filled["parts"]]
    return ExpenseFacts(**{"owner": owner_of(*streams)} | filled)


def owner_of(*streams: str) -> Owner:
    """Who holds the money: federal money is of the welfare centre."""
    return Owner.OCMW if any(stream.startswith("federal") for stream in streams) else Owner.MUNICIPALITY


def federal(**changes: Any) -> ExpenseFacts:
    """The same on the federal cluster for participation."""
    return expense(**{"parts": parts(federal_participation=1_000)} | changes)


def old_federal(**changes: Any) -> ExpenseFacts:
    """The same in 2014 on the old federal category of events."""
    return expense(**{"year": 2014, "parts": parts(federal_old_events=1_000)} | changes)


def grant(stream: str, euros: float, year: int = 2024, pooled_cents: int | None = None) -> GrantFacts:
    return GrantFacts(stream, year, owner_of(stream), round(euros * 100), pooled_cents)


def of_year(
    *, grants: Iterable[GrantFacts] = (), expenses: Iterable[ExpenseFacts] = (), year: int = 2024, **more: Any
) -> YearFacts:
    return YearFacts(year, tuple(grants), parts=spent_parts(expenses), **more)


def rules_in(findings: Iterable[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def blocking(findings: Iterable[Finding]) -> list[str]:
    return [finding.rule for finding in findings if finding.severity is Severity.ERROR]


def apart_from(findings: Iterable[Finding], *rules: str) -> list[Finding]:
    """The findings without those of rules that a test is not about."""
    return [finding for finding in findings if finding.rule not in rules]


def by_rule(findings: Iterable[Finding], rule: str) -> Finding:
    """The one finding of a rule."""
    (only,) = [finding for finding in findings if finding.rule == rule]
    return only


AGREEMENT = ExpenseKind.AGREEMENT
INVESTMENT = ExpenseKind.INVESTMENT
INDIVIDUAL = ExpenseKind.INDIVIDUAL
STAFF = ExpenseKind.STAFF
