"""What every way of writing asks of a paper: whether it needs a wide sheet, and which points are open."""

from __future__ import annotations

from portal.reports.types import CellKind, Grid, Paper
from portal.reports.writing.delimited import all_grids
from portal.reports.writing.words import Words

_NARROW = {CellKind.CENTS: 13, CellKind.COUNT: 9, CellKind.DAY: 11, CellKind.SHARE: 9, CellKind.HOURS: 9}
_LEAST, _MOST = 10, 44  # signs in a column of words, by which the width is divided
_COLUMNS_ACROSS = 8  # on a sheet that stands upright


def is_wide(paper: Paper) -> bool:
    """Whether a table has more columns than an upright sheet can hold."""
    return any(len(grid.columns) > _COLUMNS_ACROSS for grid in all_grids(paper))


def open_points(paper: Paper, words: Words) -> tuple[list[str], list[str]]:
    """What makes the paper a draft, and what is open but does not stop it; as sentences."""
    points = [(one.blocks, f"{words.say(one.sentence)} ({one.rule})") for one in paper.findings]
    points += [(one.blocks, words.say(one.sentence)) for one in paper.missing]
    return [told for blocks, told in points if blocks], [told for blocks, told in points if not blocks]


def column_shares(grid: Grid, words: Words) -> list[float]:
    """Which part of the width each column gets, after what stands in it; together one."""
    weights: list[int] = []
    for at, column in enumerate(grid.columns):
        longest = max((len(words.cell(column.kind, row[at])) for row in grid.rows[:200]), default=0)
        title = max((len(word) for word in words.say(column.title).split()), default=0)
        least = max(_NARROW.get(column.kind, _LEAST), title + 2)
        weights.append(least if column.kind in _NARROW else min(_MOST, max(least, longest + 2)))
    return [weight / sum(weights) for weight in weights]
