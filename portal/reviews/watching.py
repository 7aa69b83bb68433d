"""A plan is agreed only when its readers have been answered: listens to plans that want to move."""

from __future__ import annotations

from typing import Any

from portal.plans.models import Plan
from portal.plans.signals import plan_moving
from portal.plans.types import PlanStatus
from portal.reviews.queries.rounds import list_unanswered_objections
from portal.reviews.rules import check_objections_answered


def hold_back(plan: Plan, *, status: PlanStatus, **_more: Any) -> None:
    """Raises RuleBroken while an action that most readers rejected has no answer."""
    if status is PlanStatus.AGREED:
        waiting = list_unanswered_objections(plan.network_id, plan.id)
        check_objections_answered(one.action.title for one in waiting)


def watch_plans() -> None:
    plan_moving.connect(hold_back)
