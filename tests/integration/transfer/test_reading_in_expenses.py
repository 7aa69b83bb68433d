"""Expenses out of a file: looked at first, saved all together, refused with row, column and reason."""

from __future__ import annotations

from sqlalchemy import func, select

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.funding import bookings
from portal.funding.models import Allocation, Expense
from portal.history.models import Change
from tests.pages import text_of

HEADERS = "Nummer;Omschrijving;Actie;Soort;Factuurbedrag met btw;Boekingsdatum;Aantal begunstigden;Bron;Bewijs"
GOOD = ";Toegang tot het zwembad voor het gezin;Samen zwemmen;individual;42,50;14/03/2025;4;drawing-right;F-1"


def file_of(*rows: str) -> str:
    return "\n".join((HEADERS, *rows)) + "\n"


def expenses(app) -> list[Expense]:
    with app.app_context():
        return list(db.session.scalars(select(Expense).order_by(Expense.number)))


def test_a_filled_list_is_looked_at_first_and_then_saved(app, desk, swimming):
    sent = desk.send("expenses", file_of(GOOD))
    page = desk.client.get(sent.location)
    assert page.status_code == 200
    assert "Toegang tot het zwembad voor het gezin" in text_of(page)
    assert expenses(app) == []
    saved = desk.client.post(sent.location + "/save")
    assert saved.status_code == 302
    assert "1" in text_of(desk.client.get(saved.location))
    found = expenses(app)[0]
    assert (found.number, found.year, found.invoice_cents, found.action_id) == (1, 2025, 4250, swimming.id)
    with app.app_context():
        assert db.session.scalar(select(func.sum(Allocation.amount_cents))) == 4250
        change = db.session.scalars(select(Change).where(Change.subject_type == "expense")).one()
        assert change.via == "invoer"


def test_nothing_is_saved_while_a_row_has_an_error_and_leaving_it_out_is_a_choice(app, desk, swimming):
    body = file_of(GOOD, ";Bal;Samen zwemmen;individual;abc;14/03/2025;4 tot 10;drawing-right;F-2")
    refused = desk.save("expenses", body)
    words = text_of(refused)
    assert refused.status_code == 422
    assert "Rij 3 heeft nog een fout" in words
    assert "Rij 3, kolom E (Factuurbedrag met btw)" in words
    assert "Rij 3, kolom G (Aantal begunstigden)" in words
    assert expenses(app) == []
    assert desk.save("expenses", body, leave_out="y").status_code == 302
    assert [one.description for one in expenses(app)] == ["Toegang tot het zwembad voor het gezin"]


def test_the_rulebook_refuses_in_a_file_what_it_refuses_in_the_form(app, desk, swimming):
    wrong_year = ";Toegang tot het zwembad;;individual;42,50;14/03/2024;4;drawing-right;F-1"
    words = text_of(desk.client.get(desk.send("expenses", file_of(wrong_year)).location))
    assert "2025" in words
    assert "FED-PAY" in words or "Regel" in words
    assert desk.save("expenses", file_of(wrong_year)).status_code == 422
    assert expenses(app) == []


def test_a_federal_amount_in_a_year_without_federal_money_is_refused(app, desk):
    body = (
        "Omschrijving;Soort;Factuurbedrag met btw;Boekingsdatum;Aantal begunstigden;"
        "Federaal geld: maatschappelijke participatie\n"
        "Toegang tot het zwembad;individual;10,00;01/02/2026;2;10,00\n"
    )
    sent = desk.send("expenses", body, year=2026)
    assert "2026" in text_of(desk.client.get(sent.location))
    assert desk.client.post(sent.location + "/save").status_code == 422
    assert expenses(app) == []


