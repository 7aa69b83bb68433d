"""What every way of writing asks of a paper: whether it needs a wide sheet, and which points are open."""

from __future__ import annotations

from portal.reports.types import Paper
from portal.reports.writing.delimited import all_grids
from portal.reports.writing.words import Words

_COLUMNS_ACROSS = 8  # on a sheet that stands upright


def is_wide(paper: Paper) -> bool:
    """Whether a table has more columns than an upright sheet can hold."""
    return any(len(grid.columns) > _COLUMNS_ACROSS for grid in all_grids(paper))


def open_points(paper: Paper, words: Words) -> tuple[list[str], list[str]]:
    """What makes the paper a draft, and what is open but does not stop it; as sentences."""
    points = [(one.blocks, f"{words.say(one.sentence)} ({one.rule})") for one in paper.findings]
    points += [(one.blocks, words.say(one.sentence)) for one in paper.missing]
    return [told for blocks, told in points if blocks], [told for blocks, told in points if not blocks]
