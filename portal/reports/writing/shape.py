"""What every way of writing asks of a paper: whether it needs a wide sheet, and which points are open."""

from __future__ import annotations

from portal.reports.types import CellKind, Grid, Paper
from portal.reports.writing.delimited import all_grids
from portal.reports.writing.words import Words

_SIGNS_ACROSS = 105  # in the small letters of a table on an upright sheet
_LONGEST_WORD, _MOST = 22, 48  # signs of a word that is never broken, and of a column of words
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
    """Which part of the width each column gets, together one: room for its longest word first, then for its text."""
    least, wanted = zip(*(_room(grid, at, words) for at in range(len(grid.columns))), strict=True)
    left = max(0, _SIGNS_ACROSS - sum(least))
    more = sum(wanted) - sum(least)
    taken = [low + (left * (high - low) / more if more else 0) for low, high in zip(least, wanted, strict=True)]
    return [one / sum(taken) for one in taken]


def _room(grid: Grid, at: int, words: Words) -> tuple[int, int]:
    """How many signs wide a column must be, and how many it would like to be."""
    kind = grid.columns[at].kind
    told = [words.cell(kind, row[at]) for row in (*grid.rows[:200], *((grid.total,) if grid.total else ()))]
    title = words.say(grid.columns[at].title)
    if kind is not CellKind.TEXT:
        widest = max((len(text) for text in told), default=0)
        least = max(widest, max(map(len, title.split()), default=0)) + 3
        return least, least
    longest_word = max((len(word) for text in (*told, title) for word in text.replace("-", " ").split()), default=0)
    least = min(_LONGEST_WORD, longest_word) + 3
    return least, max(least, min(_MOST, max((len(text) for text in told), default=0) + 2))
