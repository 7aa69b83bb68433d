"""The second pair of eyes on an expense: who typed it, submitting, approving, returning, and taking approval back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm.attributes import flag_modified

from portal.extensions import db
from portal.foundation.actor import Actor
from portal.foundation.clock import now
from portal.foundation.errors import ChangedMeanwhile, RuleBroken
from portal.foundation.wording import say
from portal.funding.models import Expense
from portal.funding.rules.approval import LONGEST_REMARK, why_not_decide, why_not_submit
from portal.funding.types import ApprovalState
from portal.history.recording import current_hand

IMPORTED = "invoer"  # how a hand came in that reads a file
MOST_HANDS = 40
COLUMNS = (
    "typed_by",
    "approval",
    "submitted_by_id",
    "submitted_by",
    "submitted_at",
    "decided_by_id",
    "decided_by",
    "decided_at",
    "approval_remark",
)


def begin(expense: Expense, *, is_wanted: bool) -> None:
    """A new expense: who types it is kept; what comes out of a file is submitted by who read it in."""
    hand = current_hand()
    expense.approval, expense.approval_remark = ApprovalState.NOT_SUBMITTED, ""
    expense.submitted_by, expense.decided_by = "", ""
    expense.typed_by = () if hand.account_id is None else (str(hand.account_id),)
    if is_wanted and hand.via == IMPORTED:
        _submit(expense, hand.account_id, hand.name, now())


def touch(expense: Expense) -> None:
    """Somebody changed what the expense says: it is that person's work too, and an approval no longer holds.

    What streams pay and proofs stand in rows of their own; the expense gets another version for those as well.
    """
    hand = current_hand()
    flag_modified(expense, "typed_by")
    if hand.account_id is not None:
        expense.typed_by = tuple(dict.fromkeys((*expense.typed_by, str(hand.account_id))))[-MOST_HANDS:]
    if expense.approval is ApprovalState.APPROVED:
        _submit(expense, hand.account_id, hand.name, now())


def note_proof(expense: Expense) -> None:
    """What waits for approval has another proof: whoever has it on the screen looks again."""
    if expense.approval is ApprovalState.SUBMITTED:
        flag_modified(expense, "typed_by")


def submit_expense(expense: Expense, *, by: Actor, at: datetime) -> None:
    """Ask for the second pair of eyes."""
    _insist_open(expense)
    refused = why_not_submit(expense.approval)
    if refused is not None:
        raise RuleBroken(refused)
    _submit(expense, by.account_id, by.name, at)
    db.session.flush()


def _submit(expense: Expense, account_id: int | None, name: str, at: datetime) -> None:
    expense.approval = ApprovalState.SUBMITTED
    expense.submitted_by_id, expense.submitted_by, expense.submitted_at = account_id, name[:150], at
    expense.decided_by_id, expense.decided_by, expense.decided_at = None, "", None


def approve_expense(expense: Expense, *, by: Actor, at: datetime, version: int | None = None) -> None:
    """The second person agrees, with what was on the screen; `version` is what that was."""
    _insist_decider(expense, by)
    _insist_same(expense, version)
    expense.approval, expense.approval_remark = ApprovalState.APPROVED, ""
    expense.decided_by_id, expense.decided_by, expense.decided_at = by.account_id, by.name[:150], at
    db.session.flush()


def return_expense(expense: Expense, *, by: Actor, at: datetime, remark: str) -> None:
    """Back to who submitted it, with what has to change."""
    _insist_decider(expense, by)
    if not remark.strip():
        raise RuleBroken(say("Schrijf wat er anders moet."), "remark")
    expense.approval, expense.approval_remark = ApprovalState.RETURNED, remark.strip()[:LONGEST_REMARK]
    expense.decided_by_id, expense.decided_by, expense.decided_at = by.account_id, by.name[:150], at
    db.session.flush()


def _insist_open(expense: Expense) -> None:
    if expense.withdrawn_at is not None:
        raise RuleBroken(say("Deze uitgave is ingetrokken."))


def _insist_decider(expense: Expense, by: Actor) -> None:
    _insist_open(expense)
    refused = why_not_decide(
        expense.approval,
        by.account_id,
        typed_by=expense.typed_by,
        submitted_by_id=expense.submitted_by_id,
        decided_by=expense.decided_by,
    )
    if refused is not None:
        raise RuleBroken(refused)


def _insist_same(expense: Expense, version: int | None) -> None:
    if version is not None and version != expense.version:
        raise ChangedMeanwhile(version)
