"""What hangs on an expense: the parts that streams pay, and what the rulebook said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portal.foundation.finding import Finding, Severity
from portal.funding import rules
from portal.funding.facts import facts_of
from portal.funding.models import Allocation, Expense, KeptFinding
from portal.funding.regimes import Decision
from portal.funding.said import kept_sentence


def put_parts(expense: Expense, parts: Mapping[str, int]) -> None:
    """What each stream pays from now on; a stream at zero, or not named, pays nothing."""
    held = {allocation.stream: allocation for allocation in expense.allocations}
    for stream, cents in parts.items():
        if stream in held:
            if cents:
                held[stream].amount_cents = cents
            else:
                expense.allocations.remove(held[stream])
        elif cents:
            expense.allocations.append(
                Allocation(network_id=expense.network_id, year=expense.year, stream=stream, amount_cents=cents)
            )
    for stream, allocation in held.items():
        if stream not in parts and allocation in expense.allocations:
            expense.allocations.remove(allocation)


def say_again(expense: Expense, overrides: tuple[Decision, ...]) -> bool:
    """Run the rulebook on a saved expense and keep what it says; whether anything is different now."""
    parts = {part.stream: part.amount_cents for part in expense.allocations}
    found = rules.check_expense(facts_of(expense, parts), overrides=overrides)
    return keep_findings(expense, [*found, *said_with_year(expense)])


def keep_findings(expense: Expense, findings: Sequence[Finding]) -> bool:
    """Keep warnings and errors, and tell whether anything is different now.

    An answer stays as long as its finding says the same, as seriously as before.
    """
    is_other = False
    said = {(finding.rule, str(finding.sentence)): finding for finding in findings if finding.severity != Severity.HINT}
    for kept in list(expense.findings):
        key = (kept.rule, str(kept.sentence_wording))
        if key in said:
            is_other |= _renew(kept, said.pop(key))
        else:
            expense.findings.remove(kept)
            is_other = True
    for finding in said.values():
        expense.findings.append(
            KeptFinding(
                network_id=expense.network_id,
                year=expense.year,
                rule=finding.rule,
                severity=finding.severity,
                sentence=kept_sentence(finding, expense.year),
                source=finding.source,
                field=finding.field,
            )
        )
    return is_other or bool(said)


def said_with_year(expense: Expense) -> list[Finding]:
    """What the sums of the year said when the expense was saved; that holds as long as its amounts stay."""
    return [one.again for one in expense.findings if one.rule == "MONEY-2"]


def _renew(kept: KeptFinding, said: Finding) -> bool:
    """The same sentence may weigh more, be surer, or come from another source, after an administrator decided so."""
    if (kept.severity, kept.source, kept.certainty) == (said.severity, said.source, said.certainty):
        return False
    if kept.certainty is not said.certainty:
        kept.sentence = kept_sentence(said, kept.year)
    if kept.severity is not said.severity:
        kept.answered_at, kept.answered_by = None, ""
    kept.severity, kept.source = said.severity, said.source
    return True
