"""A figure as the plain values that Plotly draws in the browser; the words come from the reader's "
"language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from portal.dashboards.figures.words import amount, cell_text, cell_words
from portal.dashboards.palette import DASHES, LEVELS, MARKERS, SCALE, colour, step
from portal.dashboards.types import Figure, FigureKind, Number, Series, Text, Unit
from portal.foundation.wording import Wording

Teller = Callable[[Wording], str]
Values = dict[str, Any]

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
TEXT_COLOUR = "#707071"  # these two, and the palette, chart.js replaces by what the style sheet says
GRID_COLOUR = "#bfbfc0"
CLEAR = "rgba(0,0,0,0)"
FAINT = "59"  # added to a colour: a third of it
DUTCH, ENGLISH = ",.", ".,"  # decimal mark, thousands mark
TICKS = {Unit.CENTS: ",.0f", Unit.MINUTES: ",~f", Unit.SHARE: ".0%", Unit.COUNT: ",~f"}
SUFFIXES = {Unit.MINUTES: " u."}


def plotly_figure(figure: Figure, tell: Teller = str, separators: str = DUTCH) -> Values:
    """`data` and `layout` for Plotly.newPlot; numbers are written with `separators`."""
    write = _writer(tell)
    draw = {
        FigureKind.BARS: _bars,
        FigureKind.STACKED: _bars,
        FigureKind.LINES: _lines,
        FigureKind.HEAT: _heat,
        FigureKind.SANKEY: _sankey,
    }
    if figure.kind not in draw:
        raise ValueError(f"a {figure.kind} is drawn on the server only")
    traces, layout = draw[figure.kind](figure, write)
    return {"data": traces, "layout": _layout(figure, separators) | layout}


def _writer(tell: Teller) -> Callable[[Text], str]:
    """Words as Plotly takes them: signs that it would read as mark-up are spelled out."""
    return lambda text: escape(tell(text) if isinstance(text, Wording) else text, quote=False)


def _layout(figure: Figure, separators: str) -> Values:
    return {
        "template": "none",
        "separators": separators,
        "autosize": True,
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": 14, "color": TEXT_COLOUR},
        "margin": {"l": 8, "r": 56, "t": 8, "b": 32, "pad": 4},
        "dragmode": False,
        "hovermode": "closest",
        "showlegend": len(figure.series) > 1 and figure.kind is not FigureKind.HEAT,
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "traceorder": "normal"},
    }


def _number(value: Number | None, unit: Unit) -> float | int | None:
    """A drawn length: euros and hours instead of cents and minutes."""
    if value is None:
        return None
    if unit is Unit.CENTS:
        return int(value) / 100
    if unit is Unit.MINUTES:
        return int(value) / 60
    return int(value) if value == int(value) else float(value)


def _axis(unit: Unit) -> Values:
    prefix = {"tickprefix": "€ "} if unit is Unit.CENTS else {}
    return {
        "tickformat": TICKS[unit],
        "ticksuffix": SUFFIXES.get(unit, ""),
        "rangemode": "tozero",
        "gridcolor": GRID_COLOUR,
        "zerolinecolor": GRID_COLOUR,
        "fixedrange": True,
        "automargin": True,
        "nticks": 5,
        **prefix,
    }


def _places(labels: Sequence[str]) -> Values:
    """An axis of names; places are numbers, because two things may have the same name."""
    return {
        "tickvals": list(range(len(labels))),
        "ticktext": [wrapped(label) for label in labels],
        "fixedrange": True,
        "automargin": True,
        "showgrid": False,
        "zeroline": False,
    }


def wrapped(label: str, width: int = 26) -> str:
    """A long name on more lines."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def _told(figure: Figure, one: Series, write: Callable[[Text], str]) -> list[str]:
    return [write(amount(value, figure.unit)) for value in one.values]


def _hover(figure: Figure, one: Series, labels: Sequence[str], write: Callable[[Text], str]) -> list[str]:
    name = write(one.name)
    told = _told(figure, one, write)
    return [f"{label}<br>{name}: {value}" for label, value in zip(labels, told, strict=True)]


