"""The deadlines of a network: the law's days, its own days, the order of two reports, and days of the new decree."""

from __future__ import annotations

from datetime import date

import pytest

from portal.closing.types import DeadlineState, MarkFacts
from portal.funding.regimes import deadlines_of_year
from portal.funding.terms import FEDERAL_REPORT, JUSTIFICATION, STEPS, coming, terms_of, wrong_order

TODAY = date(2026, 11, 21)


def terms(year, marks=None, today=TODAY, **values):
    return terms_of(year, deadlines_of_year(year, **values), marks or {}, today)


def term(year, key, **values):
    return next(one for one in terms(year, **values) if one.key == key)


@pytest.mark.parametrize(
    ("year", "key", "on"),
    [
        (2020, "application", date(2019, 10, 1)),
        (2020, "decision", date(2019, 12, 31)),
        (2025, "flemish-spending", date(2025, 12, 31)),
        (2025, "federal-booking", date(2025, 12, 31)),
        (2025, "federal-report", None),
        (2025, "flemish-justification", None),
        (2027, "transition-note", date(2026, 4, 1)),
        (2027, "new-decree", date(2027, 1, 1)),
        (2032, "last-local-year", date(2032, 12, 31)),
        (2033, "supra-local", date(2033, 1, 1)),
    ],
)
def test_the_calendar_knows_the_days_of_the_law(year, key, on):
    assert term(year, key, starts_a_note=year == 2020).on == on


def test_every_deadline_of_every_year_has_its_own_key():
    for year in range(2003, 2041):
        keys = [one.key for one in deadlines_of_year(year, starts_a_note=True)]
        assert "" not in keys
        assert len(keys) == len(set(keys)), year


def test_every_deadline_that_asks_something_has_steps():
    keys = {
        one.key
        for year in range(2003, 2041)
        for one in deadlines_of_year(year, starts_a_note=True)
        if not one.is_change
    }
    assert keys == set(STEPS)


def test_the_own_day_counts_where_the_law_has_none():
    found = term(2025, FEDERAL_REPORT, marks={(2025, FEDERAL_REPORT): MarkFacts(planned_on=date(2026, 3, 1))})
    assert (found.due, found.state) == (date(2026, 3, 1), DeadlineState.OVERDUE)


def test_a_day_on_which_only_the_law_changes_is_never_late_and_never_to_do():
    found = term(2027, "new-decree", today=date(2030, 1, 1))
    assert not found.is_open
    assert found.state is DeadlineState.OPEN


@pytest.mark.parametrize(
    ("report", "justification", "wrong"),
    [
        (MarkFacts(), MarkFacts(done_on=date(2026, 3, 1)), True),
        (MarkFacts(done_on=date(2026, 3, 2)), MarkFacts(done_on=date(2026, 3, 1)), True),
        (MarkFacts(done_on=date(2026, 3, 1)), MarkFacts(done_on=date(2026, 3, 1)), False),
        (MarkFacts(skipped_reason="geen federaal geld"), MarkFacts(done_on=date(2026, 3, 1)), False),
        (MarkFacts(), MarkFacts(), False),
    ],
)
def test_the_federal_report_goes_before_the_justification(report, justification, wrong):
    marks = {(2025, FEDERAL_REPORT): report, (2025, JUSTIFICATION): justification}
    assert wrong_order(terms(2025, marks)) is wrong


def test_without_federal_money_there_is_no_order_to_keep():
    marks = {(2027, JUSTIFICATION): MarkFacts(done_on=date(2028, 3, 1))}
    assert not wrong_order(terms(2027, marks, today=date(2029, 1, 1)))


def test_what_is_late_or_near_comes_and_what_is_done_does_not():
    marks = {(2025, FEDERAL_REPORT): MarkFacts(planned_on=date(2026, 12, 1))}
    found = coming(terms(2025, marks), TODAY, days=30)
    assert [one.key for one in found] == ["federal-booking", "flemish-spending", FEDERAL_REPORT]
    marks |= {(2025, key): MarkFacts(done_on=TODAY) for key in ("federal-booking", "flemish-spending")}
    assert [one.key for one in coming(terms(2025, marks), TODAY, days=30)] == [FEDERAL_REPORT]
