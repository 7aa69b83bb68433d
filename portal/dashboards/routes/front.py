"""The front page of a network: money left and until when, what needs attention, and what is asked of the reader."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from portal.dashboards.attention import asked_of, find_silent_partners
from portal.dashboards.money import total_position
from portal.dashboards.routes.reading import (
    YearReading,
    facts_of_reading,
    read_year,
    reader_scope,
    remembered_for_reader,
)
from portal.foundation.clock import today
from portal.foundation.finding import Severity
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.funding import queries as funding
from portal.funding import rules
from portal.funding.access import can_see_money
from portal.funding.regimes import deadlines_of_year
from portal.network.models import Network
from portal.web.guards import current_actor, in_network
from portal.web.whole_pages import remembered_page

bp = Blueprint("dashboards", __name__, url_prefix="/networks/<slug>")

SHOWN_FINDINGS = 6


@bp.get("")
@remembered_page
@in_network()
def front(network: Network) -> ResponseReturnValue:
    """Where everybody begins; each role finds its own things first."""
    year = asked_year()
    body = remembered_for_reader(network, "front", lambda: _body(network, year), year, reader_scope())
    return render_template("dashboards/front.html", body=body)


def asked_year() -> int:
    """The year in the address (?year=), or the running one."""
    text = request.args.get("year", "")
    if not text:
        return today().year
    if not text.isascii() or not text.isdigit() or not FIRST_YEAR <= int(text[:5]) <= LAST_YEAR:
        abort(404)
    return int(text)


def _body(network: Network, year: int) -> str:
    actor = current_actor()
    reading = read_year(network, year)
    values: dict[str, Any] = {"year": year, "asked": (), "experts_view": not can_see_money(actor)}
    if actor.partner_ids:
        values["asked"] = asked_of(actor.partner_ids, reading.rows.actions, reading.rows.contributions)
    if can_see_money(actor):
        values |= _money(network, reading)
    if actor.coordinates:
        values["silent"] = find_silent_partners(
            reading.rows.partners, reading.rows.actions, reading.rows.contributions, year=year, today=today()
        )
    return render_template("dashboards/_front_body.html", actions=reading.rows.actions, **values)


def _money(network: Network, reading: YearReading) -> dict[str, Any]:
    positions = [one for one in reading.positions if one.granted_cents or one.planned_cents or one.committed_cents]
    facts = facts_of_reading(network, reading)
    of_year = rules.check_year(facts, overrides=reading.law.overrides)
    said = funding.list_open_findings(network.id, reading.year, most=SHOWN_FINDINGS + 1)
    deadlines = [
        one for one in deadlines_of_year(reading.year, reading.law.overrides) if one.on is None or one.on >= today()
    ]
    return {
        "positions": positions,
        "total": total_position(positions),
        "year_findings": [one for one in of_year if one.severity is not Severity.HINT],
        "hints": [one for one in of_year if one.severity is Severity.HINT],
        "kept_findings": said[:SHOWN_FINDINGS],
        "more_findings": len(said) > SHOWN_FINDINGS,
        "deadlines": deadlines,
    }
