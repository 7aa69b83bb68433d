"""A list as an Excel workbook: real dates and numbers, text that stays text, and a sheet that explains it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill

from portal.foundation.formulas import is_risky, quoted_text
from portal.foundation.money import decimal_from_cents
from portal.foundation.wording import Wording
from portal.transfer.cells import cell_writer
from portal.transfer.cells.texts import cleaned_text, escaped_text, plain_name
from portal.transfer.types import (
    CELL_CHARACTERS,
    DUTCH,
    EXPLANATION,
    ColumnKind,
    ColumnSpec,
    Language,
    SheetSpec,
    Typed,
    column_letter,
)
from portal.transfer.writing.explanation import add_drop_downs, explanation_rows

_NUMBER_FORMATS = {
    ColumnKind.INTEGER: "0",
    ColumnKind.NUMBER: "0.00",
    ColumnKind.MONEY: "#,##0.00",
    ColumnKind.DATE: "dd/mm/yyyy",
}
_WIDTHS = {
    ColumnKind.TEXT: 32,
    ColumnKind.CHOICE: 24,
    ColumnKind.CHOICES: 32,
    ColumnKind.MONTHS: 18,
}
_WIDTH = 14
_EXPLANATION_WIDTHS = (28, 12, 64, 30)
_HEADER_FILL = PatternFill("solid", fgColor="FFE3E8EE")
_NOT_IN_A_SHEET_NAME = re.compile(r"[\\/*?:\[\]]")

CellMaker = Callable[[Any, Any], Any]


def write_xlsx(
    spec: SheetSpec,
    rows: Iterable[Mapping[str, Any]],
    *,
    title: Wording | None = None,
    languages: Sequence[Language] = (DUTCH,),
    examples: Sequence[Mapping[str, Any]] = (),
) -> bytes:
    """The whole file; a value is found under the key of its column."""
    target = io.BytesIO()
    save_xlsx(spec, rows, target, title=title, languages=languages, examples=examples)
    return target.getvalue()


def save_xlsx(
    spec: SheetSpec,
    rows: Iterable[Mapping[str, Any]],
    target: BinaryIO,
    *,
    title: Wording | None = None,
    languages: Sequence[Language] = (DUTCH,),
    examples: Sequence[Mapping[str, Any]] = (),
) -> None:
    """Write the file row by row; only one row at a time is in memory."""
    workbook = Workbook(write_only=True)
    language = languages[0]
    workbook.properties.title = cleaned_text(language.words(title or spec.title))
    workbook.properties.creator = ""
    sheet = workbook.create_sheet(_sheet_name(language.words(spec.title), language))
    try:
        last_row = _write_list(sheet, spec, rows, languages)
    except BaseException:
        sheet.close()  # else the library trips over its half-written file later, in another place
        raise
    sheet.auto_filter.ref = f"A1:{column_letter(len(spec.columns) - 1)}{last_row}"
    add_drop_downs(sheet, spec, language)
    _write_explanation(workbook.create_sheet(language.words(EXPLANATION)), spec, languages, examples)
    workbook.save(target)


def text_cell(sheet: Any, text: str) -> Any:
    """A cell of text that stays text: never a formula or an error, whatever it begins with."""
    if len(text) > CELL_CHARACTERS:
        raise ValueError(f"a cell holds at most {CELL_CHARACTERS} characters, not {len(text)}")
    cell = WriteOnlyCell(sheet, escaped_text(quoted_text(text)))
    cell.data_type = "s"
    if is_risky(text):
        cell.quotePrefix = True
    return cell


def _write_list(sheet: Any, spec: SheetSpec, rows: Iterable[Mapping[str, Any]], languages: Sequence[Language]) -> int:
    """Header and rows; the number of the last row."""
    sheet.freeze_panes = "A2"
    for at, column in enumerate(spec.columns):
        sheet.column_dimensions[column_letter(at)].width = _WIDTHS.get(column.kind, _WIDTH)
    sheet.append([_header_cell(sheet, languages[0].words(column.header)) for column in spec.columns])
    makers = [(column.key, _cell_maker(column, languages)) for column in spec.columns]
    number = 1
    for row in rows:
        sheet.append([make(sheet, row.get(key)) for key, make in makers])
        number += 1
    return number


def _write_explanation(
    sheet: Any, spec: SheetSpec, languages: Sequence[Language], examples: Sequence[Mapping[str, Any]]
) -> None:
    sheet.freeze_panes = "A2"
    for at, width in enumerate(_EXPLANATION_WIDTHS):
        sheet.column_dimensions[column_letter(at)].width = width
    for number, texts in enumerate(explanation_rows(spec, languages, examples)):
        make = _wrapped_cell if number else _header_cell
        sheet.append([make(sheet, text) if text else None for text in texts])


def _header_cell(sheet: Any, text: str) -> Any:
    cell = text_cell(sheet, text)
    cell.font = Font(bold=True)
    cell.fill = _HEADER_FILL
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _wrapped_cell(sheet: Any, text: str) -> Any:
    cell = text_cell(sheet, text)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cell_maker(column: ColumnSpec, languages: Sequence[Language]) -> CellMaker:
    number_format, write = _NUMBER_FORMATS.get(column.kind), cell_writer(column, languages=languages)
    worth = _worth_of_money if column.kind is ColumnKind.MONEY else _worth

    def make(sheet: Any, value: Any) -> Any:
        if number_format is None or isinstance(value, Typed):
            return _cell_of_text(sheet, write(value))
        return _cell_of_number(sheet, worth(value), number_format)

    return make


def _cell_of_text(sheet: Any, text: str) -> Any:
    return text_cell(sheet, text) if text else None


def _cell_of_number(sheet: Any, worth: int | Decimal | date | None, number_format: str) -> Any:
    if worth is None:
        return None
    cell = WriteOnlyCell(sheet, worth)
    cell.number_format = number_format
    return cell


def _worth(value: Any) -> Any:
    return value


def _worth_of_money(cents: int | None) -> Decimal | None:
    return None if cents is None else decimal_from_cents(cents)


def _sheet_name(title: str, language: Language) -> str:
    """A name that Excel takes: at most 31 characters, some signs not, and not that of the explanation."""
    name = _NOT_IN_A_SHEET_NAME.sub(" ", cleaned_text(title)).strip(" '")[:31].strip(" '") or "1"
    return name if plain_name(name) != plain_name(language.words(EXPLANATION)) else "1"
