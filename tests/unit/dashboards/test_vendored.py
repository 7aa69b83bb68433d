"""What is not ours is what it was, and the colours of figures are those of the style sheet."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from portal.dashboards import palette, plotly

STATIC = Path(__file__).parents[3] / "static"


def test_plotly_is_the_file_that_was_checked() -> None:
    lines = (STATIC / "vendor" / "plotly-4.1.1.sha256").read_text().split("\n")
    for line in filter(None, lines):
        mark, name = line.split()
        assert hashlib.sha256((STATIC / "vendor" / name).read_bytes()).hexdigest() == mark


def test_the_colours_of_figures_are_those_of_the_style_sheet_by_day() -> None:
    day = (STATIC / "css" / "tokens.css").read_text().split("@media")[0]
    for number, one in enumerate(palette.PALETTE, 1):
        assert re.search(rf"--chart-{number}: {one};", day), (number, one)
    assert re.search(rf"--sunken: {palette.NOTHING};", day)


def test_the_script_knows_every_colour_that_the_server_writes() -> None:
    script = (STATIC / "js" / "chart.js").read_text()
    for one in (*palette.PALETTE, palette.NOTHING, plotly.TEXT_COLOUR, plotly.GRID_COLOUR):
        assert f'"{one}"' in script
