"""How voices are counted: groups, answers, what changed, where people met, and the years."""

from __future__ import annotations

import random
from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.dashboards.voice.answering import (
    NINETIETH,
    measure_answers,
    measure_steps,
    measure_telling,
    median,
    percentile,
)
from portal.dashboards.voice.behind import measure_behind
from portal.dashboards.voice.gathering import measure_gathering
from portal.dashboards.voice.groups import by_channel, by_road, by_threshold
from portal.dashboards.voice.measures import TREND_YEARS, measure_voice
from portal.dashboards.voice.steering import measure_steering
from portal.dashboards.voice.types import (
    ROADS,
    BehindRow,
    MeetingRow,
    PlannedRow,
    Road,
    Standing,
    VoiceRow,
    VoiceRows,
)
from portal.participation.types import Channel
from tests.unit.dashboards.voices import TODAY, voice, voice_rows

DAYS = st.lists(st.integers(0, 400), min_size=1, max_size=40)


def test_the_median_of_an_even_number_is_the_mean_of_the_middle() -> None:
    assert median([3, 1, 2]) == 2
    assert median([4, 1, 2, 9]) == 3
    assert median([1, 2]) == Fraction(3, 2)
    assert median([]) is None


def test_the_ninetieth_percentile_is_the_nearest_rank() -> None:
    assert percentile(range(1, 11), NINETIETH) == 9
    assert percentile(range(1, 12), NINETIETH) == 10
    assert percentile([7], NINETIETH) == 7
    assert percentile([], NINETIETH) is None


@given(DAYS)
def test_a_percentile_is_one_of_the_values_that_enough_of_them_do_not_exceed(days: list[int]) -> None:
    found = percentile(days, NINETIETH)
    assert found in days
    assert 10 * sum(1 for one in days if one <= found) >= 9 * len(days)
    assert 10 * sum(1 for one in days if one < found) < 9 * len(days)
    assert min(days) <= (median(days) or 0) <= found <= max(days)


def test_answers_count_from_the_day_of_the_voice_and_open_ones_stand_apart() -> None:
    rows = [voice(1, decided=10, told=12), voice(2, decided=20), voice(3, received_on=date(2026, 11, 11))]
    times = measure_answers(rows, TODAY)
    assert (times.decided.count, times.decided.median, times.decided.ninetieth, times.decided.longest) == (
        2,
        15,
        20,
        20,
    )
    assert (times.told.count, times.told.median) == (1, 12)
    assert (times.undecided.count, times.undecided.median) == (1, 10)
    assert (times.untold.count, times.untold.longest) == (1, (TODAY - date(2026, 3, 1)).days)


def test_a_day_that_was_mended_until_after_the_answer_counts_as_no_wait() -> None:
    assert measure_answers([voice(1, decided=-4)], TODAY).decided.median == 0


def test_a_step_holds_its_last_day() -> None:
    rows = [voice(number, decided=days) for number, days in enumerate((0, 7, 8, 90, 91))]
    steps = measure_steps([*rows, voice(9, received_on=TODAY)], TODAY)
    assert [(one.over, one.until, one.decided, one.undecided) for one in steps] == [
        (0, 7, 2, 1),
        (8, 14, 1, 0),
        (15, 30, 0, 0),
        (31, 60, 0, 0),
        (61, 90, 1, 0),
        (91, None, 1, 0),
    ]


def test_in_time_is_until_the_promised_day() -> None:
    rows = [voice(1, decided=5, told=30), voice(2, decided=5, told=31), voice(3, decided=5), voice(4)]
    telling = measure_telling(rows)
    assert (telling.in_time, telling.late, telling.decided, telling.undecided) == (1, 1, 1, 1)
    assert telling.share == Fraction(1, 2)


def test_a_yes_without_effect_gives_no_direction_and_a_no_with_one_does() -> None:
    rows = [
        voice(1, decided=1, effects=2),
        voice(2, decided=1),
        voice(3, decided=1, outcome="partly-adopted"),
        voice(4, decided=1, outcome="not-adopted"),
        voice(5, decided=1, outcome="not-adopted", effects=1),
        voice(6),
    ]
    found = measure_steering(rows)
    assert (found.changed, found.unmoved) == (2, 4)
    assert (found.adopted, found.refused, found.undecided) == (2, 1, 1)
    assert found.share == Fraction(1, 3)


def test_every_channel_has_a_road() -> None:
    assert set(ROADS) == set(Channel)
    roads = {one.key: one.voices for one in by_road([voice(1, channel=channel.value) for channel in Channel])}
    assert roads == {Road.FORMAL: 3, Road.INFORMAL: 2, Road.WRITTEN: 3}


