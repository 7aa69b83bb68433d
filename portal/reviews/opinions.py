"""What the answers about an action say together: the main opinion, how much people agree, what may be told outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import TypeVar

from portal.foundation.wording import Wording, say
from portal.participation.small_groups import SMALLEST_TOLD
from portal.plans.types import THRESHOLD_LABELS, Threshold
from portal.reviews.rules import Tally
from portal.reviews.types import NOTHING, NOTHING_STOPS, Fair, Helps

Given = TypeVar("Given", Helps, Fair)
OPINIONS = (Helps.YES, Helps.PARTLY, Helps.NO)
STRONG, WEAK = 0.75, 0.5
FIRST_STOPS = 7  # tiles that are in sight at once; the others unfold
MOST_NAMED = 3
SECONDS_AN_ACTION = 40

# What holds people back most often comes first; what the action itself is about comes before all.
USUAL_STOPS = (
    Threshold.MONEY,
    Threshold.TRANSPORT,
    Threshold.SHAME,
    Threshold.INFORMATION,
    Threshold.TIME,
    Threshold.CHILDCARE,
    Threshold.WELCOME,
    Threshold.ADMINISTRATION,
    Threshold.LANGUAGE,
    Threshold.HEALTH,
    Threshold.EQUIPMENT,
    Threshold.SKILLS,
    Threshold.OFFER,
)


class Agreement(StrEnum):
    """How much readers think the same."""

    STRONG = "agreement-strong"
    PARTIAL = "agreement-partial"
    DIVIDED = "agreement-divided"


AGREEMENT_LABELS = {
    Agreement.STRONG: say("eensgezind"),
    Agreement.PARTIAL: say("meestal eens"),
    Agreement.DIVIDED: say("verdeeld"),
}
AGREEMENT_DEFINITION = say(
    "Hoe eens zijn lezers het? Dat is het deel van de grootste groep onder wie ja, een beetje of nee zegt. "
    "“Ik weet het niet” telt niet mee. Eensgezind: drie op de vier of meer. Verdeeld: de helft of minder."
)


def share_of_largest(tally: Tally) -> float | None:
    """The part of the largest opinion among all who have one; None without opinions."""
    if not tally.opinions:
        return None
    return max(tally.helps.get(one, 0) for one in OPINIONS) / tally.opinions


def agreement_of(tally: Tally) -> Agreement | None:
    share = share_of_largest(tally)
    if share is None:
        return None
    return Agreement.STRONG if share >= STRONG else Agreement.PARTIAL if share > WEAK else Agreement.DIVIDED


def main_opinion(tally: Tally) -> Helps | None:
    """What more than half of those with an opinion say; None when no opinion has that many."""
    return next((one for one in OPINIONS if tally.helps.get(one, 0) * 2 > tally.opinions), None)


def people_in(tally: Tally) -> int:
    """How many people answered at least: nobody answers the same question twice."""
    return max(sum(tally.helps.values()), sum(tally.fair.values()), max(tally.stops.values(), default=0))


def ranked_stops(tally: Tally, *, least: int = 1) -> list[tuple[str, int]]:
    """What stops people, the most named first; "nothing" is not among it."""
    named = [(code, number) for code, number in tally.stops.items() if code != NOTHING and number >= least]
    return sorted(named, key=lambda one: (-one[1], one[0]))


def stop_words(code: str) -> Wording:
    return NOTHING_STOPS if code == NOTHING else THRESHOLD_LABELS[Threshold(code)]


def sum_of(tallies: Iterable[Tally]) -> Tally:
    """Tallies of several ways or actions as one."""
    helps: Counter[Helps] = Counter()
    fair: Counter[Fair] = Counter()
    stops: Counter[str] = Counter()
    for one in tallies:
        helps.update(one.helps)
        fair.update(one.fair)
        stops.update(one.stops)
    return Tally(helps, fair, stops)


def stops_to_show(thresholds: Collection[str]) -> tuple[list[str], list[str]]:
    """The tiles of "what would stop me": those in sight, and those that unfold."""
    own = [one.value for one in USUAL_STOPS if one.value in thresholds]
    ordered = own + [one.value for one in USUAL_STOPS if one.value not in thresholds]
    return ordered[:FIRST_STOPS], ordered[FIRST_STOPS:]


def minutes_needed(actions: int) -> int:
    """About how long reading and answering takes, never less than two minutes."""
    return max(2, ceil(actions * SECONDS_AN_ACTION / 60))


SAID_OF_HELP = {
    Helps.YES: say("Dit helpt"),
    Helps.PARTLY: say("Dit helpt een beetje"),
    Helps.NO: say("Dit helpt niet"),
    Helps.UNSURE: say("Ik weet niet of dit helpt"),
}
SAID_OF_FAIRNESS = {
    Fair.YES: say("Dit is eerlijk en zonder schaamte"),
    Fair.NO: say("Dit is niet eerlijk, of met schaamte"),
    Fair.UNSURE: say("Ik weet niet of dit eerlijk is"),
}


def _most_first(counts: Mapping[Given, int]) -> list[tuple[Given, int]]:
    return sorted(((key, number) for key, number in counts.items() if number), key=lambda one: -one[1])


def _counted(words: Wording, number: int) -> Wording:
    return say("%(words)s: %(count)s.", words=words, count=number)


def summary_of(tally: Tally) -> list[Wording]:
    """What people said in plain sentences with the counts, what most said first: a voice to be answered."""
    said = [say("Lezers van deze actie: %(count)s.", count=people_in(tally))]
    said += [_counted(SAID_OF_HELP[key], number) for key, number in _most_first(tally.helps)]
    said += [_counted(SAID_OF_FAIRNESS[key], number) for key, number in _most_first(tally.fair)]
    for code, number in ranked_stops(tally)[:MOST_NAMED]:
        said.append(say("Wat mensen tegenhoudt: %(stop)s (%(count)s).", stop=stop_words(code), count=number))
    return said


@dataclass(frozen=True)
class ToldOutside:
    """What of an action may be told outside the network: nothing about fewer than five people."""

    people: int | None = None
    main: Helps | None = None
    stops: tuple[str, ...] = ()


def told_outside(tally: Tally) -> ToldOutside:
    """An opinion without its count, so that nobody can work out who thought otherwise."""
    people = people_in(tally)
    if people < SMALLEST_TOLD:
        return ToldOutside()
    main = main_opinion(tally)
    if main is not None and tally.helps.get(main, 0) < SMALLEST_TOLD:
        main = None
    return ToldOutside(people, main, tuple(code for code, _n in ranked_stops(tally, least=SMALLEST_TOLD)[:MOST_NAMED]))
