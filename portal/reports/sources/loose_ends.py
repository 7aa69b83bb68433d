"""Expenses of a year that are not complete, counted in one statement."""

from __future__ import annotations

from sqlalchemy import ColumnElement, ScalarSelect, exists, func, select

from portal.extensions import db
from portal.funding.models import Allocation, Expense, Proof
from portal.funding.types import ExpenseKind, ExpenseStage
from portal.reports.papers.facts import LooseEnds


def count_loose_ends(network_id: int, year: int) -> LooseEnds:
    """How many expenses lack a stream, an action, an agreement or a proof, or were only promised."""
    has_stream = exists().where(Allocation.expense_id == Expense.id)
    has_proof = exists().where(Proof.expense_id == Expense.id, Proof.withdrawn_at.is_(None))

    def counted(*which: ColumnElement[bool]) -> ScalarSelect[int]:
        held = Expense.network_id == network_id, Expense.year == year, Expense.withdrawn_at.is_(None)
        return select(func.count(Expense.id)).where(*held, *which).scalar_subquery()

    row = db.session.execute(
        select(
            counted(~has_stream),
            counted(Expense.action_id.is_(None)),
            counted(Expense.kind == ExpenseKind.AGREEMENT, Expense.agreement_id.is_(None)),
            counted(Expense.stage != ExpenseStage.COMMITTED, Expense.evidence_reference == "", ~has_proof),
            counted(Expense.stage == ExpenseStage.COMMITTED),
        )
    ).one()
    return LooseEnds(*(int(count or 0) for count in row))
