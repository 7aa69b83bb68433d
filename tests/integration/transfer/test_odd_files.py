"""Files as people and programs make them, and as nobody should: read right, or refused with row, column and reason."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from tests.integration.transfer.test_reading_in_expenses import GOOD, HEADERS, expenses, file_of
from tests.pages import text_of

CAFE = GOOD.replace("voor het gezin", "en café")


def workbook(*rows: list, change=None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


def cells(line: str) -> list:
    return [cell or None for cell in line.split(";")]


@pytest.mark.parametrize(
    "body",
    [
        file_of(CAFE).encode("cp1252"),
        file_of(CAFE).encode("utf-8-sig"),
        file_of(CAFE).encode("utf-16"),
        file_of(CAFE).encode("utf-16-le"),
        file_of(CAFE.replace("42,50", "42.50")).replace(";", ",").encode(),
        file_of(CAFE).replace(";", "\t").encode(),
        ("Uitgaven van de sport;;;\n\n" + file_of(CAFE)).encode(),
        file_of(CAFE).replace("\n", "\r\n").encode(),
        ("sep=;\n" + file_of(CAFE)).encode(),
    ],
)
def test_texts_of_every_program_are_read_the_same(app, desk, swimming, body):
    assert desk.save("expenses", body).status_code == 302
    held = expenses(app)[0]
    assert (held.description, held.invoice_cents) == ("Toegang tot het zwembad en café", 4250)
    assert held.imputed_on == date(2025, 3, 14)


@pytest.mark.parametrize(
    ("typed", "cents"),
    [("1.250,00", 125_000), ("1250.00", 125_000), ("1 250,00", 125_000), ("€ 1.250,00", 125_000), ("1250", 125_000)],
)
def test_amounts_are_read_as_people_write_them(app, desk, swimming, typed, cents):
    assert desk.save("expenses", file_of(GOOD.replace("42,50", typed))).status_code == 302
    assert expenses(app)[0].invoice_cents == cents


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("14/03/2025", "31/02/2025", "Rij 2, kolom F (Boekingsdatum)"),
        ("14/03/2025", "2025-13-01", "Rij 2, kolom F (Boekingsdatum)"),
        ("14/03/2025", "gisteren", "Rij 2, kolom F (Boekingsdatum)"),
        ("42,50", "42,505", "Rij 2, kolom E (Factuurbedrag met btw)"),
        ("42,50", "-42,50", "Rij 2, kolom E (Factuurbedrag met btw)"),
        ("42,50", "9" * 40, "Rij 2, kolom E (Factuurbedrag met btw)"),
        (";4;", ";4 tot 10;", "Rij 2, kolom G (Aantal begunstigden)"),
        ("F-1", "=1+1", "Rij 2, kolom I (Bewijs): Deze cel bevat een formule"),
        ("F-1", "x" * 200, "Rij 2, kolom I (Bewijs): Deze tekst telt 200 tekens"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_with_row_and_column(app, desk, swimming, old, new, told):
    sent = desk.send("expenses", file_of(GOOD.replace(old, new)))
    assert told in text_of(desk.client.get(sent.location))
    assert desk.client.post(sent.location + "/save").status_code == 422
    assert expenses(app) == []


def test_a_short_year_is_read_or_refused_but_never_guessed_wrong(app, desk, swimming):
    sent = desk.send("expenses", file_of(GOOD.replace("14/03/2025", "1/2/25")))
    assert desk.client.get(sent.location).status_code == 200
    if desk.client.post(sent.location + "/save").status_code == 302:
        assert expenses(app)[0].imputed_on == date(2025, 2, 1)


def hidden_and_merged(book) -> None:
    sheet = book.active
    sheet.row_dimensions[2].hidden = True
    sheet.merge_cells("B2:C2")
    book.create_sheet("Ander blad").append(["iets"])


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "leeg"),
        (b"\xef\xbb\xbf", "leeg"),
        (b"\n\n\n", "leeg"),
        (HEADERS.encode() + b"\n", "Onder de koppen staat geen enkele rij"),
        (HEADERS.encode() + b"\n;;;;\n;;;;\n", "Onder de koppen staat geen enkele rij"),
        ((";".join(f"k{at}" for at in range(300)) + "\n" + ";".join("1" * 300) + "\n").encode(), "100 kolommen"),
        (file_of(GOOD.replace("F-1", "x" * 50_000)).encode(), "meer dan 32767 tekens"),
        (file_of(GOOD.replace("F-1", "a\x00b")).encode(), "geen rekenblad"),
        (file_of(GOOD.replace("F-1", '"F-1')).encode(), "aanhalingsteken"),
    ],
)
def test_a_text_that_is_no_list_is_refused_beside_its_field(desk, swimming, body, told):
    answer = desk.send("expenses", body)
    assert answer.status_code == 422
    assert told in text_of(answer)


def test_hidden_rows_merged_cells_and_a_second_sheet_are_told(desk, swimming):
    body = workbook(cells(HEADERS), cells(GOOD), cells(GOOD.replace("F-1", "F-2")), change=hidden_and_merged)
    words = text_of(desk.client.get(desk.send("expenses", body, "boek.xlsx").location))
    assert "Rij 2 is verborgen" in words
    assert "Deze rij is verborgen in het bestand" in words
    assert "De cellen B2:C2 zijn samengevoegd" in words
    assert "Het blad “Ander blad” niet" in words


def test_a_formula_in_a_workbook_is_refused_with_its_place(desk, swimming):
    line = cells(GOOD)
    line[4] = "=SUM(1,2)"
    words = text_of(desk.client.get(desk.send("expenses", workbook(cells(HEADERS), line), "boek.xlsx").location))
    assert "Rij 2, kolom E (Factuurbedrag met btw): Deze cel bevat een formule" in words


def test_a_sheet_of_a_million_empty_rows_is_read_in_a_moment(app, desk, swimming):
    plain = workbook(cells(HEADERS), cells(GOOD))
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name.endswith("sheet1.xml"):
                empty = b"".join(b'<row r="%d"></row>' % at for at in range(3, 1_048_577))
                part = part.replace(b"</sheetData>", empty + b"</sheetData>")
            after.writestr(name, part)
    body = packed.getvalue()
    answer = desk.send("expenses", body, "leeg.xlsx")
    if answer.status_code == 302:
        assert "Nieuw 1" in text_of(desk.client.get(answer.location))
    else:
        assert answer.status_code == 422
        assert "te groot" in text_of(answer) or "te veel" in text_of(answer)


@pytest.mark.parametrize("damage", ["file", "table", "checked", "choice", "progress"])
def test_what_lies_beside_a_file_may_break_or_go_without_harm(app, desk, swimming, damage):
    here = desk.send("expenses", file_of(GOOD)).location
    desk.client.get(here)
    desk.client.post(here + "/rows", data={"leave_out": "y"})
    folder = app.config["UPLOAD_FOLDER"]
    for broken in folder.glob(f"*.{damage}"):
        broken.write_bytes(broken.read_bytes()[:40] + b"\x00\xffstuk")
    assert desk.client.get(here).status_code == 200
    assert desk.client.post(here + "/save").status_code == 302
    assert len(expenses(app)) == 1


def test_a_file_whose_bytes_are_gone_is_asked_again(app, desk, swimming):
    here = desk.send("expenses", file_of(GOOD)).location
    for part in app.config["UPLOAD_FOLDER"].iterdir():
        part.unlink()
    assert desk.client.get(here).status_code == 410
    for path in ("/save", "/rows", "/columns"):
        answer = desk.client.post(here + path)
        assert answer.status_code == 410
        assert "Kies het opnieuw" in text_of(answer)
