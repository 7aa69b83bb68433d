"""Lines over years or months: places in percent of the width, dashes and marks beside colours."""

from __future__ import annotations

from portal.dashboards.figures.words import amount
from portal.dashboards.palette import DASH_ARRAYS
from portal.dashboards.svg.marks import SIZE, Attribute, Writer, drawing, element, filled, hint, stroked, words
from portal.dashboards.types import Figure, Number, Series

HEIGHT = 220
SMALL = SIZE - 2
FIRST, LAST = 6.0, 94.0  # percent of the width
ROUND = (0.1, 0.12, 0.16, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0)  # parts of a power of ten that halve well
SHORT_FROM = 7  # from so many labels on they are cut to three letters


def draw_lines(figure: Figure, write: Writer) -> str:
    """A line for each series, three lines of a scale, and the labels under them."""
    marks, top = _key(figure, write)
    top += 16
    most = _ceiling(max((float(value or 0) for one in figure.series for value in one.values), default=0.0))
    for part in (0.0, 0.5, 1.0):
        marks += _rule(write(amount(_whole(most * part), figure.unit)), top + HEIGHT * (1 - part))
    for number, one in enumerate(figure.series):
        marks += _line(figure, number, one, top, most, write)
    labels = [write(label) for label in figure.labels]
    for at, label in enumerate(labels):
        short = label[:3] if len(labels) >= SHORT_FROM else label
        marks.append(words(short, _x(at, len(labels)), top + HEIGHT + 20, anchor="middle", font_size=SMALL))
    return drawing(write(figure.title), "100%", top + HEIGHT + 28, *marks)


def _rule(told: str, y: float) -> list[str]:
    line = element("line", x1=0, x2="100%", y1=y, y2=y, stroke="currentColor", stroke_opacity=0.25)
    return [line, words(told, 0, y - 4, font_size=SMALL)]


def _key(figure: Figure, write: Writer) -> tuple[list[str], float]:
    """What each line is; one line alone is named by the title."""
    if len(figure.series) < 2:
        return [], 2.0
    marks = []
    for at, one in enumerate(figure.series):
        y = 10 + at * 22
        marks.append(element("line", x1=0, x2=34, y1=y, y2=y, **_stroke(at)))
        marks.append(element("circle", cx=17, cy=y, r=4, **filled(at)))
        marks.append(words(write(one.name), 44, y + 5))
    return marks, 10.0 + len(figure.series) * 22


def _stroke(number: int) -> dict[str, Attribute]:
    dash = DASH_ARRAYS[number % len(DASH_ARRAYS)]
    return {**stroked(number), "stroke_width": 2.5, "stroke_dasharray": dash or None}


def _line(figure: Figure, number: int, one: Series, top: float, most: float, write: Writer) -> list[str]:
    marks, count = [], len(one.values)
    for at in range(1, count):
        before, now = one.values[at - 1], one.values[at]
        if before is not None and now is not None:
            ends = {"x1": _x(at - 1, count), "x2": _x(at, count)}
            heights = {"y1": _y(before, top, most), "y2": _y(now, top, most)}
            marks.append(element("line", **ends, **heights, **_stroke(number)))
    for at, value in enumerate(one.values):
        if value is not None:
            name, label = write(one.name), write(figure.labels[at])
            text = f"{label}, {name}: {write(amount(value, figure.unit))}"
            y = _y(value, top, most)
            marks.append(element("circle", hint(text), cx=_x(at, count), cy=y, r=4, **filled(number)))
    return marks


def _x(at: int, count: int) -> str:
    place = (FIRST + LAST) / 2 if count == 1 else FIRST + (LAST - FIRST) * at / (count - 1)
    return f"{place:.2f}%"


def _y(value: Number, top: float, most: float) -> float:
    return top + HEIGHT * (1 - (float(value) / most if most else 0.0))


def _ceiling(most: float) -> float:
    """The first round number that nothing exceeds."""
    if most <= 0:
        return 1.0
    power = 10.0 ** len(str(int(most))) if most >= 1 else 1.0
    return next(power * part for part in ROUND if power * part >= most)


def _whole(value: float) -> Number:
    return int(value) if value == int(value) else value
