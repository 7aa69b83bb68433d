"""The rules of planning: moves, shares, months, who steps in for whom, and what counts as a contribution."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from portal.foundation.errors import RuleBroken
from portal.plans import rules
from portal.plans.types import ActionStatus, PlanStatus, Share

TODAY = date(2026, 11, 21)

ACTION_MOVES = {
    ("idea", "planned"),
    ("idea", "dropped"),
    ("planned", "running"),
    ("planned", "idea"),
    ("planned", "dropped"),
    ("running", "done"),
    ("running", "planned"),
    ("running", "dropped"),
    ("done", "running"),
    ("dropped", "idea"),
}
PLAN_MOVES = {
    ("draft", "in-review"),
    ("draft", "agreed"),
    ("in-review", "draft"),
    ("in-review", "agreed"),
    ("agreed", "running"),
    ("agreed", "draft"),
    ("running", "evaluated"),
    ("evaluated", "closed"),
    ("evaluated", "running"),
}


def allowed(check, *args, **values) -> bool:
    try:
        check(*args, **values)
    except RuleBroken:
        return False
    return True


@pytest.mark.parametrize(("current", "wanted"), list(product(ActionStatus, repeat=2)))
def test_an_action_moves_only_as_the_table_says(current, wanted):
    assert allowed(rules.check_action_move, current, wanted) is ((current.value, wanted.value) in ACTION_MOVES)


@pytest.mark.parametrize(("current", "wanted"), list(product(PlanStatus, repeat=2)))
def test_a_plan_moves_only_as_the_table_says(current, wanted):
    assert allowed(rules.check_plan_move, current, wanted) is ((current.value, wanted.value) in PLAN_MOVES)


def test_a_refused_move_says_from_what_to_what():
    with pytest.raises(RuleBroken) as refused:
        rules.check_action_move(ActionStatus.DONE, ActionStatus.DROPPED)
    assert str(refused.value.message) == "Een actie kan niet van “klaar” naar “gestopt”."
    assert refused.value.field == "status"


@pytest.mark.parametrize("status", list(PlanStatus))
def test_only_a_closed_plan_takes_no_changes(status):
    assert allowed(rules.check_plan_open, status) is (status is not PlanStatus.CLOSED)


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (2003, 2099, None),
        (2025, 2025, None),
        (2002, 2025, "first_year"),
        (2026, 2025, "last_year"),
        (2025, 2100, "last_year"),
    ],
)
def test_a_plan_covers_known_years_in_order(first, last, field):
    if field is None:
        assert allowed(rules.check_years, first, last)
        return
    with pytest.raises(RuleBroken) as refused:
        rules.check_years(first, last)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("percents", "fits"),
    [((), True), ((0,), True), ((100,), True), ((60, 40), True), ((60, 41), False), ((101,), False), ((-1,), False)],
)
def test_shares_are_percentages_that_stay_within_the_whole(percents, fits):
    shares = [Share(number, percent) for number, percent in enumerate(percents, 1)]
    assert allowed(rules.check_shares, shares) is fits


def test_a_partner_stands_once_in_the_shares():
    assert not allowed(rules.check_shares, [Share(1, 10), Share(1, 20)])


@pytest.mark.parametrize(
    ("lead", "held", "whole"),
    [
        (None, [(2, 30)], [(2, 30)]),
        (1, [], [(1, 100)]),
        (1, [(2, 30)], [(1, 70), (2, 30)]),
        (1, [(2, 30), (1, 20)], [(2, 30), (1, 70)]),
        (1, [(2, 100)], [(2, 100)]),
        (1, [(1, 40), (2, 60)], [(1, 40), (2, 60)]),
    ],
)
def test_what_nobody_took_is_carried_by_the_lead(lead, held, whole):
    found = rules.shares_with_lead(lead, [Share(*one) for one in held])
    assert [(one.partner_id, one.percent) for one in found] == whole


@pytest.mark.parametrize(("months", "fits"), [((), True), ((1, 12), True), ((0,), False), ((13,), False)])
def test_months_are_those_of_the_calendar(months, fits):
    assert allowed(rules.check_months, months) is fits


@pytest.mark.parametrize(
    ("links", "action", "target", "fits"),
    [
        ({}, 1, None, True),
        ({}, None, 2, True),
        ({2: 3, 3: None}, 1, 2, True),
        ({}, 1, 1, False),
        ({2: 1}, 1, 2, False),
        ({2: 3, 3: 4, 4: 1}, 1, 2, False),
        ({2: 3, 3: 2}, 1, 2, True),  # a circle of others is not made worse, and does not hang
    ],
)
def test_an_action_steps_in_for_others_never_for_itself(links, action, target, fits):
    assert allowed(rules.check_steps_in, action, target, links.get) is fits


def given(**values):
    nothing = {"minutes": None, "goods_cents": None, "money_cents": None, "people": None}
    return {**nothing, "on": TODAY, "today": TODAY, **values}


@pytest.mark.parametrize(
    ("values", "fits"),
    [
        ({"minutes": 30}, True),
        ({"goods_cents": 1}, True),
        ({"money_cents": 1}, True),
        ({"people": 1}, True),
        ({}, False),
        ({"minutes": 0, "people": 0}, False),
        ({"people": 1, "on": date(2026, 11, 22)}, False),
        ({"people": 1, "on": date(2020, 1, 1)}, True),
    ],
)
def test_a_contribution_gives_something_on_a_day_that_has_been(values, fits):
    assert allowed(rules.check_contribution, **given(**values)) is fits


def test_the_year_in_the_title_of_a_plan_moves_along():
    assert rules.title_for_year("Actieplan 2025", current=2025, wanted=2026) == "Actieplan 2026"
    assert rules.title_for_year("Samen", current=2025, wanted=2026) == "Samen"
