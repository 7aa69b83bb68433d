"""The tables of a paper as a workbook: a sheet each, real numbers and days, text that stays text."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from copy import copy
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from portal.foundation.money import decimal_from_cents
from portal.foundation.wording import Wording, say
from portal.reports.types import Cell, CellKind, Column, Grid, Paper
from portal.reports.writing.delimited import all_grids
from portal.reports.writing.sealing import sealed
from portal.reports.writing.words import DRAFT_MARK, DRAFT_SENTENCE, DUTCH, Words
from portal.transfer.types import CELL_CHARACTERS, EXPLANATION
from portal.transfer.writing.workbook import text_cell

_FORMATS = {
    CellKind.CENTS: "#,##0.00",
    CellKind.COUNT: "#,##0",
    CellKind.DAY: "dd/mm/yyyy",
    CellKind.SHARE: "0.00%",
    CellKind.HOURS: "0.00",
}
_WIDTHS = {
    CellKind.TEXT: 12,
    CellKind.CENTS: 15,
    CellKind.COUNT: 12,
    CellKind.DAY: 12,
    CellKind.SHARE: 10,
    CellKind.HOURS: 10,
}
_WIDEST = 60
_HEADER_FILL = PatternFill("solid", fgColor="FFE3E8EE")
_BOLD = Font(bold=True)
_ABOVE_TOTAL = Border(top=Side(style="thin"))
_NOT_IN_A_NAME = re.compile(r"[\\/*?:\[\]]")


def paper_xlsx(paper: Paper, words: Words = DUTCH) -> bytes:
    """One sheet for each table, and a last one that tells what the file is."""
    workbook = Workbook(write_only=True)
    workbook.properties.title = words.say(paper.title)
    workbook.properties.creator = words.say(paper.network)
    workbook.properties.language = words.language
    workbook.properties.created = workbook.properties.modified = paper.state.at.replace(tzinfo=None)
    taken: set[str] = set()
    for grid in all_grids(paper):
        _write_grid(workbook.create_sheet(_sheet_name(grid, words, taken)), grid, paper, words)
    _write_about(workbook.create_sheet(words.say(EXPLANATION)), paper, words)
    target = io.BytesIO()
    workbook.save(target)
    return sealed(target.getvalue(), paper.state.at)


def _write_grid(sheet: Any, grid: Grid, paper: Paper, words: Words) -> None:
    sheet.freeze_panes = "A2"
    _set_for_printing(sheet, paper, words)
    for at, width in enumerate(_widths(grid, words), start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.append([_header_cell(sheet, words.say(column.title)) for column in grid.columns])
    kinds = [column.kind for column in grid.columns]
    for row in grid.rows:
        sheet.append([_cell(sheet, kind, value, words) for kind, value in zip(kinds, row, strict=True)])
    if grid.rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(kinds))}{len(grid.rows) + 1}"
    if grid.total is not None:
        sheet.append([_total_cell(sheet, kind, value, words) for kind, value in zip(kinds, grid.total, strict=True)])


def _set_for_printing(sheet: Any, paper: Paper, words: Words) -> None:
    """Fits the width of a sheet of paper, with the header on every page and, on a draft, that it is one."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    mark = f"{words.say(DRAFT_MARK)} - " if paper.is_draft else ""
    sheet.oddHeader.left.text = _printed(f"{mark}{words.say(paper.title)}, {words.say(paper.network)}")
    sheet.oddFooter.left.text = _printed(words.state(paper.state))
    sheet.oddFooter.right.text = "&P / &N"


def _printed(text: str) -> str:
    """A text in the head or foot of a printed sheet, where an ampersand begins an order to the program."""
    return " ".join(text.split()).replace("&", "&&")[:200]


def _write_about(sheet: Any, paper: Paper, words: Words) -> None:
    """What the file is, of when, and, for a draft, what is missing."""
    sheet.column_dimensions["A"].width = 100
    lines = [words.say(paper.title), words.say(paper.subtitle), words.head(paper), str(paper.year)]
    lines.append(words.state(paper.state))
    if paper.is_draft:
        lines += [words.say(DRAFT_MARK), words.say(DRAFT_SENTENCE)]
        lines += [f"{one.rule}: {words.say(one.sentence)}" for one in paper.findings if one.blocks]
        lines += [words.say(one.sentence) for one in paper.missing if one.blocks]
    else:
        lines.append(words.say(say("Bedragen zijn in euro.")))
    for number, line in enumerate(line for line in lines if line):
        cell = text_cell(sheet, line[:CELL_CHARACTERS])
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if not number:
            cell.font = _BOLD
        sheet.append([cell])


def _widths(grid: Grid, words: Words) -> list[float]:
    """Wide enough for what stands in the first rows."""
    return [_width(at, column, grid.rows[:100], words) for at, column in enumerate(grid.columns)]


def _width(at: int, column: Column, rows: Sequence[tuple[Cell, ...]], words: Words) -> float:
    least = max(_WIDTHS[column.kind], len(words.say(column.title)) + 3)
    if column.kind is not CellKind.TEXT:
        return min(least, 24)
    return min(_WIDEST, max([least, *(len(words.cell(column.kind, row[at])) + 2 for row in rows)]))


def _cell(sheet: Any, kind: CellKind, value: Cell, words: Words) -> Any:
    match value:
        case None:
            return None
        case int() if kind is not CellKind.TEXT:
            cell = WriteOnlyCell(sheet, _number(kind, value))
        case date():
            cell = WriteOnlyCell(sheet, value)
            kind = CellKind.DAY
        case int():
            return WriteOnlyCell(sheet, value)
        case str() | Wording():
            text = words.say(value)
            return text_cell(sheet, text[:CELL_CHARACTERS]) if text else None
    cell._style = _style_of(sheet, _FORMATS[kind])
    return cell


def _style_of(sheet: Any, number_format: str) -> Any:
    """The look of a number, made once for a sheet: looking it up for each cell takes longer than writing it."""
    styles = sheet.__dict__.setdefault("styles_of_paper", {})
    if number_format not in styles:
        example = WriteOnlyCell(sheet)
        example.number_format = number_format
        styles[number_format] = example._style
    return copy(styles[number_format])


def _number(kind: CellKind, value: int) -> Any:
    """Money in euro and shares as parts of one, exact."""
    match kind:
        case CellKind.CENTS:
            return decimal_from_cents(value)
        case CellKind.SHARE:
            return decimal_from_cents(value) / 100
        case CellKind.HOURS:
            return round(Decimal(value) / 60, 2)
    return value


def _header_cell(sheet: Any, text: str) -> Any:
    cell = text_cell(sheet, text[:CELL_CHARACTERS])
    cell.font = _BOLD
    cell.fill = _HEADER_FILL
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _total_cell(sheet: Any, kind: CellKind, value: Cell, words: Words) -> Any:
    cell = _cell(sheet, kind, value, words)
    if cell is not None:
        cell.font = _BOLD
        cell.border = _ABOVE_TOTAL
    return cell


def _sheet_name(grid: Grid, words: Words, taken: set[str]) -> str:
    """A name that Excel takes: at most 31 signs, some not, each once and not that of the explanation."""
    wanted = _NOT_IN_A_NAME.sub(" ", words.say(grid.key or grid.caption)).strip(" '") or "1"
    name, number = wanted[:31].strip(" '"), 1
    while name.casefold() in taken or name.casefold() in ("history", words.say(EXPLANATION).casefold()):
        number += 1
        name = f"{wanted[:27].strip()} {number}"
    taken.add(name.casefold())
    return name
