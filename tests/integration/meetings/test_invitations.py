"""Inviting by mail with a calendar part, answering without signing in, and what bad links get."""

from __future__ import annotations

import vobject

from portal.accounts.rules import LINK_MISS_LIMIT
from portal.extensions import db
from portal.meetings.models import Invitee, Meeting
from portal.meetings.operations import groups
from portal.meetings.types import Answer, GroupKind, MeetingStatus, MemberRole
from tests.factories.post_office import open_office
from tests.forms import values_of
from tests.integration.meetings.conftest import link_in
from tests.pages import text_of


def invite(app, table, *emails):
    with open_office(app) as office:
        answer = table.coordinator.post(table.meeting("/invite"), data={"addresses": list(emails)})
        assert answer.status_code == 302, text_of(answer)
    return office.taken


def calendar_of(mail):
    [part] = [one for one in mail.walk() if one.get_content_type() == "text/calendar"]
    [file] = [one for one in mail.walk() if one.get_content_type() == "application/ics"]
    assert file.get_filename() == "overleg.ics"
    assert file.get_payload(decode=True) == part.get_payload(decode=True)
    read = vobject.readOne(part.get_payload(decode=True).decode())
    assert part.get_param("method") == read.method.value
    return read


def test_an_invitation_arrives_with_the_meeting_for_the_calendar(app, table):
    [mail] = invite(app, table, "ann@example.org")
    assert mail["To"] == "ann@example.org"
    assert mail.get_content_type() == "multipart/mixed"
    text = mail.get_body(("plain",)).get_content()
    assert "Netwerkoverleg" in text
    assert "van 14:00 tot 16:00" in text
    calendar = calendar_of(mail)
    assert calendar.method.value == "REQUEST"
    assert calendar.vevent.attendee.value == "mailto:ann@example.org"
    assert calendar.vevent.organizer.value == "mailto:jan@example.org"
    assert calendar.vevent.location.value == "Den Draai"


def test_each_point_of_the_agenda_stands_on_a_line_of_the_mail(app, table):
    for title in ("Kaart", "Kampen"):
        table.coordinator.post(table.meeting("/agenda/add"), data={"title": title, "minutes": "10"})
    [mail] = invite(app, table, "ann@example.org")
    lines = mail.get_body(("plain",)).get_content().splitlines()
    assert lines.index("2. Kampen (10 minuten)") == lines.index("1. Kaart (10 minuten)") + 1


def test_opening_the_link_shows_buttons_and_only_a_button_counts(app, table, client, now_meeting):
    [mail] = invite(app, table, "ann@example.org")
    link = link_in(mail)
    page = client.get(link)
    assert page.status_code == 200
    assert page.get_data(as_text=True).count('name="answer"') == 3
    assert now_meeting(table.meeting_id).invitees[0].answer is None
    assert client.post(link, data={"answer": "answer-yes"}).status_code == 302
    assert now_meeting(table.meeting_id).invitees[0].answer is Answer.YES
    assert "Je antwoord is bewaard: ja" in text_of(client.get(f"{link}?done=1"))
    client.post(link, data={"answer": "answer-maybe"})
    assert now_meeting(table.meeting_id).invitees[0].answer is Answer.MAYBE
    assert "Set-Cookie" not in client.get(link).headers


def test_an_answer_that_is_none_is_refused_on_the_page(app, table, client):
    [mail] = invite(app, table, "ann@example.org")
    for wrong in ("", "answer-perhaps", "🙂" * 1000, "<script>"):
        assert client.post(link_in(mail), data={"answer": wrong}).status_code == 422


def test_secrets_of_invitations_are_stored_hashed_and_go_from_the_queue(app, table):
    [mail] = invite(app, table, "ann@example.org")
    secret = link_in(mail).rsplit("/", 1)[1]
    with app.app_context():
        rows = [
            str(row)
            for name in ("invitee", "outgoing_mail", "change")
            for row in db.session.execute(db.text(f'SELECT * FROM "{name}"'))
        ]
    assert rows
    assert not [row for row in rows if secret in row]


def test_a_moved_meeting_keeps_its_identity_and_asks_again(app, table, client, now_meeting):
    [first] = invite(app, table, "ann@example.org")
    client.post(link_in(first), data={"answer": "answer-yes"})
    opened = values_of(table.coordinator.get(table.meeting("/edit")))
    with open_office(app) as office:
        table.coordinator.post(
            table.meeting("/edit"), data=opened | {"on": "2099-05-06", "begins": "15u", "ends": "17:00"}
        )
    [second] = office.taken
    before, after = calendar_of(first).vevent, calendar_of(second).vevent
    assert after.uid.value == before.uid.value
    assert int(after.sequence.value) == int(before.sequence.value) + 1
    assert after.dtstart.value.hour == 15
    assert now_meeting(table.meeting_id).invitees[0].answer is None
    assert client.get(link_in(first)).status_code == 410
    assert client.get(link_in(second)).status_code == 200


