"""Changing plans: draw up, move; add and edit actions; log contributions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm.exc import StaleDataError

from portal.extensions import db
from portal.foundation.errors import ChangedMeanwhile, RuleBroken
from portal.foundation.nameless import check_nameless
from portal.foundation.wording import say
from portal.network.models import Partner
from portal.plans import queries, rules
from portal.plans.drafting import (
    amend_action,
    amend_indicator,
    check_parent,
    draft_action,
    draft_indicator,
    draft_objective,
    draft_plan,
    put_shares,
)
from portal.plans.models import Action, Contribution, Indicator, Objective, Plan
from portal.plans.signals import action_moved, plan_moving
from portal.plans.types import ActionStatus, ObjectiveKind, PlanStatus, Share

# What a coordinator fills in of an action; everything else has an operation of its own.
ACTION_FIELDS = (
    "objective_id",
    "title",
    "plain_sentence",
    "description",
    "thresholds",
    "target_groups",
    "track",
    "domain",
    "spending_category",
    "place_kind",
    "place",
    "lead_partner_id",
    "months",
    "steps_in_for_id",
    "bbc_code",
)


def draw_up_plan(
    network_id: int,
    *,
    title: str,
    first_year: int,
    last_year: int,
    period_plan: Plan | None = None,
    introduction: str = "",
    origin: str = "",
) -> Plan:
    """A new plan in draft, of one year or of a period."""
    plan = draft_plan(
        network_id,
        title=title,
        first_year=first_year,
        last_year=last_year,
        period_plan=period_plan,
        introduction=introduction,
        origin=origin,
    )
    same = [one for one in queries.list_plans(network_id) if one.title.lower() == plan.title.lower()]
    if any((one.first_year, one.last_year) == (first_year, last_year) for one in same):
        raise RuleBroken(say("Er is al een plan met deze titel en deze jaren."), "title")
    db.session.add(plan)
    db.session.flush()
    return plan


def edit_plan(plan: Plan, *, title: str, introduction: str, period_plan: Plan | None) -> None:
    rules.check_plan_open(plan.status)
    plan.title, plan.introduction, plan.period_plan = title.strip(), introduction, period_plan
    db.session.flush()


def move_plan(plan: Plan, *, status: PlanStatus) -> None:
    rules.check_plan_move(plan.status, status)
    plan_moving.send(plan, status=status)
    plan.status = status
    db.session.flush()


def add_objective(plan: Plan, *, kind: ObjectiveKind, title: str, parent: Objective | None = None) -> Objective:
    objective = draft_objective(plan, kind=kind, title=title, parent=parent, position=len(plan.objectives) + 1)
    objective.plan = plan
    db.session.add(objective)
    db.session.flush()
    return objective


def edit_objective(
    objective: Objective, *, kind: ObjectiveKind, title: str, parent: Objective | None, is_dropped: bool
) -> None:
    rules.check_plan_open(objective.plan.status)
    check_parent(objective, parent)
    objective.kind, objective.title, objective.parent, objective.is_dropped = (
        kind,
        title.strip(),
        parent,
        is_dropped,
    )
    db.session.flush()


def add_action(
    plan: Plan, *, shares: Sequence[Share] = (), status: ActionStatus = ActionStatus.PLANNED, **values: Any
) -> Action:
    """A new action in a year's plan; `values` are ACTION_FIELDS (and `origin`, `copied_from_id`)."""
    _check_steps_in(plan.network_id, None, values)
    action = draft_action(plan, shares=shares, status=status, **values)
    action.plan = plan
    db.session.add(action)
    db.session.flush()
    return action


def edit_action(action: Action, *, version: int | None, shares: Sequence[Share], **values: Any) -> None:
    """Change an action; raises ChangedMeanwhile when somebody saved it after this form was opened."""
    action_version = action.version
    if version is not None and version != action_version:
        rules.check_plan_open(action.plan.status)
        raise ChangedMeanwhile(version)
    _check_steps_in(action.network_id, action.id, values)
    try:
        changed = amend_action(action, shares=shares, **values)
        db.session.flush()
        if changed:
            db.session.expire(action, ["carriers"])
    except StaleDataError as late:  # somebody else saved between our reading and our writing
        raise ChangedMeanwhile(action_version) from late


