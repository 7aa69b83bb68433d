"""Addresses of what happens to an expense after it was written down: steps, answers, taking it back."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.funding import access, operations, queries
from portal.funding.drafting import Refused
from portal.funding.forms import AnswerForm, ConfirmForm, ReasonForm
from portal.funding.routes.doors import bp, for_bookkeepers
from portal.funding.routes.expenses import expense_of_year, expense_page
from portal.funding.types import ExpenseStage
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network
from portal.web.guards import current_actor, insist
from portal.web.language import in_words


@bp.post("/networks/<slug>/<int:year>/expenses/<int:expense_id>/move")
@for_bookkeepers
def move_expense(network: Network, year: int, expense_id: int) -> ResponseReturnValue:
    """Book or justify an expense, or take that step back."""
    take_turn(network)
    found = expense_of_year(network, year, expense_id)
    insist(access.can_book(current_actor()))
    asked = request.form.get("stage", "")
    form = ConfirmForm()
    if not form.validate_on_submit() or asked not in set(ExpenseStage):
        abort(400)
    if found.withdrawn_at is not None:
        flash(_("Deze uitgave is ingetrokken."), "error")
        return redirect(_page(network, year, expense_id))
    try:
        operations.move_expense(found, stage=ExpenseStage(asked))
    except Refused as refused:
        return expense_page(network, found, refused.findings, 422)
    except RuleBroken as broken:
        flash(in_words(broken.message), "error")
        return expense_page(network, found, (), 422)
    db.session.commit()
    flash(_("De stand van de uitgave is veranderd."), "success")
    return redirect(_page(network, year, expense_id))


@bp.route("/networks/<slug>/<int:year>/expenses/<int:expense_id>/withdraw", methods=["GET", "POST"])
@for_bookkeepers
def withdraw_expense(network: Network, year: int, expense_id: int) -> ResponseReturnValue:
    """Take an expense out of all figures, with a reason; nothing is thrown away."""
    take_turn(network)
    found = expense_of_year(network, year, expense_id)
    insist(access.can_book(current_actor()))
    form = ReasonForm()
    if found.withdrawn_at is not None:
        flash(_("Deze uitgave was al ingetrokken."), "notice")
        return redirect(_page(network, year, expense_id))
    if form.validate_on_submit() and form.accepts(
        operations.withdraw_expense, found, reason=form.reason.data, at=now()
    ):
        db.session.commit()
        flash(_("De uitgave is ingetrokken. Ze telt nergens meer mee."), "notice")
        return redirect(_page(network, year, expense_id))
    return render_template("funding/withdraw_expense.html", form=form, expense=found), form.http_status


@bp.route(
    "/networks/<slug>/<int:year>/expenses/<int:expense_id>/findings/<int:finding_id>/answer",
    methods=["GET", "POST"],
)
@for_bookkeepers
def answer_finding(network: Network, year: int, expense_id: int, finding_id: int) -> ResponseReturnValue:
    """Explain why a warning is all right as it is."""
    take_turn(network)
    found = expense_of_year(network, year, expense_id)
    insist(access.can_book(current_actor()))
    finding = queries.get_kept_finding(network.id, found.id, finding_id)
    form = AnswerForm(obj=finding)
    keep_watch(form, finding)
    if form.validate_on_submit() and form.accepts(
        operations.answer_finding, finding, answer=form.answer.data, by=current_user.name, at=now()
    ):
        db.session.commit()
        flash(_("Je antwoord is bewaard."), "success")
        return redirect(_page(network, year, expense_id))
    page = "funding/answer_finding.html"
    return render_template(page, form=form, expense=found, finding=finding), form.http_status


def _page(network: Network, year: int, expense_id: int) -> str:
    return url_for("funding.expense", slug=network.slug, year=year, expense_id=expense_id)
