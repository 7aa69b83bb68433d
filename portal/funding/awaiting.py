"""Reading what waits for a second pair of eyes, and whose eyes those can be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, column, exists, func, or_, select, table
from sqlalchemy.orm import joinedload, selectinload

from portal.accounts.models import Account, Assignment
from portal.extensions import db
from portal.foundation.actor import Role
from portal.funding.models import Expense
from portal.funding.types import ApprovalState
from portal.network.models import Network

# The choice for no mail that nobody asked for; its table belongs to a part that this one does not know.
NO_MAIL = table("digest_choice", column("account_id"), column("is_off"))


def _in_ledger(network_id: int) -> Select[Any]:
    return select(Expense).where(Expense.network_id == network_id, Expense.withdrawn_at.is_(None))


def list_to_approve(network_id: int, year: int) -> Sequence[Expense]:
    """The expenses of a year that were submitted, the first submitted first."""
    wanted = _in_ledger(network_id).where(Expense.year == year, Expense.approval == ApprovalState.SUBMITTED)
    wanted = wanted.options(joinedload(Expense.action), selectinload(Expense.allocations))
    return db.session.scalars(wanted.order_by(Expense.submitted_at, Expense.id)).all()


def list_to_submit(network_id: int, year: int) -> Sequence[Expense]:
    """The expenses of a year that still have to be submitted, those that came back first."""
    states = (ApprovalState.NOT_SUBMITTED, ApprovalState.RETURNED)
    wanted = _in_ledger(network_id).where(Expense.year == year, Expense.approval.in_(states))
    wanted = wanted.options(joinedload(Expense.action), selectinload(Expense.allocations))
    return db.session.scalars(wanted.order_by(Expense.approval.desc(), Expense.number)).all()


def list_expenses_by_id(network_id: int, year: int, keys: Sequence[int]) -> Sequence[Expense]:
    """Some expenses of a year with everything that changes with them."""
    wanted = _in_ledger(network_id).where(Expense.year == year, Expense.id.in_(keys))
    return db.session.scalars(wanted.options(selectinload(Expense.allocations)).order_by(Expense.number)).all()


def counting_unapproved(network_id: int, year: int) -> Select[Any]:
    """For a statement: expenses of a year that nobody else approved yet."""
    return select(func.count(Expense.id)).where(
        Expense.network_id == network_id,
        Expense.year == year,
        Expense.withdrawn_at.is_(None),
        Expense.approval != ApprovalState.APPROVED,
    )


def count_unapproved(network: Network, year: int) -> int:
    """What the papers of a year have to wait for; nothing in a network that does not want four eyes."""
    if not network.wants_four_eyes(year):
        return 0
    return db.session.scalar(counting_unapproved(network.id, year)) or 0


def counting_to_decide(network_id: int, account_id: int | None) -> Select[Any]:
    """For a statement: submitted expenses that this person may approve or return."""
    return select(func.count(Expense.id)).where(*_to_decide(network_id, account_id))


def oldest_to_decide(network_id: int, account_id: int | None) -> Select[Any]:
    """For a statement: the oldest year of what this person may approve or return."""
    return select(func.min(Expense.year)).where(*_to_decide(network_id, account_id))


def counting_returned(network_id: int, account_id: int | None) -> Select[Any]:
    """For a statement: expenses of this person that came back with a remark."""
    return select(func.count(Expense.id)).where(*_returned(network_id, account_id))


def oldest_returned(network_id: int, account_id: int | None) -> Select[Any]:
    """For a statement: the oldest year of what came back to this person."""
    return select(func.min(Expense.year)).where(*_returned(network_id, account_id))


def _returned(network_id: int, account_id: int | None) -> tuple[ColumnElement[bool], ...]:
    own = Expense.submitted_by_id == account_id
    return (*_wanted(network_id), Expense.approval == ApprovalState.RETURNED, own)


def _to_decide(network_id: int, account_id: int | None) -> tuple[ColumnElement[bool], ...]:
    others = or_(Expense.submitted_by_id.is_(None), Expense.submitted_by_id != account_id)
    untouched = Expense.typed_by.not_like(f"%|{account_id}|%")
    return (*_wanted(network_id), Expense.approval == ApprovalState.SUBMITTED, others, untouched)


def _wanted(network_id: int) -> tuple[ColumnElement[bool], ...]:
    """What counts, of the years for which the network wants four eyes; without such a year nothing."""
    first = select(Network.four_eyes_from).where(Network.id == network_id).scalar_subquery()
    return Expense.network_id == network_id, Expense.withdrawn_at.is_(None), Expense.year >= first


def list_approvers(network_id: int) -> Sequence[Account]:
    """Active people who may be the second pair of eyes in a network."""
    holding = select(Assignment.account_id).where(
        Assignment.network_id == network_id,
        Assignment.ended_at.is_(None),
        Assignment.role.in_((Role.COORDINATOR, Role.APPROVER)),
    )
    wanted = select(Account).where(Account.is_active_account.is_(True), Account.id.in_(holding))
    return db.session.scalars(wanted.order_by(Account.name, Account.id)).all()


def list_who_want_mail(keys: Sequence[int]) -> Sequence[Account]:
    """Of these people, those who did not switch mail of the portal off."""
    switched_off = exists().where(NO_MAIL.c.account_id == Account.id, NO_MAIL.c.is_off.is_(True))
    wanted = select(Account).where(Account.id.in_(keys), Account.is_active_account.is_(True), ~switched_off)
    return db.session.scalars(wanted.order_by(Account.id)).all()
