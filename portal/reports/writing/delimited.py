"""The tables of a paper as CSV in the Belgian way: semicolons, decimal commas, day/month/year, UTF-8 with its mark."""

from __future__ import annotations

import csv
import io
from datetime import date

from portal.foundation.formulas import defused_text
from portal.foundation.money import decimal_from_cents
from portal.reports.types import Cell, CellKind, Chart, Grid, Paper
from portal.reports.writing.words import DUTCH, Words

_BYTE_ORDER_MARK = "\ufeff"


def paper_csv(paper: Paper, words: Words = DUTCH) -> bytes:
    """Every table of the paper; with more than one, each under its caption and an empty line apart."""
    buffer = io.StringIO(newline="")
    buffer.write(_BYTE_ORDER_MARK)
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    grids = all_grids(paper)
    for number, grid in enumerate(grids):
        if number:
            writer.writerow([])
        if len(grids) > 1:
            writer.writerow([defused_text(words.say(grid.caption))])
        writer.writerow([defused_text(words.say(column.title)) for column in grid.columns])
        for row in (*grid.rows, *((grid.total,) if grid.total is not None else ())):
            writer.writerow([_cell(one.kind, cell, words) for one, cell in zip(grid.columns, row, strict=True)])
    return buffer.getvalue().encode("utf-8")


def all_grids(paper: Paper) -> tuple[Grid, ...]:
    """The tables of a paper in order, those behind charts among them."""
    found = []
    for block in paper.blocks:
        match block:
            case Grid():
                found.append(block)
            case Chart(grid=grid):
                found.append(grid)
    return tuple(found)


def _cell(kind: CellKind, value: Cell, words: Words) -> str:
    match kind, value:
        case _, None:
            return ""
        case CellKind.CENTS, int():
            return f"{decimal_from_cents(value):.2f}".replace(".", ",")
        case CellKind.SHARE, int():
            return f"{decimal_from_cents(value):.2f}%".replace(".", ",")
        case CellKind.HOURS, int():
            return f"{value / 60:.2f}".replace(".", ",")
        case _, int():
            return str(value)
        case _, date():
            return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
        case _:
            return defused_text(words.say(value))
