"""Missed potential: drawing right or own money spent on what federal money could still have paid.

Every euro counts once. Of an expense only its chargeable rest can move: what federal money may pay of it, less what
it pays already. Clusters that share one granted amount share its room, and money may shift between them (FED-CLUS-5).
The total is the largest that is possible (a maximum flow).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

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


def _alone(stream: str) -> str:
    """A stream with an amount of its own."""
    return stream


def measure_missed_potential(
    spending: Iterable[SpendingRow],
    *,
    left: Mapping[str, int],
    eligible: Callable[[SpendingRow], Collection[str]],
    paid_by: Collection[str],
    pool_of: Callable[[str], str] = _alone,
    chargeable: Callable[[SpendingRow], int] | None = None,
) -> MissedPotential:
    """`left`: cents that each pool still has; `paid_by`: the streams of drawing right and own money.

    `chargeable`: the most that federal money may pay of the expense of a row; without it, everything.
    """
    held = list(spending)
    rest = _rests(held, paid_by, chargeable)
    # per row: each pool with room, and the stream of it that fits first
    fitting: dict[tuple[int, str], dict[str, str]] = {}
    rows: dict[Choice, list[SpendingRow]] = defaultdict(list)
    for row in _capped(held, paid_by, rest):
        codes = [code for code in eligible(row) if left.get(pool_of(code), 0) > 0 and code not in paid_by]
        if codes:
            fitting[row.expense_id, row.stream] = {pool_of(code): code for code in reversed(codes)}
            rows[frozenset(fitting[row.expense_id, row.stream])].append(row)
    moved = _largest_flow({choice: sum(row.cents for row in some) for choice, some in rows.items()}, left)
    costs = [
        replace(cost, could_be=fitting[row.expense_id, row.stream][cost.could_be])
        for choice in rows
        for row, cost in _per_cost(rows[choice], moved[choice])
    ]
    by_stream: dict[str, int] = defaultdict(int)
    for cost in costs:
        by_stream[cost.could_be] += cost.cents
    return MissedPotential(
        sum(by_stream.values()),
        tuple(sorted(by_stream.items(), key=lambda item: (-item[1], item[0]))),
        tuple(sorted(costs, key=lambda one: (-one.cents, one.expense_id, one.paid_by, one.could_be))),
    )


def _rests(
    spending: Iterable[SpendingRow], paid_by: Collection[str], chargeable: Callable[[SpendingRow], int] | None
) -> dict[int, int] | None:
    """Per expense what federal money may still pay of it; None when nobody says how much that is."""
    if chargeable is None:
        return None
    rest: dict[int, int] = {}
    for row in spending:
        rest.setdefault(row.expense_id, chargeable(row))
        rest[row.expense_id] -= 0 if row.stream in paid_by else row.cents
    return rest


def _capped(
    spending: Sequence[SpendingRow], paid_by: Collection[str], rest: Mapping[int, int] | None
) -> list[SpendingRow]:
    """The rows that can move, each cut to what is left of its expense; drawing right and own money in fixed order."""
    movable = [row for row in spending if row.stream in paid_by and row.cents > 0]
    if rest is None:
        return movable
    free, found = dict(rest), []
    for row in sorted(movable, key=lambda one: (one.expense_id, -one.cents, one.stream)):
        part = min(row.cents, free[row.expense_id])
        if part > 0:
            free[row.expense_id] -= part
            found.append(replace(row, cents=part))
    return found


def _per_cost(rows: Sequence[SpendingRow], moved: Mapping[str, int]) -> list[tuple[SpendingRow, MissedCost]]:
    """Divide what a group of rows may move over its rows, the largest first."""
    room = deque((code, moved[code]) for code in sorted(moved) if moved[code])
    costs = []
    for row in sorted(rows, key=lambda one: (-one.cents, one.expense_id, one.stream)):
        open_cents = row.cents
        while open_cents and room:
            code, cents = room.popleft()
            part = min(open_cents, cents)
            missed = MissedCost(row.expense_id, row.number, row.description, row.action_id, row.stream, code, part)
            costs.append((row, missed))
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
