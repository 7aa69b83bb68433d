"""The read API: the numbers of the dashboards as JSON, for a session or a personal token."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, jsonify, url_for

from portal.dashboards.access import can_see_small_groups
from portal.dashboards.answers import balance_answer, complementarity_answer, funding_answer
from portal.dashboards.balance import measure_balance
from portal.dashboards.cost_answers import allowed_answer
from portal.dashboards.measures import complementarity_of
from portal.dashboards.openapi import describe_api
from portal.dashboards.routes.reading import (
    YearReading,
    facts_of_reading,
    read_voice,
    read_year,
    remembered_for_reader,
)
from portal.dashboards.rule_answers import rules_answer
from portal.dashboards.voice_answers import voice_answer
from portal.foundation.actor import Role
from portal.foundation.finding import Finding
from portal.funding import queries as funding
from portal.funding import rules
from portal.funding.asked_rules import asked_rules
from portal.funding.costs import find_costs
from portal.funding.regimes import law_of_year
from portal.funding.rulebook.listing import list_rules
from portal.network.models import Network
from portal.web.asking import asked_text, asked_year
from portal.web.filters import kept_words
from portal.web.guards import current_actor, in_network, public
from portal.web.language import in_words

bp = Blueprint("api", __name__, url_prefix="/api/v1")

READERS = (Role.COORDINATOR, Role.PARTNER, Role.VIEWER, Role.APPROVER)  # of answers that hold euros


@bp.get("/openapi.json")
@public
def openapi() -> Response:
    """What the API answers, in OpenAPI 3.1."""
    return jsonify(describe_api(url_for("api.openapi").rsplit("/", 1)[0], current_app.config["SESSION_COOKIE_NAME"]))


@bp.get("/allowed")
@public
def allowed() -> Response:
    """Whether a cost may be paid, by year and stream."""
    query = asked_text()
    law = law_of_year(asked_year(), funding.regime_overrides())
    return jsonify(allowed_answer(query, law, find_costs(query), in_words, kept_words))


@bp.get("/rules")
@public
def rulebook() -> Response:
    """The rules, narrowed as on their page."""
    decisions = funding.regime_overrides()
    found = list_rules(asked_rules(), decisions=decisions, words=in_words)
    return jsonify(
        rules_answer(found, decisions, in_words, kept_words, lambda rule: url_for("funding.rule", rule=rule))
    )


@bp.get("/networks/<slug>/<int:year>/balance")
@in_network(*READERS)
def balance(network: Network, year: int) -> Response:
    """How actions, hours, euros and people are spread."""
    return jsonify(remembered_for_reader(network, "api balance", lambda: _balance(network, year)))


@bp.get("/networks/<slug>/<int:year>/complementarity")
@in_network(*READERS)
def complementarity(network: Network, year: int) -> Response:
    """Whether measures add up, overlap or leave a gap."""
    return jsonify(remembered_for_reader(network, "api complementarity", lambda: _complementarity(network, year)))


@bp.get("/networks/<slug>/<int:year>/funding")
@in_network(*READERS)
def money(network: Network, year: int) -> Response:
    """The money per stream, and what the rulebook says of the year."""
    return jsonify(remembered_for_reader(network, "api funding", lambda: _funding(network, year)))


@bp.get("/networks/<slug>/<int:year>/voice")
@in_network()
def voice(network: Network, year: int) -> Response:
    """What people in poverty said, what they heard back, and what changed; no euros, so for every role."""
    with_small = can_see_small_groups(current_actor())
    return jsonify(remembered_for_reader(network, "api voice", lambda: _voice(network, year), with_small))


def _head(network: Network, year: int) -> dict[str, Any]:
    return {"network": network.slug, "year": year}


def _balance(network: Network, year: int) -> dict[str, Any]:
    rows = read_year(network, year).rows
    found = measure_balance(rows.partners, rows.actions, rows.contributions, rows.spending)
    return _head(network, year) | balance_answer(found)


def _complementarity(network: Network, year: int) -> dict[str, Any]:
    reading = read_year(network, year)
    rows = reading.rows
    found = complementarity_of(
        reading.law, reading.next_streams, rows.actions, rows.spending, rows.budgets, reading.positions
    )
    return _head(network, year) | complementarity_answer(found, reading.titles)


def _voice(network: Network, year: int) -> dict[str, Any]:
    return _head(network, year) | voice_answer(read_voice(network, year), in_words)


def _funding(network: Network, year: int) -> dict[str, Any]:
    reading = read_year(network, year)
    findings = [*year_findings(network, reading), *_kept(network, year)]
    return _head(network, year) | funding_answer(reading.positions, findings, in_words, kept_words)


def year_findings(network: Network, reading: YearReading) -> list[Finding]:
    """What the rulebook says of the whole year."""
    return rules.check_year(facts_of_reading(network, reading), overrides=reading.law.overrides)


def _kept(network: Network, year: int) -> list[Finding]:
    """Open findings on single expenses; the number of the expense stands in the sentence of the page, not here."""
    return [kept.again for kept in funding.list_open_findings(network.id, year, most=10_000)]
