"""The calendar of one person, read by a parser that did not write it: moved, cancelled, and finished work."""

from __future__ import annotations

from datetime import timedelta

import vobject

from portal.extensions import db
from portal.meetings.models import Meeting, Task
from portal.meetings.operations import meetings, minutes
from portal.meetings.operations.meetings import CALENDAR_FIELDS
from tests.integration.meetings.test_arrangements import feed_of


def events_of(answer) -> dict[str, vobject.base.Component]:
    return {one.summary.value: one for one in vobject.readOne(answer.text).vevent_list}


def moved_by_a_day(held: Meeting) -> None:
    values = {name: getattr(held, name) for name in (*CALENDAR_FIELDS, "place_kind", "chair", "series", "group")}
    day = timedelta(days=1)
    values |= {"starts_at": held.starts_at + day, "ends_at": held.ends_at + day}
    meetings.edit_meeting(held, version=None, **values)


def test_a_meeting_that_moves_and_then_is_cancelled_stays_the_same_event(app, table, client, world):
    link, answer = feed_of(app, client, table.worker)
    first = events_of(answer)["Netwerkoverleg"]
    with world.saving():
        moved_by_a_day(db.session.get_one(Meeting, table.meeting_id))
    with world.saving():
        meetings.cancel_meeting(db.session.get_one(Meeting, table.meeting_id))
    last = events_of(client.get(link))["Netwerkoverleg"]
    assert last.uid.value == first.uid.value
    assert (int(first.sequence.value), int(last.sequence.value)) == (0, 2)
    assert last.status.value == "CANCELLED"
    assert last.dtstart.value - first.dtstart.value == timedelta(days=1)
    assert [alarm.trigger.value for alarm in first.valarm_list] == [timedelta(days=-1), timedelta(hours=-1)]
    assert "valarm" not in last.contents


def test_every_event_has_an_identity_of_its_own_that_stays(app, table, client):
    link, answer = feed_of(app, client, table.coordinator)
    events = vobject.readOne(answer.text).vevent_list
    known = [one.uid.value for one in events]
    assert len(known) == len(set(known))
    assert [one.uid.value for one in vobject.readOne(client.get(link).text).vevent_list] == known
    assert all(one.dtstart.value < one.dtend.value for one in events)


def test_a_task_that_is_done_leaves_the_calendar(app, table, client, world):
    table.coordinator.post(
        table.at("/tasks/add"), data={"title": "Bel", "partner_id": table.partner.id, "due_on": "2099-04-01"}
    )
    link, answer = feed_of(app, client, table.worker)
    task = events_of(answer)["Taak: Bel"]
    assert task.valarm.trigger.value == timedelta(hours=-15)
    with world.saving():
        minutes.finish_task(db.session.query(Task).one(), at=db.session.query(Meeting).first().starts_at)
    assert "Taak: Bel" not in events_of(client.get(link))


def test_a_feed_travels_as_a_calendar_that_no_page_keeps(app, table, client):
    _link, answer = feed_of(app, client, table.worker)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "Set-Cookie" not in answer.headers
