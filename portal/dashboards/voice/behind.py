"""Actions with and without a voice behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from portal.dashboards.voice.types import BehindRow, PlannedRow, Standing, share_of

STRENGTH: Mapping[Standing, int] = {standing: place for place, standing in enumerate(Standing)}


@dataclass(frozen=True)
class Behind:
    """The actions of a year by the strongest thing that a voice is to them, each in the order of their titles."""

    actions: Mapping[Standing, tuple[PlannedRow, ...]]

    @property
    def total(self) -> int:
        return sum(map(len, self.actions.values()))

    @property
    def without(self) -> tuple[PlannedRow, ...]:
        return self.actions[Standing.NONE]

    @property
    def share(self) -> Fraction | None:
        """The share of actions with a voice behind them."""
        return share_of(self.total - len(self.without), self.total)


def measure_behind(actions: Iterable[PlannedRow], behind: Iterable[BehindRow]) -> Behind:
    strongest: dict[int, Standing] = {}
    for row in behind:
        held = strongest.get(row.action_id, Standing.NONE)
        strongest[row.action_id] = min(held, row.standing, key=STRENGTH.__getitem__)
    found: dict[Standing, list[PlannedRow]] = {standing: [] for standing in Standing}
    for action in sorted(actions, key=lambda one: (one.title.casefold(), one.id)):
        found[strongest.get(action.id, Standing.NONE)].append(action)
    return Behind({standing: tuple(rows) for standing, rows in found.items()})
