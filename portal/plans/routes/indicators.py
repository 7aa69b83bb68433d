"""What an action wants to reach in figures, and what was measured."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network
from portal.plans import access, operations, queries
from portal.plans.forms import IndicatorForm
from portal.plans.models import Action, Indicator
from portal.plans.routes.doors import action_of_year, bp
from portal.plans.types import TargetGroup
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.route("/<int:year>/actions/<int:action_id>/indicators/add", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def add_indicator(network: Network, year: int, action_id: int) -> ResponseReturnValue:
    """A new indicator of an action."""
    found = action_of_year(network, year, action_id)
    insist(access.can_edit_action(current_actor(), found))
    form = IndicatorForm()
    form.offer()
    del form.is_dropped
    if again := saved_before(form):
        return again
    return _answer(network, form, found, None)


@bp.route("/<int:year>/actions/<int:action_id>/indicators/<int:indicator_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def edit_indicator(network: Network, year: int, action_id: int, indicator_id: int) -> ResponseReturnValue:
    """Change an indicator, fill in what was measured, or drop it."""
    take_turn(network)
    found = action_of_year(network, year, action_id)
    insist(access.can_edit_action(current_actor(), found))
    indicator = queries.get_indicator(network.id, action_id, indicator_id)
    form = IndicatorForm(obj=indicator)
    form.offer()
    keep_watch(form, indicator)
    return _answer(network, form, found, indicator)


def _answer(network: Network, form: Any, action: Action, indicator: Indicator | None) -> ResponseReturnValue:
    if form.validate_on_submit() and form.accepts(
        operations.set_indicator,
        action,
        indicator=indicator,
        name=form.name.data,
        unit=form.unit.data or "",
        target_group=TargetGroup(form.target_group.data) if form.target_group.data else None,
        target=form.target.data,
        measured=form.measured.data,
        measured_on=form.measured_on.data,
        is_dropped="is_dropped" in form and form.is_dropped.data,
    ):
        page = note_saved(form, url_for("plans.action", slug=network.slug, year=action.year, action_id=action.id))
        db.session.commit()
        flash(_("De indicator is bewaard."), "success")
        return redirect(page)
    return render_template("plans/indicator_form.html", form=form, action=action, indicator=indicator), form.http_status
