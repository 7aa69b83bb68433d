"""A coordinator prepares a round, hands out its links once, and closes it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from portal.accounts.secrets import hash_token
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.post.models import OutgoingMail
from portal.reviews.cards import can_make_cards
from portal.reviews.models import ReviewLink, ReviewRound
from portal.reviews.operations import rounds
from portal.reviews.types import RoundState
from tests.factories.reviews import open_round
from tests.pages import text_of

ADDRESS = re.compile(r'<code class="secret">http://[^<]+/read/([\w-]+)</code>')


@pytest.fixture
def network(world):
    return world.network("Heist")


@pytest.fixture
def coordinator(world, network, sign_in):
    return sign_in(world.coordinator(network))


def sent(plan_actions, **values):
    return {
        "title": "Lees mee",
        "introduction": "",
        "questions": ["helps", "stops", "fair"],
        "closes_on": (today() + timedelta(days=10)).isoformat(),
        "action_ids": [str(one.id) for one in plan_actions],
        "count": "8",
        "speaker": "expert",
        "given_by": "de vereniging De Draaischijf",
        "open_now": "y",
    } | values


def test_a_round_on_a_plan_is_made_in_one_step_and_shows_its_secrets_once(app, world, network, coordinator):
    plan = world.plan(network, 2026)
    actions = [world.action(plan, title=f"Actie {number}") for number in range(3)]
    page = coordinator.get(f"/networks/heist/reading-rounds/new?plan={plan.id}")
    assert "Zonder gewone zin is een actie moeilijk te begrijpen" in text_of(page)
    made = coordinator.post(f"/networks/heist/reading-rounds/new?plan={plan.id}", data=sent(actions[:2]))
    tokens = ADDRESS.findall(made.get_data(as_text=True))
    assert len(set(tokens)) == 8
    with app.app_context():
        held = db.session.query(ReviewRound).one()
        assert held.state is RoundState.OPEN
        assert [one.title for one in held.actions] == ["Actie 0", "Actie 1"]
        assert {link.token_hash for link in held.links} == {hash_token(token) for token in tokens}
        assert {link.given_by for link in held.links} == {"de vereniging De Draaischijf"}
    page = coordinator.get("/networks/heist/reading-rounds/1").get_data(as_text=True)
    assert not any(token in page for token in tokens)


def test_a_round_is_not_made_twice(app, world, network, coordinator):
    plan = world.plan(network, 2026)
    actions = [world.action(plan)]
    address = f"/networks/heist/reading-rounds/new?plan={plan.id}"
    once = re.search(r'name="once" value="([^"]+)"', coordinator.get(address).get_data(as_text=True))
    for status in (200, 302):
        assert coordinator.post(address, data=sent(actions, once=once[1])).status_code == status
    with app.app_context():
        assert db.session.query(ReviewRound).count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"questions": []}, "Kies minstens één vraag."),
        ({"questions": ["geld"]}, "Kies uit de lijst."),
        ({"closes_on": "2020-01-01"}, "is al voorbij"),
        ({"closes_on": "2090-01-01"}, "Kies een dag binnen het jaar."),
        ({"closes_on": "morgen"}, "Dit is geen datum."),
        ({"count": "101"}, "Kies een getal van 1 tot 100."),
        ({"count": "veel"}, "Vul één geheel getal in"),
        ({"action_ids": []}, "Kies minstens één actie."),
        ({"action_ids": ["999"]}, "Kies uit de lijst."),
        ({"speaker": "koning"}, "Kies uit de lijst."),
        ({"title": "x" * 50_000}, "Dit is te lang."),
    ],
)
def test_a_wrong_round_gets_a_sentence_beside_its_field(app, world, network, coordinator, wrong, sentence):
    plan = world.plan(network, 2026)
    action = world.action(plan)
    page = coordinator.post(f"/networks/heist/reading-rounds/new?plan={plan.id}", data=sent([action], **wrong))
    assert page.status_code == 422
    assert sentence in text_of(page)
    with app.app_context():
        assert db.session.query(ReviewRound).count() == 0


def test_a_plan_of_another_network_cannot_be_read(world, network, coordinator):
    other = world.plan(world.network("Mechelen", nis="12025"), 2026)
    for kind in ("plan", "action", "text"):
        assert coordinator.get(f"/networks/heist/reading-rounds/new?{kind}={other.id}").status_code == 404
    assert coordinator.get("/networks/heist/reading-rounds/new?plan=abc").status_code == 404


def test_one_action_can_be_read_on_its_own(app, world, network, coordinator):
    action = world.action(world.plan(network, 2026), title="Zwemmen", plain_sentence="Samen zwemmen.")
    made = coordinator.post(f"/networks/heist/reading-rounds/new?action={action.id}", data=sent([], count=""))
    assert made.status_code == 302
    with app.app_context():
        held = db.session.query(ReviewRound).one()
        assert (held.action_id, [one.title for one in held.actions]) == (action.id, ["Zwemmen"])


def test_a_lost_card_gets_a_new_secret_and_the_old_one_stops(client, world, network, coordinator):
    held = open_round(world, network, links=2)
    page = coordinator.post(f"/networks/heist/reading-rounds/{held.id}/links/{held.link_ids[0]}/renew")
    (fresh,) = ADDRESS.findall(page.get_data(as_text=True))
    assert client.get(f"/read/{held.tokens[0]}").status_code == 410
    assert client.get(f"/read/{fresh}").status_code == 200
    assert client.get(f"/read/{held.tokens[1]}").status_code == 200


def test_printing_again_renews_only_links_that_nobody_began(client, world, network, coordinator):
    held = open_round(world, network, links=3)
    client.post(f"/read/{held.tokens[0]}")
    page = coordinator.post(f"/networks/heist/reading-rounds/{held.id}/links/renew")
    assert len(ADDRESS.findall(page.get_data(as_text=True))) == 2
    assert [client.get(f"/read/{token}").status_code for token in held.tokens] == [200, 410, 410]


def test_a_revoked_link_stops_and_its_number_stays(client, world, network, coordinator):
    held = open_round(world, network)
    coordinator.post(f"/networks/heist/reading-rounds/{held.id}/links/{held.link_ids[0]}/revoke")
    assert client.get(f"/read/{held.tokens[0]}").status_code == 410
    assert "ingetrokken" in text_of(coordinator.get(f"/networks/heist/reading-rounds/{held.id}"))


def test_links_of_another_round_or_network_do_not_exist(world, network, coordinator):
    held = open_round(world, network)
    elsewhere = open_round(world, world.network("Mechelen", nis="12025"))
    assert coordinator.get(f"/networks/heist/reading-rounds/{elsewhere.id}").status_code == 404
    for act in ("renew", "revoke"):
        address = f"/networks/heist/reading-rounds/{held.id}/links/{elsewhere.link_ids[0]}/{act}"
        assert coordinator.post(address).status_code == 404


def test_cards_are_made_of_secrets_of_this_round_alone(world, network, coordinator):
    held = open_round(world, network, links=9)
    elsewhere = open_round(world, world.network("Mechelen", nis="12025"))
    address = f"/networks/heist/reading-rounds/{held.id}/cards"
    assert coordinator.post(address, data={"token": [elsewhere.tokens[0], "raad maar"]}).status_code == 400
    cards = coordinator.post(address, data={"token": held.tokens})
    assert cards.mimetype == ("application/pdf" if can_make_cards() else "text/html")


def test_each_address_gets_one_link_and_nothing_keeps_which(app, world, network, coordinator):
    held = open_round(world, network, links=2)
    address = f"/networks/heist/reading-rounds/{held.id}/mail"
    wrong = coordinator.post(address, data={"token": held.tokens, "addresses": "geen adres\na@example.org"})
    assert wrong.status_code == 422
    many = coordinator.post(
        address, data={"token": held.tokens, "addresses": "a@example.org b@example.org c@example.org"}
    )
    assert "Je hebt 2 links en 3 adressen." in text_of(many)
    done = coordinator.post(address, data={"token": held.tokens, "addresses": "a@example.org, b@example.org"})
    assert done.status_code == 302
    with app.app_context():
        assert [mail.to for mail in db.session.query(OutgoingMail).order_by(OutgoingMail.id)] == [
            "a@example.org",
            "b@example.org",
        ]
        assert all("@" not in str(vars(link)) for link in db.session.query(ReviewLink))
    again = coordinator.post(address, data={"token": held.tokens, "addresses": "stranger@example.org"})
    assert again.status_code == 302
    with app.app_context():
        assert db.session.query(OutgoingMail).count() == 2


def test_a_closed_round_opens_again_only_with_a_later_day(app, client, world, network, coordinator):
    held = open_round(world, network)
    with world.saving():
        found = db.session.get_one(ReviewRound, held.id)
        found.closes_on = today() - timedelta(days=1)
    assert "De laatste dag is voorbij." in text_of(coordinator.get(f"/networks/heist/reading-rounds/{held.id}"))
    assert coordinator.post(f"/networks/heist/reading-rounds/{held.id}/close").status_code == 302
    refused = coordinator.post(f"/networks/heist/reading-rounds/{held.id}/open")
    assert refused.status_code == 422
    assert "is al voorbij" in text_of(refused)
    later = (today() + timedelta(days=5)).isoformat()
    assert (
        coordinator.post(f"/networks/heist/reading-rounds/{held.id}/open", data={"closes_on": later}).status_code == 302
    )
    assert client.post(f"/read/{held.tokens[0]}").location.endswith("/1")


def test_words_mended_before_the_start_are_what_people_read(app, client, world, network):
    held = open_round(world, network, actions=1, is_open=False)
    with world.saving():
        found = db.session.get_one(ReviewRound, held.id)
        found.actions[0].action.plain_sentence = "Nu in gewone woorden."
        rounds.open_round(found, today=today())
    client.post(f"/read/{held.tokens[0]}")
    assert "Nu in gewone woorden." in text_of(client.get(f"/read/{held.tokens[0]}/1"))


def test_a_round_is_edited_and_what_it_asks_stays_once_it_runs(app, world, network, coordinator):
    held = open_round(world, network)
    page = coordinator.get(f"/networks/heist/reading-rounds/{held.id}/edit")
    assert 'name="questions"' not in page.get_data(as_text=True)
    values = {"title": "Nieuwe titel", "introduction": "", "closes_on": (today() + timedelta(days=20)).isoformat()}
    opened = re.search(r'name="opened" value="([^"]*)"', page.get_data(as_text=True))[1]
    assert (
        coordinator.post(f"/networks/heist/reading-rounds/{held.id}/edit", data=values | {"opened": opened}).status_code
        == 302
    )
    with app.app_context():
        found = db.session.get_one(ReviewRound, held.id)
        assert found.title == "Nieuwe titel"
        assert found.links[0].expires_at > now() + timedelta(days=20)


def test_only_coordinators_run_rounds_and_everybody_sees_the_list(world, network, sign_in):
    partner = world.partner(network, "Sportdienst")
    open_round(world, network)
    expected = {Role.PARTNER: (200, 200, 403), Role.EXPERT: (200, 403, 403), Role.VIEWER: (200, 403, 403)}
    for role, statuses in expected.items():
        reader = sign_in(world.account(network, role, partner if role is Role.PARTNER else None))
        addresses = ("reading-rounds", "reading-rounds/1", "reading-rounds/new")
        assert tuple(reader.get(f"/networks/heist/{one}").status_code for one in addresses) == statuses
        assert reader.post("/networks/heist/reading-rounds/1/close").status_code == 403
