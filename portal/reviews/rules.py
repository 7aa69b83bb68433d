"""What may happen to a round, what an answer may hold, and when a plan waits for the answer to its readers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from portal.foundation.errors import RuleBroken
from portal.foundation.moving import check_move_in
from portal.foundation.wording import Day, say
from portal.plans.types import Threshold
from portal.reviews.types import NOTHING, ROUND_STATE_LABELS, Fair, Helps, Question, RoundState

NEXT_ROUND_STATES: dict[RoundState, tuple[RoundState, ...]] = {
    RoundState.DRAFT: (RoundState.OPEN,),
    RoundState.OPEN: (RoundState.CLOSED,),
    RoundState.CLOSED: (RoundState.OPEN,),  # opened again with a later day
}
MOST_LINKS = 100  # at once; a round for a whole town asks again
MOST_DAYS = 366  # that a round stays open
READ_ON_DAYS = 183  # that a reader can come back to read what became of it
LONGEST_OWN_WORD = 1000
STOPPERS = frozenset({*(one.value for one in Threshold), NOTHING})


@dataclass(frozen=True)
class Tally:
    """How many gave each answer about one action: by link, on paper and with hands together."""

    helps: Mapping[Helps, int] = field(default_factory=dict)
    fair: Mapping[Fair, int] = field(default_factory=dict)
    stops: Mapping[str, int] = field(default_factory=dict)

    @property
    def opinions(self) -> int:
        """Who said whether it will help; "I do not know" is no opinion."""
        return sum(self.helps.get(one, 0) for one in (Helps.YES, Helps.PARTLY, Helps.NO))

    @property
    def is_rejected(self) -> bool:
        """More than half of those with an opinion say: this will not help."""
        return self.helps.get(Helps.NO, 0) * 2 > self.opinions


def check_round_move(current: RoundState, wanted: RoundState) -> None:
    """Raises RuleBroken on `state` when the table does not know the move."""
    check_move_in(
        NEXT_ROUND_STATES,
        current,
        wanted,
        refusal=say("Een leesronde kan niet van “%(current)s” naar “%(wanted)s”."),
        labels=ROUND_STATE_LABELS,
        field="state",
    )


def check_questions(questions: Collection[str]) -> None:
    if not questions or not set(questions) <= {one.value for one in Question}:
        raise RuleBroken(say("Kies minstens één vraag."), "questions")


def check_last_day(closes_on: date, today: date) -> None:
    """A round ends today or later, within a year."""
    if closes_on < today:
        raise RuleBroken(say("%(day)s is al voorbij. Kies een latere dag.", day=Day(closes_on)), "closes_on")
    if (closes_on - today).days > MOST_DAYS:
        raise RuleBroken(say("Kies een dag binnen het jaar."), "closes_on")


def check_takes_answers(state: RoundState, closes_on: date, today: date) -> None:
    """Raises RuleBroken when a round does not run; what comes on paper may still be typed in (`check_takes_paper`)."""
    if state is not RoundState.OPEN or closes_on < today:
        raise RuleBroken(say("Deze vragen zijn afgesloten. Dank je wel dat je wou meedoen."))


def check_takes_paper(state: RoundState) -> None:
    if state is RoundState.DRAFT:
        raise RuleBroken(say("Deze leesronde is nog niet begonnen."))


def check_stops(stops: Collection[str]) -> None:
    """Thresholds that we know; "nothing" stands alone."""
    if not set(stops) <= STOPPERS:
        raise RuleBroken(say("Kies uit de lijst."), "stops")
    if NOTHING in stops and len(set(stops)) > 1:
        raise RuleBroken(say("Je koos “niets”, en ook iets dat je tegenhoudt. Kies één van de twee."), "stops")


def check_links_wanted(count: int) -> None:
    if not 1 <= count <= MOST_LINKS:
        raise RuleBroken(say("Kies een getal van 1 tot %(most)s.", most=MOST_LINKS), "count")


def check_objections_answered(titles: Iterable[str]) -> None:
    """Raises RuleBroken when actions of a plan that most readers rejected have no answer yet."""
    waiting = list(titles)
    if waiting:
        raise RuleBroken(
            say(
                "De meeste lezers zeggen: dit helpt niet. Geef eerst een antwoord bij: %(titles)s.",
                titles=", ".join(waiting),
            ),
            field="status",
        )
