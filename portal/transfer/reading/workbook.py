"""The sheets of an Excel or LibreOffice workbook as rows of plain values; formulas stay formulas."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.datetime import MAC_EPOCH

from portal.transfer.cells.currencies import currency_of_format
from portal.transfer.cells.texts import canonical_text, unescaped_text
from portal.transfer.reading.archive import open_archive
from portal.transfer.reading.refusals import cell_too_long, damaged, too_many_columns
from portal.transfer.reading.survey import SheetFacts, survey_sheets
from portal.transfer.types import (
    BrokenCell,
    Formula,
    Limits,
    RawRow,
    RawValue,
    UnreadableFile,
    column_letter,
)


@dataclass
class Sheet:
    """One sheet with its rows that hold something, and what else is known of it."""

    title: str
    rows: list[RawRow]
    is_hidden: bool = False
    facts: SheetFacts = field(default_factory=SheetFacts)


@dataclass
class Workbook:
    """All sheets that hold something, in the order of the file."""

    sheets: list[Sheet]
    starts_in_1904: bool


def read_workbook(data: bytes, limits: Limits) -> Workbook:
    """The sheets of a workbook, or UnreadableFile; nothing is worked out and no outside file is opened."""
    with open_archive(data, limits) as archive:
        facts = survey_sheets(archive, limits)
    with warnings.catch_warnings():
        # What the library warns of leaving out (charts, extensions) is no part of a table.
        warnings.simplefilter("ignore")
        try:
            return _read_sheets(data, facts, limits)
        except UnreadableFile:
            raise
        # A file from outside can break the library in any place; whatever it trips over, the file is wrong.
        except Exception as error:
            raise damaged() from error


def _read_sheets(data: bytes, facts: dict[str, SheetFacts], limits: Limits) -> Workbook:
    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        sheets = [
            Sheet(
                sheet.title,
                list(_rows(sheet, found, limits)),
                is_hidden=sheet.sheet_state != "visible",
                facts=found,
            )
            for sheet in workbook.worksheets
            # The library does not give the place of a sheet in the archive in any other way.
            if (found := facts.get(sheet._worksheet_path.lstrip("/"))) is not None and found.cells
        ]
        return Workbook(sheets, starts_in_1904=workbook.epoch == MAC_EPOCH)
    finally:
        workbook.close()


def _rows(sheet: Any, facts: SheetFacts, limits: Limits) -> Iterator[RawRow]:
    if facts.last_column > limits.columns:
        raise too_many_columns(limits)
    sheet.reset_dimensions()  # the size that the file claims is often wrong
    rows = sheet.iter_rows(min_row=1, max_row=max(facts.filled_rows), max_col=facts.last_column)
    for number, cells in enumerate(rows, start=1):
        if number not in facts.filled_rows:
            continue
        values = [_value(cell, limits, number, at) for at, cell in enumerate(cells)]
        while values and values[-1] is None:
            values.pop()
        if values:
            yield RawRow(number, tuple(values), is_hidden=number in facts.hidden_rows)


def _in_its_currency(value: Any, cell: Any) -> RawValue:
    """A number that the workbook shows as dollars is no number of euros: the currency goes with it."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        currency = currency_of_format(cell.number_format)
        return value if currency is None else f"{currency} {value}"
    found: RawValue = value
    return found


def _value(cell: Any, limits: Limits, row: int, position: int) -> RawValue:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "f":
        return Formula(str(getattr(value, "text", value)))
    if cell.data_type == "e":
        return BrokenCell(str(value))
    if not isinstance(value, str):
        return _in_its_currency(value, cell)
    if len(value) > limits.cell_characters:
        raise cell_too_long(f"{column_letter(position)}{row}", limits)
    text = canonical_text(unescaped_text(value))
    if text.startswith("=") and not cell.style_array.quotePrefix:
        return Formula(text)
    return text or None
