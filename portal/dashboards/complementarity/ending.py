"""What disappears when streams end: money, the actions that live on it, and the needs that stay "
"uncovered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from portal.dashboards.types import ActionRow, Paid
from portal.foundation.money import split_cents


@dataclass(frozen=True)
class EndingAction:
    """An action that a stream which ends pays for, in part or in whole."""

    action_id: int
    title: str
    ending_cents: int
    total_cents: int

    @property
    def share(self) -> Fraction:
        return Fraction(self.ending_cents, self.total_cents)

    @property
    def is_whole(self) -> bool:
        return self.ending_cents == self.total_cents


@dataclass(frozen=True)
class Ending:
    """What is lost from one year to the next.

    `lost_cells`: pairs of threshold and target group of which every action lives on ending money alone.
    """

    streams: tuple[tuple[str, int], ...] = ()
    total_cents: int = 0
    actions: tuple[EndingAction, ...] = ()
    thresholds: tuple[tuple[str, int], ...] = ()
    lost_cells: tuple[tuple[str, str], ...] = ()

    @property
    def whole_actions(self) -> tuple[EndingAction, ...]:
        return tuple(one for one in self.actions if one.is_whole)


def measure_ending(
    actions: Iterable[ActionRow], money: Iterable[Paid], *, streams_next_year: Collection[str]
) -> Ending:
    """The money of a year on streams that the next year does not know, and what hangs on it."""
    known = {row.id: row for row in actions}
    by_stream: dict[str, int] = defaultdict(int)
    all_cents: dict[int, int] = defaultdict(int)
    ending_cents: dict[int, int] = defaultdict(int)
    for row in money:
        ends = row.stream not in streams_next_year
        if ends:
            by_stream[row.stream] += row.cents
        if row.action_id in known and row.action_id is not None:
            all_cents[row.action_id] += row.cents
            ending_cents[row.action_id] += row.cents if ends else 0
    hit = [
        EndingAction(key, known[key].title, cents, all_cents[key]) for key, cents in ending_cents.items() if cents > 0
    ]
    gone = {one.action_id for one in hit if one.is_whole}
    return Ending(
        streams=_largest_first(by_stream),
        total_cents=sum(by_stream.values()),
        actions=tuple(sorted(hit, key=lambda one: (-one.ending_cents, one.action_id))),
        thresholds=_largest_first(_by_threshold(known, ending_cents)),
        lost_cells=_lost_cells(known.values(), gone),
    )


def _largest_first(sums: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(((key, cents) for key, cents in sums.items() if cents), key=lambda item: (-item[1], item[0])))


def _by_threshold(known: Mapping[int, ActionRow], cents_of: Mapping[int, int]) -> dict[str, int]:
    """Cents over the thresholds of each action in equal parts; actions without a threshold are left out."""
    found: dict[str, int] = defaultdict(int)
    for key, cents in cents_of.items():
        thresholds = sorted(set(known[key].thresholds))
        if thresholds:
            for threshold, part in zip(thresholds, split_cents(cents, [1] * len(thresholds)), strict=True):
                found[threshold] += part
    return found


def _lost_cells(actions: Iterable[ActionRow], gone: Collection[int]) -> tuple[tuple[str, str], ...]:
    now, later = set(), set()
    for row in actions:
        if row.counts:
            cells = {(threshold, group) for threshold in row.thresholds for group in row.target_groups}
            now |= cells
            if row.id not in gone:
                later |= cells
    return tuple(sorted(now - later))
