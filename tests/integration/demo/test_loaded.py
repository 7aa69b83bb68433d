"""The demo as a visitor finds it: what the rules say of it, and figures that make sense together."""

from __future__ import annotations

from datetime import date

import pytest

from portal.accounts.queries import find_account_by_email
from portal.dashboards.attention import find_overdue_actions, find_silent_partners
from portal.dashboards.queries import list_year_rows
from portal.demo.loading import reload_demo
from portal.extensions import db
from portal.funding.models import Expense, KeptFinding
from portal.network.models import Partner
from portal.network.queries import find_network
from portal.plans.models import Indicator
from tests.pages import text_of

HEIST = "heist-op-den-berg"
WRITTEN_ON = date(2026, 11, 21)  # the day for which the demo tells its story


@pytest.fixture
def demo(app):
    """The demo networks in the database."""
    with app.app_context():
        reload_demo()
        db.session.commit()
        yield


@pytest.fixture
def read(demo, sign_in):
    """What the read API tells the administrator of a network in a year."""
    visitor = sign_in(find_account_by_email("admin@portal.example"))
    return lambda slug, year, what: visitor.get(f"/api/v1/networks/{slug}/{year}/{what}").json


def of_stream(answer, stream):
    (found,) = (one for one in answer["streams"] if one["stream"] == stream)
    return {name: float(found[name]) for name in ("granted", "planned", "committed", "spent", "justified", "left")}


def test_the_rules_say_of_the_expenses_only_what_stands_there_on_purpose(demo):
    kept = db.session.query(KeptFinding).join(Expense, Expense.id == KeptFinding.expense_id).all()
    expenses = {one.id: one for one in db.session.query(Expense)}
    said = {(expenses[one.expense_id].year, one.rule, one.severity.value) for one in kept}
    assert said == {(2025, "FED-REP-5", "warning"), (2026, "FED-REP-5", "warning"), (2026, "MONEY-4", "warning")}
    assert len(kept) == 3
    assert all("Met opzet" in expenses[one.expense_id].origin for one in kept)


def test_no_stream_of_any_year_is_planned_or_promised_beyond_what_there_is(read):
    for slug, years in ((HEIST, (2024, 2025, 2026)), ("mechelen", (2025, 2026)), ("wervik", (2025, 2026))):
        for year in years:
            answer = read(slug, year, "funding")
            assert not any(one["severity"] == "error" for one in answer["findings"]), (slug, year)
            for one in answer["streams"]:
                sums = of_stream(answer, one["stream"])
                assert sums["left"] >= 0, (slug, year, one)
                assert sums["planned"] <= sums["granted"], (slug, year, one)


def test_heist_tells_how_the_federal_money_ends(read):
    closed, last, without = (read(HEIST, year, "funding") for year in (2024, 2025, 2026))
    assert of_stream(closed, "drawing-right")["justified"] == of_stream(closed, "drawing-right")["spent"] > 0
    assert 0 < of_stream(last, "drawing-right")["justified"] < of_stream(last, "drawing-right")["spent"]
    assert of_stream(last, "federal-modules")["justified"] == of_stream(last, "federal-modules")["spent"] > 0
    assert "federal-modules" not in {one["stream"] for one in without["streams"]}
    assert of_stream(without, "co-financing")["granted"] > of_stream(last, "co-financing")["granted"]

    complement = read(HEIST, 2025, "complementarity")
    assert float(complement["missed_potential"]["total"]) > 1000
    assert float(complement["ending"]["total"]) > 9000
    assert "MONEY-6" in {one["rule"] for one in last["findings"]}
    assert "same_cost" in {one["kind"] for one in complement["overlaps"]}
    assert float(read(HEIST, 2026, "complementarity")["missed_potential"]["total"]) == 0


def test_every_network_puts_own_money_beside_its_drawing_right(read):
    for slug in (HEIST, "mechelen", "wervik"):
        for year in (2025, 2026):
            assert of_stream(read(slug, year, "funding"), "co-financing")["spent"] > 0, (slug, year)
        short = [one for one in read(slug, 2025, "funding")["findings"] if one["rule"] == "FL-COFIN-12"]
        assert short == [], slug


@pytest.mark.parametrize(("slug", "silent"), [(HEIST, 2), ("mechelen", 1), ("wervik", 1)])
def test_a_few_partners_are_silent_and_little_is_late(demo, slug, silent):
    rows = list_year_rows(find_network(slug).id, (2026,))[2026]
    found = find_silent_partners(rows.partners, rows.actions, rows.contributions, year=2026, today=WRITTEN_ON)
    assert len(found) == silent, [one.partner.name for one in found]
    assert len(find_overdue_actions(rows.actions, year=2026, today=WRITTEN_ON)) <= 1


def test_of_2026_most_is_measured_and_some_is_still_to_come(demo):
    measured = [one.measured is not None for one in db.session.query(Indicator) if one.action.year == WRITTEN_ON.year]
    assert measured.count(True) > measured.count(False) > 0


def test_a_visitor_reads_on_the_record_itself_that_it_is_invented(demo, sign_in):
    visitor = sign_in(find_account_by_email("coordinator@heist.example"))
    partner = db.session.query(Partner).filter_by(name="Welzijnsraad").one()
    page = text_of(visitor.get(f"/networks/{HEIST}/partners/{partner.id}"))
    assert "Feit: Netwerkdag 2016" in page
    assert "Sinds wanneer hij partner is, is verzonnen." in page
