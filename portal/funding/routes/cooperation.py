"""Addresses of welfare centres that work together, and of agreements beside the federal money of a year."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.closing.shown import is_open_year
from portal.extensions import db
from portal.foundation.clock import today
from portal.funding import access
from portal.funding.cooperations import operations, queries
from portal.funding.cooperations.forms import CentreForm, CooperationForm
from portal.funding.cooperations.gathering import facts_of_cooperation, own_nis
from portal.funding.cooperations.models import Cooperation, WelfareCentre
from portal.funding.forms import ConfirmForm
from portal.funding.outsourced import list_outsourced
from portal.funding.regimes.measures import WITH_STAFF, Measure, measures_of
from portal.funding.routes.doors import bp, for_bookkeepers, for_readers, known_year, law_for
from portal.funding.rules.cooperation import check_cooperation, staff_of_centres
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network
from portal.network.municipalities import display_name, municipalities_on
from portal.web.guards import current_actor, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.get("/networks/<slug>/<int:year>/agreements")
@for_readers
def agreements(network: Network, year: int) -> ResponseReturnValue:
    """Every agreement with an organisation in a year, with what federal money pays and what is missing."""
    law = law_for(network, known_year(year))
    return render_template(
        "funding/agreements.html",
        rows=list_outsourced(network.id, year, law, today()),
        can_edit=current_actor().coordinates,
        has_federal=bool(measures_of(law)),
    )


@bp.get("/networks/<slug>/<int:year>/cooperation")
@for_readers
def cooperation(network: Network, year: int) -> ResponseReturnValue:
    """Welfare centres that work together in a year: who, how much, what staff costs that gives, and what is missing."""
    law = law_for(network, known_year(year))
    own = own_nis(network)
    granted = queries.sum_granted(network.id, year)
    justifiable = queries.sum_justifiable(network.id, year)
    shown = []
    held = queries.list_cooperations(network.id, year)
    for one in held:
        facts = facts_of_cooperation(one, own=own, granted=granted, justifiable=justifiable)
        centres = list(zip(one.centres, facts.centres, staff_of_centres(facts, law), strict=True))
        shown.append((one, facts, centres, check_cooperation(facts, law)))
    free = [one for one in _measures(network, year) if one not in {other.measure for other in held}]
    return render_template(
        "funding/cooperation.html",
        cooperations=shown,
        can_book=access.can_book(current_actor()) and is_open_year(year),
        has_federal=bool(measures_of(law)),
        free=free,
        form=ConfirmForm(),
    )


def _measures(network: Network, year: int) -> list[Measure]:
    return [one for one in measures_of(law_for(network, year)) if one in WITH_STAFF]


@bp.route("/networks/<slug>/<int:year>/cooperation/agree", methods=["GET", "POST"])
@for_bookkeepers
def agree_on_cooperation(network: Network, year: int) -> ResponseReturnValue:
    """Write down that welfare centres work together."""
    take_turn(network)
    return _cooperation(network, known_year(year), None)


@bp.route("/networks/<slug>/<int:year>/cooperation/<int:cooperation_id>/edit", methods=["GET", "POST"])
@for_bookkeepers
def edit_cooperation(network: Network, year: int, cooperation_id: int) -> ResponseReturnValue:
    """Change what welfare centres agreed."""
    take_turn(network)
    return _cooperation(network, year, queries.get_cooperation(network.id, year, cooperation_id))


def _cooperation(network: Network, year: int, held: Cooperation | None) -> ResponseReturnValue:
    insist(access.can_book(current_actor()))
    form = CooperationForm(obj=held, **({"subsidy": held.measure.value} if held else {}))
    form.offer(_measures(network, year))
    back = url_for("funding.cooperation", slug=network.slug, year=year)
    if not form.subsidy.choices:
        flash(_("In %(year)s is er geen federaal geld om samen te beheren.", year=year), "warning")
        return redirect(back)
    if held is not None:
        keep_watch(form, held)
    elif again := saved_before(form):
        return again
    if form.validate_on_submit():
        values = {name: value for name, value in form.values.items() if name != "subsidy"}
        law, measure = law_for(network, year), Measure(form.subsidy.data)
        if form.accepts(operations.agree_on, network, year=year, measure=measure, law=law, cooperation=held, **values):
            page = note_saved(form, back)
            db.session.commit()
            flash(_("De samenwerking is bewaard."), "success")
            return redirect(page)
    return render_template("funding/cooperation_form.html", form=form, cooperation=held, back=back), form.http_status


@bp.route("/networks/<slug>/<int:year>/cooperation/<int:cooperation_id>/centres/add", methods=["GET", "POST"])
@for_bookkeepers
def add_centre(network: Network, year: int, cooperation_id: int) -> ResponseReturnValue:
    """Add a welfare centre to a cooperation."""
    take_turn(network)
    return _centre(network, queries.get_cooperation(network.id, year, cooperation_id), None)


@bp.route("/networks/<slug>/<int:year>/cooperation/centres/<int:centre_id>/edit", methods=["GET", "POST"])
@for_bookkeepers
def edit_centre(network: Network, year: int, centre_id: int) -> ResponseReturnValue:
    """Change what is known of a welfare centre."""
    take_turn(network)
    centre = queries.get_centre(network.id, year, centre_id)
    return _centre(network, centre.cooperation, centre)


def _centre(network: Network, held: Cooperation, centre: WelfareCentre | None) -> ResponseReturnValue:
    insist(access.can_book(current_actor()))
    form = CentreForm(obj=centre)
    form.offer(_municipality_choices(held.year))
    back = url_for("funding.cooperation", slug=network.slug, year=held.year)
    if centre is not None:
        keep_watch(form, centre)
    elif again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(operations.seat_centre, network, held, centre=centre, **form.values):
        page = note_saved(form, back)
        db.session.commit()
        flash(_("Het OCMW is bewaard."), "success")
        return redirect(page)
    return render_template(
        "funding/centre_form.html", form=form, centre=centre, cooperation=held, back=back
    ), form.http_status


@bp.post("/networks/<slug>/<int:year>/cooperation/centres/<int:centre_id>/let-go")
@for_bookkeepers
def let_centre_go(network: Network, year: int, centre_id: int) -> ResponseReturnValue:
    """Take a welfare centre out of a cooperation."""
    insist(access.can_book(current_actor()))
    take_turn(network)
    centre = queries.get_centre(network.id, year, centre_id)
    if not ConfirmForm().validate_on_submit():
        abort(400)
    operations.let_centre_go(network, centre)
    db.session.commit()
    flash(_("Het OCMW doet niet meer mee."), "success")
    return redirect(url_for("funding.cooperation", slug=network.slug, year=year))


def _municipality_choices(year: int) -> dict[str, list[tuple[str, Any]]]:
    """Every municipality of the country in that year, by province: cooperation may cross regions (FED-COOP-3)."""
    found: dict[str, list[tuple[str, Any]]] = {}
    for one in sorted(municipalities_on(date(year, 12, 31)), key=lambda row: row.name_nl):
        found.setdefault(one.province or _("Brussel"), []).append((one.nis, display_name(one.nis)))
    return dict(sorted(found.items()))
