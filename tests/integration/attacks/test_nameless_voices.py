"""Numbers and addresses of people as a word processor or a careful writer makes them: seen all the same."""

from __future__ import annotations

import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.nameless import PersonalMark, find_personal_mark
from portal.participation.models import Voice


@pytest.mark.parametrize(
    "text",
    [
        "0478\u00a012\u00a034\u00a056",
        "0478\u202f12\u202f34\u202f56",
        "0478\u201112\u201134\u201156",
        "0478 / 12 34 56",
        "0478 - 12 - 34 - 56",
        "0478_12_34_56",
        "04\u200b78123456",
        "0478\u201412\u201434\u201456",
    ],
)
def test_a_telephone_number_with_other_signs_between_is_seen(text):
    found = find_personal_mark(f"Bel {text} na vijf uur")
    assert found is not None
    assert found[0] is PersonalMark.PHONE


@pytest.mark.parametrize("text", ["jan @ gmail.com", "jan(at)gmail.com", "jan [at] gmail.com", "jan\uff20gmail.com"])
def test_a_mail_address_with_another_sign_is_seen(text):
    found = find_personal_mark(f"Schrijf naar {text}, graag")
    assert found is not None
    assert found[0] is PersonalMark.EMAIL


def test_a_national_number_with_room_around_the_dash_is_seen():
    found = find_personal_mark("85.07.30 \u2013 033.28")
    assert found is not None
    assert found[0] is PersonalMark.NATIONAL_NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "0,50, 1,20, 2,30 euro",
        "09:00 - 12:00, 13:00 - 16:00",
        "08.30 - 12.00 - 16.30",
        "van 01.02.2026 \u2013 05.03.2026",
        "kom @ 10.30u",
        "tien\u00a0000\u00a0euro voor 1\u00a0250 kinderen",
        "afspraak @ Zwembad.Daarna eten",
    ],
)
def test_prices_hours_and_days_still_lead_to_nobody(text):
    assert find_personal_mark(text) is None


@pytest.mark.parametrize("text", ["0 - " * 12_000, "a @ " * 12_000, "0478_" * 10_000, "jan.(at)." * 5_000])
def test_a_long_text_is_looked_through_quickly(text):
    find_personal_mark(text)


def test_such_a_number_is_refused_on_the_page(app, world, sign_in):
    network = world.network()
    client = sign_in(world.account(network, Role.EXPERT))
    answer = client.post(f"/networks/{network.slug}/voices/say", data={"text": "Bel 0478\u00a012\u00a034\u00a056"})
    assert answer.status_code == 422
    with app.app_context():
        assert db.session.query(Voice).count() == 0
