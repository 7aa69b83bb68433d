"""The link in a mail of hearing again: no sign-in, no cookie; opening shows a button, and only the button counts."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from portal.accounts.rules import LINK_MISS_LIMIT
from portal.extensions import csrf, db
from portal.foundation.clock import today
from portal.meetings.queries.people import find_network
from portal.participation import dropping, operations, tidings
from portal.participation.models import Tiding
from portal.participation.news import tiding_news
from portal.participation.types import ReplyWay, TellingWay, TidingKind
from portal.web.guards import public

bp = Blueprint("following", __name__, url_prefix="/follow")
csrf.exempt(bp)


@bp.route("/<token>", methods=["GET", "POST"])
@public
def follow(token: str) -> ResponseReturnValue:
    """For who spoke: hear no more. For who passes on: what to tell, and that it was told."""
    address = request.remote_addr or ""
    found = tidings.find_by_token(token)
    if found is None and dropping.is_full(LINK_MISS_LIMIT, address):
        return render_template("letter_box/wait.html"), 429
    if found is None:
        dropping.count_miss_of(LINK_MISS_LIMIT, address)
        return render_template("participation/follow_over.html"), 410
    done = ""
    if request.method == "POST":
        done = _act(found)
        db.session.commit()
    return render_template(
        "participation/follow_companion.html" if found.way is ReplyWay.COMPANION else "participation/follow_stop.html",
        tiding=found,
        network=find_network(found.network_id),
        news=tiding_news(found.kind, found.current, found.about),
        response=found.voice.response if found.kind is TidingKind.ANSWERED else None,
        done=done,
    )


def _act(found: Tiding) -> str:
    """What a button did: told or stopped. Mail programs stop with a POST of their own (RFC 8058)."""
    if found.way is ReplyWay.COMPANION and request.form.get("act") != "stop":
        operations.pass_on(found, by=found.voice.companion_role, how=TellingWay.COMPANION, today=today())
        return "told"
    operations.stop_following(found.voice)
    return "stopped"
