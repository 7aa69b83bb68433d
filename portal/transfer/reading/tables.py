"""From the bytes of a file to one table: its header row, its rows, and what the reader must know about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.utils import range_boundaries

from portal.foundation.wording import say
from portal.transfer.cells.texts import plain_name, text_of
from portal.transfer.columns import known_names
from portal.transfer.reading.delimited import DelimitedText, read_delimited
from portal.transfer.reading.recognition import recognise
from portal.transfer.reading.refusals import too_many_rows
from portal.transfer.reading.survey import SheetFacts
from portal.transfer.reading.workbook import Sheet, Workbook, read_workbook
from portal.transfer.types import (
    DUTCH,
    EXPLANATION,
    LIMITS,
    TITLE_ROWS,
    Heading,
    Language,
    Limits,
    Note,
    RawRow,
    RawTable,
    RawValue,
    SheetSpec,
    TransferFormat,
    UnreadableFile,
    column_letter,
)


def read_table(
    data: bytes,
    filename: str,
    spec: SheetSpec | None = None,
    *,
    languages: Sequence[Language] = (DUTCH,),
    limits: Limits = LIMITS,
) -> RawTable:
    """The table in the file, or UnreadableFile; `spec` helps to find header row, sheet and separator."""
    search = _HeaderSearch(spec, languages)
    if recognise(data, filename, limits) is TransferFormat.XLSX:
        table = _table_of_workbook(read_workbook(data, limits), search, languages)
    else:
        table = _table_of_text(read_delimited(data, limits, search.hits), search)
    if len(table.rows) > limits.rows:
        raise too_many_rows(limits)
    return table


class _HeaderSearch:
    """Finds the row of headers under titles and blank rows."""

    def __init__(self, spec: SheetSpec | None, languages: Sequence[Language]) -> None:
        self._names = known_names(spec, languages) if spec else {}
        self._columns = len(spec.columns) if spec else 0

    def hits(self, cells: Sequence[RawValue]) -> int:
        """How many columns of the list are named in these cells."""
        names = (plain_name(cell) for cell in cells if isinstance(cell, str))
        return len({self._names[name] for name in names if name in self._names})

    def find(self, rows: Sequence[RawRow]) -> int:
        """Where the headers stand: the first row with half of them, else with the most, else the first."""
        hits = [self.hits(row.cells) for row in rows[:TITLE_ROWS]]
        half = next((at for at, count in enumerate(hits) if self._columns and count * 2 >= self._columns), None)
        if half is not None:
            return half
        best = max(hits)
        if best >= 2:
            return hits.index(best)
        return next((at for at, row in enumerate(rows[:TITLE_ROWS]) if _filled(row) > 1), 0)

    def best(self, sheet: Sheet) -> int:
        return max((self.hits(row.cells) for row in sheet.rows[:TITLE_ROWS]), default=0)


def _filled(row: RawRow) -> int:
    return sum(cell is not None for cell in row.cells)


def _table_of_text(text: DelimitedText, search: _HeaderSearch) -> RawTable:
    if not text.rows:
        raise _no_rows()
    at = search.find(text.rows)
    rows = text.rows[at + 1 :]
    width = text.widths[text.rows[at].number]
    notes = list(_notes_above(text.rows, at))
    if text.encoding == "windows-1252":
        notes.append(
            Note(say("Dit bestand heeft een oude tekencodering. Kijk na of letters met een accent juist zijn."))
        )
    return RawTable(
        headers=_headings(text.rows[at], rows, width),
        rows=tuple(rows),
        kind=TransferFormat.CSV,
        header_row=text.rows[at].number,
        width=width,
        encoding=text.encoding,
        delimiter=text.delimiter,
        notes=tuple(notes),
    )


def _table_of_workbook(workbook: Workbook, search: _HeaderSearch, languages: Sequence[Language]) -> RawTable:
    sheets = [sheet for sheet in workbook.sheets if sheet.rows]
    visible = [sheet for sheet in sheets if not sheet.is_hidden]
    if not visible:
        raise _no_rows()
    sheet = max(visible, key=search.best)  # the first one when none has more known headers
    at = search.find(sheet.rows)
    rows = sheet.rows[at + 1 :]
    width = max(len(row.cells) for row in sheet.rows[at:])
    header_row = sheet.rows[at].number
    explanations = {language.words(EXPLANATION) for language in languages}
    others = [other for other in sheets if other is not sheet and other.title not in explanations]
    return RawTable(
        headers=_headings(sheet.rows[at], rows, width),
        rows=tuple(rows),
        kind=TransferFormat.XLSX,
        header_row=header_row,
        width=width,
        sheet=sheet.title,
        starts_in_1904=workbook.starts_in_1904,
        notes=(
            *_notes_above(sheet.rows, at),
            *(_note_of_other(other, sheet) for other in others),
            *notes_of_facts(sheet.facts, header_row, width),
            *(Note(say("Rij %(row)s is verborgen in het bestand.", row=row.number), row.number)
              for row in rows if row.is_hidden),
        ),
    )  # fmt: skip


def _headings(header: RawRow, rows: Sequence[RawRow], width: int) -> tuple[Heading, ...]:
    texts = [text_of(header.cell(at)) for at in range(width)]
    below = {at for row in rows for at, cell in enumerate(row.cells) if cell is not None}
    return tuple(Heading(at, text) for at, text in enumerate(texts) if text or at in below)


def _no_rows() -> UnreadableFile:
    return UnreadableFile(say("Er staat geen tabel in dit bestand."))


def _notes_above(rows: Sequence[RawRow], at: int) -> Iterator[Note]:
    if at:
        number = rows[at].number
        yield Note(
            say(
                "De koppen van de kolommen staan op rij %(row)s. Wat daarboven staat, is niet gelezen.",
                row=number,
            ),
            number,
        )


def _note_of_other(other: Sheet, sheet: Sheet) -> Note:
    if other.is_hidden:
        return Note(say("Het verborgen blad “%(other)s” is niet gelezen.", other=other.title))
    return Note(
        say(
            "Alleen het blad “%(sheet)s” is gelezen. Het blad “%(other)s” niet.",
            sheet=sheet.title,
            other=other.title,
        )
    )


def notes_of_facts(facts: SheetFacts, header_row: int, width: int) -> Iterator[Note]:
    for first, last in facts.hidden_columns:
        for position in range(max(first, 1) - 1, min(last, width)):
            yield Note(say("Kolom %(letter)s is verborgen in het bestand.", letter=column_letter(position)))
    for area in facts.merged:
        try:
            _, first_row, _, last_row = range_boundaries(area)
        except (TypeError, ValueError):
            continue
        if isinstance(first_row, int) and isinstance(last_row, int) and last_row >= header_row:
            sentence = say("De cellen %(area)s zijn samengevoegd. Alleen de eerste cel telt.", area=area)
            yield Note(sentence, first_row)
