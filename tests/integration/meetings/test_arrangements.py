"""Series and what comes back, polls without signing in, groups, contacts, calendars, digests and reminders."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import vobject

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.meetings.models import ContactMoment, DatePoll, Meeting, MeetingGroup, MeetingSeries, PollVoter
from portal.meetings.operations import minutes
from portal.meetings.operations.meetings import edit_meeting
from portal.meetings.types import GroupKind, PollStatus
from portal.network.models import Network
from tests.factories.meetings import held_meetings, plan
from tests.factories.post_office import open_office
from tests.forms import values_of
from tests.integration.meetings.conftest import LINK, link_in
from tests.pages import text_of

FORM = {"title": "Reeks", "agenda_template": "Verslag | 10\nVaria", "place_kind": "at-association"}
WHEN = {"on": "2099-06-01", "begins": "14:00", "ends": "16:00", "place_kind": "elsewhere", "title": "Overleg"}


def test_what_is_open_comes_back_on_the_next_agenda_with_the_previous_minutes_one_tap_away(app, table, world):
    with world.saving():
        network = db.session.get_one(Network, table.network.id)
        ids = held_meetings(network, table.partner.id)
    data = WHEN | {"on": "2025-06-01", "series_id": ids["series_id"]}
    answer = table.coordinator.post(table.at("/meetings/plan"), data=data)
    page = table.coordinator.get(answer.location)
    shown, html = text_of(page), page.get_data(as_text=True)
    assert html.count('agenda__title">Verslag vorige keer') == 1
    assert "Punt 1 van vorige keer" in shown
    assert "We doen 1" in shown
    assert "Taak 1" in shown
    assert f"/meetings/{ids['meeting_id']}/minutes" in html
    series = text_of(table.worker.get(table.at(f"/series/{ids['series_id']}")))
    assert "We doen 1" in series


def test_a_series_has_a_name_of_its_own(app, table):
    assert table.coordinator.post(table.at("/series/add"), data=FORM).status_code == 302
    assert table.coordinator.post(table.at("/series/add"), data=FORM | {"title": "reeks"}).status_code == 422
    with app.app_context():
        key = db.session.query(MeetingSeries).one().id
    assert table.coordinator.post(table.at(f"/series/{key}/edit"), data=FORM | {"chair": "Els"}).status_code == 302


def ask(app, table):
    data = {"title": "Wanneer?", "place_kind": "elsewhere", "addresses": ["ann@example.org", "piet@example.org"]}
    for number, day in enumerate(("2099-06-02", "2099-06-09"), 1):
        data |= {f"on_{number}": day, f"begins_{number}": "14:00", f"ends_{number}": "16:00"}
    with open_office(app) as office:
        answer = table.coordinator.post(table.at("/polls/add"), data=data)
    assert answer.status_code == 302, text_of(answer)
    return answer.location, {mail["To"]: link_in(mail) for mail in office.taken}


def test_a_poll_is_answered_without_signing_in_and_its_choice_becomes_a_meeting(app, table, client):
    page, links = ask(app, table)
    with app.app_context():
        first, second = [date.id for date in db.session.query(DatePoll).one().dates]
    yes = {f"date_{first}": "answer-no", f"date_{second}": "answer-yes"}
    assert client.get(links["ann@example.org"]).status_code == 200
    assert client.post(links["ann@example.org"], data={f"date_{first}": "answer-yes"}).status_code == 422
    assert client.post(links["ann@example.org"], data=yes).status_code == 302
    assert "past het best" in text_of(table.coordinator.get(page))
    with open_office(app) as office:
        answer = table.coordinator.post(f"{page}/choose", data={"date": second})
    assert "9 juni 2099" in text_of(table.coordinator.get(answer.location))
    assert sorted(mail["To"] for mail in office.taken) == ["ann@example.org", "piet@example.org"]
    with app.app_context():
        assert db.session.query(DatePoll).one().status is PollStatus.CHOSEN
    assert client.post(links["ann@example.org"], data=yes).status_code == 422
    assert table.coordinator.post(f"{page}/choose", data={"date": second}).status_code == 422
    assert table.coordinator.post(f"{page}/choose", data={"date": "x"}).status_code == 400


def test_the_link_of_a_poll_is_hashed_and_stops_when_withdrawn(app, table, client, world):
    page, links = ask(app, table)
    link = links["ann@example.org"]
    with world.saving():
        voter = db.session.query(PollVoter).filter_by(email="ann@example.org").one()
        assert voter.token_hash not in link
        voter.revoked_at = now()
    assert client.get(link).status_code == 410
    assert table.coordinator.post(f"{page}/withdraw").status_code == 302
    assert "afgesloten" in text_of(client.get(links["piet@example.org"]))


def test_one_date_or_a_day_without_hours_is_refused_beside_its_field(table):
    data = {"title": "Wanneer?", "place_kind": "elsewhere", "addresses": ["ann@example.org"], "on_1": "2099-06-02"}
    assert "Vul een uur in" in text_of(table.coordinator.post(table.at("/polls/add"), data=data))
    one = data | {"begins_1": "14:00", "ends_1": "16:00"}
    refused = table.coordinator.post(table.at("/polls/add"), data=one)
    assert refused.status_code == 422
    assert "minstens twee datums" in text_of(refused)


def test_a_group_has_one_chair_and_outside_actors(app, table):
    table.coordinator.post(table.at("/groups/add"), data={"name": "Forum", "kind": "forum"})
    with app.app_context():
        key = db.session.query(MeetingGroup).one().id
    add = table.at(f"/groups/{key}/members/add")
    assert table.coordinator.post(add, data={"role": "group-chair"}).status_code == 422
    table.coordinator.post(add, data={"role": "group-chair", "partner_id": table.partner.id})
    table.coordinator.post(add, data={"role": "group-chair", "name": "Uit De Marge"})
    table.coordinator.post(add, data={"role": "outside-actor", "name": "CLB", "email": "clb@example.org"})
    with app.app_context():
        group = db.session.get_one(MeetingGroup, key)
        assert group.kind is GroupKind.FORUM
        assert [member.role.value for member in group.members] == ["group-member", "group-chair", "outside-actor"]
    assert "clb@example.org" not in text_of(table.worker.get(table.at(f"/groups/{key}")))


def test_a_contact_is_four_fields_and_a_double_tap_saves_once(app, table):
    opened = table.worker.get(table.at("/informal-contacts/note"))
    page = opened.get_data(as_text=True)
    seen = page.split('<form class="form"')[1].split("<details")[0]
    assert seen.count('class="field__input') + seen.count("<textarea") + seen.count('type="date"') >= 3
    told = {"with_whom": "Buurtwerk", "about": "Kampen", "outcome": "Te duur", "on": "2026-01-05"}
    data = values_of(opened) | told
    for _tap in range(2):
        assert table.worker.post(table.at("/informal-contacts/note"), data=data).status_code == 302
    with app.app_context():
        moment = db.session.query(ContactMoment).one()
    assert "Te duur" in text_of(table.coordinator.get(table.at("/informal-contacts")))
    edit = table.at(f"/informal-contacts/{moment.id}/edit")
    data = values_of(table.worker.get(edit)) | {"outcome": "Veel te duur"}
    assert table.worker.post(edit, data=data).status_code == 302
    assert table.worker.post(table.at(f"/informal-contacts/{moment.id}/withdraw")).status_code == 302
    assert "duur" not in text_of(table.coordinator.get(table.at("/informal-contacts")))


@pytest.mark.parametrize(
    "wrong", [{"on": "2099-01-01"}, {"on": "x"}, {"with_whom": ""}, {"with_whom": "x" * 201}, {"action_id": "999999"}]
)
def test_a_wrong_contact_is_refused_with_what_was_typed(table, wrong):
    data = {"with_whom": "Buurtwerk", "about": "🙂 " * 100, "on": "2026-01-05"} | wrong
    assert table.worker.post(table.at("/informal-contacts/note"), data=data).status_code == 422


def test_the_front_page_leads_to_the_next_meeting_to_promises_and_to_a_contact_in_two_taps(app, table):
    table.coordinator.post(table.at("/tasks/add"), data={"title": "Bel", "partner_id": table.partner.id})
    page = table.worker.get(table.at())
    assert "Netwerkoverleg" in text_of(page)
    assert "1 taak staat nog open , waarvan 1 van jou of je organisatie" in text_of(page)
    assert table.at("/informal-contacts/note") in page.get_data(as_text=True)


def test_two_colleagues_each_see_their_own_tasks_on_the_front_page(table, world, sign_in):
    colleague = world.account(table.network, Role.PARTNER, table.partner)
    table.coordinator.post(table.at("/tasks/add"), data={"title": "Bel", "account_id": colleague.id})
    assert "waarvan" not in text_of(table.worker.get(table.at()))
    assert "waarvan 1 van jou" in text_of(sign_in(colleague).get(table.at()))


def feed_of(app, client, signed_in):
    page = signed_in.post("/account/calendar").get_data(as_text=True)
    link = LINK.search(page.replace("</code>", " "))[1]
    return link, client.get(link)


def test_a_calendar_holds_meetings_tasks_and_deadlines_and_a_move_keeps_the_identity(app, table, client, world):
    table.coordinator.post(
        table.at("/tasks/add"), data={"title": "Bel", "partner_id": table.partner.id, "due_on": "2099-04-01"}
    )
    link, answer = feed_of(app, client, table.worker)
    assert answer.mimetype == "text/calendar"
    events = {one.summary.value: one for one in vobject.readOne(answer.text).vevent_list}
    meeting, task = events["Netwerkoverleg"], events["Taak: Bel"]
    assert task.dtstart.value == date(2099, 4, 1)
    assert len(meeting.valarm_list) == 2
    deadlines = [name for name in events if name.startswith("Heist: ")]
    assert deadlines
    assert all(events[name].valarm_list for name in deadlines)
    with world.saving():
        held = db.session.get_one(Meeting, table.meeting_id)
        edit_meeting(
            held,
            version=None,
            title=held.title,
            starts_at=held.starts_at + timedelta(days=1),
            ends_at=held.ends_at + timedelta(days=1),
            place=held.place,
            place_kind=held.place_kind,
            chair="",
            series=None,
            group=None,
        )
    [moved] = [
        one for one in vobject.readOne(client.get(link).text).vevent_list if one.summary.value == "Netwerkoverleg"
    ]
    assert moved.uid.value == meeting.uid.value
    assert int(moved.sequence.value) == 1
    assert moved.dtstart.value - meeting.dtstart.value == timedelta(days=1)


def test_an_expert_gets_no_deadlines_of_the_money(app, table, client, world, sign_in):
    expert = sign_in(world.account(table.network, Role.EXPERT))
    _link, answer = feed_of(app, client, expert)
    assert [one.summary.value for one in vobject.readOne(answer.text).vevent_list] == ["Netwerkoverleg"]


def test_a_new_calendar_address_voids_the_old_and_a_revoked_one_gives_nothing(app, table, client):
    old, _answer = feed_of(app, client, table.worker)
    new, answer = feed_of(app, client, table.worker)
    assert (client.get(old).status_code, answer.status_code) == (404, 200)
    assert table.coordinator.post("/account/calendar/2/revoke").status_code == 404
    table.worker.post("/account/calendar/2/revoke")
    assert client.get(new).status_code == 404


def test_the_weekly_mail_tells_what_was_promised_and_stops_with_one_click(app, table, client):
    table.coordinator.post(table.at("/tasks/add"), data={"title": "Bel de club", "partner_id": table.partner.id})
    run = app.test_cli_runner().invoke
    assert "1 digests" in run(args=["send-digests"]).output
    assert "0 digests" in run(args=["send-digests"]).output
    with open_office(app) as office:
        run(args=["send-mail"])
    [mail] = office.taken
    assert mail["To"] == "piet@example.org"
    assert "Bel de club" in mail.get_content()
    stop = mail["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert client.get(stop).status_code == 200
    assert client.post(stop, data={"List-Unsubscribe": "One-Click"}).status_code == 204
    assert "0 digests" in run(args=["send-digests", "--again"]).output
    table.worker.post("/account/calendar/digest", data={"status": "on"})
    assert "1 digests" in run(args=["send-digests", "--again"]).output


def test_the_organiser_is_asked_for_the_report_until_it_is_approved(app, table, world):
    with world.saving():
        network = db.session.get_one(Network, table.network.id)
        organiser = db.session.get_one(Meeting, table.meeting_id).organiser_id
        held = plan(network, "Vorige week", now() - timedelta(days=4), organiser_id=organiser)
        minutes.decide(held, text="Iets")
        key = held.id
    run = app.test_cli_runner().invoke
    assert "1 reminders" in run(args=["remind-organisers"]).output
    assert "0 reminders" in run(args=["remind-organisers"]).output
    with open_office(app) as office:
        run(args=["send-mail"])
    [mail] = office.taken
    assert mail["To"] == "jan@example.org"
    assert f"/meetings/{key}/write" in mail.get_content()
    with world.saving():
        db.session.get_one(Meeting, key).reminded_at = datetime(2020, 1, 1, tzinfo=UTC)
        db.session.get_one(Meeting, key).reminders = 0
    table.coordinator.post(table.at(f"/meetings/{key}/minutes/move"), data={"status": "minutes-approved"})
    assert "0 reminders" in run(args=["remind-organisers"]).output


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends": "13:00"},
        {"begins": "straks"},
        {"on": "31/2/2099"},
        {"title": ""},
        {"title": "x" * 201},
        {"place_kind": "maan"},
        {"series_id": "9999"},
    ],
)
def test_a_wrong_meeting_is_refused_beside_its_field(table, wrong):
    assert table.coordinator.post(table.at("/meetings/plan"), data=WHEN | wrong).status_code == 422


def test_a_meeting_after_midnight_ends_the_next_day(app, table):
    table.coordinator.post(table.at("/meetings/plan"), data=WHEN | {"begins": "20:00", "ends": "00:30"})
    with app.app_context():
        meeting = db.session.query(Meeting).filter_by(title="Overleg").one()
        assert meeting.ends_at - meeting.starts_at == timedelta(hours=4, minutes=30)


def test_two_coordinators_at_the_same_meeting_see_each_other(table):
    opened = values_of(table.coordinator.get(table.meeting("/edit")))
    first = table.coordinator.post(table.meeting("/edit"), data=opened | WHEN | {"title": "Eerste"})
    assert first.status_code == 302
    late = table.coordinator.post(table.meeting("/edit"), data=opened | WHEN | {"title": "Tweede"})
    assert late.status_code == 409
    assert "Eerste" in text_of(late)
    assert 'value="Tweede"' in late.get_data(as_text=True)


def test_points_of_the_agenda_are_added_changed_and_moved(table, over, now_meeting):
    at = table.at(f"/meetings/{over}/agenda")
    assert table.worker.post(f"{at}/add", data={"title": "Varia", "minutes": "10"}).status_code == 302
    first, _second, third = now_meeting(over).items
    assert table.worker.post(f"{at}/{third.id}/shift", data={"direction": "up"}).status_code == 302
    assert [one.title for one in now_meeting(over).items] == ["Kaart", "Varia", "Kampen"]
    edit = f"{at}/{first.id}/edit"
    dropped = values_of(table.worker.get(edit)) | {"is_dropped": "y"}
    assert table.worker.post(edit, data=dropped).status_code == 302
    assert "Kaart" not in text_of(table.worker.get(table.at(f"/meetings/{over}/minutes")))
    assert table.worker.post(f"{at}/add", data={"title": "", "minutes": "veel"}).status_code == 422
