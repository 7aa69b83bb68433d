"""The demo data as they are written down: where each record comes from, and whether the figures fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from portal.demo.loading import NETWORKS
from portal.demo.sources import SOURCES
from portal.demo.types import INVENTED, DemoExpense, DemoNetwork
from portal.funding.regimes import law_of_year
from portal.plans.rules import WORKING_STATUSES
from portal.plans.types import ActionStatus, PlanStatus

FACTS = tuple(f"Feit: {source}." for source in SOURCES)
EACH_NETWORK = pytest.mark.parametrize("demo", NETWORKS, ids=[one.slug for one in NETWORKS])


def records_of(demo: DemoNetwork) -> Iterator[tuple[str, str]]:
    """Every record with an origin: what it is, and the origin."""
    yield demo.slug, demo.origin
    for rows in (demo.partners, demo.agreements, demo.actions, demo.grants, demo.expenses, demo.voices):
        for row in rows:
            yield repr(row), row.origin


@EACH_NETWORK
def test_every_record_says_that_it_is_a_fact_with_its_source_or_that_it_is_invented(demo):
    unknown = [what for what, origin in records_of(demo) if not origin.startswith((INVENTED, *FACTS))]
    assert unknown == []


@EACH_NETWORK
def test_a_fact_says_what_around_it_is_invented(demo):
    # No source gives the day on which a partner joined, a share, or a booking date.
    vague = [
        what
        for rows in (demo.partners, demo.actions, demo.expenses)
        for row in rows
        for what, origin in [(repr(row), row.origin)]
        if "erzonnen" not in origin
    ]
    assert vague == []


def test_antwerp_names_the_booking_date_as_invented():
    (antwerp,) = (one for one in NETWORKS if one.slug == "antwerpen")
    assert {one.imputed for one in antwerp.expenses} == {"2015-12-15"}
    assert all("geboekt is, is verzonnen" in one.origin for one in antwerp.expenses)
    assert all("Drempels, doelgroepen, spoor en aandelen zijn verzonnen" in one.origin for one in antwerp.actions)


@EACH_NETWORK
def test_nothing_points_at_something_that_is_not_there(demo):
    partners = {one.key for one in demo.partners}
    years = {one.key: set(one.status) for one in demo.actions}
    for action in demo.actions:
        named = {action.lead, *(key for key, _percent, _role in action.carriers)}
        assert named <= partners, action.key
        assert set(action.budget) <= set(action.status) <= set(demo.plans), action.key
    for expense in demo.expenses:
        assert expense.year_of_money in years[expense.action], expense.description
    for given in demo.contributions:
        assert given.partner in partners
        assert int(given.on[:4]) in years[given.action], given


@EACH_NETWORK
def test_the_shares_of_an_action_make_a_whole(demo):
    for action in demo.actions:
        for carriers in (action.carriers, *action.carriers_in.values()):
            assert sum(percent for _key, percent, _role in carriers) == 100, action.key


@EACH_NETWORK
def test_what_is_planned_fits_what_there_is(demo):
    granted, planned = Counter(), Counter()
    for grant in demo.grants:
        assert grant.stream in law_of_year(grant.year, ()).streams
        granted[grant.year, grant.stream] += grant.euros
    for action in demo.actions:
        for year, lines in action.budget.items():
            planned.update({(year, stream): euros for stream, euros in lines.items()})
    too_much = {line: (euros, granted[line]) for line, euros in planned.items() if euros > granted[line]}
    assert too_much == {}


@EACH_NETWORK
def test_who_spends_of_a_stream_was_granted_it(demo):
    granted, spent = Counter(), Counter()
    for grant in demo.grants:
        granted[grant.year, grant.stream, grant.owner] += grant.euros * 100
    for expense in demo.expenses:
        for stream, cents in expense.parts.items():
            spent[expense.year_of_money, stream, expense.owner] += cents
    assert {line: cents for line, cents in spent.items() if cents > granted[line]} == {}


@EACH_NETWORK
def test_a_year_that_is_over_has_done_its_actions_and_measured_them(demo):
    over = [year for year, status in demo.plans.items() if status in (PlanStatus.EVALUATED, PlanStatus.CLOSED)]
    for action in demo.actions:
        for year in set(over) & set(action.status):
            assert action.status[year] is ActionStatus.DONE, (action.key, year)
            for indicator in action.indicators:
                assert year not in indicator.years or indicator.years[year].measured is not None, indicator.name
        assert set(action.status.values()) <= WORKING_STATUSES


@EACH_NETWORK
def test_of_a_closed_year_every_expense_is_justified(demo):
    def justified(year: int) -> set[bool]:
        return {one.stage == "justified" for one in demo.expenses if one.year_of_money == year}

    for year, status in demo.plans.items():
        wanted = {PlanStatus.CLOSED: {True}, PlanStatus.EVALUATED: {True, False}, PlanStatus.RUNNING: {False}}[status]
        assert justified(year) == wanted, year


def test_two_agreements_never_have_the_same_name():
    for demo in NETWORKS:
        titles = [one.title for one in demo.agreements]
        assert len(titles) == len(set(titles))


def test_an_expense_that_is_not_booked_knows_its_year():
    promised = DemoExpense("a", "b", "c", "collective", None, {}, "municipality", year=2026)
    booked = DemoExpense("a", "b", "c", "collective", "2025-03-01", {}, "municipality")
    assert (promised.year_of_money, booked.year_of_money) == (2026, 2025)
