"""The page of one action, and its moves."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.closing.shown import is_open_year
from portal.extensions import db
from portal.foundation.actor import Role
from portal.history.overtaking import take_turn
from portal.history.queries import list_changes
from portal.network.models import Network
from portal.plans import access, operations, queries, rules
from portal.plans.forms import MoveForm
from portal.plans.models import Action
from portal.plans.routes.doors import action_of_year, bp
from portal.plans.types import ActionStatus, PlanStatus
from portal.web.guards import current_actor, in_network, insist


@bp.get("/<int:year>/actions/<int:action_id>")
@in_network()
def action(network: Network, year: int, action_id: int) -> ResponseReturnValue:
    """One action: what it is in plain words, who carries it, what it reached."""
    return action_page(network, action_of_year(network, year, action_id))


def action_page(network: Network, found: Action, refused: str = "", status: int = 200) -> ResponseReturnValue:
    """The page of an action; with why a step was refused, when one was."""
    actor = current_actor()
    is_open = found.plan.status is not PlanStatus.CLOSED and is_open_year(found.year)
    contributions = queries.list_contributions_of_action(network.id, found.id)
    return render_template(
        "plans/action.html",
        action=found,
        indicators=[one for one in found.indicators if not one.is_dropped],
        contributions=contributions,
        minutes=sum(one.minutes for one in contributions),
        people_reached=sum(one.people_reached for one in contributions),
        stepping_in=queries.list_actions_stepping_in(network.id, found.id),
        can_edit=is_open and access.can_edit_action(actor, found),
        can_log=access.can_log_contribution(actor, found) and is_open_year(found.year),
        next_statuses=rules.NEXT_ACTION_STATUSES[found.status]
        if is_open and access.can_move_action(actor, found)
        else (),
        refused=refused,
        changes=list_changes("action", found.id, network.id, most=50),
    ), status


@bp.post("/<int:year>/actions/<int:action_id>/move")
@in_network(Role.COORDINATOR, Role.PARTNER)
def move_action(network: Network, year: int, action_id: int) -> ResponseReturnValue:
    """Give an action its next status."""
    take_turn(network)
    found = action_of_year(network, year, action_id)
    insist(access.can_move_action(current_actor(), found))
    form = MoveForm()
    wanted = form.status.data if form.status.data in set(ActionStatus) else abort(400)
    if form.validate_on_submit() and form.accepts(operations.move_action, found, status=ActionStatus(wanted)):
        db.session.commit()
        flash(_("De stand van de actie is veranderd."), "success")
        return redirect(url_for("plans.action", slug=network.slug, year=year, action_id=found.id))
    return action_page(network, found, " ".join([*form.form_errors, *form.status.errors]), 422)
