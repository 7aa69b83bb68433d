"""What readers said, per action and way; the tap that makes it a voice; the plan that waits for the answer."""

from __future__ import annotations

import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.participation.models import Voice
from portal.participation.types import Channel
from portal.plans.models import Plan
from portal.plans.types import PlanStatus
from portal.reviews.models import ReviewLink, RoundAction
from portal.reviews.operations import sheets
from portal.reviews.types import Helps
from tests.factories.reviews import answer, close, open_round
from tests.pages import text_of

NO = (Helps.NO, ("money", "shame"), "no", "")
YES = (Helps.YES, ("nothing",), "yes", "dit is goed")


@pytest.fixture
def network(world):
    return world.network("Heist")


@pytest.fixture
def coordinator(world, network, sign_in):
    return sign_in(world.coordinator(network))


@pytest.fixture
def rejected(world, network):
    """A closed round of two actions: two of three reject the first, all like the second."""
    held = open_round(world, network, actions=2, links=3)
    for link_id, first in zip(held.link_ids, (NO, NO, YES), strict=True):
        answer(world, link_id, first, YES)
    close(world, held.id)
    return held


def test_who_only_pressed_begin_is_not_counted_as_somebody_who_answered(world, network, coordinator):
    held = open_round(world, network, actions=1, links=2)
    answer(world, held.link_ids[0], YES)
    with world.saving():
        sheets.begin_sheet(db.session.get_one(ReviewLink, held.link_ids[1]), at=now(), today=today())
    page = text_of(coordinator.get(f"/networks/heist/reading-rounds/{held.id}/results"))
    assert "Mensen die antwoordden: 1. Met een link 1, op papier 0, in groep 0." in page


def test_results_show_counts_agreement_and_own_words(coordinator, rejected):
    page = text_of(coordinator.get(f"/networks/heist/reading-rounds/{rejected.id}/results"))
    assert "Mensen die antwoordden: 3. Met een link 3, op papier 0, in groep 0." in page
    assert "De meeste zeggen: dit helpt niet." in page
    assert "67 % van wie een mening heeft" in page.replace("\u00a0", " ")
    assert "dit is goed" in page
    assert "Lezers: 1 actie wacht op een antwoord" in page


def test_own_words_are_for_who_works_with_them(world, network, sign_in, rejected):
    expert = sign_in(world.account(network, Role.EXPERT))
    page = text_of(expert.get(f"/networks/heist/reading-rounds/{rejected.id}/results"))
    assert "De meeste zeggen: dit helpt niet." in page
    assert "dit is goed" not in page
    assert "Antwoord aan de lezers" not in page


def test_one_tap_makes_a_voice_and_a_second_tap_finds_the_same(app, coordinator, rejected):
    address = f"/networks/heist/reading-rounds/{rejected.id}/results/{rejected.round_action_ids[0]}/answer"
    first, second = coordinator.post(address), coordinator.post(address)
    assert first.location == second.location == "/networks/heist/voices/1/answer"
    with app.app_context():
        voice = db.session.query(Voice).one()
        assert voice.channel is Channel.REVIEW
        assert voice.action_id == rejected.action_ids[0]
        assert "Dit helpt niet: 2." in voice.text
        assert "Wat mensen tegenhoudt: geld (2)." in voice.text


def test_an_action_of_another_round_has_no_voice_here(app, world, coordinator, rejected):
    elsewhere = open_round(world, world.network("Mechelen", nis="12025"))
    address = f"/networks/heist/reading-rounds/{rejected.id}/results/{elsewhere.round_action_ids[0]}/answer"
    assert coordinator.post(address).status_code == 404
    with app.app_context():
        assert db.session.query(Voice).count() == 0


def test_without_answers_there_is_nothing_to_answer(world, network, coordinator):
    held = open_round(world, network)
    page = coordinator.post(f"/networks/heist/reading-rounds/{held.id}/results/{held.round_action_ids[0]}/answer")
    assert page.status_code == 422
    assert "Nog niemand antwoordde" in text_of(page)


def test_the_page_of_the_plan_leads_to_what_waits_and_then_the_plan_is_agreed(app, coordinator, rejected):
    plan = f"/networks/heist/plans/{rejected.plan_id}"
    coordinator.post(f"{plan}/move", data={"status": "in-review"})
    refused = coordinator.post(f"{plan}/move", data={"status": "agreed"})
    assert refused.status_code == 422
    assert "Lezers: 1 actie wacht op een antwoord" in text_of(refused)
    place = f"/networks/heist/reading-rounds/{rejected.id}/results#action-{rejected.round_action_ids[0]}"
    assert place in refused.get_data(as_text=True)
    answering = coordinator.post(
        f"/networks/heist/reading-rounds/{rejected.id}/results/{rejected.round_action_ids[0]}/answer"
    )
    coordinator.post(
        answering.location, data={"outcome": "partly-adopted", "answer": "We maken het goedkoper.", "reason": ""}
    )
    page = text_of(coordinator.get(f"/networks/heist/reading-rounds/{rejected.id}/results"))
    assert "Het antwoord aan de lezers" in page
    assert "We maken het goedkoper." in page
    assert coordinator.post(f"{plan}/move", data={"status": "agreed"}).status_code == 302
    with app.app_context():
        assert db.session.get_one(Plan, rejected.plan_id).status is PlanStatus.AGREED
        assert db.session.get_one(RoundAction, rejected.round_action_ids[0]).is_answered


def test_a_voice_that_was_taken_back_waits_again(app, world, coordinator, rejected):
    address = f"/networks/heist/reading-rounds/{rejected.id}/results/{rejected.round_action_ids[0]}/answer"
    coordinator.post(address)
    coordinator.post("/networks/heist/voices/1/withdraw")
    assert coordinator.post(address).location == "/networks/heist/voices/2/answer"
