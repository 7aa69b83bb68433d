"""All measures of voice of a year and of the years before it, as the network sees them and as others may."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from portal.dashboards.voice.answering import (
    AnswerTimes,
    Telling,
    WaitStep,
    measure_answers,
    measure_steps,
    measure_telling,
    telling_outside,
    times_outside,
)
from portal.dashboards.voice.behind import Behind, measure_behind
from portal.dashboards.voice.gathering import Gathering, gathering_outside, measure_gathering
from portal.dashboards.voice.groups import Groups, by_channel, by_road, by_speaker, by_threshold, without_small
from portal.dashboards.voice.steering import Steering, measure_steering, steering_outside
from portal.dashboards.voice.types import Count, Road, VoiceRow, VoiceRows, share_of
from portal.participation.small_groups import shown_count

TREND_YEARS = 5


@dataclass(frozen=True)
class YearPoint:
    """One year of the trend."""

    year: int
    voices: Count
    telling: Telling
    steering: Steering
    roads: Groups
    times: AnswerTimes
    gathering: Gathering

    @property
    def informal_share(self) -> Fraction | None:
        """Of the voices, those heard in between."""
        known = {one.key: one.voices for one in self.roads}
        return share_of(known[Road.INFORMAL], self.voices)

    @property
    def is_empty(self) -> bool:
        met = self.gathering.meetings + self.gathering.contacts + self.gathering.rounds
        return self.voices == 0 and not met


@dataclass(frozen=True)
class VoiceYear:
    """The dashboard of one year; `by_channel` and `steps` are empty outside the network."""

    year: int
    now: YearPoint
    by_channel: Groups
    by_threshold: Groups
    by_speaker: Groups
    steps: tuple[WaitStep, ...]
    behind: Behind
    trend: tuple[YearPoint, ...]
    is_outside: bool = False


def measure_voice(rows: VoiceRows, year: int, today: date) -> VoiceYear:
    """A voice belongs to the year in which it was received; the trend begins with the first year that has anything."""
    points = [_point(rows, one, today) for one in range(year - TREND_YEARS + 1, year + 1)]
    while len(points) > 1 and points[0].is_empty:
        points.pop(0)
    of_year = _received_in(rows, year)
    return VoiceYear(
        year=year,
        now=points[-1],
        by_channel=by_channel(of_year),
        by_threshold=by_threshold(of_year),
        by_speaker=by_speaker(of_year),
        steps=measure_steps(of_year, today),
        behind=measure_behind(rows.actions, rows.behind),
        trend=tuple(points),
    )


def _received_in(rows: VoiceRows, year: int) -> list[VoiceRow]:
    return [row for row in rows.voices if row.received_on.year == year]


def _point(rows: VoiceRows, year: int, today: date) -> YearPoint:
    voices = _received_in(rows, year)
    meetings = [row for row in rows.meetings if row.on.year == year]
    contacts = [on for on in rows.contacts if on.year == year]
    rounds = [on for on in rows.rounds if on.year == year]
    return YearPoint(
        year=year,
        voices=len(voices),
        telling=measure_telling(voices),
        steering=measure_steering(voices),
        roads=by_road(voices),
        times=measure_answers(voices, today),
        gathering=measure_gathering(meetings, contacts, rounds, today),
    )


def as_seen_outside(found: VoiceYear) -> VoiceYear:
    """Without groups under five, and without details from which such a group could be worked out.

    Roads are shown and channels are not: a road less its other channels would tell the small one. For the same reason
    nothing is told of each group, and of answers only whether they came.
    """
    trend = tuple(map(_point_outside, found.trend))
    return replace(
        found,
        now=trend[-1],
        by_channel=(),
        by_threshold=without_small(found.by_threshold),
        by_speaker=without_small(found.by_speaker),
        steps=(),
        trend=trend,
        is_outside=True,
    )


def _point_outside(point: YearPoint) -> YearPoint:
    return replace(
        point,
        voices=shown_count(point.voices or 0),
        telling=telling_outside(point.telling),
        steering=steering_outside(point.steering),
        roads=without_small(point.roads),
        times=times_outside(point.times),
        gathering=gathering_outside(point.gathering),
    )
