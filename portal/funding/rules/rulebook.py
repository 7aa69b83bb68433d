"""The whole rulebook on one expense and on one year; findings come in one fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from portal.foundation.finding import Finding, most_serious_first
from portal.funding.regimes import Decision, Setting, YearLaw, as_decisions, law_of_year
from portal.funding.rules.agreements import check_agreement, check_proof
from portal.funding.rules.amounts import check_amounts
from portal.funding.rules.approval import check_approval
from portal.funding.rules.balance import check_grants, check_overspent, check_unallocated, check_unspent
from portal.funding.rules.caps import check_caps
from portal.funding.rules.cofinancing import CofinancingPosition, check_cofinancing, position_of_year
from portal.funding.rules.dates import check_dates
from portal.funding.rules.descriptions import check_description
from portal.funding.rules.refused_costs import check_costs
from portal.funding.rules.staff import check_staff
from portal.funding.rules.stages import check_stage
from portal.funding.rules.streams import check_owner, check_streams
from portal.funding.rules.target_group import check_beneficiaries, check_target_share
from portal.funding.rules.totals import YearTotals
from portal.funding.rules.whole_subsidy import (
    check_doubles,
    check_investments,
    check_outsourcing,
    check_staff_of_year,
)
from portal.funding.types import ExpenseFacts, YearFacts

EXPENSE_CHECKS: tuple[Callable[[ExpenseFacts, YearLaw], Iterator[Finding]], ...] = (
    check_streams,
    check_owner,
    check_amounts,
    check_stage,
    check_dates,
    check_description,
    check_target_share,
    check_beneficiaries,
    check_costs,
    check_caps,
    check_staff,
    check_agreement,
    check_proof,
    check_approval,
)

YEAR_CHECKS: tuple[Callable[[YearTotals], Iterator[Finding]], ...] = (
    check_grants,
    check_overspent,
    check_unspent,
    check_unallocated,
    check_cofinancing,
    check_investments,
    check_staff_of_year,
    check_outsourcing,
    check_doubles,
)


def check_expense(expense: ExpenseFacts, *, overrides: Sequence[Decision] = ()) -> list[Finding]:
    """Everything the rules of the year of the money say of an expense, the most serious first.

    `overrides` are what administrators decided.
    """
    law = law_of_year(expense.year, as_decisions(overrides), expense.regime_choice)
    return _in_order(finding for check in EXPENSE_CHECKS for finding in check(expense, law))


def check_year(facts: YearFacts, *, overrides: Sequence[Decision] = ()) -> list[Finding]:
    """Everything the rules say of the money of a whole year, the most serious first."""
    totals = totals_of_year(facts, overrides=overrides)
    return _in_order(finding for check in YEAR_CHECKS for finding in check(totals))


def totals_of_year(facts: YearFacts, *, overrides: Sequence[Decision] = ()) -> YearTotals:
    """Granted, planned, used and spent under the law of the year."""
    return YearTotals(facts, law_of_year(facts.year, as_decisions(overrides), facts.regime_choice))


def cofinancing_of_year(
    facts: YearFacts, *, overrides: Sequence[Decision] = ()
) -> tuple[CofinancingPosition, Setting] | None:
    """What is asked and what is there, with the ratio and how sure it is; None when nothing can be asked."""
    return position_of_year(totals_of_year(facts, overrides=overrides))


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return most_serious_first(list(findings))
