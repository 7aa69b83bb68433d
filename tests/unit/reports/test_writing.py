"""What papers say in plain text, in lists of values and in workbooks, and how their words are written."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from portal.foundation.wording import Euros, Wording, say
from portal.reports.types import CellKind, Column, Grid, Paper, PaperKind
from portal.reports.writing.delimited import paper_csv
from portal.reports.writing.paragraphs import paragraphs_of
from portal.reports.writing.sealing import sealed
from portal.reports.writing.shape import column_shares, is_wide, open_points
from portal.reports.writing.text import paper_text
from portal.reports.writing.vector import size_of, sized_svg
from portal.reports.writing.words import DUTCH, Words
from portal.reports.writing.xlsx import paper_xlsx
from tests.factories.papers import COLUMNS, STATE, SVG, every_block, final_paper


def of_rows(*rows, columns=COLUMNS[:2], **values) -> Paper:
    grid = Grid("Lijst", columns, rows, **values)
    return Paper(PaperKind.EVIDENCE, "Bewijslijst", "Heist", 2025, STATE, (grid,))


def test_the_text_says_first_what_makes_the_paper_a_draft():
    lines = paper_text(every_block()).splitlines()
    assert lines[0] == "VERANTWOORDINGSNOTA 2025"
    assert lines.index("*** ONTWERP ***") < lines.index("- 3 uitgaven zonder overeenkomst") < lines.index("## Wie")
    assert "- FED-PAY-4: Geboekt op 6 januari 2026." in lines
    assert "Bedrag: €\u00a05.500,00 op 1 maart 2025" in lines
    assert "Dat is 25,6\u00a0%." in lines
    assert "ONTWERP" not in paper_text(final_paper())


@pytest.mark.parametrize(
    ("kind", "value", "dutch", "english"),
    [
        (CellKind.CENTS, -47_720, "−\u00a0€\u00a0477,20", "−\u00a0€\u00a0477.20"),
        (CellKind.CENTS, 125_000, "€\u00a01.250,00", "€\u00a01,250.00"),
        (CellKind.SHARE, 1_234, "12,34\u00a0%", "12.34\u00a0%"),
        (CellKind.SHARE, 5_000, "50\u00a0%", "50\u00a0%"),
        (CellKind.HOURS, 90, "1,5", "1.5"),
        (CellKind.COUNT, 1_200, "1.200", "1,200"),
        (CellKind.DAY, date(2025, 3, 9), "9/03/2025", "9/03/2025"),
        (CellKind.TEXT, None, "", ""),
        (CellKind.CENTS, "zie bijlage", "zie bijlage", "zie bijlage"),
    ],
)
def test_a_cell_is_written_in_the_way_of_the_reader(kind, value, dutch, english):
    assert DUTCH.cell(kind, value) == dutch
    assert Words("en_GB").cell(kind, value) == english


def test_words_are_translated_with_what_stands_in_them():
    words = Words("en_GB", {"Er is %(sum)s.": "There is %(sum)s."}.get)
    assert words.say(say("Er is %(sum)s.", sum=Euros(100))) == "There is €\u00a01.00."


def test_signs_that_no_file_can_hold_are_left_out():
    assert DUTCH.say("a\x00b\x0bc\ud800d\r\ne") == "abcd\ne"
    assert DUTCH.say(Wording("%(x)s", {"x": "\x07bel"})) == "bel"


def test_typed_text_becomes_paragraphs_and_lists():
    assert paragraphs_of("Een\ntwee\n\n- a\n- b\nslot\n\n\n• c") == ["Een\ntwee", ["a", "b"], "slot", ["c"]]
    assert paragraphs_of("  \n \n") == []


def test_a_list_of_values_has_decimal_commas_and_runs_no_formula():
    body = paper_csv(of_rows(("=cmd()", -1_250), ("Zwemmen; les", 99))).decode("utf-8-sig")
    assert body.splitlines() == ["Actie;Bedrag", "'=cmd();-12,50", '"Zwemmen; les";0,99']


def test_several_tables_stand_under_their_captions():
    lines = paper_csv(every_block()).decode("utf-8-sig").splitlines()
    assert lines[0] == "Uitgaven"
    assert lines.count("") == 2
    assert "Zwemmen 1;12,50;1;02/03/2025;12,34%;1,50" in lines


def test_a_workbook_holds_numbers_days_and_text_that_stays_text():
    book = load_workbook(io.BytesIO(paper_xlsx(every_block())))
    assert book.sheetnames == ["grafiek", "uitgaven", "Leeg", "Uitleg"]
    sheet = book["uitgaven"]
    assert [cell.value for cell in sheet[2]] == ["Zwemmen 1", 12.5, 1, datetime(2025, 3, 2), 0.1234, 1.5]
    assert sheet["B2"].number_format == "#,##0.00"
    assert sheet.freeze_panes == "A2"
    assert sheet["B5"].value == 75
    assert sheet["B5"].font.bold
    assert any("3 uitgaven zonder overeenkomst" in str(row[0].value) for row in book["Uitleg"])
    assert "ONTWERP" in sheet.oddHeader.left.text


def test_no_cell_of_a_workbook_is_a_formula():
    book = load_workbook(io.BytesIO(paper_xlsx(of_rows(("=1+1", 1), ("+32", 2), ("#REF!", 3)))))
    assert [(cell.value, cell.data_type) for (cell,) in book["Lijst"]["A2:A4"]] == [
        ("=1+1", "s"),
        ("+32", "s"),
        ("#REF!", "s"),
    ]


def test_sheets_with_names_that_excel_refuses_get_others():
    grids = tuple(Grid(name, COLUMNS[:1], ()) for name in ("A/B", "a b", "Uitleg", "x" * 40, "x" * 41, "'", "History"))
    book = load_workbook(io.BytesIO(paper_xlsx(Paper(PaperKind.EVIDENCE, "P", "H", 2025, STATE, grids))))
    names = [name.casefold() for name in book.sheetnames]
    assert len(set(names)) == 8
    assert all(len(name) <= 31 and not set(name) & set("\\/*?:[]") for name in names)
    assert "history" not in names


def test_the_same_paper_is_the_same_workbook_to_the_byte():
    first = paper_xlsx(every_block())
    time.sleep(1.1)
    assert paper_xlsx(every_block()) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(2026, 3, 2, 10, 30, 0)}


def test_an_archive_is_sealed_with_one_moment_and_in_one_order():
    def packed(*names):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name in names:
                archive.writestr(name, name)
        return target.getvalue()

    at = datetime(2026, 1, 1, tzinfo=UTC)
    assert sealed(packed("b", "[Content_Types].xml", "a"), at) == sealed(packed("a", "b", "[Content_Types].xml"), at)
    with zipfile.ZipFile(io.BytesIO(sealed(packed("b", "[Content_Types].xml", "a"), at))) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "a", "b"]


def test_a_drawing_for_paper_has_lengths_colours_and_a_name_of_its_own():
    drawn = sized_svg(SVG, "Zwemmen < alles")
    assert size_of(drawn) == (620, 40)
    assert drawn.startswith("<svg xmlns=")
    assert 'width="310.00"' in drawn
    assert 'x="316.00"' in drawn
    assert "<title>Zwemmen &lt; alles</title>" in drawn
    assert drawn.count("<title>") == 1
    assert not {"currentColor", "%", "class="} & {word for word in ("currentColor", "%", "class=") if word in drawn}


def test_columns_share_the_width_and_none_breaks_its_longest_word():
    grid = Grid("", COLUMNS[:3], (("Een heel lange omschrijving van een actie " * 3, 1_234_567_89, 12),))
    shares = column_shares(grid, DUTCH)
    assert sum(shares) == pytest.approx(1)
    assert shares[0] > shares[1] > shares[2]
    assert shares[1] * 105 >= len(DUTCH.euro(1_234_567_89))


def test_a_table_of_many_columns_turns_the_sheet():
    assert not is_wide(every_block())
    assert is_wide(of_rows(columns=COLUMNS * 2))


def test_what_stops_a_paper_is_told_apart_from_what_does_not():
    stops, others = open_points(every_block(), DUTCH)
    assert stops == ["Geboekt op 6 januari 2026. (FED-PAY-4)", "3 uitgaven zonder overeenkomst"]
    assert others == ["Eén uitgave zonder bewijs"]


def test_a_column_of_kind_text_keeps_a_number_as_a_number():
    book = load_workbook(io.BytesIO(paper_xlsx(of_rows((7, 1), columns=(Column("Nummer"), COLUMNS[1])))))
    assert book["Lijst"]["A2"].value == 7