def test_another_chair_is_no_reason_for_mail(app, table, now_meeting):
    invite(app, table, "ann@example.org")
    opened = values_of(table.coordinator.get(table.meeting("/edit")))
    with open_office(app) as office:
        table.coordinator.post(table.meeting("/edit"), data=opened | {"chair": "Els"})
    assert office.taken == []
    assert now_meeting(table.meeting_id).chair == "Els"


def test_a_cancelled_meeting_leaves_the_calendars(app, table, client, now_meeting):
    [first] = invite(app, table, "ann@example.org")
    with open_office(app) as office:
        table.coordinator.post(table.meeting("/cancel"))
    [mail] = office.taken
    calendar = calendar_of(mail)
    assert calendar.method.value == "CANCEL"
    assert calendar.vevent.uid.value == calendar_of(first).vevent.uid.value
    assert int(calendar.vevent.sequence.value) == 1
    assert now_meeting(table.meeting_id).status is MeetingStatus.CANCELLED
    assert "gaat niet door" in text_of(client.get(link_in(first)))
    assert client.post(link_in(first), data={"answer": "answer-yes"}).status_code == 422


def test_a_withdrawn_link_and_one_that_is_too_old_say_so(app, table, client, world):
    [mail] = invite(app, table, "ann@example.org")
    with app.app_context():
        invitee = db.session.query(Invitee).one()
    table.coordinator.post(table.meeting(f"/invitees/{invitee.id}/withdraw"))
    assert client.get(link_in(mail)).status_code == 410
    assert client.post(link_in(mail), data={"answer": "answer-yes"}).status_code == 410
    with world.saving():
        held = db.session.get_one(Invitee, invitee.id)
        held.revoked_at, held.expires_at = None, held.sent_at
    assert client.get(link_in(mail)).status_code == 410


def test_guessing_links_is_slowed_down_and_keeps_nobody_else_from_answering(app, table, client):
    [mail] = invite(app, table, "ann@example.org")
    codes = [client.get(f"/answers/meeting/gok-{number}").status_code for number in range(45)]
    assert codes[0] == 410
    assert codes[-1] == 429
    assert client.get(link_in(mail)).status_code == 200
    assert codes.count(410) == LINK_MISS_LIMIT.times


def test_a_guest_from_outside_is_invited_by_address_and_wrong_addresses_are_named(app, table):
    with open_office(app) as office:
        wrong = table.coordinator.post(table.meeting("/invite"), data={"others": "clb@example.org\ngeen adres"})
        assert wrong.status_code == 422
        assert "Dit is geen e-mailadres: geen adres" in text_of(wrong)
        table.coordinator.post(table.meeting("/invite"), data={"others": "CLB@example.org\nclb@example.org"})
    assert [mail["To"] for mail in office.taken] == ["clb@example.org"]


def test_who_sits_in_the_group_is_ticked_already_and_outsiders_are_not(table, world):
    with world.saving():
        held = db.session.get_one(Meeting, table.meeting_id)
        held.group = groups.form_group(table.network.id, name="Werkgroep", kind=GroupKind.GUIDING)
        groups.seat_member(held.group, role=MemberRole.CHAIR, partner_id=table.partner.id)
        groups.seat_member(held.group, role=MemberRole.OUTSIDE, name="CLB", email="clb@example.org")
    html = table.coordinator.get(table.meeting("/invite")).get_data(as_text=True)
    boxes = [one for one in html.split("<input") if 'name="addresses"' in one]
    ticked = {one.split('value="')[1].split('"')[0] for one in boxes if "checked" in one.split(">")[0]}
    assert ticked == {"ann@example.org", "piet@example.org"}
    assert any("clb@example.org" in one for one in boxes)


def test_nobody_chosen_is_refused(table):
    assert table.coordinator.post(table.meeting("/invite"), data={}).status_code == 422


def test_a_partner_sees_who_comes_but_no_addresses(app, table):
    invite(app, table, "ann@example.org")
    assert "ann@example.org" in text_of(table.coordinator.get(table.meeting()))
    seen = text_of(table.worker.get(table.meeting()))
    assert "Ann" in seen
    assert "ann@example.org" not in seen
