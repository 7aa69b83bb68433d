"""What is promised and not done yet, per partner; adding a task and finishing it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.history.overtaking import keep_watch, take_turn
from portal.meetings import access
from portal.meetings.forms.meetings import MoveForm
from portal.meetings.forms.minutes import TaskForm
from portal.meetings.models import Task
from portal.meetings.operations import minutes as operations
from portal.meetings.queries import meetings as meeting_queries
from portal.meetings.queries import minutes as queries
from portal.meetings.routes.doors import bp, may_write, people_choices, typed_id
from portal.network.models import Network
from portal.network.queries import list_partner_choices
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.get("/promises")
@in_network(Role.COORDINATOR, Role.PARTNER, Role.VIEWER)
def promises(network: Network) -> ResponseReturnValue:
    """Open tasks and decisions per partner, the reader's own first."""
    actor = current_actor()
    insist(access.can_see_promises(actor))
    asked = typed_id(request.args.get("partner"))
    rows: list[Any] = [*queries.list_open_tasks(network.id), *queries.list_open_decisions(network.id)]
    rows = [one for one in rows if asked is None or one.partner_id == asked]
    rows.sort(key=lambda one: _whose(one).lower())
    parts = [(whose, list(ones)) for whose, ones in groupby(rows, key=_whose)]
    parts.sort(key=lambda part: not any(actor.speaks_for(one.partner_id) for one in part[1]))
    return render_template(
        "meetings/promises.html",
        parts=parts,
        partners=list_partner_choices(network.id),
        partner_id=asked,
        today=today(),
        can_add=access.can_note_contact(actor),
    )


def _whose(one: Any) -> str:
    """Under whose name a promise stands: the partner, else the person, else nobody yet."""
    if one.partner is not None:
        return str(one.partner.name)
    account = getattr(one, "account", None)
    return str(account.name) if account is not None else ""


def _form(network: Network, **values: Any) -> TaskForm:
    form = TaskForm(**values)
    form.offer(list_partner_choices(network.id), people_choices(network))
    return form


def _values(form: TaskForm) -> dict[str, Any]:
    return {
        "title": form.title.data,
        "partner_id": typed_id(form.partner_id.data),
        "account_id": typed_id(form.account_id.data),
        "due_on": form.due_on.data,
    }


@bp.route("/tasks/add", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def add_task(network: Network) -> ResponseReturnValue:
    """Somebody promises something, on a meeting (?meeting=) or outside one."""
    actor = current_actor()
    insist(access.can_note_contact(actor))
    asked = typed_id(request.args.get("meeting"))
    meeting = meeting_queries.get_meeting(network.id, asked) if asked else None
    insist(meeting is None or may_write(meeting))
    form = _form(network, partner_id=next(iter(sorted(actor.partner_ids)), None))
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(operations.add_task, network.id, meeting=meeting, **_values(form)):
        page = note_saved(form, _back(network, form.outcome))
        db.session.commit()
        flash(_("De taak is opgeschreven."), "success")
        return redirect(page)
    return render_template("meetings/task_form.html", form=form, meeting=meeting, task=None), form.http_status


@bp.route("/tasks/<int:task_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def edit_task(network: Network, task_id: int) -> ResponseReturnValue:
    """Another date, another person, other words; who was overtaken sees what changed and keeps the own text."""
    take_turn(network)
    task = queries.get_task(network.id, task_id)
    insist(access.can_finish_task(current_actor(), task))
    form = _form(network, obj=task)
    keep_watch(form, task)
    if form.validate_on_submit() and form.accepts(operations.edit_task, task, **_values(form)):
        db.session.commit()
        flash(_("De taak is bewaard."), "success")
        return redirect(_back(network, task))
    return render_template("meetings/task_form.html", form=form, meeting=task.meeting, task=task), form.http_status


@bp.post("/tasks/<int:task_id>/move")
@in_network(Role.COORDINATOR, Role.PARTNER)
def move_task(network: Network, task_id: int) -> ResponseReturnValue:
    """Done, lapsed, or open again; asked twice it stays done."""
    task = queries.get_task(network.id, task_id)
    insist(access.can_finish_task(current_actor(), task))
    form = MoveForm()
    if not form.validate_on_submit():
        abort(400)
    match form.status.data:
        case "done":
            operations.finish_task(task, at=now())
            flash(_("Gedaan. Dank je wel."), "success")
        case "dropped":
            operations.drop_task(task, at=now())
            flash(_("De taak is vervallen."), "notice")
        case "open":
            operations.reopen_task(task)
            flash(_("De taak staat weer open."), "notice")
        case _other:
            abort(400)
    db.session.commit()
    if request.form.get("back") == "promises":
        return redirect(url_for("meetings.promises", slug=network.slug))
    return redirect(_back(network, task))


def _back(network: Network, task: Task) -> str:
    if task.meeting_id is not None:
        return url_for("meetings.meeting", slug=network.slug, meeting_id=task.meeting_id, _anchor="tasks")
    return url_for("meetings.promises", slug=network.slug)
