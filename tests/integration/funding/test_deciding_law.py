"""What an administrator decides about the law is felt on every screen at once, keeps its history, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from portal.extensions import db
from portal.funding.deciding.models import LawDecision
from portal.funding.deciding.queries import regime_overrides
from portal.funding.models import Expense, KeptFinding
from portal.funding.regimes import DecidedSetting, RegimeStatus
from tests.factories.world import World
from tests.forms import error_beside, values_of
from tests.integration.funding.conftest import Money
from tests.pages import WatchfulClient, text_of

FIGURE = "/regimes/FL-PD/figures/decide"
DAY = "/regimes/FED-NEW/deadlines/decide"
AMOUNT = "/regimes/amounts/decide"
RATIO = {
    "key": "cofinancing-ratio",
    "value": "2",
    "from_year": "2026",
    "until_year": "",
    "certainty": "confirmed",
    "source": "Ministerieel besluit van 3 maart 2026",
}


@pytest.fixture
def administrator(world: World, sign_in: Callable[[Any], WatchfulClient]) -> WatchfulClient:
    return sign_in(world.account(is_administrator=True, name="Ada Beheer"))


def decide(client: WatchfulClient, path: str, **values: str) -> Any:
    return client.post(path, data=values_of(client.get(path)) | values)


def told(client: WatchfulClient, answer: Any) -> str:
    assert answer.status_code == 302, text_of(answer)
    return text_of(client.get(str(answer.location)))


def test_a_ratio_of_2026_is_asked_of_2026_and_not_of_2025(
    money: Money, world: World, administrator: WatchfulClient
) -> None:
    for year in (2025, 2026):
        world.grant(money.network, year, amount_cents=6_000_00)
    told(administrator, decide(administrator, FIGURE, **RATIO))
    pages = {year: text_of(money.client.get(money.href("money", year))) for year in (2025, 2026)}
    assert "€ 12.000,00" in pages[2026].replace("\xa0", " ")
    assert "Ministerieel besluit van 3 maart 2026" in pages[2026]
    assert "Ministerieel besluit" not in pages[2025]
    assert "€ 12.000,00" not in pages[2025].replace("\xa0", " ")


def test_everyone_reads_the_decision_on_the_page_of_the_rule_and_only_who_signed_in_the_name(
    money: Money, administrator: WatchfulClient, client: WatchfulClient
) -> None:
    told(administrator, decide(administrator, FIGURE, **RATIO))
    page = text_of(client.get("/rules/FL-COFIN-4"))
    assert "Ministerieel besluit van 3 maart 2026" in page
    assert "beslist" in page
    assert "Ada Beheer" not in page
    assert "Ada Beheer" in text_of(money.client.get("/rules/FL-COFIN-4"))
    assert "Ministerieel besluit" not in text_of(client.get("/rules/FL-COFIN-5"))


def test_saving_a_decision_looks_again_at_every_expense_of_its_years(
    money: Money, world: World, app: Flask, administrator: WatchfulClient
) -> None:
    staff = world.expense(money.network, 2026, kind="staff", evidence_reference="F-1")
    world.expense(money.network, 2025, kind="staff", evidence_reference="F-2")
    forbidden = RATIO | {"key": "flemish-staff-allowed", "value": "nee"}
    words = told(administrator, decide(administrator, FIGURE, **forbidden))
    assert "Nagekeken: 1 uitgaven. Bij 1 uitgave zeggen de regels nu iets anders." in words
    assert severity_of(app, staff) == "error"
    with app.app_context():
        held = db.session.query(LawDecision).one()
    words = told(administrator, administrator.post(f"/regimes/decisions/{held.id}/withdraw"))
    assert "Bij 1 uitgave zeggen de regels nu iets anders." in words
    assert severity_of(app, staff) == ""


def test_a_kept_finding_is_as_sure_as_the_decision_behind_it(
    money: Money, world: World, app: Flask, administrator: WatchfulClient
) -> None:
    staff = world.expense(money.network, 2026, kind="staff", evidence_reference="F-1")
    forbidden = RATIO | {"key": "flemish-staff-allowed", "value": "nee", "certainty": "probable"}
    told(administrator, decide(administrator, FIGURE, **forbidden))
    assert "waarschijnlijk" in caveat_of(app, staff)
    told(administrator, decide(administrator, FIGURE, **forbidden | {"certainty": "confirmed"}))
    assert caveat_of(app, staff) == ""
    assert severity_of(app, staff) == "error"


def caveat_of(app: Flask, expense: Expense) -> str:
    with app.app_context():
        kept = db.session.query(KeptFinding).filter_by(expense_id=expense.id, rule="FL-SPEND-3").one()
        assert kept.again.caveat == kept.caveat
        return str(kept.caveat or "")


def severity_of(app: Flask, expense: Expense) -> str:
    """Of what is kept: hints are told and not kept."""
    with app.app_context():
        kept = db.session.query(KeptFinding).filter_by(expense_id=expense.id, rule="FL-SPEND-3").all()
        return " ".join(str(one.severity) for one in kept)


def test_a_decision_that_moves_to_other_years_is_felt_in_the_old_ones_too(
    money: Money, world: World, app: Flask, administrator: WatchfulClient
) -> None:
    staff = world.expense(money.network, 2025, kind="staff", evidence_reference="F-2")
    forbidden = RATIO | {"key": "flemish-staff-allowed", "value": "nee", "from_year": "2024", "until_year": "2025"}
    told(administrator, decide(administrator, FIGURE, **forbidden))
    assert severity_of(app, staff) == "error"
    with app.app_context():
        held = db.session.query(LawDecision).one()
    moved = {"from_year": "2026", "until_year": "2026"}
    told(administrator, decide(administrator, f"/regimes/decisions/{held.id}/edit", **moved))
    assert severity_of(app, staff) == ""
    page = text_of(administrator.get(f"/regimes/decisions/{held.id}/edit"))
    assert "2024" in page  # the history keeps what it was
    assert "Ada Beheer" in page


def test_a_day_that_was_decided_stands_on_the_money_page_and_in_the_calendar(
    money: Money, administrator: WatchfulClient
) -> None:
    before = text_of(money.client.get(money.href("money")))
    assert "datum nog niet bekend : Het federale jaarverslag is ingediend" in before
    day = {"key": "federal-report", "from_year": "2025", "falls_on": "2026-03-31", "certainty": "confirmed"}
    words = told(administrator, decide(administrator, DAY, source="Brief van de POD", **day))
    assert "Geen enkele uitgave hangt hiervan af." in words
    assert "31 maart 2026 : Het federale jaarverslag is ingediend" in text_of(money.client.get(money.href("money")))
    assert "31 maart 2026" in text_of(money.client.get("/rules/FED-REP-6"))


def test_an_amount_of_a_new_year_stands_ready_in_the_calculator(money: Money, administrator: WatchfulClient) -> None:
    amount = {"key": "flemish-rights", "value": "1.500.000,00", "from_year": "2026", "certainty": "confirmed"}
    told(administrator, decide(administrator, AMOUNT, source="Besluit van 2026", **amount))
    for path in ("money", "money/drawing-right"):
        assert 'value="1500000,00"' in money.client.get(money.href(path, 2026)).get_data(as_text=True)
        assert 'value="1500000,00"' not in money.client.get(money.href(path, 2025)).get_data(as_text=True)
    assert "€ 1.500.000,00" in text_of(money.client.get("/rules/FL-DRAW-10")).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("path", "wrong", "field", "words"),
    [
        (FIGURE, {"value": "11"}, "value", "van 0 tot 10"),
        (FIGURE, {"value": "veel"}, "value", "van 0 tot 10"),
        (FIGURE, {"key": "vgc-share", "value": "0,06"}, "value", "in procent"),
        (FIGURE, {"from_year": "2007"}, "from_year", "In 2007 geldt deze regelgeving niet"),
        (FIGURE, {"from_year": "2027"}, "from_year", "In 2027 geldt deze regelgeving niet"),
        (FIGURE, {"until_year": "2025"}, "until_year", "Het laatste jaar ligt voor het eerste jaar"),
        (FIGURE, {"until_year": "2030"}, "until_year", "In 2030 geldt deze regelgeving niet"),
        (FIGURE, {"source": "  "}, "source", "Vul dit in"),
        (FIGURE, {"source": "-"}, "source", "Schrijf waar dit staat"),
        (FIGURE, {"source": "x" * 501}, "source", "te lang"),
        (FIGURE, {"certainty": ""}, "certainty", "Kies er een"),
        (FIGURE, {"key": ""}, "key", "Kies er een"),
        (DAY, {"falls_on": "2026-02-30"}, "falls_on", "Dit is geen datum"),
        (DAY, {"falls_on": "2031-01-01"}, "falls_on", "ligt deze dag tussen"),
        (DAY, {"from_year": "2026"}, "from_year", "In 2026 geldt deze regelgeving niet"),
        (AMOUNT, {"value": "-5"}, "value", "niet onder nul"),
        (AMOUNT, {"value": "1.250"}, "value", "op twee manieren"),
        (AMOUNT, {"from_year": "1999"}, "from_year", "Kies een jaar van 2003"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_and_nothing_typed_is_lost(
    app: Flask, administrator: WatchfulClient, path: str, wrong: dict[str, str], field: str, words: str
) -> None:
    right = {
        FIGURE: RATIO,
        DAY: {"key": "federal-report", "from_year": "2025", "falls_on": "2026-03-31"},
        AMOUNT: {"key": "flemish-rights", "value": "5", "from_year": "2026"},
    }[path]
    answer = decide(administrator, path, **{"certainty": "confirmed", "source": "Bron 2026"} | right | wrong)
    assert answer.status_code == 422
    assert words in error_beside(answer, field)
    with app.app_context():
        assert db.session.query(LawDecision).count() == 0
    if wrong.get(field) and len(wrong[field]) < 50 and field != "certainty":
        assert values_of(answer)[field].strip() == wrong[field].strip() or field == "falls_on"


def test_two_administrators_in_one_decision_do_not_overwrite_each_other(
    world: World, sign_in: Callable[[Any], WatchfulClient], administrator: WatchfulClient, app: Flask
) -> None:
    told(administrator, decide(administrator, FIGURE, **RATIO))
    with app.app_context():
        edit = f"/regimes/decisions/{db.session.query(LawDecision).one().id}/edit"
    second = sign_in(world.account(is_administrator=True, name="Bert Beheer"))
    first_form, second_form = values_of(administrator.get(edit)), values_of(second.get(edit))
    assert administrator.post(edit, data=first_form | {"value": "1,5"}).status_code == 302
    overtaken = second.post(edit, data=second_form | {"value": "3"})
    assert overtaken.status_code == 409
    assert "Ada Beheer" in text_of(overtaken)


def test_a_regime_and_a_figure_are_read_in_one_statement(
    world: World, app: Flask, administrator: WatchfulClient, counting_statements: Any
) -> None:
    told(administrator, decide(administrator, FIGURE, **RATIO))
    end = "/regimes/FED-END/edit"
    values = values_of(administrator.get(end)) | {"in_force": "no", "certainty": "disputed", "source": "Arrest"}
    administrator.post(end, data=values)
    with app.app_context(), counting_statements() as statements:
        status, figure = regime_overrides()
    assert len(statements) == 1
    assert isinstance(status, RegimeStatus)
    assert (status.code, status.in_force) == ("FED-END", False)
    assert isinstance(figure, DecidedSetting)
    assert (figure.value, figure.from_year, figure.until_year) == (2, 2026, None)


@pytest.mark.parametrize("path", [FIGURE, DAY, AMOUNT, "/regimes/decisions"])
def test_only_administrators_decide(money: Money, client: WatchfulClient, path: str) -> None:
    assert money.client.get(path).status_code == 403
    assert money.client.post(path, data={}).status_code in (403, 405)
    assert client.get(path).status_code == 302


def test_a_regime_without_money_or_an_unknown_one_has_no_figures(administrator: WatchfulClient) -> None:
    for code in ("FED-END", "FL-X", "fl-pd"):
        assert administrator.get(f"/regimes/{code}/figures/decide").status_code == 404
    assert administrator.get("/regimes/decisions/999/edit").status_code == 404
    assert administrator.post("/regimes/decisions/999/withdraw").status_code == 404
