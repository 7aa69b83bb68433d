"""The stand of an expense: promised, booked, justified; and the dates that belong to it."""

from __future__ import annotations

from collections.abc import Iterator

from portal.foundation.finding import Finding, Severity
from portal.foundation.moving import check_move_in
from portal.foundation.wording import Day, say
from portal.funding.regimes import YearLaw
from portal.funding.rules.dates import imputation_counts
from portal.funding.rules.found import found
from portal.funding.types import EXPENSE_STAGE_LABELS, NEXT_STAGES, ExpenseFacts, ExpenseStage


def check_stage_move(current: ExpenseStage, wanted: ExpenseStage) -> None:
    """Raises RuleBroken on `stage` when the table does not know the move."""
    check_move_in(
        NEXT_STAGES,
        current,
        wanted,
        refusal=say("Een uitgave die %(current)s is, kan niet naar %(wanted)s."),
        labels=EXPENSE_STAGE_LABELS,
        field="stage",
    )


def check_stage(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """What is booked has a booking date, and what has one is booked (MONEY-5)."""
    if expense.is_spent and expense.imputed_on is None and imputation_counts(law):
        yield found(law, "MONEY-5", say("Een geboekte uitgave heeft een boekingsdatum. Vul die in."), "imputed_on")
    if not expense.is_spent and expense.imputed_on is not None:
        yield found(
            law,
            "MONEY-5",
            say("Er is een boekingsdatum, maar de uitgave is nog niet geboekt. Zet ze op geboekt."),
            "stage",
            severity=Severity.WARNING,
        )
    if expense.imputed_on and expense.invoice_on and expense.invoice_on > expense.imputed_on:
        yield found(
            law,
            "MONEY-5",
            say(
                "De factuur is van %(invoice)s, na de boeking van %(imputed)s. Kijk de datums na.",
                invoice=Day(expense.invoice_on),
                imputed=Day(expense.imputed_on),
            ),
            "invoice_on",
            severity=Severity.WARNING,
        )
