"""Heat maps: a cell for each row and column, with its mark or number in it."""

from __future__ import annotations

from portal.dashboards.figures.words import cell_text, cell_words
from portal.dashboards.palette import DARK_FROM, INK, LEVELS, NOTHING, PAPER, SCALE, step
from portal.dashboards.svg.marks import SIZE, Attribute, Writer, drawing, element, hint, lines_of, width_of, words
from portal.dashboards.types import Figure, Number

NAMES, CELL, ROW = 128, 32, 36  # small, so that a phone shows as many columns as it can
SMALL = SIZE - 1
SLANT = 0.71  # a label at 45 degrees is this part of its length high and wide


def draw_heat(figure: Figure, write: Writer) -> str:
    """Names of the columns slanted above, names of the rows at the left; as wide as it needs to be."""
    columns = [write(column) for column in figure.columns]
    widths = [width_of(column) * SLANT for column in columns]
    head = max(widths, default=0) + 12
    most = max((float(value or 0) for one in figure.series for value in one.values), default=0.0)
    marks = [_column_name(column, NAMES + CELL * at + CELL // 2, head) for at, column in enumerate(columns)]
    for number, one in enumerate(figure.series):
        y = head + 8 + ROW * number
        marks += _row_name(write(figure.labels[number]), y)
        for at, value in enumerate(one.values):
            text = f"{write(one.name)}, {columns[at]}: {write(cell_words(figure, value))}"
            inside = write(cell_text(figure, value))
            marks += _cell(_reached(figure, value, most), NAMES + CELL * at, y, text, inside)
    width = NAMES + CELL * len(columns) + round(max(widths[-1:], default=0))
    height = head + 12 + ROW * len(figure.series)
    return drawing(write(figure.title), width, height, *marks, viewbox=f"0 0 {width} {round(height)}")


def _column_name(name: str, x: float, y: float) -> str:
    return words(name, 0, 0, transform=f"translate({x},{y:.0f}) rotate(-45)")


def _row_name(name: str, y: float) -> list[str]:
    lines = lines_of(name, NAMES - 8, size=SMALL - 1)
    first = y + ROW / 2 + 5 - (len(lines) - 1) * 7
    return [words(line, NAMES - 8, first + 14 * at, anchor="end", font_size=SMALL - 1) for at, line in enumerate(lines)]


def _reached(figure: Figure, value: Number | None, most: float) -> tuple[str, str]:
    """The colour of a cell and of the words in it; nothing looks as the page does, by day and by night."""
    reached = int(value or 0) if figure.levels else step(float(value or 0), most)
    if reached == 0:
        return NOTHING, "currentColor"
    if figure.levels:
        return LEVELS[reached], INK
    return SCALE[reached], PAPER if reached >= DARK_FROM else INK


def _cell(colours: tuple[str, str], x: float, y: float, text: str, inside: str) -> list[str]:
    fill, ink = colours
    look: dict[str, Attribute] = {"fill": fill, "class_": "chart__nothing" if fill == NOTHING else None}
    box = element("rect", hint(text), x=x + 1, y=y + 1, width=CELL - 2, height=ROW - 2, rx=2, **look)
    if not inside:
        return [box]
    size = min(float(SMALL), (CELL - 6) / width_of(inside, 1))
    return [box, words(inside, x + CELL / 2, y + ROW / 2 + 5, anchor="middle", font_size=size, fill=ink)]
