"""Nobody books more on a stream than was granted: not in a form, not by a step, not by a change."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from portal.extensions import db
from portal.funding.drafting import Refused
from portal.funding.models import Expense, Grant
from portal.funding.operations import edit_expense, move_expense
from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.network.models import Network
from tests.factories.world import World
from tests.forms import error_beside, values_of
from tests.integration.funding.conftest import Money, filled
from tests.pages import text_of

FEDERAL = {"owner": "ocmw", "part_drawing_right": "", "part_co_financing": "", "action_id": None}


def booked(app: Flask) -> dict[int, ExpenseStage]:
    with app.app_context():
        return {one.number: one.stage for one in db.session.query(Expense)}


@pytest.fixture
def pool(money: Money, world: World) -> None:
    """12,500 euro of federal money over three clusters, and a drawing right of 7,200 euro."""
    for stream, euros in (("participation", 5_000), ("modules", 3_000), ("child-poverty", 4_500)):
        world.grant(money.network, stream=f"federal-{stream}", amount_cents=euros * 100, owner=Owner.OCMW)
    world.grant(money.network, amount_cents=720_000)


def test_half_a_million_on_a_pool_of_12500_is_refused_beside_its_amount(money: Money, pool: None, app: Flask) -> None:
    data = filled(**FEDERAL, invoice_cents="500000,00", part_federal_modules="500000,00")
    answer = money.client.post(money.href("expenses/record"), data=data)
    assert answer.status_code == 422
    assert "12.500,00" in error_beside(answer, "part_federal_modules").replace("\u00a0", " ")
    assert values_of(answer)["part_federal_modules"] == "500000,00"
    assert booked(app) == {}


def test_50000_on_a_drawing_right_of_7200_is_refused_and_7200_is_not(money: Money, pool: None, app: Flask) -> None:
    wanted = {"part_co_financing": "", "evidence_reference": "F-1"}
    too_much = filled(**wanted, invoice_cents="50000,00", part_drawing_right="50000,00")
    answer = money.client.post(money.href("expenses/record"), data=too_much)
    assert answer.status_code == 422
    assert "7.200,00" in error_beside(answer, "part_drawing_right").replace("\u00a0", " ")
    fits = filled(**wanted, invoice_cents="7200,00", part_drawing_right="7200,00")
    assert money.client.post(money.href("expenses/record"), data=fits).status_code == 302
    assert len(booked(app)) == 1


def test_a_change_beyond_the_grant_is_refused_and_the_old_amount_stays(
    money: Money, pool: None, world: World, app: Flask
) -> None:
    expense = world.expense(money.network, parts={"drawing-right": 700_000}, invoice_cents=900_000)
    edit = money.page(expense, "/edit")
    answer = money.client.post(edit, data={**values_of(money.client.get(edit)), "part_drawing_right": "7200,01"})
    assert answer.status_code == 422
    assert "7.200,00" in error_beside(answer, "part_drawing_right").replace("\u00a0", " ")
    with app.app_context():
        assert db.session.query(Expense).one().allocated_cents == 700_000
    less = money.client.post(edit, data={**values_of(money.client.get(edit)), "part_drawing_right": "7200,00"})
    assert less.status_code == 302


def test_a_promise_beyond_the_grant_is_kept_and_cannot_be_booked(
    money: Money, pool: None, world: World, app: Flask
) -> None:
    values: dict[str, Any] = {"parts": {"drawing-right": 800_000}, "invoice_cents": 800_000}
    expense = world.expense(money.network, stage=ExpenseStage.COMMITTED, imputed_on=None, **values)
    edit = money.page(expense, "/edit")
    data = {**values_of(money.client.get(edit)), "imputed_on": "2025-05-01"}
    assert money.client.post(edit, data=data).status_code == 302
    answer = money.client.post(money.page(expense, "/move"), data={"stage": "booked"})
    assert answer.status_code == 422
    assert "MONEY-2" in text_of(answer)
    assert booked(app) == {1: ExpenseStage.COMMITTED}


def test_what_was_overspent_before_may_become_less_and_move_on(money: Money, world: World, app: Flask) -> None:
    expense = world.expense(money.network, parts={"drawing-right": 90_000}, invoice_cents=90_000)
    world.grant(money.network, amount_cents=50_000)
    with world.saving():
        held = db.session.get_one(Expense, expense.id)
        edit_expense(held, version=None, parts={"drawing-right": 80_000})
        move_expense(held, stage=ExpenseStage.JUSTIFIED)
    with world.saving():
        held = move_expense(db.session.get_one(Expense, expense.id), stage=ExpenseStage.BOOKED)
        with pytest.raises(Refused):
            edit_expense(held, version=None, parts={"drawing-right": 80_001})


def test_a_withdrawn_expense_takes_nothing(money: Money, pool: None, world: World) -> None:
    expense = world.expense(money.network, parts={"drawing-right": 720_000}, invoice_cents=720_000)
    money.client.post(money.page(expense, "/withdraw"), data={"reason": "dubbel"})
    world.expense(money.network, parts={"drawing-right": 720_000}, invoice_cents=720_000)


def test_a_second_investment_beyond_500_euro_is_refused(money: Money, world: World) -> None:
    def buy(euros: int) -> Expense:
        return world.expense(
            money.network,
            2018,
            parts={"federal-participation": euros * 100},
            invoice_cents=euros * 100,
            kind=ExpenseKind.INVESTMENT,
            owner=Owner.OCMW,
        )

    buy(300)
    with pytest.raises(Refused, match="200,00"):
        buy(201)
    buy(200)


def test_centres_that_work_together_have_a_right_to_staff(money: Money, world: World, app: Flask) -> None:
    world.grant(money.network, 2014, "federal-old-events", amount_cents=1_200_000, owner=Owner.OCMW)
    world.expense(money.network, 2014, parts={"federal-old-events": 900_000}, invoice_cents=900_000, owner=Owner.OCMW)
    staff: dict[str, Any] = {"parts": {"federal-old-events": 90_000}, "invoice_cents": 90_000, "owner": Owner.OCMW}
    with pytest.raises(Refused, match="te klein"):
        world.expense(money.network, 2014, kind=ExpenseKind.STAFF, **staff)
    with app.app_context():
        grant = db.session.query(Grant).one()
    edit = money.href(f"grants/{grant.id}/edit", 2014)
    sent = {**values_of(money.client.get(edit)), "pooled_cents": "27.000,00"}
    assert money.client.post(edit, data=sent).status_code == 302
    world.expense(money.network, 2014, kind=ExpenseKind.STAFF, **staff)
    assert "FED-STAFF" not in text_of(money.client.get(money.href("money", 2014)))
    assert "FED-STAFF" not in text_of(money.client.get(f"/networks/{money.network.slug}?year=2014"))


def test_only_the_old_years_ask_for_grants_together(money: Money) -> None:
    assert "pooled_cents" in values_of(money.client.get(money.href("grants/award", 2014)))
    assert "pooled_cents" not in values_of(money.client.get(money.href("grants/award", 2025)))


def test_what_is_left_costs_the_same_however_much_is_booked(
    money: Money, world: World, counting_statements: Any
) -> None:
    world.grant(money.network, amount_cents=720_000)
    data = filled(part_co_financing="", part_drawing_right="100,00")
    counts = []
    for _ in range(2):
        with counting_statements() as statements:
            assert money.client.post(money.href("expenses/record"), data=data).status_code == 302
        counts.append([one for one in statements if one.startswith("SELECT")])
        for _more in range(10):
            world.expense(money.network, parts={"drawing-right": 100}, invoice_cents=100)
    assert len(counts[0]) == len(counts[1]) <= 16


def test_what_is_not_confirmed_says_so_on_the_page_and_in_the_api(money: Money, pool: None, world: World) -> None:
    page = text_of(money.client.get(money.href("money")))
    assert "gaat waarschijnlijk terug naar de staat" in page
    assert "Deze regel is nog niet bevestigd." in page
    answer = money.client.get(f"/api/v1/networks/{money.network.slug}/2025/funding").get_json()
    certainty = {one["rule"]: one["certainty"] for one in answer["findings"]}
    assert certainty["FED-PAY-3"] == "assumed"


def test_a_kept_finding_says_how_sure_its_rule_is(money: Money, world: World) -> None:
    expense = world.expense(
        money.network,
        kind=ExpenseKind.AGREEMENT,
        parts={"federal-modules": 10_000},
        owner=Owner.OCMW,
        stage=ExpenseStage.COMMITTED,
        imputed_on=None,
        beneficiaries=None,
    )
    assert "waarschijnlijk, maar nog niet bevestigd" in text_of(money.client.get(money.page(expense)))


def test_the_federal_amount_of_a_year_can_be_estimated(money: Money) -> None:
    asked = "fed-budget=11855000&fed-leefloon=2&fed-leefloon_whole=1000&fed-vt=3&fed-vt_whole=1000"
    page = text_of(money.client.get(money.href(f"money?{asked}"))).replace("\u00a0", " ")
    assert "26.673,75" in page
    assert "FED-KEY-3" in page
    assert "Hoeveel federaal geld mag het OCMW verwachten?" not in text_of(money.client.get(money.href("money", 2026)))


def test_networks_do_not_share_a_grant(money: Money, pool: None, world: World) -> None:
    other: Network = world.network("Mechelen", nis="12025")
    world.grant(other, amount_cents=10_000)
    world.expense(money.network, parts={"drawing-right": 700_000}, invoice_cents=700_000)
    world.expense(other, parts={"drawing-right": 10_000}, invoice_cents=10_000)
