"""What is shown outside the network tells of no group under five, and lets nobody work one out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.dashboards.figures.words import NOTHING
from portal.dashboards.routes.figures import voice_figures
from portal.dashboards.voice.measures import as_seen_outside, measure_voice
from portal.dashboards.voice.types import MeetingRow, VoiceRows
from portal.dashboards.voice_answers import voice_answer
from portal.participation.small_groups import SMALLEST_TOLD, is_small, shown_count, shown_counts
from tests.unit.dashboards.voices import NEW_YEAR, TODAY, voice, voice_rows


def test_one_to_four_is_small_and_nobody_is_not() -> None:
    assert [is_small(count) for count in (0, 1, 4, 5)] == [False, True, True, False]
    assert [shown_count(count) for count in (0, 3, 5)] == [0, None, 5]


def test_one_small_part_hides_the_next_smallest_too() -> None:
    assert shown_counts({"a": 20, "b": 3, "c": 7, "d": 0}) == {"a": 20, "b": None, "c": None, "d": 0}
    assert shown_counts({"a": 20, "b": 3, "c": 2}) == {"a": 20, "b": None, "c": None}
    assert shown_counts({"a": 20, "b": 2, "c": 2, "d": 6}) == {"a": 20, "b": None, "c": None, "d": None}
    assert shown_counts({"a": 9, "b": 5}) == {"a": 9, "b": 5}


@given(st.dictionaries(st.integers(0, 12), st.integers(0, 30), max_size=10))
def test_what_is_hidden_holds_five_or_more_or_is_everything(counts: dict[int, int]) -> None:
    shown = shown_counts(counts)
    hidden = [counts[key] for key, count in shown.items() if count is None]
    assert all(count is None or count == counts[key] for key, count in shown.items())
    assert not any(is_small(count) for count in shown.values() if count is not None)
    everything = all(count in (None, 0) for count in shown.values())
    assert not hidden or everything or (sum(hidden) >= SMALLEST_TOLD and len(hidden) >= 2)


def test_few_voices_are_not_told_at_all() -> None:
    rows = VoiceRows(
        voices=tuple(voice(number, decided=3, told=4) for number in range(4)),
        meetings=(MeetingRow(NEW_YEAR, experts=3),),
    )
    now = as_seen_outside(measure_voice(rows, 2026, TODAY)).now
    assert (now.voices, now.telling.told, now.steering.unmoved, now.times.decided.median) == (None, None, None, None)
    assert (now.gathering.meetings, now.gathering.with_experts, now.gathering.experts) == (1, 1, None)


def test_a_small_rest_hides_both_sides() -> None:
    rows = [
        voice(number, decided=3, told=4 if number else None, effects=1 if number < 5 else 0) for number in range(12)
    ]
    now = as_seen_outside(measure_voice(VoiceRows(voices=tuple(rows)), 2026, TODAY)).now
    assert (now.voices, now.telling.told, now.telling.untold) == (12, None, None)
    assert (now.steering.changed, now.steering.unmoved, now.steering.refused) == (5, 7, None)
    assert (now.times.decided.median, now.times.decided.count, now.times.decided.longest) == (3, None, None)


@settings(max_examples=25, deadline=None)
@given(voice_rows(most=60))
def test_no_number_of_people_under_five_leaves_the_network(rows: VoiceRows) -> None:
    found = as_seen_outside(measure_voice(rows, 2026, TODAY))
    answer = voice_answer(found, str)
    people = [answer["voices"], answer["meetings"]["experts"], *(one["voices"] for one in answer["trend"])]
    for name in ("by_channel", "by_threshold", "by_speaker", "by_road"):
        people += [count for group in answer[name] for count in group.values() if not isinstance(count, str)]
    for name in ("told_back", "direction"):
        people += [count for key, count in answer[name].items() if key != "share"]
    people += [one["count"] for one in answer["answer_times"].values()]
    assert not [count for count in people if count is not None and is_small(count)]
    assert answer["by_channel"] == answer["waiting"] == []
    _check_two_sides(answer)


def _check_two_sides(answer: dict) -> None:  # type: ignore[type-arg]
    """A share would tell a small rest as well as a small part."""
    for one, first, second in (
        ("told_back", "told", "not_told"),
        ("direction", "changed_something", "changed_nothing"),
    ):
        sides = answer[one][first], answer[one][second]
        assert (answer[one]["share"] is None) == (None in sides or sides == (0, 0))


@settings(max_examples=15, deadline=None)
@given(voice_rows(), st.booleans())
def test_every_figure_has_a_title_and_a_row_for_each_label(rows: VoiceRows, outside: bool) -> None:
    found = measure_voice(rows, 2026, TODAY)
    for figure in voice_figures(as_seen_outside(found) if outside else found):
        assert str(figure.title).endswith(".")
        assert str(figure.definition)
        assert str(figure.source)
        assert all(len(one.values) == len(figure.labels) for one in figure.series)
        assert all(len(row) == len(figure.table.headers) for row in figure.table.rows)
        shown = {str(row[0]) for row in figure.table.rows}
        if figure.key != "meetings":
            assert {str(label) for label in figure.labels} <= shown
        assert NOTHING not in shown
