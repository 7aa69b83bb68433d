"""Bars and stacked bars: lengths in percent of the width, words in pixels, so that they fit any screen."""

from __future__ import annotations

from collections.abc import Callable

from portal.dashboards.figures.words import amount
from portal.dashboards.svg.marks import Attribute, Writer, drawing, element, filled, hint, legend, lines_of, words
from portal.dashboards.types import Figure, FigureKind, Number, Reference

LINE, BAR, GAP = 18, 16, 12
DASHED: dict[str, Attribute] = {"stroke": "currentColor", "stroke_width": 2, "stroke_dasharray": "5 3"}
EDGE: dict[str, Attribute] = {"stroke": "currentColor", "stroke_width": 0.5}
FOOT = 13  # from the top of a line to the foot of its letters
NARROWEST = 270  # the width for words on the smallest screen
LONGEST = 72.0  # percent of the width; the rest is for the amount

Row = Callable[[Figure, int, float, float, Writer], tuple[list[str], float]]


def draw_bars(figure: Figure, write: Writer) -> str:
    """Each label above its bar or bars, the amount behind it."""

    names = [write(one.name) for one in figure.series]
    marks, y = legend(names, 2) if len(names) > 1 else ([], 2.0)
    for one in figure.references:
        told, y = _reference_key(one, y, write)
        marks += told
    stacked = figure.kind is FigureKind.STACKED
    most = _most(figure, stacked)
    row: Row = _stacked_row if stacked else _grouped_row
    for at, label in enumerate(figure.labels):
        for line in lines_of(write(label), NARROWEST):
            marks.append(words(line, 0, y + FOOT))
            y += LINE
        drawn, y = row(figure, at, y + 2, most, write)
        marks += drawn
        y += GAP
    return drawing(write(figure.title), "100%", y, *marks)


def _reference_key(one: Reference, y: float, write: Writer) -> tuple[list[str], float]:
    """The dashed line and its words, above the bars."""
    marks = [element("line", x1=7, x2=7, y1=y, y2=y + 18, **DASHED)]
    for line in lines_of(write(one.name), NARROWEST, most=3):
        marks.append(words(line, 22, y + FOOT))
        y += LINE
    return marks, y + 10


def _reference_marks(figure: Figure, at: int, y: float, most: float) -> list[str]:
    """The lines beside this bar, each on a light edge, so that it is seen on a bar too."""
    marks = []
    for one in figure.references:
        if one.at == at:
            x = f"{_length(one.value, most):.2f}%"
            ends: dict[str, Attribute] = {"x1": x, "x2": x, "y1": y - 4, "y2": y + BAR + 4}
            marks.append(element("line", **ends, class_="chart__edge", stroke_width=6))
            marks.append(element("line", **ends, **DASHED))
    return marks


def _most(figure: Figure, stacked: bool) -> float:
    """The longest length, of a bar or of a reference."""
    bars = _longest_bar(figure, stacked)
    return max(bars, *(float(one.value) for one in figure.references), 0.0)


def _longest_bar(figure: Figure, stacked: bool) -> float:
    columns = zip(*(one.values for one in figure.series), strict=True)
    if stacked:
        return max((sum(float(value or 0) for value in column) for column in columns), default=0.0)
    return max((float(value or 0) for column in columns for value in column), default=0.0)


def _length(value: Number | None, most: float) -> float:
    return max(0.0, float(value or 0)) / most * LONGEST if most > 0 else 0.0


def _grouped_row(figure: Figure, at: int, y: float, most: float, write: Writer) -> tuple[list[str], float]:
    marks = []
    for number, one in enumerate(figure.series):
        length = _length(one.values[at], most)
        if length:
            marks.append(_bar(_hint(figure, number, at, write), 0.0, y, length, rx=2, **filled(number)))
        told = write(amount(one.values[at], figure.unit))
        marks += _reference_marks(figure, at, y, most) if number == 0 else []
        marks.append(words(told, f"{length:.2f}%", y + FOOT, dx=6, class_="chart__halo" if figure.references else None))
        y += BAR + 3
    return marks, y


def _stacked_row(figure: Figure, at: int, y: float, most: float, write: Writer) -> tuple[list[str], float]:
    marks, x = [], 0.0
    for number, one in enumerate(figure.series):
        length = _length(one.values[at], most)
        if length:
            marks.append(_bar(_hint(figure, number, at, write), x, y, length, **filled(number), **EDGE))
            x += length
    total = sum(value for one in figure.series if (value := one.values[at]) is not None)
    marks.append(words(write(amount(total, figure.unit)), f"{x:.2f}%", y + FOOT, dx=6))
    return marks, y + BAR


def _hint(figure: Figure, number: int, at: int, write: Writer) -> str:
    one = figure.series[number]
    told = write(amount(one.values[at], figure.unit))
    return hint(f"{write(figure.labels[at])}, {write(one.name)}: {told}")


def _bar(text: str, x: float, y: float, length: float, **look: Attribute) -> str:
    return element("rect", text, x=f"{x:.2f}%", y=y, width=f"{length:.2f}%", height=BAR, **look)
