"""Calendars, read back by a parser that we did not write them with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import vobject

from portal.meetings import calendars
from portal.meetings.types import CalendarEntry

AT = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
BEGIN = datetime(2026, 3, 27, 13, 0, tzinfo=UTC)  # winter time: two o'clock in Brussels


def entry(**values) -> CalendarEntry:
    given = {"uid": "abc@vrijetijdsnetwerk", "title": "Overleg; met, tekens é 🙂", "starts": BEGIN} | values
    return CalendarEntry(**{"ends": BEGIN + timedelta(hours=2)} | given)


def invited(**values):
    body = calendars.invitation(
        entry(**values), organiser=('Jan "J", Coördinator', "jan@heist.example"), attendee=("Ann", "ann@x.be"), at=AT
    )
    assert b"\r\n" in body
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    return vobject.readOne(body.decode())


def test_an_invitation_is_a_request_with_organiser_attendee_and_identity():
    calendar = invited(sequence=3, place="Den Draai, zaal 1")
    event = calendar.vevent
    assert calendar.method.value == "REQUEST"
    assert event.uid.value == "abc@vrijetijdsnetwerk"
    assert event.sequence.value == "3"
    assert event.summary.value == "Overleg; met, tekens é 🙂"
    assert event.location.value == "Den Draai, zaal 1"
    assert event.organizer.value == "mailto:jan@heist.example"
    assert event.attendee.value == "mailto:ann@x.be"
    assert event.status.value == "CONFIRMED"
    assert event.dtstamp.value == AT


def test_a_cancelled_meeting_is_sent_as_such():
    calendar = invited(is_cancelled=True, alarms=(60,))
    assert calendar.method.value == "CANCEL"
    assert calendar.vevent.status.value == "CANCELLED"
    assert "valarm" not in calendar.vevent.contents


@pytest.mark.parametrize(
    ("day", "offset"),
    [(date(2026, 3, 28), 1), (date(2026, 3, 30), 2), (date(2026, 10, 24), 2), (date(2026, 10, 26), 1)],
)
def test_the_hour_in_brussels_holds_around_the_change_of_the_clock(day, offset):
    begin = datetime(day.year, day.month, day.day, 14 - offset, 0, tzinfo=UTC)
    calendar = invited(starts=begin, ends=begin + timedelta(hours=1))
    read = calendar.vevent.dtstart.value
    assert (read.hour, read.utcoffset()) == (14, timedelta(hours=offset))
    assert calendar.vevent.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Brussels"]
    assert calendar.vtimezone.tzid.value == "Europe/Brussels"


def test_a_feed_holds_moments_whole_days_and_alarms():
    body = calendars.feed(
        [
            entry(alarms=(1440, 60)),
            CalendarEntry(uid="d", title="Verslag indienen", starts=date(2026, 3, 31), alarms=(900,)),
        ],
        name="Netwerk",
        at=AT,
    )
    calendar = vobject.readOne(body.decode())
    moment, day = calendar.vevent_list
    assert calendar.method.value == "PUBLISH"
    assert [alarm.trigger.value for alarm in moment.valarm_list] == [timedelta(days=-1), timedelta(hours=-1)]
    assert day.dtstart.value == date(2026, 3, 31)
    assert day.dtend.value == date(2026, 4, 1)
    assert day.valarm.trigger.value == timedelta(hours=-15)


def test_a_text_with_line_breaks_cannot_add_a_line_to_the_file():
    calendar = invited(title="Dag\r\nBEGIN:VEVENT\r\nUID:kwaad", place="x\nATTENDEE:mailto:k@w.be")
    assert len(calendar.vevent_list) == 1
    assert len(calendar.vevent.attendee_list) == 1
    assert calendar.vevent.uid.value == "abc@vrijetijdsnetwerk"
