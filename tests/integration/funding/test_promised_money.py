"""Money that was promised: who needs some of it is warned on the way, and the front page calls it by its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.funding.models import Expense, KeptFinding
from portal.funding.operations import check_again, withdraw_expense
from portal.funding.types import ExpenseStage, Owner
from tests.factories.world import World
from tests.forms import error_beside, values_of
from tests.integration.funding.conftest import Money, filled
from tests.pages import WatchfulClient, text_of

ASKED = {"part_co_financing": "", "part_drawing_right": "500,00", "invoice_cents": "500,00"}
WORDS = "is nog € 22,80 vrij: € 690,00 is al beloofd. Deze uitgave vraagt € 500,00."


def plain(answer: Any) -> str:
    return text_of(answer).replace("\u00a0", " ")


@pytest.fixture
def promised(money: Money, world: World) -> Expense:
    """A drawing right of 712,80 euro, of which 690 is promised."""
    world.grant(money.network, amount_cents=71_280)
    values: dict[str, Any] = {"stage": ExpenseStage.COMMITTED, "imputed_on": None, "evidence_reference": "F-1"}
    return world.expense(money.network, parts={"drawing-right": 69_000}, invoice_cents=69_000, **values)


def test_the_page_and_the_form_of_the_expense_warn(money: Money, promised: Expense) -> None:
    answer = money.client.post(money.href("expenses/record"), data=filled(**ASKED))
    assert answer.status_code == 302
    assert WORDS in plain(money.client.get(answer.location))
    assert WORDS in plain(money.client.get(f"{answer.location}/edit"))


def test_looking_at_the_expense_again_keeps_the_warning(money: Money, world: World, promised: Expense) -> None:
    page = money.client.post(money.href("expenses/record"), data=filled(**ASKED)).location
    with world.saving():
        check_again(db.session.get_one(Expense, int(page.rsplit("/", 1)[1])), overrides=())
    assert WORDS in plain(money.client.get(page))
    data = values_of(money.client.get(f"{page}/edit")) | {"part_drawing_right": "22,80"}
    assert money.client.post(f"{page}/edit", data=data).status_code == 302
    with world.saving():
        assert "MONEY-2" not in {one.rule for one in db.session.query(KeptFinding)}


def test_the_front_page_says_promised_until_more_is_spent_than_granted(
    money: Money, world: World, promised: Expense
) -> None:
    front = f"/networks/{money.network.slug}?year=2025"
    world.expense(money.network, parts={"drawing-right": 50_000}, invoice_cents=50_000)
    page = plain(money.client.get(front))
    assert "te veel beloofd" in page
    assert "te veel uitgegeven" not in page
    world.expense(money.network, parts={"federal-modules": 10_000}, owner=Owner.OCMW)
    world.grant(money.network, stream="federal-modules", amount_cents=5_000, owner=Owner.OCMW)
    assert "te veel uitgegeven" in plain(money.client.get(front))
    assert "− € 477,20 te veel" in plain(money.client.get(money.href("money")))


def test_a_refused_expense_tells_its_reason_beside_the_field_and_once_on_top(money: Money, promised: Expense) -> None:
    data = filled(**ASKED | {"part_drawing_right": "800,00", "invoice_cents": "800,00"}, description="Act. kds")
    answer = money.client.post(money.href("expenses/record"), data=data)
    assert answer.status_code == 422
    assert "Verlaag het bedrag of kies ook een andere bron." in error_beside(answer, "part_drawing_right")
    page = plain(answer)
    assert "Wat de regels zeggen" not in page
    assert page.count("Verlaag het bedrag") == 2  # the summary links to the field
    assert page.count("Schrijf het liefst voluit: Act., kds") == 1
    assert "Regel MONEY-2 . Bron:" in page  # the id is a link to its rule


def test_a_second_window_hears_who_closed_the_expense_and_why(money: Money, world: World, promised: Expense) -> None:
    edit = money.page(promised, "/edit")
    opened = values_of(money.client.get(edit))
    with world.saving():
        held = db.session.get_one(Expense, promised.id)
        withdraw_expense(held, reason="Dubbel geboekt", at=datetime(2025, 6, 1, 10, tzinfo=UTC))
    answer = money.client.post(edit, data=opened | {"supplier": "Mijn tekst"})
    assert answer.status_code == 422
    page = plain(answer)
    assert "trok deze uitgave in op 1 juni 2025, 12:00. De reden: “Dubbel geboekt”." in page
    assert f'href="{money.page(promised)}"' in answer.get_data(as_text=True)
    assert values_of(answer)["supplier"] == "Mijn tekst"
    assert "De reden: “Dubbel geboekt”." in plain(money.client.get(edit, follow_redirects=True))


def test_the_front_page_tells_each_reader_of_expenses_what_is_theirs(
    money: Money, world: World, client_as: Callable[..., WatchfulClient]
) -> None:
    other = world.partner(money.network, "Jeugddienst")
    world.expense(money.network, action_id=money.action.id, description="Zwembad van ons")
    world.expense(money.network, description="Uitgave zonder actie")
    front = f"/networks/{money.network.slug}?year=2025"
    coordinator, own, apart, viewer = (
        plain(client.get(front))
        for client in (
            money.client,
            client_as(Role.PARTNER, money.partner),
            client_as(Role.PARTNER, other),
            client_as(Role.VIEWER),
        )
    )
    told = [[words in page for words in ("Zwembad van ons", "Uitgave zonder actie")] for page in (coordinator, own)]
    assert told == [[True, True], [True, False]]
    for page in (apart, viewer):
        assert "Zwembad van ons" not in page
        assert "Uitgave zonder actie" not in page
    assert "2 uitgaven met een waarschuwing" in viewer
    assert "met een waarschuwing" not in apart


def test_the_form_says_what_may_stay_empty_and_what_a_number_is(money: Money) -> None:
    page = plain(money.client.get(money.href("expenses/record")))
    for label in ("Leverancier", "Overeenkomst", "Waar ligt het bewijs?", "Nota"):
        assert f"{label} (mag leeg)" in page
    answer = money.client.post(money.href("expenses/record"), data=filled(beneficiaries="-3"))
    assert error_beside(answer, "beneficiaries").endswith("Vul een geheel getal in van 0 of meer.")
