"""Days in a cell, in the Belgian order and with a year of four figures."""

from __future__ import annotations

import re
from datetime import date, datetime

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from portal.foundation.wording import say
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.transfer.cells.months import month_named
from portal.transfer.cells.texts import short_text, text_of
from portal.transfer.types import BadCell, RawValue

EARLIEST_YEAR = 1901  # partners may have been there long before the first decree

_CLOCK = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?Z?)?"
_DAY_FIRST = re.compile(rf"(\d{{1,2}})\s*[-/.]\s*(\d{{1,2}})\s*[-/.]\s*(\d{{4}}){_CLOCK}")
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_CLOCK}")
# "zaterdag 14 maart 2025", "14-mrt-2025", "1ste mei 2025"
_IN_WORDS = re.compile(
    rf"(?:[^\W\d_]{{2,9}}\.?,?\s+)?(\d{{1,2}})(?:ste|de|e)?[\s.-]+([^\W\d_]{{3,9}})\.?[\s.-]+(\d{{4}}|\d{{2}}){_CLOCK}",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2}")


def read_date(value: RawValue, *, starts_in_1904: bool) -> date:
    """A day from a real date, from the serial number of one, or from text."""
    if isinstance(value, datetime):
        return _within_range(value.date())
    if isinstance(value, date):
        return _within_range(value)
    if isinstance(value, str):
        return _within_range(_day_of_text(value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _day_of_serial(value, starts_in_1904=starts_in_1904)
    raise BadCell(say("“%(text)s” is geen datum. Schrijf dag/maand/jaar.", text=text_of(value)))


def date_text(day: date) -> str:
    """A day as the portal writes it in a CSV file: 31/12/2025."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def _day_of_text(text: str) -> date:
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif (found := _IN_WORDS.fullmatch(text)) and (named := month_named(found[2])):
        day, month, year = int(found[1]), named, int(found[3])
        if len(found[3]) == 2:
            raise BadCell(say("Schrijf het jaar van “%(text)s” met vier cijfers.", text=text))
    elif _SHORT_YEAR.fullmatch(text):
        raise BadCell(say("Schrijf het jaar van “%(text)s” met vier cijfers.", text=text))
    else:
        raise BadCell(say("“%(text)s” is geen datum. Schrijf dag/maand/jaar, zoals 31/12/2025.", text=short_text(text)))
    return _existing_day(text, year, month, day)


def _existing_day(text: str, year: int, month: int, day: int) -> date:
    if month > 12 >= day:
        raise BadCell(
            say(
                "Maand %(month)s bestaat niet. Schrijf eerst de dag, dan de maand: %(day)s/%(other)s/%(year)s.",
                month=month,
                day=f"{month:02d}",
                other=f"{day:02d}",
                year=year,
            )
        )
    try:
        return date(year, month, day)
    except ValueError as error:
        raise BadCell(say("De dag “%(text)s” bestaat niet.", text=text)) from error


def _day_of_serial(serial: int | float, *, starts_in_1904: bool) -> date:
    """A date that lost its format is a count of days; only counts in the years of the portal are taken."""
    epoch = MAC_EPOCH if starts_in_1904 else WINDOWS_EPOCH
    try:
        moment = from_excel(serial, epoch) if serial == int(serial) else None
    except (OverflowError, ValueError):
        moment = None
    if not isinstance(moment, datetime) or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise BadCell(
            say(
                "“%(text)s” is een getal en geen datum. Schrijf dag/maand/jaar.",
                text=short_text(text_of(serial)),
            )
        )
    return moment.date()


def _within_range(day: date) -> date:
    if not EARLIEST_YEAR <= day.year <= LAST_YEAR:
        raise BadCell(
            say(
                "Het jaar %(year)s kan niet. Kies een jaar van %(first)s tot en met %(last)s.",
                year=day.year,
                first=EARLIEST_YEAR,
                last=LAST_YEAR,
            )
        )
    return day
