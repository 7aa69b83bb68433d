"""Reading grants, budgets, expenses, allocations, proofs and findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import abort
from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from portal.closing.models import ClosedYear
from portal.extensions import db
from portal.foundation.finding import Severity
from portal.funding.deciding import queries as decided
from portal.funding.models import Allocation, BudgetLine, Expense, Grant, KeptFinding, Proof, RegimeSetting
from portal.network.models import Network
from portal.plans.models import Action
from portal.web.paging import PAGE_SIZE, Page

regime_overrides = decided.regime_overrides  # every domain asks the money for what was decided


@dataclass(frozen=True)
class ExpenseFilter:
    """What a reader wants to see of the ledger of a year; empty means everything."""

    text: str = ""
    stream: str = ""
    stage: str = ""
    kind: str = ""
    action_id: int | None = None
    approval: str = ""
    findings: str = ""  # "error", "warning" (open ones), or "none"


def list_regime_settings() -> Sequence[RegimeSetting]:
    return db.session.scalars(select(RegimeSetting).order_by(RegimeSetting.id)).all()


def find_regime_setting(code: str) -> RegimeSetting | None:
    return db.session.scalars(select(RegimeSetting).where(RegimeSetting.regime == code)).one_or_none()


def list_grants(network_id: int, year: int) -> Sequence[Grant]:
    wanted = select(Grant).where(Grant.network_id == network_id, Grant.year == year)
    return db.session.scalars(wanted.order_by(Grant.id)).all()


def get_grant(network_id: int, grant_id: int) -> Grant:
    wanted = select(Grant).where(Grant.network_id == network_id, Grant.id == grant_id)
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_budget_lines(network_id: int, year: int) -> Sequence[BudgetLine]:
    wanted = select(BudgetLine).where(BudgetLine.network_id == network_id, BudgetLine.year == year)
    return db.session.scalars(wanted.order_by(BudgetLine.action_id, BudgetLine.id)).all()


def list_budget_of_action(network_id: int, action_id: int) -> Sequence[BudgetLine]:
    wanted = select(BudgetLine).where(BudgetLine.network_id == network_id, BudgetLine.action_id == action_id)
    return db.session.scalars(wanted.order_by(BudgetLine.id)).all()


def _expenses(network_id: int, year: int, wanted: ExpenseFilter) -> Select[Expense]:
    found = select(Expense).where(
        Expense.network_id == network_id, Expense.year == year, Expense.withdrawn_at.is_(None)
    )
    if wanted.text:
        escaped = wanted.text.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        pattern = f"%{escaped}%"
        columns = (Expense.description, Expense.supplier, Expense.evidence_reference)
        found = found.where(or_(*(func.lower(column).like(pattern, escape="\\") for column in columns)))
    if wanted.stream == "none":
        found = found.where(~exists().where(Allocation.expense_id == Expense.id))
    elif wanted.stream:
        found = found.where(exists().where(Allocation.expense_id == Expense.id, Allocation.stream == wanted.stream))
    if wanted.stage:
        found = found.where(Expense.stage == wanted.stage)
    if wanted.approval:
        found = found.where(Expense.approval == wanted.approval)
    if wanted.kind:
        found = found.where(Expense.kind == wanted.kind)
    if wanted.action_id is not None:
        found = found.where(Expense.action_id == wanted.action_id)
    return _with_findings(found, wanted.findings)


def _with_findings(found: Select[Expense], wanted: str) -> Select[Expense]:
    said = exists().where(KeptFinding.expense_id == Expense.id)
    if wanted == "none":
        return found.where(~said)
    if wanted in (Severity.ERROR, Severity.WARNING):
        return found.where(said.where(KeptFinding.severity == wanted, KeptFinding.answered_at.is_(None)))
    return found


def page_of_expenses(network_id: int, year: int, wanted: ExpenseFilter, number: int) -> Page:
    """One page of the ledger, newest booking first (4 statements)."""
    found = _expenses(network_id, year, wanted)
    total = db.session.scalar(select(func.count()).select_from(found.order_by(None).subquery())) or 0
    number = min(number, max(1, -(-total // PAGE_SIZE)))
    rows = db.session.scalars(_in_order(_with_details(found)).limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)).all()
    return Page(rows, total, number)


def list_expenses(network_id: int, year: int, wanted: ExpenseFilter | None = None) -> Sequence[Expense]:
    """Every expense of a year that fits the filter, in the order of the ledger."""
    return db.session.scalars(_in_order(_with_details(_expenses(network_id, year, wanted or ExpenseFilter())))).all()


def list_expense_ids(first_year: int, last_year: int | None = None) -> Sequence[int]:
    """Every expense of every network from a year on (until another) that was not withdrawn, in years that are open."""
    is_closed = exists().where(
        ClosedYear.network_id == Expense.network_id, ClosedYear.year == Expense.year, ClosedYear.reopened_at.is_(None)
    )
    wanted = select(Expense.id).where(Expense.year >= first_year, Expense.withdrawn_at.is_(None), ~is_closed)
    if last_year is not None:
        wanted = wanted.where(Expense.year <= last_year)
    return db.session.scalars(wanted.order_by(Expense.network_id, Expense.id)).all()


def list_expenses_to_check(keys: Sequence[int]) -> Sequence[Expense]:
    """These expenses with everything that the rules read (5 statements)."""
    wanted = select(Expense).where(Expense.id.in_(keys))
    return db.session.scalars(_with_everything(wanted).order_by(Expense.id)).all()


def _with_everything(found: Select[Expense]) -> Select[Expense]:
    return found.options(
        joinedload(Expense.action),
        joinedload(Expense.agreement),
        selectinload(Expense.allocations),
        selectinload(Expense.proofs),
        selectinload(Expense.findings),
    )


def _with_details(found: Select[Expense]) -> Select[Expense]:
    return found.options(
        joinedload(Expense.action),
        selectinload(Expense.allocations),
        selectinload(Expense.findings),
    )


def _in_order(found: Select[Expense]) -> Select[Expense]:
    newest = func.coalesce(Expense.imputed_on, Expense.invoice_on, Expense.activity_on)
    return found.order_by(newest.desc().nulls_last(), Expense.id.desc())


def get_expense(network_id: int, expense_id: int) -> Expense:
    """An expense of this network with everything its page shows, or 404."""
    wanted = select(Expense).where(Expense.network_id == network_id, Expense.id == expense_id)
    return db.session.scalars(_with_everything(wanted)).one_or_none() or abort(404)


def wait_for_turn(network_id: int) -> None:
    """One booking of a network at a time where the database locks rows, so that no number is given twice."""
    db.session.execute(select(Network.id).where(Network.id == network_id).with_for_update())


def highest_expense_number(network_id: int, year: int) -> int:
    wanted = select(func.max(Expense.number)).where(Expense.network_id == network_id, Expense.year == year)
    return db.session.scalar(wanted) or 0


def list_expenses_of_action(network_id: int, action_id: int) -> Sequence[Expense]:
    """The expenses of an action with what streams pay of them, in one statement."""
    wanted = (
        select(Expense)
        .where(Expense.network_id == network_id, Expense.action_id == action_id, Expense.withdrawn_at.is_(None))
        .options(joinedload(Expense.allocations))
    )
    return db.session.scalars(_in_order(wanted)).unique().all()


def get_proof(network_id: int, expense_id: int, proof_id: int) -> Proof:
    wanted = select(Proof).where(Proof.network_id == network_id, Proof.expense_id == expense_id, Proof.id == proof_id)
    return db.session.scalars(wanted).one_or_none() or abort(404)


def get_kept_finding(network_id: int, expense_id: int, finding_id: int) -> KeptFinding:
    wanted = select(KeptFinding).where(
        KeptFinding.network_id == network_id,
        KeptFinding.expense_id == expense_id,
        KeptFinding.id == finding_id,
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_open_findings(network_id: int, year: int, most: int = 200) -> Sequence[KeptFinding]:
    """Findings of the year that nobody answered, errors first."""
    wanted = (
        select(KeptFinding)
        .join(Expense, Expense.id == KeptFinding.expense_id)
        .where(
            KeptFinding.network_id == network_id,
            KeptFinding.year == year,
            KeptFinding.answered_at.is_(None),
            Expense.withdrawn_at.is_(None),
        )
        .options(joinedload(KeptFinding.expense))
        .order_by(KeptFinding.severity, KeptFinding.rule, KeptFinding.id)
    )
    return db.session.scalars(wanted.limit(most)).all()


def list_allocation_rows(network_id: int, year: int) -> Sequence[Any]:
    """Plain rows of every allocation of a year with its expense, for dashboards and the rules of the year."""
    wanted = (
        select(
            Allocation.stream,
            Allocation.amount_cents,
            Expense.id,
            Expense.number,
            Expense.description,
            Expense.supplier,
            Expense.kind,
            Expense.stage,
            Expense.owner,
            Expense.invoice_cents,
            Expense.invoice_excl_vat_cents,
            Expense.imputed_on,
            Expense.invoice_on,
            Expense.action_id,
        )
        .join(Expense, Expense.id == Allocation.expense_id)
        .where(Allocation.network_id == network_id, Allocation.year == year, Expense.withdrawn_at.is_(None))
        .order_by(Expense.id, Allocation.id)
    )
    return db.session.execute(wanted).all()


def sum_spent_by_action(network_id: int, year: int) -> dict[int, int]:
    """Cents per action over all streams, committed ones included."""
    wanted = (
        select(Expense.action_id, func.sum(Allocation.amount_cents))
        .join(Allocation, Allocation.expense_id == Expense.id)
        .where(Expense.network_id == network_id, Expense.year == year, Expense.withdrawn_at.is_(None))
        .group_by(Expense.action_id)
    )
    return {key: int(total) for key, total in db.session.execute(wanted) if key is not None}


def list_actions_for_money(network_id: int, year: int) -> Sequence[Action]:
    wanted = select(Action).where(Action.network_id == network_id, Action.year == year)
    return db.session.scalars(wanted.order_by(Action.title, Action.id)).all()


def sum_budget(network_id: int, year: int) -> dict[str, int]:
    """Planned cents per stream."""
    wanted = (
        select(BudgetLine.stream, func.sum(BudgetLine.planned_cents))
        .where(BudgetLine.network_id == network_id, BudgetLine.year == year)
        .group_by(BudgetLine.stream)
    )
    return {stream: int(total) for stream, total in db.session.execute(wanted)}


def counting_unallocated(network_id: int, year: int) -> Select[Any]:
    """For a statement: how many expenses no stream pays yet."""
    return select(func.count(Expense.id)).where(
        Expense.network_id == network_id,
        Expense.year == year,
        Expense.withdrawn_at.is_(None),
        ~exists().where(Allocation.expense_id == Expense.id),
    )


def count_unallocated(network_id: int, year: int) -> int:
    """Expenses that no stream pays yet."""
    return db.session.scalar(counting_unallocated(network_id, year)) or 0


@dataclass(frozen=True)
class LedgerTotals:
    """What the filter of the ledger adds up to."""

    expenses: int
    invoice_cents: int
    allocated_cents: int


def sum_expenses(network_id: int, year: int, wanted: ExpenseFilter) -> LedgerTotals:
    """Count and sums of a filtered ledger, in one statement."""
    found = _expenses(network_id, year, wanted).with_only_columns(Expense.id, Expense.invoice_cents).subquery()
    paid = select(func.sum(Allocation.amount_cents)).where(Allocation.expense_id.in_(select(found.c.id)))
    if wanted.stream and wanted.stream != "none":
        paid = paid.where(Allocation.stream == wanted.stream)
    row = db.session.execute(
        select(func.count(found.c.id), func.sum(found.c.invoice_cents), paid.scalar_subquery())
    ).one()
    return LedgerTotals(int(row[0] or 0), int(row[1] or 0), int(row[2] or 0))
