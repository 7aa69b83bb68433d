"""The rows that the dashboards count: every table once, for one year or for two years beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import BigInteger, Integer, String, cast, literal, null, select, type_coerce, union_all

from portal.dashboards.types import ActionRow, BudgetRow, ContributionRow, GrantRow, PartnerRow, SpendingRow
from portal.extensions import db
from portal.foundation.years import Span
from portal.funding.models import Allocation, BudgetLine, Expense, Grant
from portal.network.models import Membership, Partner
from portal.network.types import MembershipFacts
from portal.plans.models import Action, Carrier, Contribution, Plan


@dataclass(frozen=True)
class YearRows:
    """Everything that is counted of one year of a network."""

    year: int
    partners: tuple[PartnerRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    contributions: tuple[ContributionRow, ...] = ()
    spending: tuple[SpendingRow, ...] = ()
    budgets: tuple[BudgetRow, ...] = ()
    grants: tuple[GrantRow, ...] = ()
    memberships: tuple[MembershipFacts, ...] = ()


@dataclass
class Collected:
    """Rows on their way into years."""

    actions: dict[int, list[ActionRow]] = field(default_factory=lambda: defaultdict(list))
    contributions: dict[int, list[ContributionRow]] = field(default_factory=lambda: defaultdict(list))
    spending: dict[int, list[SpendingRow]] = field(default_factory=lambda: defaultdict(list))
    budgets: dict[int, list[BudgetRow]] = field(default_factory=lambda: defaultdict(list))
    grants: dict[int, list[GrantRow]] = field(default_factory=lambda: defaultdict(list))


def list_year_rows(network_id: int, years: Sequence[int]) -> dict[int, YearRows]:
    """The rows of each of the years; five statements, however many years and rows."""
    found = Collected()
    members = _members(network_id)
    _collect_actions(found, network_id, years)
    _collect_contributions(found, network_id, years)
    _collect_spending(found, network_id, years)
    _collect_money(found, network_id, years)
    return {
        year: YearRows(
            year,
            tuple(row for row, held in members if any(one.span.touches_year(year) for one in held)),
            tuple(found.actions[year]),
            tuple(found.contributions[year]),
            tuple(found.spending[year]),
            tuple(found.budgets[year]),
            tuple(found.grants[year]),
            tuple(one for _row, held in members for one in held),
        )
        for year in years
    }


def list_work_rows(network_id: int, year: int) -> YearRows:
    """Only who was a member and what they do together in a year; two statements."""
    found = Collected()
    members = _members(network_id)
    _collect_actions(found, network_id, (year,))
    partners = tuple(row for row, held in members if any(one.span.touches_year(year) for one in held))
    return YearRows(year, partners, tuple(found.actions[year]))


def _members(network_id: int) -> Iterable[tuple[PartnerRow, list[MembershipFacts]]]:
    wanted = (
        select(Partner.id, Partner.name, Partner.kind, Membership.role, Membership.starts_on, Membership.ends_on)
        .join(Membership, Membership.partner_id == Partner.id)
        .where(Partner.network_id == network_id)
        .order_by(Partner.name, Partner.id, Membership.starts_on)
    )
    rows: dict[int, PartnerRow] = {}
    held: dict[int, list[MembershipFacts]] = defaultdict(list)
    for key, name, kind, role, starts_on, ends_on in db.session.execute(wanted):
        rows[key] = PartnerRow(key, name, kind.value)
        held[key].append(MembershipFacts(key, name, kind, role, Span(starts_on, ends_on)))
    return [(row, held[key]) for key, row in rows.items()]


PLANNED = (
    Action.year,
    Action.id,
    Action.title,
    Action.plain_sentence,
    Action.lead_partner_id,
    Action.thresholds,
    Action.target_groups,
    Action.track,
    Action.domain,
    Action.place,
    Action.months,
    Action.steps_in_for_id,
    Action.status,
)


def _collect_actions(found: Collected, network_id: int, years: Sequence[int]) -> None:
    """The actions with who carries them, in one statement: a row for each carrier."""
    wanted = (
        select(*PLANNED, Plan.status.label("plan_status"), Carrier.partner_id, Carrier.share_percent)
        .join(Plan, Plan.id == Action.plan_id)
        .outerjoin(Carrier, Carrier.action_id == Action.id)
        .where(Action.network_id == network_id, Action.year.in_(years))
        .order_by(Action.id, Carrier.id)
    )
    for _action_id, carried in groupby(db.session.execute(wanted), key=lambda row: row.id):
        rows = list(carried)
        row = rows[0]
        found.actions[row.year].append(
            ActionRow(
                id=row.id,
                title=row.title,
                plain_sentence=row.plain_sentence,
                lead_partner_id=row.lead_partner_id,
                carriers=tuple((one.partner_id, one.share_percent) for one in rows if one.partner_id is not None),
                thresholds=row.thresholds,
                target_groups=row.target_groups,
                track=row.track.value,
                domain=row.domain.value,
                place=row.place,
                months=tuple(sorted(int(month) for month in row.months)),
                steps_in_for_id=row.steps_in_for_id,
                status=row.status.value,
                plan_status=row.plan_status.value,
            )
        )


def _collect_contributions(found: Collected, network_id: int, years: Sequence[int]) -> None:
    wanted = (
        select(
            Contribution.year,
            Contribution.partner_id,
            Contribution.action_id,
            Contribution.minutes,
            Contribution.goods_cents,
            Contribution.money_cents,
            Contribution.people_reached,
            Contribution.on,
        )
        .where(
            Contribution.network_id == network_id,
            Contribution.year.in_(years),
            Contribution.withdrawn_at.is_(None),
        )
        .order_by(Contribution.id)
    )
    for row in db.session.execute(wanted):
        found.contributions[row[0]].append(ContributionRow(*row[1:]))


def spending_statement(network_id: int, years: Sequence[int]) -> Any:
    """Every allocation of the years with what is counted of its expense; withdrawn ones left out."""
    return (
        select(
            Allocation.year,
            Expense.id,
            Expense.action_id,
            Allocation.stream,
            Allocation.amount_cents,
            Expense.description,
            Expense.invoice_cents,
            Expense.invoice_excl_vat_cents,
            Expense.invoice_on,
            Expense.imputed_on,
            Expense.stage,
            Expense.kind,
            Expense.number,
            Expense.beneficiaries,
            Expense.target_n,
            Expense.target_m,
            Expense.is_ict_pack,
        )
        .join(Expense, Expense.id == Allocation.expense_id)
        .where(Allocation.network_id == network_id, Allocation.year.in_(years), Expense.withdrawn_at.is_(None))
        .order_by(Expense.id, Allocation.id)
    )


def _collect_spending(found: Collected, network_id: int, years: Sequence[int]) -> None:
    rows: Iterable[Any] = db.session.execute(spending_statement(network_id, years))
    for row in rows:
        found.spending[row.year].append(
            SpendingRow(
                expense_id=row.id,
                action_id=row.action_id,
                stream=row.stream,
                cents=row.amount_cents,
                description=row.description,
                invoice_cents=row.invoice_cents,
                invoiced_on=row.invoice_on,
                imputed_on=row.imputed_on,
                stage=row.stage.value,
                kind=row.kind.value,
                number=row.number,
                invoice_excl_vat_cents=row.invoice_excl_vat_cents,
                beneficiaries=row.beneficiaries,
                target_n=row.target_n,
                target_m=row.target_m,
                is_ict_pack=row.is_ict_pack,
            )
        )


def _collect_money(found: Collected, network_id: int, years: Sequence[int]) -> None:
    """Planned and granted amounts: budget lines have no owner, grants no action."""
    nobody, no_action, alone = literal("", String), cast(null(), Integer), cast(null(), BigInteger)
    planned = select(
        BudgetLine.year, BudgetLine.stream, BudgetLine.planned_cents, BudgetLine.action_id, nobody, alone, BudgetLine.id
    ).where(BudgetLine.network_id == network_id, BudgetLine.year.in_(years))
    owner_code = type_coerce(Grant.owner, String)
    granted = select(
        Grant.year, Grant.stream, Grant.amount_cents, no_action, owner_code, Grant.pooled_cents, Grant.id
    ).where(Grant.network_id == network_id, Grant.year.in_(years))
    rows: Iterable[Any] = db.session.execute(union_all(planned, granted))
    for year, stream, cents, action_id, owner, pooled, _id in sorted(rows, key=lambda row: row[-1]):
        if owner:
            found.grants[year].append(GrantRow(stream, cents, owner, pooled))
        else:
            found.budgets[year].append(BudgetRow(action_id, stream, cents))
