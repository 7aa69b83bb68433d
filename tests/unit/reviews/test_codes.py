"""Letters and numbers that are typed for answers on paper."""

from __future__ import annotations

import pytest

from portal.foundation.errors import RuleBroken
from portal.reviews import codes
from portal.reviews.types import Fair, Helps

WORDS = {"money": "geld", "time": "tijd en planning", "transport": "vervoer en afstand", "nothing": "niets"}


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("J", Helps.YES), (" e ", Helps.PARTLY), ("nee", Helps.NO), ("?", Helps.UNSURE), ("y", Helps.YES), ("", None)],
)
def test_a_letter_or_a_word_is_an_answer(typed, answer):
    assert codes.read_helps(typed) is answer


@pytest.mark.parametrize("typed", ["x", "jn", "3", ".", "j" * 50_000])
def test_another_letter_is_said_back_and_no_answer(typed):
    with pytest.raises(RuleBroken) as broken:
        codes.read_helps(typed)
    assert len(str(broken.value.message.params["typed"])) <= codes.SHOWN


def test_the_question_of_fairness_knows_no_little_bit():
    assert codes.read_fair("N") is Fair.NO
    with pytest.raises(RuleBroken):
        codes.read_fair("E")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1 4", ("money", "time")),
        ("4,1;4", ("time", "money")),
        ("0", ("nothing",)),
        ("geld, ver", ("money", "transport")),
        ("1, tijd", ("money", "time")),
        ("  ", ()),
    ],
)
def test_numbers_and_words_are_what_stops_people(typed, found):
    assert codes.read_stops(typed, WORDS) == found


@pytest.mark.parametrize("typed", ["14", "99999999999999999999", "-1", "iets", "1.5", "²", "1 geld x"])
def test_what_is_not_in_the_list_is_said_back(typed):
    with pytest.raises(RuleBroken):
        codes.read_stops(typed, WORDS)


def test_codes_are_shown_as_they_were_typed():
    assert codes.typed_stops(("time", "money")) == "1 4"
    assert codes.read_stops(codes.typed_stops(("time", "money")), WORDS) == ("money", "time")


def test_every_answer_that_stops_has_a_number_of_its_own():
    assert sorted(codes.NUMBERS.values()) == list(range(14))
    assert codes.NUMBERS["nothing"] == 0
