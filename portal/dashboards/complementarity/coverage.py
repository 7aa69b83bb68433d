"""Coverage of each threshold for each target group: a gap, one measure, several, or an overlap.

Gap: no action. One: one action. Several: two or more actions that complement one another. Overlap: two or
more actions of which at least two meet the same need without a link (see `overlaps`). Ideas and planned
actions count, dropped ones do not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portal.dashboards.complementarity.overlaps import SameNeed
from portal.dashboards.types import ActionRow
from portal.foundation.wording import say
from portal.plans.types import TargetGroup, Threshold

ALL_THRESHOLDS: tuple[str, ...] = tuple(Threshold)
ALL_GROUPS: tuple[str, ...] = tuple(TargetGroup)


class CoverageState(StrEnum):
    """In the order of the drawing, from nothing to too much."""

    GAP = "gap"
    ONE = "one"
    SEVERAL = "several"
    OVERLAP = "overlap"


COVERAGE_LABELS = {
    CoverageState.GAP: say("geen actie"),
    CoverageState.ONE: say("één actie"),
    CoverageState.SEVERAL: say("meer acties"),
    CoverageState.OVERLAP: say("overlap"),
}


COVERAGE_MARKS = {
    CoverageState.GAP: "–",
    CoverageState.ONE: "1",
    CoverageState.SEVERAL: "2+",
    CoverageState.OVERLAP: "!",
}


@dataclass(frozen=True)
class CoverageCell:
    """One threshold for one target group."""

    threshold: str
    target_group: str
    state: CoverageState
    action_ids: tuple[int, ...]


@dataclass(frozen=True)
class Coverage:
    """Every cell, row by row; `unplaced` are working actions without a threshold or a target group."""

    thresholds: tuple[str, ...]
    target_groups: tuple[str, ...]
    cells: tuple[CoverageCell, ...]
    unplaced: tuple[ActionRow, ...]

    @property
    def gaps(self) -> tuple[CoverageCell, ...]:
        return tuple(cell for cell in self.cells if cell.state is CoverageState.GAP)

    @property
    def overlaps(self) -> tuple[CoverageCell, ...]:
        return tuple(cell for cell in self.cells if cell.state is CoverageState.OVERLAP)

    @property
    def open_thresholds(self) -> tuple[str, ...]:
        """Thresholds that no action of any group touches."""
        covered = {cell.threshold for cell in self.cells if cell.action_ids}
        return tuple(key for key in self.thresholds if key not in covered)

    @property
    def open_groups(self) -> tuple[str, ...]:
        """Target groups that no action reaches."""
        covered = {cell.target_group for cell in self.cells if cell.action_ids}
        return tuple(key for key in self.target_groups if key not in covered)

    def row(self, threshold: str) -> tuple[CoverageCell, ...]:
        return tuple(cell for cell in self.cells if cell.threshold == threshold)


def measure_coverage(
    actions: Iterable[ActionRow],
    same_needs: Iterable[SameNeed] = (),
    *,
    thresholds: Sequence[str] = ALL_THRESHOLDS,
    target_groups: Sequence[str] = ALL_GROUPS,
) -> Coverage:
    """The coverage of a year; `same_needs` are the overlaps that were found among the same actions."""
    working = [row for row in actions if row.counts]
    covered: dict[tuple[str, str], set[int]] = defaultdict(set)
    for row in working:
        for threshold in row.thresholds:
            for group in row.target_groups:
                covered[threshold, group].add(row.id)
    double = {
        (threshold, group) for need in same_needs for threshold in need.thresholds for group in need.target_groups
    }
    cells = tuple(
        _cell(threshold, group, covered[threshold, group], (threshold, group) in double)
        for threshold in thresholds
        for group in target_groups
    )
    unplaced = [row for row in working if not row.thresholds or not row.target_groups]
    return Coverage(
        tuple(thresholds),
        tuple(target_groups),
        cells,
        tuple(sorted(unplaced, key=lambda row: (row.title, row.id))),
    )


def _cell(threshold: str, group: str, action_ids: set[int], is_double: bool) -> CoverageCell:
    if not action_ids:
        state = CoverageState.GAP
    elif len(action_ids) == 1:
        state = CoverageState.ONE
    else:
        state = CoverageState.OVERLAP if is_double else CoverageState.SEVERAL
    return CoverageCell(threshold, group, state, tuple(sorted(action_ids)))
