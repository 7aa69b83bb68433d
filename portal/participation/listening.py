"""Listens to what moves in plans and meetings, and makes one tiding for each voice that it came of."""

from __future__ import annotations

from typing import Any

from portal.meetings.models import Decision
from portal.meetings.signals import decision_moved
from portal.meetings.types import DecisionStatus
from portal.participation import following, tidings
from portal.participation.types import TidingKind
from portal.plans.models import Action
from portal.plans.signals import action_moved
from portal.plans.types import ActionStatus


@action_moved.connect
def tell_action(action: Action, *, former: ActionStatus, **_more: Any) -> None:
    """An action has a new status; in the transaction that gave it."""
    if former is action.status:
        return
    for voice in tidings.list_following_action(action.network_id, action.id):
        following.note_moved(
            voice,
            kind=TidingKind.ACTION_MOVED,
            former=former.value,
            current=action.status.value,
            action_id=action.id,
        )


@decision_moved.connect
def tell_decision(decision: Decision, *, former: DecisionStatus, **_more: Any) -> None:
    """A decision was carried out, lapsed, or is open again."""
    if former is decision.status:
        return
    for voice in tidings.list_following_decision(decision.network_id, decision.id):
        following.note_moved(
            voice,
            kind=TidingKind.DECISION_MOVED,
            former=former.value,
            current=decision.status.value,
            decision_id=decision.id,
        )
