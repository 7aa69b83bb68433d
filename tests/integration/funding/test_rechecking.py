"""What an administrator decides about a regime counts at once for every expense that is already written down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from portal.extensions import db
from portal.funding.models import Expense, KeptFinding
from portal.funding.rechecking import decide_regime
from portal.funding.regimes import Certainty
from portal.history.queries import list_changes
from portal.network.models import Network
from tests.factories.world import World
from tests.forms import values_of
from tests.integration.funding.conftest import Money
from tests.pages import WatchfulClient, text_of

EDIT = "/regimes/FED-END/edit"


@pytest.fixture
def administrator(world: World, sign_in: Callable[[Any], WatchfulClient]) -> WatchfulClient:
    return sign_in(world.account(is_administrator=True, name="Ada Beheer"))


def decide(client: WatchfulClient, in_force: str, source: str = "Programmawet 2026") -> str:
    values = values_of(client.get(EDIT)) | {"in_force": in_force, "certainty": "confirmed", "source": source}
    answer = client.post(EDIT, data=values)
    assert answer.status_code == 302
    return text_of(client.get(str(answer.location)))


def rules_of(app: Flask, expense: Expense) -> set[str]:
    with app.app_context():
        return {one.rule for one in db.session.query(KeptFinding).filter_by(expense_id=expense.id)}


def test_a_regime_that_returns_and_ends_again_is_felt_by_saved_expenses_at_once(
    money: Money, world: World, app: Flask, administrator: WatchfulClient
) -> None:
    untouched = world.expense(money.network, 2026, evidence_reference="F-1")
    assert "Geen enkele kreeg andere opmerkingen" in decide(administrator, "no")
    federal = world.expense(
        money.network, 2026, parts={"federal-participation": 5_000}, owner="ocmw", evidence_reference="F-2"
    )
    assert "FED-END" not in rules_of(app, federal)
    words = decide(administrator, "yes", "Wet van 1 juli 2026")
    assert "Nagekeken: 2 uitgaven. Bij 1 uitgave zeggen de regels nu iets anders." in words
    assert "FED-END" in rules_of(app, federal)
    assert rules_of(app, untouched) == set()
    assert "Wet van 1 juli 2026" in text_of(money.client.get(money.page(federal)))


def test_the_history_of_the_expense_tells_who_decided_and_why_it_changed(
    money: Money, world: World, app: Flask, administrator: WatchfulClient
) -> None:
    decide(administrator, "no")
    federal = world.expense(money.network, 2026, parts={"federal-participation": 5_000}, owner="ocmw")
    decide(administrator, "yes")
    with app.app_context():
        newest = list_changes("expense", federal.id, money.network.id)[0]
    assert (newest.subject_type, newest.kind, newest.by, newest.via) == (
        "kept_finding",
        "added",
        "Ada Beheer",
        "andere regelgeving",
    )
    assert "Ada Beheer" in text_of(money.client.get(money.page(federal)))


def test_another_source_or_weight_renews_a_finding_that_stays(
    money: Money, world: World, app: Flask, administrator: WatchfulClient
) -> None:
    decide(administrator, "no")
    federal = world.expense(money.network, 2026, parts={"federal-participation": 5_000}, owner="ocmw")
    decide(administrator, "yes", "Eerste bron")
    decide(administrator, "yes", "Tweede bron")
    with app.app_context():
        kept = db.session.query(KeptFinding).filter_by(expense_id=federal.id, rule="FED-END").one()
        assert kept.source == "Tweede bron"


def test_years_before_the_regime_and_withdrawn_expenses_are_left_alone(
    money: Money, world: World, administrator: WatchfulClient
) -> None:
    world.expense(money.network, 2025)
    withdrawn = world.expense(money.network, 2026)
    money.client.post(money.page(withdrawn, "/withdraw"), data={"reason": "dubbel"})
    assert "Nagekeken: 0 uitgaven." in decide(administrator, "no")


def test_everything_or_nothing_is_decided(money: Money, world: World, app: Flask) -> None:
    world.expense(money.network, 2026)
    with app.app_context():
        decide_regime("FED-END", in_force=False, certainty=Certainty.CONFIRMED, source="Proef")
        db.session.rollback()
        assert db.session.query(KeptFinding).filter_by(rule="FED-END").count() == 0


def test_a_change_of_the_split_alone_tells_only_the_split(money: Money, world: World, app: Flask) -> None:
    expense = world.expense(money.network, evidence_reference="F-1")
    with app.app_context():
        before = {one.id for one in list_changes("expense", expense.id, money.network.id)}
    edit = money.page(expense, "/edit")
    values = values_of(money.client.get(edit))
    assert money.client.post(edit, data=values | {"part_drawing_right": "50,00"}).status_code == 302
    with app.app_context():
        told = [one for one in list_changes("expense", expense.id, money.network.id) if one.id not in before]
    assert [(one.subject_type, one.fields) for one in told if one.subject_type != "kept_finding"] == [
        ("allocation", {"amount_cents": [{"cents": 10_000}, {"cents": 5_000}]})
    ]


def test_a_network_that_chose_the_supra_local_regime_reads_its_words_from_that_year_on(
    money: Money, world: World
) -> None:
    def streams(year: int) -> str:
        return text_of(money.client.get(money.href("money", year)))

    assert "Vlaamse werkingssubsidie" not in streams(2028)
    with world.saving():
        db.session.get_one(Network, money.network.id).supra_local_from = 2028
    assert "Vlaamse werkingssubsidie" in streams(2028)
    assert "Vlaamse werkingssubsidie" not in streams(2027)
    assert "Vlaamse werkingssubsidie" in text_of(money.client.get(money.href("grants/award", 2028)))
