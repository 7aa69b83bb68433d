"""Which stream fits a description, with its reason: the same search and the same lists as "Mag dit?"."""

from __future__ import annotations

from dataclasses import dataclass

from portal.foundation.finding import Certainty
from portal.foundation.wording import Wording, say
from portal.funding.costs.answers import Answer, answers_for
from portal.funding.costs.search import Match, close_words, find_costs
from portal.funding.costs.spelling import split_words
from portal.funding.costs.types import Subject, Verdict
from portal.funding.regimes.registry import YearLaw

NAMELESS = ("qxqxqx",)  # stands for any number of words that say nothing to the lists
SURENESS = {Certainty.CONFIRMED: 0, Certainty.PROBABLE: 1, Certainty.DISPUTED: 2, Certainty.ASSUMED: 3}


@dataclass(frozen=True)
class Suggestion:
    """What a description seems to be, the stream that fits it best, and the streams that refuse it."""

    subject: Subject
    fitting: tuple[Answer, ...]
    refusing: tuple[Answer, ...]

    @property
    def best(self) -> Answer | None:
        return self.fitting[0] if self.fitting else None

    @property
    def stream(self) -> str | None:
        """The code of the stream that fits best; None when no list of the year allows it."""
        return self.best.stream.code if self.best and self.best.stream else None


def suggest_stream(description: str, law: YearLaw) -> Suggestion | None:
    """The stream for a description; None when no known cost is recognised in it."""
    sure: list[Match] = [match for match in find_costs(without_names(description), most=1) if match.is_sure]
    if not sure:
        return None
    subject = sure[0].subject
    answers = answers_for(subject, law)
    fitting = [one for one in answers if one.verdict is Verdict.ALLOWED and one.stream]
    fitting.sort(key=lambda one: (not one.is_from_list, SURENESS[one.certainty]))
    refusing = [one for one in answers if one.verdict is Verdict.NOT_ALLOWED]
    return Suggestion(subject, tuple(fitting), tuple(refusing))


def without_names(description: str) -> str:
    """The words that some list knows, with a blank for one that none knows: most of those are names of people.

    So many descriptions that differ in a name only are looked up once.
    """
    words = split_words(description)
    known = [word for word in words if close_words(word)]
    strange = len(words) - len(known)
    return " ".join([*known, *NAMELESS[: min(strange, len(NAMELESS))]]) if known else ""


def why(answer: Answer) -> Wording:
    """The reason in one sentence."""
    if answer.stream is None or answer.category is None:
        return answer.condition or say("Geen regel gevonden.")
    if answer.is_from_list:
        return say(
            "%(stream)s: het staat in de lijst (%(category)s).",
            stream=answer.stream.short_label,
            category=answer.category,
        )
    return say(
        "%(stream)s: het past bij de omschrijving (%(category)s).",
        stream=answer.stream.short_label,
        category=answer.category,
    )