def _check_steps_in(network_id: int, action_id: int | None, values: dict[str, Any]) -> None:
    if values.get("steps_in_for_id"):
        links = queries.steps_in_links(network_id)
        if values["steps_in_for_id"] not in links:
            raise RuleBroken(say("Deze actie bestaat niet in dit netwerk."), "steps_in_for_id")
        rules.check_steps_in(action_id, values["steps_in_for_id"], links.get)


def share_action(action: Action, *, shares: Sequence[Share]) -> None:
    """Who carries the action, with role and share; partners left out are taken off."""
    if put_shares(action, shares=shares):
        db.session.flush()
        db.session.expire(action, ["carriers"])


def move_action(action: Action, *, status: ActionStatus) -> None:
    rules.check_plan_open(action.plan.status)
    rules.check_action_move(action.status, status)
    former, action.status = action.status, status
    db.session.flush()
    action_moved.send(action, former=former)


def set_indicator(action: Action, *, indicator: Indicator | None = None, **values: Any) -> Indicator:
    """Add an indicator, or change the given one; `values` are those of `drafting.amend_indicator`."""
    if indicator is None:
        indicator = draft_indicator(action, **values)
        indicator.action = action
        db.session.add(indicator)
    else:
        amend_indicator(indicator, **values)
    db.session.flush()
    return indicator


def log_contribution(action: Action, *, partner: Partner, **values: Any) -> Contribution:
    """What a partner gave; `values` are those of `draw_up_contribution`."""
    contribution = draw_up_contribution(action, partner=partner, **values)
    contribution.action, contribution.partner = action, partner
    db.session.add(contribution)
    db.session.flush()
    return contribution


def draw_up_contribution(
    action: Action,
    *,
    partner: Partner,
    on: date,
    today: date,
    minutes: int | None = None,
    goods_cents: int | None = None,
    money_cents: int | None = None,
    people_reached: int | None = None,
    note: str = "",
    origin: str = "",
) -> Contribution:
    """What a partner gave, as far as the rules let it, not in the session yet."""
    rules.check_contribution(
        minutes=minutes,
        goods_cents=goods_cents,
        money_cents=money_cents,
        people=people_reached,
        on=on,
        today=today,
    )
    check_nameless(note, "note")
    if on.year != action.year:
        raise RuleBroken(say("Deze actie is van %(year)s. Kies een dag in dat jaar.", year=action.year), "on")
    return Contribution(
        network_id=action.network_id,
        action_id=action.id,
        partner_id=partner.id,
        year=action.year,
        on=on,
        minutes=minutes or 0,
        goods_cents=goods_cents or 0,
        money_cents=money_cents or 0,
        people_reached=people_reached or 0,
        note=note,
        origin=origin,
    )


def edit_contribution(contribution: Contribution, *, today: date, **values: Any) -> None:
    """Correct what was logged: on, minutes, goods_cents, money_cents, people_reached, note."""
    if contribution.withdrawn_at is not None:
        raise RuleBroken(say("Deze bijdrage is intussen ingetrokken. Ze kan niet meer veranderen."))
    rules.check_contribution(
        minutes=values["minutes"],
        goods_cents=values["goods_cents"],
        money_cents=values["money_cents"],
        people=values["people_reached"],
        on=values["on"],
        today=today,
    )
    check_nameless(values["note"], "note")
    if values["on"].year != contribution.year:
        raise RuleBroken(say("Deze actie is van %(year)s. Kies een dag in dat jaar.", year=contribution.year), "on")
    for name, value in values.items():
        setattr(contribution, name, value if name in ("on", "note") else value or 0)
    db.session.flush()


def withdraw_contribution(contribution: Contribution, *, at: datetime) -> None:
    """Take a contribution out of all figures; the history keeps it."""
    contribution.withdrawn_at = at
    db.session.flush()
