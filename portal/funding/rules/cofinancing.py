"""Co-financing: own money beside the Flemish money, shown with and without the federal money (FL-COFIN)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Euros, say
from portal.funding.regimes import Setting, StreamKind, cofinancing_ratio
from portal.funding.rules.found import found
from portal.funding.rules.totals import YearTotals


@dataclass(frozen=True)
class CofinancingPosition:
    """What is asked and what is there; federal money counts in one reading and not in the other."""

    required_cents: int
    own_cents: int
    federal_cents: int

    @property
    def counted_cents(self) -> int:
        return self.own_cents + self.federal_cents

    @property
    def shortfall_cents(self) -> int:
        return max(0, self.required_cents - self.counted_cents)

    @property
    def shortfall_without_federal_cents(self) -> int:
        return max(0, self.required_cents - self.own_cents)

    @property
    def is_met(self) -> bool:
        return self.shortfall_cents == 0

    @property
    def is_met_without_federal(self) -> bool:
        return self.shortfall_without_federal_cents == 0


def cofinancing_required(drawing_right_cents: int, ratio: Fraction | int) -> int:
    """Own money that belongs to a drawing right; a minimum, so a part of a cent counts as a whole one."""
    return int(-(-(drawing_right_cents * Fraction(ratio)) // 1))


def cofinancing_position(
    drawing_right_cents: int, own_cents: int, federal_cents: int, ratio: Fraction | int
) -> CofinancingPosition:
    """FL-COFIN-11 and FL-COFIN-12: what is asked, and what there is with and without federal money."""
    return CofinancingPosition(cofinancing_required(drawing_right_cents, ratio), own_cents, federal_cents)


def position_of_year(totals: YearTotals) -> tuple[CofinancingPosition, Setting] | None:
    """The position of a year with the ratio behind it, or None without drawing right or known ratio.

    While the year runs, money that is promised counts as there; afterwards only money that was spent. Of the
    federal money only what pays actions of the network counts, because how large a part may is not known.
    """
    facts, law = totals.facts, totals.law
    ratio = cofinancing_ratio(
        law.year,
        law.overrides,
        settings=law.settings,
        choice=law.choice,
        network_ratio=facts.cofinancing_ratio,
    )
    drawing_right = totals.granted_of(StreamKind.DRAWING_RIGHT)
    if ratio is None or ratio.value is None or not drawing_right:
        return None
    own = totals.available_of(StreamKind.COFINANCING, with_grants=True)
    federal = totals.available_of(StreamKind.FEDERAL, with_grants=False)
    return cofinancing_position(drawing_right, own, federal, Fraction(ratio.value)), ratio


def check_cofinancing(totals: YearTotals) -> Iterator[Finding]:
    """Is there enough own money, and is there still enough without the federal money?"""
    known = position_of_year(totals)
    if known is None:
        return
    position, ratio = known
    if not position.is_met:
        yield found(
            "FL-COFIN-12",
            say(
                "Er is %(shortfall)s te weinig cofinanciering. Nodig is %(required)s. "
                "Er is %(counted)s met federaal geld en %(own)s zonder.",
                shortfall=Euros(position.shortfall_cents),
                required=Euros(position.required_cents),
                counted=Euros(position.counted_cents),
                own=Euros(position.own_cents),
            ),
            severity=Severity.ERROR if ratio.is_settled else Severity.WARNING,
            source=ratio.source,
        )
    elif not position.is_met_without_federal:
        yield found(
            "FL-COFIN-12",
            say(
                "De cofinanciering is in orde met het federale geld: %(counted)s, nodig is %(required)s. "
                "Zonder is er %(own)s en kom je %(shortfall)s tekort.",
                counted=Euros(position.counted_cents),
                required=Euros(position.required_cents),
                own=Euros(position.own_cents),
                shortfall=Euros(position.shortfall_without_federal_cents),
            ),
            source=ratio.source,
        )
