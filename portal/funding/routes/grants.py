"""Addresses of what streams give in a year."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.closing.shown import is_open_year
from portal.extensions import db
from portal.funding import access, operations, queries
from portal.funding.cooperations.queries import list_cooperations
from portal.funding.forms import GrantForm
from portal.funding.models import Grant
from portal.funding.regimes.streams import OLD_EVENTS
from portal.funding.routes.doors import (
    bp,
    for_bookkeepers,
    for_readers,
    known_year,
    law_for,
    stream_choices,
    streams_with_words,
)
from portal.funding.types import Owner
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network
from portal.web.guards import current_actor, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.get("/networks/<slug>/<int:year>/grants")
@for_readers
def grants(network: Network, year: int) -> ResponseReturnValue:
    """What was granted for a year, per stream and legal person."""
    known_year(year)
    held = queries.list_grants(network.id, year)
    words = streams_with_words(law_for(network, year), [grant.stream for grant in held])
    return render_template(
        "funding/grants.html",
        grants=held,
        streams=words,
        total_cents=sum(grant.amount_cents for grant in held),
        can_book=access.can_book(current_actor()) and is_open_year(year),
    )


@bp.route("/networks/<slug>/<int:year>/grants/award", methods=["GET", "POST"])
@for_bookkeepers
def award_grant(network: Network, year: int) -> ResponseReturnValue:
    """Write down an amount that was granted."""
    return _grant(network, known_year(year), None)


@bp.route("/networks/<slug>/<int:year>/grants/<int:grant_id>/edit", methods=["GET", "POST"])
@for_bookkeepers
def edit_grant(network: Network, year: int, grant_id: int) -> ResponseReturnValue:
    """Correct an amount that was granted."""
    take_turn(network)
    grant = queries.get_grant(network.id, grant_id)
    if grant.year != year:
        abort(404)
    return _grant(network, year, grant)


def _grant(network: Network, year: int, grant: Grant | None) -> ResponseReturnValue:
    insist(access.can_book(current_actor()))
    form = GrantForm(obj=grant)
    law = law_for(network, year)
    words = streams_with_words(law, [grant.stream] if grant else [])
    may_pool = law.kind_of(OLD_EVENTS) is not None and not list_cooperations(network.id, year)
    form.offer(stream_choices(words), may_pool=may_pool)
    if grant is not None:
        keep_watch(form, grant)
    elif again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.award_grant,
        network,
        year=year,
        stream=form.stream.data,
        owner=Owner(form.owner.data),
        amount_cents=form.amount_cents.data,
        grant=grant,
        pooled_cents=form.pooled_cents.data if form.pooled_cents else None,
        reference=form.reference.data or "",
        decided_on=form.decided_on.data,
        note=form.note.data or "",
    ):
        page = note_saved(form, url_for("funding.grants", slug=network.slug, year=year))
        db.session.commit()
        flash(_("Het bedrag is bewaard."), "success")
        return redirect(page)
    return render_template("funding/grant_form.html", form=form, grant=grant, streams=words), form.http_status
