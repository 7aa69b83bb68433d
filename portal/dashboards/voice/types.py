"""The plain rows that the dashboard of voice counts, and the roads by which a voice comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from portal.dashboards.balance import NO_GROUP
from portal.foundation.wording import say
from portal.participation.types import Channel, Outcome

Count = int | None  # None where a small group may not be shown


class Road(StrEnum):
    """Whether somebody asked for it at a set moment, heard it in between, or got it written without asking."""

    FORMAL = "formal"
    INFORMAL = "informal"
    WRITTEN = "written"


ROAD_LABELS = {
    Road.FORMAL: say("formeel: op overleg of bij nalezen"),
    Road.INFORMAL: say("informeel: gesprek of bezoek"),
    Road.WRITTEN: say("zelf geschreven"),
}

ROADS: Mapping[str, Road] = {
    Channel.MEETING: Road.FORMAL,
    Channel.REVIEW: Road.FORMAL,
    Channel.PROOFREADING: Road.FORMAL,
    Channel.INFORMAL: Road.INFORMAL,
    Channel.VISIT: Road.INFORMAL,
    Channel.LETTER_BOX: Road.WRITTEN,
    Channel.OPEN_PAGE: Road.WRITTEN,
    Channel.PORTAL: Road.WRITTEN,
}


@dataclass(frozen=True)
class VoiceRow:
    """A voice that was not taken back; `effects` counts the actions and decisions that it opened or altered."""

    id: int
    received_on: date
    channel: str
    speaker: str
    promised_on: date
    threshold: str = NO_GROUP
    outcome: str = ""
    answered_on: date | None = None
    told_on: date | None = None
    effects: int = 0

    @property
    def road(self) -> Road:
        return ROADS[self.channel]

    @property
    def steers(self) -> bool:
        """Something changed because of it, whatever the answer was."""
        return self.effects > 0

    @property
    def is_adopted(self) -> bool:
        return self.outcome in (Outcome.ADOPTED, Outcome.PARTLY_ADOPTED)


class Standing(StrEnum):
    """What a voice is to an action, the strongest first."""

    OPENED = "opened"
    CHANGED = "changed"
    ABOUT = "about"
    NONE = "none"


STANDING_LABELS = {
    Standing.OPENED: say("door inbreng begonnen"),
    Standing.CHANGED: say("door inbreng veranderd"),
    Standing.ABOUT: say("wel inbreng, nog niets veranderd"),
    Standing.NONE: say("zonder inbreng"),
}


@dataclass(frozen=True)
class PlannedRow:
    """An action of the year that was not dropped."""

    id: int
    title: str


@dataclass(frozen=True)
class BehindRow:
    """A voice, of whatever year, behind an action of this year."""

    action_id: int
    standing: Standing


@dataclass(frozen=True)
class MeetingRow:
    """A meeting that was not cancelled; `experts` is None while nobody wrote down how many there were."""

    on: date
    at_association: bool = False
    experts: int | None = None
    with_association: bool = False


@dataclass(frozen=True)
class VoiceRows:
    """Everything that the dashboard counts, of the year and of the years before it."""

    voices: tuple[VoiceRow, ...] = ()
    actions: tuple[PlannedRow, ...] = ()
    behind: tuple[BehindRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    contacts: tuple[date, ...] = ()
    rounds: tuple[date, ...] = ()


def share_of(part: Count, whole: Count) -> Fraction | None:
    """A share from 0 to 1; None of nothing, and of what may not be shown."""
    return None if part is None or not whole else Fraction(part, whole)
