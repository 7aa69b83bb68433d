"""Reading agenda items, decisions and tasks."""

from __future__ import annotations

from collections.abc import Sequence

from flask import abort
from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from portal.extensions import db
from portal.meetings.models import AgendaItem, Decision, Task
from portal.meetings.types import DecisionStatus


def get_item(network_id: int, meeting_id: int, item_id: int) -> AgendaItem:
    wanted = select(AgendaItem).where(
        AgendaItem.network_id == network_id, AgendaItem.meeting_id == meeting_id, AgendaItem.id == item_id
    )
    return db.session.scalars(wanted.options(joinedload(AgendaItem.meeting))).one_or_none() or abort(404)


def get_decision(network_id: int, decision_id: int) -> Decision:
    wanted = (
        select(Decision)
        .where(Decision.network_id == network_id, Decision.id == decision_id)
        .options(joinedload(Decision.meeting), joinedload(Decision.partner), joinedload(Decision.action))
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def get_task(network_id: int, task_id: int) -> Task:
    wanted = (
        select(Task)
        .where(Task.network_id == network_id, Task.id == task_id)
        .options(joinedload(Task.meeting), joinedload(Task.partner), joinedload(Task.account))
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_open_tasks(network_id: int) -> Sequence[Task]:
    """What is promised and not done, the oldest date first."""
    wanted = (
        select(Task)
        .where(Task.network_id == network_id, Task.done_at.is_(None), Task.dropped_at.is_(None))
        .options(joinedload(Task.partner), joinedload(Task.account), joinedload(Task.meeting))
    )
    return db.session.scalars(wanted.order_by(Task.due_on.is_(None), Task.due_on, Task.id)).all()


def list_open_decisions(network_id: int) -> Sequence[Decision]:
    """What was decided and not carried out, the oldest date first."""
    wanted = (
        select(Decision)
        .where(Decision.network_id == network_id, Decision.status == DecisionStatus.OPEN)
        .options(joinedload(Decision.partner), joinedload(Decision.meeting), joinedload(Decision.action))
    )
    return db.session.scalars(wanted.order_by(Decision.due_on.is_(None), Decision.due_on, Decision.id)).all()


def list_own_open_tasks(
    network_id: int, account_id: int | None, partner_ids: frozenset[int], most: int = 100
) -> Sequence[Task]:
    """The open tasks of a person and of the organisations that this person works for."""
    wanted = (
        select(Task)
        .where(
            Task.network_id == network_id,
            Task.done_at.is_(None),
            Task.dropped_at.is_(None),
            or_(Task.account_id == account_id, Task.partner_id.in_(sorted(partner_ids))),
        )
        .options(joinedload(Task.partner), joinedload(Task.account), joinedload(Task.meeting))
    )
    return db.session.scalars(wanted.order_by(Task.due_on.is_(None), Task.due_on, Task.id).limit(most)).all()


def count_open_tasks(network_id: int) -> int:
    wanted = select(func.count(Task.id)).where(
        Task.network_id == network_id, Task.done_at.is_(None), Task.dropped_at.is_(None)
    )
    return db.session.scalar(wanted) or 0


def last_position(meeting_id: int) -> int:
    return db.session.scalar(select(func.max(AgendaItem.position)).where(AgendaItem.meeting_id == meeting_id)) or 0
