"""The poll for the next date: asking, what people answered, choosing."""

from __future__ import annotations

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.meetings import access, rules
from portal.meetings.forms.arrangements import PollForm
from portal.meetings.forms.meetings import MoveForm
from portal.meetings.models import DatePoll, PollDate, PollVoter
from portal.meetings.operations import invitations
from portal.meetings.operations import polls as operations
from portal.meetings.queries import meetings, polls
from portal.meetings.routes.doors import (
    addressees_with_words,
    bp,
    chosen_addressees,
    group_choices,
    series_choices,
    typed_id,
)
from portal.meetings.routes.invitations import count_mail, refuse_too_much_mail
from portal.meetings.routes.sending import send_invitations, send_poll
from portal.meetings.types import Addressee, Answer, MeetingPlace, PollStatus
from portal.network.models import Network
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.route("/polls/add", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def start_poll(network: Network) -> ResponseReturnValue:
    """Offer some dates and mail people the question."""
    insist(access.can_plan_meeting(current_actor()))
    asked = typed_id(request.args.get("series"))
    series = meetings.find_series(network.id, asked) if asked else None
    known = addressees_with_words(network, series.group_id if series else None)
    form = PollForm.with_dates()(
        obj=series,
        series_id=series.id if series else None,
        place_kind=series.place_kind if series else MeetingPlace.ELSEWHERE,
        addresses=[one.email for one, _words in known if one.is_member],
    )
    form.offer(series_choices(network), group_choices(network), known)
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(_start, form, network):
        poll = form.outcome
        chosen = chosen_addressees(known, form.addresses.data or ())
        asked_now = operations.ask_voters(poll, addressees=chosen, at=now())
        count_mail(len(asked_now))
        mails = send_poll(network, poll, asked_now, asked_by=current_user.name)
        page = note_saved(form, url_for("meetings.poll", slug=network.slug, poll_id=poll.id))
        db.session.commit()
        mails.send()
        return redirect(page)
    return render_template("meetings/poll_form.html", form=form), form.http_status


def _start(form: Any, network: Network) -> DatePoll:
    refuse_too_much_mail()
    return operations.start_poll(network.id, **_values(form, network))


def _values(form: Any, network: Network) -> dict[str, Any]:
    series_id, group_id = typed_id(form.series_id.data), typed_id(form.group_id.data)
    return {
        "title": form.title.data,
        "dates": form.dates,
        "series": meetings.find_series(network.id, series_id) if series_id else None,
        "group": meetings.find_group(network.id, group_id) if group_id else None,
        "place": form.place.data or "",
        "place_kind": MeetingPlace(form.place_kind.data),
    }


@bp.get("/polls/<int:poll_id>")
@in_network(Role.COORDINATOR)
def poll(network: Network, poll_id: int) -> ResponseReturnValue:
    """Who can come when."""
    insist(access.can_plan_meeting(current_actor()))
    return _poll_page(polls.get_poll(network.id, poll_id))


def _poll_page(found: DatePoll, refused: str = "", status: int = 200) -> ResponseReturnValue:
    held = {(one.voter_id, one.date_id): one.answer for voter in found.voters for one in voter.answers}
    counted = [one for one in found.voters if one.revoked_at is None]
    sums = {
        date.id: [sum(1 for voter in counted if held.get((voter.id, date.id)) is answer) for answer in Answer]
        for date in found.dates
    }
    best = max((counts[0] * 100 + counts[1] for counts in sums.values()), default=0)
    return render_template(
        "meetings/poll.html",
        poll=found,
        held=held,
        sums=sums,
        best={key for key, counts in sums.items() if best and counts[0] * 100 + counts[1] == best},
        silent=sum(1 for one in counted if one.answered_at is None),
        is_open=found.status is PollStatus.OPEN,
        refused=refused,
    ), status


@bp.post("/polls/<int:poll_id>/remind")
@in_network(Role.COORDINATOR)
def remind_voters(network: Network, poll_id: int) -> ResponseReturnValue:
    """The question once more to everybody who did not answer."""
    insist(access.can_plan_meeting(current_actor()))
    return _ask_again(network, polls.get_poll(network.id, poll_id), None)


@bp.post("/polls/<int:poll_id>/voters/<int:voter_id>/again")
@in_network(Role.COORDINATOR)
def ask_voter_again(network: Network, poll_id: int, voter_id: int) -> ResponseReturnValue:
    """The question once more to one person, with a fresh link; also to who was left out before."""
    insist(access.can_plan_meeting(current_actor()))
    return _ask_again(network, polls.get_poll(network.id, poll_id), polls.get_voter(network.id, poll_id, voter_id))


def _ask_again(network: Network, found: DatePoll, voter: PollVoter | None) -> ResponseReturnValue:
    form = MoveForm()
    if form.validate_on_submit() and form.accepts(_asked, found, voter):
        mails = send_poll(network, found, form.outcome, asked_by=current_user.name, is_reminder=True)
        db.session.commit()
        mails.send()
        return redirect(url_for("meetings.poll", slug=network.slug, poll_id=found.id, _anchor="voters"))
    return _poll_page(found, " ".join(form.form_errors), 422)


def _asked(found: DatePoll, voter: PollVoter | None) -> list[tuple[PollVoter, str]]:
    refuse_too_much_mail()
    if voter is None:
        asked = operations.ask_again(found, at=now())
    else:
        one = Addressee(voter.email, voter.name, voter.partner_id, voter.account_id)
        asked = operations.ask_voters(found, addressees=[one], at=now())
    count_mail(len(asked))
    return asked


@bp.post("/polls/<int:poll_id>/voters/<int:voter_id>/withdraw")
@in_network(Role.COORDINATOR)
def withdraw_voter(network: Network, poll_id: int, voter_id: int) -> ResponseReturnValue:
    """The link of one person no longer works."""
    insist(access.can_plan_meeting(current_actor()))
    voter = polls.get_voter(network.id, poll_id, voter_id)
    form = MoveForm()
    if form.validate_on_submit() and form.accepts(operations.withdraw_voter, voter, at=now()):
        db.session.commit()
        flash(_("De link is ingetrokken en werkt niet meer."), "notice")
        return redirect(url_for("meetings.poll", slug=network.slug, poll_id=poll_id, _anchor="voters"))
    return _poll_page(polls.get_poll(network.id, poll_id), " ".join(form.form_errors), 422)


def _date_of(found: DatePoll) -> PollDate:
    wanted = typed_id(request.form.get("date"))
    return next((one for one in found.dates if one.id == wanted), None) or abort(400)


@bp.post("/polls/<int:poll_id>/choose")
@in_network(Role.COORDINATOR)
def choose_date(network: Network, poll_id: int) -> ResponseReturnValue:
    """This date it will be: the meeting is made, and who was asked is invited."""
    actor = current_actor()
    insist(access.can_plan_meeting(actor))
    found = polls.get_poll(network.id, poll_id)
    form, date = MoveForm(), _date_of(found)
    if form.validate_on_submit() and form.accepts(
        operations.choose_date, found, date=date, organiser_id=actor.account_id
    ):
        meeting = form.outcome
        people = operations.list_voters_as_addressees(found)
        is_coming = rules.answer_until(meeting.ends_at) > now()
        invited = invitations.invite(meeting, addressees=people, at=now()) if is_coming else []
        mails = send_invitations(network, meeting, invited)
        db.session.commit()
        flash(_("De datum ligt vast. Het overleg staat er."), "success")
        mails.send()
        return redirect(url_for("meetings.meeting", slug=network.slug, meeting_id=meeting.id))
    return _poll_page(found, " ".join(form.form_errors), 422)


@bp.post("/polls/<int:poll_id>/withdraw")
@in_network(Role.COORDINATOR)
def withdraw_poll(network: Network, poll_id: int) -> ResponseReturnValue:
    """Nobody needs to answer any more."""
    insist(access.can_plan_meeting(current_actor()))
    found = polls.get_poll(network.id, poll_id)
    form = MoveForm()
    if form.validate_on_submit() and form.accepts(operations.withdraw_poll, found):
        db.session.commit()
        flash(_("De vraag naar een datum is ingetrokken."), "notice")
        return redirect(url_for("meetings.meetings", slug=network.slug))
    return _poll_page(found, " ".join(form.form_errors), 422)
