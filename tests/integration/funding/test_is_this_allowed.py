""" "Mag dit?": for anyone, by year and stream, from any page, and on to the expense."""

from __future__ import annotations

import jsonschema
import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.funding.models import Expense
from tests.forms import values_of


@pytest.fixture
def heist(world):
    network = world.network("Heist")
    world.grant(network, 2025)
    return network


def asked(client, query, **more):
    return client.get("/allowed", query_string={"q": query} | more)


def test_anyone_may_ask_without_signing_in(client):
    page = asked(client, "zwembrevet", year=2025).text
    assert "Fietsles of zwemles" in page
    assert "Federaal: kinderarmoede" in page
    assert "FED-CLUS-4" in page


@pytest.mark.parametrize("query", ["dvd-speler", "DVD speler", "dvdspeler", "dvd-spelr"])
def test_a_refused_cost_is_refused_in_its_years(client, query):
    page = asked(client, query, year=2012).text
    assert "Toestel voor beeld of geluid" in page
    assert "mag niet" in page
    assert "FED-COST-2" in page


def test_without_a_year_the_running_year_is_asked(client):
    assert "Geen federale toelage meer" not in asked(client, "zumba").text
    assert "Voor dit jaar is er geen federaal geld meer." in asked(client, "zumba", year=2026).text


@pytest.mark.parametrize("year", ["1", "0", "-5", "99999999", "tweeduizend", "２０２５", ""])
def test_a_strange_year_is_the_running_year(client, year):
    assert asked(client, "zumba", year=year).status_code == 200


def test_an_unknown_cost_says_so_and_drafts_the_question(client):
    page = asked(client, "wasmachine", year=2025).text
    assert "Deze kost kennen we niet" in page
    assert "De kost: wasmachine" in page
    assert "mailto:vraag@mi-is.be" in page


def test_from_2026_the_question_goes_to_the_department_only(client):
    page = asked(client, "wasmachine", year=2026).text
    assert "Departement Cultuur, Jeugd en Media" in page
    assert "vraag@mi-is.be" not in page


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", "' OR 1=1 --", "x" * 50_000, "\u0000\ud7ff", "مسبح 🏊", "%s%n"]
)
def test_a_hostile_question_is_only_a_question(client, query):
    answer = asked(client, query)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_every_cost_has_a_permanent_address(client):
    assert client.get("/allowed/tutoring?year=2012").status_code == 200
    assert client.get("/allowed/bestaat-niet").status_code == 404


def test_the_box_stands_on_every_page_for_everybody(world, heist, sign_in, client):
    assert 'name="q"' in client.get("/sign-in").text
    assert 'name="q"' in sign_in(world.coordinator(heist)).get("/networks/heist").text
    assert 'name="q"' in sign_in(world.account(heist, Role.EXPERT)).get("/networks/heist").text


def test_who_keeps_the_books_goes_on_to_the_expense(world, heist, sign_in):
    books = sign_in(world.coordinator(heist))
    page = asked(books, "zwembrevet", year=2025, network="heist").text
    assert "/networks/heist/2025/expenses/record?" in page
    form = books.get("/networks/heist/2025/expenses/record?description=Zwemles&stream=federal-child-poverty").text
    assert 'value="Zwemles"' in form
    assert "Dit lijkt op: Fietsles of zwemles" in form
    assert "Federaal geld: kinderarmoede" in form
    assert '<option selected value="ocmw">' in form


@pytest.mark.parametrize("role", [Role.PARTNER, Role.VIEWER, Role.EXPERT])
def test_others_read_the_answer_without_starting_an_expense(world, heist, sign_in, role):
    partner = world.partner(heist, "Sportdienst")
    reader = sign_in(world.account(heist, role, partner if role is Role.PARTNER else None))
    page = asked(reader, "zwembrevet", year=2025, network="heist").text
    assert "Fietsles of zwemles" in page
    assert "expenses/record" not in page


def test_a_network_of_others_does_not_show_through(world, heist, sign_in, client):
    stranger = sign_in(world.coordinator(world.network("Mechelen", nis="12025")))
    for reader in (stranger, client):
        assert asked(reader, "zumba", network="heist").text.count("Heist") == 0


def test_looking_who_can_pay_saves_nothing_and_fills_the_stream(world, heist, sign_in, app):
    books = sign_in(world.coordinator(heist))
    page = "/networks/heist/2025/expenses/record"
    typed = {"description": "Zwembrevet voor 12 kinderen", "invoice_cents": "120,00", "kind": "collective"}
    typed |= {"part_drawing_right": "", "part_federal_child_poverty": ""}
    answer = books.post(page, data=typed | {"look": "1"})
    assert answer.status_code == 200
    assert "Nog niets is bewaard." in answer.text
    assert 'value="120,00"' in answer.text
    assert values_of(answer)["part_federal_child_poverty"] == "120,00"
    with app.app_context():
        assert db.session.query(Expense).count() == 0


def test_looking_keeps_the_amounts_that_were_typed(world, heist, sign_in):
    books = sign_in(world.coordinator(heist))
    typed = {"description": "Zwembrevet", "invoice_cents": "120", "part_drawing_right": "20,5", "look": "1"}
    values = values_of(books.post("/networks/heist/2025/expenses/record", data=typed))
    assert values["part_drawing_right"] == "20,5"
    assert values["part_federal_child_poverty"] == ""


@pytest.mark.parametrize("amount", ["", "veel", "-5", "9" * 400, "1e9"])
def test_looking_with_a_strange_amount_loses_nothing(world, heist, sign_in, amount):
    books = sign_in(world.coordinator(heist))
    typed = {"description": "Zwembrevet", "invoice_cents": amount, "note": "x" * 6_000, "look": "1"}
    answer = books.post("/networks/heist/2025/expenses/record", data=typed)
    assert answer.status_code == 200
    assert values_of(answer)["invoice_cents"] == amount
    assert values_of(answer)["note"] == "x" * 6_000


def test_looking_at_an_unknown_cost_says_so(world, heist, sign_in):
    books = sign_in(world.coordinator(heist))
    answer = books.post("/networks/heist/2025/expenses/record", data={"description": "wasmachine", "look": "1"})
    assert answer.status_code == 200
    assert "Deze uitgave herkennen we niet in de lijsten." in answer.text


def test_the_api_answers_as_it_describes(client):
    description = client.get("/api/v1/openapi.json").get_json()
    schema = {"$ref": "#/components/schemas/Allowed", "components": description["components"]}
    assert description["paths"]["/allowed"]["get"]["operationId"] == "allowed"
    for query, year in (
        ("zumba", 2012),
        ("gerecycleerde pc", 2014),
        ("wasmachine", 2025),
        ("", 2026),
        ("bijles", 2005),
    ):
        answer = client.get("/api/v1/allowed", query_string={"q": query, "year": year}).get_json()
        jsonschema.validate(answer, schema)
        assert answer["year"] == year


def test_the_api_tells_amounts_as_text_and_words_in_the_asked_language(client):
    answer = client.get("/api/v1/allowed?q=gerecycleerde+pc&year=2014&lang=en").get_json()
    first = answer["costs"][0]
    assert first["cost"] == "recycled-computer"
    assert {one["most"] for one in first["answers"]} == {None, "500.00", "100.00"}
    assert answer["known"] is True
