"""Hands never pass the number of people."""

from __future__ import annotations

from datetime import date

import pytest

from portal.foundation.errors import RuleBroken
from portal.reviews import hands
from portal.reviews.rules import STOPPERS
from portal.reviews.types import Question

TODAY = date(2026, 5, 1)


def test_where_one_answer_is_asked_all_hands_together_fit_the_group():
    hands.check_hands(Question.HELPS, {"yes": 3, "no": 2}, 5)
    with pytest.raises(RuleBroken):
        hands.check_hands(Question.HELPS, {"yes": 3, "no": 3}, 5)
    with pytest.raises(RuleBroken):
        hands.check_hands(Question.FAIR, {"yes": 6}, 5)


def test_several_things_stop_one_person():
    hands.check_hands(Question.STOPS, {"money": 5, "shame": 5}, 5)
    with pytest.raises(RuleBroken) as broken:
        hands.check_hands(Question.STOPS, {"money": 6, "shame": 1}, 5)
    assert broken.value.field == "hands_money"


def test_fewer_than_no_hands_do_not_exist():
    with pytest.raises(RuleBroken):
        hands.check_hands(Question.STOPS, {"money": -1}, 5)


@pytest.mark.parametrize("people", [None, 0, 501, 10_000_000])
def test_a_group_has_a_size(people):
    with pytest.raises(RuleBroken):
        hands.check_sitting(people=people, held_on=TODAY, today=TODAY)


def test_a_sitting_has_been_held():
    hands.check_sitting(people=1, held_on=TODAY, today=TODAY)
    with pytest.raises(RuleBroken):
        hands.check_sitting(people=1, held_on=date(2026, 5, 2), today=TODAY)


def test_only_answers_to_what_is_asked_are_counted():
    hands.check_answer_known(Question.HELPS, "yes", ["helps"])
    for question, answer in ((Question.FAIR, "yes"), (Question.HELPS, "maybe"), (Question.HELPS, "money")):
        with pytest.raises(RuleBroken):
            hands.check_answer_known(question, answer, ["helps"])


def test_a_group_does_not_become_smaller_than_its_hands():
    hands.check_enough_people(4, 4)
    with pytest.raises(RuleBroken):
        hands.check_enough_people(4, 3)


def test_every_answer_has_words():
    assert set(hands.ANSWERS[Question.STOPS]) == STOPPERS
    assert all(hands.label_of(question, one) for question, given in hands.ANSWERS.items() for one in given)
