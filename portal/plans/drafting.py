"""Plans and actions on their way into the portal: drawn up or changed as far as the rules let them, not saved yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.plans import rules
from portal.plans.models import Action, Carrier, Indicator, Objective, Plan
from portal.plans.types import ActionStatus, ObjectiveKind, Share, TargetGroup


def draft_plan(
    network_id: int,
    *,
    title: str,
    first_year: int,
    last_year: int,
    period_plan: Plan | None = None,
    introduction: str = "",
    origin: str = "",
) -> Plan:
    """A new plan; whoever draws it up holds its title against the others."""
    rules.check_years(first_year, last_year)
    check_within(period_plan, first_year, last_year)
    return Plan(
        network_id=network_id,
        title=title.strip(),
        first_year=first_year,
        last_year=last_year,
        period_plan=period_plan,
        introduction=introduction,
        origin=origin,
    )


def check_within(period_plan: Plan | None, first_year: int, last_year: int) -> None:
    """Raises RuleBroken when a plan does not lie within the plan of its period."""
    if period_plan is not None and not period_plan.first_year <= first_year <= last_year <= period_plan.last_year:
        raise RuleBroken(say("Dit jaar valt buiten het plan van de periode."), "period_plan_id")


def draft_objective(
    plan: Plan, *, kind: ObjectiveKind, title: str, position: int, parent: Objective | None = None
) -> Objective:
    rules.check_plan_open(plan.status)
    return Objective(
        network_id=plan.network_id,
        parent=parent,
        kind=kind,
        title=title.strip(),
        position=position,
        **_belongs_to("plan", plan),
    )


def check_parent(objective: Objective, parent: Objective | None) -> None:
    """Raises RuleBroken when an objective would stand under itself."""
    while parent is not None:
        if parent is objective:
            raise RuleBroken(say("Een doelstelling kan niet onder zichzelf staan."), "parent_id")
        parent = parent.parent


def draft_action(
    plan: Plan, *, shares: Sequence[Share] = (), status: ActionStatus = ActionStatus.PLANNED, **values: Any
) -> Action:
    """A new action in a year's plan with who carries it; whoever draws it up looks where it steps in."""
    rules.check_plan_open(plan.status)
    if not plan.is_of_one_year:
        raise RuleBroken(say("Acties staan in het plan van één jaar. Kies een jaarplan."), "plan_id")
    _check_action(shares, values)
    action = Action(
        network_id=plan.network_id, year=plan.first_year, status=status, **_belongs_to("plan", plan), **values
    )
    action.carriers = [
        Carrier(network_id=plan.network_id, partner_id=one.partner_id, role=one.role, share_percent=one.percent)
        for one in shares
    ]
    return action


def amend_action(action: Action, *, shares: Sequence[Share], **values: Any) -> bool:
    """Change an action; whether somebody was taken off, so that who carries it must be read again."""
    rules.check_plan_open(action.plan.status)
    _check_action(shares, values)
    for name, value in values.items():
        if getattr(action, name) != value:
            setattr(action, name, value)
    return put_shares(action, shares=shares)


def _check_action(shares: Sequence[Share], values: dict[str, Any]) -> None:
    rules.check_months(int(month) for month in values.get("months", ()))
    rules.check_shares(shares)


def put_shares(action: Action, *, shares: Sequence[Share]) -> bool:
    """Who carries the action, with role and share; whether anything changed."""
    held = {carrier.partner_id: carrier for carrier in action.carriers}
    wanted = {share.partner_id: share for share in shares}
    changed = False
    for partner_id, share in wanted.items():
        carrier = held.get(partner_id)
        if carrier is None:
            action.carriers.append(
                Carrier(
                    network_id=action.network_id,
                    partner_id=partner_id,
                    role=share.role,
                    share_percent=share.percent,
                )
            )
            changed = True
        elif (carrier.share_percent, carrier.role) != (share.percent, share.role):
            carrier.share_percent, carrier.role = share.percent, share.role
            changed = True
    for partner_id, carrier in held.items():
        if partner_id not in wanted:
            db.session.delete(carrier)  # taken out of the list it would go unseen by the history of the action
            changed = True
    if changed:
        action.version += 1  # shares belong to what a second editor must see
    return changed


def draft_indicator(action: Action, **values: Any) -> Indicator:
    """A new indicator of a saved action; `values` are those of `amend_indicator`."""
    indicator = Indicator(network_id=action.network_id, action_id=action.id)
    amend_indicator(indicator, **values)
    return indicator


def amend_indicator(
    indicator: Indicator,
    *,
    name: str,
    unit: str = "",
    target_group: TargetGroup | None = None,
    target: int | None = None,
    measured: int | None = None,
    measured_on: date | None = None,
    is_dropped: bool = False,
) -> None:
    """Change what an indicator wants to reach and what was measured."""
    indicator.name, indicator.unit, indicator.target_group = name.strip(), unit.strip(), target_group
    indicator.target, indicator.measured, indicator.measured_on = target, measured, measured_on
    indicator.is_dropped = is_dropped


def _belongs_to(name: str, record: Plan) -> dict[str, Any]:
    """A saved record by its id, so that nothing of it has to be read again; a new one as it is."""
    return {name: record} if record.id is None else {f"{name}_id": record.id}
