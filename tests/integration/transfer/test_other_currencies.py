"""Amounts that are no euros, days in words, and lists that are too long: read right, or refused with the place."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from portal.transfer.types import LIMITS
from tests.integration.transfer.test_odd_files import cells
from tests.integration.transfer.test_reading_in_expenses import GOOD, HEADERS, expenses, file_of
from tests.pages import text_of


def workbook_with(number_format: str, amount: float | str = 42.5) -> bytes:
    book, line = openpyxl.Workbook(), cells(GOOD)
    line[4] = amount
    book.active.append(cells(HEADERS))
    book.active.append(line)
    book.active["E2"].number_format = number_format
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


@pytest.mark.parametrize("typed", ["$ 42,50", "42,50 USD", "US$42.50", "£ 42,50", "42,50 dollar", "CHF 42"])
def test_an_amount_in_another_currency_is_refused_on_its_row(app, desk, swimming, typed):
    body = file_of(GOOD, GOOD.replace("42,50", typed).replace("F-1", "F-2"), GOOD.replace("F-1", "F-3"))
    sent = desk.send("expenses", body)
    words = text_of(desk.client.get(sent.location))
    assert "Rij 3, kolom E (Factuurbedrag met btw)" in words
    assert "is een bedrag in een andere munt" in words
    assert desk.client.post(sent.location + "/save").status_code == 422
    assert expenses(app) == []


@pytest.mark.parametrize("typed", ["€ 42,50", "42,50 €", "EUR 42,50", "42,50 euro", "42.50 Euro"])
def test_euros_are_read_however_they_are_named(app, desk, swimming, typed):
    assert desk.save("expenses", file_of(GOOD.replace("42,50", typed))).status_code == 302
    assert expenses(app)[0].invoice_cents == 4250


@pytest.mark.parametrize("number_format", ['"$"#,##0.00', "[$$-409]#,##0.00", "[$USD] #,##0.00", '#,##0.00 "GBP"'])
def test_a_number_that_a_workbook_shows_as_another_currency_is_refused(app, desk, swimming, number_format):
    sent = desk.send("expenses", workbook_with(number_format), "boek.xlsx")
    assert "is een bedrag in een andere munt" in text_of(desk.client.get(sent.location))
    assert desk.client.post(sent.location + "/save").status_code == 422
    assert expenses(app) == []


@pytest.mark.parametrize("number_format", ['#,##0.00 "€"', "[$€-813] #,##0.00", "General", "0.00", '_("$"* #,##0.00_)'])
def test_a_number_that_a_workbook_shows_as_euro_is_read(app, desk, swimming, number_format):
    if number_format.startswith("_("):
        number_format = openpyxl.styles.numbers.BUILTIN_FORMATS[44]  # follows the country of the reader
    assert desk.save("expenses", workbook_with(number_format), "boek.xlsx").status_code == 302
    assert expenses(app)[0].invoice_cents == 4250


def test_a_column_that_names_the_currency_is_believed(app, desk, swimming):
    body = f"{HEADERS};Valuta\n{GOOD};EUR\n{GOOD.replace('F-1', 'F-2')};USD\n{GOOD.replace('F-1', 'F-3')};\n"
    sent = desk.send("expenses", body)
    words = text_of(desk.client.get(sent.location))
    assert "Rij 3, kolom E (Factuurbedrag met btw): Deze rij is in een andere munt (USD)" in words
    assert "Met een fout 1" in words
    assert desk.client.post(sent.location + "/save", data={"leave_out": "y"}).status_code == 302
    assert [one.evidence_reference for one in expenses(app)] == ["F-1", "F-3"]
    assert "USD" in desk.client.get(sent.location + "/left-out.csv").get_data(as_text=True)


@pytest.mark.parametrize("typed", ["14 maart 2025", "14-mrt-2025", "vrijdag 14 maart 2025", "2025-03-14", "14.03.2025"])
def test_days_as_text_are_read_in_dutch_and_as_the_machine_writes_them(app, desk, swimming, typed):
    assert desk.save("expenses", file_of(GOOD.replace("14/03/2025", typed))).status_code == 302
    assert expenses(app)[0].imputed_on == date(2025, 3, 14)


@pytest.mark.parametrize("typed", ["14 maart", "14-mrt-25", "31 februari 2025", "veertien maart 2025", "maart 2025"])
def test_a_day_in_words_that_is_not_clear_is_refused(app, desk, swimming, typed):
    sent = desk.send("expenses", file_of(GOOD.replace("14/03/2025", typed)))
    assert "Rij 2, kolom F (Boekingsdatum)" in text_of(desk.client.get(sent.location))
    assert expenses(app) == []


def test_fifty_thousand_lines_are_refused_with_a_sentence(app, desk, swimming):
    answer = desk.send("expenses", HEADERS + "\n" + "Bal;;;;1\n" * 50_000)
    assert answer.status_code == 422
    assert "meer dan 20" in text_of(answer)
    assert "Er is niets bewaard. Splits het in kleinere bestanden" in text_of(answer)
    most = f"{LIMITS.rows:,}".replace(",", ".")
    assert f"Ten hoogste 10 MB en {most} rijen." in text_of(answer)  # known before the file was made