def _bars(figure: Figure, write: Callable[[Text], str]) -> tuple[list[Values], Values]:
    labels = [write(label) for label in figure.labels]
    stacked = figure.kind is FigureKind.STACKED
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": write(one.name),
            "y": list(range(len(labels))),
            "x": [_number(value, figure.unit) for value in one.values],
            "customdata": _hover(figure, one, labels, write),
            "hovertemplate": "%{customdata}<extra></extra>",
            "marker": {"color": colour(at), "line": {"width": 1 if stacked else 0, "color": GRID_COLOUR}},
            **({} if stacked else {"text": _told(figure, one, write), "textposition": "outside", "cliponaxis": False}),
        }
        for at, one in enumerate(figure.series)
    ]
    thickness = 30 if stacked else 12 + 20 * max(1, len(figure.series))
    layout = {
        "barmode": "stack" if stacked else "group",
        "bargap": 0.35,
        "height": 90 + thickness * len(labels) + (28 if len(figure.series) > 1 else 0),
        "xaxis": _axis(figure.unit),
        "yaxis": {**_places(labels), "autorange": "reversed"},
    }
    return traces, layout


def _lines(figure: Figure, write: Callable[[Text], str]) -> tuple[list[Values], Values]:
    labels = [write(label) for label in figure.labels]
    traces = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": write(one.name),
            "x": list(range(len(labels))),
            "y": [_number(value, figure.unit) for value in one.values],
            "customdata": _hover(figure, one, labels, write),
            "hovertemplate": "%{customdata}<extra></extra>",
            "line": {"color": colour(at), "width": 2.5, "dash": DASHES[at % len(DASHES)]},
            "marker": {"color": colour(at), "size": 8, "symbol": MARKERS[at % len(MARKERS)]},
        }
        for at, one in enumerate(figure.series)
    ]
    return traces, {"height": 380, "xaxis": _places(labels), "yaxis": _axis(figure.unit)}


def _heat(figure: Figure, write: Callable[[Text], str]) -> tuple[list[Values], Values]:
    columns = [write(column) for column in figure.columns]
    rows = [write(label) for label in figure.labels]
    most = max((float(value or 0) for one in figure.series for value in one.values), default=0.0)
    colours = LEVELS if figure.levels else SCALE
    trace = {
        "type": "heatmap",
        "x": list(range(len(columns))),
        "y": list(range(len(rows))),
        "z": [
            [int(value or 0) if figure.levels else step(float(value or 0), most) for value in one.values]
            for one in figure.series
        ],
        "zmin": -0.5,
        "zmax": len(colours) - 0.5,
        "colorscale": _steps(colours),
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "text": [[write(cell_text(figure, value)) for value in one.values] for one in figure.series],
        "texttemplate": "%{text}",
        "customdata": [
            [
                f"{row}<br>{column}: {write(cell_words(figure, value))}"
                for column, value in zip(columns, one.values, strict=True)
            ]
            for row, one in zip(rows, figure.series, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    layout = {
        "height": 170 + 34 * len(rows),
        "margin": {"l": 8, "r": 40, "t": 8, "b": 8, "pad": 4},
        "xaxis": {**_places(columns), "side": "top", "tickangle": -50, "ticklen": 4},
        "yaxis": {**_places(rows), "autorange": "reversed"},
    }
    return [trace], layout


def _steps(colours: Sequence[str]) -> list[list[float | str]]:
    """A colour scale without transitions."""
    edges: list[list[float | str]] = []
    for at, one in enumerate(colours):
        edges += [[at / len(colours), one], [(at + 1) / len(colours), one]]
    return edges


def _sankey(figure: Figure, write: Callable[[Text], str]) -> tuple[list[Values], Values]:
    labels = [write(node.label) for node in figure.nodes]
    told = [write(amount(node.value, figure.unit)) for node in figure.nodes]
    in_stage = Counter(node.stage for node in figure.nodes)
    trace = {
        "type": "sankey",
        "arrangement": "fixed",
        "textfont": {"size": 13},
        "node": {
            "label": [f"{label}  {value}" for label, value in zip(labels, told, strict=True)],
            "color": [colour(node.group) for node in figure.nodes],
            "customdata": [f"{label}: {value}" for label, value in zip(labels, told, strict=True)],
            "hovertemplate": "%{customdata}<extra></extra>",
            "pad": 18,
            "thickness": 14,
            "line": {"width": 0},
        },
        "link": {
            "source": [edge.source for edge in figure.edges],
            "target": [edge.target for edge in figure.edges],
            "value": [_number(edge.value, figure.unit) for edge in figure.edges],
            "color": [f"{colour(figure.nodes[edge.source].group)}{FAINT}" for edge in figure.edges],
            "customdata": [
                f"{labels[edge.source]} → {labels[edge.target]}: {write(amount(edge.value, figure.unit))}"
                for edge in figure.edges
            ],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
    }
    layout = {
        "height": max(380, 36 * max(in_stage.values(), default=0)),
        "margin": {"l": 8, "r": 8, "t": 16, "b": 16},
    }
    return [trace], layout
