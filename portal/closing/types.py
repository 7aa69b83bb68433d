"""The words of closing a year: what is checked before, what is kept of it, and how a deadline stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from portal.foundation.finding import Severity
from portal.foundation.wording import Wording, say


@dataclass(frozen=True)
class Closure:
    """That a year is closed, as far as pages and rules need to know."""

    year: int
    closed_at: datetime
    closed_by: str


@dataclass(frozen=True)
class KeptRecord:
    """A paper or a list of a year as text: `kind` is "paper:<kind>" or "list:<name>"."""

    kind: str
    content: str


@dataclass(frozen=True)
class ChecklistItem:
    """Something that a year still lacks. An error stops the closing; a warning must have been seen."""

    about: str  # of which paper, or "year"
    severity: Severity
    sentence: Wording
    count: int = 1
    endpoint: str = ""
    values: Mapping[str, str | int] | None = None

    @property
    def blocks(self) -> bool:
        return self.severity is Severity.ERROR


class DeadlineState(StrEnum):
    """How a deadline stands."""

    OPEN = "deadline-open"
    DONE = "deadline-done"
    OVERDUE = "deadline-overdue"
    SKIPPED = "deadline-skipped"


DEADLINE_STATE_LABELS = {
    DeadlineState.OPEN: say("nog te doen"),
    DeadlineState.DONE: say("gedaan"),
    DeadlineState.OVERDUE: say("te laat"),
    DeadlineState.SKIPPED: say("overgeslagen"),
}


@dataclass(frozen=True)
class MarkFacts:
    """What a network noted about a deadline."""

    planned_on: date | None = None
    done_on: date | None = None
    skipped_reason: str = ""
    reminded_on: date | None = None


class Difference(StrEnum):
    """What became of a paper or a list between two closings."""

    SAME = "closing-same"
    CHANGED = "closing-changed"
    ADDED = "closing-added"
    GONE = "closing-gone"


DIFFERENCE_LABELS = {
    Difference.SAME: say("hetzelfde"),
    Difference.CHANGED: say("veranderd"),
    Difference.ADDED: say("nieuw"),
    Difference.GONE: say("niet meer bij"),
}
