"""Addresses of four eyes on a paper, and of a paper that takes long to make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.closing.shown import is_open_year
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.funding.forms_of_approval import RemarkForm
from portal.funding.types import ApprovalState
from portal.history.overtaking import take_turn
from portal.jobs.operations import ask_job
from portal.network.models import Network
from portal.reports import approving
from portal.reports.approved import PaperApproval
from portal.reports.background import PAPER_JOB
from portal.reports.making import paper_now, why_not, words_now
from portal.reports.records import paper_from
from portal.reports.routes.doors import bp, for_readers, known_paper
from portal.reports.types import PAPER_KIND_LABELS, Paper, PaperFormat, PaperKind
from portal.reports.writing.paragraphs import paragraphs_of
from portal.reports.year.papers import without_closing
from portal.web.forms import PortalForm
from portal.web.guards import current_actor, in_network, insist
from portal.web.language import chosen_language, in_words

for_writers = in_network(Role.COORDINATOR)
for_approvers = in_network(Role.COORDINATOR, Role.APPROVER)


@dataclass(frozen=True)
class Eyes:
    """What the page of a paper says about the second pair of eyes."""

    row: PaperApproval | None
    state: ApprovalState
    digest: str
    is_same: bool
    can_submit: bool
    can_decide: bool
    why_not: Any


@bp.app_template_global()
def eyes_on(paper: Paper) -> Eyes | None:
    """None in a network that does not want four eyes for the year of the paper."""
    network: Network = g.network
    if not network.wants_four_eyes(paper.year):
        return None
    actor, row = current_actor(), approving.find_approval(network.id, paper.year, paper.kind)
    state = row.approval if row is not None else ApprovalState.NOT_SUBMITTED
    digest = approving.digest_of(without_closing(paper, g.get("closures", ())))
    seen = row.approved_digest if row is not None and state is ApprovalState.APPROVED else ""
    seen = row.submitted_digest if row is not None and state is ApprovalState.SUBMITTED else seen
    is_same = seen == digest
    why_not = approving.why_not_decide(row, actor.account_id)
    waits = state in (ApprovalState.SUBMITTED, ApprovalState.APPROVED) and is_same
    is_open = paper.kind is PaperKind.AGREEMENT_NOTE or is_open_year(paper.year)  # a note is of several years
    can_submit = actor.coordinates and not paper.is_draft and not waits and is_open
    can_decide = actor.approves and is_same and why_not is None and is_open
    return Eyes(row, state, digest, is_same, can_submit, can_decide, why_not)


@bp.post("/papers/<kind>/submit")
@for_writers
def submit_paper(network: Network, year: int, kind: str) -> ResponseReturnValue:
    """Ask somebody else to look at the paper as it is."""
    take_turn(network)
    made = _paper(network, year, kind)
    return _step(
        network,
        made,
        lambda: approving.submit_paper(network, made, by=current_actor(), at=now()),
        _("Het papier is ingediend."),
    )


@bp.post("/papers/<kind>/approve")
@for_approvers
def approve_paper(network: Network, year: int, kind: str) -> ResponseReturnValue:
    """Agree with the paper that was submitted."""
    take_turn(network)
    insist(current_actor().approves)
    made, row = _paper(network, year, kind), _submitted(network, year, kind)
    digest = request.form.get("digest", "")
    return _step(
        network,
        made,
        lambda: approving.approve_paper(row, made, by=current_actor(), at=now(), digest=digest),
        _("Het papier is goedgekeurd."),
    )


@bp.route("/papers/<kind>/return", methods=["GET", "POST"])
@for_approvers
def return_paper(network: Network, year: int, kind: str) -> ResponseReturnValue:
    """Send a paper back, with what has to change."""
    take_turn(network)
    insist(current_actor().approves)
    definition, row = known_paper(kind, year), _submitted(network, year, kind)
    form = RemarkForm()
    if form.validate_on_submit() and form.accepts(
        approving.return_paper, row, by=current_actor(), at=now(), remark=form.remark.data
    ):
        db.session.commit()
        flash(_("Het papier is teruggestuurd naar %(name)s.", name=row.submitted_by), "notice")
        return redirect(_page(network, year, kind))
    title = in_words(PAPER_KIND_LABELS[definition.kind])
    return render_template("reports/return_paper.html", form=form, title=title, kind=kind), form.http_status


@bp.get("/papers/<kind>/approved")
@for_readers
def approved_paper(network: Network, year: int, kind: str) -> ResponseReturnValue:
    """The paper as it was approved, also when the data changed since."""
    definition, row = known_paper(kind, year), _submitted(network, year, kind)
    if row.approved is None:
        abort(404)
    return render_template(
        "reports/approved.html",
        paper=paper_from(row.approved),
        row=row,
        definition=definition,
        words=words_now(),
        paragraphs_of=paragraphs_of,
    )


@bp.post("/papers/<kind>/make")
@for_readers
def make_paper(network: Network, year: int, kind: str) -> ResponseReturnValue:
    """Have a large paper made beside the pages."""
    definition = known_paper(kind, year)
    asked = request.form.get("format", "")
    if asked not in set(definition.formats):
        abort(404)
    if not PortalForm().validate_on_submit():
        abort(400)
    parameters = {"kind": kind, "year": year, "format": PaperFormat(asked).value}
    try:
        job = ask_job(network, PAPER_JOB, parameters, by=current_actor(), language=chosen_language())
    except RuleBroken as broken:
        flash(in_words(broken.message), "error")
        return redirect(_page(network, year, kind))
    db.session.commit()
    return redirect(url_for("jobs.job", slug=network.slug, job_id=job.id))


def _paper(network: Network, year: int, kind: str) -> Paper:
    definition = known_paper(kind, year)
    if why_not(definition, network, year) is not None:
        abort(404)
    return without_closing(paper_now(definition, network, year), g.get("closures", ()))


def _submitted(network: Network, year: int, kind: str) -> PaperApproval:
    known_paper(kind, year)
    return approving.find_approval(network.id, year, PaperKind(kind)) or abort(404)


def _step(network: Network, paper: Paper, step: Any, done: str) -> ResponseReturnValue:
    if not PortalForm().validate_on_submit():
        abort(400)
    back = _page(network, paper.year, paper.kind.value)
    try:
        if not network.wants_four_eyes(paper.year):
            abort(404)
        step()
        db.session.commit()
    except RuleBroken as broken:
        db.session.rollback()
        flash(in_words(broken.message), "error")
    else:
        flash(done, "success")
    return redirect(back)


def _page(network: Network, year: int, kind: str) -> str:
    return url_for("reports.paper", slug=network.slug, year=year, kind=kind)
