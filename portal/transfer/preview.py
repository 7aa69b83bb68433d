"""From the bytes of a file to checked rows: what each says, what saving will do with it, what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from portal.foundation.wording import Wording
from portal.transfer.columns import ColumnMatch, match_columns
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Listing, Outcome, Place
from portal.transfer.reading import read_rows, read_table
from portal.transfer.types import ColumnSpec, Heading, Language, RawTable, SheetSpec

TELL_EVERY = 250

Beat = Callable[[int, int], None]


@dataclass(frozen=True)
class Preview:
    """Everything that is known of a file before anything is saved; `intake` is None while columns are missing."""

    spec: SheetSpec
    table: RawTable
    match: ColumnMatch
    rows: Sequence[CheckedRow]
    intake: Intake | None
    offered: frozenset[str] = frozenset()  # the columns that a template of this place has

    @property
    def wrong(self) -> list[CheckedRow]:
        return [row for row in self.rows if row.blocks]

    @property
    def good(self) -> list[CheckedRow]:
        return [row for row in self.rows if not row.blocks]

    @property
    def outcomes(self) -> Mapping[Outcome, int]:
        return Counter(row.outcome for row in self.good)

    @property
    def totals(self) -> list[tuple[Wording, int]]:
        return self.intake.totals(self.good) if self.intake else []

    @property
    def remarks(self) -> list[Wording]:
        """What the reader must know of the file as a whole."""
        return [*(note.sentence for note in self.table.notes), *self.match.remarks]

    @property
    def open_columns(self) -> list[ColumnSpec]:
        """Columns of the list that the reader may still point out in the file."""
        if self.match.is_complete and not self.match.unknown:
            return []
        taken = () if self.match.repeated else self.match.positions
        free = [one for one in self.spec.columns if one.key in self.offered and one.key not in taken]
        return sorted(free, key=lambda column: not column.required)

    @property
    def headings(self) -> Sequence[Heading]:
        return self.table.headers


def _silent(done: int, total: int) -> None:
    """Nobody is waiting to hear how far it is."""


def read_preview(
    data: bytes,
    filename: str,
    *,
    listing: Listing,
    place: Place,
    languages: Sequence[Language],
    chosen: Mapping[int, str] | None = None,
    beat: Beat = _silent,
) -> Preview:
    """Read and check a whole file; raises UnreadableFile."""
    spec = listing.reading(place)
    table = read_table(data, filename, spec, languages=languages)
    beat(0, len(table.rows))
    match = match_columns(table.headers, spec, dict(chosen or {}), languages=languages)
    offered = frozenset(column.key for column in listing.template(place).columns)
    if not match.is_complete:
        return Preview(spec, table, match, (), None, offered)
    read = read_rows(table, spec, match, languages)
    intake = listing.intake(place, FoundColumns.of(spec, table, match))
    rows = []
    for at, row in enumerate(read, start=1):
        rows.append(intake.check(row))
        if at % TELL_EVERY == 0:
            beat(0, len(read))
    intake.check_together(rows)
    return Preview(spec, table, match, rows, intake, offered)
