"""The agreements of a network beside the federal money of a year: what each is charged, and what the rules say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from portal.extensions import db
from portal.foundation.finding import Finding
from portal.funding.models import Allocation, Expense
from portal.funding.regimes import StreamKind, YearLaw, spending_period
from portal.funding.rules.outsourcing import AgreementFacts, check_outsourced
from portal.network.models import Agreement
from portal.network.queries import list_agreements


@dataclass(frozen=True)
class OutsourcedWork:
    """One agreement with what federal money pays of it in a year, and its findings."""

    agreement: Agreement
    charged_cents: int
    findings: tuple[Finding, ...]


def list_outsourced(network_id: int, year: int, law: YearLaw, today: date) -> list[OutsourcedWork]:
    """Agreements that ran in a year or that its federal money pays, in the order in which they began (2 statements)."""
    charged = sum_charged(network_id, year, federal_codes(law))
    found = []
    for one in list_agreements(network_id):
        ran = one.starts_on.year <= year and (one.ends_on is None or one.ends_on.year >= year)
        if ran or one.id in charged:
            cents = charged.get(one.id, 0)
            said = check_outsourced(facts_of_agreement(one, cents, law, today), law)
            found.append(OutsourcedWork(one, cents, tuple(said)))
    return found


def federal_codes(law: YearLaw) -> list[str]:
    return [code for code, stream in law.streams.items() if stream.kind is StreamKind.FEDERAL]


def sum_charged(network_id: int, year: int, streams: Sequence[str]) -> Mapping[int, int]:
    """Cents of a year on these streams, per agreement."""
    wanted = (
        select(Expense.agreement_id, func.sum(Allocation.amount_cents))
        .join(Allocation, Allocation.expense_id == Expense.id)
        .where(
            Expense.network_id == network_id,
            Expense.year == year,
            Expense.withdrawn_at.is_(None),
            Expense.agreement_id.is_not(None),
            Allocation.stream.in_(streams),
        )
        .group_by(Expense.agreement_id)
    )
    return {int(key): int(cents) for key, cents in db.session.execute(wanted) if key is not None}


def facts_of_agreement(one: Agreement, charged_cents: int, law: YearLaw, today: date) -> AgreementFacts:
    streams = federal_codes(law)
    return AgreementFacts(
        partner=one.partner.name,
        title=one.title,
        charged_cents=charged_cents,
        period=spending_period(streams[0] if streams else "", law.year),
        services=one.services,
        form=one.form,
        target_group=one.target_group,
        amount_cents=one.amount_cents,
        signed_on=one.signed_on,
        partner_signed_on=one.partner_signed_on,
        committed_on=one.committed_on,
        is_lump_sum=one.is_lump_sum,
        general_costs_cents=one.general_costs_cents,
        justified_cents=one.justified_cents,
        received_on=one.justification_received_on,
        checked_on=one.justification_checked_on,
        today=today,
    )
