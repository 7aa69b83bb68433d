"""Rows of one file together pass no grant; the row that crosses the line hears what is left."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest
from flask import Flask

from portal.extensions import db
from portal.foundation.finding import Severity
from portal.foundation.wording import Euros
from portal.funding.models import Expense, KeptFinding
from portal.funding.types import ExpenseStage
from tests.factories.world import World
from tests.integration.transfer.conftest import Desk
from tests.pages import WatchfulClient, text_of

HEADERS = "Nummer;Omschrijving;Soort;Factuurbedrag met btw;Boekingsdatum;Aantal begunstigden;Bron;Bewijs"


@pytest.fixture
def desk(world: World, sign_in: Callable[[Any], WatchfulClient]) -> Desk:
    network = world.network()
    world.grant(network, amount_cents=10_000)
    return Desk(network, sign_in(world.coordinator(network)))


def file_of(*rows: tuple[str, str, str]) -> str:
    lines = [f"{number};{words};collective;{euros};14/03/2025;4;drawing-right;F-1" for number, words, euros in rows]
    return "\n".join((HEADERS, *lines)) + "\n"


def amounts(app: Flask) -> dict[int, int]:
    with app.app_context():
        return {one.number: one.allocated_cents for one in db.session.query(Expense)}


def test_the_row_that_crosses_the_line_gets_the_finding(desk: Desk, app: Flask) -> None:
    body = file_of(("", "Toegang tot het zwembad", "60,00"), ("", "Bus naar zee", "40,01"), ("", "Zwemles", "40,00"))
    page = text_of(desk.client.get(desk.send("expenses", body).location)).replace("\u00a0", " ")
    assert "is nog € 40,00 niet uitgegeven" in page
    assert desk.save("expenses", body).status_code == 422
    assert amounts(app) == {}
    assert desk.save("expenses", body, leave_out="y").status_code == 302
    assert sorted(amounts(app).values()) == [4_000, 6_000]


def test_which_row_crosses_the_line_never_depends_on_the_order_of_the_file(desk: Desk, app: Flask) -> None:
    rows = [("", "Toegang tot het zwembad", "60,00"), ("", "Bus naar zee", "40,01"), ("", "Zwemles", "40,00")]
    for order in permutations(rows):
        page = text_of(desk.client.get(desk.send("expenses", file_of(*order)).location)).replace("\u00a0", " ")
        assert "is nog € 40,00 niet uitgegeven. Deze uitgave vraagt € 40,01." in page
        assert page.count("niet uitgegeven") == 1


def test_a_row_that_needs_promised_money_is_warned_of_and_saved_with_the_warning(
    desk: Desk, world: World, app: Flask
) -> None:
    promise = {"stage": ExpenseStage.COMMITTED, "imputed_on": None}
    world.expense(desk.network, parts={"drawing-right": 6_900}, invoice_cents=6_900, **promise)
    body = file_of(("", "Bus naar zee", "50,00"))
    words = "is nog € 31,00 vrij: € 69,00 is al beloofd. Deze uitgave vraagt € 50,00."
    page = text_of(desk.client.get(desk.send("expenses", body).location)).replace("\u00a0", " ")
    assert words in page
    assert desk.save("expenses", body).status_code == 302
    with app.app_context():
        kept = [one.again for one in db.session.query(KeptFinding) if one.rule == "MONEY-2"]
        assert [(one.severity, one.field) for one in kept] == [(Severity.WARNING, "parts.drawing-right")]
        assert kept[0].sentence.params["left"] == Euros(3_100)


def test_a_row_that_gives_money_back_makes_room_for_the_others(desk: Desk, world: World, app: Flask) -> None:
    held = world.expense(desk.network, parts={"drawing-right": 10_000}, invoice_cents=10_000)
    body = file_of(("", "Bus naar zee", "70,00"), (str(held.number), "Toegang zwembad", "30,00"))
    assert desk.save("expenses", body).status_code == 302
    assert amounts(app) == {1: 3_000, 2: 7_000}


def test_a_file_that_was_in_the_books_already_asks_nothing_more(desk: Desk, world: World, app: Flask) -> None:
    world.expense(desk.network, parts={"drawing-right": 10_000}, invoice_cents=10_000)
    assert desk.save("expenses", desk.take("expenses")).status_code in (302, 422)
    assert amounts(app) == {1: 10_000}
