"""Addresses of the calendar of a year: its deadlines with what they lack, and what a network notes about one."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.closing import access, operations
from portal.closing.queries import find_mark
from portal.closing.types import MarkFacts
from portal.extensions import db
from portal.foundation.clock import today
from portal.funding.gaps import count_gaps, told_gaps
from portal.funding.queries import regime_overrides
from portal.funding.term_queries import list_terms, terms_in_year
from portal.funding.terms import Term
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network
from portal.reports.year.forms import DeadlineForm
from portal.reports.year.routes.doors import bp, for_coordinators, for_readers, known_year
from portal.reports.year.untyped import untyped_texts
from portal.web.guards import current_actor, insist


@bp.get("/year")
@for_readers
def year(network: Network, year: int) -> ResponseReturnValue:
    """The deadlines of a year in order, each with its steps and what is still missing for it."""
    known_year(year)
    terms = terms_in_year(network, year, today=today(), overrides=regime_overrides())
    gaps = count_gaps(network.id, year)
    missing = {
        term.key: (*told_gaps(gaps, term.key), *untyped_texts(network, year, term.key))
        for term in terms
        if term.year == year and term.is_open
    }
    return render_template(
        "years/year.html",
        terms=terms,
        missing=missing,
        today=today(),
        can_mark=access.can_mark_deadlines(current_actor()),
    )


@bp.route("/deadlines/<deadline>", methods=["GET", "POST"])
@for_coordinators
def mark_deadline(network: Network, year: int, deadline: str) -> ResponseReturnValue:
    """Note an own date, that it is done, or why it is left out."""
    take_turn(network)
    insist(access.can_mark_deadlines(current_actor()))
    term = _term(network, year, deadline)
    held = find_mark(network.id, year, deadline)
    form = DeadlineForm(obj=held)
    if held is not None:
        keep_watch(form, held)
    if form.validate_on_submit() and form.accepts(
        operations.mark_deadline,
        network.id,
        year=year,
        deadline=deadline,
        facts=MarkFacts(form.planned_on.data, form.done_on.data, (form.skipped_reason.data or "").strip()),
        today=today(),
    ):
        db.session.commit()
        flash(_("De termijn is bewaard."), "success")
        return redirect(url_for("years.year", slug=network.slug, year=year))
    return render_template("years/mark_deadline.html", form=form, term=term), form.http_status


def _term(network: Network, year: int, key: str) -> Term:
    """The deadline of an address; days on which only the law changes are not marked."""
    found = list_terms(network, (known_year(year),), today=today(), overrides=regime_overrides())
    return next((one for one in found if one.key == key and not one.is_change), None) or abort(404)
