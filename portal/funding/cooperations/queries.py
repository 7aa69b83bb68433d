"""Reading cooperations of welfare centres and the choices for the federal report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import abort
from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from portal.extensions import db
from portal.funding.cooperations.models import Cooperation, ReportChoice, WelfareCentre
from portal.funding.models import Allocation, Expense, Grant
from portal.funding.regimes.measures import MEASURE_STREAMS, Measure
from portal.funding.types import SPENT_STAGES, ExpenseKind, ExpenseStage, Owner


def list_cooperations(network_id: int, year: int) -> Sequence[Cooperation]:
    """The cooperations of a year with their centres (2 statements)."""
    wanted = (
        select(Cooperation)
        .where(Cooperation.network_id == network_id, Cooperation.year == year)
        .options(selectinload(Cooperation.centres))
        .order_by(Cooperation.id)
    )
    return db.session.scalars(wanted).all()


def get_cooperation(network_id: int, year: int, cooperation_id: int) -> Cooperation:
    wanted = select(Cooperation).where(
        Cooperation.network_id == network_id, Cooperation.year == year, Cooperation.id == cooperation_id
    )
    found = db.session.scalars(wanted.options(selectinload(Cooperation.centres))).one_or_none()
    return found or abort(404)


def get_centre(network_id: int, year: int, centre_id: int) -> WelfareCentre:
    wanted = (
        select(WelfareCentre)
        .join(Cooperation, Cooperation.id == WelfareCentre.cooperation_id)
        .where(WelfareCentre.network_id == network_id, Cooperation.year == year, WelfareCentre.id == centre_id)
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_choices(network_id: int, year: int) -> dict[Measure, ReportChoice]:
    """What was chosen for the federal report of a year, by measure."""
    wanted = select(ReportChoice).where(ReportChoice.network_id == network_id, ReportChoice.year == year)
    return {choice.measure: choice for choice in db.session.scalars(wanted.order_by(ReportChoice.id))}


def list_grants_of_centre(network_id: int, year: int, measure: Measure) -> Sequence[Grant]:
    """What the own welfare centre got of a measure."""
    wanted = select(Grant).where(
        Grant.network_id == network_id,
        Grant.year == year,
        Grant.owner == Owner.OCMW,
        Grant.stream.in_(MEASURE_STREAMS[measure]),
    )
    return db.session.scalars(wanted.order_by(Grant.id)).all()


def sum_granted(network_id: int, year: int) -> Mapping[str, int]:
    """What the own welfare centre got, per stream."""
    wanted = (
        select(Grant.stream, func.sum(Grant.amount_cents))
        .where(Grant.network_id == network_id, Grant.year == year, Grant.owner == Owner.OCMW)
        .group_by(Grant.stream)
    )
    return {stream: int(cents) for stream, cents in db.session.execute(wanted)}


def sum_justifiable(network_id: int, year: int) -> Mapping[str, int]:
    """What was spent per stream without staff: that is what the report justifies."""
    wanted = (
        select(Allocation.stream, func.sum(Allocation.amount_cents))
        .join(Expense, Expense.id == Allocation.expense_id)
        .where(
            Allocation.network_id == network_id,
            Allocation.year == year,
            Expense.withdrawn_at.is_(None),
            Expense.stage.in_(SPENT_STAGES),
            Expense.kind != ExpenseKind.STAFF,
        )
        .group_by(Allocation.stream)
    )
    return {stream: int(cents) for stream, cents in db.session.execute(wanted)}


def count_reported(network_id: int, year: int, measure: Measure) -> int:
    """How many lines of a measure were reported already; then its method stands."""
    wanted = (
        select(func.count(func.distinct(Expense.id)))
        .join(Allocation, Allocation.expense_id == Expense.id)
        .where(
            Expense.network_id == network_id,
            Expense.year == year,
            Expense.withdrawn_at.is_(None),
            Expense.stage == ExpenseStage.JUSTIFIED,
            Allocation.stream.in_(MEASURE_STREAMS[measure]),
        )
    )
    return db.session.scalar(wanted) or 0
