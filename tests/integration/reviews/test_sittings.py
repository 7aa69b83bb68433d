"""A round in a group: hands are counted, by two facilitators at once too, and never pass the number of people."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from flask.testing import FlaskClient

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.reviews.models import HandCount, ReviewSitting
from portal.reviews.queries.rounds import tally_actions
from portal.reviews.types import Fair, Helps
from tests.factories.reviews import open_round
from tests.forms import values_of
from tests.pages import text_of

JSON = {"Accept": "application/json"}


class Room:
    """A sitting of twelve people and its pages."""

    def __init__(self, world, sign_in, people=12, **values):
        self.world, self.network = world, world.network("Heist")
        self.round = open_round(world, self.network, **values)
        self.here = f"/networks/heist/reading-rounds/{self.round.id}"
        self.client = sign_in(world.coordinator(self.network))
        made = self.start(people=str(people))
        assert made.status_code == 302, text_of(made)
        self.page = made.location.rsplit("/", 2)[0]

    def start(self, **values):
        data = {"people": "12", "held_on": today().isoformat(), "place": "De zaal"} | values
        return self.client.post(f"{self.here}/sittings/start", data=data)

    def at(self, position=1, question="helps"):
        return f"{self.page}/{position}/{question}"

    def tap(self, answer, step=1, position=1, question="helps", **more):
        data = {"answer": answer, "step": str(step)} | more
        return self.client.post(f"{self.at(position, question)}/hands", data=data, headers=JSON)

    def tally(self, place=0):
        key = self.round.round_action_ids[place]
        return tally_actions(self.network.id, [key])[key]


@pytest.fixture
def room(world, sign_in):
    return Room(world, sign_in)


def test_hands_are_counted_by_tapping_and_told_with_the_results(app, room):
    for answer in ("yes", "yes", "no"):
        room.tap(answer)
    room.tap("no", step=-1)
    room.tap("money", question="stops")
    room.tap("unsure", question="fair")
    with app.app_context():
        tally = room.tally()
        assert (tally.helps, tally.stops, tally.fair) == ({Helps.YES: 2}, {"money": 1}, {Fair.UNSURE: 1})
    assert "Ja: 2" in text_of(room.client.get(room.page))


def test_without_a_script_a_tap_leads_back_to_the_screen(room):
    answer = room.client.post(f"{room.at()}/hands", data={"answer": "yes", "step": "1", "once": "een"})
    assert answer.status_code == 302
    assert answer.location == room.at()
    assert "Geteld: 1 van 12 mensen" in text_of(room.client.get(answer.location))


def test_a_tap_that_comes_in_twice_is_counted_once(room):
    first, again = room.tap("yes", once="tik-1"), room.tap("yes", once="tik-1")
    assert (first.json["hands"], again.json["hands"]) == ({"yes": 1}, {"yes": 1})
    assert room.tap("yes", once="tik-2").json["hands"] == {"yes": 2}


def test_hands_do_not_pass_the_number_of_people(world, sign_in):
    room = Room(world, sign_in, people=2)
    room.tap("yes")
    room.tap("no")
    refused = room.tap("yes")
    assert refused.status_code == 422
    assert "meer handen dan mensen" in refused.json["message"]
    assert refused.json["hands"] == {"yes": 1, "no": 1}
    for code in ("money", "shame"):
        assert [room.tap(code, question="stops").status_code for _hand in range(3)] == [200, 200, 422]
    assert room.tap("unsure", step=-1).json["message"] == "Minder dan nul handen kan niet."


@pytest.mark.parametrize(
    ("answer", "step"),
    [("maybe", "1"), ("yes", "2"), ("yes", "-100"), ("yes", "9" * 50), ("", ""), ("a" * 50_000, "1")],
)
def test_a_tap_that_no_button_makes_changes_nothing(app, room, answer, step):
    assert room.tap(answer, step=step).status_code == 422
    with app.app_context():
        assert room.tally().helps == {}


def test_totals_are_typed_and_refused_beside_the_field_that_is_wrong(app, room):
    opened = values_of(room.client.get(room.at(question="stops")))
    refused = room.client.post(room.at(question="stops"), data=opened | {"hands_money": "13", "hands_shame": "4"})
    assert refused.status_code == 422
    assert 'id="hands_money-error"' in refused.get_data(as_text=True)
    assert values_of(refused)["hands_shame"] == "4"
    for wrong in ("-3", "9" * 50, "veel", "1.5"):
        assert room.client.post(room.at(), data={"hands_yes": wrong}).status_code == 422
    assert room.client.post(room.at(question="stops"), data=opened | {"hands_money": "12"}).status_code == 302
    with app.app_context():
        assert room.tally().stops == {"money": 12}


def test_who_types_totals_over_counted_hands_is_told_and_keeps_both(app, room):
    opened = values_of(room.client.get(room.at()))
    room.tap("yes")
    late = room.client.post(room.at(), data=opened | {"hands_yes": "4", "hands_no": "2"})
    assert late.status_code == 409
    told = values_of(late)
    assert (told["hands_yes"], told["hands_no"]) == ("4", "2")
    assert room.client.post(room.at(), data=told).status_code == 302
    with app.app_context():
        assert room.tally().helps == {Helps.YES: 4, Helps.NO: 2}


def test_a_sitting_that_is_done_counts_no_more_until_somebody_goes_on(app, room):
    room.tap("yes")
    assert room.client.post(f"{room.page}/finish").status_code == 302
    assert room.tap("yes").status_code == 422
    room.client.post(f"{room.page}/resume")
    assert room.tap("yes").json["hands"] == {"yes": 2}


def test_a_sitting_that_is_taken_back_no_longer_counts(app, room):
    room.tap("yes")
    room.client.post(f"{room.page}/withdraw")
    assert room.client.get(room.page).status_code == 404
    with app.app_context():
        assert room.tally().helps == {}


def test_a_group_does_not_become_smaller_than_what_was_counted(room):
    for _hand in range(3):
        room.tap("yes")
    opened = values_of(room.client.get(f"{room.page}/edit"))
    assert room.client.post(f"{room.page}/edit", data=opened | {"people": "2"}).status_code == 422
    assert room.client.post(f"{room.page}/edit", data=opened | {"people": "3"}).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [
        {"people": "0"},
        {"people": "501"},
        {"people": "-3"},
        {"people": "9" * 60},
        {"people": ""},
        {"held_on": "2999-01-01"},
        {"held_on": "morgen"},
        {"place": "a" * 50_000},
        {"place": "bij an@example.org"},
    ],
)
def test_a_sitting_that_cannot_be_is_refused(app, room, wrong):
    assert room.start(**wrong).status_code == 422
    with app.app_context():
        assert db.session.query(ReviewSitting).count() == 1


def test_screens_that_do_not_exist_are_not_there(room):
    for page in ("0/helps", "4/helps", "1/money", "1/HELPS"):
        assert room.client.get(f"{room.page}/{page}").status_code == 404
    assert room.client.get(f"{room.here}/sittings/99").status_code == 404


def test_only_what_the_round_asks_is_shown_and_counted(world, sign_in):
    room = Room(world, sign_in, questions=["fair"])
    assert room.client.get(room.at(question="fair")).status_code == 200
    assert room.client.get(room.at(question="helps")).status_code == 404
    assert room.tap("yes", question="helps").status_code == 404


def test_partners_count_and_others_do_not(world, room, sign_in):
    partner = sign_in(world.account(room.network, Role.PARTNER, world.partner(room.network)))
    assert partner.get(room.at()).status_code == 200
    assert sign_in(world.account(room.network, Role.EXPERT)).get(room.at()).status_code == 403
    stranger = sign_in(world.coordinator(world.network("Mechelen", nis="12025")))
    assert stranger.get(room.page.replace("heist", "mechelen")).status_code == 404
    assert stranger.post(f"{room.at()}/hands".replace("heist", "mechelen"), data={"answer": "yes"}).status_code == 404


def test_facilitators_who_tap_at_the_same_moment_are_all_counted_up_to_the_last_person(app, world, sign_in):
    room = Room(world, sign_in, people=7)
    with room.client.session_transaction() as held:
        session = dict(held)
    gate, statuses = Barrier(4), []

    def tap(answer: str) -> None:
        client = FlaskClient(app, app.response_class)  # the watchful one listens to every thread
        with client.session_transaction() as own:
            own.update(session)
        gate.wait(20)
        for _hand in range(3):
            sent = client.post(f"{room.at()}/hands", data={"answer": answer, "step": "1"}, headers=JSON)
            statuses.append(sent.status_code)

    threads = [Thread(target=tap, args=(answer,)) for answer in ("yes", "yes", "no", "partly")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(statuses) == [200] * 7 + [422] * 5
    with app.app_context():
        assert sum(one.hands for one in db.session.query(HandCount)) == 7


def test_pages_take_a_fixed_number_of_statements(room, counting_statements):
    for answer in ("money", "shame", "time"):
        room.tap(answer, question="stops")
    for page in (room.at(question="stops"), room.page, f"{room.here}/type-in", room.here):
        with counting_statements() as statements:
            room.client.get(page)
        assert len(statements) <= 12, (page, len(statements))
