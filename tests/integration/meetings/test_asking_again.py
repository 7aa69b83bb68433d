"""Asking again who did not answer, and links that are taken back: polls and invitations."""

from __future__ import annotations

from datetime import timedelta

import pytest

from portal.extensions import db
from portal.foundation.clock import now
from portal.meetings.models import DatePoll, Invitee, PollVoter
from portal.meetings.operations import invitations, polls
from portal.meetings.types import Addressee, Answer
from tests.factories.meetings import SOON
from tests.factories.post_office import open_office
from tests.integration.meetings.conftest import link_in
from tests.pages import text_of

PEOPLE = (Addressee("ann@example.org", "Ann"), Addressee("bob@example.org", "Bob"))


@pytest.fixture
def poll(world, table) -> int:
    """A poll of an hour ago: Ann answered, Bob did not."""
    with world.saving():
        asked = polls.start_poll(
            table.network.id,
            title="Wanneer?",
            dates=[(SOON + timedelta(days=day), SOON + timedelta(days=day, hours=2)) for day in (0, 1)],
        )
        [(ann, _link), _bob] = polls.ask_voters(asked, addressees=PEOPLE, at=now() - timedelta(hours=1))
        polls.answer_poll(ann, answers={date.id: Answer.YES for date in asked.dates}, at=now())
        return asked.id


def voter_of(app, email) -> PollVoter:
    with app.app_context():
        return db.session.query(PollVoter).filter_by(email=email).one()


def test_only_who_did_not_answer_is_asked_again_and_a_double_tap_asks_once(app, table, poll, client):
    again = table.at(f"/polls/{poll}/remind")
    with open_office(app) as office:
        assert table.coordinator.post(again).status_code == 302
        refused = table.coordinator.post(again)
        assert refused.status_code == 422
        assert "Wacht tien minuten" in text_of(refused)
    [mail] = office.taken
    assert mail["To"] == "bob@example.org"
    assert mail["Subject"].startswith("Herinnering")
    assert "Je antwoordde nog niet" in mail.get_body(("plain",)).get_content()
    page = client.get(link_in(mail))
    assert "Wanneer?" in text_of(page)


def test_when_everybody_answered_nobody_is_asked(app, table, poll, world):
    with world.saving():
        held = db.session.get_one(DatePoll, poll)
        for voter in held.voters:
            polls.answer_poll(voter, answers={date.id: Answer.NO for date in held.dates}, at=now())
    answer = table.coordinator.post(table.at(f"/polls/{poll}/remind"))
    assert answer.status_code == 422
    assert "Iedereen heeft al geantwoord" in text_of(answer)


def test_a_link_taken_back_no_longer_works_and_its_answers_no_longer_count(app, table, poll, client):
    bob = voter_of(app, "bob@example.org")
    with open_office(app) as office:
        table.coordinator.post(table.at(f"/polls/{poll}/voters/{bob.id}/again"))
    link = link_in(office.taken[0])
    assert client.get(link).status_code == 200
    for email in ("ann@example.org", "bob@example.org"):
        key = voter_of(app, email).id
        assert table.coordinator.post(table.at(f"/polls/{poll}/voters/{key}/withdraw")).status_code == 302
    assert client.get(link).status_code == 410
    assert client.post(link).status_code == 410
    page = table.coordinator.get(table.at(f"/polls/{poll}"))
    assert text_of(page).split("Wie antwoordde")[1].count("ingetrokken") == 2
    assert "past het best" not in text_of(page)


def test_who_was_left_out_can_be_asked_again(app, table, poll, client):
    bob = voter_of(app, "bob@example.org")
    table.coordinator.post(table.at(f"/polls/{poll}/voters/{bob.id}/withdraw"))
    with open_office(app) as office:
        table.coordinator.post(table.at(f"/polls/{poll}/voters/{bob.id}/again"))
    assert client.get(link_in(office.taken[0])).status_code == 200


def test_a_closed_poll_asks_nobody(app, table, poll):
    table.coordinator.post(table.at(f"/polls/{poll}/withdraw"))
    bob = voter_of(app, "bob@example.org")
    for path in ("remind", f"voters/{bob.id}/again", f"voters/{bob.id}/withdraw"):
        assert table.coordinator.post(table.at(f"/polls/{poll}/{path}")).status_code == 422


def test_a_voter_of_another_poll_or_for_a_partner_does_not_exist(app, table, poll):
    bob = voter_of(app, "bob@example.org")
    assert table.coordinator.post(table.at(f"/polls/{poll + 1}/voters/{bob.id}/again")).status_code == 404
    assert table.worker.post(table.at(f"/polls/{poll}/remind")).status_code == 403


def test_a_meeting_reminds_who_is_silent_and_takes_links_back(app, table, world, client):
    with world.saving():
        held = db.session.get_one(Invitee.meeting.property.mapper.class_, table.meeting_id)
        [(ann, _link), _bob] = invitations.invite(held, addressees=PEOPLE, at=now() - timedelta(hours=1))
        invitations.answer(ann, answer=Answer.YES, at=now())
    with open_office(app) as office:
        assert table.coordinator.post(table.meeting("/invitees/remind")).status_code == 302
        assert table.coordinator.post(table.meeting("/invitees/remind")).status_code == 422
    [mail] = office.taken
    assert (mail["To"], mail["Subject"]) == ("bob@example.org", "Herinnering: Netwerkoverleg")
    link = link_in(mail)
    with app.app_context():
        bob = db.session.query(Invitee).filter_by(email="bob@example.org").one().id
    assert "Trek in" in text_of(table.coordinator.get(table.meeting()))
    assert table.coordinator.post(table.meeting(f"/invitees/{bob}/withdraw")).status_code == 302
    assert client.get(link).status_code == 410