def test_unknown_names_doubles_and_formulas_are_refused_with_row_and_column(desk, swimming):
    words = text_of(
        desk.client.get(
            desk.send(
                "expenses",
                file_of(
                    GOOD,
                    GOOD,
                    GOOD.replace("Samen zwemmen", "Samen fietsen").replace("F-1", "F-3"),
                    GOOD.replace("drawing-right", "maangeld").replace("F-1", "F-4"),
                    GOOD.replace("F-1", "=1+1"),
                ),
            ).location
        )
    )
    assert "Rij 3, kolom B (Omschrijving): Deze rij gaat over hetzelfde als rij 2" in words
    assert "Rij 4, kolom C (Actie): De actie “Samen fietsen” bestaat niet in 2025" in words
    assert "Rij 5, kolom H (Bron): “maangeld” staat niet in de lijst" in words
    assert "Rij 6, kolom I (Bewijs): Deze cel bevat een formule" in words


def test_reading_in_twice_leaves_the_same_state(app, desk, swimming):
    body = file_of(GOOD, GOOD.replace("F-1", "F-2"))
    desk.save("expenses", body)
    words = text_of(desk.client.get(desk.send("expenses", body).location))
    assert "staat er al zo" in words
    assert desk.save("expenses", body).status_code == 302
    assert len(expenses(app)) == 2
    assert {one.version for one in expenses(app)} == {1}


def test_a_row_with_the_number_of_an_expense_changes_only_what_the_file_says(app, desk, world, swimming):
    held = world.expense(desk.network, action_id=swimming.id, supplier="Zwembad", evidence_reference="F-1")
    body = "Nummer;Omschrijving;Soort;Factuurbedrag met btw\n1;Toegang zwembad;collective;120,00\n"
    assert desk.save("expenses", body).status_code == 302
    after = expenses(app)[0]
    assert (after.id, after.invoice_cents, after.supplier, after.action_id) == (held.id, 12_000, "Zwembad", swimming.id)


def test_a_row_that_fails_late_takes_the_whole_file_back(app, desk, swimming, monkeypatch):
    body = file_of(*(GOOD.replace("F-1", f"F-{at}") for at in range(500)))
    sent = desk.send("expenses", body)
    put_parts = bookings.draw_up_expense
    calls = []

    def failing(*args, **values):
        calls.append(1)
        if len(calls) == 500:
            raise RuleBroken(say("Dit lukt niet."))
        return put_parts(*args, **values)

    monkeypatch.setattr(bookings, "draw_up_expense", failing)
    assert desk.client.post(sent.location + "/save").status_code == 422
    assert len(calls) == 500
    assert expenses(app) == []
    monkeypatch.undo()
    assert desk.client.post(sent.location + "/save").status_code == 302
    assert len(expenses(app)) == 500


def test_a_long_file_is_saved_beside_the_page(app, desk, swimming, monkeypatch):
    monkeypatch.setitem(app.config, "SAVED_AT_ONCE", 3)
    sent = desk.send("expenses", file_of(*(GOOD.replace("F-1", f"F-{at}") for at in range(9))))
    answer = desk.client.post(sent.location + "/save")
    app.extensions["saving"].join()
    assert answer.status_code == 302
    assert "Je lijst is bewaard" in text_of(desk.client.get(answer.location))
    assert len(expenses(app)) == 9
    with app.app_context():
        assert db.session.scalars(select(Change.by).where(Change.subject_type == "expense")).first() != "systeem"


def test_a_long_file_that_fails_says_so_and_can_be_tried_again(app, desk, swimming, monkeypatch):
    monkeypatch.setitem(app.config, "SAVED_AT_ONCE", 1)
    sent = desk.send("expenses", file_of(GOOD, GOOD.replace("F-1", "F-2")))
    with monkeypatch.context() as broken:
        broken.setattr(bookings, "draw_up_expense", lambda *_args, **_values: 1 / 0)
        desk.client.post(sent.location + "/save")
        app.extensions["saving"].join()
    words = text_of(desk.client.get(sent.location))
    assert "Het bewaren is niet gelukt" in words
    assert "Er is niets bewaard" in words
    assert expenses(app) == []
    assert desk.client.post(sent.location + "/save").status_code == 302
    app.extensions["saving"].join()
    assert len(expenses(app)) == 2
