"""Addresses of the regulations: which rule a year, how sure that is, and an administrator's decision."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.extensions import db
from portal.foundation.clock import today
from portal.funding import access, queries, rechecking
from portal.funding.forms import RegimeForm
from portal.funding.rechecking import Rechecked
from portal.funding.regimes import REGIMES, Certainty, law_of_year
from portal.funding.routes.doors import bp
from portal.funding.rulebook.parameters import figures_of
from portal.history.overtaking import keep_watch, take_turn
from portal.history.queries import list_changes
from portal.web.guards import administrators, current_actor, signed_in

FIRST_SHOWN = 2014


@bp.get("/regimes")
@signed_in
def regimes() -> ResponseReturnValue:
    """Per year which regulations rule the money, with their source."""
    settings = {setting.regime: setting for setting in queries.list_regime_settings()}
    overrides = queries.regime_overrides()
    years = range(today().year + 2, FIRST_SHOWN - 1, -1)
    return render_template(
        "funding/regimes.html",
        laws=[law_of_year(one, overrides) for one in years],
        regimes=list(REGIMES.values()),
        settings=settings,
        figures={regime.code: figures_of(regime, overrides) for regime in REGIMES.values()},
        can_set=access.can_set_regime(current_actor()),
    )


@bp.route("/regimes/<code>/edit", methods=["GET", "POST"])
@administrators
def edit_regime(code: str) -> ResponseReturnValue:
    """Decide whether a regulation is in force, with the source of that decision."""
    regime = REGIMES.get(code) or abort(404)
    take_turn(None)
    held = queries.find_regime_setting(code)
    form = RegimeForm(
        in_force="yes" if held is None or held.in_force else "no",
        certainty=(held or regime).certainty,
        source=held.source if held else "",
    )
    form.offer()
    keep_watch(form, *([held] if held else []))
    if form.validate_on_submit() and form.accepts(
        rechecking.decide_regime,
        code,
        in_force=form.in_force.data == "yes",
        certainty=Certainty(form.certainty.data),
        source=form.source.data,
    ):
        db.session.commit()
        flash(_("De stand van deze regelgeving is bewaard."), "success")
        flash(_told(form.outcome), "notice")
        return redirect(url_for("funding.regimes"))
    return render_template(
        "funding/edit_regime.html",
        form=form,
        regime=regime,
        changes=list_changes("regime_setting", held.id, None) if held else [],
    ), form.http_status


def _told(outcome: Rechecked) -> str:
    """What the decision did in the ledgers, for who decided it."""
    if not outcome.changed:
        return _("Nagekeken: %(count)s uitgaven. Geen enkele kreeg andere opmerkingen.", count=outcome.expenses)
    return ngettext(
        "Nagekeken: %(count)s uitgaven. Bij %(num)s uitgave zeggen de regels nu iets anders.",
        "Nagekeken: %(count)s uitgaven. Bij %(num)s uitgaven zeggen de regels nu iets anders.",
        outcome.changed,
        count=outcome.expenses,
    )
