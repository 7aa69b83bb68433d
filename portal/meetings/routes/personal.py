"""The own calendar and the weekly mail: a secret address, and a switch."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.extensions import db
from portal.foundation.clock import now
from portal.meetings.forms.meetings import MoveForm
from portal.meetings.operations import personal as operations
from portal.meetings.queries import people as queries
from portal.post.addresses import outside_address
from portal.web.guards import signed_in

bp = Blueprint("calendar", __name__, url_prefix="/account/calendar")


def _page(address: str = "") -> str:
    choice = queries.find_choice(current_user.id)
    return render_template(
        "meetings/calendar.html",
        feeds=queries.list_feeds(current_user),
        address=address,
        gets_digest=choice is None or not choice.is_off,
    )


@bp.get("")
@signed_in
def calendar() -> ResponseReturnValue:
    """Put the portal in the own calendar, and choose whether the weekly mail comes."""
    return _page()


@bp.post("")
@signed_in
def open_calendar() -> ResponseReturnValue:
    """A secret address, shown once; one that there was no longer works."""
    if not MoveForm().validate_on_submit():
        abort(400)
    token = operations.open_feed(current_user, now=now())
    db.session.commit()
    return _page(outside_address("feed.calendar", token=token))


@bp.post("/<int:feed_id>/revoke")
@signed_in
def revoke_calendar(feed_id: int) -> ResponseReturnValue:
    """The address no longer gives anything."""
    operations.revoke_feed(queries.get_feed(current_user.id, feed_id), at=now())
    db.session.commit()
    flash(_("Het agenda-adres werkt niet meer."), "notice")
    return redirect(url_for("calendar.calendar"))


@bp.post("/digest")
@signed_in
def choose_digest() -> ResponseReturnValue:
    """The weekly mail on or off."""
    form = MoveForm()
    wanted = form.status.data if form.status.data in ("on", "off") else abort(400)
    operations.choose_digest(current_user.id, is_off=wanted == "off")
    db.session.commit()
    flash(_("Je keuze is bewaard."), "success")
    return redirect(url_for("calendar.calendar"))
