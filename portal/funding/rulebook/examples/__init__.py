"""Every worked example of the rulebook, reckoned by the code that the portal itself uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from portal.funding.regimes import Decision, Decisions, as_decisions
from portal.funding.rulebook.examples import budgets, federal, flemish, other
from portal.funding.rulebook.examples.types import Given, Outcome, WorkedExample

__all__ = ["EXAMPLES", "Given", "Outcome", "WorkedExample", "examples_of"]

EXAMPLES: dict[str, Callable[[Decisions], Iterator[WorkedExample]]] = {
    "FL-DRAW-6": flemish.drawing_right,
    "FL-DRAW-7": flemish.antwerp,
    "FL-DRAW-10": flemish.part_of_the_vgc,
    "FL-COFIN-11": flemish.brasschaat,
    "FL-COFIN-12": flemish.with_and_without,
    "FL-BCD-9": flemish.draft_for_bodies,
    "FED-KEY-3": federal.key,
    "FED-TARGET-7": federal.mixed_audience,
    "FED-STAFF-3": federal.staff_of_one_centre,
    "FED-STAFF-4": federal.staff_of_centres_together,
    "FED-STAFF-7": federal.staff_per_cluster,
    "FED-PAY-1": federal.advance,
    "FED-PAY-6": federal.year_of_booking,
    "FED-COST-6": federal.pack,
    "FED-COST-7": federal.recycled_computer,
    "FED-LIFE-3": budgets.parts_of_2016,
    "FED-LIFE-5": budgets.loss_of_2025,
    "UIT-5": other.social_tariff,
    "DATA-KBO-1": other.enterprise_number,
}


def examples_of(rule: str, decisions: Iterable[Decision] = ()) -> tuple[WorkedExample, ...]:
    """The examples of a rule, with the figures as they are decided now."""
    made = EXAMPLES.get(rule)
    return tuple(made(as_decisions(decisions))) if made else ()
