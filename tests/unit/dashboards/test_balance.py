"""How work and effort are attributed to partners, sectors, thresholds, tracks and places."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given as given_rows
from hypothesis import settings

from portal.dashboards.balance import NO_GROUP, Balance, carried_shares, measure_balance
from portal.dashboards.change import compare_balances
from tests.unit.dashboards.rows import action, given, paid, partner, years

HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)


def test_what_nobody_took_is_the_leads() -> None:
    assert carried_shares(action(1, lead=1, carriers=((2, 25),))) == {1: Fraction(3, 4), 2: QUARTER}


def test_a_lead_that_also_carries_keeps_its_share_and_the_rest() -> None:
    assert carried_shares(action(1, lead=1, carriers=((1, 50), (2, 25)))) == {1: Fraction(3, 4), 2: QUARTER}


def test_without_a_lead_shares_below_a_hundred_are_made_whole() -> None:
    assert carried_shares(action(1, lead=None, carriers=((1, 20), (2, 20)))) == {1: HALF, 2: HALF}


def test_without_lead_and_shares_the_carriers_have_equal_parts() -> None:
    assert carried_shares(action(1, lead=None, carriers=((1, 0), (2, 0)))) == {1: HALF, 2: HALF}


def test_an_action_of_nobody_is_carried_by_nobody() -> None:
    assert carried_shares(action(1, lead=None)) == {}


def test_an_empty_year_has_no_shares_and_no_evenness() -> None:
    balance = measure_balance([partner(1), partner(2)], [], [], [])
    assert [one.share for one in balance.partners] == [0, 0]
    assert balance.evenness is None
    assert balance.largest_share is None
    assert [one.name for one in balance.without_action] == ["Partner 1", "Partner 2"]


def test_a_year_without_partners_is_empty() -> None:
    balance = measure_balance([], [action(1, lead=9)], [], [])
    assert balance.partners == ()
    assert balance.evenness is None
    assert balance.by_threshold[0].key == NO_GROUP


def test_one_partner_carries_everything_and_has_no_evenness() -> None:
    balance = measure_balance([partner(1)], [action(1)], [], [])
    assert balance.partners[0].share == 1
    assert balance.evenness is None


def test_shares_of_a_half_and_two_quarters_give_the_evenness_of_the_formula() -> None:
    members = [partner(1), partner(2), partner(3)]
    balance = measure_balance(members, [action(1), action(2), action(3, lead=2), action(4, lead=3)], [], [])
    assert [one.share for one in balance.partners] == [HALF, QUARTER, QUARTER]
    assert balance.evenness == pytest.approx(0.946395, abs=1e-6)


def test_partners_that_carry_as_much_share_the_largest_share_by_name() -> None:
    members = [partner(1, "Zwembad"), partner(2, "Academie"), partner(3)]
    balance = measure_balance(members, [action(1, lead=1), action(2, lead=2)], [], [])
    assert balance.largest_share is not None
    assert balance.largest_share.partners == ("Academie", "Zwembad")
    assert balance.largest_share.share == HALF


def test_a_dropped_action_is_not_carried_but_its_hours_and_euros_stay() -> None:
    dropped = action(1, status="dropped", thresholds=("money",))
    balance = measure_balance([partner(1)], [dropped], [given(1, 1, minutes=30)], [paid(1, 1, 500)])
    (one,) = balance.partners
    assert (one.actions_led, one.actions_carried) == (0, 0)
    assert (one.effort.minutes, one.effort.euros_cents) == (30, 500)
    assert balance.by_threshold[0].effort.minutes == 30


def test_euros_are_own_money_and_what_streams_paid_for_led_actions_never_the_invoice() -> None:
    members, work = [partner(1), partner(2)], [action(1, lead=1)]
    gifts = [given(2, 1, money_cents=2_000, goods_cents=700)]
    spent = [paid(1, 1, 6_000, invoice_cents=10_000), paid(1, 1, 4_000, "co-financing", invoice_cents=10_000)]
    first, second = measure_balance(members, work, gifts, spent).partners
    assert (first.effort.euros_cents, second.effort.euros_cents) == (10_000, 2_000)
    assert second.effort.goods_cents == 700


def test_what_belongs_to_no_partner_of_the_year_stands_apart() -> None:
    spent = [paid(1, None, 100), paid(2, 1, 20), paid(3, 77, 3)]
    balance = measure_balance([partner(1)], [action(1, lead=8)], [given(8, 1, minutes=60)], spent)
    assert balance.partners[0].effort.euros_cents == 0
    assert (balance.elsewhere.euros_cents, balance.elsewhere.minutes) == (123, 60)


def test_an_action_with_three_thresholds_counts_for_a_third_in_each_and_loses_nothing() -> None:
    work = [action(1, thresholds=("money", "shame", "offer"))]
    balance = measure_balance([partner(1)], work, [given(1, 1, minutes=100)], [paid(1, 1, 1_000)])
    assert [one.actions for one in balance.by_threshold] == [Fraction(1, 3)] * 3
    assert sorted(one.effort.minutes for one in balance.by_threshold) == [33, 33, 34]
    assert sum(one.effort.euros_cents for one in balance.by_threshold) == 1_000


def test_a_place_without_a_name_is_the_whole_municipality_and_not_nowhere() -> None:
    balance = measure_balance([partner(1)], [action(1), action(2, place=" Itegem ")], [], [paid(1, None, 50)])
    assert {one.key: one.actions for one in balance.by_place} == {"": 1, "Itegem": 1, NO_GROUP: 0}


def test_a_sector_holds_all_its_partners() -> None:
    members = [partner(1, sector="sport"), partner(2, sector="sport"), partner(3, sector="ocmw")]
    balance = measure_balance(members, [action(1, lead=1), action(2, lead=2), action(3, lead=3)], [], [])
    assert [(one.key, one.actions) for one in balance.by_sector] == [("sport", 2), ("ocmw", 1)]


def test_the_spread_has_a_row_for_each_partner_and_thresholds_in_their_known_order() -> None:
    work = [action(1, lead=1, thresholds=("shame", "money"), carriers=((2, 50),))]
    spread = measure_balance([partner(1), partner(2), partner(3)], work, [], []).spread
    assert spread.thresholds == ("money", "shame")
    assert spread.rows == ((QUARTER, QUARTER), (QUARTER, QUARTER), (0, 0))


def test_change_names_partners_that_came_and_went() -> None:
    before = measure_balance([partner(1), partner(2)], [action(1, lead=1), action(2, lead=2)], [], [])
    now = measure_balance([partner(2), partner(3)], [action(3, lead=2)], [given(2, 3, minutes=90)], [])
    changes = {one.partner_id: one for one in compare_balances(now, before).partners}
    assert (changes[1].share_before, changes[1].share_now) == (HALF, None)
    assert (changes[3].share_before, changes[3].share_now) == (None, 0)
    assert (changes[2].share_moved, changes[2].minutes) == (HALF, 90)


def test_change_of_evenness_is_unknown_when_a_year_has_none() -> None:
    one = measure_balance([partner(1)], [action(1)], [], [])
    two = measure_balance([partner(1), partner(2)], [action(1), action(2, lead=2)], [], [])
    change = compare_balances(two, one)
    assert (change.evenness_before, change.evenness_now) == (None, 1.0)
    assert compare_balances(two, two).evenness_before == 1.0


@settings(max_examples=40, deadline=None)
@given_rows(years())
def test_the_order_of_rows_never_matters_and_nothing_is_lost(year: tuple[list, list, list, list]) -> None:  # type: ignore[type-arg]
    balance = measure_balance(*year)
    mixed = [random.Random(3).sample(rows, len(rows)) for rows in year]
    assert measure_balance(*mixed) == balance
    _partners, _actions, gifts, spent = year
    minutes, euros = sum(row.minutes for row in gifts), sum(row.money_cents for row in gifts)
    euros += sum(row.cents for row in spent)
    assert _whole(balance) == (minutes, euros)
    for groups in (balance.by_threshold, balance.by_track, balance.by_place):
        assert sum(one.effort.minutes for one in groups) == minutes
        assert sum(one.effort.euros_cents for one in groups) == euros


def _whole(balance: Balance) -> tuple[int, int]:
    every = [one.effort for one in balance.partners] + [balance.elsewhere]
    return sum(one.minutes for one in every), sum(one.euros_cents for one in every)


def test_one_village_in_two_spellings_is_one_place() -> None:
    actions = [action(number, place=place) for number, place in enumerate(("Itegem", "itegem ", "Itegem", "Booischot"))]
    balance = measure_balance([partner(1)], actions, (), ())
    assert [(one.key, one.actions) for one in balance.by_place] == [("Itegem", 3), ("Booischot", 1)]
