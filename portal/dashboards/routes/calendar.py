"""The calendar of one person behind a secret address: meetings, tasks, and the deadlines of the money."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from flask import Blueprint, Response, abort, current_app, request
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

from portal.accounts.models import Account
from portal.accounts.operations import count_miss, is_throttled
from portal.accounts.queries import actor_for, list_networks_of
from portal.accounts.rules import LINK_MISS_LIMIT
from portal.foundation.actor import Actor
from portal.foundation.clock import now, today
from portal.funding.access import can_see_money
from portal.funding.queries import regime_overrides
from portal.funding.regimes import Decision
from portal.funding.term_queries import list_terms
from portal.meetings import calendars
from portal.meetings.letters import calendar_entry
from portal.meetings.queries import minutes, people
from portal.meetings.types import CalendarEntry
from portal.network.models import Network
from portal.post.addresses import outside_address
from portal.web.guards import public
from portal.web.language import in_words

bp = Blueprint("feed", __name__, url_prefix="/calendar")

MEETING_ALARMS = (24 * 60, 60)
DAY_ALARMS = (15 * 60,)  # the day before, at nine in the morning
DEADLINE_ALARMS = (13 * 24 * 60 + 15 * 60, 15 * 60)  # two weeks before, and the day before
KEPT_BACK = timedelta(days=400)


@bp.get("/<token>.ics")
@public
def calendar(token: str) -> ResponseReturnValue:
    """Everything dated of one person; a secret that was revoked gives nothing."""
    account = people.find_feed_account(token)
    if account is None:
        address = request.remote_addr or ""
        if is_throttled(LINK_MISS_LIMIT, address, now=now()):
            abort(429)
        count_miss(LINK_MISS_LIMIT, address, now=now())
        abort(404)
    languages = current_app.config["LANGUAGES"]
    with force_locale(languages.get(account.language, languages["nl"])):
        body = calendars.feed(_entries(account), name=_("Vrijetijdsnetwerk"), at=now())
    return Response(body, content_type="text/calendar; charset=utf-8")


def _entries(account: Account) -> Iterator[CalendarEntry]:
    networks = {one.id: one for one in list_networks_of(account)} if not account.is_administrator else {}
    if account.is_administrator:  # of an installation with many networks: only those with a role
        networks = {one.network_id: one.network for one in account.assignments if one.ended_at is None}
    overrides = regime_overrides()
    for meeting in people.list_meetings_for_feed(sorted(networks), now() - KEPT_BACK):
        network = networks[meeting.network_id]
        address = outside_address("meetings.meeting", slug=network.slug, meeting_id=meeting.id)
        yield calendar_entry(meeting, address=address, alarms=MEETING_ALARMS)
    for network in networks.values():
        actor = actor_for(account, network)
        yield from _tasks(network, actor)
        if can_see_money(actor):
            yield from _deadlines(network, overrides)


def _tasks(network: Network, actor: Actor) -> Iterator[CalendarEntry]:
    """What this person, or the own organisation, promised by a day."""
    for task in minutes.list_own_open_tasks(network.id, actor.account_id, actor.partner_ids):
        if task.due_on is not None:
            yield CalendarEntry(
                uid=task.calendar_uid,
                title=_("Taak: %(title)s", title=task.title),
                starts=task.due_on,
                text=task.who,
                address=outside_address("meetings.promises", slug=network.slug),
                alarms=DAY_ALARMS,
            )


def _deadlines(network: Network, overrides: tuple[Decision, ...]) -> Iterator[CalendarEntry]:
    """The deadlines from last year's money to next year's, on the network's own days; what is done is no longer one."""
    years = range(today().year - 1, today().year + 2)
    for term in list_terms(network, years, today=today(), overrides=overrides):
        if term.due is None or not (term.is_open or term.is_change):
            continue
        yield CalendarEntry(
            uid=f"{term.key}-{term.year}-{network.slug}@vrijetijdsnetwerk".lower(),
            title=f"{network.name}: {in_words(term.title)}",
            starts=term.due,
            text=term.source,
            address=outside_address("years.year", slug=network.slug, year=term.year),
            alarms=DEADLINE_ALARMS,
        )
