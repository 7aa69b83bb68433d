"""The points of an agenda: adding, changing, and their order."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.history.overtaking import keep_watch, take_turn
from portal.meetings.forms.meetings import AgendaItemForm, MoveForm
from portal.meetings.operations import meetings as operations
from portal.meetings.queries import meetings as queries
from portal.meetings.queries import minutes
from portal.meetings.routes.doors import bp, may_write, typed_id
from portal.meetings.routes.meetings import meeting_page
from portal.network.models import Network
from portal.network.queries import list_partner_choices
from portal.web.guards import in_network, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.route("/meetings/<int:meeting_id>/agenda/add", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def add_agenda_item(network: Network, meeting_id: int) -> ResponseReturnValue:
    """A new point at the end of the agenda; partners may bring one too."""
    found = queries.get_meeting(network.id, meeting_id)
    insist(may_write(found))
    form = AgendaItemForm()
    form.offer(list_partner_choices(network.id))
    del form.is_dropped
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.add_item,
        found,
        title=form.title.data,
        minutes=form.minutes.data,
        owner_partner_id=typed_id(form.owner_partner_id.data),
        owner_name=form.owner_name.data or "",
    ):
        page = note_saved(form, url_for("meetings.meeting", slug=network.slug, meeting_id=found.id))
        db.session.commit()
        flash(_("Het punt staat op de agenda."), "success")
        return redirect(page)
    return render_template("meetings/agenda_item_form.html", form=form, meeting=found, item=None), form.http_status


@bp.route("/meetings/<int:meeting_id>/agenda/<int:item_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def edit_agenda_item(network: Network, meeting_id: int, item_id: int) -> ResponseReturnValue:
    """Change a point, or take it off; who was overtaken sees what changed and keeps the own text."""
    take_turn(network)
    item = minutes.get_item(network.id, meeting_id, item_id)
    insist(may_write(item.meeting))
    form = AgendaItemForm(obj=item)
    form.offer(list_partner_choices(network.id))
    keep_watch(form, item)
    if form.validate_on_submit() and form.accepts(
        operations.edit_item,
        item,
        title=form.title.data,
        minutes=form.minutes.data,
        owner_partner_id=typed_id(form.owner_partner_id.data),
        owner_name=form.owner_name.data or "",
        is_dropped=bool(form.is_dropped.data),
    ):
        db.session.commit()
        flash(_("Het agendapunt is bewaard."), "success")
        return redirect(url_for("meetings.meeting", slug=network.slug, meeting_id=meeting_id))
    return render_template(
        "meetings/agenda_item_form.html", form=form, meeting=item.meeting, item=item
    ), form.http_status


@bp.post("/meetings/<int:meeting_id>/agenda/<int:item_id>/shift")
@in_network(Role.COORDINATOR, Role.PARTNER)
def shift_agenda_item(network: Network, meeting_id: int, item_id: int) -> ResponseReturnValue:
    """One place up or down."""
    item = minutes.get_item(network.id, meeting_id, item_id)
    insist(may_write(item.meeting))
    form = MoveForm()
    up = request.form.get("direction") == "up"
    if form.validate_on_submit() and form.accepts(operations.shift_item, item, up=up):
        db.session.commit()
        return redirect(url_for("meetings.meeting", slug=network.slug, meeting_id=meeting_id, _anchor="agenda"))
    return meeting_page(network, meeting_id, " ".join(form.form_errors), 422)
