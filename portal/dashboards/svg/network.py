"""The picture of a network: partners on two arcs with their names outside, lines between those that work
together.

Each partner has a row of its own at its side of the picture, and the picture is as high as the rows need:
names can never overlap, however many partners there are.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from portal.dashboards.svg.marks import (
    SIZE,
    Attribute,
    Writer,
    drawing,
    element,
    filled,
    hint,
    lines_of,
    stroked,
    words,
)
from portal.dashboards.types import Figure, Node

WIDTH, SIDE = 900, 230
ROW = 40.0  # two lines of words and a little air
THINNEST, THICKEST = 1.0, 9.0


def draw_network(figure: Figure, write: Writer) -> str:
    """Partners that work together most stand near one another."""
    weights = {(edge.source, edge.target): float(edge.value) for edge in figure.edges}
    places, height = _places(ring_order(len(figure.nodes), weights))
    marks = _bonds(figure, places, height, write)
    most = max((float(node.value) for node in figure.nodes), default=0.0) or 1.0
    for at, node in enumerate(figure.nodes):
        x, y = places[at]
        label = write(node.label)
        radius = 5 + 11 * math.sqrt(float(node.value) / most)
        marks.append(element("circle", hint(f"{label}: {node.value}"), cx=x, cy=y, r=radius, **_look(node)))
        marks += _name(label, x, y, x < WIDTH / 2)
    return drawing(write(figure.title), WIDTH, height, *marks, viewbox=f"0 0 {WIDTH} {round(height)}")


def _bonds(figure: Figure, places: Mapping[int, tuple[float, float]], height: float, write: Writer) -> list[str]:
    """Thin lines first, so that the strong ones stay in sight; all bend to the middle."""
    most = max((float(edge.value) for edge in figure.edges), default=1.0)
    marks = []
    for edge in sorted(figure.edges, key=lambda one: (float(one.value), one.source, one.target)):
        (x1, y1), (x2, y2) = places[edge.source], places[edge.target]
        names = f"{write(figure.nodes[edge.source].label)} – {write(figure.nodes[edge.target].label)}"
        x, y = _bend((x1 + x2) / 2, (y1 + y2) / 2, height, math.hypot(x2 - x1, y2 - y1))
        share = float(edge.value) / most
        marks.append(
            element(
                "path",
                hint(f"{names}: {edge.value}"),
                d=f"M{x1:.1f},{y1:.1f}Q{x:.1f},{y:.1f} {x2:.1f},{y2:.1f}",
                fill="none",
                stroke="currentColor",
                stroke_width=THINNEST + (THICKEST - THINNEST) * share * share,
                stroke_opacity=0.18 + 0.37 * share,
            )
        )
    return marks


def _bend(x: float, y: float, height: float, length: float) -> tuple[float, float]:
    """The point that a line bends to: further to the middle of the picture when the line is longer."""
    pull = min(0.5, 0.9 * length / WIDTH)
    return x + (WIDTH / 2 - x) * pull, y + (height / 2 - y) * pull


def _look(node: Node) -> dict[str, Attribute]:
    """A partner without any action is a ring."""
    if node.value:
        return filled(node.group)
    return {"fill": "none", **stroked(node.group), "stroke_width": 2}


def _name(label: str, x: float, y: float, at_left: bool) -> list[str]:
    lines = lines_of(label, SIDE - 24, size=SIZE)
    first = y + 5 - (len(lines) - 1) * 8
    side = (x - 22, "end") if at_left else (x + 22, "start")
    return [words(line, side[0], first + 16 * at, anchor=side[1]) for at, line in enumerate(lines)]


def _places(order: list[int]) -> tuple[dict[int, tuple[float, float]], float]:
    """The first half at the right from top to bottom, the second at the left from bottom to top: a ring."""
    right, left = order[: (len(order) + 1) // 2], order[(len(order) + 1) // 2 :]
    height = max(240.0, ROW * max(len(right), 1) + 20)
    places: dict[int, tuple[float, float]] = {}
    for side, column in ((1, right), (-1, left[::-1])):
        for at, node in enumerate(column):
            y = height * (at + 0.5) / len(column)
            bend = math.sqrt(max(0.0, 1 - (2 * y / height - 1) ** 2))
            places[node] = (WIDTH / 2 + side * (60 + (WIDTH / 2 - SIDE - 60) * bend), y)
    return places, height


def ring_order(count: int, weights: dict[tuple[int, int], float]) -> list[int]:
    """Nodes along the ring: each next one is bound most to the last ones; the same weights give the same
    ring.
    """
    bound: dict[int, dict[int, float]] = {at: {} for at in range(count)}
    for (one, other), weight in weights.items():
        bound[one][other] = bound[other][one] = weight
    strength = {at: sum(bound[at].values()) for at in range(count)}
    order: list[int] = []
    left = set(range(count))
    while left:
        near = order[-3:]
        chosen = max(left, key=lambda at: (sum(bound[at].get(other, 0.0) for other in near), strength[at], -at))
        order.append(chosen)
        left.remove(chosen)
    return order
