"""A workbook with a sheet or a block per category, read as one table: the category becomes a column of its own.

The federal sheet has a table for each category, an overview beside it and totals under it; only the lines are read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from portal.foundation.wording import say
from portal.transfer.cells.texts import plain_name
from portal.transfer.columns import known_names
from portal.transfer.reading.delimited import read_delimited
from portal.transfer.reading.recognition import recognise
from portal.transfer.reading.refusals import too_many_rows
from portal.transfer.reading.survey import SheetFacts
from portal.transfer.reading.tables import notes_of_facts, read_table
from portal.transfer.reading.workbook import Sheet, read_workbook
from portal.transfer.types import (
    DUTCH,
    EXPLANATION,
    LIMITS,
    Heading,
    Language,
    Limits,
    Note,
    RawRow,
    RawTable,
    RawValue,
    SheetSpec,
    TransferFormat,
)

GROUP = "category"  # the key of the column that says which category a line belongs to
PLACE = "place"  # the key of the column that says on which sheet and row a line stood

IsGroup = Callable[[str], bool]


@dataclass
class _Found:
    """What was gathered from all sheets."""

    rows: list[tuple[str, str, RawRow, dict[str, RawValue]]] = field(default_factory=list)  # sheet, group, row, cells
    headers: dict[str, tuple[int, str]] = field(default_factory=dict)  # key -> first position and text
    blocks: int = 0
    groups: bool = False
    sheets: set[str] = field(default_factory=set)


def read_blocks(
    data: bytes,
    filename: str,
    spec: SheetSpec,
    *,
    is_group: IsGroup,
    languages: Sequence[Language] = (DUTCH,),
    limits: Limits = LIMITS,
) -> RawTable:
    """One table with the lines of every sheet and block; a plain list is read as any other list."""
    kind = recognise(data, filename, limits)
    names = known_names(spec, languages)
    sheets, starts_in_1904 = _sheets_of(data, kind, names, limits)
    explanations = {language.words(EXPLANATION) for language in languages}
    shown = [one for one in sheets if not one.is_hidden and one.title not in explanations]
    found = _Found()
    for sheet in shown:
        _gather(sheet, names, is_group, found)
    if not found.blocks or (found.blocks == 1 and not found.groups):
        return read_table(data, filename, spec, languages=languages, limits=limits)
    if len(found.rows) > limits.rows:
        raise too_many_rows(limits)
    return _table(found, shown, [one for one in sheets if one.is_hidden], kind, spec, starts_in_1904, languages)


def _sheets_of(data: bytes, kind: TransferFormat, names: dict[str, str], limits: Limits) -> tuple[list[Sheet], bool]:
    if kind is TransferFormat.XLSX:
        workbook = read_workbook(data, limits)
        return [one for one in workbook.sheets if one.rows], workbook.starts_in_1904
    text = read_delimited(data, limits, lambda cells: len(_keys_of(cells, names)))
    return [Sheet("", text.rows)], False


def _keys_of(cells: Sequence[RawValue], names: dict[str, str]) -> dict[str, int]:
    """The columns that a row names, each where it stands first: what stands again at the right is an overview."""
    keys: dict[str, int] = {}
    for at, cell in enumerate(cells):
        if isinstance(cell, str) and (key := names.get(plain_name(cell))) is not None:
            keys.setdefault(key, at)
    return keys


def _gather(sheet: Sheet, names: dict[str, str], is_group: IsGroup, found: _Found) -> None:
    group = sheet.title if sheet.title and is_group(sheet.title) else ""
    columns: dict[str, int] | None = None
    before = 0
    for row in sheet.rows:
        keys = _keys_of(row.cells, names)
        if len(keys) >= 3 or (len(keys) >= 2 and "description" in keys):
            columns = keys
            found.blocks += 1
            for key, at in keys.items():
                found.headers.setdefault(key, (at, str(row.cell(at) or "")))
        elif (caption := _caption(row)) and is_group(caption):
            group = caption
        elif caption and row.number > before + 1:
            columns = None  # a title after an empty row begins something else
        elif columns is not None:
            cells = {key: row.cell(at) for key, at in columns.items()}
            if any(cell is not None for cell in cells.values()):
                found.rows.append((sheet.title, group, row, cells))
                found.groups |= bool(group)
                found.sheets.add(sheet.title)
        before = row.number


def _caption(row: RawRow) -> str:
    """The only text of a row, when there is one at its beginning."""
    filled = [at for at, cell in enumerate(row.cells) if cell is not None]
    first = row.cell(filled[0]) if filled else None
    return first.strip() if filled == [0] and isinstance(first, str) else ""


def _table(
    found: _Found,
    shown: Sequence[Sheet],
    hidden: Sequence[Sheet],
    kind: TransferFormat,
    spec: SheetSpec,
    starts_in_1904: bool,
    languages: Sequence[Language],
) -> RawTable:
    headings = [Heading(at, text) for at, text in sorted(found.headers.values())]
    positions = {key: at for key, (at, _text) in found.headers.items()}
    width = max((one.position for one in headings), default=-1) + 1
    one_sheet = len(found.sheets) <= 1
    for key in (GROUP, PLACE):
        if key not in positions:
            positions[key] = width
            headings.append(Heading(width, languages[0].words(spec.column(key).header)))
            width += 1
    rows = []
    for at, (title, group, row, cells) in enumerate(found.rows, start=1):
        values: list[RawValue] = [None] * width
        for key, cell in cells.items():
            values[positions[key]] = cell
        if values[positions[GROUP]] is None:
            values[positions[GROUP]] = group or None
        values[positions[PLACE]] = _place(title, row.number)
        if _is_total(values, positions):
            values[positions[GROUP]] = values[positions[PLACE]] = None
        rows.append(RawRow(row.number if one_sheet else at, tuple(values), is_hidden=row.is_hidden))
    notes = [*_notes(found, shown, hidden), *_hidden_rows(found)]
    return RawTable(
        headers=tuple(headings),
        rows=tuple(rows),
        kind=kind,
        header_row=1,
        width=width,
        sheet=next(iter(found.sheets)) if one_sheet and found.sheets else None,
        starts_in_1904=starts_in_1904,
        notes=tuple(notes),
    )


def _place(title: str, number: int) -> str:
    return f"{title}, rij {number}" if title else str(number)


def _is_total(values: Sequence[RawValue], positions: dict[str, int]) -> bool:
    """A row of totals has a word and figures; the marks that we add ourselves would hide that."""
    said = [value for at, value in enumerate(values) if at not in (positions[GROUP], positions[PLACE])]
    words = [value for value in said if isinstance(value, str)]
    return len(words) >= 1 and plain_name(words[0]).startswith(("totaal", "total", "som", "subtot", "eindtot"))


def _notes(found: _Found, shown: Sequence[Sheet], hidden: Sequence[Sheet]) -> list[Note]:
    notes = [
        Note(say("Het blad “%(sheet)s” heeft geen lijnen. Het is niet gelezen.", sheet=one.title))
        for one in shown
        if one.title and one.title not in found.sheets
    ]
    notes += [Note(say("Het verborgen blad “%(other)s” is niet gelezen.", other=one.title)) for one in hidden]
    for one in shown:
        facts: SheetFacts = one.facts
        if one.title in found.sheets:
            notes += notes_of_facts(facts, 1, 100)
    return notes


def _hidden_rows(found: _Found) -> list[Note]:
    return [
        Note(say("Rij %(row)s is verborgen in het bestand.", row=_place(title, row.number)))
        for title, _group, row, _cells in found.rows
        if row.is_hidden
    ]
