"""Copying a year's plan into another year, once."""

from __future__ import annotations

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.plans import queries
from portal.plans.models import Action, Objective, Plan
from portal.plans.operations import ACTION_FIELDS, add_action, add_objective, draw_up_plan, set_indicator
from portal.plans.types import ActionStatus, Share


def copy_plan(plan: Plan, *, year: int, title: str) -> Plan:
    """Next year's plan from this one: objectives, actions, carriers and targets; nothing that was measured or spent."""
    if not plan.is_of_one_year:
        raise RuleBroken(say("Kies een jaarplan om over te nemen."), "plan_id")
    if (there := queries.find_year_plan(plan.network_id, year)) is not None:
        raise RuleBroken(
            say(
                "Er is al een plan voor %(year)s: %(title)s. Er is niets overgenomen.",
                year=year,
                title=there.title,
            )
        )
    period = plan.period_plan
    if period is not None and not period.first_year <= year <= period.last_year:
        period = None
    copy = draw_up_plan(
        plan.network_id,
        title=title,
        first_year=year,
        last_year=year,
        period_plan=period,
        introduction=plan.introduction,
    )
    copy.copied_from_id = plan.id
    objectives = _copy_objectives(plan, copy)
    actions: dict[int, Action] = {}
    originals = [action for action in plan.actions if action.status is not ActionStatus.DROPPED]
    for action in originals:
        actions[action.id] = _copy_action(action, copy, objectives)
    for action in originals:
        if action.steps_in_for_id in actions:
            actions[action.id].steps_in_for_id = actions[action.steps_in_for_id].id
    db.session.flush()
    return copy


def _copy_objectives(plan: Plan, copy: Plan) -> dict[int, Objective]:
    """The copies by the id of their original; parents may come after their children in a plan."""
    copies = {
        objective.id: add_objective(copy, kind=objective.kind, title=objective.title)
        for objective in plan.objectives
        if not objective.is_dropped
    }
    for objective in plan.objectives:
        if objective.id in copies and objective.parent is not None:
            outside = objective.parent if objective.parent.plan_id != plan.id else None
            copies[objective.id].parent = copies.get(objective.parent.id, outside)
    db.session.flush()
    return copies


def _copy_action(action: Action, plan: Plan, objectives: dict[int, Objective]) -> Action:
    values = {name: getattr(action, name) for name in ACTION_FIELDS if name not in ("objective_id", "steps_in_for_id")}
    own = objectives.get(action.objective_id or 0)
    of_period = action.objective_id if action.objective and action.objective.plan_id != action.plan_id else None
    copied = add_action(
        plan,
        shares=[Share(carrier.partner_id, carrier.share_percent, carrier.role) for carrier in action.carriers],
        objective_id=own.id if own else of_period,
        copied_from_id=action.id,
        origin=action.origin,
        **values,
    )
    for indicator in action.indicators:
        if not indicator.is_dropped:
            set_indicator(
                copied,
                name=indicator.name,
                unit=indicator.unit,
                target_group=indicator.target_group,
                target=indicator.target,
            )
    return copied
