"""What a new coordinator has to know, beside the facts of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portal.foundation.actor import Role
from portal.foundation.wording import Wording
from portal.participation.types import VoiceState
from portal.plans.types import Threshold
from portal.reports.papers.facts import YearFacts


@dataclass(frozen=True)
class ContactFact:
    """Somebody who works for a partner; never somebody who is reached."""

    partner: str
    name: str
    function: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class AccountFact:
    """Who can sign in, and as what; `last_seen` is the day of the last visit."""

    name: str
    email: str
    role: Role
    partner: str = ""
    last_seen: date | None = None


@dataclass(frozen=True)
class AgreementFact:
    partner: str
    title: str
    starts_on: date
    ends_on: date | None = None
    amount_cents: int | None = None
    signed_on: date | None = None


@dataclass(frozen=True)
class PromiseFact:
    """A decision or a task that somebody still has to do."""

    is_task: bool
    text: str
    who: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class VoiceDue:
    """A voice that did not hear back yet: its number and what it is about, without a word of it."""

    id: int
    received_on: date
    state: VoiceState
    threshold: Threshold | None = None
    promised_on: date | None = None


@dataclass(frozen=True)
class DeadlineFact:
    title: Wording
    on: date | None
    source: str = ""


@dataclass(frozen=True)
class RoundFact:
    title: str
    closes_on: date


@dataclass(frozen=True)
class MeetingFact:
    title: str
    on: date
    place: str = ""


@dataclass(frozen=True)
class HandoverFacts:
    """What a new coordinator has to know, beside the facts of the year."""

    year: YearFacts
    contacts: tuple[ContactFact, ...] = ()
    accounts: tuple[AccountFact, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    promises: tuple[PromiseFact, ...] = ()
    voices: tuple[VoiceDue, ...] = ()
    deadlines: tuple[DeadlineFact, ...] = ()
    rounds: tuple[RoundFact, ...] = ()
    meetings: tuple[MeetingFact, ...] = ()
    waiting_expenses: int = 0

    @property
    def today(self) -> date:
        return self.year.today

    @property
    def late_voices(self) -> tuple[VoiceDue, ...]:
        return tuple(one for one in self.voices if one.promised_on is not None and one.promised_on < self.today)

    @property
    def late_promises(self) -> tuple[PromiseFact, ...]:
        return tuple(one for one in self.promises if one.due_on is not None and one.due_on < self.today)
