"""Addresses of one expense: its page, writing it down and changing it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.closing.shown import is_open_year
from portal.extensions import db
from portal.foundation.finding import Finding, most_serious_first
from portal.funding import access, operations, queries
from portal.funding.forms import ConfirmForm, ExpenseForm
from portal.funding.models import Expense, KeptFinding
from portal.funding.routes.closed import why_closed
from portal.funding.routes.doors import (
    bp,
    for_bookkeepers,
    for_readers,
    known_year,
    law_for,
    stream_choices,
    streams_with_words,
)
from portal.funding.routes.looking import asked_description, is_only_looking, look_who_pays, owner_of
from portal.funding.routes.proofs import may_add_proof
from portal.funding.rules.approval import why_not_other_eyes, why_not_submit
from portal.funding.types import NEXT_STAGES, ApprovalState, ExpenseKind, ExpenseStage, Owner
from portal.history.overtaking import keep_watch, take_turn
from portal.history.queries import list_changes
from portal.network.models import Agreement, Network
from portal.network.queries import list_agreements
from portal.plans.queries import list_action_choices
from portal.web.forms import optional_id
from portal.web.guards import current_actor, insist
from portal.web.sent_forms import note_saved, saved_before


def expense_of_year(network: Network, year: int, expense_id: int) -> Expense:
    """The expense of an address, or 404 when the year in it is another."""
    expense = queries.get_expense(network.id, expense_id)
    return expense if expense.year == year else abort(404)


def said_of(kept: Iterable[KeptFinding]) -> list[Finding]:
    """Kept findings as the list of findings shows them."""
    return most_serious_first([one.again for one in kept])


@bp.get("/networks/<slug>/<int:year>/expenses/<int:expense_id>")
@for_readers
def expense(network: Network, year: int, expense_id: int) -> ResponseReturnValue:
    """One expense: what it was, who pays what of it, what the rules say, its proofs and its history."""
    return expense_page(network, expense_of_year(network, year, expense_id))


def expense_page(
    network: Network, found: Expense, refused: Sequence[Finding] = (), status: int = 200
) -> ResponseReturnValue:
    """The page of an expense; with what refused a step, when one was refused."""
    actor = current_actor()
    open_now = found.withdrawn_at is None
    may_change = open_now and is_open_year(found.year)
    why_not = why_not_other_eyes(actor.account_id, typed_by=found.typed_by, submitted_by_id=found.submitted_by_id)
    return render_template(
        "funding/expense.html",
        expense=found,
        findings=sorted(found.findings, key=lambda one: (one.answered_at is not None, one.severity, one.rule, one.id)),
        refused=refused,
        next_stages=NEXT_STAGES[found.stage] if may_change else (),
        can_book=access.can_book(actor) and open_now,
        can_edit=access.can_book(actor) and may_change and found.stage is not ExpenseStage.JUSTIFIED,
        can_see_proofs=access.can_see_proofs(actor),
        can_add_proof=may_change and may_add_proof(found),
        can_withdraw_proof=access.can_withdraw_proof(actor) and may_change,
        wants_four_eyes=open_now and network.wants_four_eyes(found.year),
        can_submit=may_change and access.can_book(actor) and not why_not_submit(found.approval),
        can_decide=may_change
        and access.can_approve(actor)
        and found.approval is ApprovalState.SUBMITTED
        and why_not is None,
        why_not_decide=why_not,
        confirm=ConfirmForm(formdata=None),
        changes=list_changes("expense", found.id, network.id, most=50),
    ), status


@bp.route("/networks/<slug>/<int:year>/expenses/record", methods=["GET", "POST"])
@for_bookkeepers
def record_expense(network: Network, year: int) -> ResponseReturnValue:
    """Write down an expense with what each stream pays of it."""
    known_year(year)
    insist(access.can_book(current_actor()))
    form = _form(
        network,
        year,
        None,
        action_id=request.args.get("action", ""),
        description=asked_description(),
        stage=ExpenseStage.BOOKED,
        owner=owner_of(request.args.get("stream", "")),
    )
    if is_only_looking():
        look_who_pays(form, form.law)
        return render_template("funding/expense_form.html", form=form, expense=None, looked=True)
    if again := saved_before(form):
        return again
    form.suggest(form.law, request.args.get("stream", ""))
    if form.validate_on_submit() and form.passes(
        operations.record_expense,
        network,
        year=year,
        parts=form.parts,
        stage=ExpenseStage(form.stage.data),
        **_values(form),
    ):
        page = url_for("funding.expense", slug=network.slug, year=year, expense_id=form.outcome.id)
        note_saved(form, page)
        db.session.commit()
        _tell_saved(form.outcome)
        return redirect(page)
    return render_template("funding/expense_form.html", form=form, expense=None), form.http_status


@bp.route("/networks/<slug>/<int:year>/expenses/<int:expense_id>/edit", methods=["GET", "POST"])
@for_bookkeepers
def edit_expense(network: Network, year: int, expense_id: int) -> ResponseReturnValue:
    """Change an expense; what was typed is never lost, also when it was withdrawn or justified meanwhile."""
    take_turn(network)
    found = expense_of_year(network, year, expense_id)
    insist(access.can_book(current_actor()))
    page = url_for("funding.expense", slug=network.slug, year=year, expense_id=found.id)
    is_closed = not operations.is_open(found)
    if request.method == "GET" and is_closed:
        flash(why_closed(found), "error")
        return redirect(page)
    form = _form(network, year, found)
    form.fill_parts({part.stream: part.amount_cents for part in found.allocations})
    if is_closed:  # nothing is saved: the text stays on the screen, to be taken along
        form.form_errors.append(why_closed(found))
        return render_template("funding/expense_form.html", form=form, expense=found, closed=True), form.http_status
    keep_watch(form, found)
    if is_only_looking():
        look_who_pays(form, form.law)
        return render_template("funding/expense_form.html", form=form, expense=found, looked=True)
    if form.validate_on_submit() and form.passes(
        operations.edit_expense, found, version=found.version, parts=form.parts, **_values(form)
    ):
        db.session.commit()
        _tell_saved(found)
        return redirect(page)
    if request.method == "GET":
        form.findings = said_of(found.findings)
    return render_template("funding/expense_form.html", form=form, expense=found), form.http_status


def _told_agreement(agreement: Agreement) -> str:
    """Two agreements with one partner may have the same title: the years tell them apart."""
    years = sorted({agreement.starts_on.year, (agreement.ends_on or agreement.starts_on).year})
    return f"{agreement.partner.name}: {agreement.title} ({'–'.join(map(str, years))})"


def _form(network: Network, year: int, found: Expense | None, **values: Any) -> Any:
    also = [part.stream for part in found.allocations] if found else []
    law = law_for(network, year)
    words = streams_with_words(law, also)
    form = ExpenseForm.split_over(stream_choices(words))(obj=found, **values)
    actions = list_action_choices(network.id, year)
    if found is not None and found.action is not None and str(found.action_id) not in dict(actions):
        actions.append((str(found.action_id), found.action.title))
    agreements = [(str(one.id), _told_agreement(one)) for one in list_agreements(network.id)]
    form.offer(actions, agreements)
    form.law = law
    if found is not None:
        del form.stage  # an expense moves by the steps on its page
    return form


def _values(form: Any) -> dict[str, Any]:
    """The columns of an expense out of a form that was checked."""
    plain = (
        "invoice_cents",
        "invoice_excl_vat_cents",
        "invoice_on",
        "activity_on",
        "imputed_on",
        "beneficiaries",
        "target_n",
        "target_m",
        "pc_count",
        "is_ict_pack",
    )
    texts = ("description", "supplier", "evidence_reference", "note")
    return {
        **{name: form[name].data for name in plain},
        **{name: form[name].data or "" for name in texts},
        "kind": ExpenseKind(form.kind.data),
        "owner": Owner(form.owner.data),
        "action_id": optional_id(form.action_id.data),
        "agreement_id": optional_id(form.agreement_id.data),
    }


def _tell_saved(found: Expense) -> None:
    warned = sum(one.answered_at is None for one in found.findings)
    if warned:
        flash(
            ngettext(
                "De uitgave is bewaard, met %(num)s opmerking. Je kan ze hieronder beantwoorden.",
                "De uitgave is bewaard, met %(num)s opmerkingen. Je kan ze hieronder beantwoorden.",
                warned,
            ),
            "warning",
        )
    else:
        flash(_("De uitgave is bewaard."), "success")
