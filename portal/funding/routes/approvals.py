"""Addresses of four eyes: whether the network wants them, submitting, approving, and sending back with a remark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.errors import ChangedMeanwhile, RuleBroken
from portal.funding import access, awaiting, letters
from portal.funding import approvals as eyes
from portal.funding.forms import ConfirmForm
from portal.funding.forms_of_approval import FourEyesForm, RemarkForm
from portal.funding.models import Expense
from portal.funding.routes.doors import bp, for_approvers, for_bookkeepers, known_year
from portal.funding.routes.expenses import expense_of_year
from portal.funding.rules.approval import why_not_other_eyes
from portal.history.overtaking import keep_watch, take_turn
from portal.network import operations as networks
from portal.network.models import Network
from portal.post.models import OutgoingMail
from portal.post.operations import send_beside
from portal.web.guards import current_actor, insist
from portal.web.language import in_words

MOST_AT_ONCE = 500


@bp.route("/networks/<slug>/four-eyes", methods=["GET", "POST"])
@for_bookkeepers
def four_eyes(network: Network) -> ResponseReturnValue:
    """Whether, and from which year on, a second person approves."""
    take_turn(network)
    insist(access.can_choose_four_eyes(current_actor()))
    form = FourEyesForm(obj=network)
    keep_watch(form, network)
    if form.validate_on_submit() and form.accepts(
        networks.edit_network, network, four_eyes_from=form.four_eyes_from.data
    ):
        db.session.commit()
        flash(_("Je keuze is bewaard."), "success")
        return redirect(url_for("funding.four_eyes", slug=network.slug))
    approvers = awaiting.list_approvers(network.id)
    return render_template("funding/four_eyes.html", form=form, approvers=approvers), form.http_status


@bp.get("/networks/<slug>/<int:year>/expenses/approvals")
@for_approvers
def approvals(network: Network, year: int) -> ResponseReturnValue:
    """What waits for a second pair of eyes, and what still has to be submitted."""
    known_year(year)
    actor = current_actor()
    insist(access.can_approve(actor))
    waiting = [(one, _why_not(one, actor.account_id)) for one in awaiting.list_to_approve(network.id, year)]
    return render_template(
        "funding/approvals.html",
        waiting=waiting,
        mine=[one for one, why_not in waiting if why_not is None],
        to_submit=awaiting.list_to_submit(network.id, year),
        can_submit=access.can_book(actor),
        approvers=awaiting.list_approvers(network.id),
        is_wanted=network.wants_four_eyes(year),
    )


def _why_not(expense: Expense, account_id: int | None) -> Any:
    return why_not_other_eyes(account_id, typed_by=expense.typed_by, submitted_by_id=expense.submitted_by_id)


@bp.post("/networks/<slug>/<int:year>/expenses/<int:expense_id>/submit")
@for_bookkeepers
def submit_expense(network: Network, year: int, expense_id: int) -> ResponseReturnValue:
    """Ask somebody else to look at one expense."""
    take_turn(network)
    insist(access.can_book(current_actor()))
    found = expense_of_year(network, year, expense_id)
    _submit(network, year, [found])
    return redirect(_page(network, found))


@bp.post("/networks/<slug>/<int:year>/expenses/approvals/submit")
@for_bookkeepers
def submit_expenses(network: Network, year: int) -> ResponseReturnValue:
    """Ask somebody else to look at the chosen expenses."""
    take_turn(network)
    insist(access.can_book(current_actor()))
    chosen = awaiting.list_to_submit(network.id, year) if "all" in request.form else _chosen(network, year)
    _submit(network, year, chosen)
    return redirect(url_for("funding.approvals", slug=network.slug, year=year))


def _submit(network: Network, year: int, expenses: Sequence[Expense]) -> None:
    if not _confirmed(network, year):
        return
    waited = len(awaiting.list_to_approve(network.id, year))
    done, refused = _each(expenses, lambda one: eyes.submit_expense(one, by=current_actor(), at=now()))
    mails = letters.tell_approvers(network, year, done, waited=waited)
    _save_and_send(mails)
    if done:
        words = ngettext("%(num)s uitgave is ingediend.", "%(num)s uitgaven zijn ingediend.", len(done))
        flash(words, "success")
    _tell_refused(refused)


@bp.post("/networks/<slug>/<int:year>/expenses/<int:expense_id>/approve")
@for_approvers
def approve_expense(network: Network, year: int, expense_id: int) -> ResponseReturnValue:
    """Agree with one expense, as it was on the screen."""
    take_turn(network)
    insist(access.can_approve(current_actor()))
    found = expense_of_year(network, year, expense_id)
    _approve(network, year, [found])
    return redirect(_page(network, found))


@bp.post("/networks/<slug>/<int:year>/expenses/approvals/approve")
@for_approvers
def approve_expenses(network: Network, year: int) -> ResponseReturnValue:
    """Agree with the chosen expenses, as they were on the screen."""
    take_turn(network)
    insist(access.can_approve(current_actor()))
    _approve(network, year, _chosen(network, year))
    return redirect(url_for("funding.approvals", slug=network.slug, year=year))


def _approve(network: Network, year: int, expenses: Sequence[Expense]) -> None:
    if not _confirmed(network, year):
        return

    def approve(one: Expense) -> None:
        eyes.approve_expense(one, by=current_actor(), at=now(), version=_version_seen(one))

    done, refused = _each(expenses, approve)
    db.session.commit()
    if done:
        flash(ngettext("%(num)s uitgave is goedgekeurd.", "%(num)s uitgaven zijn goedgekeurd.", len(done)), "success")
    _tell_refused(refused)


@bp.route("/networks/<slug>/<int:year>/expenses/<int:expense_id>/return", methods=["GET", "POST"])
@for_approvers
def return_expense(network: Network, year: int, expense_id: int) -> ResponseReturnValue:
    """Send one expense back, with what has to change."""
    take_turn(network)
    insist(access.can_approve(current_actor()))
    found = expense_of_year(network, year, expense_id)
    form = RemarkForm()
    if form.validate_on_submit() and form.accepts(
        eyes.return_expense, found, by=current_actor(), at=now(), remark=form.remark.data
    ):
        _save_and_send(letters.tell_returned(network, found))
        flash(_("De uitgave is teruggestuurd naar %(name)s.", name=found.submitted_by), "notice")
        return redirect(_page(network, found))
    return render_template("funding/return_expense.html", form=form, expense=found), form.http_status


def _chosen(network: Network, year: int) -> Sequence[Expense]:
    known_year(year)
    asked = request.form.getlist("expense")[:MOST_AT_ONCE]
    keys = [int(one) for one in asked if one.isascii() and one.isdigit() and len(one) < 10]
    if not keys:
        flash(_("Kies eerst minstens één uitgave."), "error")
    return awaiting.list_expenses_by_id(network.id, year, keys) if keys else []


def _version_seen(expense: Expense) -> int:
    """The version that the page showed; without one nobody saw anything."""
    seen = request.form.get(f"version-{expense.id}", "")
    return int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else -1


def _confirmed(network: Network, year: int) -> bool:
    """The button was pressed here, in a network that wants four eyes for this year."""
    if not ConfirmForm().validate_on_submit():
        abort(400)
    if not network.wants_four_eyes(year):
        flash(_("Dit netwerk werkt voor %(year)s niet met vier ogen.", year=year), "error")
        return False
    return True


def _each(
    expenses: Sequence[Expense], step: Callable[[Expense], None]
) -> tuple[list[Expense], list[tuple[Expense, str]]]:
    """What could be done, and what not with the reason: one refusal does not stop the others."""
    done: list[Expense] = []
    refused: list[tuple[Expense, str]] = []
    for one in expenses:
        try:
            step(one)
        except RuleBroken as broken:
            refused.append((one, in_words(broken.message)))
        except ChangedMeanwhile:
            refused.append((one, _("Iemand veranderde deze uitgave intussen. Kijk ze opnieuw na.")))
        else:
            done.append(one)
    return done, refused


def _tell_refused(refused: Sequence[tuple[Expense, str]]) -> None:
    for one, words in refused[:5]:
        flash(_("Uitgave %(number)s: %(words)s", number=one.number, words=words), "error")
    if len(refused) > 5:
        flash(_("En nog %(count)s uitgaven konden niet.", count=len(refused) - 5), "error")


def _save_and_send(mails: Sequence[OutgoingMail]) -> None:
    db.session.commit()
    send_beside(mails)


def _page(network: Network, expense: Expense) -> str:
    return url_for("funding.expense", slug=network.slug, year=expense.year, expense_id=expense.id)
