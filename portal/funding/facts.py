"""What the rules want to know of records: of one expense, and of the money of a whole year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from portal.extensions import db
from portal.foundation.clock import today
from portal.funding.models import Expense
from portal.funding.regimes.fl_bcd_b import FL_BCD_B
from portal.funding.types import (
    AllocatedPart,
    ApprovalState,
    ExpenseFacts,
    ExpenseStage,
    GrantFacts,
    SpentPart,
    YearFacts,
)
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
        agreement_signed_on=agreement.signed_by_both_on if agreement else None,
        agreement_committed_on=agreement.committed_on if agreement else None,
        has_proof=bool(expense.evidence_reference) or any(proof.withdrawn_at is None for proof in expense.proofs),
        awaits_approval=_awaits_approval(expense),
        regime_choice=_choice_for(expense),
        parts=tuple(AllocatedPart(stream, cents) for stream, cents in sorted(parts.items()) if cents),
        today=today(),
    )


def _awaits_approval(expense: Expense) -> bool:
    """Only what is justified needs it; the network is in the session already, as a rule."""
    if expense.stage is not ExpenseStage.JUSTIFIED or expense.approval is ApprovalState.APPROVED:
        return False
    network = db.session.get(Network, expense.network_id) if expense.network_id is not None else None
    return network is not None and network.wants_four_eyes(expense.year)


def _choice_for(expense: Expense) -> str | None:
    """The network is in the session already, as a rule; only years with a choice ask for it."""
    if expense.year < FL_BCD_B.first_year or expense.network_id is None:
        return None
    return choice_of(db.session.get(Network, expense.network_id), expense.year)


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
    grants: Iterable[GrantFacts],
    planned: Iterable[AllocatedPart],
    parts: Iterable[SpentPart],
    unallocated: int,
    today: date,
) -> YearFacts:
    """The money of a year, with what the network decided of itself: its own ratio, and its regime."""
    percent = network.cofinancing_ratio_percent
    return YearFacts(
        year=year,
        grants=tuple(grants),
        planned=tuple(planned),
        parts=tuple(parts),
        unallocated=unallocated,
        today=today,
        cofinancing_ratio=None if percent is None else Fraction(percent, 100),
        regime_choice=choice_of(network, year),
    )


def choice_of(network: Network | None, year: int) -> str | None:
    """The regime that a network chose for a year: supra-local before 2033 is a choice (FL-BCD-3)."""
    since = network.supra_local_from if network is not None else None
    return FL_BCD_B.code if since is not None and since <= year else None
