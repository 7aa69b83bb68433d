"""Mail that waits: nothing is lost when the server is down, and the coordinator sees what became of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from portal.extensions import db
from portal.foundation.clock import now
from portal.post import operations, rules
from portal.post.models import OutgoingMail
from portal.post.types import Attachment, Letter, MailStatus
from tests.factories.post_office import open_office
from tests.pages import text_of


def queued(app, to="ann@example.org", network_id=None, **values) -> int:
    with app.app_context():
        mail = operations.queue_letter(Letter(to, "Onderwerp", "Tekst"), network_id=network_id, **values)
        db.session.commit()
        return mail.id


def state(app, key) -> OutgoingMail:
    with app.app_context():
        return db.session.get_one(OutgoingMail, key)


def make_due(app, key):
    with app.app_context():
        db.session.get_one(OutgoingMail, key).next_attempt_at = now() - timedelta(seconds=1)
        db.session.commit()


def send_mail(app) -> str:
    return app.test_cli_runner().invoke(args=["send-mail"]).output


def test_what_is_queued_is_sent_once_and_its_text_goes(app):
    key = queued(app)
    with open_office(app) as office:
        assert "1 of 1" in send_mail(app)
        assert "0 of 0" in send_mail(app)
    assert len(office.taken) == 1
    mail = state(app, key)
    assert (mail.status, mail.text, mail.last_error) == (MailStatus.SENT, "", "")


def test_a_server_that_is_down_makes_mail_wait_longer_and_longer(app):
    app.config["MAIL_URL"] = "smtp://localhost:1"
    key = queued(app)
    waits = []
    for _attempt in rules.WAITS:
        make_due(app, key)
        send_mail(app)
        mail = state(app, key)
        assert mail.status is MailStatus.WAITING
        waits.append(mail.next_attempt_at - now())
    assert waits == sorted(waits)
    assert mail.text == "Tekst"
    make_due(app, key)
    send_mail(app)
    assert state(app, key).status is MailStatus.FAILED
    assert state(app, key).text == "Tekst"


def test_mail_is_not_tried_before_its_turn(app):
    app.config["MAIL_URL"] = "smtp://localhost:1"
    queued(app)
    send_mail(app)
    with open_office(app) as office:
        assert "0 of 0" in send_mail(app)
    assert office.taken == []


def test_an_address_that_does_not_exist_fails_at_once_and_does_not_hold_up_the_others(app):
    gone, later, good = queued(app, "weg@example.org"), queued(app, "later@example.org"), queued(app)
    with open_office(app) as office:
        send_mail(app)
    assert [mail["To"] for mail in office.taken] == ["ann@example.org"]
    assert state(app, gone).status is MailStatus.FAILED
    assert "550" in state(app, gone).last_error
    assert state(app, later).status is MailStatus.WAITING
    assert state(app, good).status is MailStatus.SENT


def test_a_mail_whose_link_is_too_old_is_not_sent(app):
    key = queued(app, expires_at=now() - timedelta(minutes=1))
    with open_office(app) as office:
        send_mail(app)
    assert office.taken == []
    mail = state(app, key)
    assert (mail.status, mail.last_error, mail.text) == (MailStatus.FAILED, "expired", "")


def test_two_at_work_do_not_send_the_same_mail(app):
    key = queued(app)
    with app.app_context():
        db.session.get_one(OutgoingMail, key).claimed_until = now() + timedelta(minutes=1)
        db.session.commit()
    with open_office(app) as office, app.app_context():
        assert operations.send_mails([key]) == 0
    assert office.taken == []


def test_the_identity_of_a_mail_stays_when_it_is_tried_again(app):
    app.config["MAIL_URL"] = "smtp://localhost:1"
    key = queued(app)
    send_mail(app)
    known = state(app, key).message_id
    make_due(app, key)
    with open_office(app) as office:
        send_mail(app)
    assert office.taken[0]["Message-ID"] == known


def test_the_coordinator_sees_what_failed_and_sends_it_again(app, table):
    app.config["MAIL_URL"] = "smtp://localhost:1"
    queued(app, "weg@example.org", table.network.id)
    again = queued(app, network_id=table.network.id)
    with open_office(app):
        operations_seen = send_mail(app)
    assert "1 of 2" in operations_seen
    shown = text_of(table.coordinator.get(table.at("/mail")))
    assert "w…@example.org" in shown
    assert "weg@example.org" not in shown
    assert "mislukt" in shown
    assert "550" in shown
    assert state(app, again).status is MailStatus.SENT
    assert table.worker.get(table.at("/mail")).status_code == 403


def test_a_file_travels_with_its_mail(app):
    with app.app_context():
        operations.queue_letter(Letter("ann@example.org", "x", "y", Attachment("a.pdf", "application/pdf", b"%PDF-1")))
        db.session.commit()
    with open_office(app) as office:
        send_mail(app)
    [file] = list(office.taken[0].iter_attachments())
    assert (file.get_filename(), file.get_content()) == ("a.pdf", b"%PDF-1")


@pytest.mark.parametrize("subject", ["Dag\r\nBcc: kwaad@example.org", "x" * 2000, "🙂 é"])
def test_a_subject_cannot_add_a_header(app, subject):
    with app.app_context():
        operations.queue_letter(Letter("ann@example.org", subject, "y"))
        db.session.commit()
    with open_office(app) as office:
        send_mail(app)
    assert office.taken[0]["Bcc"] is None
