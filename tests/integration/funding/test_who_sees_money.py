"""Who may see and book money, and that another network's money does not exist."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from portal.foundation.actor import Role
from tests.factories.world import World
from tests.forms import values_of
from tests.integration.funding.conftest import Money, filled
from tests.pages import WatchfulClient, text_of

READ = ("money", "expenses", "grants", "budget")
WRITE = ("expenses/record", "grants/award")


@pytest.mark.parametrize("role", [Role.PARTNER, Role.VIEWER])
def test_partners_and_viewers_read_but_do_not_book(
    money: Money, client_as: Callable[..., WatchfulClient], role: Role
) -> None:
    client = client_as(role, money.partner if role is Role.PARTNER else None)
    assert [client.get(money.href(path)).status_code for path in READ] == [200] * 4
    assert [client.get(money.href(path)).status_code for path in WRITE] == [403] * 2
    assert client.post(money.href("expenses/record"), data=filled()).status_code == 403


def test_experts_do_not_see_money(money: Money, client_as: Callable[..., WatchfulClient], world: World) -> None:
    expense = world.expense(money.network)
    client = client_as(Role.EXPERT)
    assert [client.get(money.href(path)).status_code for path in READ] == [403] * 4
    assert client.get(money.page(expense)).status_code == 403


def test_a_foreign_id_answers_not_found(money: Money, world: World) -> None:
    other = world.network("Mechelen", "12025")
    expense, grant = world.expense(other), world.grant(other)
    foreign = [
        money.href(f"expenses/{expense.id}"),
        money.href(f"expenses/{expense.id}/edit"),
        money.href(f"expenses/{expense.id}/withdraw"),
        money.href(f"expenses/{expense.id}/proofs/add"),
        money.href(f"expenses/{expense.id}/proofs/1"),
        money.href(f"grants/{grant.id}/edit"),
        f"/networks/{other.slug}/2025/money",
        f"/networks/{other.slug}/2025/expenses/{expense.id}",
    ]
    assert {href: money.client.get(href).status_code for href in foreign} == dict.fromkeys(foreign, 404)
    assert money.client.post(money.href(f"expenses/{expense.id}/move"), data={"stage": "justified"}).status_code == 404


def test_an_expense_answers_only_under_its_own_year(money: Money, world: World) -> None:
    expense = world.expense(money.network)
    assert money.client.get(money.href(f"expenses/{expense.id}", 2024)).status_code == 404


@pytest.mark.parametrize("year", [0, 1999, 2100, 99999999999])
def test_years_without_rules_do_not_exist(money: Money, year: int) -> None:
    assert [money.client.get(money.href(path, year)).status_code for path in READ] == [404] * 4


def test_a_foreign_action_in_the_form_is_refused(money: Money, world: World) -> None:
    other = world.network("Mechelen", "12025")
    action = world.action(world.plan(other), world.partner(other))
    answer = money.client.post(money.href("expenses/record"), data=filled(action_id=str(action.id)))
    assert answer.status_code == 422


def test_the_administrator_changes_a_regime_with_a_source(
    money: Money, world: World, sign_in: Callable[[Any], WatchfulClient]
) -> None:
    assert money.client.get("/regimes/FED-END/edit").status_code == 403
    admin = sign_in(world.account(is_administrator=True))
    assert admin.get("/regimes/NOTHING/edit").status_code == 404
    opened = values_of(admin.get("/regimes/FED-END/edit"))
    values = opened | {"in_force": "no", "certainty": "probable", "source": ""}
    assert admin.post("/regimes/FED-END/edit", data=values).status_code == 422
    assert admin.post("/regimes/FED-END/edit", data={**values, "source": "Arrest van 1 mei 2026"}).status_code == 302
    assert "Arrest van 1 mei 2026" in text_of(money.client.get("/regimes"))
    page = money.client.get(money.href("expenses/record", 2026)).get_data(as_text=True)
    assert "part_federal_participation" in page
