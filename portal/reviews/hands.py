"""What hands can be raised for, and how many there can be."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Day, Wording, say
from portal.plans.types import THRESHOLD_LABELS, Threshold
from portal.reviews.types import FAIR_LABELS, HELPS_LABELS, NOTHING, NOTHING_STOPS, Fair, Helps, Question

MOST_PEOPLE = 500
ONE_ANSWER_EACH = (Question.HELPS, Question.FAIR)  # a hand goes up once; what stops people may be several things

ANSWERS: dict[Question, tuple[str, ...]] = {
    Question.HELPS: tuple(one.value for one in Helps),
    Question.STOPS: (*(one.value for one in Threshold), NOTHING),
    Question.FAIR: tuple(one.value for one in Fair),
}


def label_of(question: Question, answer: str) -> Wording:
    """The words of an answer to a question."""
    if question is Question.HELPS:
        return HELPS_LABELS[Helps(answer)]
    if question is Question.FAIR:
        return FAIR_LABELS[Fair(answer)]
    return NOTHING_STOPS if answer == NOTHING else THRESHOLD_LABELS[Threshold(answer)]


def check_sitting(*, people: int | None, held_on: date, today: date) -> None:
    """A group of people, on a day that has come."""
    if people is None or not 1 <= people <= MOST_PEOPLE:
        raise RuleBroken(say("Kies een getal van 1 tot %(most)s.", most=MOST_PEOPLE), "people")
    if held_on > today:
        raise RuleBroken(
            say("%(day)s moet nog komen. Kies vandaag of een dag die voorbij is.", day=Day(held_on)), "held_on"
        )


def check_answer_known(question: Question, answer: str, asked: Collection[str]) -> None:
    if question.value not in asked or answer not in ANSWERS[question]:
        raise RuleBroken(say("Kies uit de lijst."))


def check_hands(question: Question, hands: Mapping[str, int], people: int) -> None:
    """Nobody raises a hand twice for one answer, nor for two answers where one is asked."""
    for answer, count in hands.items():
        if count < 0:
            raise RuleBroken(say("Minder dan nul handen kan niet."), f"hands_{answer}")
        if count > people:
            raise RuleBroken(too_many(question, people), f"hands_{answer}")
    if question in ONE_ANSWER_EACH and sum(hands.values()) > people:
        raise RuleBroken(too_many(question, people))


def too_many(question: Question, people: int) -> Wording:
    """Why one more hand is one too many."""
    if question in ONE_ANSWER_EACH:
        return say(
            "Dat zijn meer handen dan mensen: er zijn %(people)s mensen, en iedereen kiest één antwoord.",
            people=people,
        )
    return say("Dat zijn meer handen dan mensen: er zijn %(people)s mensen.", people=people)


def check_enough_people(most_hands: int, people: int) -> None:
    """A group cannot become smaller than the hands that were counted."""
    if people < most_hands:
        raise RuleBroken(
            say("Er zijn al %(hands)s handen geteld. Het kunnen niet minder mensen zijn.", hands=most_hands), "people"
        )
