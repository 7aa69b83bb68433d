"""What the evidence list reads: every expense of a year with its proofs, agreement, key and streams."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from portal.extensions import db
from portal.foundation.clock import now, today
from portal.foundation.finding import Severity
from portal.foundation.wording import Wording, say
from portal.foundation.years import FIRST_YEAR
from portal.funding.models import Expense
from portal.funding.outsourced import list_outsourced
from portal.funding.regimes import StreamKind, find_stream
from portal.funding.types import SPENT_STAGES, ExpenseKind
from portal.network.models import Network
from portal.reports.papers.evidence import EvidenceAgreement, EvidenceFacts, EvidenceRow, write_evidence
from portal.reports.sources.federal_report import law_for
from portal.reports.types import DataState, Paper
from portal.transfer.queries import get_revision


def refuse(network: Network, year: int) -> Wording | None:
    """There is money from the first federal decree on."""
    if year < FIRST_YEAR:
        return say("In %(year)s was er nog geen geld voor een netwerk. Er is dus geen bewijslijst.", year=year)
    return None


def build(network: Network, year: int) -> Paper:
    return write_evidence(read_evidence(network, year))


def read_evidence(network: Network, year: int) -> EvidenceFacts:
    law = law_for(network, year)
    return EvidenceFacts(
        network=network.name,
        applicant=network.applicant_name,
        year=year,
        state=DataState(now(), get_revision(network.id)),
        rows=tuple(_row(expense) for expense in _list_with_proofs(network.id, year)),
        agreements=tuple(
            EvidenceAgreement(
                partner=work.agreement.partner.name,
                title=work.agreement.title,
                reference=work.agreement.reference,
                amount_cents=work.agreement.amount_cents,
                charged_cents=work.charged_cents,
                signed_on=work.agreement.signed_on,
                partner_signed_on=work.agreement.partner_signed_on,
                committed_on=work.agreement.committed_on,
                received_on=work.agreement.justification_received_on,
                checked_on=work.agreement.justification_checked_on,
                checked_by=work.agreement.justification_checked_by,
            )
            for work in list_outsourced(network.id, year, law, today())
        ),
    )


def _list_with_proofs(network_id: int, year: int) -> Sequence[Expense]:
    """Every expense of a year by its number (4 statements)."""
    wanted = (
        select(Expense)
        .where(Expense.network_id == network_id, Expense.year == year, Expense.withdrawn_at.is_(None))
        .options(
            joinedload(Expense.agreement),
            selectinload(Expense.allocations),
            selectinload(Expense.proofs),
            selectinload(Expense.findings),
        )
        .order_by(Expense.number)
    )
    return db.session.scalars(wanted).all()


def _row(expense: Expense) -> EvidenceRow:
    agreement = expense.agreement
    streams = [(find_stream(part.stream), part) for part in expense.allocations]
    n, m = expense.target_n, expense.target_m
    return EvidenceRow(
        number=expense.number,
        description=expense.description,
        supplier=expense.supplier,
        invoice_cents=expense.invoice_cents,
        parts=tuple((known.short_label if known else say(part.stream), part.amount_cents) for known, part in streams),
        on=expense.invoice_on or expense.activity_on,
        imputed_on=expense.imputed_on,
        reference=expense.evidence_reference,
        proofs=tuple(proof.filename for proof in expense.proofs if proof.withdrawn_at is None),
        agreement=agreement.title if agreement else "",
        key=(n, m) if n is not None and m is not None else None,
        beneficiaries=expense.pc_count or expense.beneficiaries,
        is_spent=expense.stage in SPENT_STAGES,
        is_outsourced=expense.kind is ExpenseKind.AGREEMENT,
        is_federal=any(known is not None and known.kind is StreamKind.FEDERAL for known, _part in streams),
        is_staff=expense.kind is ExpenseKind.STAFF,
        is_signed=agreement is not None and agreement.signed_by_both_on is not None,
        is_controlled=agreement is not None and agreement.justification_checked_on is not None,
        has_error=any(one.severity is Severity.ERROR for one in expense.findings),
    )
