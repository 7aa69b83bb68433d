"""An expense on its way into the books: drawn up or changed as far as the rules of itself and of its year let it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.finding import Finding, most_serious_first
from portal.funding import approvals, rules
from portal.funding.bookkeeping import keep_findings, put_parts
from portal.funding.facts import facts_of
from portal.funding.ledgers import parts_of
from portal.funding.models import Expense
from portal.funding.regimes import Decision
from portal.funding.rules import YearLedger
from portal.funding.types import SpentPart
from portal.network.models import Network


class Refused(RuleBroken):
    """Errors of the rulebook that block booking; all findings travel along for the page."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        first = next(finding for finding in findings if finding.blocks)
        super().__init__(first.sentence, first.field)
        self.findings = list(findings)


def draw_up_expense(
    network: Network,
    *,
    year: int,
    number: int,
    parts: Mapping[str, int],
    overrides: tuple[Decision, ...],
    ledger: YearLedger | None = None,
    said: Sequence[Finding] = (),
    **values: Any,
) -> Expense:
    """A new expense that the rulebook let through, not in the session yet.

    Who draws up many held the ledger before, and passes on what it `said`.
    """
    expense = Expense(network_id=network.id, year=year, number=number, **values)
    approvals.begin(expense, is_wanted=network.wants_four_eyes(year))
    findings = _insist_on_rules(expense, parts, overrides, ledger)
    put_parts(expense, parts)
    keep_findings(expense, [*findings, *said])
    return expense


def amend_expense(
    expense: Expense,
    *,
    parts: Mapping[str, int],
    overrides: tuple[Decision, ...],
    ledger: YearLedger | None = None,
    said: Sequence[Finding] = (),
    **values: Any,
) -> None:
    """Change an expense as far as the rulebook lets it, not sent to the database yet; raises Refused."""
    with db.session.no_autoflush:
        old = parts_of(expense)
        changed = {name for name, value in values.items() if getattr(expense, name) != value}
        for name in changed:
            setattr(expense, name, values[name])
        if changed - {"stage"} or _pays_other(expense, parts):
            approvals.touch(expense)
        try:
            findings = _insist_on_rules(expense, parts, overrides, ledger, old)
        except Refused:
            db.session.expire(expense, [*values, *approvals.COLUMNS])
            raise
        put_parts(expense, parts)
        keep_findings(expense, [*findings, *said])


def _pays_other(expense: Expense, parts: Mapping[str, int]) -> bool:
    """Whether a stream pays something else than before."""
    held = {part.stream: part.amount_cents for part in expense.allocations}
    return held != {stream: cents for stream, cents in parts.items() if cents}


def _insist_on_rules(
    expense: Expense,
    parts: Mapping[str, int],
    overrides: tuple[Decision, ...],
    ledger: YearLedger | None,
    old: Sequence[SpentPart] = (),
) -> list[Finding]:
    """What the rules say of the expense, and of the year with it; raises Refused when any of that blocks."""
    found = rules.check_expense(facts_of(expense, parts), overrides=overrides)
    if ledger is not None:
        found = [*found, *ledger.take(parts_of(expense, parts), old)]
    findings = most_serious_first(found)
    if any(finding.blocks for finding in findings):
        raise Refused(findings)
    return findings
