"""From raw cells to values: each row with what it holds and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from portal.foundation.wording import say
from portal.transfer.cells import CellReader, cell_reader
from portal.transfer.cells.texts import cleaned_text, typed_text
from portal.transfer.columns import ColumnMatch
from portal.transfer.types import (
    DUTCH,
    BadCell,
    CellProblem,
    ColumnKind,
    ColumnSpec,
    Language,
    RawRow,
    RawTable,
    RawValue,
    ReadRow,
    SheetSpec,
    TransferFormat,
    column_letter,
)

_OF = "uitgaven|kosten|bedrag|bedragen|jaar|eur|euro|€|generaal|general|expenses|amount|[12]\\d{3}"
_TOTAL = re.compile(
    rf"(?:sub|eind|grand |algemeen |algemene )?(?:totaal|total|totalen|som)"
    rf"(?: (?:van |of )?(?:de |het |alle |all )?(?:{_OF}))*\s*[:=]?",
    re.I,
)
_MOST_REPEATED = 200  # signs of a refused cell that go back to whoever typed it
_FIGURES = {ColumnKind.INTEGER, ColumnKind.NUMBER, ColumnKind.MONEY, ColumnKind.SHARE}


@dataclass(frozen=True)
class _Column:
    spec: ColumnSpec
    position: int
    letter: str
    header: str
    read: CellReader


def read_rows(
    raw: RawTable,
    spec: SheetSpec,
    mapping: ColumnMatch,
    languages: Sequence[Language] = (DUTCH,),
) -> list[ReadRow]:
    """Every row of the table with its values and its problems; no row is left out, totals are marked."""
    headers = {heading.position: heading.text for heading in raw.headers}
    columns = [
        _Column(
            column,
            position,
            column_letter(position),
            headers.get(position, ""),
            cell_reader(column, languages=languages, starts_in_1904=raw.starts_in_1904),
        )
        for column in spec.columns
        if (position := mapping.positions.get(column.key)) is not None
    ]
    return [_read_row(row, columns, raw) for row in raw.rows]


def _read_row(row: RawRow, columns: Sequence[_Column], raw: RawTable) -> ReadRow:
    values: dict[str, Any] = {}
    problems: list[CellProblem] = []
    unread: dict[str, str] = {}
    for column in columns:
        try:
            values[column.spec.key] = column.read(row.cell(column.position))
        except BadCell as refusal:
            values[column.spec.key] = None
            unread[column.spec.key] = _as_typed(row.cell(column.position))
            problems.append(CellProblem(row.number, column.letter, column.header, refusal.reason, key=column.spec.key))
    if raw.kind is TransferFormat.CSV:
        problems += _cells_outside(row, raw.width)
    return ReadRow(row.number, values, problems, unread, is_total=_is_total(row, columns), is_hidden=row.is_hidden)


def _as_typed(value: RawValue) -> str:
    text = cleaned_text(typed_text(value)).strip()
    return text if len(text) <= _MOST_REPEATED else f"{text[: _MOST_REPEATED - 1]}…"


def _cells_outside(row: RawRow, width: int) -> Iterator[CellProblem]:
    """In delimited text a cell too many means that a separator split a text and shifted what follows."""
    for position in range(width, len(row.cells)):
        if row.cells[position] is not None:
            reason = say(
                "Deze rij heeft meer cellen dan er koppen zijn. Zet een tekst met een scheidingsteken tussen "
                "aanhalingstekens."
            )
            yield CellProblem(row.number, column_letter(position), "", reason)
            return


def _is_total(row: RawRow, columns: Sequence[_Column]) -> bool:
    """A row that begins with "Totaal" and has nothing else but figures is no record of the list."""
    first = next((at for at, cell in enumerate(row.cells) if cell is not None), 0)
    text = row.cell(first)
    if not isinstance(text, str) or not _TOTAL.fullmatch(text):
        return False
    return not any(
        row.cell(column.position) is not None
        for column in columns
        if column.position != first and column.spec.kind not in _FIGURES
    )
