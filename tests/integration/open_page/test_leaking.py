"""Nothing personal and nothing unfinished ever reaches the open page, whatever is in the network."""

from __future__ import annotations

from datetime import date

import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.history.models import Change
from portal.network import operations as networks
from portal.network.models import Partner
from portal.network.types import PartnerKind
from portal.open_page import operations, queries
from portal.open_page.models import OpenPageVoice
from portal.open_page.types import Showing
from portal.participation import operations as participation
from portal.participation.models import Voice
from portal.plans.models import Action, Plan
from portal.plans.types import ActionStatus, PlanStatus
from tests.factories.meetings import SOON
from tests.factories.meetings import plan as plan_meeting
from tests.integration.open_page.conftest import THIS_YEAR

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def withdraw(square, voice):
    with square.world.saving():
        participation.withdraw_voice(db.session.get_one(Voice, voice.id), at=now())


def test_a_voice_is_never_on_the_page_by_itself(square):
    square.voice("Niemand koos dit.")
    assert "Niemand koos dit." not in square.read()


@pytest.mark.parametrize("showing", Showing)
def test_a_voice_that_is_taken_back_is_gone_at_once_with_what_was_written_about_it(square, showing):
    voice = square.voice("Dit neem ik terug.")
    square.show(voice, showing, "Iemand had het over de kassa.")
    assert "Dit neem ik terug." in square.read() or "de kassa" in square.read()
    withdraw(square, voice)
    page = square.read()
    assert "Dit neem ik terug." not in page
    assert "de kassa" not in page
    with square.world.app.app_context():
        assert db.session.query(OpenPageVoice).count() == 0


def test_consent_that_is_withdrawn_takes_the_words_off_the_page(square):
    voice = square.voice("Mijn eigen woorden.")
    square.show(voice)
    assert "Mijn eigen woorden." in square.read()
    with square.world.saving():
        db.session.get_one(Voice, voice.id).quote_consent = False
    assert "Mijn eigen woorden." not in square.read()
    assert (
        "De toestemming om de woorden letterlijk te tonen is er niet meer."
        in square.coordinator.get(square.href()).text
    )


def test_people_and_accounts_are_nowhere(square):
    with square.world.saving():
        networks.add_contact(
            db.session.get_one(Partner, square.sport.id),
            name="Ann Contact",
            email="ann.contact@example.org",
            phone="0470 99 88 77",
        )
    square.world.account(square.network, Role.EXPERT, name="Els Ervaring", email="els@example.org")
    square.show(square.voice("Een gewone zin.", place="bij de kerk", partner_id=square.sport.id))
    page = square.read() + square.anyone.get("/open").text
    for secret in (
        "Ann Contact",
        "ann.contact",
        "99 88 77",
        "Els Ervaring",
        "els@",
        "Cora",
        "bij de kerk",
        "begeleider",
    ):
        assert secret not in page


def test_a_partner_that_left_is_not_named(square):
    square.world.partner(
        square.network, "Vroegere club", PartnerKind.CLUB, starts_on=date(2020, 1, 1), ends_on=date(2021, 1, 1)
    )
    assert "Vroegere club" not in square.read()


@pytest.mark.parametrize("status", [PlanStatus.DRAFT, PlanStatus.IN_REVIEW, PlanStatus.EVALUATED, PlanStatus.CLOSED])
def test_only_an_agreed_or_running_plan_is_told(square, status):
    with square.world.saving():
        db.session.get_one(Plan, square.plan.id).status = status
    page = square.read()
    assert "We gaan samen zwemmen." not in page
    assert f"Het plan voor {THIS_YEAR} is nog niet klaar." in page


@pytest.mark.parametrize("status", [ActionStatus.IDEA, ActionStatus.DROPPED])
def test_ideas_and_dropped_actions_are_not_told(square, status):
    with square.world.saving():
        db.session.get_one(Action, square.action.id).status = status
    assert "We gaan samen zwemmen." not in square.read()


def test_what_a_voice_changed_in_a_draft_is_not_told(square):
    draft = square.world.plan(square.network, THIS_YEAR + 1)
    action = square.world.action(draft, square.sport, "Geheim plan", plain_sentence="Een zin van volgend jaar.")
    voice = square.voice()
    square.world.effect(voice, action)
    square.show(voice)
    page = square.read()
    assert "Een zin van volgend jaar." not in page
    assert "Geheim plan" not in page


def test_an_action_of_another_network_or_year_is_not_told(square, world):
    other = world.network("Mechelen", nis="12025")
    world.action(world.plan(other, THIS_YEAR), plain_sentence="Actie van elders.")
    world.action(world.plan(square.network, THIS_YEAR - 1), plain_sentence="Actie van vroeger.")
    page = square.read()
    assert "Actie van elders." not in page
    assert "Actie van vroeger." not in page


def test_a_sentence_with_a_telephone_number_stays_off_and_the_coordinator_hears_why(square):
    square.world.action(square.plan, square.sport, "Bellen", plain_sentence="Bel Marie op 0470 12 34 56.")
    assert "0470 12 34 56" not in square.read()
    assert "dat op een nummer of een adres van iemand lijkt" in square.coordinator.get(square.href()).text


def test_a_meeting_whose_place_leads_to_a_person_stays_off(square):
    with square.world.saving():
        meeting = plan_meeting(square.network, "Open tafel", SOON, place="bel 0470 12 34 56")
        square.page().meeting_id = meeting.id
    page = square.read()
    assert "0470 12 34 56" not in page
    assert "Open tafel" not in page


@pytest.mark.parametrize("field", ["about", "join"])
def test_hostile_words_are_only_words(square, field):
    square.change(**{field: HOSTILE})
    page = square.read()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;" in page


def test_hostile_words_of_others_are_only_words_too(square):
    square.world.action(square.plan, square.sport, plain_sentence=HOSTILE, place=HOSTILE[:150])
    square.world.partner(square.network, HOSTILE[:100])
    voice = square.voice(HOSTILE)
    square.show(voice)
    other = square.voice("kort", quote_consent=False)
    square.show(other, Showing.SUMMARY, HOSTILE)
    page = square.read()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize(
    "slug", ["%00", "..%2f..%2fetc", "x" * 5000, "%F0%9F%98%80", "heist'--", "HEIST", "heist%20", "<script>"]
)
def test_guessed_addresses_find_nothing(square, slug):
    answer = square.anyone.get(f"/open/{slug}")
    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_a_forged_host_does_not_stay_in_the_page_of_others(square):
    forged = square.anyone.get(square.address, headers={"Host": "kwaad.example"})
    assert forged.status_code in (200, 400)
    assert "kwaad.example" not in square.read()


def test_the_history_of_the_page_holds_no_words_about_a_voice(square):
    voice = square.voice()
    square.show(voice, Showing.SUMMARY, "Heel eigen samenvatting.")
    with square.world.app.app_context():
        told = " ".join(str(one.fields) for one in db.session.query(Change))
    assert "Heel eigen samenvatting." not in told


def test_a_page_of_another_network_holds_nothing_of_this_one(square, world):
    other = world.network("Mechelen", nis="12025")
    with world.saving():
        page = operations.begin_page(other)
        page.about, page.phone = "Wij zijn Mechelen.", "015 11 11 11"
        operations.open_page(page, today=today())
    square.show(square.voice("Iets van Heist."))
    words = square.anyone.get("/open/mechelen").text
    assert "Wij zijn Mechelen." in words
    assert "Heist" not in words
    assert "zwemmen" not in words
    with world.app.app_context():
        assert queries.list_chosen_voices(queries.get_page(other.id)) == []
