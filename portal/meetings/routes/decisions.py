"""Decisions: writing one down with what it does to an action, correcting it, and carrying it out."""

from __future__ import annotations

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.history.overtaking import keep_watch, take_turn
from portal.meetings import access
from portal.meetings.forms.meetings import MoveForm
from portal.meetings.forms.minutes import DecisionForm
from portal.meetings.models import Decision, Meeting
from portal.meetings.operations import minutes as operations
from portal.meetings.queries import meetings as meeting_queries
from portal.meetings.queries import mentions
from portal.meetings.queries import minutes as queries
from portal.meetings.routes.doors import bp, day_of, may_write, typed_id
from portal.meetings.routes.meetings import meeting_page
from portal.meetings.types import ActionEffect, DecisionStatus
from portal.network.models import Network
from portal.network.queries import list_partner_choices
from portal.plans import queries as plans
from portal.plans.models import Action
from portal.plans.types import ActionStatus, Domain, SpendingCategory, Track
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.route("/meetings/<int:meeting_id>/decisions/add", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def decide(network: Network, meeting_id: int) -> ResponseReturnValue:
    """Write down what was decided; a coordinator opens or changes the action in the same step."""
    found, actor = meeting_queries.get_whole_meeting(network.id, meeting_id), current_actor()
    insist(may_write(found))
    form = _form(network, found, item_id=typed_id(request.args.get("item")))
    if not access.can_change_action_by_decision(actor):
        form.keep_to_words()
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(_decide, form, network, found):
        page = note_saved(form, _meeting_href(network, found.id))
        db.session.commit()
        flash(_("De beslissing staat in het verslag."), "success")
        return redirect(page)
    return render_template("meetings/decision_form.html", form=form, meeting=found, decision=None), form.http_status


def _form(network: Network, found: Meeting, **values: Any) -> Any:
    """The form with the agenda, the partners, and the actions of the year of the meeting and the next."""
    form = DecisionForm(**values)
    year = day_of(found).year
    actions = [
        (key, f"{title} ({one})")
        for one in (year, year + 1)
        for key, title in plans.list_action_choices(network.id, one)
    ]
    items = [(str(one.id), one.title) for one in found.items if not one.is_dropped]
    form.offer(items, list_partner_choices(network.id), actions)
    return form


def _decide(form: Any, network: Network, found: Meeting) -> Decision:
    values: dict[str, Any] = {}
    if "effect" in form:
        action_id, status = typed_id(form.action_id.data), form.action_status.data
        values = {
            "effect": ActionEffect(form.effect.data or ActionEffect.NONE),
            "action": plans.get_action(network.id, action_id) if action_id else None,
            "action_status": ActionStatus(status) if status else None,
            "plan": plans.find_year_plan(network.id, day_of(found).year),
        }
        if values["effect"] is ActionEffect.OPENS:
            values["new_action"] = _new_action(form)
    item_id = typed_id(form.item_id.data)
    return operations.decide(
        found,
        text=form.text.data,
        item=next((one for one in found.items if one.id == item_id), None),
        partner_id=typed_id(form.partner_id.data),
        due_on=form.due_on.data,
        **values,
    )


def _new_action(form: Any) -> dict[str, Any]:
    """What the decision form says of the action that it opens."""
    codes = {"track": form.new_track, "domain": form.new_domain, "spending_category": form.new_category}
    for field in codes.values():
        if not field.data:
            raise RuleBroken(say("Kies er een."), field.name)
    return {
        "title": form.new_title.data or "",
        "plain_sentence": form.new_sentence.data or "",
        "track": Track(form.new_track.data),
        "domain": Domain(form.new_domain.data),
        "spending_category": SpendingCategory(form.new_category.data),
    }


@bp.route("/decisions/<int:decision_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def edit_decision(network: Network, decision_id: int) -> ResponseReturnValue:
    """Correct the words, who does it and by when; who was overtaken keeps the own text."""
    take_turn(network)
    decision = queries.get_decision(network.id, decision_id)
    insist(may_write(decision.meeting))
    form = DecisionForm(obj=decision)
    form.keep_to_words()
    del form.item_id
    form.partner_id.choices = [("", _("Nog niemand")), *list_partner_choices(network.id)]
    keep_watch(form, decision)
    if form.validate_on_submit() and form.accepts(
        operations.edit_decision,
        decision,
        text=form.text.data,
        partner_id=typed_id(form.partner_id.data),
        due_on=form.due_on.data,
    ):
        db.session.commit()
        flash(_("De beslissing is bewaard."), "success")
        return _to_meeting(network, decision)
    page = render_template("meetings/decision_form.html", form=form, meeting=decision.meeting, decision=decision)
    return page, form.http_status


@bp.post("/decisions/<int:decision_id>/move")
@in_network(Role.COORDINATOR, Role.PARTNER)
def move_decision(network: Network, decision_id: int) -> ResponseReturnValue:
    """Carried out, lapsed, or open again."""
    decision = queries.get_decision(network.id, decision_id)
    insist(access.can_move_decision(current_actor(), decision))
    form = MoveForm()
    wanted = form.status.data if form.status.data in set(DecisionStatus) else abort(400)
    if form.validate_on_submit() and form.accepts(operations.move_decision, decision, status=DecisionStatus(wanted)):
        db.session.commit()
        flash(_("De stand van de beslissing is veranderd."), "success")
        return _to_meeting(network, decision)
    return meeting_page(network, decision.meeting_id, " ".join([*form.form_errors, *form.status.errors]), 422)


@bp.app_template_global("mentions_of_action")
def mentions_of_action(action: Action) -> dict[str, Any]:
    """What was decided and heard about an action, for the page of the action (1 statement)."""
    works = access.can_note_contact(current_actor())
    rows = mentions.list_mentions_of_action(action.network_id, action.id, with_contacts=works)
    return {"rows": rows, "can_note": works}


def _to_meeting(network: Network, decision: Decision) -> ResponseReturnValue:
    return redirect(_meeting_href(network, decision.meeting_id))


def _meeting_href(network: Network, meeting_id: int) -> str:
    return url_for("meetings.meeting", slug=network.slug, meeting_id=meeting_id, _anchor="decisions")
