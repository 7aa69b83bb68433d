"""The lines of the federal report out of the ledger: plain rows, one statement however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from portal.extensions import db
from portal.funding.federal.lines import (
    ReportLine,
    in_order,
    problems_of,
    reported_beneficiaries,
    reported_description,
)
from portal.funding.models import Allocation, Expense
from portal.funding.outsourced import federal_codes
from portal.funding.regimes import SettingKey, YearLaw, spending_period
from portal.funding.regimes.streams import OLD_RECYCLED_PCS
from portal.funding.rules.found import federal_setting
from portal.funding.types import SPENT_STAGES, ExpenseKind


def list_lines(network_id: int, law: YearLaw) -> list[ReportLine]:
    """The lines that the portal would report of a year."""
    return lines_of(list_rows(network_id, law.year, federal_codes(law)), law)


def counts_imputation(law: YearLaw) -> bool:
    """Whether the day in the books counts; before 2010 it was the day of the invoice or the activity (FED-PAY-4)."""
    row = federal_setting(law, SettingKey.IMPUTATION_COUNTS)
    return row is None or bool(row.value)


def list_rows(network_id: int, year: int, streams: Sequence[str]) -> Sequence[Any]:
    """What federal money pays of the expenses of a year, as plain rows."""
    wanted = (
        select(
            Expense.id,
            Expense.number,
            Expense.description,
            Expense.kind,
            Expense.stage,
            Expense.imputed_on,
            Expense.invoice_on,
            Expense.activity_on,
            Expense.invoice_cents,
            Expense.invoice_excl_vat_cents,
            Expense.beneficiaries,
            Expense.target_n,
            Expense.pc_count,
            Allocation.stream,
            Allocation.amount_cents,
        )
        .join(Expense, Expense.id == Allocation.expense_id)
        .where(
            Allocation.network_id == network_id,
            Allocation.year == year,
            Allocation.stream.in_(streams),
            Expense.withdrawn_at.is_(None),
        )
        .order_by(Expense.number, Allocation.stream)
    )
    return db.session.execute(wanted).all()


def lines_of(rows: Sequence[Any], law: YearLaw) -> list[ReportLine]:
    """What is booked or justified, staff apart: staff is no line of the report."""
    imputation, codes = counts_imputation(law), federal_codes(law)
    period = spending_period(codes[0] if codes else "", law.year)
    found = []
    for row in rows:
        if row.stage not in SPENT_STAGES or row.kind is ExpenseKind.STAFF:
            continue
        line = ReportLine(
            expense=row.number,
            stream=row.stream,
            on=row.imputed_on if imputation else (row.invoice_on or row.activity_on or row.imputed_on),
            description=reported_description(row.description, row.kind),
            beneficiaries=row.pc_count
            if row.stream == OLD_RECYCLED_PCS and row.pc_count
            else reported_beneficiaries(row.beneficiaries, row.target_n),
            amount_cents=row.amount_cents,
            kind=row.kind,
            expense_id=row.id,
        )
        found.append(replace(line, problems=tuple(problems_of(line, period))))
    return in_order(found)
