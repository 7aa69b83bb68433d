"""Calendars as files (RFC 5545, 5546): an invitation for one person, and the feed of one person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from icalendar import Alarm, Calendar, Component, Event, vCalAddress, vText, vUri

from portal.foundation.clock import BRUSSELS
from portal.meetings.types import CalendarEntry

PRODUCT = "-//Vrijetijdsnetwerk//Portaal//NL"
ZONE = "Europe/Brussels"
# Written out as calendar programs know it; what the library works out lists every year and is an hour off in spring.
BRUSSELS_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def invitation(entry: CalendarEntry, *, organiser: tuple[str, str], attendee: tuple[str, str], at: datetime) -> bytes:
    """One meeting for one person: METHOD:REQUEST, or CANCEL when it does not take place."""
    calendar = _calendar("CANCEL" if entry.is_cancelled else "REQUEST")
    event = _event(entry, at)
    event["organizer"] = _person(*organiser)
    person = _person(*attendee)
    person.params["ROLE"] = vText("REQ-PARTICIPANT")
    person.params["PARTSTAT"] = vText("NEEDS-ACTION")
    person.params["RSVP"] = vText("FALSE")
    event.add("attendee", person)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def feed(entries: Iterable[CalendarEntry], *, name: str, at: datetime) -> bytes:
    """Everything of one person, as a calendar reads it from an address."""
    calendar = _calendar("PUBLISH")
    calendar["x-wr-calname"] = vText(name)
    calendar["x-wr-timezone"] = vText(ZONE)
    calendar.add("refresh-interval", timedelta(hours=4), parameters={"VALUE": "DURATION"})
    calendar["x-published-ttl"] = vText("PT4H")
    for entry in entries:
        calendar.add_component(_event(entry, at))
    return bytes(calendar.to_ical())


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add_component(_zone())
    return calendar


@lru_cache(maxsize=1)
def _zone() -> Component:
    return Component.from_ical(BRUSSELS_ZONE)


def _event(entry: CalendarEntry, at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", (entry.changed_at or at).astimezone(UTC))
    event.add("last-modified", (entry.changed_at or at).astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("summary", entry.title)
    if isinstance(entry.starts, datetime):
        event.add("dtstart", entry.starts.astimezone(BRUSSELS))
        event.add("dtend", (entry.ends or entry.starts).astimezone(BRUSSELS))
        event.add("transp", "OPAQUE")
    else:
        event.add("dtstart", entry.starts)
        event.add("dtend", entry.starts + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    if entry.place:
        event.add("location", entry.place)
    if entry.text:
        event.add("description", entry.text)
    if entry.address:
        event["url"] = vUri(entry.address)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    for minutes in () if entry.is_cancelled else entry.alarms:
        event.add_component(_alarm(entry.title, minutes))
    return event


def _alarm(title: str, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm


def _person(name: str, email: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}")
    if name:
        address.params["CN"] = vText(name.replace('"', "'"))
    return address
