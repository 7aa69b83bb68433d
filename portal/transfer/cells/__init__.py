"""From a cell to a value and back, for each kind of column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from portal.foundation.formulas import restored_text
from portal.foundation.wording import say
from portal.transfer.cells.choices import ChoiceNames, boolean_text, read_boolean
from portal.transfer.cells.dates import date_text, read_date
from portal.transfer.cells.months import months_text, read_months
from portal.transfer.cells.numbers import money_text, number_text, read_integer, read_money, read_number
from portal.transfer.cells.shares import read_share, share_text
from portal.transfer.cells.texts import cleaned_text, read_text, short_text, typed_text
from portal.transfer.types import (
    CELL_CHARACTERS,
    DUTCH,
    BadCell,
    BrokenCell,
    ColumnKind,
    ColumnSpec,
    Formula,
    Language,
    RawValue,
    Share,
    Typed,
)

# No value of these kinds is longer; more is a text in the wrong column, and costs time to look through.
_LONGEST = {ColumnKind.CHOICE: 500, ColumnKind.MONTHS: 200}
_LONGEST_OF_OTHERS = 100
_ANY_LENGTH = {ColumnKind.TEXT, ColumnKind.CHOICES}

CellReader = Callable[[RawValue], Any]
CellWriter = Callable[[Any], str]


def cell_reader(
    column: ColumnSpec, *, languages: Sequence[Language] = (DUTCH,), starts_in_1904: bool = False
) -> CellReader:
    """A function that gives the value of a cell of this column (None when empty), or raises BadCell."""
    read = _reader_of_kind(column, languages, starts_in_1904=starts_in_1904)
    longest = CELL_CHARACTERS if column.kind in _ANY_LENGTH else _LONGEST.get(column.kind, _LONGEST_OF_OTHERS)

    def read_cell(value: RawValue) -> Any:
        match value:
            case Formula():
                raise BadCell(
                    say("Deze cel bevat een formule. Formules worden niet uitgerekend. Plak de uitkomst als waarde.")
                )
            case BrokenCell(code):
                raise BadCell(say("Deze cel toont de fout %(code)s. Verbeter de cel in je rekenblad.", code=code))
            case str():
                value = restored_text(value)
        if value is None or value == "":
            if column.required:
                raise BadCell(say("Deze cel is leeg. Vul ze in, ze is verplicht."))
            return None
        if isinstance(value, str) and len(value) > longest:
            raise BadCell(say("“%(text)s” is te lang voor deze kolom.", text=short_text(value)))
        return read(value)

    return read_cell


def _reader_of_kind(column: ColumnSpec, languages: Sequence[Language], *, starts_in_1904: bool) -> CellReader:
    negative = column.may_be_negative
    match column.kind:
        case ColumnKind.TEXT:
            return lambda value: read_text(value, max_length=column.max_length)
        case ColumnKind.INTEGER:
            return lambda value: read_integer(value, may_be_negative=negative)
        case ColumnKind.NUMBER:
            return lambda value: read_number(value, may_be_negative=negative)
        case ColumnKind.MONEY:
            return lambda value: read_money(value, may_be_negative=negative)
        case ColumnKind.DATE:
            return lambda value: read_date(value, starts_in_1904=starts_in_1904)
        case ColumnKind.CHOICE:
            return ChoiceNames(column, languages).read
        case ColumnKind.CHOICES:
            return ChoiceNames(column, languages).read_many
    return _PLAIN_READERS[column.kind]


_PLAIN_READERS: Mapping[ColumnKind, CellReader] = {
    ColumnKind.BOOLEAN: read_boolean,
    ColumnKind.SHARE: read_share,
    ColumnKind.MONTHS: read_months,
}


def cell_writer(column: ColumnSpec, *, languages: Sequence[Language] = (DUTCH,)) -> CellWriter:
    """A function that writes a value of this column in words, in the first of the languages."""
    write = _writer_of_kind(column, languages)

    def write_cell(value: Any) -> str:
        if isinstance(value, Typed):
            return cleaned_text(typed_text(value.value))
        return "" if value is None else write(value)

    return write_cell


def _writer_of_kind(column: ColumnSpec, languages: Sequence[Language]) -> CellWriter:
    language = languages[0]
    match column.kind:
        case ColumnKind.NUMBER:
            return number_text
        case ColumnKind.MONEY:
            return money_text
        case ColumnKind.DATE:
            return date_text
        case ColumnKind.CHOICE:
            return ChoiceNames(column, languages).text
        case ColumnKind.CHOICES:
            return ChoiceNames(column, languages).text_of_many
        case ColumnKind.BOOLEAN:
            return lambda value: boolean_text(value, language)
        case ColumnKind.SHARE:
            return lambda value: _share_text(value, language)
        case ColumnKind.MONTHS:
            return lambda value: months_text(value, language.code)
        case ColumnKind.INTEGER:
            return str
    return lambda value: cleaned_text(str(value))


def _share_text(value: Share | tuple[int, int], language: Language) -> str:
    return share_text(value if isinstance(value, Share) else Share(*value), language)
