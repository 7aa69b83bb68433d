"""Series of meetings: their template, and what they decided on one page."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.history.overtaking import keep_watch, take_turn
from portal.meetings import access
from portal.meetings.forms.arrangements import SeriesForm
from portal.meetings.models import MeetingSeries
from portal.meetings.operations import groups as operations
from portal.meetings.queries import meetings as queries
from portal.meetings.routes.doors import bp, group_choices, typed_id
from portal.meetings.rules import lines_of_template
from portal.meetings.types import DecisionStatus, MeetingPlace, MeetingStatus
from portal.network.models import Network
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.get("/series/<int:series_id>")
@in_network()
def series(network: Network, series_id: int) -> ResponseReturnValue:
    """A series: its meetings, and everything that it decided."""
    found = queries.get_series(network.id, series_id)
    return render_template(
        "meetings/series.html",
        series=found,
        meetings=queries.list_meetings_of_series(found),
        template=lines_of_template(found.agenda_template),
        can_plan=access.can_plan_meeting(current_actor()),
        cancelled=MeetingStatus.CANCELLED,
        open_status=DecisionStatus.OPEN,
    )


def _saved(network: Network, form: Any, found: MeetingSeries | None) -> ResponseReturnValue | None:
    group_id = typed_id(form.group_id.data)
    if form.accepts(
        operations.set_up_series,
        network.id,
        series=found,
        title=form.title.data,
        group=queries.find_group(network.id, group_id) if group_id else None,
        agenda_template=form.agenda_template.data or "",
        place=form.place.data or "",
        place_kind=MeetingPlace(form.place_kind.data),
        chair=form.chair.data or "",
        is_ended=bool(form.is_ended.data) if "is_ended" in form else False,
    ):
        page = note_saved(form, url_for("meetings.series", slug=network.slug, series_id=form.outcome.id))
        db.session.commit()
        flash(_("De reeks is bewaard."), "success")
        return redirect(page)
    return None


@bp.route("/series/add", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def add_series(network: Network) -> ResponseReturnValue:
    """A new series with its fixed agenda."""
    insist(access.can_plan_meeting(current_actor()))
    form = SeriesForm(place_kind=MeetingPlace.ELSEWHERE)
    form.offer(group_choices(network))
    del form.is_ended
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and (answer := _saved(network, form, None)):
        return answer
    return render_template("meetings/series_form.html", form=form, series=None), form.http_status


@bp.route("/series/<int:series_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def edit_series(network: Network, series_id: int) -> ResponseReturnValue:
    """Another template, place or chair; meetings that are planned already stay as they are."""
    take_turn(network)
    insist(access.can_plan_meeting(current_actor()))
    found = queries.get_series(network.id, series_id)
    form = SeriesForm(obj=found)
    form.offer(group_choices(network, found.group_id))
    keep_watch(form, found)
    if form.validate_on_submit() and (answer := _saved(network, form, found)):
        return answer
    return render_template("meetings/series_form.html", form=form, series=found), form.http_status
