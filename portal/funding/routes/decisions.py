"""Addresses where an administrator decides about the law: a figure, a day or an amount, each with its source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.extensions import db
from portal.funding.deciding import operations, queries
from portal.funding.deciding.forms import AmountForm, DeadlineForm, DecisionForm, SettingForm
from portal.funding.deciding.models import LawDecision
from portal.funding.deciding.operations import Decided
from portal.funding.deciding.types import DecisionKind
from portal.funding.forms import ConfirmForm
from portal.funding.regimes import REGIMES, AmountKey, Certainty, Regime, SettingKey
from portal.funding.regimes.figures import typed_setting
from portal.funding.routes.doors import bp
from portal.history.overtaking import keep_watch, take_turn
from portal.history.queries import list_changes
from portal.web.guards import administrators
from portal.web.sent_forms import note_saved, saved_before

Save = Callable[..., Decided]


@bp.get("/regimes/decisions")
@administrators
def decisions() -> ResponseReturnValue:
    """Everything that administrators decided, newest first, and where to decide something new."""
    return render_template(
        "funding/decisions.html",
        decisions=queries.list_decisions(),
        regimes=[one for one in REGIMES.values() if one.settings],
    )


@bp.route("/regimes/<code>/figures/decide", methods=["GET", "POST"])
@administrators
def decide_setting(code: str) -> ResponseReturnValue:
    """Decide a figure of a regulation from a year on."""
    regime = _with_money(code)
    take_turn(None)
    form = SettingForm(key=request.args.get("key", ""), from_year=request.args.get("year", type=int))
    form.offer_of(regime)
    return _answered(form, regime, lambda **values: operations.decide_setting(regime, **values))


@bp.route("/regimes/<code>/deadlines/decide", methods=["GET", "POST"])
@administrators
def decide_deadline(code: str) -> ResponseReturnValue:
    """Decide the day of a deadline for the money of a year."""
    regime = _with_money(code)
    take_turn(None)
    form = DeadlineForm(key=request.args.get("key", ""), from_year=request.args.get("year", type=int))
    form.offer_of(regime)
    return _answered(form, regime, lambda **values: operations.decide_deadline(regime, **values))


@bp.route("/regimes/amounts/decide", methods=["GET", "POST"])
@administrators
def decide_amount() -> ResponseReturnValue:
    """Fill in an amount or a count of a year."""
    take_turn(None)
    form = AmountForm(key=request.args.get("key", ""), from_year=request.args.get("year", type=int))
    form.offer_amounts()
    return _answered(form, None, operations.decide_amount)


@bp.route("/regimes/decisions/<int:law_decision_id>/edit", methods=["GET", "POST"])
@administrators
def edit_decision(law_decision_id: int) -> ResponseReturnValue:
    """Change a decision; the history keeps what it was."""
    take_turn(None)
    held = queries.get_decision(law_decision_id)
    regime = REGIMES.get(held.regime)
    form, save = _form_of(held, regime)
    return _answered(form, regime, save, held)


@bp.post("/regimes/decisions/<int:law_decision_id>/withdraw")
@administrators
def withdraw_decision(law_decision_id: int) -> ResponseReturnValue:
    """A decision no longer counts; what the rulebook says counts again."""
    take_turn(None)
    form = ConfirmForm()
    held = queries.get_decision(law_decision_id)
    if form.validate_on_submit() and form.accepts(operations.withdraw_decision, held):
        db.session.commit()
        flash(_("Het besluit telt niet meer. Het blijft te lezen."), "success")
        flash(told(form.outcome), "notice")
    return redirect(url_for("funding.decisions"))


def _with_money(code: str) -> Regime:
    """A regime that has figures and days to decide; the end of a subsidy has none."""
    regime = REGIMES.get(code) or abort(404)
    return regime if regime.settings else abort(404)


def _form_of(held: LawDecision, regime: Regime | None) -> tuple[DecisionForm, Save]:
    """The form of a decision with what it holds, and what saves it."""
    kept = {"key": held.key, "certainty": held.certainty, "source": held.source, "from_year": held.from_year}
    if held.kind is DecisionKind.AMOUNT or regime is None:
        amounts = AmountForm(value=held.value.replace(".", ","), **kept)
        amounts.offer_amounts()
        return amounts, lambda **values: operations.decide_amount(decision=held, **values)
    if held.kind is DecisionKind.DEADLINE:
        days = DeadlineForm(falls_on=held.falls_on, **kept)
        days.offer_of(regime)
        return days, lambda **values: operations.decide_deadline(regime, decision=held, **values)
    figures = SettingForm(value=typed_setting(SettingKey(held.key), held.value), until_year=held.until_year, **kept)
    figures.offer_of(regime)
    return figures, lambda **values: operations.decide_setting(regime, decision=held, **values)


def _answered(
    form: DecisionForm, regime: Regime | None, save: Save, held: LawDecision | None = None
) -> ResponseReturnValue:
    keep_watch(form, *([held] if held else []))
    if held is None and (again := saved_before(form)):
        return again
    if form.validate_on_submit() and form.accepts(save, **_values(form)):
        page = note_saved(form, url_for("funding.decisions"))
        db.session.commit()
        flash(_("Het besluit is bewaard."), "success")
        flash(told(form.outcome), "notice")
        return redirect(page)
    return render_template(
        "funding/decision_form.html",
        form=form,
        regime=regime,
        held=held,
        changes=list_changes("law_decision", held.id, None) if held else [],
    ), form.http_status


def _values(form: DecisionForm) -> dict[str, Any]:
    """What was typed, as the operation of this kind asks it."""
    values: dict[str, Any] = {"certainty": Certainty(form.certainty.data), "source": form.source.data}
    if isinstance(form, SettingForm):
        return values | {
            "key": SettingKey(form.key.data),
            "value": form.value.data,
            "from_year": form.from_year.data,
            "until_year": form.until_year.data,
        }
    if isinstance(form, DeadlineForm):
        return values | {"key": form.key.data, "year": form.from_year.data, "on": form.falls_on.data}
    return values | {"key": AmountKey(form.key.data), "value": form["value"].data, "year": form["from_year"].data}


def told(outcome: Decided) -> str:
    """What the decision did in the ledgers, for who decided it."""
    if outcome.decision.kind is not DecisionKind.SETTING:
        return _("Geen enkele uitgave hangt hiervan af. Rekenhulpen en lijsten tonen het meteen.")
    if not outcome.changed:
        return _("Nagekeken: %(count)s uitgaven. Geen enkele kreeg andere opmerkingen.", count=outcome.expenses)
    return ngettext(
        "Nagekeken: %(count)s uitgaven. Bij %(num)s uitgave zeggen de regels nu iets anders.",
        "Nagekeken: %(count)s uitgaven. Bij %(num)s uitgaven zeggen de regels nu iets anders.",
        outcome.changed,
        count=outcome.expenses,
    )
