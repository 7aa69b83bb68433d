"""The part about money on the page of an action."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, g, render_template

from portal.extensions import db
from portal.foundation.actor import Actor, Role
from portal.plans.models import Action
from tests.factories.world import World
from tests.integration.funding.conftest import Money


def shown_to(app: Flask, money: Money, role: Role) -> str:
    with app.test_request_context():
        g.network = money.network
        g.actor = Actor(account_id=1, network_id=money.network.id, roles=frozenset({role}))
        action = db.session.get_one(Action, money.action.id)
        return render_template("funding/_action_money.html", action=action, network=money.network)


def test_an_action_shows_what_is_planned_and_committed_per_stream(money: Money, world: World, app: Flask) -> None:
    money.client.post(money.href(f"actions/{money.action.id}/budget"), data={"part_drawing_right": "250,00"})
    world.expense(money.network, action_id=money.action.id, parts={"co-financing": 4_000, "drawing-right": 6_000})
    page = shown_to(app, money, Role.COORDINATOR).replace("\u00a0", " ")
    assert "€ 250,00" in page
    assert "€ 40,00" in page
    assert "expenses/record?action=" in page


def test_readers_see_no_buttons_and_experts_see_no_money(money: Money, world: World, app: Flask) -> None:
    world.expense(money.network, action_id=money.action.id)
    assert "expenses/record" not in shown_to(app, money, Role.VIEWER)
    assert shown_to(app, money, Role.EXPERT).strip() == ""


def test_the_money_of_an_action_costs_two_statements(
    money: Money, world: World, app: Flask, counting_statements: Callable[[], Any]
) -> None:
    for number in range(12):
        world.expense(money.network, action_id=money.action.id, description=f"Uitgave {number}")
    with counting_statements() as statements:
        shown_to(app, money, Role.COORDINATOR)
    assert len(statements) == 3  # the action itself, its budget, its expenses with their parts
