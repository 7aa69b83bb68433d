"""While expenses are read in, a row without a stream, or with one that refuses the cost, gets a suggestion."""

from __future__ import annotations

from sqlalchemy import select

from portal.extensions import db
from portal.funding.models import Allocation, Expense
from portal.funding.types import Owner
from tests.pages import text_of

HEADERS = "Omschrijving;Soort;Factuurbedrag met btw;Boekingsdatum;Aantal begunstigden;Bron;Bewijs"
BARE = "Vakantiekamp Tim;individual;42,50;14/03/2025;4;;F-1"
OTHER = "Lidgeld van de scouts voor Jan;individual;60,00;14/03/2025;1;;F-2"
STRANGE = "Rekening 33 van Fransen;individual;10,00;14/03/2025;1;;F-3"
FINE = "Toegang tot het zwembad;individual;30,00;14/03/2025;2;drawing-right;F-4"
REFUSED = "Schoolboeken Nora;individual;55,00;14/03/2014;1;federal-old-events;F-5"


def file_of(*rows: str) -> str:
    return "\n".join((HEADERS, *rows)) + "\n"


def booked(app) -> dict[str, dict[str, int]]:
    with app.app_context():
        return {
            one.description: {part.stream: part.amount_cents for part in one.allocations}
            for one in db.session.scalars(select(Expense))
        }


def test_a_row_without_a_stream_gets_a_suggestion_with_its_reason(desk):
    words = text_of(desk.client.get(desk.send("expenses", file_of(BARE, STRANGE, FINE)).location))
    assert "Met een voorstel (1)" in words
    assert "Voorstel: " in words
    assert "Vakantiekamp" in words
    assert "het staat in de lijst" in words


def test_nothing_changes_until_the_suggestion_is_taken(app, desk):
    assert desk.save("expenses", file_of(BARE)).status_code == 302
    assert booked(app) == {"Vakantiekamp Tim": {}}


def test_a_suggestion_is_taken_for_one_row(app, desk):
    sent = desk.send("expenses", file_of(BARE, OTHER))
    kept = desk.client.post(sent.location + "/rows", data={"offered": ["2", "3"], "take": ["2"], "go": "all 1"})
    assert kept.status_code == 302
    words = text_of(desk.client.get(sent.location))
    assert "Federaal" in words
    assert booked(app) == {}
    assert desk.client.post(sent.location + "/save", data={"offered": ["2", "3"], "take": ["2"]}).status_code == 302
    assert booked(app) == {
        "Vakantiekamp Tim": {"federal-child-poverty": 4250},
        "Lidgeld van de scouts voor Jan": {},
    }
    with app.app_context():
        owners = {one.description: one.owner for one in db.session.scalars(select(Expense))}
    assert owners["Vakantiekamp Tim"] is Owner.OCMW


def test_a_suggestion_that_was_taken_can_be_left_again(app, desk):
    sent = desk.send("expenses", file_of(BARE))
    desk.client.post(sent.location + "/rows", data={"offered": ["2"], "take": ["2"], "go": "all 1"})
    desk.client.post(sent.location + "/rows", data={"offered": ["2"], "go": "all 1"})
    desk.client.post(sent.location + "/save", data={"offered": ["2"]})
    assert booked(app) == {"Vakantiekamp Tim": {}}


def test_all_suggestions_are_taken_at_once(app, desk):
    assert desk.save("expenses", file_of(BARE, OTHER, STRANGE, FINE), take_all="y").status_code == 302
    found = booked(app)
    assert found["Vakantiekamp Tim"] == {"federal-child-poverty": 4250}
    assert found["Lidgeld van de scouts voor Jan"] == {"drawing-right": 6000}
    assert found["Rekening 33 van Fransen"] == {}
    assert found["Toegang tot het zwembad"] == {"drawing-right": 3000}


def test_a_stream_that_refuses_the_cost_gets_another_one_suggested(app, desk):
    body = file_of(REFUSED).replace("Bewijs", "Bewijs;Wie betaalt de factuur?").replace("F-5", "F-5;ocmw")
    sent = desk.send("expenses", body, year=2014)
    words = text_of(desk.client.get(sent.location))
    assert "mag niet op" in words
    assert "Voorstel: " in words
    assert "kinderarmoede" in words
    assert desk.client.post(sent.location + "/save").status_code == 422
    assert booked(app) == {}
    assert desk.client.post(sent.location + "/save", data={"offered": "2", "take": "2"}).status_code == 302
    assert booked(app) == {"Schoolboeken Nora": {"federal-old-child-poverty": 5500}}


def test_a_taken_suggestion_is_held_against_the_rules_like_any_other_stream(app, desk):
    """The file says that the municipality pays: federal money is of the welfare centre (DATA-ORG-1)."""
    body = file_of(BARE).replace("Bewijs", "Bewijs;Wie betaalt de factuur?").replace("F-1", "F-1;gemeente")
    sent = desk.send("expenses", body)
    assert "Trekkingsrecht" in text_of(desk.client.get(sent.location))
    assert desk.client.post(sent.location + "/save", data={"offered": "2", "take": "2"}).status_code == 302
    assert booked(app) == {"Vakantiekamp Tim": {"drawing-right": 4250}}


def test_only_the_amount_of_the_refusing_stream_moves(app, desk):
    body = (
        "Omschrijving;Soort;Factuurbedrag met btw;Boekingsdatum;Aantal begunstigden;Wie betaalt de factuur?;Bewijs;"
        "Federaal geld: evenementen (categorie 1);Cofinanciering: eigen geld van gemeente en OCMW\n"
        "Bijles wiskunde;individual;100,00;14/03/2014;1;ocmw;F-1;60,00;40,00\n"
    )
    sent = desk.send("expenses", body, year=2014)
    page = text_of(desk.client.get(sent.location))
    assert "in plaats van" in page, page
    assert desk.client.post(sent.location + "/save", data={"take_all": "y"}).status_code == 302
    assert booked(app) == {"Bijles wiskunde": {"co-financing": 4000, "federal-old-child-poverty": 6000}}


def test_numbers_of_rows_that_nobody_offered_are_passed_over(app, desk):
    sent = desk.send("expenses", file_of(FINE, STRANGE))
    asked = {"offered": ["2", "3", "99", "x"], "take": ["2", "3", "99", "-1", "9" * 30], "go": "offered 7"}
    assert desk.client.post(sent.location + "/rows", data=asked).status_code == 302
    assert desk.client.post(sent.location + "/save", data=asked).status_code == 302
    with app.app_context():
        assert db.session.scalars(select(Allocation.stream)).all() == ["drawing-right"]


def test_a_row_with_a_cell_that_cannot_be_read_gets_no_suggestion(desk):
    body = file_of("Vakantiekamp;individual;veel;14/03/2025;4;;F-1")
    assert "Voorstel: " not in text_of(desk.client.get(desk.send("expenses", body).location))
