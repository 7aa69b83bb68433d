"""Rows with an error: each stays out by choice or keeps everything from being saved, and goes back with its reason."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest

from tests.integration.transfer.test_reading_in_expenses import GOOD, expenses, file_of
from tests.pages import text_of

BAD = ";Bal;Samen zwemmen;individual;abc;14/03/2025;4 tot 10;drawing-right;F-{}"


def bad(number: int) -> str:
    return BAD.format(number)


@pytest.fixture
def mixed(desk, swimming):
    """Rows 2 and 4 are good, rows 3 and 5 are not."""
    return desk.send("expenses", file_of(GOOD, bad(2), GOOD.replace("F-1", "F-3"), bad(4))).location


def boxes(page) -> dict[int, bool]:
    """The rows that can be ticked on a page, and whether they are."""
    found = re.findall(r'name="row" value="(\d+)"( checked)?', page.get_data(as_text=True))
    return {int(number): bool(checked) for number, checked in found}


def test_every_row_with_an_error_has_a_box_and_no_other_row_has(desk, mixed):
    assert boxes(desk.client.get(mixed)) == {3: False, 5: False}


def test_saving_is_refused_with_the_rows_that_are_still_wrong(app, desk, mixed):
    refused = desk.client.post(mixed + "/save")
    assert refused.status_code == 422
    assert "Er zijn nog 2 rijen met een fout: rij 3, 5" in text_of(refused)
    refused = desk.client.post(mixed + "/save", data={"shown": ["3", "5"], "row": "3"})
    assert refused.status_code == 422
    assert "Rij 5 heeft nog een fout" in text_of(refused)
    assert boxes(refused) == {3: True, 5: False}
    assert expenses(app) == []


def test_with_each_wrong_row_left_out_the_others_are_saved(app, desk, mixed):
    saved = desk.client.post(mixed + "/save", data={"shown": ["3", "5"], "row": ["3", "5"]})
    assert saved.status_code == 302
    assert [one.evidence_reference for one in expenses(app)] == ["F-1", "F-3"]
    words = text_of(desk.client.get(mixed))
    assert "Rijen bewaard 2" in words
    assert "Rijen weggelaten 2" in words


def test_a_good_row_goes_in_even_when_somebody_ticks_it(app, desk, mixed):
    ticked = {"shown": ["2", "3", "5"], "row": ["2", "3", "5"]}
    assert desk.client.post(mixed + "/save", data=ticked).status_code == 302
    assert len(expenses(app)) == 2


def test_one_tick_leaves_all_of_them_out(app, desk, mixed):
    chosen = desk.client.post(mixed + "/rows", data={"leave_out": "y", "go": "all 1"})
    page = desk.client.get(chosen.location)
    assert boxes(page) == {}
    assert text_of(page).count("wordt weggelaten") == 2
    assert "2 rijen hebben een fout. Je laat ze weg." in text_of(page)
    assert desk.client.post(mixed + "/save", data={"leave_out": "y"}).status_code == 302
    assert len(expenses(app)) == 2


def test_letting_go_of_all_asks_for_a_choice_again(app, desk, mixed):
    desk.client.post(mixed + "/rows", data={"leave_out": "y"})
    assert desk.client.post(mixed + "/save", data={}).status_code == 422
    assert expenses(app) == []


def test_ticks_are_kept_over_the_pages(app, desk, swimming):
    body = file_of(GOOD, *(bad(number) for number in range(120)))
    here = desk.send("expenses", body).location
    first = boxes(desk.client.get(here + "?show=wrong"))
    assert len(first) == 50
    moved = desk.client.post(here + "/rows", data={"shown": list(first), "row": [3, 7], "go": "wrong 2"})
    assert moved.location.endswith("?show=wrong&page=2#rows")
    second = boxes(desk.client.get(moved.location))
    assert set(second).isdisjoint(first)
    desk.client.post(here + "/rows", data={"shown": list(second), "row": [60], "go": "wrong 1"})
    again = boxes(desk.client.get(here + "?show=wrong"))
    assert {number for number, ticked in again.items() if ticked} == {3, 7}
    desk.client.post(here + "/rows", data={"shown": list(first), "row": [7], "go": "wrong 1"})
    refused = desk.client.post(here + "/save")
    assert "Er zijn nog 118 rijen met een fout" in text_of(refused)
    assert expenses(app) == []


def test_thousands_of_errors_are_left_out_at_once(app, desk, swimming, monkeypatch):
    body = file_of(GOOD, *(bad(number) for number in range(3000)))
    here = desk.send("expenses", body).location
    page = desk.client.get(here)
    assert "Laat alle rijen met een fout weg (3.000)" in text_of(page)
    assert len(page.data) < 400_000
    assert desk.client.post(here + "/save", data={"leave_out": "y"}).status_code == 302
    app.extensions["saving"].join()
    assert len(expenses(app)) == 1
    assert "Rijen weggelaten 3.000" in text_of(desk.client.get(here))


@pytest.mark.parametrize("go", ["", "x", "wrong", "wrong -1", "wrong 99999999", "nothing 2", "wrong 2 3"])
def test_a_button_that_was_tampered_with_leads_to_a_page_all_the_same(desk, mixed, go):
    moved = desk.client.post(mixed + "/rows", data={"go": go, "shown": ["x", "-1", "9" * 30], "row": ["", "\u0663"]})
    assert moved.status_code == 302
    assert desk.client.get(moved.location).status_code == 200


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_rows_left_out_go_back_as_a_list_that_is_mended_and_read_in(app, desk, mixed, file_format):
    desk.client.post(mixed + "/save", data={"leave_out": "y"})
    assert f"left-out.{file_format}" in desk.client.get(mixed).get_data(as_text=True)
    given = desk.client.get(f"{mixed}/left-out.{file_format}")
    assert given.status_code == 200
    assert f"lijst-weggelaten.{file_format}" in given.headers["Content-Disposition"]
    if file_format == "csv":
        text = given.data.decode("utf-8-sig")
        assert "Waarom niet bewaard?" in text.splitlines()[0]
        assert "Factuurbedrag met btw: " in text
        mended = text.replace(";abc;", ";12,00;").replace("4 tot 10", "4").encode()
    else:
        book = openpyxl.load_workbook(io.BytesIO(given.data))
        for line in book.worksheets[0].iter_rows(min_row=2):
            for cell in line:
                cell.value = {"abc": "12,00", "4 tot 10": 4}.get(cell.value, cell.value)
        whole = io.BytesIO()
        book.save(whole)
        mended = whole.getvalue()
    sent = desk.send("expenses", mended, f"beter.{file_format}")
    words = text_of(desk.client.get(sent.location))
    assert "Nieuw 2" in words
    assert "is niet bekend" not in words
    assert desk.client.post(sent.location + "/save").status_code == 302
    assert [one.evidence_reference for one in expenses(app)] == ["F-1", "F-3", "F-2", "F-4"]


def test_a_list_of_rows_left_out_holds_only_the_columns_of_its_file(app, desk, world, swimming):
    held = world.expense(desk.network, action_id=swimming.id, supplier="Zwembad")
    body = "Nummer;Omschrijving;Soort;Factuurbedrag met btw;Boekingsdatum\n"
    body += f"{held.number};Toegang;collective;-5;14/03/2025\n;Toegang tot het bad;individual;10,00;14/03/2025\n"
    here = desk.send("expenses", body).location
    desk.client.post(here + "/save", data={"leave_out": "y"})
    text = desk.client.get(here + "/left-out.csv").data.decode("utf-8-sig")
    assert text.splitlines()[0] == "Nummer;Omschrijving;Soort;Factuurbedrag met btw;Boekingsdatum;Waarom niet bewaard?"
    desk.save("expenses", text.replace("-5", "50,00").replace("'", ""))
    assert next(one for one in expenses(app) if one.number == held.number).supplier == "Zwembad"


def test_rows_left_out_of_another_network_or_of_nothing_are_not_given(desk, desk_in, mixed):
    assert desk.client.get(mixed + "/left-out.csv").status_code == 410
    desk.client.post(mixed + "/save", data={"leave_out": "y"})
    elsewhere = desk_in("Mechelen", "12025")
    number = mixed.rsplit("/", 1)[1]
    assert elsewhere.client.get(elsewhere.href(f"imports/{number}/left-out.csv", None)).status_code == 404
    assert elsewhere.client.post(elsewhere.href(f"imports/{number}/rows", None)).status_code == 404
    assert desk.client.get(mixed + "/left-out.pdf").status_code == 404


def test_a_row_of_totals_is_no_error_and_is_not_saved(app, desk, swimming):
    here = desk.send("expenses", file_of(GOOD, ";Totaal;;;42,50;;4;;")).location
    assert "totaal, wordt niet gelezen" in text_of(desk.client.get(here))
    assert desk.client.post(here + "/save").status_code == 302
    assert len(expenses(app)) == 1


def test_an_action_that_leans_on_a_row_that_stays_out_is_not_saved_without_its_link(desk, sport):
    body = "Titel;Spoor;Domein;Soort besteding;Vult aan waar niet genoeg is\n"
    body += "Derde;removing;sport;participation;Tweede\nTweede;removing;sport;participation;Eerste\n"
    body += "Eerste;x;sport;participation;\n"
    here = desk.send("actions", body).location
    words = text_of(desk.client.get(here))
    assert "De rij van de actie “Eerste” heeft een fout" in words
    assert "De rij van de actie “Tweede” heeft een fout" in words
    refused = desk.client.post(here + "/save", data={"leave_out": "y"})
    assert "Er blijft geen enkele rij over" in text_of(refused)


def test_nothing_left_to_save_is_said(app, desk, swimming):
    refused = desk.save("expenses", file_of(bad(1)), leave_out="y")
    assert refused.status_code == 422
    assert "Er blijft geen enkele rij over om te bewaren" in text_of(refused)
