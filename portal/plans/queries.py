"""Reading plans, objectives, actions and contributions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import abort
from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from portal.extensions import db
from portal.plans.access import PUBLIC_ACTIONS, PUBLIC_PLANS
from portal.plans.models import Action, Carrier, Contribution, Indicator, Objective, Plan
from portal.plans.types import ActionStatus
from portal.web.paging import PAGE_SIZE, Page


@dataclass(frozen=True)
class ActionFilter:
    """What a reader wants to see of the actions of a year; empty means everything."""

    text: str = ""
    status: str = ""
    track: str = ""
    domain: str = ""
    threshold: str = ""
    target_group: str = ""
    partner_id: int | None = None


@dataclass(frozen=True)
class ContributionSums:
    """What contributions add up to."""

    minutes: int
    people_reached: int
    goods_cents: int
    money_cents: int


def _actions(network_id: int, year: int, wanted: ActionFilter) -> Select[Any]:
    found = select(Action).where(Action.network_id == network_id, Action.year == year)
    if wanted.text:
        pattern = f"%{_escaped(wanted.text.lower())}%"
        found = found.where(
            or_(
                func.lower(Action.title).like(pattern, escape="\\"),
                func.lower(Action.plain_sentence).like(pattern, escape="\\"),
                func.lower(Action.place).like(pattern, escape="\\"),
            )
        )
    for column, code in (
        (Action.status, wanted.status),
        (Action.track, wanted.track),
        (Action.domain, wanted.domain),
    ):
        if code:
            found = found.where(column == code)
    if wanted.threshold:
        found = found.where(Action.thresholds.like(f"%|{_escaped(wanted.threshold)}|%", escape="\\"))
    if wanted.target_group:
        found = found.where(Action.target_groups.like(f"%|{_escaped(wanted.target_group)}|%", escape="\\"))
    if wanted.partner_id is not None:
        carried = select(Carrier.action_id).where(
            Carrier.network_id == network_id, Carrier.partner_id == wanted.partner_id
        )
        found = found.where(or_(Action.lead_partner_id == wanted.partner_id, Action.id.in_(carried)))
    return found


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _with_parts(found: Select[Any]) -> Select[Any]:
    return found.options(
        joinedload(Action.lead_partner),
        joinedload(Action.objective),
        selectinload(Action.carriers).joinedload(Carrier.partner),
    )


def list_actions(network_id: int, year: int, wanted: ActionFilter | None = None) -> Sequence[Action]:
    """The actions of a year in the order of the plan, with lead, carriers and objective (3 statements)."""
    found = _with_parts(_actions(network_id, year, wanted or ActionFilter()))
    return db.session.scalars(found.order_by(Action.objective_id, Action.id)).all()


def list_actions_of_plan(plan: Plan) -> Sequence[Action]:
    """The actions of one plan, with lead, carriers and objective (2 statements)."""
    found = select(Action).where(Action.network_id == plan.network_id, Action.plan_id == plan.id)
    return db.session.scalars(_with_parts(found).order_by(Action.id)).all()


def page_of_actions(network_id: int, year: int, wanted: ActionFilter, number: int) -> Page:
    """One page of `list_actions`, and how many actions the filter leaves (3 statements)."""
    found = _actions(network_id, year, wanted)
    total = db.session.scalar(select(func.count()).select_from(found.with_only_columns(Action.id).subquery())) or 0
    number = min(number, max(1, -(-total // PAGE_SIZE)))
    rows = db.session.scalars(
        _with_parts(found).order_by(Action.objective_id, Action.id).limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)
    ).all()
    return Page(rows, total, number)


def get_action(network_id: int, action_id: int) -> Action:
    """An action of this network with everything its page shows, or 404."""
    wanted = (
        select(Action)
        .where(Action.network_id == network_id, Action.id == action_id)
        .options(
            joinedload(Action.plan),
            joinedload(Action.lead_partner),
            joinedload(Action.objective),
            joinedload(Action.steps_in_for),
            selectinload(Action.carriers).joinedload(Carrier.partner),
            selectinload(Action.indicators),
        )
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def find_action(network_id: int, action_id: int) -> Action | None:
    wanted = select(Action).where(Action.network_id == network_id, Action.id == action_id)
    return db.session.scalars(wanted).one_or_none()


def list_action_choices(network_id: int, year: int) -> list[tuple[str, str]]:
    """Actions of a year as choices of a form, without dropped ones."""
    wanted = select(Action.id, Action.title).where(
        Action.network_id == network_id, Action.year == year, Action.status != ActionStatus.DROPPED
    )
    return [(str(key), title) for key, title in db.session.execute(wanted.order_by(Action.title, Action.id))]


def list_public_action_choices(network_id: int, year: int) -> list[tuple[str, str]]:
    """Actions of a year that anyone may know of: of an agreed plan, no ideas, nothing dropped."""
    wanted = (
        select(Action.id, Action.title)
        .join(Action.plan)
        .where(
            Action.network_id == network_id,
            Action.year == year,
            Action.status.in_(PUBLIC_ACTIONS),
            Plan.status.in_(PUBLIC_PLANS),
        )
    )
    return [(str(key), title) for key, title in db.session.execute(wanted.order_by(Action.title, Action.id))]


def list_own_action_choices(network_id: int, year: int, partner_ids: Iterable[int]) -> list[tuple[str, str]]:
    """As `list_action_choices`, only those that one of these partners leads or carries."""
    own = sorted(partner_ids)
    carried = select(Carrier.action_id).where(Carrier.network_id == network_id, Carrier.partner_id.in_(own))
    wanted = select(Action.id, Action.title).where(
        Action.network_id == network_id,
        Action.year == year,
        Action.status != ActionStatus.DROPPED,
        or_(Action.lead_partner_id.in_(own), Action.id.in_(carried)),
    )
    return [(str(key), title) for key, title in db.session.execute(wanted.order_by(Action.title, Action.id))]


def list_actions_stepping_in(network_id: int, action_id: int) -> Sequence[Action]:
    """Actions that step in where this one is not enough."""
    wanted = select(Action).where(Action.network_id == network_id, Action.steps_in_for_id == action_id)
    return db.session.scalars(wanted.order_by(Action.id)).all()


def steps_in_links(network_id: int) -> dict[int, int | None]:
    """Which action each action steps in for, for the whole network."""
    wanted = select(Action.id, Action.steps_in_for_id).where(Action.network_id == network_id)
    return {row.id: row.steps_in_for_id for row in db.session.execute(wanted)}


def list_actions_of_partner(network_id: int, partner_id: int, year: int) -> Sequence[Action]:
    """Actions of a year that a partner leads or carries."""
    return list_actions(network_id, year, ActionFilter(partner_id=partner_id))


def list_plans(network_id: int) -> Sequence[Plan]:
    """All plans, newest years first; a period before its years."""
    wanted = select(Plan).where(Plan.network_id == network_id)
    return db.session.scalars(wanted.order_by(Plan.last_year.desc(), Plan.first_year, Plan.id)).all()


def list_plans_within(period: Plan) -> Sequence[Plan]:
    """The plans that belong to the plan of a period, oldest year first."""
    wanted = select(Plan).where(Plan.network_id == period.network_id, Plan.period_plan_id == period.id)
    return db.session.scalars(wanted.order_by(Plan.first_year, Plan.id)).all()


def list_year_plans(network_id: int, year: int) -> Sequence[Plan]:
    """Plans of exactly one year."""
    wanted = select(Plan).where(Plan.network_id == network_id, Plan.first_year == year, Plan.last_year == year)
    return db.session.scalars(wanted.order_by(Plan.id)).all()


def find_year_plan(network_id: int, year: int) -> Plan | None:
    """The plan to which an action of a year belongs when nobody says otherwise."""
    return next(iter(list_year_plans(network_id, year)), None)


def get_plan(network_id: int, plan_id: int) -> Plan:
    wanted = (
        select(Plan)
        .where(Plan.network_id == network_id, Plan.id == plan_id)
        .options(selectinload(Plan.objectives), joinedload(Plan.period_plan))
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def get_objective(network_id: int, plan_id: int, objective_id: int) -> Objective:
    wanted = select(Objective).where(
        Objective.network_id == network_id, Objective.plan_id == plan_id, Objective.id == objective_id
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_objectives_for(plan: Plan) -> Sequence[Objective]:
    """Objectives that actions and objectives of a plan may serve: its own, and those of the period's plan."""
    plans = [plan.id] + ([plan.period_plan_id] if plan.period_plan_id else [])
    wanted = select(Objective).where(
        Objective.network_id == plan.network_id, Objective.plan_id.in_(plans), Objective.is_dropped.is_(False)
    )
    return db.session.scalars(wanted.order_by(Objective.kind.desc(), Objective.position, Objective.id)).all()


