"""Addresses of plans: the list, one plan with its tree, objectives, moving and copying."""

from __future__ import annotations

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.closing.shown import is_open_year
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.history.overtaking import keep_watch, take_turn
from portal.history.queries import list_changes
from portal.network.models import Network
from portal.plans import access, copying, operations, queries, rules
from portal.plans.asking import typed_id
from portal.plans.forms import MoveForm, ObjectiveForm, PlanForm
from portal.plans.models import Objective, Plan
from portal.plans.routes.doors import bp
from portal.plans.shown import tree_of
from portal.plans.types import ObjectiveKind, PlanStatus
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.get("/plans")
@in_network()
def plans(network: Network) -> ResponseReturnValue:
    """All plans of a network: periods with their years."""
    return render_template(
        "plans/plans.html",
        plans=queries.list_plans(network.id),
        can_edit=access.can_edit_plan(current_actor()),
    )


@bp.route("/plans/draw-up", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def draw_up_plan(network: Network) -> ResponseReturnValue:
    """A new plan, of a year or of a period."""
    insist(access.can_edit_plan(current_actor()))
    year = typed_id(request.args.get("year")) or today().year
    form = PlanForm(first_year=year, last_year=year)
    periods = _offer_periods(form, network)
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.draw_up_plan,
        network.id,
        title=form.title.data,
        first_year=form.first_year.data,
        last_year=form.last_year.data,
        period_plan=periods.get(form.period_plan_id.data or ""),
        introduction=form.introduction.data or "",
    ):
        page = note_saved(form, url_for("plans.plan", slug=network.slug, plan_id=form.outcome.id))
        db.session.commit()
        flash(_("Het plan is gemaakt. Voeg nu doelstellingen en acties toe."), "success")
        return redirect(page)
    return render_template("plans/plan_form.html", form=form, plan=None), form.http_status


def _offer_periods(form: Any, network: Network, plan: Plan | None = None) -> dict[str, Plan]:
    periods = {
        str(one.id): one
        for one in queries.list_plans(network.id)
        if not one.is_of_one_year
        and one is not plan
        and (plan is None or one.first_year <= plan.first_year <= plan.last_year <= one.last_year)
    }
    form.offer([(key, one.title) for key, one in periods.items()])
    return periods


@bp.get("/plans/<int:plan_id>")
@in_network()
def plan(network: Network, plan_id: int) -> ResponseReturnValue:
    """One plan: objectives above objectives above actions."""
    return plan_page(network, queries.get_plan(network.id, plan_id))


def plan_page(network: Network, found: Plan, refused: str = "", status: int = 200) -> ResponseReturnValue:
    """The page of a plan; with why a step was refused, when one was."""
    actions = queries.list_actions_of_plan(found) if found.is_of_one_year else []
    roots, loose = tree_of(queries.list_objectives_for(found), actions)
    return render_template(
        "plans/plan.html",
        plan=found,
        roots=roots,
        loose=loose,
        action_count=len(actions),
        year_plans=[] if found.is_of_one_year else queries.list_plans_within(found),
        dropped=[one for one in found.objectives if one.is_dropped],
        next_statuses=rules.NEXT_PLAN_STATUSES[found.status] if is_open_year(found.last_year) else (),
        can_edit=access.can_edit_plan(current_actor()),
        is_open=found.status is not PlanStatus.CLOSED and is_open_year(found.last_year),
        refused=refused,
        changes=list_changes("plan", found.id, network.id, most=50),
    ), status