def test_a_group_tells_what_became_of_its_voices() -> None:
    rows = [voice(1, decided=2, told=3, threshold="money", effects=1), voice(2, threshold="money"), voice(3)]
    groups = {one.key: one for one in by_threshold(rows)}
    assert (groups["money"].voices, groups["money"].told_share) == (2, Fraction(1, 2))
    assert groups["money"].steering_share == Fraction(1, 2)
    assert (groups["none"].voices, groups["shame"].voices, groups["shame"].told_share) == (1, 0, None)


def test_an_action_counts_once_at_the_strongest_thing() -> None:
    actions = [PlannedRow(1, "Zwemmen"), PlannedRow(2, "bus"), PlannedRow(3, "Atelier"), PlannedRow(4, "Dans")]
    rows = [BehindRow(1, Standing.ABOUT), BehindRow(1, Standing.OPENED), BehindRow(2, Standing.CHANGED)]
    found = measure_behind(actions, [*rows, BehindRow(99, Standing.OPENED)])
    assert [len(found.actions[standing]) for standing in Standing] == [1, 1, 0, 2]
    assert [one.title for one in found.without] == ["Atelier", "Dans"]
    assert (found.total, found.share) == (4, Fraction(1, 2))


def test_a_meeting_counts_from_the_day_after_it_and_nobody_counted_is_not_nobody() -> None:
    rows = [
        MeetingRow(date(2026, 3, 1), True, 4, True),
        MeetingRow(date(2026, 4, 1), False, 0),
        MeetingRow(date(2026, 5, 1)),
        MeetingRow(TODAY, True, 9),
    ]
    found = measure_gathering(rows, [date(2026, 2, 2), TODAY, date(2026, 12, 1)], [TODAY], TODAY)
    assert (found.meetings, found.at_association, found.with_experts, found.uncounted) == (3, 1, 1, 1)
    assert (found.with_association, found.experts, found.contacts) == (1, 4, 2)
    assert (found.rounds, found.informal_share) == (1, Fraction(1, 3))


def test_a_year_without_anything_has_no_shares() -> None:
    found = measure_voice(VoiceRows(), 2026, TODAY)
    assert (found.now.voices, found.now.telling.share, found.now.steering.share) == (0, None, None)
    assert (found.now.times.decided.median, found.behind.share, found.now.informal_share) == (None, None, None)
    assert [point.year for point in found.trend] == [2026]


def test_the_trend_begins_with_the_first_year_that_has_anything() -> None:
    rows = VoiceRows(voices=(voice(1),), contacts=(date(2024, 5, 5),))
    assert [(point.year, point.voices) for point in measure_voice(rows, 2026, TODAY).trend] == [
        (2024, 0),
        (2025, 0),
        (2026, 1),
    ]


@settings(max_examples=25, deadline=None)
@given(voice_rows(), st.integers(2022, 2026))
def test_sums_are_totals_shares_are_shares_and_no_order_matters(rows: VoiceRows, year: int) -> None:
    found = measure_voice(rows, year, TODAY)
    mixed = VoiceRows(*(tuple(random.Random(5).sample(one, len(one))) for one in _parts(rows)))
    assert measure_voice(mixed, year, TODAY) == found
    total = found.now.voices
    for groups in (found.by_channel, found.by_threshold, found.by_speaker, found.now.roads):
        assert sum(one.voices or 0 for one in groups) == total
        assert all((one.told or 0) <= (one.voices or 0) for one in groups)
    now = found.now
    assert sum(one.decided + one.undecided for one in found.steps) == total
    assert (now.times.decided.count or 0) + (now.times.undecided.count or 0) == total
    telling, steering = now.telling, now.steering
    assert sum(one or 0 for one in (telling.in_time, telling.late, telling.decided, telling.undecided)) == total
    assert sum(one or 0 for one in (steering.changed, steering.adopted, steering.refused, steering.undecided)) == total
    assert found.behind.total == len(rows.actions)
    _check_shares(found.trend)
    assert len(found.trend) <= TREND_YEARS


def _parts(rows: VoiceRows) -> tuple[tuple[object, ...], ...]:
    return rows.voices, rows.actions, rows.behind, rows.meetings, rows.contacts, rows.rounds


def _check_shares(points: tuple) -> None:  # type: ignore[type-arg]
    for point in points:
        shares = (point.telling.share, point.steering.share, point.informal_share, point.gathering.informal_share)
        assert all(one is None or 0 <= one <= 1 for one in shares)
        for waits in (point.times.decided, point.times.told):
            assert waits.median is None or waits.median <= waits.ninetieth <= waits.longest


def test_channels_add_up_to_roads() -> None:
    rows: list[VoiceRow] = [voice(1), voice(2, channel="review"), voice(3, channel="visit")]
    channels = {one.key: one.voices for one in by_channel(rows)}
    assert (channels["meeting"], channels["review"], channels["visit"]) == (1, 1, 1)
    assert [one.voices for one in by_road(rows)] == [2, 1, 0]
