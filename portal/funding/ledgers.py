"""The running sums of a year out of the database, and what an expense in them was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import case, func, select

from portal.extensions import db
from portal.funding import queries
from portal.funding.models import Allocation, Expense, Grant
from portal.funding.regimes import Decision, YearLaw, law_of_year
from portal.funding.rules import YearLedger
from portal.funding.types import ExpenseKind, ExpenseStage, GrantFacts, SpentPart


def open_ledger(network_id: int, year: int, overrides: tuple[Decision, ...], choice: str | None = None) -> YearLedger:
    """The sums of everything that is in the books of a year; two statements, however many expenses there are."""
    law = law_of_year(year, overrides, choice=choice)
    return YearLedger(law, grant_facts(queries.list_grants(network_id, year)), _sums(network_id, year))


def ledger_of(law: YearLaw, grants: Iterable[Grant], held: Iterable[Expense]) -> YearLedger:
    """The same out of records that were read already."""
    return YearLedger(law, grant_facts(grants), (part for expense in held for part in parts_of(expense)))


def grant_facts(grants: Iterable[Grant]) -> tuple[GrantFacts, ...]:
    return tuple(GrantFacts(one.stream, one.year, one.owner, one.amount_cents, one.pooled_cents) for one in grants)


def part_of_row(row: Any) -> SpentPart:
    """An allocation as the rules read it, out of a row of the list of allocations."""
    return SpentPart(
        stream=row.stream,
        amount_cents=row.amount_cents,
        kind=row.kind,
        stage=row.stage,
        expense=row.number,
        invoice_cents=row.invoice_cents,
        invoice_excl_vat_cents=row.invoice_excl_vat_cents,
        invoice_on=row.invoice_on,
        description=row.description,
    )


def parts_of(expense: Expense, parts: Mapping[str, int] | None = None) -> tuple[SpentPart, ...]:
    """What an expense takes of the year, as it is in the books or with other parts."""
    taken = {one.stream: one.amount_cents for one in expense.allocations} if parts is None else parts
    return parts_taken(
        taken,
        kind=expense.kind,
        stage=expense.stage,
        invoice_cents=expense.invoice_cents,
        invoice_excl_vat_cents=expense.invoice_excl_vat_cents,
    )


def parts_taken(
    parts: Mapping[str, int],
    *,
    kind: ExpenseKind,
    stage: ExpenseStage,
    invoice_cents: int,
    invoice_excl_vat_cents: int | None,
) -> tuple[SpentPart, ...]:
    """What an expense takes of the year before there is a record of it."""
    return tuple(
        SpentPart(stream, cents, kind, stage, 0, invoice_cents, invoice_excl_vat_cents)
        for stream, cents in parts.items()
        if cents
    )


def _sums(network_id: int, year: int) -> Sequence[SpentPart]:
    """Cents per stream, kind and stand; investments one by one, because each is counted without its own VAT."""
    is_investment = Expense.kind == ExpenseKind.INVESTMENT
    alone = [
        case((is_investment, column)).label(column.key)
        for column in (Expense.number, Expense.invoice_cents, Expense.invoice_excl_vat_cents)
    ]
    wanted = (
        select(Allocation.stream, Expense.kind, Expense.stage, *alone, func.sum(Allocation.amount_cents).label("cents"))
        .join(Expense, Expense.id == Allocation.expense_id)
        .where(Allocation.network_id == network_id, Allocation.year == year, Expense.withdrawn_at.is_(None))
        .group_by(Allocation.stream, Expense.kind, Expense.stage, *alone)
    )
    with db.session.no_autoflush:
        rows = db.session.execute(wanted).all()
    return [
        SpentPart(
            row.stream,
            int(row.cents),
            row.kind,
            row.stage,
            row.number or 0,
            row.invoice_cents or 0,
            row.invoice_excl_vat_cents,
        )
        for row in rows
    ]
