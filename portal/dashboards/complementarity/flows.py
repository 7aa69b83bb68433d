"""Money from streams through actions to thresholds, without losing a cent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from portal.dashboards.types import ActionRow, Paid
from portal.foundation.money import split_cents

MOST_ACTIONS = 12
OTHER = "other"
NONE = "none"


class FlowStage(StrEnum):
    """The three columns of the flow."""

    STREAM = "stream"
    ACTION = "action"
    THRESHOLD = "threshold"


@dataclass(frozen=True)
class FlowNode:
    """A stream, an action or a threshold with the money that passes it.

    The key is a code or the id of an action; `other` holds the smaller actions, `none` what has no action or
    no threshold. `count` is the number of actions in the node.
    """

    stage: FlowStage
    key: str
    title: str
    cents: int
    count: int = 1


@dataclass(frozen=True)
class Flow:
    """Money between two nodes, by their place in the list of nodes."""

    source: int
    target: int
    cents: int


@dataclass(frozen=True)
class Flows:
    """Nodes of each column, most money first, and what flows between them."""

    nodes: tuple[FlowNode, ...] = ()
    links: tuple[Flow, ...] = ()
    total_cents: int = 0


Place = tuple[FlowStage, str]


def measure_flows(actions: Iterable[ActionRow], money: Iterable[Paid], *, most: int = MOST_ACTIONS) -> Flows:
    """The flows of spent or planned money; the `most` largest actions by name, the rest together.

    The money of an action is divided equally over its thresholds, to the cent.
    """
    known = {row.id: row for row in actions}
    paid = _by_action(known, money)
    shown = _largest(paid, most)
    amounts: dict[tuple[Place, Place], int] = defaultdict(int)
    members: dict[str, set[int | None]] = defaultdict(set)
    for action_id, by_stream in paid.items():
        key = _action_key(action_id, shown)
        members[key].add(action_id)
        for stream, cents in by_stream.items():
            amounts[(FlowStage.STREAM, stream), (FlowStage.ACTION, key)] += cents
        for threshold, cents in _over_thresholds(known.get(action_id or 0), sum(by_stream.values())):
            amounts[(FlowStage.ACTION, key), (FlowStage.THRESHOLD, threshold)] += cents
    return _flows(amounts, known, members)


def _by_action(known: Mapping[int, ActionRow], money: Iterable[Paid]) -> dict[int | None, dict[str, int]]:
    """Cents per action and stream; what points at no action of the year has action None."""
    paid: dict[int | None, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in money:
        if row.cents > 0:
            paid[row.action_id if row.action_id in known else None][row.stream] += row.cents
    return paid


def _largest(paid: Mapping[int | None, Mapping[str, int]], most: int) -> set[int]:
    """The actions that are shown by name; one action alone is never called "other"."""
    ranked = sorted((key for key in paid if key is not None), key=lambda key: (-sum(paid[key].values()), key))
    return set(ranked if len(ranked) <= most + 1 else ranked[:most])


def _action_key(action_id: int | None, shown: set[int]) -> str:
    if action_id is None:
        return NONE
    return str(action_id) if action_id in shown else OTHER


def _over_thresholds(action: ActionRow | None, cents: int) -> list[tuple[str, int]]:
    keys = sorted(set(action.thresholds)) if action else []
    if not keys:
        return [(NONE, cents)]
    return list(zip(keys, split_cents(cents, [1] * len(keys)), strict=True))


def _flows(
    amounts: Mapping[tuple[Place, Place], int],
    known: Mapping[int, ActionRow],
    members: Mapping[str, set[int | None]],
) -> Flows:
    through: dict[Place, int] = defaultdict(int)
    for (source, target), cents in amounts.items():
        if source[0] is FlowStage.STREAM:
            through[source] += cents
        through[target] += cents
    order = sorted(
        through, key=lambda place: (list(FlowStage).index(place[0]), _rest(place[1]), -through[place], place)
    )
    at = {place: number for number, place in enumerate(order)}
    nodes = tuple(
        FlowNode(stage, key, _title(stage, key, known), through[stage, key], len(members.get(key, ())) or 1)
        for stage, key in order
    )
    links = sorted(
        (Flow(at[source], at[target], cents) for (source, target), cents in amounts.items() if cents),
        key=lambda link: (link.source, link.target),
    )
    return Flows(nodes, tuple(links), sum(node.cents for node in nodes if node.stage is FlowStage.STREAM))


def _rest(key: str) -> int:
    """What is not one thing stands last."""
    return {OTHER: 1, NONE: 2}.get(key, 0)


def _title(stage: FlowStage, key: str, known: Mapping[int, ActionRow]) -> str:
    if stage is FlowStage.ACTION and key not in (OTHER, NONE):
        return known[int(key)].title
    return key
