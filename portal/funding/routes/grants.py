"""Addresses of what streams give in a year."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.funding import access, operations, queries
from portal.funding.forms import GrantForm
from portal.funding.models import Grant
from portal.funding.routes.doors import (
    bp,
    for_bookkeepers,
    for_readers,
    known_year,
    stream_choices,
    streams_with_words,
)
from portal.funding.types import Owner
from portal.network.models import Network
from portal.web.guards import current_actor, insist


@bp.get("/networks/<slug>/<int:year>/grants")
@for_readers
def grants(network: Network, year: int) -> ResponseReturnValue:
    """What was granted for a year, per stream and legal person."""
    known_year(year)
    held = queries.list_grants(network.id, year)
    words = streams_with_words(year, queries.regime_overrides(), [grant.stream for grant in held])
    return render_template(
        "funding/grants.html",
        grants=held,
        streams=words,
        total_cents=sum(grant.amount_cents for grant in held),
        can_book=access.can_book(current_actor()),
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
    grant = queries.get_grant(network.id, grant_id)
    if grant.year != year:
        abort(404)
    return _grant(network, year, grant)


def _grant(network: Network, year: int, grant: Grant | None) -> ResponseReturnValue:
    insist(access.can_book(current_actor()))
    form = GrantForm(obj=grant)
    words = streams_with_words(year, queries.regime_overrides(), [grant.stream] if grant else [])
    form.offer(stream_choices(words))
    status = 200
    if form.validate_on_submit() and form.accepts(
        operations.award_grant,
        network,
        year=year,
        stream=form.stream.data,
        owner=Owner(form.owner.data),
        amount_cents=form.amount_cents.data,
        grant=grant,
        reference=form.reference.data or "",
        decided_on=form.decided_on.data,
        note=form.note.data or "",
    ):
        db.session.commit()
        flash(_("Het bedrag is bewaard."), "success")
        return redirect(url_for("funding.grants", slug=network.slug, year=year))
    if form.is_submitted():
        status = 422
    return render_template("funding/grant_form.html", form=form, grant=grant, streams=words), status
