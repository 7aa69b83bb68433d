"""The list of meetings, one meeting, planning it, moving it and cancelling it."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.history.overtaking import keep_watch, take_turn
from portal.history.queries import list_changes
from portal.meetings import access, papers, rules
from portal.meetings.asking import asked_meetings
from portal.meetings.forms.meetings import MeetingForm, MoveForm
from portal.meetings.models import Meeting
from portal.meetings.operations import meetings as operations
from portal.meetings.queries import listed, polls
from portal.meetings.queries import meetings as queries
from portal.meetings.routes.doors import bp, group_choices, series_choices, typed_id, years_to_ask
from portal.meetings.routes.sending import Mails, tell_cancelled, tell_moved
from portal.meetings.types import Answer, MeetingPlace, MeetingStand, MeetingStatus
from portal.network.models import Network
from portal.post.queries import count_stuck
from portal.web.guards import current_actor, in_network, insist
from portal.web.paging import asked_page
from portal.web.sent_forms import note_saved, saved_before


@bp.get("/meetings")
@in_network()
def meetings(network: Network) -> ResponseReturnValue:
    """What comes, what was, and where dates are asked for."""
    actor, wanted = current_actor(), asked_meetings()
    coordinates = access.can_plan_meeting(actor)
    return render_template(
        "meetings/meetings.html",
        coming=listed.list_coming_meetings(network.id, now(), asked=wanted),
        page=listed.page_of_past_meetings(network.id, now(), asked_page(), wanted),
        wanted=wanted,
        meeting_stands=MeetingStand,
        is_filtered=wanted != listed.ALL,
        asked_years=years_to_ask(listed.find_first_day(network.id)),
        groups=[(str(one.id), one.name) for one in queries.list_group_names(network.id)],
        series=[(str(one.id), one.title) for one in queries.list_series(network.id)],
        stuck=count_stuck(network.id) if coordinates else 0,
        open_polls=polls.list_open_polls(network.id) if coordinates else (),
        can_plan=coordinates,
        can_note=access.can_note_contact(actor),
        can_see_promises=access.can_see_promises(actor),
        cancelled=MeetingStatus.CANCELLED,
    )


@bp.get("/meetings/<int:meeting_id>")
@in_network()
def meeting(network: Network, meeting_id: int) -> ResponseReturnValue:
    """One meeting: when, where, agenda, who comes, what was decided and promised."""
    return meeting_page(network, meeting_id)


def meeting_page(network: Network, meeting_id: int, refused: str = "", status: int = 200) -> ResponseReturnValue:
    """The page of a meeting; with why a step was refused, when one was."""
    found, actor = queries.get_whole_meeting(network.id, meeting_id), current_actor()
    is_over, is_planned = found.ends_at < now(), found.status is MeetingStatus.PLANNED
    can_plan = access.can_plan_meeting(actor) and is_planned and found.minutes_status in rules.WRITABLE
    answers = [one.answer for one in found.invitees]
    return render_template(
        "meetings/meeting.html",
        meeting=found,
        items=[one for one in found.items if not one.is_dropped],
        is_over=is_over,
        is_begun=found.starts_at <= now(),
        is_planned=is_planned,
        previous=queries.find_previous_meeting(found),
        old_decisions=queries.list_open_decisions_before(found),
        old_tasks=queries.list_open_tasks_before(found),
        answers=[(answer, answers.count(answer)) for answer in Answer],
        silent=sum(1 for one in found.invitees if one.answer is None and one.revoked_at is None),
        can_plan=can_plan,
        can_invite=can_plan and not is_over,
        can_write=access.can_write_minutes(actor, found),
        can_see_addresses=access.can_see_addresses(actor),
        next_statuses=rules.NEXT_MINUTES_STATUSES[found.minutes_status]
        if access.can_approve_minutes(actor) and is_planned and is_over
        else (),
        can_make_pdf=papers.can_make_pdf(),
        refused=refused,
        changes=list_changes("meeting", found.id, network.id, most=50),
        today=today(),
    ), status


@bp.route("/meetings/plan", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def plan_meeting(network: Network) -> ResponseReturnValue:
    """A new meeting; with a series its agenda is there at once."""
    actor = current_actor()
    insist(access.can_plan_meeting(actor))
    asked = typed_id(request.args.get("series"))
    series = queries.find_series(network.id, asked) if asked else None
    form = MeetingForm(
        obj=series,
        group_id=series.group_id if series else typed_id(request.args.get("group")),
        series_id=series.id if series else None,
        place_kind=series.place_kind if series else MeetingPlace.ELSEWHERE,
    )
    form.offer(series_choices(network), group_choices(network))
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.plan_meeting, network.id, organiser_id=actor.account_id, **_values(form, network)
    ):
        page = note_saved(form, url_for("meetings.meeting", slug=network.slug, meeting_id=form.outcome.id))
        db.session.commit()
        flash(_("Het overleg staat er. Kijk de agenda na en nodig mensen uit."), "success")
        return redirect(page)
    return render_template("meetings/meeting_form.html", form=form, meeting=None), form.http_status


def _values(form: Any, network: Network) -> dict[str, Any]:
    """The columns of a meeting out of a form that was checked."""
    starts_at, ends_at = form.moments
    series_id, group_id = typed_id(form.series_id.data), typed_id(form.group_id.data)
    return {
        "title": form.title.data,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "place": form.place.data or "",
        "place_kind": MeetingPlace(form.place_kind.data),
        "chair": form.chair.data or "",
        "series": queries.find_series(network.id, series_id) if series_id else None,
        "group": queries.find_group(network.id, group_id) if group_id else None,
    }


@bp.route("/meetings/<int:meeting_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def edit_meeting(network: Network, meeting_id: int) -> ResponseReturnValue:
    """Change or move a meeting; who was invited hears of it, who was overtaken keeps the own text."""
    take_turn(network)
    insist(access.can_plan_meeting(current_actor()))
    found = queries.get_whole_meeting(network.id, meeting_id)
    form = MeetingForm(obj=found)
    form.show_times(found.starts_at, found.ends_at)
    form.offer(series_choices(network, found.series_id), group_choices(network, found.group_id))
    keep_watch(form, found)
    if form.validate_on_submit() and form.accepts(
        operations.edit_meeting, found, version=found.version, **_values(form, network)
    ):
        return _saved(network, found, moved=form.outcome)
    return render_template("meetings/meeting_form.html", form=form, meeting=found), form.http_status


def _saved(network: Network, found: Meeting, *, moved: bool) -> ResponseReturnValue:
    mails = tell_moved(network, found) if moved and found.ends_at > now() else Mails()
    db.session.commit()
    flash(_("Het overleg is bewaard."), "success")
    mails.send()
    return redirect(url_for("meetings.meeting", slug=network.slug, meeting_id=found.id))


@bp.route("/meetings/<int:meeting_id>/cancel", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def cancel_meeting(network: Network, meeting_id: int) -> ResponseReturnValue:
    """Ask first: everybody who was invited hears that it does not take place."""
    insist(access.can_plan_meeting(current_actor()))
    found = queries.get_whole_meeting(network.id, meeting_id)
    form = MoveForm()
    if form.validate_on_submit() and form.accepts(operations.cancel_meeting, found):
        mails = tell_cancelled(network, found)
        db.session.commit()
        flash(_("Het overleg is afgelast."), "notice")
        mails.send()
        return redirect(url_for("meetings.meeting", slug=network.slug, meeting_id=found.id))
    told = sum(1 for one in found.invitees if one.sent_at is not None and one.revoked_at is None)
    return render_template("meetings/cancel_meeting.html", form=form, meeting=found, told=told), form.http_status
