"""The mail server is down: what goes out with the work is queued, seen, tried again, and nothing is lost."""

from __future__ import annotations

import pytest
import vobject

from portal.extensions import db
from portal.meetings.operations import invitations, meetings
from portal.meetings.types import Addressee
from portal.post.models import OutgoingMail
from portal.post.operations import queue_letter
from portal.post.types import Letter, MailStatus
from tests.factories.meetings import SOON
from tests.factories.post_office import open_office
from tests.forms import values_of
from tests.integration.meetings.test_mail_queue import make_due, send_mail, state
from tests.pages import text_of

DOWN = "smtp://localhost:1"


def invite(table) -> None:
    table.coordinator.post(table.meeting("/invite"), data={"others": "gast@example.org"})


def ask_dates(table) -> None:
    data = {"title": "Wanneer?", "addresses": "ann@example.org", "place_kind": "elsewhere"}
    for number in (1, 2):
        data |= {f"on_{number}": f"2099-01-0{number}", f"begins_{number}": "10:00", f"ends_{number}": "12:00"}
    table.coordinator.post(table.at("/polls/add"), data=data)


WORK = {"invitation": (invite, "Uitnodiging: Netwerkoverleg"), "poll": (ask_dates, "Wanneer kan je? Wanneer?")}


def waiting(app) -> list[OutgoingMail]:
    with app.app_context():
        return db.session.query(OutgoingMail).order_by(OutgoingMail.id).all()


@pytest.mark.parametrize("name", list(WORK))
def test_what_is_sent_while_the_server_is_down_waits_shows_and_arrives_later(app, table, name):
    app.config["MAIL_URL"] = DOWN
    work, subject = WORK[name]
    work(table)
    [mail] = waiting(app)
    assert (mail.status, mail.subject) == (MailStatus.WAITING, subject)
    assert mail.attempts == 1
    shown = text_of(table.coordinator.get(table.at("/mail?stand=stuck")))
    assert subject in shown
    assert "1 mail is nog niet verstuurd" in text_of(table.coordinator.get(table.at("/meetings")))
    make_due(app, mail.id)
    with open_office(app) as office:
        send_mail(app)
    assert [str(one["Subject"]) for one in office.taken] == [subject]
    assert "nog niet verstuurd" not in text_of(table.coordinator.get(table.at("/meetings")))


def test_minutes_sent_while_the_server_is_down_arrive_later_with_their_paper(app, table, over, world, now_meeting):
    with world.saving():
        held = db.session.merge(now_meeting(over))
        held.items[0].note = "Kampen zijn duur."
        held.ends_at = SOON
        invitations.invite(held, addressees=[Addressee("ann@example.org", "Ann")], at=held.starts_at)
        held.ends_at = held.starts_at.replace(hour=23)
    app.config["MAIL_URL"] = DOWN
    assert table.coordinator.post(table.at(f"/meetings/{over}/minutes/send")).status_code == 302
    [mail] = waiting(app)
    assert mail.status is MailStatus.WAITING
    with open_office(app) as office:
        table.coordinator.post(table.at("/mail/again"))
    [letter] = office.taken
    assert "Kampen zijn duur." in letter.get_body(("plain",)).get_content()
    [paper] = list(letter.iter_attachments())
    assert paper.get_content().startswith(b"%PDF-")
    assert state(app, mail.id).status is MailStatus.SENT


def test_the_weekly_mail_waits_too_and_the_administrator_sees_and_sends_it(app, table, world, sign_in):
    app.config["MAIL_URL"] = DOWN
    table.coordinator.post(table.at("/tasks/add"), data={"title": "Bel", "partner_id": table.partner.id})
    app.test_cli_runner().invoke(args=["send-digests"])
    send_mail(app)
    admin = sign_in(world.account(is_administrator=True))
    page = text_of(admin.get("/installation/mail?stand=waiting"))
    assert "Je week in het netwerk" in page
    assert "p…@example.org" in page
    assert "piet@example.org" not in page
    for client in (table.coordinator, table.worker):
        assert client.get("/installation/mail").status_code == 403
        assert client.post("/installation/mail/again").status_code == 403
    with open_office(app) as office:
        assert admin.post("/installation/mail/again").status_code == 302
    assert "piet@example.org" in {str(one["To"]) for one in office.taken}
    assert {mail.status for mail in waiting(app)} == {MailStatus.SENT}


def test_nobody_tries_mail_of_another_network_again(app, table, world):
    elsewhere = world.network("Mechelen", nis="12025")
    with app.app_context():
        keys = [queue_letter(Letter("x@example.org", "x", "y"), network_id=one).id for one in (elsewhere.id, None)]
        db.session.commit()
    for key in keys:
        assert table.coordinator.post(table.at(f"/mail/{key}/again")).status_code == 404
    with open_office(app) as office:
        table.coordinator.post(table.at("/mail/again"))
    assert office.taken == []


def test_what_the_server_says_shows_no_address(app, table):
    with app.app_context():
        mail = queue_letter(Letter("ann@example.org", "x", "y"), network_id=table.network.id)
        mail.status, mail.last_error = MailStatus.FAILED, "550 <ann@example.org> unknown"
        db.session.commit()
    page = table.coordinator.get(table.at("/mail?stand=failed")).get_data(as_text=True)
    assert "ann@example.org" not in page
    assert "550" in page


def calendar_of(mail):
    [part] = [one for one in mail.walk() if one.get_content_type() == "text/calendar"]
    return vobject.readOne(part.get_content())


def test_a_meeting_that_moves_and_is_cancelled_keeps_its_identity_in_every_mail(app, table, world):
    with open_office(app) as office:
        invite(table)
        with world.saving():
            meetings.add_item(db.session.get_one(meetings.Meeting, table.meeting_id), title="Kaart")
        form = table.meeting("/edit")
        table.coordinator.post(form, data=values_of(table.coordinator.get(form)) | {"on": "06/05/2099"})
        table.coordinator.post(table.meeting("/cancel"))
    first, moved, cancelled = [calendar_of(mail) for mail in office.taken]
    assert {one.vevent.uid.value for one in (first, moved, cancelled)} == {first.vevent.uid.value}
    assert [int(one.vevent.sequence.value) for one in (first, moved, cancelled)] == [0, 1, 2]
    assert [one.method.value for one in (first, moved, cancelled)] == ["REQUEST", "REQUEST", "CANCEL"]
    assert cancelled.vevent.status.value == "CANCELLED"
    assert (moved.vevent.dtstart.value - first.vevent.dtstart.value).days == 1
