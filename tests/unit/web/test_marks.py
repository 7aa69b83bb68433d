"""The marks by which a form knows that its record changed: equal for the same value, whichever way it came."""

from __future__ import annotations

from datetime import date

import pytest

from portal.history.overtaking import packed, plain, unpacked
from portal.plans.types import Track


@pytest.mark.parametrize(
    ("held", "typed"),
    [
        (None, ""),
        (False, None),
        ((), []),
        (Track.GUIDING, "guiding"),
        (12, "12"),
        (("b", "a"), ["a", "b"]),
        ("een\ntwee", "een\r\ntwee"),
        (date(2025, 3, 1), date(2025, 3, 1)),
    ],
)
def test_what_is_held_and_the_same_when_it_comes_back_look_alike(held: object, typed: object) -> None:
    assert plain(held) == plain(typed)


@pytest.mark.parametrize(("held", "typed"), [(None, 0), ("a", "b"), (("a",), ("a", "b")), (True, False), (1, 10)])
def test_different_values_look_different(held: object, typed: object) -> None:
    assert plain(held) != plain(typed)


def test_marks_come_back_as_they_were_sent() -> None:
    marks = {"title": "0a1b2c3d4e", "part_drawing_right": "ffffffffff"}
    assert unpacked(packed(marks)) == marks
    assert unpacked(packed({})) == {}


@pytest.mark.parametrize("spoiled", [None, "", "x", "2.title-aa", "title-aa"])
def test_missing_and_spoiled_marks_are_no_marks(spoiled: str | None) -> None:
    assert unpacked(spoiled) is None
