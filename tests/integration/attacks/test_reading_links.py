"""A link to read along: pressed by two at once, sent to a foreign round, or carried elsewhere by the browser."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask.testing import FlaskClient

from portal.extensions import db
from portal.participation.models import Voice
from portal.reviews.models import ReviewAnswer, ReviewSheet
from portal.reviews.types import Helps
from tests.factories.reviews import answer, open_round

AT_ONCE = 4


def at_once(app, act):
    """What `act` gives when several do it at the same moment, each with a browser of their own."""
    together = Barrier(AT_ONCE)

    def run(number: int) -> int:
        client = FlaskClient(app, app.response_class)  # the watchful one listens to every thread
        together.wait()
        return act(client, number)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(run, range(AT_ONCE)))


def test_a_button_pressed_by_several_at_once_begins_one_sheet(app, world):
    held = open_round(world, world.network("Heist"))
    statuses = at_once(app, lambda client, _number: client.post(f"/read/{held.tokens[0]}").status_code)
    assert statuses == [302] * AT_ONCE
    with app.app_context():
        assert db.session.query(ReviewSheet).count() == 1


def test_an_answer_sent_several_times_at_once_is_kept_once(app, client, world):
    held = open_round(world, world.network("Heist"))
    client.post(f"/read/{held.tokens[0]}")
    data = {"helps": "no", "stops": ["money"], "fair": "no"}
    statuses = at_once(app, lambda one, _number: one.post(f"/read/{held.tokens[0]}/1", data=data).status_code)
    assert statuses == [302] * AT_ONCE
    with app.app_context():
        assert [one.helps for one in db.session.query(ReviewAnswer)] == [Helps.NO]


def test_two_coordinators_who_answer_at_once_make_one_voice(app, world, sign_in):
    network = world.network("Heist")
    held = open_round(world, network)
    answer(world, held.link_ids[0], (Helps.NO, ("money",), None, ""))
    clients = [sign_in(world.coordinator(network)) for _one in range(AT_ONCE)]
    cookies = [one.get_cookie(app.config["SESSION_COOKIE_NAME"]).value for one in clients]
    address = f"/networks/heist/reading-rounds/{held.id}/results/{held.round_action_ids[0]}/answer"

    def press(client: FlaskClient, number: int) -> int:
        client.set_cookie(app.config["SESSION_COOKIE_NAME"], cookies[number])
        return client.post(address).status_code

    assert at_once(app, press) == [302] * AT_ONCE
    with app.app_context():
        assert db.session.query(Voice).count() == 1


def test_a_secret_of_one_round_opens_no_action_of_another(app, client, world):
    network = world.network("Heist")
    short = open_round(world, network, actions=1)
    open_round(world, world.network("Mechelen", nis="12025"), actions=3)
    client.post(f"/read/{short.tokens[0]}")
    sent = {"fair": "yes", "round_action_id": "3", "sheet_id": "2", "round_id": "2"}
    assert client.post(f"/read/{short.tokens[0]}/2", data=sent).location == f"/read/{short.tokens[0]}"
    with app.app_context():
        assert db.session.query(ReviewAnswer).count() == 0


@pytest.mark.parametrize("token", ["%00", "a" * 5000, "..%2f..", "'; DROP TABLE review_link; --", "🙂", "%ff"])
def test_a_strange_secret_is_a_wrong_secret(client, token):
    assert client.get(f"/read/{token}").status_code in (404, 410)


def test_no_screen_of_a_reader_leads_to_another_site(client, world):
    held = open_round(world, world.network("Heist"))
    client.post(f"/read/{held.tokens[0]}")
    for page in ("", "/1", "/end"):
        html = client.get(f"/read/{held.tokens[0]}{page}").get_data(as_text=True)
        assert re.findall(r'(?:href|src|action)="(?!/)[^"]*"', html) == []
