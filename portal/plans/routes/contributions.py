"""What partners gave: the short form for a phone, one contribution, and the list of a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.closing.shown import is_open_year
from portal.extensions import db
from portal.foundation.actor import Actor, Role
from portal.foundation.clock import now, today
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network
from portal.network.queries import find_partner, list_partner_choices
from portal.plans import access, operations, queries
from portal.plans.asking import asked_of_contributions, typed_id
from portal.plans.forms import ContributionForm
from portal.plans.models import Action, Contribution
from portal.plans.routes.doors import bp, known_year, remembered_body
from portal.web.guards import current_actor, in_network, insist
from portal.web.paging import asked_page
from portal.web.sent_forms import note_saved, saved_before


@bp.get("/<int:year>/contributions")
@in_network()
def contributions(network: Network, year: int) -> ResponseReturnValue:
    """The contributions of a year, of everyone or of one partner or action."""
    known_year(year)
    actor = current_actor()
    return render_template(
        "plans/contributions.html",
        body=remembered_body(network, lambda: _body(network, year)),
        can_log=(actor.coordinates or bool(actor.partner_ids)) and is_open_year(year),
    )


def _body(network: Network, year: int) -> str:
    partner_id, action_id = asked_of_contributions()
    page, sums = queries.page_of_contributions(network.id, year, partner_id, action_id, asked_page())
    return render_template(
        "plans/_contributions_body.html",
        page=page,
        sums=sums,
        partner_id=partner_id,
        action_id=action_id,
        partners=list_partner_choices(network.id),
        actions=queries.list_action_choices(network.id, year),
    )


@bp.route("/<int:year>/contributions/log", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def log_contribution(network: Network, year: int) -> ResponseReturnValue:
    """The short form; a double tap saves once."""
    known_year(year)
    actor = current_actor()
    actions = _own_actions(network, year, actor)
    if not actions:
        return render_template("plans/no_actions.html"), 200
    form = ContributionForm(action_id=request.args.get("action"), on=_first_day(year))
    partners = _own_partners(network, actor)
    form.offer(actions, partners, _default_partner(actor))
    own_partner = None
    if len(actor.partner_ids) == 1 and not actor.coordinates:
        del form.partner_id
        own_partner = partners[0][1] if partners else None
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(_log, form, network, actor):
        page = url_for("plans.contribution", slug=network.slug, year=year, contribution_id=form.outcome.id)
        note_saved(form, page)
        db.session.commit()
        flash(_("Bewaard. Dank je wel."), "success")
        return redirect(page)
    page = render_template("plans/contribution_form.html", form=form, contribution=None, own_partner=own_partner)
    return page, form.http_status


def _first_day(year: int) -> date | None:
    """What the form proposes: today, or the last day of a year that is over."""
    now_year = today().year
    if year == now_year:
        return today()
    return date(year, 12, 31) if year < now_year else None


def _own_actions(network: Network, year: int, actor: Actor) -> list[tuple[str, str]]:
    if actor.coordinates:
        return queries.list_action_choices(network.id, year)
    return queries.list_own_action_choices(network.id, year, actor.partner_ids)


def _own_partners(network: Network, actor: Actor) -> Sequence[tuple[str, str]]:
    everyone = list_partner_choices(network.id)
    return [one for one in everyone if access.can_log_for_partner(actor, int(one[0]))]


def _default_partner(actor: Actor) -> str:
    return _("De trekker van de actie") if actor.coordinates else _("Mijn organisatie")


def _log(form: Any, network: Network, actor: Actor) -> Contribution:
    action = queries.get_action(network.id, int(form.action_id.data))
    insist(access.can_log_contribution(actor, action))
    partner_id = typed_id(form.partner_id.data) if "partner_id" in form else None
    partner = find_partner(network.id, partner_id or _partner_of(action, actor))
    if partner is None:
        raise RuleBroken(
            say("Deze actie heeft nog geen trekker. Kies voor welke partner je dit opschrijft."), "partner_id"
        )
    insist(access.can_log_for_partner(actor, partner.id))
    return operations.log_contribution(action, partner=partner, today=today(), **_values(form))


def _partner_of(action: Action, actor: Actor) -> int:
    """The partner when nobody chose one: the lead for a coordinator, otherwise the own organisation in the action."""
    if actor.coordinates:
        return action.lead_partner_id or 0
    if actor.speaks_for(action.lead_partner_id):
        return action.lead_partner_id or 0
    return min(actor.partner_ids & action.carrier_ids, default=0)


def _values(form: Any) -> dict[str, Any]:
    """The columns of a contribution out of a form that was checked."""
    names = ("on", "minutes", "goods_cents", "money_cents", "people_reached")
    return {**{name: form[name].data for name in names}, "note": form.note.data or ""}


def _contribution(network: Network, year: int, contribution_id: int) -> Contribution:
    found = queries.get_contribution(network.id, contribution_id)
    return found if found.year == year else abort(404)


@bp.get("/<int:year>/contributions/<int:contribution_id>")
@in_network()
def contribution(network: Network, year: int, contribution_id: int) -> ResponseReturnValue:
    """One contribution, and the way to log another."""
    found = _contribution(network, year, contribution_id)
    return render_template(
        "plans/contribution.html",
        contribution=found,
        can_edit=found.withdrawn_at is None
        and is_open_year(found.year)
        and access.can_edit_contribution(current_actor(), found.partner_id),
    )


@bp.route("/<int:year>/contributions/<int:contribution_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def edit_contribution(network: Network, year: int, contribution_id: int) -> ResponseReturnValue:
    """Correct what was logged; one that was withdrawn meanwhile keeps what was typed on the screen."""
    take_turn(network)
    found = _contribution(network, year, contribution_id)
    insist(access.can_edit_contribution(current_actor(), found.partner_id))
    insist(found.withdrawn_at is None or request.method == "POST")
    form = ContributionForm(obj=found)
    del form.action_id, form.partner_id
    keep_watch(form, found)
    if form.validate_on_submit() and form.accepts(operations.edit_contribution, found, today=today(), **_values(form)):
        db.session.commit()
        flash(_("De bijdrage is bewaard."), "success")
        return redirect(url_for("plans.contribution", slug=network.slug, year=year, contribution_id=found.id))
    return render_template("plans/contribution_form.html", form=form, contribution=found), form.http_status


@bp.post("/<int:year>/contributions/<int:contribution_id>/withdraw")
@in_network(Role.COORDINATOR, Role.PARTNER)
def withdraw_contribution(network: Network, year: int, contribution_id: int) -> ResponseReturnValue:
    """Take a contribution out of all figures."""
    take_turn(network)
    found = _contribution(network, year, contribution_id)
    insist(access.can_edit_contribution(current_actor(), found.partner_id))
    if found.withdrawn_at is None:
        operations.withdraw_contribution(found, at=now())
        db.session.commit()
    flash(_("De bijdrage is ingetrokken en telt niet meer mee."), "notice")
    return redirect(url_for("plans.contributions", slug=network.slug, year=year))
