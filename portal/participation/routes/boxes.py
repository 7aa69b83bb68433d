"""The coordinator's side of the letter box: its address, a poster with a code to scan, open or closed."""

from __future__ import annotations

import segno
from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.history.overtaking import take_turn
from portal.network.models import Network
from portal.participation import access, dropping, tidings
from portal.participation.forms import ConfirmForm
from portal.participation.routes.doors import bp
from portal.post.addresses import outside_address
from portal.web.guards import current_actor, in_network, insist


@bp.get("/letter-box")
@in_network(Role.COORDINATOR)
def letter_box(network: Network) -> ResponseReturnValue:
    """Where the letter box is, to print and hang up."""
    insist(access.can_run_letter_box(current_actor()))
    address = outside_address("letter_box.write", slug=network.slug)
    return render_template(
        "participation/letter_box.html",
        is_open=tidings.is_letter_box_open(network.id),
        address=address,
        picture=segno.make(address, error="m").svg_data_uri(scale=6, border=4, dark="#000", light="#fff"),
    )


@bp.post("/letter-box/open", defaults={"is_open": True})
@bp.post("/letter-box/close", defaults={"is_open": False})
@in_network(Role.COORDINATOR)
def set_letter_box(network: Network, is_open: bool) -> ResponseReturnValue:
    """Open or close it; who has a code can always read the answer."""
    insist(access.can_run_letter_box(current_actor()))
    take_turn(network)
    if ConfirmForm().validate_on_submit():
        dropping.set_letter_box(network, is_open=is_open)
        db.session.commit()
        flash(_("De brievenbus is open.") if is_open else _("De brievenbus is dicht."), "success")
    return redirect(url_for("participation.letter_box", slug=network.slug))
