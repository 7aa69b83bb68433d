"""Writing the report, reading it, its PDF, sending it, and who was there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.foundation.errors import ChangedMeanwhile, RuleBroken
from portal.foundation.nameless import PERSONAL_MARK_LABELS, find_personal_mark
from portal.foundation.wording import say
from portal.history.overtaking import keep_watch, take_turn
from portal.history.queries import list_changes
from portal.meetings import access, letters, papers
from portal.meetings.forms.meetings import AttendanceForm, MoveForm
from portal.meetings.forms.minutes import NotesForm
from portal.meetings.models import AgendaItem, Meeting
from portal.meetings.operations import invitations, meetings
from portal.meetings.operations import minutes as operations
from portal.meetings.operations.minutes import WrittenNote
from portal.meetings.queries import meetings as queries
from portal.meetings.routes.doors import bp, day_of, may_write, typed_id
from portal.meetings.routes.meetings import meeting_page
from portal.meetings.routes.sending import Mails
from portal.meetings.types import MinutesStatus
from portal.network.models import Network
from portal.network.queries import list_partners
from portal.post.operations import queue_letter
from portal.web.downloads import download
from portal.web.guards import current_actor, in_network, insist
from portal.web.language import in_words


@bp.route("/meetings/<int:meeting_id>/write", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def write_minutes(network: Network, meeting_id: int) -> ResponseReturnValue:
    """Type what is said, item by item; two people at once lose nothing."""
    found = queries.get_whole_meeting(network.id, meeting_id)
    insist(may_write(found))
    form = NotesForm.for_items((one.id, one.title, one.note, one.is_finished) for one in found.items)()
    overtaken: list[AgendaItem] = []
    if form.validate_on_submit() and form.accepts(_save_notes, network, meeting_id, form):
        overtaken = form.outcome
        if not overtaken:
            flash(_("Het verslag is bewaard."), "success")
            _hint_at_people(form.written)
            return _after_writing(network, meeting_id)
        found = queries.get_whole_meeting(network.id, meeting_id)
        overtaken = [one for one in found.items if one.id in {late.id for late in overtaken}]
        form.take_marks(_marks_now(found, form, {one.id for one in overtaken}))
    status = 409 if overtaken else form.http_status
    return _notes_page(network, found, form, overtaken), status


def _marks_now(found: Meeting, form: Any, overtaken: set[int]) -> dict[int, str]:
    """Marks of what is held now, for what was overtaken and for what was just saved: nobody overtakes herself."""
    held = {one.id: operations.mark_of(one.note, one.is_finished) for one in found.items}
    typed = {one.item_id: operations.mark_of(one.note, one.is_finished) for one in form.written}
    return {key: mark for key, mark in held.items() if key in overtaken or typed.get(key) == mark}


def _hint_at_people(written: Iterable[WrittenNote]) -> None:
    """A report is never refused for a number in it; whoever wrote is asked to look at it again."""
    for one in written:
        found = find_personal_mark(one.note)
        if found is not None:
            hint = say(
                "“%(words)s” lijkt op %(mark)s. Is dat van een persoon? Haal het dan weg uit het verslag.",
                words=found[1],
                mark=PERSONAL_MARK_LABELS[found[0]],
            )
            flash(in_words(hint), "warning")
            return


def _after_writing(network: Network, meeting_id: int) -> ResponseReturnValue:
    """Back to the report, or on to a decision at one of its items: what was typed is saved in either case."""
    item = typed_id(request.form.get("then"))
    if item is not None:
        return redirect(url_for("meetings.decide", slug=network.slug, meeting_id=meeting_id, item=item))
    return redirect(url_for("meetings.write_minutes", slug=network.slug, meeting_id=meeting_id))


def _save_notes(network: Network, meeting_id: int, form: Any) -> list[AgendaItem]:
    """Save and commit; when somebody saves at the very same moment, look again at what they wrote."""
    for _attempt in range(3):
        try:
            meeting = queries.get_whole_meeting(network.id, meeting_id)
            overtaken = operations.write_notes(meeting, written=form.written)
            db.session.commit()
            return overtaken
        except ChangedMeanwhile:
            db.session.rollback()
    raise RuleBroken(say("Er schrijven nu veel mensen tegelijk. Bewaar nog een keer: je tekst staat er nog."))


def _notes_page(network: Network, found: Meeting, form: Any, overtaken: list[AgendaItem]) -> str:
    changes = list_changes("meeting", found.id, network.id, most=100) if overtaken else ()
    who = {one.subject_id: one.by for one in reversed(changes) if one.subject_type == "agenda_item"}
    return render_template(
        "meetings/write_minutes.html",
        meeting=found,
        form=form,
        rows=[
            (item, form[f"note_{item.id}"], form[f"done_{item.id}"])
            for item in found.items
            if f"note_{item.id}" in form and (not item.is_dropped or form[f"note_{item.id}"].data)
        ],
        overtaken={one.id: who.get(one.id, "") for one in overtaken},
    )


@bp.route("/meetings/<int:meeting_id>/attendance", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def note_attendance(network: Network, meeting_id: int) -> ResponseReturnValue:
    """Who was there, per partner; people in poverty as a number. Who was overtaken keeps what was filled in."""
    take_turn(network)
    found = queries.get_whole_meeting(network.id, meeting_id)
    insist(may_write(found))
    held = {one.partner_id: one.presence for one in found.attendances}
    partners = [
        one
        for one in list_partners(network.id)
        if one.id in held or any(member.span.holds(day_of(found)) for member in one.memberships)
    ]
    form = AttendanceForm.of_partners((one.id, one.name) for one in partners)(obj=found)
    form.offer(held)
    keep_watch(form, found)
    if form.validate_on_submit() and form.accepts(
        meetings.note_attendance, found, presences=form.presences, experts_count=form.experts_count.data
    ):
        db.session.commit()
        flash(_("De aanwezigheid is bewaard."), "success")
        return redirect(url_for("meetings.meeting", slug=network.slug, meeting_id=found.id, _anchor="present"))
    return render_template("meetings/attendance_form.html", form=form, meeting=found), form.http_status


@bp.get("/meetings/<int:meeting_id>/minutes")
@in_network()
def minutes(network: Network, meeting_id: int) -> ResponseReturnValue:
    """The report, to read and to print."""
    found = queries.get_whole_meeting(network.id, meeting_id)
    return render_template(
        "meetings/minutes.html",
        meeting=found,
        items=[one for one in found.items if not one.is_dropped],
        previous=queries.find_previous_meeting(found),
        can_make_pdf=papers.can_make_pdf(),
    )


@bp.get("/meetings/<int:meeting_id>/minutes.pdf")
@in_network()
def minutes_paper(network: Network, meeting_id: int) -> ResponseReturnValue:
    """The report as a tagged PDF; a plain page when this machine cannot make one."""
    found = queries.get_whole_meeting(network.id, meeting_id)
    paper = papers.minutes_pdf(found, network)
    if paper is None:
        return render_template("meetings/no_pdf.html", meeting=found), 503
    name = f"{_('verslag')}-{day_of(found).isoformat()}-{found.title[:60]}.pdf"
    return download(paper, name, "application/pdf")


@bp.post("/meetings/<int:meeting_id>/minutes/move")
@in_network(Role.COORDINATOR)
def move_minutes(network: Network, meeting_id: int) -> ResponseReturnValue:
    """Amended, approved, locked."""
    insist(access.can_approve_minutes(current_actor()))
    found = queries.get_whole_meeting(network.id, meeting_id)
    form = MoveForm()
    wanted = form.status.data if form.status.data in set(MinutesStatus) else abort(400)
    if form.validate_on_submit() and form.accepts(operations.move_minutes, found, status=MinutesStatus(wanted)):
        db.session.commit()
        flash(_("De stand van het verslag is veranderd."), "success")
        return redirect(url_for("meetings.meeting", slug=network.slug, meeting_id=found.id))
    return meeting_page(network, meeting_id, " ".join([*form.form_errors, *form.status.errors]), 422)


@bp.post("/meetings/<int:meeting_id>/minutes/send")
@in_network(Role.COORDINATOR)
def send_minutes(network: Network, meeting_id: int) -> ResponseReturnValue:
    """Mail the report to everybody who was invited, who was absent too."""
    insist(access.can_approve_minutes(current_actor()))
    found = queries.get_whole_meeting(network.id, meeting_id)
    form = MoveForm()
    if form.validate_on_submit() and form.accepts(operations.note_sent, found, at=now()):
        paper = papers.minutes_pdf(found, network)
        mails = Mails(
            queue_letter(letters.minutes_letter(found, invitee, network=network, paper=paper), network_id=network.id)
            for invitee in invitations.list_to_tell(found)
        )
        db.session.commit()
        mails.send()
        return redirect(url_for("meetings.meeting", slug=network.slug, meeting_id=found.id))
    return meeting_page(network, meeting_id, " ".join(form.form_errors), 422)
