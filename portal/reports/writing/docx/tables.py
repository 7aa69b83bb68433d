"""Tables of a document: a header row that is repeated on every page, figures at the right, a total in bold."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from portal.reports.types import Cell, CellKind, Facts, Grid
from portal.reports.writing.docx.markup import paragraph
from portal.reports.writing.shape import column_shares
from portal.reports.writing.words import Words

BESIDE_MARGIN = 220  # twentieths of a point that the sides of a cell keep free
_AT_THE_RIGHT = {CellKind.CENTS, CellKind.COUNT, CellKind.SHARE, CellKind.HOURS}


def grid_markup(grid: Grid, words: Words, width: int) -> list[str]:
    """The caption, and the table or the sentence that there is nothing; `width` in twentieths of a point."""
    caption = words.say(grid.caption)
    if not grid.rows:
        return [paragraph(caption, "Caption", keep=True), paragraph(words.say(grid.when_empty))]
    kinds = [column.kind for column in grid.columns]
    widths = _widths(grid, words, width)
    titles = [words.say(column.title) for column in grid.columns]
    rows = [_row(titles, kinds, widths, is_header=True)]
    rows += [_row(_cells(row, kinds, words), kinds, widths) for row in grid.rows]
    if grid.total is not None:
        rows.append(_row(_cells(grid.total, kinds, words), kinds, widths, is_total=True))
    return [paragraph(caption, "Caption", keep=True), _table("".join(rows), widths, caption, "PaperGrid"), _space()]


def facts_markup(facts: Facts, words: Words, width: int) -> list[str]:
    """Pairs as a table of two columns, the names in bold."""
    widths = [round(width * 0.36), width - round(width * 0.36)]
    rows = [
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        f"{_cell(words.say(name), widths[0], bold=True)}{_cell(words.say(value), widths[1])}</w:tr>"
        for name, value in facts.rows
    ]
    return [_table("".join(rows), widths, "", "PaperFacts"), _space()] if rows else []


def beside_markup(cells: Sequence[list[str]], width: int) -> list[str]:
    """Paragraphs beside each other, in a row without lines."""
    share = width // len(cells)
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="dxa"/></w:tcPr>{"".join(parts)}</w:tc>' for parts in cells
    )
    columns = f'<w:gridCol w:w="{share}"/>' * len(cells)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{share * len(cells)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr></w:tbl>"
    )
    return [table, _space()]


def _space() -> str:
    """Between a table and what follows: two tables in a row would become one."""
    return paragraph("", "AfterTable")


def _table(rows: str, widths: Sequence[int], caption: str, style: str) -> str:
    named = f'<w:tblCaption w:val="{escape(caption)}"/>' if caption else ""
    look = '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:noHBand="0" w:noVBand="1"/>'
    if style == "PaperFacts":
        look = '<w:tblLook w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:noHBand="1" w:noVBand="1"/>'
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{named}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def _cells(row: tuple[Cell, ...], kinds: Sequence[CellKind], words: Words) -> list[str]:
    return [words.cell(kind, cell) for kind, cell in zip(kinds, row, strict=True)]


def _row(
    cells: Sequence[str],
    kinds: Sequence[CellKind],
    widths: Sequence[int],
    *,
    is_header: bool = False,
    is_total: bool = False,
) -> str:
    how = "<w:cantSplit/>" + ("<w:tblHeader/>" if is_header else "")
    written = "".join(
        _cell(
            text,
            width,
            align="right" if kind in _AT_THE_RIGHT else "",
            bold=is_header or is_total,
            edge='<w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="1C252D"/></w:tcBorders>'
            if is_total
            else "",
            fill="E3E8EE" if is_header else "",
        )
        for text, kind, width in zip(cells, kinds, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{how}</w:trPr>{written}</w:tr>"


def _cell(text: str, width: int, *, align: str = "", bold: bool = False, edge: str = "", fill: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    look = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge}{shade}</w:tcPr>'
    return f"<w:tc>{look}{paragraph(text, 'InTable', align=align, bold=bold)}</w:tc>"


def _widths(grid: Grid, words: Words, width: int) -> list[int]:
    """The width divided after what stands in the columns."""
    parts = [round(width * share) for share in column_shares(grid, words)]
    parts[-1] += width - sum(parts)
    return parts
