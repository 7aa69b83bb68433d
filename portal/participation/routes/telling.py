"""What still has to be told: letters to print and give, what companions pass on, and mails that did not arrive."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.history.overtaking import take_turn
from portal.network.models import Network
from portal.participation import access, operations, papers, tidings
from portal.participation.forms import ConfirmForm
from portal.participation.models import Tiding
from portal.participation.routes.doors import bp
from portal.participation.types import ReplyWay, TellingWay
from portal.web.downloads import download
from portal.web.guards import current_actor, in_network, insist


@bp.get("/to-tell")
@in_network(Role.COORDINATOR)
def to_tell(network: Network) -> ResponseReturnValue:
    """Letters that nobody gave yet, what companions did not pass on yet, and mails that came back."""
    insist(access.can_give_letters(current_actor()))
    waiting = tidings.list_to_give(network.id)
    return render_template(
        "participation/to_tell.html",
        to_give=[one for one in waiting if one.way is ReplyWay.LETTER],
        with_companion=[one for one in waiting if one.way is ReplyWay.COMPANION],
        not_arrived=tidings.list_not_arrived(network.id),
        can_make_pdf=papers.can_make_pdf(),
    )


@bp.get("/tidings/<int:tiding_id>/letter.pdf")
@in_network(Role.COORDINATOR)
def letter(network: Network, tiding_id: int) -> ResponseReturnValue:
    """The letter in large type, to print and give."""
    insist(access.can_give_letters(current_actor()))
    found = tidings.get_tiding(network.id, tiding_id)
    paper = papers.letter_pdf(found, network)
    if paper is None:
        return render_template("participation/no_pdf.html", tiding=found), 503
    return download(paper, f"{_('brief')}-{found.id}.pdf", "application/pdf")


@bp.post("/tidings/<int:tiding_id>/given")
@in_network(Role.COORDINATOR)
def give_letter(network: Network, tiding_id: int) -> ResponseReturnValue:
    """The letter was given; a second tap changes nothing."""
    insist(access.can_give_letters(current_actor()))
    take_turn(network)
    _pass_on(tidings.get_tiding(network.id, tiding_id), _("coördinator"), TellingWay.LETTER)
    return redirect(url_for("participation.to_tell", slug=network.slug))


@bp.get("/pass-on")
@in_network()
def to_pass_on(network: Network) -> ResponseReturnValue:
    """What this reader was trusted with and has not told yet."""
    found = tidings.list_to_pass_on(network.id, current_actor().account_id)
    return render_template("participation/to_pass_on.html", tidings=found)


@bp.post("/tidings/<int:tiding_id>/told")
@in_network()
def pass_on(network: Network, tiding_id: int) -> ResponseReturnValue:
    """She told it to who spoke."""
    take_turn(network)
    found = tidings.get_tiding(network.id, tiding_id)
    insist(access.can_pass_on(current_actor(), found.voice.companion_id))
    _pass_on(found, found.voice.companion_role, TellingWay.COMPANION)
    return redirect(url_for("participation.to_pass_on", slug=network.slug))


def _pass_on(found: Tiding, by: str, how: TellingWay) -> None:
    form = ConfirmForm()
    if not form.validate_on_submit():
        return
    if form.accepts(operations.pass_on, found, by=by, how=how, today=today()):
        db.session.commit()
        flash(_("Bewaard. Wie sprak, weet het nu.") if form.outcome else _("Dit was al verteld."), "success")
    else:
        flash(" ".join(form.form_errors), "error")
