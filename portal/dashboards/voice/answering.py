"""How long people wait for an answer, and whether it came back to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from portal.dashboards.voice.types import Count, VoiceRow, share_of
from portal.participation.small_groups import is_small, shown_counts

NINETIETH = Fraction(9, 10)
STEPS = (7, 14, 30, 60, 90)  # days; the last step is everything above


@dataclass(frozen=True)
class Waits:
    """Days of waiting; the two measures are None when there are no days, or too few to show."""

    count: Count = 0
    median: Fraction | None = None
    ninetieth: int | None = None
    longest: int | None = None


@dataclass(frozen=True)
class AnswerTimes:
    """From the day of the voice to the decision and to telling back; `open` waits since that day until today."""

    decided: Waits
    told: Waits
    undecided: Waits
    untold: Waits


@dataclass(frozen=True)
class WaitStep:
    """Voices that waited at most so many days, and more than the step before; `until` None has no end."""

    over: int
    until: int | None
    decided: int
    undecided: int


@dataclass(frozen=True)
class Telling:
    """Who heard back; the details are None outside the network."""

    told: Count
    untold: Count
    in_time: Count = None
    late: Count = None
    decided: Count = None
    undecided: Count = None

    @property
    def share(self) -> Fraction | None:
        return None if self.told is None or self.untold is None else share_of(self.told, self.told + self.untold)


def median(days: Iterable[int]) -> Fraction | None:
    """The middle of the ordered days; of an even number the mean of the two in the middle."""
    row = sorted(days)
    if not row:
        return None
    half = len(row) // 2
    return Fraction(row[half]) if len(row) % 2 else Fraction(row[half - 1] + row[half], 2)


def percentile(days: Iterable[int], part: Fraction) -> int | None:
    """The nearest rank: the smallest value that at least this part of all values do not exceed."""
    row = sorted(days)
    return row[max(0, -(-part.numerator * len(row) // part.denominator) - 1)] if row else None


def waits_of(days: Iterable[int]) -> Waits:
    row = list(days)
    return Waits(len(row), median(row), percentile(row, NINETIETH), max(row, default=None))


def days_between(first: date, last: date) -> int:
    """Never less than nothing: a day that was mended later may come out before the voice."""
    return max(0, (last - first).days)


def measure_answers(voices: Sequence[VoiceRow], today: date) -> AnswerTimes:
    """Waiting of all voices; open ones are as old as they are today, and stand apart."""
    return AnswerTimes(
        decided=waits_of(days_between(row.received_on, row.answered_on) for row in voices if row.answered_on),
        told=waits_of(days_between(row.received_on, row.told_on) for row in voices if row.told_on),
        undecided=waits_of(days_between(row.received_on, today) for row in voices if not row.answered_on),
        untold=waits_of(days_between(row.received_on, today) for row in voices if row.answered_on and not row.told_on),
    )


def measure_steps(voices: Sequence[VoiceRow], today: date) -> tuple[WaitStep, ...]:
    """How many voices waited how long for a decision, and how many still do."""
    decided = [days_between(row.received_on, row.answered_on) for row in voices if row.answered_on]
    undecided = [days_between(row.received_on, today) for row in voices if not row.answered_on]
    starts = (-1, *STEPS)
    return tuple(
        WaitStep(over + 1, until, _between(decided, over, until), _between(undecided, over, until))
        for over, until in zip(starts, (*STEPS, None), strict=True)
    )


def _between(days: Iterable[int], over: int, until: int | None) -> int:
    return sum(1 for one in days if one > over and (until is None or one <= until))


def measure_telling(voices: Sequence[VoiceRow]) -> Telling:
    """Four parts that hold every voice once."""
    in_time = sum(1 for row in voices if row.told_on and row.told_on <= row.promised_on)
    told = sum(1 for row in voices if row.told_on)
    decided = sum(1 for row in voices if row.answered_on and not row.told_on)
    untold = len(voices) - told
    return Telling(told, untold, in_time, told - in_time, decided, untold - decided)


def telling_outside(telling: Telling) -> Telling:
    """Only whether people heard back, and not when one of the two groups is small."""
    shown = shown_counts({True: telling.told or 0, False: telling.untold or 0})
    return Telling(shown[True], shown[False])


def times_outside(times: AnswerTimes) -> AnswerTimes:
    """How long it took a group of five or more; how many there were would tell how many there are not."""
    return AnswerTimes(*(_waits_outside(one) for one in (times.decided, times.told, times.undecided, times.untold)))


def _waits_outside(waits: Waits) -> Waits:
    if is_small(waits.count or 0):
        return Waits(None)
    return replace(waits, count=None if waits.count else 0, longest=None)
