"""Draws up the plans of a demo network, and logs what partners gave to their actions."""

from __future__ import annotations

from datetime import date

from portal.demo.loaded import Loaded
from portal.demo.types import INVENTED, DemoAction, DemoContribution, DemoIndicator, DemoNetwork
from portal.extensions import db
from portal.foundation.clock import today
from portal.funding import operations as funding
from portal.plans import operations as plans
from portal.plans.models import Action, Plan
from portal.plans.types import CarrierRole, ObjectiveKind, Share


def plan(loaded: Loaded, demo: DemoNetwork) -> None:
    """A plan for every year, with its objectives, actions, indicators and budgets."""
    for year in sorted(demo.plans):
        drawn = loaded.plans[year] = plans.draw_up_plan(
            loaded.network.id, title=f"Actieplan {year}", first_year=year, last_year=year, origin=INVENTED
        )
        for row in demo.objectives:
            loaded.objectives[year, row.key] = plans.add_objective(
                drawn,
                kind=ObjectiveKind(row.kind),
                title=row.title,
                parent=loaded.objectives.get((year, row.parent or "")),
            )
        for action in demo.actions:
            if year in action.status:
                loaded.actions[year, action.key] = _add(loaded, drawn, action)


def settle(loaded: Loaded, demo: DemoNetwork) -> None:
    """The plans as far as they came; done last, so that everything could still be added to a closed one."""
    for year, status in demo.plans.items():
        loaded.plans[year].status = status
    db.session.flush()


def contribute(loaded: Loaded, demo: DemoNetwork) -> None:
    """What partners gave; what lies in the future is left out."""
    for row in demo.contributions:
        if date.fromisoformat(row.on) <= today():
            _log(loaded, row)


def _add(loaded: Loaded, drawn: Plan, row: DemoAction) -> Action:
    year = drawn.first_year
    lead, steps_in_for = loaded.partners[row.lead], loaded.actions.get((year, row.steps_in_for or ""))
    copied_from = loaded.actions.get((year - 1, row.key))
    action = plans.add_action(
        drawn,
        status=row.status[year],
        shares=[
            Share(loaded.partners[key].id, percent, CarrierRole(role))
            for key, percent, role in row.carriers_in.get(year, row.carriers)
        ],
        title=row.title,
        plain_sentence=row.sentence,
        lead_partner_id=lead.id,
        track=row.track,
        domain=row.domain,
        spending_category=row.category,
        thresholds=row.thresholds,
        target_groups=row.groups,
        months=tuple(str(month) for month in row.months),
        place_kind=row.place_kind,
        place=row.place,
        objective_id=loaded.objectives[year, row.objective].id,
        steps_in_for_id=steps_in_for.id if steps_in_for else None,
        bbc_code=row.bbc,
        origin=row.origin,
        copied_from_id=copied_from.id if copied_from else None,
    )
    for indicator in row.indicators:
        _measure(action, indicator)
    if year in row.budget:
        funding.plan_budget(action, planned={stream: euros * 100 for stream, euros in row.budget[year].items()})
    return action


def _measure(action: Action, row: DemoIndicator) -> None:
    """The indicator of the year, measured unless that lies in the future."""
    if action.year not in row.years:
        return
    aim = row.years[action.year]
    on = date.fromisoformat(aim.on or f"{action.year}-12-15")
    known = aim.measured if on <= today() else None
    plans.set_indicator(
        action,
        name=row.name,
        unit=row.unit,
        target=aim.target,
        measured=known,
        measured_on=None if known is None else on,
    )


def _log(loaded: Loaded, row: DemoContribution) -> None:
    on = date.fromisoformat(row.on)
    plans.log_contribution(
        loaded.actions[on.year, row.action],
        partner=loaded.partners[row.partner],
        on=on,
        today=today(),
        minutes=row.minutes,
        people_reached=row.people,
        goods_cents=row.goods,
        money_cents=row.money,
        note=row.note,
        origin=INVENTED,
    )
