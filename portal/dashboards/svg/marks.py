"""Writing SVG without style attributes: elements, words that fit, and the legend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from portal.dashboards.palette import colour, place
from portal.dashboards.types import Text

Writer = Callable[[Text], str]  # words in the reader's language, not yet escaped
Attribute = str | int | float | None
SIZE = 14  # of words, in pixels; the drawing never shrinks them
WIDE = 0.58  # of a letter, as part of its size, on the wide side


def element(name: str, *children: str, **attributes: Attribute) -> str:
    """An element; children are markup already, `_` in a name of an attribute stands for `-`, None leaves it
    out.
    """
    written = "".join(
        f' {_attribute(key)}="{escape(_value(value))}"' for key, value in attributes.items() if value is not None
    )
    inner = "".join(children)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def _attribute(key: str) -> str:
    return {"class_": "class", "viewbox": "viewBox"}.get(key, key.replace("_", "-"))


def _value(value: Attribute) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def filled(number: int) -> dict[str, Attribute]:
    """The colour of a series or group; on a page the style sheet has the last word, for light and dark."""
    return {"fill": colour(number), "class_": f"chart-{place(number) + 1}"}


def stroked(number: int) -> dict[str, Attribute]:
    """As `filled`, for lines."""
    return {"stroke": colour(number), "class_": f"chart-line-{place(number) + 1}"}


def words(text: str, x: Attribute, y: float, *, anchor: str | None = None, **attributes: Attribute) -> str:
    """One line of words in the colour of the page."""
    given: dict[str, Attribute] = {"font_size": SIZE, "fill": "currentColor", **attributes}
    return element("text", escape(text), x=x, y=y, text_anchor=anchor, **given)


def hint(text: str) -> str:
    """What a mouse that rests on a mark reads."""
    return element("title", escape(text))


def width_of(text: str, size: float = SIZE) -> float:
    """How wide a line of words is at most, more or less."""
    return len(text) * size * WIDE


def lines_of(text: str, width: float, most: int = 2, size: float = SIZE) -> list[str]:
    """The text in at most so many lines of a width; what does not fit ends in an ellipsis."""
    room = max(4, int(width / (size * WIDE)))
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]}…"]
    return [line if len(line) <= room else f"{line[: room - 1].rstrip('…')}…" for line in lines]


def drawing(title: str, width: str | int, height: float, *children: str, viewbox: str | None = None) -> str:
    """The whole picture, with its finding as its name; the parts are not read out, the table is."""
    return element(
        "svg",
        *children,
        class_="chart__svg",
        role="img",
        aria_label=title,
        width=width,
        height=round(height),
        viewbox=viewbox,
        focusable="false",
        xmlns="http://www.w3.org/2000/svg",
    )


def legend(names: Sequence[str], top: float) -> tuple[list[str], float]:
    """A line for each name; gives the marks and where they end."""
    marks = []
    for at, name in enumerate(names):
        y = top + at * 22
        marks.append(element("rect", x=0, y=y, width=14, height=14, rx=2, **filled(at)))
        marks.append(words(name, 22, y + 12))
    return marks, top + len(names) * 22 + (10 if names else 0)
