"""Workbooks of Excel, LibreOffice and others: values, dates, hidden and merged cells, and the right sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl.styles import Font

from portal.transfer.types import BrokenCell, Formula, Limits, RawTable, ReadRow, TransferFormat

Read = Callable[..., list[ReadRow]]
Table = Callable[..., RawTable]
Problems = Callable[..., list[tuple[int, str, str]]]
Make = Callable[..., bytes]
Refusal = Callable[..., str]

HEADER = ["Omschrijving", "Bedrag", "Datum"]
RAW_HEADER = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'


def test_a_workbook_of_excel_is_read_with_shared_texts_and_dates(raw_workbook: Make, read: Read) -> None:
    data = raw_workbook(
        f'{RAW_HEADER}<row r="2" spans="1:3"><c r="A2" t="s"><v>3</v></c><c r="B2"><v>12.1</v></c>'
        '<c r="C2" s="1"><v>46022</v></c></row>',
        strings=[*HEADER, "Bal & net"],
    )
    assert read(data, "lijst.xlsx")[0].values == {
        "title": "Bal & net",
        "amount": 1210,
        "spent_on": date(2025, 12, 31),
    }


def test_a_workbook_of_libreoffice_is_read_with_inline_texts_and_its_date_format(
    raw_workbook: Make, read: Read
) -> None:
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in HEADER)
    data = raw_workbook(
        f'<row customFormat="false" ht="12.8" hidden="false">{cells}</row>'
        '<row><c t="inlineStr"><is><r><t>Bal</t></r><r><t xml:space="preserve"> en net</t></r></is></c>'
        '<c t="n"><v>1250</v></c><c s="2" t="n"><v>46022</v></c></row>',
        before='<cols><col collapsed="false" hidden="false" max="1024" min="1"/></cols>',
    )
    assert read(data, "lijst.xlsx")[0].values == {
        "title": "Bal en net",
        "amount": 125_000,
        "spent_on": date(2025, 12, 31),
    }


def test_the_years_from_1904_and_bare_serials_are_read(raw_workbook: Make, table: Table, read: Read) -> None:
    data = raw_workbook(
        f'{RAW_HEADER}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>1</v></c>'
        '<c r="C2" s="1"><v>44560</v></c></row>'
        '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3"><v>1</v></c><c r="C3"><v>44560</v></c></row>',
        strings=HEADER,
        properties='date1904="1"',
    )
    assert table(data).starts_in_1904
    assert [row.values["spent_on"] for row in read(data, "x.xlsx")] == [date(2025, 12, 31)] * 2


def test_signs_that_excel_writes_as_numbers_are_read(made_workbook: Make, read: Read) -> None:
    data = made_workbook([HEADER, ["Bal_x000D_\nen net_x0009_", 5]])
    assert read(data, "x.xlsx")[0].values["title"] == "Bal\nen net"


def test_a_date_that_is_written_out_is_read(raw_workbook: Make, read: Read) -> None:
    data = raw_workbook(
        f'{RAW_HEADER}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>1</v></c>'
        '<c r="C2" t="d"><v>2025-12-31T00:00:00</v></c></row>',
        strings=HEADER,
    )
    assert read(data, "x.xlsx")[0].values["spent_on"] == date(2025, 12, 31)


def test_names_with_a_prefix_are_read(raw_workbook: Make, read: Read) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cells = "".join(f'<x:c t="str"><x:v>{text}</x:v></x:c>' for text in HEADER)
    row = '<x:row><x:c t="str"><x:v>Bal</x:v></x:c><x:c><x:v>5</x:v></x:c></x:row>'
    sheet = f'<x:worksheet xmlns:x="{main}"><x:sheetData><x:row>{cells}</x:row>{row}</x:sheetData></x:worksheet>'
    data = raw_workbook("", replaced={"xl/worksheets/sheet1.xml": sheet.encode()})
    assert read(data, "x.xlsx")[0].values == {"title": "Bal", "amount": 500, "spent_on": None}


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2"><f>1+1</f><v>2</v></c>',
        '<c r="B2"><f>1+1</f></c>',
        '<c r="B2"><f t="shared" ref="B2:B9" si="0">A2*2</f><v>2</v></c>',
        '<c r="B2"><f t="array" ref="B2">SUM(A1)</f><v>2</v></c>',
        '<c r="B2"><f t="dataTable" ref="B2" r1="A1"/><v>2</v></c>',
        '<c r="B2" t="str"><f>CONCATENATE("1")</f><v>1</v></c>',
        '<c r="B2" t="inlineStr"><is><t>=1+1</t></is></c>',
    ],
)
def test_every_kind_of_formula_is_refused_with_row_and_column(
    cell: str, raw_workbook: Make, problems: Problems
) -> None:
    data = raw_workbook(f'{RAW_HEADER}<row r="2"><c r="A2" t="s"><v>0</v></c>{cell}</row>', strings=HEADER)
    assert problems(data, "x.xlsx") == [
        (2, "B", "Deze cel bevat een formule. Formules worden niet uitgerekend. Plak de uitkomst als waarde.")
    ]


def test_a_formula_is_kept_as_text_and_never_worked_out(made_workbook: Make, table: Table) -> None:
    raw = table(made_workbook([HEADER, ["=1+1", 5, None]]))
    assert raw.rows[0].cells == (Formula("=1+1"), 5)


def test_an_error_of_the_program_is_refused_with_its_code(
    made_workbook: Make, table: Table, problems: Problems
) -> None:
    data = made_workbook([HEADER, ["#N/A", 5, None]])
    assert table(data).rows[0].cells[0] == BrokenCell("#N/A")
    assert problems(data, "x.xlsx")[0][:2] == (2, "A")


def test_a_day_beyond_the_calendar_is_refused(raw_workbook: Make, problems: Problems) -> None:
    row = '<row r="2"><c t="s"><v>0</v></c><c><v>1</v></c><c s="1"><v>99999999</v></c></row>'
    found = problems(raw_workbook(f"{RAW_HEADER}{row}", strings=HEADER), "x.xlsx")
    assert [(row, column) for row, column, _ in found] == [(2, "C")]


def test_titles_blank_rows_and_totals_are_tolerated(made_workbook: Make, table: Table, read: Read) -> None:
    data = made_workbook(
        [
            ["Uitgaven 2025"],
            [],
            HEADER,
            ["Bal", 5, datetime(2025, 1, 2)],
            [],
            ["Net", 6, None],
            ["Totaal", 11, None],
        ]
    )
    rows = read(data, "x.xlsx")
    assert table(data).header_row == 3
    assert [(row.number, row.is_total) for row in rows] == [(4, False), (6, False), (7, True)]


def test_hidden_rows_and_columns_are_read_and_remarked(made_workbook: Make, table: Table, read: Read) -> None:
    def hide(workbook: Any) -> None:
        workbook.active.row_dimensions[3].hidden = True
        workbook.active.column_dimensions["C"].hidden = True

    data = made_workbook([HEADER, ["Bal", 5, None], ["Net", 6, datetime(2025, 1, 1)]], hide)
    assert [row.is_hidden for row in read(data, "x.xlsx")] == [False, True]
    notes = [(note.row, str(note.sentence)) for note in table(data).notes]
    assert notes == [
        (None, "Kolom C is verborgen in het bestand."),
        (3, "Rij 3 is verborgen in het bestand."),
    ]


def test_merged_cells_are_remarked_below_the_header_only(made_workbook: Make, table: Table, problems: Problems) -> None:
    def merge(workbook: Any) -> None:
        workbook.active.merge_cells("A1:C1")
        workbook.active.merge_cells("A3:A4")

    data = made_workbook([["Titel"], HEADER, ["Bal", 5, None], [None, 6, None]], merge)
    assert [note.row for note in table(data).notes if "A3:A4" in str(note.sentence)] == [3]
    assert not any("A1:C1" in str(note.sentence) for note in table(data).notes)
    assert problems(data, "x.xlsx") == [(4, "A", "Deze cel is leeg. Vul ze in, ze is verplicht.")]


def test_the_visible_sheet_with_the_headers_is_read_and_the_others_are_remarked(
    made_workbook: Make, table: Table
) -> None:
    def add_sheets(workbook: Any) -> None:
        workbook.active.title = "Voorblad"
        workbook.create_sheet("Lijst").append(HEADER)
        workbook["Lijst"].append(["Bal", 5])
        workbook.create_sheet("Oud").append(HEADER)
        workbook["Oud"].sheet_state = "hidden"
        workbook.create_sheet("Uitleg").append(["Kolom"])
        workbook.create_sheet("Leeg")

    raw = table(made_workbook([["Dit is een voorblad"]], add_sheets))
    assert raw.sheet == "Lijst"
    assert [str(note.sentence) for note in raw.notes] == [
        "Alleen het blad “Lijst” is gelezen. Het blad “Voorblad” niet.",
        "Het verborgen blad “Oud” is niet gelezen.",
    ]


def test_only_hidden_or_empty_sheets_are_no_table(made_workbook: Make, refusal: Refusal) -> None:
    def hide(workbook: Any) -> None:
        workbook.create_sheet("Leeg")
        workbook.worksheets[0].sheet_state = "hidden"

    assert refusal(made_workbook([HEADER, ["Bal", 5]], hide), "x.xlsx") == "Er staat geen tabel in dit bestand."


def test_empty_cells_with_a_look_are_not_counted(made_workbook: Make, table: Table) -> None:
    def dress(workbook: Any) -> None:
        workbook.active.cell(row=5000, column=150).font = Font(bold=True)

    raw = table(made_workbook([HEADER, ["Bal", 5]], dress))
    assert (len(raw.rows), raw.width, raw.kind) == (1, 3, TransferFormat.XLSX)


def test_a_size_that_the_file_gets_wrong_is_not_believed(raw_workbook: Make, table: Table) -> None:
    row = '<row r="2"><c r="A2" t="s"><v>0</v></c></row>'
    data = raw_workbook(f"{RAW_HEADER}{row}", strings=HEADER, before='<dimension ref="A1"/>')
    assert len(table(data).rows) == 1


def test_text_beside_the_table_is_remarked_not_refused(made_workbook: Make, table: Table, problems: Problems) -> None:
    data = made_workbook([HEADER, ["Bal", 5, None, None, "nog nakijken"]])
    assert [heading.letter for heading in table(data).headers] == ["A", "B", "C", "E"]
    assert problems(data, "x.xlsx") == []


def test_too_many_rows_or_columns_are_refused(made_workbook: Make, refusal: Refusal) -> None:
    data = made_workbook([HEADER, *([["Bal", 5]] * 4)])
    assert "meer dan 3 rijen" in refusal(data, "x.xlsx", limits=Limits(rows=3))
    assert "meer dan 2 kolommen" in refusal(data, "x.xlsx", limits=Limits(columns=2))
    assert "te veel cellen" in refusal(data, "x.xlsx", limits=Limits(cells=5))
    many = made_workbook([HEADER, *([["Bal", 5]] * 90)])
    assert "meer dan 3 rijen" in refusal(many, "x.xlsx", limits=Limits(rows=3))


def test_a_cell_that_is_too_long_is_refused_with_its_place(made_workbook: Make, refusal: Refusal) -> None:
    data = made_workbook([HEADER, ["a" * 50, 5]])
    assert "Cel A2 bevat meer dan 40 tekens" in refusal(data, "x.xlsx", limits=Limits(cell_characters=40))
