"""CSV as programs write it: any encoding, any separator, any line end; or refused with row and reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from portal.foundation.wording import say
from portal.transfer.reading.delimited import decoded, likely_delimiter
from portal.transfer.types import ColumnSpec, Limits, RawTable, ReadRow, SheetSpec, TransferFormat

Read = Callable[..., list[ReadRow]]
Table = Callable[..., RawTable]
Problems = Callable[..., list[tuple[int, str, str]]]
Refusal = Callable[..., str]

OLD_XML = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
SEMICOLONS = "Omschrijving;Bedrag;Datum\r\nCafé “De Kroon”;1.250,00;31/12/2025\r\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("windows-1252", "windows-1252"),
    ],
)
def test_every_usual_encoding_is_read(encoding: str, name: str, table: Table, read: Read) -> None:
    data = SEMICOLONS.encode(encoding)
    assert table(data, "lijst.csv").encoding == name
    assert read(data, "lijst.csv")[0].values == {
        "title": "Café “De Kroon”",
        "amount": 125_000,
        "spent_on": date(2025, 12, 31),
    }


def test_the_mark_of_big_endian_text_is_read() -> None:
    assert decoded(b"\xfe\xff\x00A\x00;") == ("A;", "utf-16-be")


def test_an_old_encoding_is_remarked(table: Table) -> None:
    notes = table(SEMICOLONS.encode("windows-1252"), "lijst.csv").notes
    assert "oude tekencodering" in str(notes[0].sentence)
    assert table(SEMICOLONS.encode("utf-8"), "lijst.csv").notes == ()


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_separator_is_found_by_the_headers(delimiter: str, table: Table, read: Read) -> None:
    text = f'Omschrijving{delimiter}Bedrag\n"Bal, net; en touw"{delimiter}"12,50"\n'
    assert table(text.encode(), "lijst.csv").delimiter == delimiter
    assert read(text.encode(), "lijst.csv")[0].values == {"title": "Bal, net; en touw", "amount": 1250}


def test_decimal_commas_do_not_pass_for_separators() -> None:
    text = "Wat;Hoeveel\nbal;12,50\nnet;8,25\ntouw;3,10\n"
    assert likely_delimiter(text, lambda record: 0) == ";"


def test_commas_in_the_only_column_do_not_split_it(table: Table) -> None:
    spec = SheetSpec("x", say("X"), (ColumnSpec("name", say("Naam")),))
    raw = table(b"Naam\r\nSport, jeugd\r\nBib, academie\r\n", "x.csv", spec)
    assert [row.cells for row in raw.rows] == [("Sport, jeugd",), ("Bib, academie",)]


@pytest.mark.parametrize("first", ["sep=,\r\n", '"sep=,"\r\n', "SEP=,\n"])
def test_the_line_of_excel_that_names_the_separator_is_followed(first: str, table: Table) -> None:
    raw = table(f"{first}Omschrijving,Bedrag\nBal;net,5\n".encode("utf-8-sig"), "lijst.csv")
    assert raw.delimiter == ","
    assert raw.header_row == 1
    assert raw.rows[0].cells == ("Bal;net", "5")


def test_a_quoted_line_end_stays_in_its_cell_and_does_not_shift_the_row_numbers(problems: Problems) -> None:
    text = 'Omschrijving;Bedrag\n"Bal\nen net";5\n\nTouw;veel\n'
    assert problems(text.encode(), "lijst.csv") == [
        (4, "B", "“veel” is geen bedrag. Schrijf een bedrag zoals 1250,00.")
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(end: str, read: Read) -> None:
    rows = read(f"Omschrijving;Bedrag{end}Bal;5{end}Net;6".encode(), "lijst.csv")
    assert [(row.number, row.values["amount"]) for row in rows] == [(2, 500), (3, 600)]


def test_titles_and_blank_rows_above_the_header_are_passed_over(table: Table, read: Read) -> None:
    text = "Uitgaven van het netwerk;;\n;;\n\nOmschrijving;Bedrag;Datum\nBal;5;1/2/2025\n"
    raw = table(text.encode(), "lijst.csv")
    assert raw.header_row == 4
    assert "staan op rij 4" in str(raw.notes[0].sentence)
    assert [row.number for row in read(text.encode(), "lijst.csv")] == [5]


def test_a_file_with_the_required_columns_only_is_read(read: Read) -> None:
    assert read(b"Titel\nOmschrijving;Bedrag\nBal;5\n", "lijst.csv")[0].values == {
        "title": "Bal",
        "amount": 500,
    }


def test_unknown_headers_leave_the_first_row_with_several_cells_as_header(table: Table) -> None:
    raw = table(b"Lijst\nWat;Hoeveel\nBal;5\n", "lijst.csv")
    assert [heading.text for heading in raw.headers] == ["Wat", "Hoeveel"]


def test_a_table_is_read_without_a_list_to_compare_with(table: Table) -> None:
    raw = table(b"\xef\xbb\xbfWat;Hoeveel;;\nBal;5;;\n", "lijst.csv", None)
    assert (raw.kind, raw.delimiter, raw.width) == (TransferFormat.CSV, ";", 4)
    assert [heading.text for heading in raw.headers] == ["Wat", "Hoeveel"]


def test_a_separator_inside_an_unquoted_text_is_refused_on_its_row(problems: Problems) -> None:
    found = problems(b"Omschrijving,Bedrag\nBal,5\nNet,12,50\n", "lijst.csv")
    assert [(row, column) for row, column, _ in found] == [(3, "C")]
    assert "meer cellen dan er koppen zijn" in found[0][2]


def test_a_quote_that_is_never_closed_is_refused_with_its_row(refusal: Refusal) -> None:
    sentence = refusal(b'Omschrijving;Bedrag\nBal;5\n"Net;6\nTouw;7\n', "lijst.csv")
    assert sentence.startswith("Rij 3: een aanhalingsteken")


def test_quotes_in_the_middle_of_a_text_are_text(read: Read) -> None:
    assert read('Omschrijving;Bedrag\nCafé "De Kroon";5\n'.encode(), "x.csv")[0].values["title"] == 'Café "De Kroon"'


@pytest.mark.parametrize("cell", ["=1+1", "=HYPERLINK(1)", " =1+1", "\"=cmd|' /C calc'!A0\"", '="0475"'])
def test_a_formula_is_refused_with_row_and_column(cell: str, problems: Problems) -> None:
    found = problems(f"Omschrijving;Bedrag\nBal;5\n{cell};6\n".encode(), "lijst.csv")
    assert [(row, column) for row, column, _ in found] == [(3, "A")]
    assert "Formules worden niet uitgerekend" in found[0][2]


def test_signs_that_people_type_before_text_are_no_formula(read: Read) -> None:
    rows = read(b"Omschrijving;Bedrag\n+32 15 00 00;5\n- bal;6\n@bib;7\n'=1+1;8\n", "lijst.csv")
    assert [row.values["title"] for row in rows] == ["+32 15 00 00", "- bal", "@bib", "=1+1"]
    assert not any(row.problems for row in rows)


def test_a_row_of_totals_is_marked_to_be_left_out(read: Read) -> None:
    text = "Omschrijving;Bedrag;Datum\nTotaal;5;1/1/2025\nTotaalspektakel;6;\nTotaal 2025:;11;\n;;\n"
    assert [row.is_total for row in read(text.encode(), "lijst.csv")] == [False, False, True]


@pytest.mark.parametrize(
    ("first", "is_total"),
    [
        ("Totaal uitgaven 2025", True),
        ("TOTAAL €", True),
        ("Algemeen totaal:", True),
        ("Totaal van alle kosten", True),
        ("Som", True),
        ("Totaalpakket sportkamp", False),
        ("Totaal andere aanpak", False),
        ("Sommige kosten", False),
    ],
)
def test_a_total_is_known_by_its_words(first: str, is_total: bool, read: Read) -> None:
    (row,) = read(f"Omschrijving;Bedrag;Datum\n{first};11;\n".encode(), "lijst.csv")
    assert row.is_total is is_total


def test_columns_that_are_not_in_the_file_are_not_in_the_values(read: Read) -> None:
    row = read(b"Omschrijving;Bedrag;Datum\nBal;5;\n", "lijst.csv")[0]
    assert row.values == {"title": "Bal", "amount": 500, "spent_on": None}


def test_an_empty_required_cell_is_refused_in_its_own_column(problems: Problems) -> None:
    assert problems(b"Omschrijving;Bedrag\n;5\nBal;\n", "lijst.csv") == [
        (2, "A", "Deze cel is leeg. Vul ze in, ze is verplicht."),
        (3, "B", "Deze cel is leeg. Vul ze in, ze is verplicht."),
    ]


def test_too_many_rows_columns_or_letters_are_refused(refusal: Refusal) -> None:
    small = Limits(rows=2, columns=3, cell_characters=20)
    rows = "Omschrijving;Bedrag\n" + "Bal;5\n" * 3
    assert "meer dan 2 rijen" in refusal(rows.encode(), "x.csv", limits=small)
    assert "meer dan 2 rijen" in refusal(("Omschrijving;Bedrag\n" + "Bal;5\n" * 90).encode(), "x.csv", limits=small)
    assert "meer dan 3 kolommen" in refusal(b"Omschrijving;Bedrag;a;b\nBal;5\n", "x.csv", limits=small)
    assert "Cel A2 bevat meer dan 20 tekens" in refusal(
        f"Omschrijving;Bedrag\n{'a' * 21};5\n".encode(), "x.csv", limits=small
    )


@pytest.mark.parametrize(
    ("data", "filename", "sentence"),
    [
        (b"", "x.csv", "Dit bestand is leeg."),
        (b"\xef\xbb\xbf \r\n", "x.csv", "Dit bestand is leeg."),
        (b"; ;\n;;\n", "x.csv", "Er staat geen tabel in dit bestand."),
        (b"<!DOCTYPE html><html><table>", "x.xls", "Dit bestand is een webpagina"),
        (b"\xef\xbb\xbf<table><tr>", "x.csv", "Dit bestand is een webpagina"),
        (OLD_XML, "x.xls", "Dit bestand is een oud XML-rekenblad."),
        (b"%PDF-1.7 ...", "x.csv", "Dit bestand is geen rekenblad."),
        (b"\x89PNG\r\n\x1a\n", "x.csv", "Dit bestand is geen rekenblad."),
        (b'{"a": 1}', "x.json", "Dit bestand is geen rekenblad."),
        (bytes(range(256)) * 20, "x.csv", "Dit bestand is geen rekenblad."),
        (b"a\x81b;c\n", "x.csv", "Dit bestand is geen rekenblad."),
        (b"\xff\xfeabc", "x.csv", "Dit bestand is geen rekenblad."),
    ],
)
def test_what_is_no_delimited_text_is_refused_with_the_reason(
    data: bytes, filename: str, sentence: str, refusal: Refusal
) -> None:
    assert refusal(data, filename).startswith(sentence)
