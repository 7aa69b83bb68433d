"""The blueprint of planning, and what its addresses share."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from babel.dates import get_month_names
from flask import Blueprint, abort, g, request
from flask_babel import get_locale

from portal.foundation.clock import today
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.network.models import Network
from portal.plans import queries
from portal.plans.models import Action
from portal.plans.shown import month_runs, parts_of
from portal.web.guards import current_actor
from portal.web.remembering import remembered

bp = Blueprint("plans", __name__, url_prefix="/networks/<slug>")


def known_year(year: int) -> int:
    """The year of an address; years outside the calendar of the portal do not exist."""
    return year if FIRST_YEAR <= year <= LAST_YEAR else abort(404)


def action_of_year(network: Network, year: int, action_id: int) -> Action:
    """The action of an address, or 404 when the year in it is another."""
    found = queries.get_action(network.id, action_id)
    return found if found.year == year else abort(404)


def month_names() -> dict[int, str]:
    """The short names of the months in the reader's language."""
    return {number: name.rstrip(".") for number, name in get_month_names("abbreviated", locale=get_locale()).items()}


def month_words(months: Iterable[int]) -> str:
    """ "jan-mrt, sep" for 1, 2, 3, 9."""
    names = month_names()
    return ", ".join(
        names[first] if first == last else f"{names[first]}\u2013{names[last]}" for first, last in month_runs(months)
    )


def remembered_body(network: Network, build: Callable[[], str]) -> str:
    """The body of a list, built once for a state of the network, a reader's rights and an address."""
    actor = current_actor()
    key = (
        request.endpoint,
        network.id,
        g.revision,
        str(get_locale()),
        actor.coordinates,
        tuple(sorted(actor.roles)),
        tuple(sorted(actor.partner_ids)),
        request.full_path,
        today(),
    )
    return remembered(key, build)


bp.add_app_template_filter(month_words, "months")
bp.add_app_template_filter(parts_of, "parts")
