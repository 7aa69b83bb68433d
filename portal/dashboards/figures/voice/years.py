"""Voice through the years: counts, shares, and days of waiting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from portal.dashboards.figures.voice.answers import PERCENTILE_FORMULA
from portal.dashboards.figures.voice.words import (
    COUNTING,
    MEETING_SOURCE,
    VOICE_SOURCE,
    days_text,
    too_small,
    with_hiding,
    year_text,
)
from portal.dashboards.figures.words import amount, filled, joined, percent
from portal.dashboards.types import Figure, FigureKind, Number, Series, Table, Text, Unit
from portal.dashboards.voice.measures import VoiceYear, YearPoint
from portal.foundation.wording import Wording, say

Line = tuple[Wording, Callable[[YearPoint], Number | None]]


class VoiceTrend(StrEnum):
    """What is followed through the years."""

    COUNTS = "counts"
    SHARES = "shares"
    DAYS = "days"


TREND_LABELS: Mapping[str, Text] = {
    VoiceTrend.COUNTS: say("Aantallen"),
    VoiceTrend.SHARES: say("Aandelen"),
    VoiceTrend.DAYS: say("Wachttijd"),
}


@dataclass(frozen=True)
class _TrendWords:
    """How a trend is drawn and told; the title is about the first line."""

    unit: Unit
    lines: tuple[Line, ...]
    title: Wording
    definition: Wording
    source: Wording
    formula: Wording | None = None


_TRENDS: Mapping[VoiceTrend, _TrendWords] = {
    VoiceTrend.COUNTS: _TrendWords(
        Unit.COUNT,
        (
            (say("Inbreng"), lambda point: point.voices),
            (say("Overleg"), lambda point: point.gathering.meetings),
            (say("Overleg bij de vereniging"), lambda point: point.gathering.at_association),
            (say("Overleg met ervaringsdeskundigen"), lambda point: point.gathering.with_experts),
            (say("Contact tussendoor"), lambda point: point.gathering.contacts),
        ),
        say("In %(year)s is er %(now)s keer inbreng, in %(before)s was het %(then)s keer."),
        COUNTING,
        joined(VOICE_SOURCE, MEETING_SOURCE),
    ),
    VoiceTrend.SHARES: _TrendWords(
        Unit.SHARE,
        (
            (say("Teruggekoppeld"), lambda point: point.telling.share),
            (say("Veranderde iets"), lambda point: point.steering.share),
            (say("Informeel"), lambda point: point.informal_share),
        ),
        say("In %(year)s is %(now)s van de inbreng teruggekoppeld, van %(before)s is dat %(then)s."),
        say("Van elk jaar het deel van alle inbreng die in dat jaar ontvangen is."),
        VOICE_SOURCE,
        say("Elk deel is geteld zoals in de figuur van dit jaar erover."),
    ),
    VoiceTrend.DAYS: _TrendWords(
        Unit.COUNT,
        (
            (say("Mediaan (dagen)"), lambda point: point.times.decided.median),
            (say("90e percentiel (dagen)"), lambda point: point.times.decided.ninetieth),
        ),
        say("In %(year)s kreeg de helft een beslissing binnen %(now)s, in %(before)s binnen %(then)s."),
        say("Dagen van inbreng tot beslissing, voor inbreng die in dat jaar kwam. Wat open staat, telt niet mee."),
        VOICE_SOURCE,
        PERCENTILE_FORMULA,
    ),
}


def voice_by_year(found: VoiceYear, trend: VoiceTrend) -> Figure:
    """At most five years up to this one, from the first that has anything."""
    words, points = _TRENDS[trend], found.trend
    return Figure(
        key=f"trend-{trend.value}",
        kind=FigureKind.LINES,
        title=_title(found, words),
        unit=words.unit,
        labels=tuple(year_text(point.year) for point in points),
        series=tuple(Series(name, tuple(value(point) for point in points)) for name, value in words.lines),
        table=Table(
            (say("Jaar"), *(name for name, _value in words.lines)),
            tuple(
                (year_text(point.year), *(amount(value(point), words.unit) for _name, value in words.lines))
                for point in points
            ),
        ),
        definition=with_hiding(words.definition, found.is_outside),
        formula=words.formula,
        source=words.source,
    )


def _title(found: VoiceYear, words: _TrendWords) -> Wording:
    _name, value = words.lines[0]
    known = [point for point in found.trend if value(point) is not None and point.voices != 0]
    if any(point.voices is None for point in found.trend) and len(known) < 2:
        return too_small(say("Door de jaren"))
    if not known:
        return say("Er zijn nog geen cijfers om door de jaren te volgen.")
    if len(known) == 1:
        return say("Alleen %(year)s heeft cijfers. Volgend jaar kan je vergelijken.", year=known[0].year)
    now, before = known[-1], known[-2]
    return filled(
        words.title,
        year=now.year,
        before=before.year,
        now=_told(value(now), words),
        then=_told(value(before), words),
    )


def _told(value: Number | None, words: _TrendWords) -> object:
    if words.unit is Unit.SHARE:
        return percent(float(value or 0))
    return days_text(value or 0) if words.formula is PERCENTILE_FORMULA else amount(value, words.unit)
