"""Who may be the second pair of eyes, and what may not be justified before; without an application."""

from __future__ import annotations

import pytest

from portal.foundation.actor import Actor, Role
from portal.funding.access import can_approve, can_book
from portal.funding.rules import check_expense
from portal.funding.rules.approval import why_not_decide, why_not_submit
from portal.funding.types import ApprovalState, ExpenseStage
from tests.unit.funding.facts import expense


def decide(state=ApprovalState.SUBMITTED, account_id=2, typed_by=("1",), submitted_by_id=1):
    return why_not_decide(state, account_id, typed_by=typed_by, submitted_by_id=submitted_by_id, decided_by="Ria")


def test_another_person_may_decide():
    assert decide() is None


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ({"account_id": 1, "typed_by": ()}, "Jij diende"),
        ({"account_id": 1, "submitted_by_id": 3}, "Jij typte"),
        ({"account_id": None}, "aangemeld"),
        ({"state": ApprovalState.NOT_SUBMITTED}, "nog niet ingediend"),
        ({"state": ApprovalState.APPROVED}, "Ria keurde"),
        ({"state": ApprovalState.RETURNED}, "Ria stuurde"),
    ],
)
def test_who_may_not_decide_hears_why(case, words):
    assert words in str(decide(**case))


def test_account_12_is_not_kept_out_by_what_account_1_typed():
    assert decide(account_id=12, typed_by=("1", "2")) is None


def test_what_was_returned_can_be_submitted_again_and_what_was_approved_cannot():
    assert why_not_submit(ApprovalState.RETURNED) is None
    assert why_not_submit(ApprovalState.NOT_SUBMITTED) is None
    assert "al ingediend" in str(why_not_submit(ApprovalState.SUBMITTED))
    assert "al goedgekeurd" in str(why_not_submit(ApprovalState.APPROVED))


def test_what_awaits_approval_is_not_justified():
    said = check_expense(expense(stage=ExpenseStage.JUSTIFIED, awaits_approval=True))
    assert [one.field for one in said if one.rule == "EYES-1" and one.blocks] == ["stage"]
    assert all(one.rule != "EYES-1" for one in check_expense(expense(stage=ExpenseStage.JUSTIFIED)))
    assert all(one.rule != "EYES-1" for one in check_expense(expense(awaits_approval=True)))


def test_an_approver_approves_and_does_not_keep_the_books():
    actor = Actor(5, roles=frozenset({Role.APPROVER}))
    assert can_approve(actor)
    assert not can_book(actor)
    assert not can_approve(Actor(6, roles=frozenset({Role.PARTNER, Role.VIEWER, Role.EXPERT})))
