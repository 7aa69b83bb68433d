"""A round opens and closes; a majority of "this will not help" is counted among those with an opinion."""

from __future__ import annotations

from datetime import date

import pytest

from portal.foundation.errors import RuleBroken
from portal.reviews import rules
from portal.reviews.rules import Tally
from portal.reviews.types import Helps, RoundState


@pytest.mark.parametrize(
    ("yes", "partly", "no", "unsure", "rejected"),
    [(0, 0, 0, 0, False), (0, 0, 1, 0, True), (1, 0, 1, 0, False), (1, 1, 3, 0, True), (0, 0, 2, 9, True)],
)
def test_more_than_half_of_the_opinions_reject_an_action(yes, partly, no, unsure, rejected):
    tally = Tally(helps={Helps.YES: yes, Helps.PARTLY: partly, Helps.NO: no, Helps.UNSURE: unsure})
    assert tally.is_rejected is rejected


def test_a_closed_round_opens_again_but_never_becomes_a_draft():
    rules.check_round_move(RoundState.CLOSED, RoundState.OPEN)
    with pytest.raises(RuleBroken):
        rules.check_round_move(RoundState.CLOSED, RoundState.DRAFT)


def test_answers_are_taken_until_the_last_day_in():
    last = date(2026, 5, 1)
    rules.check_takes_answers(RoundState.OPEN, last, last)
    with pytest.raises(RuleBroken):
        rules.check_takes_answers(RoundState.OPEN, last, date(2026, 5, 2))
    with pytest.raises(RuleBroken):
        rules.check_takes_answers(RoundState.DRAFT, last, last)


def test_nothing_stops_me_stands_alone():
    rules.check_stops(["nothing"])
    rules.check_stops(["money", "shame"])
    for wrong in (["nothing", "money"], ["lazy"]):
        with pytest.raises(RuleBroken):
            rules.check_stops(wrong)


def test_an_unanswered_majority_is_named():
    rules.check_objections_answered([])
    with pytest.raises(RuleBroken) as broken:
        rules.check_objections_answered(["Samen zwemmen", "Kookclub"])
    assert broken.value.message.params["titles"] == "Samen zwemmen, Kookclub"
