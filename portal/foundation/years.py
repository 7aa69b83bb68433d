"""Calendar years and spans of days with an open or closed end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

FIRST_YEAR = 2003  # the first federal decree
LAST_YEAR = 2099


@dataclass(frozen=True)
class Span:
    """From a day until and including another; `until` None means no end yet."""

    start: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day <= self.until)

    def overlaps(self, other: Span) -> bool:
        ends_before = self.until is not None and self.until < other.start
        starts_after = other.until is not None and other.until < self.start
        return not (ends_before or starts_after)

    def touches_year(self, year: int) -> bool:
        return self.overlaps(year_span(year))


def year_span(year: int) -> Span:
    """1 January to 31 December."""
    return Span(date(year, 1, 1), date(year, 12, 31))


def first_overlap(spans: Iterable[Span]) -> tuple[Span, Span] | None:
    """Two spans that share a day, or None."""
    ordered = sorted(spans, key=lambda span: span.start)
    for earlier, later in pairwise(ordered):
        if earlier.overlaps(later):
            return earlier, later
    return None
