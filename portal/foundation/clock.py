"""The only place that asks the clock: moments in UTC, days in Brussels."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")


def now() -> datetime:
    """This moment, in UTC and with its zone."""
    return datetime.now(UTC)


def today() -> date:
    """The calendar day in Brussels."""
    return now().astimezone(BRUSSELS).date()


def in_brussels(moment: datetime) -> datetime:
    """A stored moment (UTC, with or without zone) on the Brussels clock."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(BRUSSELS)


def moment_in_brussels(day: date, clock: time) -> datetime:
    """A day and an hour on the clock in Brussels."""
    return datetime.combine(day, clock, tzinfo=BRUSSELS)
