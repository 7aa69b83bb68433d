"""Who takes a list along finds in it what the screen shows, and nothing more."""

from __future__ import annotations

from datetime import date

import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.network import operations as networks
from portal.network.models import Partner
from tests.integration.transfer.conftest import Desk


@pytest.fixture
def as_reader(desk, world, sign_in):
    """The same network, for a reader with another role."""

    def made(role):
        return Desk(desk.network, sign_in(world.account(desk.network, Role(role))))

    return made


def headers(desk, listing):
    return desk.take(listing).decode("utf-8-sig").splitlines()[0]


def test_who_may_not_see_money_takes_contributions_along_without_euros(desk, world, sport, swimming, as_reader):
    world.contribution(swimming, sport, minutes=60, goods_cents=12_345, money_cents=6_789)
    expert = as_reader("expert")
    taken = expert.take("contributions").decode("utf-8-sig")
    assert "Geld" not in taken
    assert "123,45" not in taken
    assert "Uren" in taken
    assert "Geld" in headers(as_reader("viewer"), "contributions")


@pytest.mark.parametrize("listing", ["expenses", "grants", "budget"])
def test_lists_of_money_are_not_for_experts(desk, as_reader, listing):
    expert = as_reader("expert")
    assert expert.client.get(expert.href(f"{listing}/export.csv")).status_code == 403


def test_what_was_agreed_goes_along_as_far_as_the_page_shows_it(desk, world, sport, as_reader):
    with world.saving():
        held = db.session.get_one(Partner, sport.id)
        networks.sign_agreement(
            held, title="Zwemles", starts_on=date(2025, 1, 1), services="Elke week een lesgever", amount_cents=99_900
        )
    assert "Elke week een lesgever" in desk.take("agreements").decode()
    viewer, expert = (as_reader(role).take("agreements").decode() for role in ("viewer", "expert"))
    assert "999,00" in viewer
    assert "lesgever" not in viewer
    assert "999,00" not in expert
    assert "Zwemles" in expert


def test_words_of_a_voice_go_along_only_for_who_may_read_them(desk, world, swimming, as_reader):
    world.voice(desk.network, text="De bus is te duur", action_id=swimming.id)
    assert "De bus is te duur" in desk.take("voices").decode()
    assert "De bus is te duur" not in as_reader("viewer").take("voices").decode()


def test_what_was_told_back_goes_along_without_the_words_when_nobody_agreed_to_show_them(
    desk, world, swimming, as_reader
):
    world.told_back(world.voice(desk.network, text="De bus is te duur", action_id=swimming.id))
    taken = as_reader("expert").take("voices").decode()
    assert "teruggekoppeld" in taken
    assert "De bus is te duur" not in taken


def test_voices_follow_the_filter_of_the_screen_and_are_never_read_in(desk, world, swimming):
    world.voice(desk.network, text="De bus is te duur")
    assert "De bus is te duur" in desk.take("voices", state="received").decode()
    assert "De bus is te duur" not in desk.take("voices", state="discussed").decode()
    assert desk.client.get(desk.href("import/voices", None)).status_code == 404
