"""A file is read once and checked once for each state of the network, however many pages look at it."""

from __future__ import annotations

from datetime import date

import pytest

from portal.extensions import db
from portal.network.models import Partner
from portal.transfer import reading_once
from portal.transfer.lists import listing
from portal.transfer.reading import read_table
from tests.integration.transfer.test_reading_in_expenses import GOOD, expenses, file_of
from tests.pages import text_of

MANY = file_of(*(GOOD.replace("F-1", f"F-{at}") for at in range(120)), GOOD.replace("42,50", "x"))


@pytest.fixture
def counted(monkeypatch):
    """How often a file was read, and how often its table was checked."""
    times = {"read": 0, "checked": 0}

    def counting(name, function):
        def called(*values, **named):
            times[name] += 1
            return function(*values, **named)

        return called

    monkeypatch.setattr(reading_once, "check_table", counting("checked", reading_once.check_table))
    monkeypatch.setattr(listing, "read_table", counting("read", read_table))
    return times


def test_pages_choices_and_saving_read_and_check_once(app, desk, swimming, counted):
    here = desk.send("expenses", MANY).location
    for asked in ("", "?page=2", "?show=wrong", "?show=warned"):
        assert desk.client.get(here + asked).status_code == 200
    desk.client.post(here + "/rows", data={"leave_out": "y", "go": "all 3"})
    assert desk.client.post(here + "/save", data={"leave_out": "y"}).status_code == 302
    assert len(expenses(app)) == 120
    assert counted == {"read": 1, "checked": 1}


def test_a_change_of_the_network_is_checked_again(desk, world, swimming, counted):
    here = desk.send("expenses", file_of(GOOD)).location
    desk.client.get(here)
    with world.saving():
        db.session.get_one(type(swimming), swimming.id).title = "Samen fietsen"
    assert "De actie “Samen zwemmen” bestaat niet" in text_of(desk.client.get(here))
    assert counted["checked"] == 2


def test_a_change_of_another_network_is_not(desk, world, swimming, counted):
    here = desk.send("expenses", file_of(GOOD)).location
    desk.client.get(here)
    world.partner(world.network("Mechelen", "12025"))
    desk.client.get(here)
    assert counted["checked"] == 1


def test_another_day_is_checked_again(desk, swimming, counted, monkeypatch):
    here = desk.send("expenses", file_of(GOOD)).location
    desk.client.get(here)
    monkeypatch.setattr("portal.transfer.routes.doors.today", lambda: date(2030, 1, 1))
    desk.client.get(here)
    assert counted["checked"] == 2


def test_other_columns_are_checked_again_and_not_read_again(desk, swimming, counted):
    here = desk.send("expenses", file_of(GOOD)).location
    desk.client.get(here)
    read = counted["read"]
    desk.client.post(
        here + "/columns", data={"heading_1": "description", "heading_3": "kind", "heading_4": "invoice_cents"}
    )
    desk.client.get(here)
    assert counted == {"read": read, "checked": 2}


def test_what_is_kept_shows_the_same_as_what_was_just_checked(desk, world, swimming):
    world.expense(desk.network, action_id=swimming.id, supplier="Zwembad")
    body = file_of(GOOD, GOOD.replace(";Toegang", "1;Toegang"), GOOD.replace("42,50", "x").replace("F-1", "F-7"))
    here = desk.send("expenses", body).location
    fresh, kept = (desk.client.get(here).get_data(as_text=True) for _time in range(2))
    assert kept == fresh


def test_a_kept_row_saves_the_record_that_it_is_about(app, desk, sport):
    body = "Naam;Soort;Rol;Lid vanaf;Nota\nSportdienst;sport;required;01/01/2020;veranderd\n"
    here = desk.send("partners", body).location
    for _time in range(2):
        assert "Verandert 1" in text_of(desk.client.get(here))
    assert desk.client.post(here + "/save").status_code == 302
    with app.app_context():
        assert db.session.get_one(Partner, sport.id).note == "veranderd"


def test_a_second_look_asks_the_database_little(desk, swimming, counting_statements):
    here = desk.send("expenses", MANY).location
    desk.client.get(here)
    with counting_statements() as statements:
        desk.client.get(here)
    assert len(statements) <= 7
