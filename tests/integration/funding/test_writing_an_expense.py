"""Writing down and changing expenses: what bad input gets, and that nothing is lost or saved twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import html5lib
import pytest
from flask import Flask

from portal.extensions import db
from portal.funding.drafting import Refused
from portal.funding.models import Expense
from portal.funding.types import ExpenseStage
from portal.network.models import Partner
from portal.network.operations import sign_agreement
from tests.factories.world import World
from tests.forms import error_beside, values_of
from tests.integration.funding.conftest import Money, filled
from tests.pages import text_of


def expenses_of(app: Flask) -> list[Expense]:
    with app.app_context():
        return list(db.session.query(Expense).order_by(Expense.id))


def test_an_expense_is_saved_with_its_split(money: Money, app: Flask) -> None:
    answer = money.client.post(money.href("expenses/record"), data=filled(action_id=str(money.action.id)))
    assert answer.status_code == 302
    page = money.client.get(answer.location)
    assert "Toegang tot het zwembad" in text_of(page)
    with app.app_context():
        saved = db.session.query(Expense).one()
        assert {part.stream: part.amount_cents for part in saved.allocations} == {
            "drawing-right": 6000,
            "co-financing": 4000,
        }
        assert saved.action_id == money.action.id


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("invoice_cents", "-5"),
        ("invoice_cents", "12,345"),
        ("invoice_cents", "veel"),
        ("part_drawing_right", "-1,00"),
        ("part_drawing_right", "1,005"),
        ("beneficiaries", "4 tot 10"),
        ("beneficiaries", "-1"),
        ("beneficiaries", "2,5"),
        ("imputed_on", "31/02/2025"),
        ("kind", "present"),
        ("description", ""),
        ("action_id", "999999"),
        ("agreement_id", "999999"),
    ],
)
def test_bad_input_is_refused_beside_its_field_and_stays_typed(
    money: Money, app: Flask, field: str, typed: str
) -> None:
    answer = money.client.post(money.href("expenses/record"), data=filled(**{field: typed}))
    assert answer.status_code == 422
    assert error_beside(answer, field)
    assert values_of(answer)["evidence_reference"] == "F-2025-1"
    assert expenses_of(app) == []


def test_a_split_above_the_invoice_is_refused_beside_the_amounts(money: Money, app: Flask) -> None:
    answer = money.client.post(money.href("expenses/record"), data=filled(part_co_financing="40,01"))
    assert answer.status_code == 422
    assert "te veel" in error_beside(answer, "part_drawing_right")
    assert values_of(answer)["part_co_financing"] == "40,01"
    assert expenses_of(app) == []


def test_a_booking_date_outside_the_year_is_refused_beside_it(money: Money, app: Flask) -> None:
    answer = money.client.post(
        money.href("expenses/record"),
        data=filled(
            imputed_on="2026-01-06",
            owner="ocmw",
            part_drawing_right="",
            part_co_financing="",
            part_federal_participation="100,00",
        ),
    )
    assert answer.status_code == 422
    assert error_beside(answer, "imputed_on")
    assert expenses_of(app) == []


def test_a_2026_expense_has_no_field_for_federal_money(money: Money, app: Flask) -> None:
    page = money.client.get(money.href("expenses/record", 2026))
    assert "part_drawing_right" in values_of(page)
    assert "part_federal_participation" not in values_of(page)
    data = filled(part_federal_participation="10,00", imputed_on="2026-05-01")
    money.client.post(money.href("expenses/record", 2026), data=data)
    with app.app_context():
        saved = db.session.query(Expense).one()
        assert "federal-participation" not in {part.stream for part in saved.allocations}


def test_a_2026_expense_cannot_go_on_a_federal_cluster(money: Money, world: World, app: Flask) -> None:
    with pytest.raises(Refused, match="federaal geld"):
        world.expense(money.network, 2026, parts={"federal-participation": 100})
    assert expenses_of(app) == []


def test_the_same_form_sent_twice_is_saved_once(money: Money, app: Flask) -> None:
    mark = values_of(money.client.get(money.href("expenses/record")))["once"]
    first = money.client.post(money.href("expenses/record"), data=filled(once=mark))
    second = money.client.post(money.href("expenses/record"), data=filled(once=mark))
    assert first.location == second.location
    assert len(expenses_of(app)) == 1


def test_warnings_are_saved_and_can_be_answered(money: Money, app: Flask) -> None:
    answer = money.client.post(money.href("expenses/record"), data=filled(evidence_reference=""))
    page = money.client.get(answer.location)
    assert "FED-REP-5" in text_of(page)
    href = next(
        one.get("href")
        for one in html5lib.parse(page.get_data(as_text=True), namespaceHTMLElements=False).iter("a")
        if (one.get("href") or "").endswith("/answer")
    )
    assert money.client.post(href, data={"answer": ""}).status_code == 422
    money.client.post(href, data={"answer": "De factuur ligt bij de financiële dienst."})
    assert "De factuur ligt bij de financiële dienst." in text_of(money.client.get(answer.location))


def test_the_second_of_two_editors_sees_what_changed_and_keeps_the_own_text(
    money: Money, world: World, app: Flask
) -> None:
    expense = world.expense(money.network, evidence_reference="F-1")
    edit = money.page(expense, "/edit")
    mine, theirs = values_of(money.client.get(edit)), values_of(money.client.get(edit))
    assert money.client.post(edit, data={**theirs, "supplier": "Zwembad Heist"}).status_code == 302

    overtaken = money.client.post(edit, data={**mine, "supplier": "Badhuis"})
    assert overtaken.status_code == 409
    assert "Zwembad Heist" in text_of(overtaken)
    assert values_of(overtaken)["supplier"] == "Badhuis"
    assert expenses_of(app)[0].supplier == "Zwembad Heist"

    assert money.client.post(edit, data=values_of(overtaken)).status_code == 302
    assert expenses_of(app)[0].supplier == "Badhuis"


def test_a_change_of_the_split_alone_also_counts_as_a_change(money: Money, world: World) -> None:
    expense = world.expense(money.network, evidence_reference="F-1")
    edit = money.page(expense, "/edit")
    mine = values_of(money.client.get(edit))
    money.client.post(edit, data={**mine, "part_drawing_right": "50,00"})
    assert money.client.post(edit, data={**mine, "part_drawing_right": "70,00"}).status_code == 409


def test_editing_without_a_version_is_treated_as_overtaken(money: Money, world: World) -> None:
    expense = world.expense(money.network, evidence_reference="F-1")
    values = values_of(money.client.get(money.page(expense, "/edit"))) | {"opened": "x", "supplier": "Ik"}
    values["beneficiaries"] = "9"
    assert money.client.post(money.page(expense, "/edit"), data=values).status_code == 409


def test_an_expense_is_booked_justified_and_opened_again(money: Money, world: World, app: Flask) -> None:
    expense = world.expense(money.network, evidence_reference="F-1")
    for stage in ("justified", "booked"):
        assert money.client.post(money.page(expense, "/move"), data={"stage": stage}).status_code == 302
        assert expenses_of(app)[0].stage == stage
    assert money.client.post(money.page(expense, "/move"), data={"stage": "paid"}).status_code == 400


def test_booking_without_a_booking_date_is_refused_with_the_reason(money: Money, world: World, app: Flask) -> None:
    expense = world.expense(money.network, stage=ExpenseStage.COMMITTED, imputed_on=None)
    answer = money.client.post(money.page(expense, "/move"), data={"stage": "booked"})
    assert answer.status_code == 422
    assert "boekingsdatum" in text_of(answer)
    assert expenses_of(app)[0].stage is ExpenseStage.COMMITTED


def test_a_justified_expense_is_not_changed_or_withdrawn(money: Money, world: World, app: Flask) -> None:
    expense = world.expense(money.network, evidence_reference="F-1")
    money.client.post(money.page(expense, "/move"), data={"stage": "justified"})
    assert money.client.get(money.page(expense, "/edit")).status_code == 302
    assert money.client.post(money.page(expense, "/withdraw"), data={"reason": "dubbel"}).status_code == 422
    assert expenses_of(app)[0].withdrawn_at is None


def test_withdrawing_asks_a_reason_and_takes_the_expense_out_of_the_ledger(money: Money, world: World) -> None:
    expense = world.expense(money.network, description="Bus naar zee")
    assert money.client.post(money.page(expense, "/withdraw"), data={"reason": " "}).status_code == 422
    assert money.client.post(money.page(expense, "/withdraw"), data={"reason": "dubbel"}).status_code == 302
    assert "dubbel" in text_of(money.client.get(money.page(expense)))
    assert "Bus naar zee" not in text_of(money.client.get(money.href("expenses")))


def test_the_history_tells_what_changed(money: Money, world: World) -> None:
    expense = world.expense(money.network, evidence_reference="F-1")
    values = values_of(money.client.get(money.page(expense, "/edit")))
    money.client.post(money.page(expense, "/edit"), data={**values, "beneficiaries": "9"})
    page = text_of(money.client.get(money.page(expense)))
    assert money.coordinator.name in page
    assert "aantal begunstigden" in page


def test_what_was_typed_counts_for_the_date_that_people_write(money: Money, app: Flask) -> None:
    answer: Any = money.client.post(money.href("expenses/record"), data=filled(imputed_on="1/5/2025"))
    assert answer.status_code == 302
    assert expenses_of(app)[0].imputed_on == date(2025, 5, 1)


def test_the_chosen_agreement_is_read_at_the_first_save_and_at_every_change(money: Money, world: World) -> None:
    with world.saving():
        partner = db.session.get_one(Partner, money.partner.id)
        unsigned = sign_agreement(partner, title="Zwemles", starts_on=date(2025, 1, 1))
        signed = sign_agreement(
            partner,
            title="Zwemles voor gezinnen",
            starts_on=date(2025, 1, 1),
            signed_on=date(2025, 1, 5),
            partner_signed_on=date(2025, 1, 6),
            committed_on=date(2025, 1, 6),
        )
    values = filled(
        kind="agreement",
        owner="ocmw",
        part_drawing_right="",
        part_co_financing="",
        part_federal_participation="100,00",
        agreement_id=str(unsigned.id),
    )
    answer = money.client.post(money.href("expenses/record"), data=values)
    assert answer.status_code == 302
    assert "nog niet getekend" in text_of(money.client.get(answer.location))
    edit = f"{answer.location}/edit"
    shown = values_of(money.client.get(edit))
    assert money.client.post(edit, data={**shown, "agreement_id": str(signed.id)}).status_code == 302
    assert "nog niet getekend" not in text_of(money.client.get(answer.location)).split("Wat er veranderde")[0]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abc", "Dit is geen bedrag."),
        ("1.250", "op twee manieren lezen"),
        ("1" + "0" * 30, "te groot"),
        ("", "Vul een bedrag in."),
        ("   ", "Vul een bedrag in."),
    ],
)
def test_an_amount_that_must_be_there_says_what_is_wrong_with_it(money: Money, typed: str, said: str) -> None:
    answer = money.client.post(money.href("expenses/record"), data=filled(invoice_cents=typed))
    assert answer.status_code == 422
    assert said in error_beside(answer, "invoice_cents")
