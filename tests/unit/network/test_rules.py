"""Membership over time, enterprise numbers, addresses and names."""

from __future__ import annotations

from datetime import date

import pytest

from portal.foundation.errors import RuleBroken
from portal.foundation.years import Span
from portal.network.rules import (
    check_enterprise_number,
    check_membership_periods,
    check_partner_name,
    is_member,
    name_key,
    slug_for,
)

YEAR_2020 = Span(date(2020, 1, 1), date(2020, 12, 31))
FROM_2021 = Span(date(2021, 1, 1))


@pytest.mark.parametrize("turned", [False, True])
def test_periods_that_share_a_day_are_refused_beside_the_start(turned: bool) -> None:
    periods = [Span(date(2020, 1, 1), date(2021, 6, 1)), Span(date(2021, 6, 1))]
    with pytest.raises(RuleBroken) as refused:
        check_membership_periods(periods[::-1] if turned else periods)
    assert refused.value.field == "starts_on"
    assert "vanaf 1/1/2020 loopt nog op 1/6/2021" in str(refused.value.message)


def test_an_open_period_overlaps_everything_after_it() -> None:
    with pytest.raises(RuleBroken):
        check_membership_periods([Span(date(2015, 1, 1)), FROM_2021])


def test_a_period_that_ends_before_it_starts_is_refused_beside_the_end() -> None:
    with pytest.raises(RuleBroken) as refused:
        check_membership_periods([Span(date(2020, 1, 1), date(2019, 12, 31))])
    assert refused.value.field == "ends_on"


def test_periods_one_after_the_other_are_fine() -> None:
    check_membership_periods([FROM_2021, YEAR_2020])


def test_one_day_is_a_period() -> None:
    check_membership_periods([Span(date(2020, 1, 1), date(2020, 1, 1))])


@pytest.mark.parametrize(
    ("day", "member"),
    [
        (date(2019, 12, 31), False),
        (date(2020, 1, 1), True),
        (date(2020, 12, 31), True),
        (date(2021, 1, 1), False),
        (date(2022, 7, 1), True),
    ],
)
def test_a_partner_is_a_member_from_its_first_day_to_its_last(day: date, member: bool) -> None:
    assert is_member([YEAR_2020, Span(date(2022, 7, 1))], day) is member


@pytest.mark.parametrize("text", ["0207.500.123", "0207500123", "BE 0207 500 123", "be0207.500.123", " 207.500.123 "])
def test_an_enterprise_number_is_kept_as_ten_digits(text: str) -> None:
    assert check_enterprise_number(text) == "0207500123"


def test_a_remainder_of_zero_is_checked_with_97() -> None:
    assert check_enterprise_number("0200.004.397") == "0200004397"  # 02000043 = 97 x 20619
    with pytest.raises(RuleBroken):
        check_enterprise_number("0200.004.300")


@pytest.mark.parametrize("text", ["", "12", "abc", "2207500123", "02075001234", "٠٢٠٧٥٠٠١٢٣", "0207/500/123"])
def test_what_is_no_enterprise_number_is_told_how_one_looks(text: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        check_enterprise_number(text)
    assert refused.value.field == "enterprise_number"
    assert "tien cijfers" in str(refused.value.message)


@pytest.mark.parametrize("text", ["0207.500.124", "0270.500.123", "0207.500.132"])
def test_a_slip_in_an_enterprise_number_is_found(text: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        check_enterprise_number(text)
    assert refused.value.field == "enterprise_number"
    assert "klopt niet" in str(refused.value.message)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Heist-op-den-Berg", "heist-op-den-berg"),
        ("  Çédille & Zoon! ", "cedille-zoon"),
        ("مرحبا", ""),
        ("x" * 99, "x" * 60),
        ("x" * 59 + " y", "x" * 59),
    ],
)
def test_the_address_of_a_network_is_plain(name: str, slug: str) -> None:
    assert slug_for(name) == slug


def test_the_address_of_a_network_is_never_that_of_another_page() -> None:
    assert slug_for("Found") == "netwerk-found"


@pytest.mark.parametrize("spelling", ["Café  De Brug", "café de brug", " CAFÉ DE BRUG ", "Cafe de Brug"])
def test_one_name_in_many_spellings_is_one_name(spelling: str) -> None:
    assert name_key(spelling) == "cafe de brug"
    with pytest.raises(RuleBroken) as refused:
        check_partner_name(spelling, ["Jeugddienst", "Café De Brug"])
    assert refused.value.field == "name"
    assert "Café De Brug" in str(refused.value.message)


def test_a_name_that_only_begins_the_same_is_free() -> None:
    check_partner_name("Jeugddienst", ["Jeugddienst Noord", "Sportdienst"])