@bp.route("/plans/<int:plan_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def edit_plan(network: Network, plan_id: int) -> ResponseReturnValue:
    """Change the title, the introduction or the period of a plan."""
    take_turn(network)
    found = queries.get_plan(network.id, plan_id)
    insist(access.can_edit_plan(current_actor()))
    form = PlanForm(obj=found)
    del form.first_year, form.last_year
    periods = _offer_periods(form, network, found)
    keep_watch(form, found)
    if form.validate_on_submit() and form.accepts(
        operations.edit_plan,
        found,
        title=form.title.data,
        introduction=form.introduction.data or "",
        period_plan=periods.get(form.period_plan_id.data or ""),
    ):
        db.session.commit()
        flash(_("Het plan is bewaard."), "success")
        return redirect(url_for("plans.plan", slug=network.slug, plan_id=found.id))
    return render_template("plans/plan_form.html", form=form, plan=found), form.http_status


@bp.post("/plans/<int:plan_id>/move")
@in_network(Role.COORDINATOR)
def move_plan(network: Network, plan_id: int) -> ResponseReturnValue:
    """Give a plan its next status."""
    take_turn(network)
    found = queries.get_plan(network.id, plan_id)
    insist(access.can_edit_plan(current_actor()))
    form = MoveForm()
    wanted = form.status.data if form.status.data in set(PlanStatus) else abort(400)
    if form.validate_on_submit() and form.accepts(operations.move_plan, found, status=PlanStatus(wanted)):
        db.session.commit()
        flash(_("De stand van het plan is veranderd."), "success")
        return redirect(url_for("plans.plan", slug=network.slug, plan_id=found.id))
    return plan_page(network, found, " ".join([*form.form_errors, *form.status.errors]), 422)


@bp.post("/plans/<int:plan_id>/copy")
@in_network(Role.COORDINATOR)
def copy_plan(network: Network, plan_id: int) -> ResponseReturnValue:
    """Take a plan over into the next year, once."""
    take_turn(network)
    found = queries.get_plan(network.id, plan_id)
    insist(access.can_edit_plan(current_actor()))
    form = MoveForm()
    year = found.last_year + 1
    title = rules.title_for_year(found.title, current=found.first_year, wanted=year)
    if form.validate_on_submit() and form.accepts(copying.copy_plan, found, year=year, title=title):
        db.session.commit()
        flash(_("Het plan is overgenomen naar %(year)s. Kijk na wat anders moet.", year=year), "success")
        return redirect(url_for("plans.plan", slug=network.slug, plan_id=form.outcome.id))
    return plan_page(network, found, " ".join(form.form_errors), 409)


@bp.route("/plans/<int:plan_id>/objectives/add", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def add_objective(network: Network, plan_id: int) -> ResponseReturnValue:
    """A new objective in a plan."""
    found = queries.get_plan(network.id, plan_id)
    insist(access.can_edit_plan(current_actor()))
    under = request.args.get("under", "")
    form = ObjectiveForm(kind=ObjectiveKind.OPERATIONAL if under else ObjectiveKind.STRATEGIC, parent_id=under or None)
    parents = _offer_parents(form, found)
    del form.is_dropped
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.add_objective,
        found,
        kind=ObjectiveKind(form.kind.data),
        title=form.title.data,
        parent=parents.get(form.parent_id.data or ""),
    ):
        page = note_saved(form, url_for("plans.plan", slug=network.slug, plan_id=found.id))
        db.session.commit()
        flash(_("De doelstelling staat in het plan."), "success")
        return redirect(page)
    return render_template("plans/objective_form.html", form=form, plan=found, objective=None), form.http_status


@bp.route("/plans/<int:plan_id>/objectives/<int:objective_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def edit_objective(network: Network, plan_id: int, objective_id: int) -> ResponseReturnValue:
    """Change or drop an objective."""
    take_turn(network)
    found = queries.get_plan(network.id, plan_id)
    objective = queries.get_objective(network.id, plan_id, objective_id)
    insist(access.can_edit_plan(current_actor()))
    form = ObjectiveForm(obj=objective)
    parents = _offer_parents(form, found, objective)
    keep_watch(form, objective)
    if form.validate_on_submit() and form.accepts(
        operations.edit_objective,
        objective,
        kind=ObjectiveKind(form.kind.data),
        title=form.title.data,
        parent=parents.get(form.parent_id.data or ""),
        is_dropped=form.is_dropped.data,
    ):
        db.session.commit()
        flash(_("De doelstelling is bewaard."), "success")
        return redirect(url_for("plans.plan", slug=network.slug, plan_id=found.id))
    return render_template("plans/objective_form.html", form=form, plan=found, objective=objective), form.http_status


def _offer_parents(form: Any, plan: Plan, objective: Objective | None = None) -> dict[str, Objective]:
    parents = {str(one.id): one for one in queries.list_objectives_for(plan) if one is not objective}
    if objective is not None and objective.parent is not None:
        parents.setdefault(str(objective.parent_id), objective.parent)
    form.offer([(key, one.title) for key, one in parents.items()])
    return parents
