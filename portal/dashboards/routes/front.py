"""The front page of a network: money left and until when, what needs attention, and what is asked of the reader."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from portal.closing.queries import read_marks
from portal.dashboards.access import can_see_small_groups
from portal.dashboards.attention import asked_of, find_overdue_actions, find_silent_partners, involved, room_of
from portal.dashboards.front_rows import FrontRows, find_front_rows
from portal.dashboards.money import total_position
from portal.dashboards.routes.reading import (
    YearReading,
    facts_of_reading,
    read_year,
    reader_scope,
    remembered_for_reader,
)
from portal.foundation.actor import Actor, Role
from portal.foundation.clock import now, today
from portal.foundation.finding import Severity
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.funding import queries as funding
from portal.funding import rules
from portal.funding.access import can_see_money
from portal.funding.term_queries import marked_terms
from portal.funding.terms import Term, coming
from portal.meetings.access import can_note_contact, can_see_promises
from portal.network.models import Network
from portal.network.rules import check_composition
from portal.network.types import NetworkFacts
from portal.participation import queries as participation
from portal.participation.rules import SOON_DAYS
from portal.participation.small_groups import is_small
from portal.web.guards import current_actor, in_network
from portal.web.language import in_words
from portal.web.whole_pages import remembered_page

bp = Blueprint("dashboards", __name__, url_prefix="/networks/<slug>")

SHOWN_FINDINGS = 6
READ_FINDINGS = 200
SHOWN_VOICES = 5
SHOWN_ANSWERS = 3
COMING_DAYS = 60


@bp.get("")
@remembered_page
@in_network()
def front(network: Network) -> ResponseReturnValue:
    """Where everybody begins; each role finds its own things first."""
    year = asked_year()
    reader = current_actor().account_id  # own tasks, and what was answered to the own words, are nobody else's
    body = remembered_for_reader(network, "front", lambda: _body(network, year), year, reader_scope(), reader)
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
    rows = find_front_rows(network.id, year, actor, now=now(), today=today())
    values: dict[str, Any] = {"year": year, "asked": (), "experts_view": not can_see_money(actor)}
    values |= _meetings(actor, rows)
    if actor.partner_ids:
        values["asked"] = asked_of(actor.partner_ids, reading.rows.actions, reading.rows.contributions)
    if can_see_money(actor):
        values |= _money(network, reading, rows)
    if actor.coordinates:
        values |= _work(network, reading)
    own = [one for one in reading.rows.partners if one.id in actor.partner_ids]
    values |= _voices(network, actor) | {"own_partners": own, "is_past": year < today().year}
    return render_template("dashboards/_front_body.html", actions=reading.rows.actions, **values)


def _work(network: Network, reading: YearReading) -> dict[str, Any]:
    """For a coordinator: whether the network is complete, who is silent, what should be over."""
    rows, year = reading.rows, reading.year
    facts = NetworkFacts(network.applicant_kind, substitute_reason=network.substitute_reason or None)
    on = today() if year == today().year else date(year, 12, 31)
    composition = [one for one in check_composition(facts, rows.memberships, on) if one.severity is not Severity.HINT]
    has_grants = any(row.cents for row in rows.grants)
    return {
        "composition": composition,
        "begin": None
        if not composition and rows.actions and has_grants
        else {"partners": not composition, "actions": bool(rows.actions), "grants": has_grants},
        "silent": find_silent_partners(rows.partners, rows.actions, rows.contributions, year=year, today=today()),
        "overdue": find_overdue_actions(rows.actions, year=year, today=today()),
        "note_ends": network.note_last_year if network.note_last_year <= year else None,
    }


def _meetings(actor: Actor, rows: FrontRows) -> dict[str, Any]:
    """The next meeting and how many were heard for everybody, open tasks for who may see them."""
    small = is_small(rows.told_voices) or is_small(rows.voices - rows.told_voices)
    return {
        "front_rows": rows,
        "tells_voices": can_see_small_groups(actor) or not small,
        "can_note": can_note_contact(actor),
        "can_see_promises": can_see_promises(actor),
    }


def _voices(network: Network, actor: Actor) -> dict[str, Any]:
    """What was said: for a coordinator answers to give, for a partner what is about its work, for an expert answers."""
    if actor.coordinates:
        until = today() + timedelta(days=SOON_DAYS)
        due = participation.list_voices_due(network.id, until, most=SHOWN_VOICES + 1)
        return {"due_voices": due[:SHOWN_VOICES], "more_voices": len(due) > SHOWN_VOICES}
    if actor.partner_ids:
        heard = participation.list_voices_about_work_of(network.id, actor.partner_ids, most=SHOWN_VOICES)
        return {"heard_voices": heard}
    if Role.EXPERT in actor.roles:
        return {
            "told_voices": participation.list_told_back(network.id, most=SHOWN_ANSWERS),
            "waiting_voices": participation.list_waiting_voices_of(network.id, actor.account_id, most=SHOWN_VOICES),
        }
    return {}


def _money(network: Network, reading: YearReading, rows: FrontRows) -> dict[str, Any]:
    positions = [one for one in reading.positions if one.granted_cents or one.planned_cents or one.committed_cents]
    actor, facts = current_actor(), facts_of_reading(network, reading, rows.unallocated)
    of_year = rules.check_year(facts, overrides=reading.law.overrides)
    terms = marked_terms(
        network,
        (reading.year, reading.year + 1),
        read_marks(rows.told_marks),
        today=today(),
        overrides=reading.law.overrides,
    )
    return {
        "positions": positions,
        "total": total_position(positions),
        "year_findings": [one for one in of_year if one.severity is not Severity.HINT],
        "hints": [one for one in of_year if one.severity is Severity.HINT],
        "room": room_of(positions),
        "deadlines": [one for one in terms if one.year == reading.year and (one.is_open or _comes(one))],
        "coming": coming(terms, today(), days=COMING_DAYS) if actor.coordinates else (),
        **_said_of_expenses(network, reading, actor),
    }


def _comes(term: Term) -> bool:
    """A day on which the law changes, and that is still to come."""
    return term.is_change and term.due is not None and term.due >= today()


def _said_of_expenses(network: Network, reading: YearReading, actor: Actor) -> dict[str, Any]:
    """For a coordinator everything, for a partner what is about its own actions, for a viewer only how many."""
    said = funding.list_open_findings(network.id, reading.year, most=READ_FINDINGS)
    if not actor.coordinates and not actor.partner_ids:
        return {"expenses_to_check": len({one.expense_id for one in said if one.severity is Severity.WARNING})}
    if not actor.coordinates:
        own = {one.id for one in reading.rows.actions if involved(one) & actor.partner_ids}
        said = [one for one in said if one.expense.action_id in own]
    by_sentence: dict[str, list[Any]] = {}
    for kept in said:
        by_sentence.setdefault(in_words(kept.sentence_wording), []).append(kept)
    return {"kept_findings": list(by_sentence.items())[:SHOWN_FINDINGS]}