def get_indicator(network_id: int, action_id: int, indicator_id: int) -> Indicator:
    wanted = select(Indicator).where(
        Indicator.network_id == network_id, Indicator.action_id == action_id, Indicator.id == indicator_id
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_contributions_of_action(network_id: int, action_id: int) -> Sequence[Contribution]:
    wanted = (
        select(Contribution)
        .where(
            Contribution.network_id == network_id,
            Contribution.action_id == action_id,
            Contribution.withdrawn_at.is_(None),
        )
        .options(joinedload(Contribution.partner))
    )
    return db.session.scalars(wanted.order_by(Contribution.on.desc(), Contribution.id.desc())).all()


def page_of_contributions(
    network_id: int, year: int, partner_id: int | None, action_id: int | None, number: int
) -> tuple[Page, ContributionSums]:
    """One page of the contributions of a year, newest first, and the sums of all that the filter leaves."""
    wanted = [
        Contribution.network_id == network_id,
        Contribution.year == year,
        Contribution.withdrawn_at.is_(None),
    ]
    if partner_id is not None:
        wanted.append(Contribution.partner_id == partner_id)
    if action_id is not None:
        wanted.append(Contribution.action_id == action_id)
    columns = ("minutes", "people_reached", "goods_cents", "money_cents")
    sums = [func.coalesce(func.sum(getattr(Contribution, name)), 0) for name in columns]
    total, *added = db.session.execute(select(func.count(Contribution.id), *sums).where(*wanted)).one()
    number = min(number, max(1, -(-total // PAGE_SIZE)))
    rows = db.session.scalars(
        select(Contribution)
        .where(*wanted)
        .options(joinedload(Contribution.partner), joinedload(Contribution.action))
        .order_by(Contribution.on.desc(), Contribution.id.desc())
        .limit(PAGE_SIZE)
        .offset((number - 1) * PAGE_SIZE)
    ).all()
    return Page(rows, total, number), ContributionSums(*(int(one) for one in added))


def list_contributions(network_id: int, year: int, partner_id: int | None = None) -> Sequence[Contribution]:
    """The contributions of a year, newest first, with partner and action."""
    wanted = select(Contribution).where(
        Contribution.network_id == network_id, Contribution.year == year, Contribution.withdrawn_at.is_(None)
    )
    if partner_id is not None:
        wanted = wanted.where(Contribution.partner_id == partner_id)
    wanted = wanted.options(joinedload(Contribution.partner), joinedload(Contribution.action))
    return db.session.scalars(wanted.order_by(Contribution.on.desc(), Contribution.id.desc())).all()


def get_contribution(network_id: int, contribution_id: int) -> Contribution:
    wanted = (
        select(Contribution)
        .where(Contribution.network_id == network_id, Contribution.id == contribution_id)
        .options(joinedload(Contribution.partner), joinedload(Contribution.action))
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)
