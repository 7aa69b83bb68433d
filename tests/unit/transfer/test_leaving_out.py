"""Which rows stay out, over the pages of a preview, and how they are given back."""

from __future__ import annotations

import io

import openpyxl
import pytest

from portal.foundation.wording import say
from portal.transfer import left_out, uploads
from portal.transfer.columns import REASON, match_columns
from portal.transfer.left_out import Choice
from portal.transfer.reading import read_rows, read_table
from portal.transfer.types import (
    DUTCH,
    BrokenCell,
    ColumnKind,
    ColumnSpec,
    Formula,
    Heading,
    SheetSpec,
    Typed,
)
from portal.transfer.writing import write_csv, write_xlsx

SPEC = SheetSpec(
    "things",
    say("Dingen"),
    (
        ColumnSpec("name", say("Naam"), required=True),
        ColumnSpec("cents", say("Bedrag"), ColumnKind.MONEY),
        ColumnSpec("on", say("Datum"), ColumnKind.DATE),
        REASON,
    ),
)
TYPED = {"name": "=1+1", "cents": Typed("-12,5x"), "on": Typed("31/02/2025"), "reason": "Bedrag: geen bedrag."}


def test_a_page_changes_only_the_rows_that_stood_on_it():
    first = Choice().after_page(shown=[2, 3], ticked=[2, 3], everything=False)
    second = first.after_page(shown=[50, 51], ticked=[51], everything=False)
    assert second.rows == {2, 3, 51}
    assert second.after_page(shown=[2, 3], ticked=[3], everything=False).rows == {3, 51}


def test_a_tick_for_a_row_that_was_not_shown_does_nothing():
    assert Choice().after_page(shown=[2], ticked=[2, 9], everything=False).rows == {2}


def test_all_covers_every_row_and_letting_go_of_all_brings_the_ticks_back():
    every = Choice(rows=frozenset({4})).after_page(shown=[], ticked=[], everything=True)
    assert every.covers(4)
    assert every.covers(9999)
    assert not every.after_page(shown=[], ticked=[], everything=False).covers(9999)
    assert every.after_page(shown=[], ticked=[], everything=False).covers(4)


def test_a_choice_is_kept_and_a_broken_one_is_no_choice(tmp_path):
    choice = Choice(everything=False, rows=frozenset({3, 8}))
    left_out.keep_choice(tmp_path, "aa", choice)
    assert left_out.read_choice(tmp_path, "aa") == choice
    for broken in (b"", b"[]", b'{"rows": ["x"]}', b'{"rows": 5}', b"\xff"):
        uploads.keep(tmp_path, "aa", uploads.Part.CHOICE, broken)
        assert left_out.read_choice(tmp_path, "aa") == Choice()
    assert left_out.read_choice(tmp_path, "bb") == Choice()


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_a_cell_goes_back_as_it_was_typed_and_never_as_a_formula(file_format):
    rows = [TYPED, {**TYPED, "cents": Typed(Formula("=A1")), "on": Typed(BrokenCell("#N/A"))}]
    body = write_xlsx(SPEC, rows) if file_format == "xlsx" else b"".join(write_csv(SPEC, rows))
    if file_format == "xlsx":
        cells = [cell for line in openpyxl.load_workbook(io.BytesIO(body)).worksheets[0]["A2:D3"] for cell in line]
        assert {cell.data_type for cell in cells} == {"s"}
    else:
        assert "'-12,5x" in body.decode()
        assert "'=A1" in body.decode()
    again = read_table(body, f"weg.{file_format}", SPEC)
    match = match_columns(again.headers, SPEC)
    first, second = read_rows(again, SPEC, match)
    assert first.values["name"] == "=1+1"
    assert [problem.key for problem in first.problems] == ["cents", "on"]
    assert "12,5x" in str(first.problems[0].reason)
    assert len(second.problems) == 2


def test_the_column_that_tells_why_is_not_read_and_not_remarked_on():
    spec = SheetSpec("things", say("Dingen"), SPEC.columns[:2])
    match = match_columns([Heading(0, "Naam"), Heading(1, "Waarom niet bewaard?"), Heading(2, "Iets")], spec)
    assert [heading.text for heading in match.unknown] == ["Iets"]
    assert DUTCH.words(REASON.header) == "Waarom niet bewaard?"
