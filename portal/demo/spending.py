"""Awards the grants of a demo network and books its expenses, under the same rules as everybody."""

from __future__ import annotations

from datetime import date

from portal.demo.loaded import Loaded
from portal.demo.types import DemoExpense, DemoNetwork
from portal.funding import operations as funding
from portal.funding.cooperations.operations import choose_method
from portal.funding.cooperations.types import ReportMethod
from portal.funding.regimes import law_of_year
from portal.funding.regimes.measures import measures_of


def spend(loaded: Loaded, demo: DemoNetwork) -> None:
    """The money of all years; expenses are numbered in the order in which they were booked."""
    for grant in demo.grants:
        funding.award_grant(
            loaded.network,
            year=grant.year,
            stream=grant.stream,
            owner=grant.owner,
            amount_cents=grant.euros * 100,
            origin=grant.origin,
        )
    for year, method in demo.reports.items():
        law = law_of_year(year)
        for measure in measures_of(law):
            choose_method(
                loaded.network, year=year, measure=measure, method=ReportMethod(method), wants_staff=False, law=law
            )
    for row in sorted(demo.expenses, key=lambda one: (one.year_of_money, one.imputed is None, one.imputed)):
        _record(loaded, row)


def _record(loaded: Loaded, row: DemoExpense) -> None:
    agreement = loaded.agreements[row.agreement] if row.agreement else None
    target_n, target_m = row.target or (None, None)
    funding.record_expense(
        loaded.network,
        year=row.year_of_money,
        parts=row.parts,
        action_id=loaded.actions[row.year_of_money, row.action].id,
        agreement_id=agreement.id if agreement else None,
        agreement=agreement,
        description=row.description,
        supplier=row.supplier,
        kind=row.kind,
        stage=row.stage,
        owner=row.owner,
        invoice_cents=row.invoice or sum(row.parts.values()),
        invoice_excl_vat_cents=row.excl_vat,
        invoice_on=date.fromisoformat(row.invoiced) if row.invoiced else None,
        imputed_on=date.fromisoformat(row.imputed) if row.imputed else None,
        beneficiaries=row.beneficiaries,
        target_n=target_n,
        target_m=target_m,
        evidence_reference=row.evidence,
        origin=row.origin,
    )
