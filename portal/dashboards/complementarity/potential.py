"""Missed potential: drawing right or own money spent on what a federal cluster could still have paid.

Every euro counts once: an expense that fits two clusters uses the money of one of them, and together the
expenses never use more than a cluster has left. The total is the largest that is possible (a maximum flow).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from portal.dashboards.types import SpendingRow


@dataclass(frozen=True)
class MissedCost:
    """Of an expense, the cents that another stream could have paid."""

    expense_id: int
    number: int
    description: str
    action_id: int | None
    paid_by: str
    could_be: str
    cents: int


@dataclass(frozen=True)
class MissedPotential:
    """What could have been paid by clusters with money left, in all, per cluster, and per expense."""

    total_cents: int = 0
    by_stream: tuple[tuple[str, int], ...] = ()
    costs: tuple[MissedCost, ...] = ()


Choice = frozenset[str]


def measure_missed_potential(
    spending: Iterable[SpendingRow],
    *,
    left: Mapping[str, int],
    eligible: Callable[[SpendingRow], Collection[str]],
    paid_by: Collection[str],
) -> MissedPotential:
    """`left`: cents that each cluster still has; `paid_by`: the streams of drawing right and own money."""
    rows: dict[Choice, list[SpendingRow]] = defaultdict(list)
    for row in spending:
        if row.stream in paid_by and row.cents > 0:
            choice = frozenset(code for code in eligible(row) if left.get(code, 0) > 0 and code not in paid_by)
            if choice:
                rows[choice].append(row)
    moved = _largest_flow({choice: sum(row.cents for row in held) for choice, held in rows.items()}, left)
    costs = [cost for choice in rows for cost in _per_cost(rows[choice], moved[choice])]
    by_stream: dict[str, int] = defaultdict(int)
    for cost in costs:
        by_stream[cost.could_be] += cost.cents
    return MissedPotential(
        sum(by_stream.values()),
        tuple(sorted(by_stream.items(), key=lambda item: (-item[1], item[0]))),
        tuple(sorted(costs, key=lambda one: (-one.cents, one.expense_id, one.paid_by, one.could_be))),
    )


def _per_cost(rows: Sequence[SpendingRow], moved: Mapping[str, int]) -> list[MissedCost]:
    """Divide what a group of rows may move over its rows, the largest first."""
    room = deque((code, moved[code]) for code in sorted(moved) if moved[code])
    costs = []
    for row in sorted(rows, key=lambda one: (-one.cents, one.expense_id, one.stream)):
        open_cents = row.cents
        while open_cents and room:
            code, cents = room.popleft()
            part = min(open_cents, cents)
            costs.append(MissedCost(row.expense_id, row.number, row.description, row.action_id, row.stream, code, part))
            open_cents -= part
            if cents > part:
                room.appendleft((code, cents - part))
    return costs


def _largest_flow(supply: Mapping[Choice, int], left: Mapping[str, int]) -> dict[Choice, dict[str, int]]:
    """Cents from each group of equal choices to each cluster, in all as much as possible."""
    order = sorted(supply, key=lambda choice: (len(choice), sorted(choice)))
    open_supply, open_room = dict(supply), {code: max(cents, 0) for code, cents in left.items()}
    flow: dict[Choice, dict[str, int]] = {choice: dict.fromkeys(sorted(choice), 0) for choice in order}
    for start in order:
        while open_supply[start]:
            path = _way_to_room(start, flow, open_room)
            if not path:
                break
            back = [flow[group][code] for group, code, forward in path if not forward]
            part = min(open_supply[start], open_room[path[-1][1]], *back)
            for group, code, forward in path:
                flow[group][code] += part if forward else -part
            open_supply[start] -= part
            open_room[path[-1][1]] -= part
    return flow


def _way_to_room(
    start: Choice, flow: Mapping[Choice, Mapping[str, int]], room: Mapping[str, int]
) -> list[tuple[Choice, str, bool]]:
    """The shortest chain of moves to a cluster with room; a step back frees what another group uses."""
    ways: dict[Choice, list[tuple[Choice, str, bool]]] = {start: []}
    queue, seen = deque([start]), set[str]()
    while queue:
        group = queue.popleft()
        for code in flow[group]:
            if code in seen:
                continue
            seen.add(code)
            way = [*ways[group], (group, code, True)]
            if room.get(code, 0) > 0:
                return way
            for other, held in flow.items():
                if other not in ways and held.get(code, 0) > 0:
                    ways[other] = [*way, (other, code, False)]
                    queue.append(other)
    return []
