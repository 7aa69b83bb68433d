"""A figure as SVG text, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from portal.dashboards.svg.bars import draw_bars
from portal.dashboards.svg.heat import draw_heat
from portal.dashboards.svg.lines import draw_lines
from portal.dashboards.svg.marks import Writer
from portal.dashboards.svg.network import draw_network
from portal.dashboards.svg.sankey import draw_sankey
from portal.dashboards.types import Figure, FigureKind, Text
from portal.foundation.wording import Wording

DRAWINGS: Mapping[FigureKind, Callable[[Figure, Writer], str]] = {
    FigureKind.BARS: draw_bars,
    FigureKind.STACKED: draw_bars,
    FigureKind.LINES: draw_lines,
    FigureKind.HEAT: draw_heat,
    FigureKind.SANKEY: draw_sankey,
    FigureKind.NETWORK: draw_network,
}


def svg_figure(figure: Figure, tell: Callable[[Wording], str] = str) -> str:
    """Markup without style attributes, safe to put in a page; empty when there is nothing to draw."""
    if figure.is_empty:
        return ""

    def write(text: Text) -> str:
        return tell(text) if isinstance(text, Wording) else text

    return DRAWINGS[figure.kind](figure, write)
