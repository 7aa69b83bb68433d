"""The money page, the ledger, grants and budgets: right sums and a fixed number of statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.funding.types import ExpenseStage, Owner
from tests.factories.world import World
from tests.forms import values_of
from tests.integration.funding.conftest import Money
from tests.pages import text_of


def test_granted_planned_committed_spent_and_left_stand_side_by_side(money: Money, world: World) -> None:
    world.grant(money.network, amount_cents=600_000)
    money.client.post(money.href(f"actions/{money.action.id}/budget"), data={"part_drawing_right": "2.500,00"})
    world.expense(money.network, parts={"drawing-right": 100_000}, invoice_cents=100_000)
    world.expense(
        money.network,
        parts={"drawing-right": 50_000},
        invoice_cents=50_000,
        stage=ExpenseStage.COMMITTED,
        imputed_on=None,
    )
    page = text_of(money.client.get(money.href("money"))).replace("\u00a0", " ")
    assert "€ 6.000,00 € 2.500,00 € 1.500,00 € 1.000,00 € 0,00 € 4.500,00" in page


def test_cofinancing_shows_both_figures_in_a_year_with_federal_money(money: Money, world: World) -> None:
    world.grant(money.network, amount_cents=600_000)
    world.grant(money.network, stream="co-financing", amount_cents=100_000)
    world.expense(money.network, parts={"co-financing": 100_000}, invoice_cents=100_000)
    world.grant(money.network, stream="federal-modules", amount_cents=50_000, owner=Owner.OCMW)
    world.expense(money.network, parts={"federal-modules": 10_000}, owner=Owner.OCMW)
    page = text_of(money.client.get(money.href("money"))).replace("\u00a0", " ")
    assert "Met federaal geld erbij € 1.100,00" in page
    assert "Zonder federaal geld € 1.000,00" in page


def test_cofinancing_without_federal_money_shows_only_what_there_is(money: Money, world: World) -> None:
    world.grant(money.network, 2026, amount_cents=600_000)
    world.grant(money.network, 2026, stream="co-financing", amount_cents=400_000)
    page = text_of(money.client.get(money.href("money", 2026))).replace("\u00a0", " ")
    assert "Er is € 4.000,00: € 2.000,00 te weinig" in page
    assert "federaal geld erbij" not in page
    assert "Nodig is € 6.000,00. Er is € 4.000,00." in page


def test_the_calculators_show_formula_and_result_or_a_sentence(money: Money) -> None:
    asked = "dr-budget=1400000&dr-vt=2400&dr-vt_whole=800000&dr-rmi=150&dr-rmi_whole=60000"
    assert "3.619,00" in text_of(money.client.get(money.href(f"money?{asked}")))
    assert "vier gehele getallen" in text_of(money.client.get(money.href("money?dr-budget=10&dr-vt=x")))
    assert "1250,00" in text_of(money.client.get(money.href("money?dr-budget=1e9&dr-vt=%00")))
    staff = "staff-federal-participation=12000&staff-federal-modules=5000&staff-federal-child-poverty=8000"
    assert "7.000,00" in text_of(money.client.get(money.href(f"money?{staff}")))
    old = "staff-granted=27000&staff-justified=26000"
    assert "1.000,00" in text_of(money.client.get(money.href(f"money?{old}", 2015)))


def test_the_ledger_filters_and_adds_up(money: Money, world: World) -> None:
    world.expense(money.network, description="Bus naar zee", invoice_cents=20_000, parts={"drawing-right": 15_000})
    world.expense(money.network, description="Zwemles", invoice_cents=5_000, parts={}, action_id=money.action.id)

    def shown(query: str) -> str:
        return text_of(money.client.get(money.href(f"expenses?{query}"))).replace("\u00a0", " ")

    assert "Facturen samen € 250,00" in shown("")
    assert "Facturen samen € 200,00 Betaald door de bronnen € 150,00" in shown("text=bus")
    assert "Facturen samen € 50,00" in shown("stream=none")
    assert "Facturen samen € 50,00" in shown(f"action={money.action.id}")
    assert "Facturen samen € 200,00" in shown("stream=drawing-right")
    assert "Geen enkele uitgave past" in shown("text=%25")
    assert "Facturen samen € 250,00" in shown("stage=nonsense&kind=%00&action=x&page=abc")


def test_money_pages_cost_the_same_statements_for_3_and_60_expenses(
    money: Money, world: World, counting_statements: Callable[[], Any]
) -> None:
    def counts() -> dict[str, int]:
        found = {}
        for path in ("money", "expenses", "grants", "budget", "expenses/record"):
            with counting_statements() as statements:
                assert money.client.get(money.href(path)).status_code == 200
            found[path] = len(statements)
        return found

    for number in range(3):
        world.expense(money.network, description=f"Uitgave {number}", action_id=money.action.id)
    few = counts()
    for number in range(57):
        world.expense(money.network, description=f"Uitgave meer {number}", action_id=money.action.id)
    assert counts() == few
    assert max(few.values()) <= 12, few


def test_the_ledger_has_pages_of_fifty(money: Money, world: World) -> None:
    for number in range(52):
        world.expense(money.network, description=f"Uitgave {number}")
    assert "Uitgaven 1 tot 50 van 52" in text_of(money.client.get(money.href("expenses")))
    assert "Uitgaven 51 tot 52 van 52" in text_of(money.client.get(money.href("expenses?page=9")))


def test_one_expense_page_stays_under_twelve_statements(
    money: Money, world: World, counting_statements: Callable[[], Any]
) -> None:
    expense = world.expense(money.network, action_id=money.action.id)
    with counting_statements() as statements:
        money.client.get(money.page(expense))
    assert len(statements) <= 12


def test_a_2026_federal_grant_is_refused_with_the_reason(money: Money) -> None:
    values = {"stream": "federal-participation", "owner": "ocmw", "amount_cents": "1000,00"}
    answer = money.client.post(money.href("grants/award", 2026), data=values)
    assert answer.status_code == 422
    assert "bestaat niet in 2026" in text_of(answer)
    assert "Geen federale toelage meer" in text_of(answer)
    assert money.client.post(money.href("grants/award", 2025), data=values).status_code == 302


def test_a_grant_is_written_once_per_stream_and_owner_and_can_be_corrected(money: Money, world: World) -> None:
    grant = world.grant(money.network)
    values = {"stream": "drawing-right", "owner": "municipality", "amount_cents": "7.000,00"}
    assert money.client.post(money.href("grants/award"), data=values).status_code == 422
    values = values_of(money.client.get(money.href(f"grants/{grant.id}/edit"))) | values
    assert money.client.post(money.href(f"grants/{grant.id}/edit"), data=values).status_code == 302
    values = values_of(money.client.get(money.href(f"grants/{grant.id}/edit")))
    assert "7.000,00" in text_of(money.client.get(money.href("grants")))
    assert (
        money.client.post(money.href(f"grants/{grant.id}/edit"), data={**values, "amount_cents": "-1"}).status_code
        == 422
    )


def test_a_budget_at_zero_is_taken_off(money: Money) -> None:
    href = money.href(f"actions/{money.action.id}/budget")
    money.client.post(href, data={"part_drawing_right": "100,00", "part_co_financing": "50"})
    assert "150,00" in text_of(money.client.get(money.href("budget")))
    held = values_of(money.client.get(href))
    money.client.post(href, data=held | {"part_drawing_right": "", "part_co_financing": "50"})
    page = text_of(money.client.get(money.href("budget")))
    assert "150,00" not in page
    assert "50,00" in page
    assert money.client.post(href, data={"part_drawing_right": "1,005"}).status_code == 422
