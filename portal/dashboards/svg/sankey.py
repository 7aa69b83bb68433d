"""Flows: columns of nodes with bands between them, as thick as what flows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from portal.dashboards.figures.words import amount
from portal.dashboards.svg.marks import SIZE, Writer, drawing, element, filled, hint, lines_of, words
from portal.dashboards.types import Edge, Figure

WIDTH, SIDE, THICK = 820, 212, 12
SLOT, PAUSE = 34.0, 6.0  # the least height of a node with its words, and the space under it
TOP = 6.0
ROOM = 176  # the width for words at the right of a node


@dataclass(frozen=True)
class Box:
    """Where a node stands."""

    x: float
    y: float
    height: float


def draw_sankey(figure: Figure, write: Writer) -> str:
    """Nodes in columns from left to right; the words of the first column stand at its left."""
    boxes, height, scale = _boxes(figure)
    several = max(node.stage for node in figure.nodes) > 0
    marks = _bands(figure, boxes, scale, write)
    for node, box in zip(figure.nodes, boxes, strict=True):
        label, cost = write(node.label), write(amount(node.value, figure.unit))
        tall = max(box.height, 1.0)
        text = hint(f"{label}: {cost}")
        marks.append(element("rect", text, x=box.x, y=box.y, width=THICK, height=tall, **filled(node.group)))
        marks += _label(label, cost, box, at_left=several and node.stage == 0)
    return drawing(write(figure.title), WIDTH, height, *marks, viewbox=f"0 0 {WIDTH} {round(height)}")


def _boxes(figure: Figure) -> tuple[list[Box], float, float]:
    """Every node has room for its words; the scale is the largest at which the fullest column still fits."""
    columns: dict[int, list[int]] = defaultdict(list)
    for at, node in enumerate(figure.nodes):
        columns[node.stage].append(at)
    values = {stage: [float(figure.nodes[at].value) for at in column] for stage, column in columns.items()}
    height = max(360.0, max(len(column) for column in columns.values()) * (SLOT + PAUSE) * 1.2)
    scale = _largest_scale(list(values.values()), height)
    last = max(columns)
    step = (WIDTH - 2 * SIDE - THICK) / max(1, last)
    boxes: dict[int, Box] = {}
    for stage, column in columns.items():
        slots = [max(SLOT, float(figure.nodes[at].value) * scale) for at in column]
        y = TOP
        for at, slot in zip(column, slots, strict=True):
            tall = float(figure.nodes[at].value) * scale
            boxes[at] = Box(SIDE + step * stage, y + (slot - tall) / 2, tall)
            y += slot + PAUSE
    return [boxes[at] for at in range(len(figure.nodes))], height + 2 * TOP, scale


def _largest_scale(columns: list[list[float]], height: float) -> float:
    """By halving: a node that is lower than its words takes the height of its words."""

    def fits(scale: float) -> bool:
        return all(sum(max(SLOT, value * scale) + PAUSE for value in column) <= height for column in columns)

    low, high = 0.0, height / max(1.0, *(sum(column) for column in columns))
    for _step in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _bands(figure: Figure, boxes: list[Box], scale: float, write: Writer) -> list[str]:
    """Bands leave and arrive in the order of the nodes, so that they cross as little as those do."""
    by_source = sorted(figure.edges, key=lambda one: (one.source, boxes[one.target].y))
    by_target = sorted(figure.edges, key=lambda one: (one.target, boxes[one.source].y))
    starts = _piled(by_source, [edge.source for edge in by_source], boxes, scale)
    ends = _piled(by_target, [edge.target for edge in by_target], boxes, scale)
    marks = []
    for edge in figure.edges:
        one, other = figure.nodes[edge.source], figure.nodes[edge.target]
        text = f"{write(one.label)} → {write(other.label)}: {write(amount(edge.value, figure.unit))}"
        left, right = boxes[edge.source].x + THICK, boxes[edge.target].x
        path = _band(left, starts[edge], right, ends[edge], max(0.5, float(edge.value) * scale))
        marks.append(element("path", hint(text), d=path, fill_opacity=0.35, **filled(one.group)))
    return marks


def _piled(edges: list[Edge], at: list[int], boxes: list[Box], scale: float) -> dict[Edge, float]:
    """Where each band begins on its node: one under the other."""
    used: dict[int, float] = defaultdict(float)
    heights = {}
    for edge, node in zip(edges, at, strict=True):
        heights[edge] = boxes[node].y + used[node]
        used[node] += float(edge.value) * scale
    return heights


def _band(left: float, start: float, right: float, end: float, thick: float) -> str:
    half = (left + right) / 2
    there = f"M{left:.1f},{start:.1f}C{half:.1f},{start:.1f} {half:.1f},{end:.1f} {right:.1f},{end:.1f}"
    low_start, low_end = start + thick, end + thick
    back = f"C{half:.1f},{low_end:.1f} {half:.1f},{low_start:.1f} {left:.1f},{low_start:.1f}z"
    return f"{there}v{thick:.1f}{back}"


def _label(label: str, cost: str, box: Box, *, at_left: bool) -> list[str]:
    """The name in one line and the amount under it."""
    x, anchor = (box.x - 8, "end") if at_left else (box.x + THICK + 8, "start")
    middle = box.y + box.height / 2
    name = lines_of(label, SIDE - 10 if at_left else ROOM, most=1)[0]
    return [
        words(name, x, middle - 2, anchor=anchor, class_="chart__halo"),
        words(cost, x, middle + 13, anchor=anchor, class_="chart__halo", font_size=SIZE - 2),
    ]
