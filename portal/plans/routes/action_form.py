"""Adding and changing an action; two people at once lose nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.years import Span
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network, Partner
from portal.network.queries import list_partners
from portal.plans import access, operations, queries
from portal.plans.asking import typed_id
from portal.plans.forms import ActionForm
from portal.plans.models import Action, Plan
from portal.plans.routes.doors import action_of_year, bp, known_year
from portal.plans.types import (
    ActionStatus,
    Domain,
    ObjectiveKind,
    PlaceKind,
    Share,
    SpendingCategory,
    Track,
)
from portal.web.forms import optional_id
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.route("/<int:year>/actions/add", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def add_action(network: Network, year: int) -> ResponseReturnValue:
    """A new action; what a partner adds starts as an idea of its own organisation."""
    known_year(year)
    actor = current_actor()
    insist(access.can_add_action(actor))
    plan = _plan_for(network, year)
    if plan is None:
        return render_template("plans/no_plan.html", can_edit=access.can_edit_plan(actor)), 200
    form = _form(network, plan, None, objective_id=request.args.get("objective"))
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.add_action,
        plan,
        shares=form.shares,
        status=ActionStatus.PLANNED if actor.coordinates else ActionStatus.IDEA,
        **_values(form),
    ):
        page = note_saved(form, url_for("plans.action", slug=network.slug, year=year, action_id=form.outcome.id))
        db.session.commit()
        flash(_("De actie staat in het plan."), "success")
        return redirect(page)
    return render_template("plans/action_form.html", form=form, action=None), form.http_status


def _plan_for(network: Network, year: int) -> Plan | None:
    """The plan of the address (?plan=) when it is one of the year, otherwise the year's first."""
    plans = queries.list_year_plans(network.id, year)
    asked = typed_id(request.args.get("plan"))
    return next((plan for plan in plans if plan.id == asked), plans[0] if plans else None)


@bp.route("/<int:year>/actions/<int:action_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def edit_action(network: Network, year: int, action_id: int) -> ResponseReturnValue:
    """Change an action; who was overtaken sees what changed and keeps the own text."""
    take_turn(network)
    found = action_of_year(network, year, action_id)
    insist(access.can_edit_action(current_actor(), found))
    form = _form(network, found.plan, found)
    form.fill_shares({one.partner_id: Share(one.partner_id, one.share_percent, one.role) for one in found.carriers})
    keep_watch(form, found)
    if form.validate_on_submit() and form.accepts(
        operations.edit_action, found, version=found.version, shares=form.shares, **_values(form)
    ):
        db.session.commit()
        flash(_("De actie is bewaard."), "success")
        return redirect(url_for("plans.action", slug=network.slug, year=year, action_id=action_id))
    return render_template("plans/action_form.html", form=form, action=found), form.http_status


def _form(network: Network, plan: Plan, found: Action | None, **values: Any) -> Any:
    """The form with the lists of this network, year and reader."""
    kept = {found.lead_partner_id, *found.carrier_ids} if found else set()
    partners = [one for one in list_partners(network.id) if one.id in kept or _is_member(one, plan.first_year)]
    form = ActionForm.carried_by((one.id, one.name) for one in partners)(obj=found, **values)
    actions = queries.list_action_choices(network.id, plan.first_year)
    objectives = {one.id: one for one in queries.list_objectives_for(plan)}
    if found is not None:
        actions = [choice for choice in actions if choice[0] != str(found.id)]
        if found.objective is not None:
            objectives.setdefault(found.objective.id, found.objective)
        if found.steps_in_for is not None and str(found.steps_in_for_id) not in dict(actions):
            actions.append((str(found.steps_in_for_id), found.steps_in_for.title))
    strategic_first = sorted(objectives.values(), key=lambda one: one.kind is not ObjectiveKind.STRATEGIC)
    form.offer([(str(one.id), one.title) for one in strategic_first], _leads(partners), actions)
    return form


def _is_member(partner: Partner, year: int) -> bool:
    return any(Span(held.starts_on, held.ends_on).touches_year(year) for held in partner.memberships)


def _leads(partners: Iterable[Partner]) -> list[tuple[str, str]]:
    """Coordinators choose any lead, partners only their own organisation."""
    actor = current_actor()
    if actor.coordinates:
        return [("", _("Nog niemand")), *((str(one.id), one.name) for one in partners)]
    return [(str(one.id), one.name) for one in partners if actor.speaks_for(one.id)]


def _values(form: Any) -> dict[str, Any]:
    """The columns of an action out of a form that was checked."""
    texts = ("title", "plain_sentence", "description", "place", "bbc_code")
    codes = ("thresholds", "target_groups")
    return {
        **{name: form[name].data or "" for name in texts},
        **{name: tuple(form[name].data or ()) for name in codes},
        "months": tuple(sorted(form.months.data or (), key=int)),
        "track": Track(form.track.data),
        "domain": Domain(form.domain.data),
        "spending_category": SpendingCategory(form.spending_category.data),
        "place_kind": PlaceKind(form.place_kind.data),
        "objective_id": optional_id(form.objective_id.data),
        "lead_partner_id": optional_id(form.lead_partner_id.data),
        "steps_in_for_id": optional_id(form.steps_in_for_id.data),
    }
