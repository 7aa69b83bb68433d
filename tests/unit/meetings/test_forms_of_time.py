"""Hours as people write them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from portal.foundation.clock import moment_in_brussels
from portal.web.fields import time_from_text


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("14:00", 14, 0),
        ("9", 9, 0),
        ("14u", 14, 0),
        ("14u30", 14, 30),
        ("14.30", 14, 30),
        ("9 uur", 9, 0),
        (" 20H15 ", 20, 15),
    ],
)
def test_an_hour_is_read_as_people_write_it(text, hour, minute):
    assert time_from_text(text) == time(hour, minute)


@pytest.mark.parametrize("text", ["25:00", "14:60", "straks", "1400", "-1", "14:0", "٣:٠٠", "9" * 5000])
def test_what_is_no_hour_is_refused(text, monkeypatch):
    monkeypatch.setattr("portal.web.fields._l", str)
    with pytest.raises(ValueError, match="geen uur"):
        time_from_text(text)


def test_an_hour_is_one_on_the_clock_in_brussels():
    assert moment_in_brussels(date(2026, 7, 1), time(14)).utcoffset() == timedelta(hours=2)
    assert moment_in_brussels(date(2026, 1, 1), time(14)).utcoffset() == timedelta(hours=1)
