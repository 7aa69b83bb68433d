"""From a table to checked rows: what each says, what saving will do with it, what was found; packed to be kept."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntFlag
from typing import Any, overload

from portal.foundation.wording import Wording
from portal.transfer.columns import ColumnMatch, match_columns
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Listing, Outcome, Place
from portal.transfer.packing import pack, unpack
from portal.transfer.reading import read_rows
from portal.transfer.types import ColumnSpec, Heading, Language, RawTable, SheetSpec

TELL_EVERY = 250
ROWS_A_BLOCK = 200
_LENGTH = struct.Struct(">Q")

Beat = Callable[[int, int], None]


class Sign(IntFlag):
    """What a page must know of every row without unpacking it."""

    NOTHING = 0
    WRONG = 1
    WARNS = 2
    TOTAL = 4
    OFFERED = 8


@dataclass(frozen=True)
class Preview:
    """Everything that is known of a file before anything is saved; without rows while columns are missing."""

    spec: SheetSpec
    match: ColumnMatch
    headings: tuple[Heading, ...]
    notes: tuple[Wording, ...]
    offered: tuple[ColumnSpec, ...]  # what the reader may point out: the columns that a template of this place has
    numbers: tuple[int, ...] = ()
    signs: bytes = b""
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    totals: tuple[tuple[Wording, int], ...] = ()
    awaiting_proof: int = 0  # rows that get a proof when they are saved
    rows: Sequence[CheckedRow] = ()

    @property
    def is_readable(self) -> bool:
        return self.match.is_complete

    @property
    def remarks(self) -> list[Wording]:
        """What the reader must know of the file as a whole."""
        return [*self.notes, *self.match.remarks]

    @property
    def has_good_rows(self) -> bool:
        return any(self.outcomes.values())

    def count(self, sign: Sign) -> int:
        return sum(1 for one in self.signs if one & sign)

    def places(self, sign: Sign) -> list[int]:
        """Where the rows with a sign stand, counted from 0."""
        return [at for at, one in enumerate(self.signs) if one & sign]

    @property
    def offered_numbers(self) -> list[int]:
        """The numbers of the rows for which a stream is suggested."""
        return [self.numbers[at] for at in self.places(Sign.OFFERED)]

    @property
    def wrong_numbers(self) -> list[int]:
        """The numbers, in the file, of the rows that cannot be saved as they are."""
        return [self.numbers[at] for at in self.places(Sign.WRONG)]


NOTHING_YET = Preview(SheetSpec("", Wording(""), ()), ColumnMatch({}), (), (), ())


def _silent(done: int, total: int) -> None:
    """Nobody is waiting to hear how far it is."""


def check_table(
    table: RawTable,
    *,
    listing: Listing,
    place: Place,
    languages: Sequence[Language],
    chosen: Mapping[int, str | None],
    takes: Callable[[int], bool] = lambda _row: False,
    beat: Beat = _silent,
) -> tuple[Preview, Intake | None]:
    """Check a whole table against what the network has now; without intake while columns are missing.

    `takes` tells of which rows the reader took the suggestion.
    """
    spec = listing.reading(place)
    match = match_columns(table.headers, spec, chosen, languages=languages)
    preview = Preview(
        spec=spec,
        match=match,
        headings=table.headers,
        notes=tuple(note.sentence for note in table.notes),
        offered=_offered(listing, place, match),
    )
    if not match.is_complete:
        return preview, None
    intake = listing.take_in(place, FoundColumns.of(spec, table.headers, match))
    intake.takes = takes
    rows = []
    for at, row in enumerate(read_rows(table, spec, match, languages), start=1):
        rows.append(intake.check(row))
        if at % TELL_EVERY == 0:
            beat(at, len(table.rows))
    intake.check_together(rows)
    for checked in rows:
        checked.problems.sort(key=lambda problem: (len(problem.column), problem.column))
    good = [row for row in rows if row.is_good]
    return replace(
        preview,
        numbers=tuple(row.number for row in rows),
        signs=bytes(_sign_of(row) for row in rows),
        outcomes=dict(Counter(row.outcome for row in good)),
        totals=tuple(intake.totals(good)),
        awaiting_proof=sum(1 for row in good if row.awaits_proof),
        rows=rows,
    ), intake


def _offered(listing: Listing, place: Place, match: ColumnMatch) -> tuple[ColumnSpec, ...]:
    here = {column.key for column in listing.template(place).columns} | set(match.positions)
    return tuple(column for column in listing.reading(place).columns if column.key in here)


def _sign_of(row: CheckedRow) -> Sign:
    return (
        (Sign.WRONG if row.is_wrong else Sign.NOTHING)
        | (Sign.WARNS if row.warns else Sign.NOTHING)
        | (Sign.TOTAL if row.is_total else Sign.NOTHING)
        | (Sign.OFFERED if row.offered else Sign.NOTHING)
    )


def pack_preview(preview: Preview) -> bytes:
    """The whole as bytes: first what every page needs, then the rows in blocks, each to be unpacked alone."""
    blocks = [
        pack([row.without_records() for row in preview.rows[first : first + ROWS_A_BLOCK]])
        for first in range(0, len(preview.rows), ROWS_A_BLOCK)
    ]
    head = pack((replace(preview, rows=()), [len(block) for block in blocks]))
    return b"".join((_LENGTH.pack(len(head)), head, *blocks))


def unpack_preview(packed: bytes) -> Preview:
    """The preview again, its rows unpacked when somebody asks for them; raises Unpackable."""
    body = _LENGTH.size
    end = body + int.from_bytes(packed[:body], "big")
    preview, lengths = unpack(packed[body:end])
    return replace(preview, rows=PackedRows(packed, end, lengths, len(preview.numbers)))


class PackedRows(Sequence[CheckedRow]):
    """Rows that stay packed until they are looked at."""

    def __init__(self, packed: bytes, start: int, lengths: Sequence[int], size: int) -> None:
        self._packed = packed
        self._ends = [start]
        for length in lengths:
            self._ends.append(self._ends[-1] + length)
        self._size = size
        self._open: tuple[int, list[CheckedRow]] = (-1, [])

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> CheckedRow: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[CheckedRow]: ...

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._size))]
        if not 0 <= at < self._size:
            raise IndexError(at)
        return self._block(at // ROWS_A_BLOCK)[at % ROWS_A_BLOCK]

    def __iter__(self) -> Iterator[CheckedRow]:
        for number in range(len(self._ends) - 1):
            yield from self._block(number)

    def _block(self, number: int) -> list[CheckedRow]:
        if self._open[0] != number:
            self._open = (number, unpack(self._packed[self._ends[number] : self._ends[number + 1]]))
        return self._open[1]
