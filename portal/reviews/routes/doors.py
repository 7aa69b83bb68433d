"""The blueprints of reviewing: inside a network, and the links of readers, which need no sign-in and set no cookie."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Blueprint, Response, abort, g, render_template, request, session
from flask.typing import ResponseReturnValue

from portal.accounts.operations import count_miss, is_throttled
from portal.accounts.rules import LINK_MISS_LIMIT
from portal.extensions import csrf
from portal.foundation.clock import now, today
from portal.history.overtaking import take_turn
from portal.history.recording import Hand, acting
from portal.network.models import Network
from portal.participation.operations import NAMELESS
from portal.reviews import access
from portal.reviews.models import ReviewLink, ReviewRound
from portal.reviews.queries import rounds as queries
from portal.web.guards import current_actor, insist

bp = Blueprint("reviews", __name__, url_prefix="/networks/<slug>")

reading = Blueprint("reading", __name__, url_prefix="/read")
csrf.exempt(reading)  # the secret in the address is the proof: a browser without cookies can answer


@reading.before_request
def choose_language() -> None:
    """Dutch, or English when the address asks for it: a reader gets no cookie to remember it by."""
    g.language = "en" if request.args.get("taal") == "en" else "nl"


@reading.url_defaults
def keep_language(_endpoint: str, values: dict[str, Any]) -> None:
    if request and request.blueprint == "reading" and g.get("language") == "en":
        values.setdefault("taal", "en")


@reading.after_request
def keep_secret(answer: Response) -> Response:
    """The address holds a secret: no other site hears it, no search engine keeps it, no cookie goes with it."""
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    session.modified = False  # no cookie, also not for who is signed in with this browser
    return answer


def round_to_run(network: Network, round_id: int) -> ReviewRound:
    """A round of the network for who runs it, after whoever is saving in the network right now."""
    take_turn(network)
    insist(access.can_run_rounds(current_actor()))
    return queries.get_round(network.id, round_id)


def refuse_guessing() -> None:
    """An address from which many wrong links came waits a while."""
    if is_throttled(LINK_MISS_LIMIT, request.remote_addr or "", now=now()):
        abort(429)


def link_of_reader(token: str) -> ReviewLink | None:
    """The link behind a secret, also for a while after its round; None when it is unknown, revoked or too old.

    Who holds a real link never waits for who guesses from the same address, such as a library's.
    """
    link = queries.find_link_to_read(token, today())
    if link is None:
        refuse_guessing()
    return link


def link_over() -> ResponseReturnValue:
    """A link that is unknown, too old or taken back: one page for all, and the miss is counted."""
    count_miss(LINK_MISS_LIMIT, request.remote_addr or "", now=now())
    return render_template("reading/link_over.html"), 410


@contextmanager
def nameless() -> Iterator[None]:
    """Whoever answers by a link is nobody in the history, also with an account in the same browser."""
    with acting(Hand(None, NAMELESS, "scherm")):
        yield
