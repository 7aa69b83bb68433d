"""The deadlines of a network: those of the law with its own dates, what was done, what was left out, and the tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.closing.rules import state_of
from portal.closing.types import DeadlineState, MarkFacts
from portal.foundation.finding import Certainty
from portal.foundation.wording import Wording, say
from portal.funding.regimes import DatedDeadline

FEDERAL_REPORT, JUSTIFICATION = "federal-report", "flemish-justification"
SPENDING, BOOKING = "flemish-spending", "federal-booking"


@dataclass(frozen=True)
class Step:
    """Something to do before a deadline, and the page where it is done."""

    sentence: Wording
    endpoint: str = ""
    with_year: bool = True


WRITE_NOTE = (
    Step(say("Kijk samen met de partners en de verenigingen wat je wil bereiken."), "plans.plans", with_year=False),
    Step(say("Schrijf de nota en laat ze goedkeuren."), "plans.plans", with_year=False),
    Step(say("Dien de nota in bij het departement.")),
)
SPEND = (
    Step(say("Vraag de partners naar facturen die nog komen."), "network.partners", with_year=False),
    Step(say("Boek elke uitgave, met de boekingsdatum en de bron."), "funding.expenses"),
    Step(say("Kijk wat nog vrij is."), "funding.money"),
)
STEPS: Mapping[str, tuple[Step, ...]] = {
    "application": WRITE_NOTE,
    "transition-note": WRITE_NOTE,
    "decision": (Step(say("Vul het bedrag in dat is toegekend, met het kenmerk van de brief."), "funding.grants"),),
    SPENDING: SPEND,
    BOOKING: SPEND,
    FEDERAL_REPORT: (
        Step(say("Los de fouten op en beantwoord de opmerkingen."), "funding.expenses"),
        Step(say("Kijk na of elke lijn het aantal begunstigden en de boekingsdatum heeft."), "funding.expenses"),
        Step(say("Dien het verslag in bij de POD Maatschappelijke Integratie.")),
    ),
    JUSTIFICATION: (
        Step(say("Dien eerst het federale jaarverslag in, als er dat jaar federaal geld was.")),
        Step(say("Vraag de partners naar hun bijdragen en noteer wat gemeten is."), "plans.contributions"),
        Step(say("Bespreek met de verenigingen wat goed ging en wat beter kan."), "meetings.meetings", with_year=False),
        Step(say("Dien de verantwoording in bij het departement.")),
    ),
}


@dataclass(frozen=True)
class Term:
    """One deadline of the money of a year, as this network stands with it."""

    year: int
    key: str
    title: Wording
    on: date | None
    mark: MarkFacts
    state: DeadlineState
    rule: str
    certainty: Certainty
    source: str
    is_change: bool = False

    @property
    def due(self) -> date | None:
        """The day that counts for this network: its own one goes first."""
        return self.mark.planned_on or self.on

    @property
    def is_open(self) -> bool:
        return not self.is_change and self.state in (DeadlineState.OPEN, DeadlineState.OVERDUE)

    @property
    def steps(self) -> tuple[Step, ...]:
        return STEPS.get(self.key, ())


def terms_of(
    year: int, deadlines: Iterable[DatedDeadline], marks: Mapping[tuple[int, str], MarkFacts], today: date
) -> tuple[Term, ...]:
    """The deadlines of the money of one year, in the order of their days; those without a day last."""
    found = []
    for one in deadlines:
        mark = marks.get((year, one.key), MarkFacts())
        due = mark.planned_on or one.on
        state = DeadlineState.OPEN if one.is_change else state_of(due, mark, today)
        found.append(
            Term(
                year,
                one.key,
                one.title,
                one.on,
                mark,
                state,
                one.rule,
                one.certainty,
                one.source,
                is_change=one.is_change,
            )
        )
    return in_order(found)


def in_order(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(sorted(terms, key=lambda one: (one.due is None, one.due or date.max, one.year, one.key)))


def coming(terms: Sequence[Term], today: date, *, days: int) -> tuple[Term, ...]:
    """What is late, and what has to be done within so many days."""
    return tuple(one for one in terms if one.is_open and one.due is not None and (one.due - today).days <= days)


def wrong_order(terms: Iterable[Term]) -> bool:
    """Whether the Flemish justification was handed in before the federal report of the same year (FL-PROC-6)."""
    done = {one.key: one for one in terms}
    report, justification = done.get(FEDERAL_REPORT), done.get(JUSTIFICATION)
    if report is None or justification is None or justification.mark.done_on is None or report.mark.skipped_reason:
        return False
    return report.mark.done_on is None or report.mark.done_on > justification.mark.done_on
