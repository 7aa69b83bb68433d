"""The handover dossier out of the database, in a fixed number of statements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from portal.accounts.queries import list_assignments
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import in_brussels, now, today
from portal.foundation.wording import Wording
from portal.funding.awaiting import count_unapproved
from portal.funding.facts import choice_of
from portal.funding.queries import regime_overrides
from portal.funding.regimes import deadlines_of_year
from portal.meetings.queries.listed import list_coming_meetings
from portal.meetings.queries.minutes import list_open_decisions, list_open_tasks
from portal.network.models import Network, Partner
from portal.network.queries import list_partners_with_people
from portal.participation.models import Voice
from portal.participation.types import VoiceState
from portal.reports import queries
from portal.reports.papers.handover import PARTS, handover
from portal.reports.papers.handover_facts import (
    AccountFact,
    AgreementFact,
    ContactFact,
    DeadlineFact,
    HandoverFacts,
    MeetingFact,
    PromiseFact,
    RoundFact,
    VoiceDue,
)
from portal.reports.sources.year import year_facts
from portal.reports.types import Paper, PaperKind
from portal.reviews.models import ReviewRound
from portal.reviews.types import RoundState

__all__ = ["PARTS", "build", "refuse"]

MOST_VOICES = 500
MOST_MEETINGS = 20


def build(network: Network, year: int) -> Paper:
    """The dossier as things stand now; the money is of the asked year."""
    partners = list_partners_with_people(network.id)
    facts = HandoverFacts(
        year=year_facts(network, year),
        contacts=tuple(_contacts(partners)),
        accounts=tuple(_accounts(network.id)),
        agreements=tuple(_agreements(partners)),
        promises=tuple(_promises(network.id)),
        voices=tuple(_voices(network.id)),
        deadlines=tuple(_deadlines(network, year)),
        rounds=tuple(_rounds(network.id)),
        meetings=tuple(_meetings(network.id)),
        waiting_expenses=count_unapproved(network, year),
    )
    return handover(facts, queries.texts_of(network, year, PaperKind.HANDOVER))


def refuse(network: Network, year: int) -> Wording | None:
    """A dossier can always be made: also an empty network has people and dates."""
    return None


def _contacts(partners: Iterable[Partner]) -> Iterable[ContactFact]:
    for partner in partners:
        for one in partner.contacts:
            if (one.ends_on is None or one.ends_on >= today()) and partner.membership_on(today()) is not None:
                yield ContactFact(partner.name, one.person.name, one.function, one.person.email, one.person.phone)


def _accounts(network_id: int) -> Iterable[AccountFact]:
    for one in list_assignments(network_id):
        if one.ended_at is None and one.account.is_active_account:
            seen = one.account.last_seen_at
            last_seen = in_brussels(seen).date() if seen is not None else None
            partner = one.partner.name if one.partner else ""
            if one.role is Role.EXPERT:  # who lives in poverty stands in no paper by name
                yield AccountFact("", "", one.role, partner, last_seen)
            else:
                yield AccountFact(one.account.name, one.account.email, one.role, partner, last_seen)


def _agreements(partners: Iterable[Partner]) -> Iterable[AgreementFact]:
    for partner in partners:
        for one in partner.agreements:
            if one.ends_on is None or one.ends_on >= today():
                yield AgreementFact(
                    partner.name, one.title, one.starts_on, one.ends_on, one.amount_cents, one.signed_on
                )


def _promises(network_id: int) -> Iterable[PromiseFact]:
    for decision in list_open_decisions(network_id):
        partner = decision.partner.name if decision.partner else ""
        yield PromiseFact(False, decision.text, partner, decision.due_on)
    for task in list_open_tasks(network_id):
        who = task.account.name if task.account else task.partner.name if task.partner else ""
        yield PromiseFact(True, task.title, who, task.due_on)


def _voices(network_id: int) -> Iterable[VoiceDue]:
    """Without the words: numbers, days and thresholds are enough to find them in the portal."""
    wanted = (
        select(Voice.id, Voice.received_on, Voice.state, Voice.threshold, Voice.promised_on)
        .where(Voice.network_id == network_id, Voice.withdrawn_at.is_(None), Voice.state != VoiceState.TOLD_BACK)
        .order_by(Voice.promised_on, Voice.id)
        .limit(MOST_VOICES)
    )
    for row in db.session.execute(wanted):
        yield VoiceDue(row.id, row.received_on, row.state, row.threshold, row.promised_on)


def _deadlines(network: Network, year: int) -> Iterable[DeadlineFact]:
    overrides = regime_overrides()
    seen: set[tuple[str, date | None]] = set()
    for one_year in (year - 1, year, year + 1):
        for one in deadlines_of_year(one_year, overrides, choice=choice_of(network, one_year)):
            key = (str(one.title), one.on)
            if key not in seen and (one.on is not None or one_year == year):
                seen.add(key)
                yield DeadlineFact(one.title, one.on, f"{one.rule}")


def _rounds(network_id: int) -> Iterable[RoundFact]:
    wanted = select(ReviewRound.title, ReviewRound.closes_on).where(
        ReviewRound.network_id == network_id, ReviewRound.state == RoundState.OPEN
    )
    for row in db.session.execute(wanted.order_by(ReviewRound.closes_on, ReviewRound.id)):
        yield RoundFact(row.title, row.closes_on)


def _meetings(network_id: int) -> Iterable[MeetingFact]:
    for one in list_coming_meetings(network_id, now())[:MOST_MEETINGS]:
        yield MeetingFact(one.title, in_brussels(one.starts_at).date(), one.place)
