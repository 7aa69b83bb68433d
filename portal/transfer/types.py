"""What a list looks like as a spreadsheet, what was read from one, and what was wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from openpyxl.utils import get_column_letter

from portal.foundation.wording import Wording, say

TITLE_ROWS = 30  # how many rows may stand above the header
CELL_CHARACTERS = 32_767  # what one cell of a spreadsheet program holds


class TransferFormat(StrEnum):
    """The two kinds of files that the portal reads and writes."""

    CSV = "csv"
    XLSX = "xlsx"


MEDIA_TYPES = {
    TransferFormat.CSV: "text/csv; charset=utf-8",
    TransferFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class ColumnKind(StrEnum):
    """What the cells of a column hold, and so the Python value that comes out of them."""

    TEXT = "text"  # str
    INTEGER = "integer"  # int
    NUMBER = "number"  # Decimal with at most two decimals
    MONEY = "money"  # int, cents
    DATE = "date"  # date
    CHOICE = "choice"  # str, the code
    CHOICES = "choices"  # tuple of codes
    BOOLEAN = "boolean"  # bool
    SHARE = "share"  # Share
    MONTHS = "months"  # tuple of 1..12, in order


@dataclass(frozen=True)
class Share:
    """So many of so many: 6 of the 20 visitors are of the target group."""

    part: int
    whole: int


@dataclass(frozen=True)
class Language:
    """A language that headers, choices and words are written in; `translate` looks up a Dutch source text."""

    code: str
    translate: Callable[[str], str]

    def words(self, wording: Wording) -> str:
        return wording.render(self.translate)


def _as_it_is(msgid: str) -> str:
    return msgid


DUTCH = Language("nl", _as_it_is)

EXPLANATION = say("Uitleg")  # the name of the sheet that explains the columns


@dataclass(frozen=True)
class ColumnSpec:
    """One column of a list; `choices` goes from the stored code to the label that people see."""

    key: str
    header: Wording
    kind: ColumnKind = ColumnKind.TEXT
    required: bool = False
    choices: Mapping[str, Wording] = field(default_factory=dict)
    hint: Wording | None = None
    max_length: int = CELL_CHARACTERS
    aliases: tuple[str, ...] = ()
    may_be_negative: bool = False

    def __post_init__(self) -> None:
        if any(separator in code for code in self.choices for separator in ";|\n"):
            raise ValueError(f"a code of column {self.key} contains a character that separates choices")


@dataclass(frozen=True)
class SheetSpec:
    """A list as a table: `name` becomes the file name, `title` the name of the sheet."""

    name: str
    title: Wording
    columns: tuple[ColumnSpec, ...]

    def __post_init__(self) -> None:
        keys = [column.key for column in self.columns]
        if len(set(keys)) != len(keys):
            raise ValueError(f"sheet {self.name} has two columns with the same key")

    def column(self, key: str) -> ColumnSpec:
        return next(column for column in self.columns if column.key == key)


@dataclass(frozen=True)
class Limits:
    """How much of a file is read at most; everything above is refused before it is unpacked or kept."""

    file_bytes: int = 10 * 1024 * 1024
    unpacked_bytes: int = 150 * 1024 * 1024
    unpacked_ratio: int = 200
    ratio_from_bytes: int = 5 * 1024 * 1024  # below this a high ratio does no harm
    archive_entries: int = 1_000
    xml_elements: int = 3_500_000
    kept_elements: int = 150_000  # of a part that is kept whole in memory, such as the styles
    rows: int = 20_000
    columns: int = 100
    cells: int = 1_000_000
    cell_characters: int = CELL_CHARACTERS


LIMITS = Limits()


class UnreadableFile(Exception):
    """The whole file is refused; `message` says why and what to do about it."""

    def __init__(self, message: Wording) -> None:
        super().__init__(str(message))
        self.message = message


class BadCell(Exception):
    """One cell is refused; the row and the column are added where they are known."""

    def __init__(self, reason: Wording) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class Formula:
    """A cell that holds a formula: shown, never worked out."""

    text: str


@dataclass(frozen=True)
class BrokenCell:
    """A cell in which the spreadsheet program itself shows an error, such as #N/A."""

    code: str


RawValue = str | int | float | bool | date | datetime | time | timedelta | Formula | BrokenCell | None


@dataclass(frozen=True)
class Typed:
    """A cell that goes back to whoever typed it, as it was."""

    value: RawValue


@dataclass(frozen=True)
class Heading:
    """A header cell; `position` counts from 0, `letter` is what the spreadsheet program shows."""

    position: int
    text: str

    @property
    def letter(self) -> str:
        return column_letter(self.position)


@dataclass(frozen=True)
class RawRow:
    """A row as it stood in the file, with the row number that the reader sees there."""

    number: int
    cells: tuple[RawValue, ...]
    is_hidden: bool = False

    def cell(self, position: int) -> RawValue:
        return self.cells[position] if position < len(self.cells) else None


@dataclass(frozen=True)
class Note:
    """Something the reader must know about the file that is not an error; `row` when it is about one row."""

    sentence: Wording
    row: int | None = None


@dataclass(frozen=True)
class RawTable:
    """Everything that was found in the file, before any column has a meaning.

    `headers` are the columns with a header or anything below it; `width` counts all columns of the table.
    """

    headers: tuple[Heading, ...]
    rows: tuple[RawRow, ...]
    kind: TransferFormat
    header_row: int
    width: int
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    starts_in_1904: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class CellProblem:
    """Why one cell is refused: where it stands in the file, and the reason in words."""

    row: int
    column: str
    header: str
    reason: Wording
    key: str | None = None


@dataclass(frozen=True)
class ReadRow:
    """One row with a value per column of the file that has a meaning; a refused or empty cell gives None.

    Columns that are not in the file are absent from `values`. `is_total` proposes to leave the row out.
    """

    number: int
    values: dict[str, Any]
    problems: list[CellProblem] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)  # what was typed in the cells that are refused
    is_total: bool = False
    is_hidden: bool = False


def column_letter(position: int) -> str:
    """The letter of a column: 0 is A, 26 is AA."""
    return str(get_column_letter(position + 1))
