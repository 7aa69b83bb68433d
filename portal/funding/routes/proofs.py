"""Addresses of proofs: add, fetch, withdraw."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from flask import Response, abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.funding import access, operations, queries
from portal.funding.forms import ConfirmForm, ProofForm
from portal.funding.models import Expense, Proof
from portal.funding.proofs import TooLarge, check_file, keep_file
from portal.funding.routes.doors import bp, for_readers
from portal.history.overtaking import take_turn
from portal.network.models import Network
from portal.plans.queries import get_action
from portal.web.downloads import download
from portal.web.guards import current_actor, insist
from portal.web.kept_files import path_of
from portal.web.language import in_words
from portal.web.sent_forms import note_saved, saved_before

SANDBOX = "default-src 'none'; sandbox"


def _expense(network: Network, year: int, expense_id: int) -> Expense:
    expense = queries.get_expense(network.id, expense_id)
    return expense if expense.year == year else abort(404)


def may_add_proof(expense: Expense) -> bool:
    """Reads the carriers only for a partner; a coordinator may anyway."""
    actor = current_actor()
    if access.can_add_proof(actor, None) or expense.action_id is None or not actor.partner_ids:
        return access.can_add_proof(actor, None)
    return access.can_add_proof(actor, get_action(expense.network_id, expense.action_id))


@bp.route("/networks/<slug>/<int:year>/expenses/<int:expense_id>/proofs/add", methods=["GET", "POST"])
@for_readers
def add_proof(network: Network, year: int, expense_id: int) -> ResponseReturnValue:
    """Attach an invoice, a list or an agreement."""
    take_turn(network)
    expense = _expense(network, year, expense_id)
    insist(may_add_proof(expense))
    if expense.withdrawn_at is not None:
        flash(_("Deze uitgave is ingetrokken."), "error")
        return redirect(url_for("funding.expense", slug=network.slug, year=year, expense_id=expense.id))
    form = ProofForm()
    if again := saved_before(form):
        return again
    status = form.http_status
    if form.validate_on_submit():
        try:
            _keep(expense, form)
        except RuleBroken as broken:
            form.refuse(broken.message, broken.field)
            status = 413 if isinstance(broken, TooLarge) else 422
        else:
            page = url_for("funding.expense", slug=network.slug, year=year, expense_id=expense.id)
            note_saved(form, page)
            db.session.commit()
            flash(_("Het bewijsstuk is toegevoegd."), "success")
            return redirect(page)
    return render_template("funding/add_proof.html", form=form, expense=expense), status


def _keep(expense: Expense, form: ProofForm) -> Proof:
    most = int(current_app.config["MAX_PROOF_BYTES"])
    sent = form.file.data
    checked = check_file(sent.filename or "", sent.stream.read(most + 1), most_bytes=most)
    keep_file(_folder(), checked)
    return operations.add_proof(
        expense,
        filename=checked.filename,
        content_type=checked.content_type,
        size=len(checked.body),
        sha256=checked.sha256,
        at=now(),
    )


def _folder() -> Path:
    return cast(Path, current_app.config["PROOF_FOLDER"])


@bp.get("/networks/<slug>/<int:year>/expenses/<int:expense_id>/proofs/<int:proof_id>")
@for_readers
def proof(network: Network, year: int, expense_id: int, proof_id: int) -> Response:
    """The file itself, always to save and never shown as a page of ours."""
    insist(access.can_see_proofs(current_actor()))
    found = queries.get_proof(network.id, _expense(network, year, expense_id).id, proof_id)
    path = path_of(_folder(), found.sha256)
    if not path.is_file():
        current_app.logger.error("proof %s: the file is not in the folder", found.id)
        abort(404)
    answer = download(path.read_bytes(), found.filename, found.content_type)
    answer.headers["Content-Security-Policy"] = SANDBOX
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


proof.answers_file = True  # type: ignore[attr-defined]  # nobody comes back to it after signing in


@bp.post("/networks/<slug>/<int:year>/expenses/<int:expense_id>/proofs/<int:proof_id>/withdraw")
@for_readers
def withdraw_proof(network: Network, year: int, expense_id: int, proof_id: int) -> ResponseReturnValue:
    """A proof that was wrong counts no longer; the file stays."""
    take_turn(network)
    insist(access.can_withdraw_proof(current_actor()))
    expense = _expense(network, year, expense_id)
    found = queries.get_proof(network.id, expense.id, proof_id)
    form = ConfirmForm()
    if form.validate_on_submit():
        try:
            operations.withdraw_proof(expense, found, at=now())
        except RuleBroken as broken:
            flash(in_words(broken.message), "error")
        else:
            db.session.commit()
            flash(_("Het bewijsstuk telt niet meer mee. Het bestand blijft bewaard."), "notice")
    return redirect(url_for("funding.expense", slug=network.slug, year=year, expense_id=expense.id))
