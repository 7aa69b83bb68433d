"""A heading that is not known, or that means something else, is put right in the preview."""

from __future__ import annotations

import re

import pytest

from tests.integration.transfer.test_reading_in_expenses import expenses
from tests.pages import text_of

ODD = "Wat;Welke;Hoeveel;Wanneer\nToegang tot het zwembad;individual;12,00;01/02/2025\n"


def selects(page) -> dict[str, str]:
    """The form field of each heading."""
    html = page.get_data(as_text=True)
    return {words: name for name, words in re.findall(r'<label class="field__label" for="(heading_\d+)">([^<]*)', html)}


def chosen(page) -> dict[str, str]:
    """What stands chosen for each heading."""
    html = page.get_data(as_text=True)
    found = {}
    for name, body in re.findall(r'<select[^>]*name="(heading_\d+)"[^>]*>(.*?)</select>', html, re.DOTALL):
        picked = re.search(r'<option selected value="([^"]*)"', body)
        found[name] = picked[1] if picked else ""
    return found


def test_columns_with_other_headers_are_pointed_out_by_hand(app, desk):
    here = desk.send("expenses", ODD).location
    page = desk.client.get(here)
    assert "Deze verplichte kolommen ontbreken" in text_of(page)
    assert list(selects(page)) == ["Kolom A: Wat", "Kolom B: Welke", "Kolom C: Hoeveel", "Kolom D: Wanneer"]
    keys = ("description", "kind", "invoice_cents", "imputed_on")
    values = dict(zip(selects(page).values(), keys, strict=True))
    assert desk.client.post(here + "/columns", data=values).status_code == 302
    assert chosen(desk.client.get(here)) == values
    assert desk.client.post(here + "/save").status_code == 302
    assert [one.invoice_cents for one in expenses(app)] == [1200]


def test_a_column_that_was_recognised_wrongly_is_put_right_afterwards(app, desk):
    body = "Omschrijving;Soort;Leverancier;Nota;Factuurbedrag met btw;Boekingsdatum\n"
    body += "Zwembad;individual;Toegang tot het zwembad;De leverancier;12,00;01/02/2025\n"
    here = desk.send("expenses", body).location
    was = chosen(desk.client.get(here))
    assert (was["heading_0"], was["heading_2"]) == ("description", "supplier")
    right = was | {"heading_0": "supplier", "heading_2": "description", "heading_3": ""}
    assert desk.client.post(here + "/columns", data=right).status_code == 302
    page = desk.client.get(here)
    assert chosen(page) == right
    assert "De leverancier" not in text_of(page)
    again = right | {"heading_3": "note"}
    desk.client.post(here + "/columns", data=again)
    desk.client.post(here + "/save")
    held = expenses(app)[0]
    assert (held.description, held.supplier, held.note) == ("Toegang tot het zwembad", "Zwembad", "De leverancier")


def test_the_form_stands_ready_also_when_every_column_is_known(desk):
    body = "Omschrijving;Soort;Factuurbedrag met btw\nToegang tot het zwembad;individual;12,00\n"
    page = desk.client.get(desk.send("expenses", body).location)
    assert "Wat staat in welke kolom?" in text_of(page)
    assert '<details class="columns">' in page.get_data(as_text=True)


def test_two_headings_for_one_field_are_refused(desk):
    here = desk.send("expenses", ODD).location
    refused = desk.client.post(here + "/columns", data={"heading_0": "description", "heading_1": "description"})
    assert refused.status_code == 422
    assert "Je koos twee keer hetzelfde" in text_of(refused)
    assert "Deze verplichte kolommen ontbreken" in text_of(desk.client.get(here))


@pytest.mark.parametrize("value", ["bestaat-niet", "part-", "x" * 500, "description' OR 1=1"])
def test_a_field_that_does_not_exist_is_refused(desk, value):
    here = desk.send("expenses", ODD).location
    assert desk.client.post(here + "/columns", data={"heading_0": value}).status_code == 422


def test_a_required_column_that_is_taken_away_is_asked_back(desk):
    body = "Omschrijving;Soort;Factuurbedrag met btw\nToegang tot het zwembad;individual;12,00\n"
    here = desk.send("expenses", body).location
    taken = chosen(desk.client.get(here)) | {"heading_1": ""}
    assert desk.client.post(here + "/columns", data=taken).status_code == 302
    assert "Deze verplichte kolommen ontbreken: Soort" in text_of(desk.client.get(here))
    refused = desk.client.post(here + "/save")
    assert refused.status_code == 422
    assert "Kies eerst welke kolom van het bestand wat bevat" in text_of(refused)


def test_other_columns_take_back_which_rows_stay_out(app, desk):
    body = "Omschrijving;Soort;Nota;Factuurbedrag met btw;Boekingsdatum\n"
    body += "Zwembad;individual;5,00;abc;01/02/2025\n"
    here = desk.send("expenses", body).location
    desk.client.post(here + "/rows", data={"leave_out": "y"})
    right = chosen(desk.client.get(here)) | {"heading_2": "invoice_cents", "heading_3": "note"}
    desk.client.post(here + "/columns", data=right)
    page = desk.client.get(here)
    assert "Er zijn geen fouten" in text_of(page)
    back = chosen(page) | {"heading_2": "note", "heading_3": "invoice_cents"}
    desk.client.post(here + "/columns", data=back)
    assert desk.client.post(here + "/save").status_code == 422
    assert expenses(app) == []
