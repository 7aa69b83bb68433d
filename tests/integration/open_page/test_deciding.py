"""The coordinator decides: texts, order, actions, voices, open and closed; nobody else does, and nothing is lost."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from portal.extensions import db
from portal.foundation.clock import now, today
from portal.open_page import queries
from portal.open_page.models import OpenPage, OpenPageOmission, OpenPageVoice
from portal.open_page.types import Showing
from portal.plans.models import Plan
from portal.plans.types import PlanStatus
from tests.factories.meetings import plan as plan_meeting
from tests.integration.open_page.conftest import ROLES, THIS_YEAR
from tests.pages import text_of

HIDDEN = re.compile(r'name="(opened|once)" value="([^"]*)"')


def texts(**values):
    form = {"about": "Wij zijn het.", "join": "Kom langs.", "shows_partners": "y", "shows_letter_box": "y"}
    return {name: value for name, value in (form | values).items() if value is not None}


def hidden_of(page):
    return dict(HIDDEN.findall(page))


def send(client, href, data):
    """Open the form, fill it in and send it, as a browser does."""
    return client.post(href, data=data | hidden_of(client.get(href).text))


def held(square):
    with square.world.app.app_context():
        page = queries.get_page(square.network.id)
        db.session.expunge_all()
        return page


def test_a_page_begins_closed_with_what_the_network_says_of_itself(world, sign_in):
    network = world.network(introduction="Ons netwerk bestaat sinds 2010.")
    client = sign_in(world.coordinator(network))
    href = f"/networks/{network.slug}/open-page"
    assert "Begin aan de pagina" in client.get(href).text
    for _twice in range(2):
        assert client.post(f"{href}/begin").status_code == 302
    assert "Ons netwerk bestaat sinds 2010." in client.get(href).text
    assert client.get(f"/open/{network.slug}").status_code == 404
    with world.app.app_context():
        assert db.session.query(OpenPage).count() == 1


def test_an_introduction_with_a_number_of_somebody_is_not_taken_along(world, sign_in):
    network = world.network(introduction="Bel Ann op 0470 12 34 56.")
    client = sign_in(world.coordinator(network))
    client.post(f"/networks/{network.slug}/open-page/begin")
    assert "0470" not in client.get(f"/networks/{network.slug}/open-page").text


@pytest.mark.parametrize("path", ["/edit", "/actions", "/voices", "/preview"])
def test_screens_of_a_page_that_nobody_began_do_not_exist(world, sign_in, path):
    network = world.network()
    client = sign_in(world.coordinator(network))
    assert client.get(f"/networks/{network.slug}/open-page{path}").status_code == 404


@pytest.mark.parametrize("role", ROLES)
def test_nobody_but_the_coordinator_decides(square, role):
    partner = square.sport if role.value == "partner" else None
    client = square.open_as(square.world.account(square.network, role, partner))
    for path in ("", "/edit", "/actions", "/voices", "/preview"):
        assert client.get(square.href(path)).status_code == 403
    for path in ("/begin", "/open", "/close", "/edit", "/actions", "/sections/about-us/off"):
        assert client.post(square.href(path), data=texts()).status_code == 403
    assert held(square).is_opened


def test_texts_are_saved_and_told_in_the_history(square):
    answer = send(
        square.coordinator, square.href("/edit"), texts(email="vrijetijd@heist.example", phone="015 22 33 44")
    )
    assert answer.status_code == 302
    page = square.read()
    assert '<a href="tel:015223344">015 22 33 44</a>' in page
    assert '<a href="mailto:vrijetijd@heist.example">' in page
    assert "Wij zijn het." in square.coordinator.get(square.href()).text


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("about", "Bel 0470 12 34 56", "lijkt op een telefoonnummer"),
        ("about", "a" * 50_000, "Dit is te lang"),
        ("join", "b" * 50_000, "Dit is te lang"),
        ("join", "Rijksregister 85.07.30-033.28", "lijkt op een rijksregisternummer"),
        ("email", "geen adres", "Dit is geen e-mailadres"),
        ("phone", "85.07.30-033.28", "lijkt op een rijksregisternummer"),
        ("meeting_id", "999999", "Kies uit de lijst."),
        ("open_until", "1/1/2020", "is al voorbij"),
        ("open_until", "ooit", "Dit is geen datum"),
    ],
)
def test_what_may_not_be_there_is_refused_beside_its_field_and_nothing_is_lost(square, field, value, sentence):
    answer = send(square.coordinator, square.href("/edit"), texts(**{"about": "Mijn lange tekst.", field: value}))
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert f'id="{field}-error"' in answer.text
    assert value in answer.text or field == "meeting_id"
    assert "Wij zijn het netwerk." in square.read()


def test_emoji_arabic_and_hostile_signs_come_back_as_they_were_typed(square):
    words = "مرحبا 🎉 <b>& 'x'"
    send(square.coordinator, square.href("/edit"), texts(about=words))
    assert held(square).about == words
    assert "مرحبا 🎉 &lt;b&gt;&amp;" in square.read()


def test_who_asks_how_a_text_reads_hears_it_and_saves_nothing(square):
    long = (
        "De samenwerkingsovereenkomst vrijetijdsparticipatie concretiseert drempelverlagende beleidsdoelstellingen. "
        * 3
    )
    answer = send(square.coordinator, square.href("/edit"), texts(about=long.strip()) | {"measure": "1"})
    assert answer.status_code == 200
    assert "Flesch-Douma" in answer.text
    assert held(square).about == "Wij zijn het netwerk."


def test_an_open_page_keeps_who_speaks_and_how_to_reach_them(square):
    answer = send(square.coordinator, square.href("/edit"), texts(about=""))
    assert answer.status_code == 422
    assert "Schrijf eerst wie jullie zijn." in text_of(answer)
    assert square.anyone.get(square.address).status_code == 200


def test_two_coordinators_at_once_lose_nothing(square):
    second = square.open_as(square.world.coordinator(square.network, name="Tweede Trekker"))
    opened = hidden_of(second.get(square.href("/edit")).text)
    send(square.coordinator, square.href("/edit"), texts(about="Van de eerste."))
    answer = second.post(square.href("/edit"), data=texts(about="Van de tweede.") | opened)
    assert answer.status_code == 409
    assert "Van de eerste." in answer.text
    assert "Van de tweede." in answer.text
    assert held(square).about == "Van de eerste."
    again = second.post(square.href("/edit"), data=texts(about="Van de tweede.") | hidden_of(answer.text))
    assert again.status_code == 302
    assert held(square).about == "Van de tweede."


def test_a_page_that_is_not_ready_cannot_be_opened(square):
    square.change(is_opened=False, about="")
    answer = square.coordinator.post(square.href("/open"))
    assert answer.status_code == 422
    assert "Schrijf eerst wie jullie zijn." in text_of(answer)
    assert not held(square).is_opened


def test_opening_and_closing_keep_their_day_and_may_be_pressed_twice(square):
    for _twice in range(2):
        assert square.coordinator.post(square.href("/close")).status_code == 302
    page = held(square)
    assert (page.is_opened, page.closed_on) == (False, today())
    for _twice in range(2):
        assert square.coordinator.post(square.href("/open")).status_code == 302
    page = held(square)
    assert (page.is_opened, page.opened_on, page.closed_on) == (True, today(), None)


def test_a_page_that_closed_by_itself_opens_again(square):
    square.change(open_until=today() - timedelta(days=1))
    assert "Ze was open tot en met" in text_of(square.coordinator.get(square.href()))
    square.coordinator.post(square.href("/open"))
    assert square.anyone.get(square.address).status_code == 200


@pytest.mark.parametrize("path", ["/sections/nergens/up", "/sections/about-us/weg", "/sections/%00/up"])
def test_sections_and_moves_that_do_not_exist_are_not_found(square, path):
    assert square.coordinator.post(square.href(path)).status_code == 404


def test_sections_move_and_go_by_a_button(square):
    for path in ("/sections/this-year/up", "/sections/in-numbers/off"):
        assert square.coordinator.post(square.href(path)).status_code == 302
    page = held(square)
    assert page.section_order[0] == "this-year"
    assert page.sections_off == ("in-numbers",)


def test_actions_are_taken_off_one_by_one_and_put_back(square):
    other = square.world.action(square.plan, square.sport, "Dansen S3", plain_sentence="We gaan dansen.")
    form = square.coordinator.get(square.href("/actions")).text
    answer = square.coordinator.post(square.href("/actions"), data={"shown": [str(other.id)]} | hidden_of(form))
    assert answer.status_code == 302
    page = square.read()
    assert "We gaan dansen." in page
    assert "We gaan samen zwemmen." not in page
    assert "Jullie haalden deze actie van de pagina." in square.coordinator.get(square.href()).text
    form = square.coordinator.get(square.href("/actions")).text
    both = {"shown": [str(other.id), str(square.action.id)]} | hidden_of(form)
    square.coordinator.post(square.href("/actions"), data=both)
    assert "We gaan samen zwemmen." in square.read()
    with square.world.app.app_context():
        assert db.session.query(OpenPageOmission).count() == 0


def test_an_action_may_be_taken_off_before_its_plan_is_agreed(square):
    with square.world.saving():
        db.session.get_one(Plan, square.plan.id).status = PlanStatus.DRAFT
    assert "We gaan samen zwemmen." in square.coordinator.get(square.href("/actions")).text
    send(square.coordinator, square.href("/actions"), {})
    with square.world.saving():
        db.session.get_one(Plan, square.plan.id).status = PlanStatus.RUNNING
    assert "We gaan samen zwemmen." not in square.read()


def test_an_action_that_came_meanwhile_is_not_taken_off_unseen(square):
    form = square.coordinator.get(square.href("/actions")).text
    square.world.action(square.plan, square.sport, plain_sentence="Een nieuwe actie.")
    answer = square.coordinator.post(square.href("/actions"), data={"shown": [str(square.action.id)]} | hidden_of(form))
    assert answer.status_code == 409
    assert "Een nieuwe actie." in square.read()


def test_an_action_of_another_network_cannot_be_chosen(square, world):
    other = world.network("Mechelen", nis="12025")
    foreign = world.action(world.plan(other, THIS_YEAR), plain_sentence="Van elders.")
    assert send(square.coordinator, square.href("/actions"), {"shown": [str(foreign.id)]}).status_code == 422


def test_a_voice_is_chosen_literally_in_short_or_not(square):
    voice = square.voice("De bus komt te laat voor de les.")
    href = square.href(f"/voices/{voice.id}")
    assert "Met de letterlijke woorden" in square.coordinator.get(href).text
    for form, words, there in (
        ({"showing": Showing.QUOTE.value}, "De bus komt te laat voor de les.", True),
        ({"showing": Showing.SUMMARY.value, "summary": "Het ging over de bus."}, "Het ging over de bus.", True),
        ({"showing": "hidden", "summary": "Het ging over de bus."}, "de bus", False),
    ):
        assert send(square.coordinator, href, form).status_code == 302
        assert (words in square.read()) is there
    with square.world.app.app_context():
        assert db.session.query(OpenPageVoice).count() == 0


def test_a_changed_summary_is_on_the_page_at_once(square):
    voice = square.voice()
    square.show(voice, Showing.SUMMARY, "Eerst dit.")
    assert "Eerst dit." in square.read()
    square.show(voice, Showing.SUMMARY, "Daarna dat.")
    assert "Daarna dat." in square.read()


@pytest.mark.parametrize(
    ("values", "form", "sentence"),
    [
        ({"quote_consent": False}, {"showing": Showing.QUOTE.value}, "Kies uit de lijst."),
        ({"is_quote": False}, {"showing": Showing.QUOTE.value}, "Kies uit de lijst."),
        ({}, {"showing": Showing.SUMMARY.value}, "Schrijf in één of twee zinnen"),
        ({}, {"showing": Showing.SUMMARY.value, "summary": "x" * 50_000}, "Dit is te lang"),
        ({}, {"showing": Showing.SUMMARY.value, "summary": "Bel 0470 12 34 56"}, "lijkt op een telefoonnummer"),
        ({}, {"showing": "anders"}, "Kies uit de lijst."),
    ],
)
def test_a_voice_that_may_not_stand_there_like_that_is_refused(square, values, form, sentence):
    voice = square.voice(**values)
    answer = send(square.coordinator, square.href(f"/voices/{voice.id}"), form)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    with square.world.app.app_context():
        assert db.session.query(OpenPageVoice).count() == 0


def test_only_a_voice_that_was_told_back_can_be_chosen(square):
    waiting = square.voice("Wacht nog.", told=False)
    assert square.coordinator.get(square.href(f"/voices/{waiting.id}")).status_code == 404
    assert "Wacht nog." not in square.coordinator.get(square.href("/voices")).text


def test_only_a_coming_meeting_of_the_own_network_can_be_offered(square, world):
    other = world.network("Mechelen", nis="12025")
    with world.saving():
        own = plan_meeting(square.network, "Open tafel", now() + timedelta(days=3)).id
        past = plan_meeting(square.network, "Vorig overleg", now() - timedelta(days=3)).id
        foreign = plan_meeting(other, "Overleg elders", now() + timedelta(days=3)).id
    assert send(square.coordinator, square.href("/edit"), texts(meeting_id=str(own))).status_code == 302
    for wrong in (past, foreign):
        answer = send(square.coordinator, square.href("/edit"), texts(meeting_id=str(wrong)))
        assert answer.status_code == 422


def test_the_sign_in_page_and_the_footer_lead_to_the_open_pages(square):
    assert 'href="/open"' in square.anyone.get("/sign-in").text
    assert 'href="/open"' in square.coordinator.get(square.href()).text


def test_the_page_of_the_network_leads_its_coordinator_here(square):
    assert f'href="{square.href()}"' in square.coordinator.get(f"/networks/{square.network.slug}/about").text
