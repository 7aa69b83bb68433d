"""What the portal makes for somebody beside the pages: how far it is, the result, and trying again."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.jobs import access, operations, queries, rules, working
from portal.jobs.models import Job
from portal.jobs.register import find_kind
from portal.jobs.types import JobState
from portal.network.models import Network
from portal.web.downloads import download
from portal.web.guards import current_actor, in_network, insist
from portal.web.kept_files import path_of, pieces_of
from portal.web.language import in_words

bp = Blueprint("jobs", __name__)


@bp.get("/networks/<slug>/jobs")
@in_network(Role.COORDINATOR, Role.PARTNER, Role.VIEWER, Role.APPROVER)
def jobs(network: Network) -> ResponseReturnValue:
    """What I asked for, the newest first."""
    mine = queries.list_jobs_of(network.id, current_actor().account_id)
    return render_template("jobs/jobs.html", jobs=mine, states=JobState)


@bp.get("/networks/<slug>/jobs/<int:job_id>")
@in_network(Role.COORDINATOR, Role.PARTNER, Role.VIEWER, Role.APPROVER)
def job(network: Network, job_id: int) -> ResponseReturnValue:
    """How far one job is; the page looks again by itself as long as it is not ready."""
    shown = _own_job(network, job_id)
    if shown.is_open:
        working.work_if_nobody_does(shown)
    return render_template("jobs/job.html", job=shown, states=JobState, seconds=rules.REFRESH_SECONDS)


@bp.get("/networks/<slug>/jobs/<int:job_id>/file")
@in_network(Role.COORDINATOR, Role.PARTNER, Role.VIEWER, Role.APPROVER)
def job_file(network: Network, job_id: int) -> ResponseReturnValue:
    """The result, as a file."""
    made = _own_job(network, job_id)
    insist(access.can_have_result(current_actor(), find_kind(made.kind), made.parameters))
    if made.state is not JobState.DONE:
        return redirect(url_for("jobs.job", slug=network.slug, job_id=made.id))
    path = path_of(working.made_folder(), made.file_sha256)
    if not path.is_file():
        flash(in_words(rules.FILE_GONE), "warning")
        return redirect(url_for("jobs.jobs", slug=network.slug))
    answer = download(pieces_of(path), made.file_name, made.file_type)
    answer.content_length = made.file_size
    return answer


@bp.post("/networks/<slug>/jobs/<int:job_id>/again")
@in_network(Role.COORDINATOR, Role.PARTNER, Role.VIEWER, Role.APPROVER)
def make_again(network: Network, job_id: int) -> ResponseReturnValue:
    """Put a job that failed in the queue once more."""
    failed = _own_job(network, job_id)
    insist(access.can_have_result(current_actor(), find_kind(failed.kind), failed.parameters))
    try:
        again = operations.ask_again(network, failed, at=now())
    except RuleBroken as broken:
        flash(in_words(broken.message), "error")
        return redirect(url_for("jobs.job", slug=network.slug, job_id=failed.id))
    db.session.commit()
    return redirect(url_for("jobs.job", slug=network.slug, job_id=again.id))


def _own_job(network: Network, job_id: int) -> Job:
    found = queries.find_job(network.id, job_id)
    if found is None or not access.can_see_job(current_actor(), found):
        abort(404)
    return found
