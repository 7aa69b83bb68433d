"""Spans of days and whether they share a day."""

from __future__ import annotations

from datetime import date

from portal.foundation.years import Span, first_overlap, year_span


def test_a_span_holds_its_first_and_last_day():
    span = Span(date(2025, 1, 1), date(2025, 12, 31))
    assert span.holds(date(2025, 1, 1))
    assert span.holds(date(2025, 12, 31))
    assert not span.holds(date(2026, 1, 1))


def test_an_open_span_overlaps_everything_later():
    assert Span(date(2020, 1, 1)).overlaps(year_span(2099))
    assert not Span(date(2020, 1, 1)).overlaps(year_span(2019))


def test_spans_that_touch_on_one_day_overlap():
    first, second = Span(date(2020, 1, 1), date(2020, 6, 1)), Span(date(2020, 6, 1), None)
    assert first_overlap([second, first]) == (first, second)
    assert first_overlap([first, Span(date(2020, 6, 2))]) is None
