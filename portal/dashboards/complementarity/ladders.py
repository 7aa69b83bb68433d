"""Ladders: actions that step in, one after the other, where the one before is not enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portal.dashboards.types import ActionRow


@dataclass(frozen=True)
class Ladder:
    """The steps from the first measure to the last; `is_circle` when the last leads back to the first."""

    steps: tuple[ActionRow, ...]
    is_circle: bool = False


def find_ladders(actions: Iterable[ActionRow]) -> tuple[Ladder, ...]:
    """Every way from a first measure to a last one, longest first; a circle is cut at its first action."""
    known = {row.id: row for row in actions if row.counts}
    before = {row.id: row.steps_in_for_id for row in known.values() if row.steps_in_for_id in known}
    after: dict[int, list[int]] = defaultdict(list)
    for key in sorted(before):
        target = before[key]
        if target is not None:
            after[target].append(key)
    circles = _circle_starts(before)
    starts = sorted(key for key in after if key not in before or key in circles)
    ladders = [
        Ladder(tuple(known[key] for key in path), start in circles)
        for start in starts
        for path in _paths((start,), after)
    ]
    return tuple(
        sorted(ladders, key=lambda one: (-len(one.steps), [step.title for step in one.steps], one.steps[0].id))
    )


def linked_actions(actions: Iterable[ActionRow]) -> dict[int, frozenset[int]]:
    """For each action the actions it stands on a ladder with, itself included."""
    linked: dict[int, set[int]] = defaultdict(set)
    for ladder in find_ladders(actions):
        keys = {step.id for step in ladder.steps}
        for key in keys:
            linked[key] |= keys
    return {key: frozenset(keys) for key, keys in linked.items()}


def _circle_starts(before: Mapping[int, int | None]) -> frozenset[int]:
    """The lowest id of every circle; each action steps in for at most one, so circles never touch."""
    starts, done = set(), set[int]()
    for first in sorted(before):
        path: list[int] = []
        at: int | None = first
        while at is not None and at not in done:
            done.add(at)
            path.append(at)
            at = before.get(at)
        if at in path:
            starts.add(min(path[path.index(at) :]))
    return frozenset(starts)


def _paths(path: tuple[int, ...], after: Mapping[int, list[int]]) -> Iterator[tuple[int, ...]]:
    following = [key for key in after.get(path[-1], ()) if key not in path]
    if not following:
        yield path
    for key in following:
        yield from _paths((*path, key), after)
