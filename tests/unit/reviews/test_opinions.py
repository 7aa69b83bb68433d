"""What answers say together, and what of it may leave the network."""

from __future__ import annotations

import pytest

from portal.plans.types import Threshold
from portal.reviews import opinions
from portal.reviews.opinions import Agreement
from portal.reviews.rules import Tally
from portal.reviews.types import NOTHING, Fair, Helps


def helps(yes: int = 0, partly: int = 0, no: int = 0, unsure: int = 0) -> Tally:
    return Tally(helps={Helps.YES: yes, Helps.PARTLY: partly, Helps.NO: no, Helps.UNSURE: unsure})


@pytest.mark.parametrize(
    ("tally", "expected"),
    [
        (helps(unsure=4), None),
        (helps(yes=3, no=1), Agreement.STRONG),
        (helps(yes=2, no=1), Agreement.PARTIAL),
        (helps(yes=2, no=2), Agreement.DIVIDED),
        (helps(yes=1, partly=1, no=1), Agreement.DIVIDED),
        (helps(no=3, unsure=20), Agreement.STRONG),
    ],
)
def test_agreement_is_the_share_of_the_largest_opinion(tally: Tally, expected: Agreement | None) -> None:
    assert opinions.agreement_of(tally) is expected


def test_a_main_opinion_has_more_than_half() -> None:
    assert opinions.main_opinion(helps(yes=2, no=2)) is None
    assert opinions.main_opinion(helps(yes=2, partly=1)) is Helps.YES
    assert opinions.main_opinion(helps(unsure=9)) is None


def test_people_are_counted_by_the_question_that_most_answered() -> None:
    assert opinions.people_in(Tally(helps={Helps.YES: 2}, fair={Fair.NO: 3}, stops={"money": 1, "time": 1})) == 3
    assert opinions.people_in(Tally(stops={"money": 4, NOTHING: 1})) == 4
    assert opinions.people_in(Tally()) == 0


def test_what_stops_people_most_comes_first_and_nothing_is_no_reason() -> None:
    tally = Tally(stops={"time": 1, "money": 4, NOTHING: 9, "shame": 4})
    assert opinions.ranked_stops(tally) == [("money", 4), ("shame", 4), ("time", 1)]


def test_tallies_add_up() -> None:
    whole = opinions.sum_of([helps(yes=1), Tally(helps={Helps.YES: 2}, stops={"money": 1})])
    assert whole.helps[Helps.YES] == 3
    assert whole.stops["money"] == 1


def test_the_thresholds_of_the_action_come_first_and_every_threshold_is_there_once() -> None:
    first, more = opinions.stops_to_show([Threshold.SKILLS.value, Threshold.HEALTH.value])
    assert first[:2] == [Threshold.HEALTH.value, Threshold.SKILLS.value]
    assert len(first) == 7
    assert sorted(first + more) == sorted(Threshold)


@pytest.mark.parametrize(("actions", "minutes"), [(0, 2), (1, 2), (3, 2), (8, 6), (20, 14)])
def test_how_long_it_takes(actions: int, minutes: int) -> None:
    assert opinions.minutes_needed(actions) == minutes


def test_the_summary_holds_every_count_in_plain_sentences_what_most_said_first() -> None:
    said = [str(one) for one in opinions.summary_of(Tally({Helps.NO: 3, Helps.YES: 1}, {Fair.NO: 2}, {"money": 3}))]
    assert said == [
        "Lezers van deze actie: 4.",
        "Dit helpt niet: 3.",
        "Dit helpt: 1.",
        "Dit is niet eerlijk, of met schaamte: 2.",
        "Wat mensen tegenhoudt: geld (3).",
    ]


def test_outside_the_network_nothing_is_told_about_four_people() -> None:
    assert opinions.told_outside(Tally({Helps.NO: 4}, stops={"money": 4})) == opinions.ToldOutside()


def test_outside_the_network_an_opinion_of_a_few_is_not_told() -> None:
    told = opinions.told_outside(Tally({Helps.NO: 3, Helps.YES: 1, Helps.UNSURE: 4}, stops={"money": 4, "time": 6}))
    assert told == opinions.ToldOutside(8, None, ("time",))
    assert opinions.told_outside(helps(no=5, yes=1)) == opinions.ToldOutside(6, Helps.NO, ())
