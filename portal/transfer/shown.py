"""Rows of a file as the page shows them: a part at a time, each cell in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flask import request, url_for

from portal.foundation.wording import Wording
from portal.transfer.cells import CellWriter, cell_writer
from portal.transfer.lists.listing import CheckedRow
from portal.transfer.preview import Preview, Sign
from portal.transfer.types import ColumnKind, ColumnSpec, Language
from portal.web.language import euro
from portal.web.paging import Page

ROWS_A_PAGE = 50


class RowsAsked(StrEnum):
    """Which rows somebody wants to look at."""

    ALL = "all"
    WRONG = "wrong"
    WARNED = "warned"
    OFFERED = "offered"

    @classmethod
    def of(cls, text: str) -> RowsAsked:
        return cls(text) if text in set(cls) else cls.ALL


@dataclass(frozen=True)
class ShownCell:
    """A cell in words; what could not be read as it was typed."""

    header: Wording
    text: str
    is_changed: bool = False
    is_unread: bool = False


@dataclass(frozen=True)
class ShownRow:
    """A checked row with its filled cells in words."""

    row: CheckedRow
    cells: Sequence[ShownCell]


@dataclass(frozen=True)
class RowsPage(Page):
    """A page of rows; its links lead to the file itself, also when a form was just refused."""

    size: int = ROWS_A_PAGE
    asked: RowsAsked = RowsAsked.ALL

    def href(self, number: int) -> str:
        place = request.view_args or {}
        return url_for(
            "transfer.upload", slug=place["slug"], upload_id=place["upload_id"], show=self.asked.value, page=number
        )


def page_of_rows(preview: Preview, asked: RowsAsked, number: int, languages: Sequence[Language]) -> RowsPage:
    """One page of the rows that were asked for; only those are unpacked."""
    places = places_asked(preview, asked)
    number = min(number, max(1, -(-len(places) // ROWS_A_PAGE)))
    writers = [(column, _writer(column, languages)) for column in preview.spec.columns]
    rows = [preview.rows[at] for at in places[(number - 1) * ROWS_A_PAGE : number * ROWS_A_PAGE]]
    shown = [ShownRow(row, list(_cells(row, writers))) for row in rows]
    return RowsPage(shown, len(places), number, asked=asked)


def places_asked(preview: Preview, asked: RowsAsked) -> Sequence[int]:
    if asked is RowsAsked.WRONG:
        return preview.places(Sign.WRONG)
    if asked is RowsAsked.WARNED:
        return preview.places(Sign.WARNS)
    if asked is RowsAsked.OFFERED:
        return preview.places(Sign.OFFERED)
    return range(len(preview.numbers))


def _writer(column: ColumnSpec, languages: Sequence[Language]) -> CellWriter:
    """As in a file, but an amount as on every page."""
    return euro if column.kind is ColumnKind.MONEY else cell_writer(column, languages=languages)


def _cells(row: CheckedRow, writers: Sequence[tuple[ColumnSpec, CellWriter]]) -> Iterator[ShownCell]:
    for column, write in writers:
        if typed := row.unread.get(column.key):
            yield ShownCell(column.header, typed, is_unread=True)
        elif column.key not in row.unshown and row.values.get(column.key) not in (None, ""):
            yield ShownCell(column.header, write(row.values[column.key]), is_changed=column.key in row.changed)
