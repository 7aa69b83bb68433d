"""The words of the open page: its sections, how a voice stands on it, and what is on it as plain records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from portal.foundation.wording import Wording, say
from portal.participation.types import Outcome
from portal.plans.types import ActionStatus, Threshold


class Section(StrEnum):
    """The parts of the page, in the order that a new page has."""

    ABOUT = "about-us"
    PLAN = "this-year"
    VOICES = "what-people-told"
    COUNTS = "in-numbers"
    JOIN = "join-or-speak"


SECTION_LABELS = {
    Section.ABOUT: say("Wie we zijn"),
    Section.PLAN: say("Wat we dit jaar doen"),
    Section.VOICES: say("Wat mensen ons vertelden, en wat we ermee deden"),
    Section.COUNTS: say("Hoe vaak we luisterden"),
    Section.JOIN: say("Meedoen of iets zeggen"),
}


class SectionMove(StrEnum):
    """What a coordinator does with a section."""

    UP = "up"
    DOWN = "down"
    ON = "on"
    OFF = "off"


class Showing(StrEnum):
    """How a voice stands on the page."""

    QUOTE = "shown-literally"
    SUMMARY = "shown-in-short"


SHOWING_LABELS = {
    Showing.QUOTE: say("met de letterlijke woorden"),
    Showing.SUMMARY: say("kort verteld"),
}


@dataclass(frozen=True)
class ActionOnPage:
    """An action of the plan of this year, as anyone may read it."""

    sentence: str
    thresholds: tuple[Threshold, ...]
    months: tuple[str, ...]
    place: str
    status: ActionStatus


@dataclass(frozen=True)
class VoiceOnPage:
    """Something that was said, what the network answered, and what became different."""

    words: str
    is_quote: bool
    threshold: Threshold | None
    outcome: Outcome
    answer: str
    reason: str
    changes: tuple[str, ...]


@dataclass(frozen=True)
class CountsOnPage:
    """What was heard in a year: a number, or words in place of a number that is not told.

    The parts add up to the whole: something changed, answered but nothing changed, not answered yet. They are only
    given beside a whole that is told.
    """

    year: int
    heard: int | Wording
    parts: tuple[tuple[Wording, int | Wording], ...]


@dataclass(frozen=True)
class LeftOut:
    """Something that is not on the page, and why."""

    name: str
    reason: Wording
    record_id: int


@dataclass(frozen=True)
class PartnerOnPage:
    """An organisation that works along now."""

    name: str
    kind: StrEnum


@dataclass(frozen=True)
class MeetingOnPage:
    """The next meeting where everybody is welcome."""

    title: str
    starts_at: datetime
    ends_at: datetime
    place: str


@dataclass(frozen=True)
class Contents:
    """Everything of a page that its reader may see, and for the coordinator what is left out."""

    partners: Sequence[PartnerOnPage]
    actions: Sequence[ActionOnPage]
    actions_left_out: Sequence[LeftOut]
    voices: Sequence[VoiceOnPage]
    voices_left_out: Sequence[LeftOut]
    counts: CountsOnPage
    meeting: MeetingOnPage | None
    has_plan: bool
