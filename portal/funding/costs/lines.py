"""How a line of a list is written down: allowed, refused, or depending on something."""

from __future__ import annotations

from collections.abc import Callable

from portal.foundation.finding import Certainty
from portal.foundation.wording import Wording
from portal.funding.costs.lists import (
    CLUSTER_CHILDREN,
    CLUSTER_PARTICIPATION,
    FLEMISH_INITIATIVES,
    FLEMISH_PARTICIPATION,
)
from portal.funding.costs.types import Cap, CostEntry, CostList, Verdict, words_of

# Lists that describe what they pay without naming everything: how the same thing is seen in other years.
TAKE_PART = (CLUSTER_PARTICIPATION, FLEMISH_PARTICIPATION)
TAKE_PART_AS_CHILD = (CLUSTER_CHILDREN, FLEMISH_PARTICIPATION)
INITIATIVE = (CLUSTER_PARTICIPATION, FLEMISH_INITIATIVES)


def _line(of: CostList, place: str, verdict: Verdict) -> Callable[..., CostEntry]:
    def line(
        subject: str,
        dutch: str,
        english: str,
        words: str = "",
        *,
        condition: Wording | None = None,
        cap: Cap | None = None,
        certainty: Certainty = Certainty.CONFIRMED,
        fits: tuple[CostList, ...] = (),
        years: tuple[int | None, int | None] = (None, None),
        depends: bool = False,
    ) -> CostEntry:
        return CostEntry(
            id=f"{of.code}.{subject}",
            of=of,
            place=place,
            subject=subject,
            dutch=dutch,
            english=english,
            words=words_of(words),
            verdict=Verdict.DEPENDS if depends else verdict,
            condition=condition,
            cap=cap,
            certainty=certainty,
            fits=fits,
            from_year=years[0],
            until_year=years[1],
        )

    return line


def allowing(of: CostList, place: str = "") -> Callable[..., CostEntry]:
    """Writes lines of what a list allows."""
    return _line(of, place, Verdict.ALLOWED)


def refusing(of: CostList, place: str = "") -> Callable[..., CostEntry]:
    """Writes lines of what a list refuses."""
    return _line(of, place, Verdict.NOT_ALLOWED)


def leaving_open(of: CostList, place: str = "") -> Callable[..., CostEntry]:
    """Writes lines of what no source answers."""
    return _line(of, place, Verdict.DEPENDS)
