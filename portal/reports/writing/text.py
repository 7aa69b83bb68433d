"""A paper as plain text: to read in a terminal, to compare with an earlier one, and for tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from portal.reports.types import (
    Block,
    Bullets,
    CellKind,
    Chart,
    Facts,
    Grid,
    Heading,
    Paper,
    Paragraph,
    Remark,
    Written,
)
from portal.reports.writing.paragraphs import paragraphs_of
from portal.reports.writing.words import DRAFT_MARK, DRAFT_SENTENCE, DUTCH, STILL_OPEN, Words

_LEFT = {CellKind.TEXT, CellKind.DAY}


def paper_text(paper: Paper, words: Words = DUTCH) -> str:
    """The whole paper, block under block; the moment of the data is left out, so that it can be compared."""
    lines = [words.say(paper.title).upper(), words.head(paper)]
    if words.say(paper.subtitle):
        lines.append(words.say(paper.subtitle))
    if paper.is_draft:
        lines += ["", f"*** {words.say(DRAFT_MARK)} ***"]
    lines += _open_points(paper, words)
    for block in paper.blocks:
        lines += ["", *_block_lines(block, words)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _open_points(paper: Paper, words: Words) -> list[str]:
    lines: list[str] = []
    findings = [(one.blocks, f"{one.rule}: {words.say(one.sentence)}") for one in paper.findings]
    missing = [(one.blocks, words.say(one.sentence)) for one in paper.missing]
    for blocks, title in ((True, DRAFT_SENTENCE), (False, STILL_OPEN)):
        points = [sentence for does, sentence in (*findings, *missing) if does is blocks]
        if points:
            lines += ["", words.say(title), *(f"- {point}" for point in points)]
    return lines


def _block_lines(block: Block, words: Words) -> list[str]:
    match block:
        case Heading(text, level):
            return [f"{'#' * level} {words.say(text)}"]
        case Paragraph(text):
            return [words.say(text)]
        case Written(text):
            return list(_written_lines(text, words))
        case Bullets(items):
            return [f"- {words.say(item)}" for item in items]
        case Facts(rows):
            return [f"{words.say(name)}: {words.say(value)}" for name, value in rows]
        case Grid():
            return _grid_lines(block, words)
        case Chart(title, _svg, grid):
            return [f"[{words.say(title)}]", *_grid_lines(grid, words)]
        case Remark(text, severity):
            return [f"! {severity.value}: {words.say(text)}"]


def _written_lines(text: str, words: Words) -> Iterable[str]:
    for number, part in enumerate(paragraphs_of(words.say(text))):
        if number:
            yield ""
        if isinstance(part, str):
            yield part
        else:
            yield from (f"- {item}" for item in part)


def _grid_lines(grid: Grid, words: Words) -> list[str]:
    lines = [f"{words.say(grid.caption)}:"]
    if not grid.rows:
        return [*lines, f"  {words.say(grid.when_empty)}"]
    rows = (*grid.rows, *((grid.total,) if grid.total is not None else ()))
    body = [[words.cell(one.kind, cell) for one, cell in zip(grid.columns, row, strict=True)] for row in rows]
    table = [[words.say(column.title) for column in grid.columns], *body]
    table = [[" ".join(cell.split()) for cell in row] for row in table]
    widths = [max(len(row[at]) for row in table) for at in range(len(grid.columns))]
    drawn = [_row_line(row, widths, grid) for row in table]
    rule = "  " + "-+-".join("-" * width for width in widths)
    drawn.insert(1, rule)
    if grid.total is not None:
        drawn.insert(len(drawn) - 1, rule)
    return lines + drawn


def _row_line(row: Sequence[str], widths: Sequence[int], grid: Grid) -> str:
    cells = [
        cell.ljust(width) if column.kind in _LEFT else cell.rjust(width)
        for cell, width, column in zip(row, widths, grid.columns, strict=True)
    ]
    return "  " + " | ".join(cells)
