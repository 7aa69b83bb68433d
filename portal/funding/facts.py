"""What the rules want to know of records: of one expense, and of the money of a whole year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from portal.extensions import db
from portal.funding.models import Expense, Grant
from portal.funding.types import AllocatedPart, ExpenseFacts, GrantFacts, SpentPart, YearFacts
from portal.network.models import Agreement, Network


def facts_of(expense: Expense, parts: Mapping[str, int]) -> ExpenseFacts:
    """What the rules want to know of an expense, saved or still in a form."""
    agreement = _agreement_of(expense)
    return ExpenseFacts(
        description=expense.description or "",
        invoice_cents=expense.invoice_cents,
        invoice_excl_vat_cents=expense.invoice_excl_vat_cents,
        invoice_on=expense.invoice_on,
        activity_on=expense.activity_on,
        imputed_on=expense.imputed_on,
        year=expense.year,
        beneficiaries=expense.beneficiaries,
        target_group_n=expense.target_n,
        target_group_m=expense.target_m,
        kind=expense.kind,
        stage=expense.stage,
        owner=expense.owner,
        is_ict_pack=bool(expense.is_ict_pack),
        pc_count=expense.pc_count,
        has_agreement=agreement is not None,
        agreement_signed_on=agreement.signed_on if agreement else None,
        agreement_committed_on=agreement.committed_on if agreement else None,
        has_proof=bool(expense.evidence_reference) or any(proof.withdrawn_at is None for proof in expense.proofs),
        parts=tuple(AllocatedPart(stream, cents) for stream, cents in sorted(parts.items()) if cents),
    )


def _agreement_of(expense: Expense) -> Agreement | None:
    """The agreement that the expense points at now; what was loaded before may be another one."""
    if expense.agreement_id is None:
        return expense.agreement if expense not in db.session else None
    if expense.agreement is not None and expense.agreement.id == expense.agreement_id:
        return expense.agreement
    return db.session.get(Agreement, expense.agreement_id)


def facts_of_year(
    network: Network,
    year: int,
    *,
    grants: Sequence[Grant],
    rows: Sequence[Any],
    planned: Mapping[str, int],
    unallocated: int,
    today: date,
) -> YearFacts:
    """The money of a year; `rows` are those of `queries.list_allocation_rows`."""
    percent = network.cofinancing_ratio_percent
    return YearFacts(
        year=year,
        grants=tuple(GrantFacts(grant.stream, grant.year, grant.owner, grant.amount_cents) for grant in grants),
        planned=tuple(AllocatedPart(stream, cents) for stream, cents in planned.items()),
        parts=tuple(
            SpentPart(
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
            for row in rows
        ),
        unallocated=unallocated,
        today=today,
        cofinancing_ratio=None if percent is None else Fraction(percent, 100),
    )
