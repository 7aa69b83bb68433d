"""A list as CSV in the Belgian way: semicolons, decimal commas, day/month/year, UTF-8 with its mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from portal.foundation.formulas import defused_text
from portal.transfer.cells import cell_writer
from portal.transfer.types import DUTCH, ColumnKind, Language, SheetSpec, Typed

_BYTE_ORDER_MARK = "\ufeff"
_ROWS_AT_ONCE = 500
_FIGURES = {ColumnKind.INTEGER, ColumnKind.NUMBER, ColumnKind.MONEY}


def write_csv(
    spec: SheetSpec, rows: Iterable[Mapping[str, Any]], *, languages: Sequence[Language] = (DUTCH,)
) -> Iterator[bytes]:
    """The file in pieces; a value is found under the key of its column, and an absent one is left empty.

    The file is in the first language; the others matter only for choices with the same name.
    """
    columns = [
        (column.key, cell_writer(column, languages=languages), column.kind in _FIGURES) for column in spec.columns
    ]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    buffer.write(_BYTE_ORDER_MARK)
    writer.writerow([defused_text(languages[0].words(column.header)) for column in spec.columns])
    for number, row in enumerate(rows, start=1):
        cells = [(row.get(key), write, is_figure) for key, write, is_figure in columns]
        # A negative amount begins with a minus too, but it is a number and must stay one.
        writer.writerow(
            [
                write(value) if is_figure and not isinstance(value, Typed) else defused_text(write(value))
                for value, write, is_figure in cells
            ]
        )
        if number % _ROWS_AT_ONCE == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    piece = buffer.getvalue().encode("utf-8")
    buffer.seek(0)
    buffer.truncate()
    return piece
