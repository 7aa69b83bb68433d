"""Co-financing: own money beside the Flemish money, shown with and without the federal money (FL-COFIN)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from portal.foundation.finding import Certainty, Finding, Severity
from portal.foundation.wording import Euros, Wording, say
from portal.funding.regimes import RegimeLevel, Setting, SettingKey, StreamKind, cofinancing_ratio
from portal.funding.regimes.types import told_setting
from portal.funding.rules.found import found
from portal.funding.rules.totals import YearTotals

DOUBLE = 2  # what one source asks of notes that ended in 2019


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
    federal money only what pays actions of the network counts, because how large a part may is not known, and never
    more than what was granted.
    """
    facts, law = totals.facts, totals.law
    ratio = cofinancing_ratio(
        law.year,
        law.overrides,
        choice=law.choice,
        network_ratio=facts.cofinancing_ratio,
    )
    drawing_right = totals.granted_of(StreamKind.DRAWING_RIGHT)
    if ratio is None or ratio.value is None or not drawing_right:
        return None
    position = cofinancing_position(drawing_right, totals.own_money(), totals.federal_money(), Fraction(ratio.value))
    return position, ratio


def check_cofinancing(totals: YearTotals) -> Iterator[Finding]:
    """Is there enough own money, and is there still enough without the federal money?"""
    known = position_of_year(totals)
    if known is None:
        return
    position, ratio = known
    if not position.is_met:
        severity = Severity.ERROR if ratio.is_settled else Severity.WARNING
        sentence = _too_little(position) if position.federal_cents else _too_little_of_own(position)
        yield _told(totals, ratio, sentence, severity)
        yield from _no_federal_money(totals)
    elif not position.is_met_without_federal:
        yield _told(totals, ratio, _met_with_federal(position), Severity.WARNING)
    if position.federal_cents and not position.is_met_without_federal:
        yield _part_of_federal_money(totals)
    yield from _check_double(totals, position, ratio)


def _part_of_federal_money(totals: YearTotals) -> Finding:
    """How much of the federal money may count: nobody knows, or what an administrator decided."""
    row = totals.law.setting(RegimeLevel.FLEMISH, SettingKey.FEDERAL_COUNTED_SHARE)
    if row is None or row.value is None:
        sentence = say(
            "Een deel van het federale geld mag tellen als cofinanciering. Hoe groot dat deel is, staat nergens."
        )
        return found(totals.law, "FL-COFIN-7", sentence)
    sentence = say(
        "Van de federale toelage telt hoogstens %(share)s als cofinanciering.", share=told_setting(row.key, row.value)
    )
    return found(totals.law, "FL-COFIN-7", sentence, source=row.source, certainty=row.certainty)


def _told(totals: YearTotals, ratio: Setting, sentence: Wording, severity: Severity) -> Finding:
    """As sure as the ratio that was used, and with its source."""
    return found(totals.law, "FL-COFIN-12", sentence, severity=severity, source=ratio.source, certainty=ratio.certainty)


def _too_little(position: CofinancingPosition) -> Wording:
    return say(
        "Er is %(shortfall)s te weinig cofinanciering. Nodig is %(required)s. "
        "Er is %(counted)s met federaal geld en %(own)s zonder.",
        shortfall=Euros(position.shortfall_cents),
        required=Euros(position.required_cents),
        counted=Euros(position.counted_cents),
        own=Euros(position.own_cents),
    )


def _too_little_of_own(position: CofinancingPosition) -> Wording:
    return say(
        "Er is %(shortfall)s te weinig cofinanciering. Nodig is %(required)s. Er is %(own)s.",
        shortfall=Euros(position.shortfall_cents),
        required=Euros(position.required_cents),
        own=Euros(position.own_cents),
    )


def _met_with_federal(position: CofinancingPosition) -> Wording:
    return say(
        "De cofinanciering is in orde met het federale geld: %(counted)s, nodig is %(required)s. "
        "Zonder is er %(own)s en kom je %(shortfall)s tekort.",
        counted=Euros(position.counted_cents),
        required=Euros(position.required_cents),
        own=Euros(position.own_cents),
        shortfall=Euros(position.shortfall_without_federal_cents),
    )


def _no_federal_money(totals: YearTotals) -> Iterator[Finding]:
    """After the end of the federal money only own money fills the hole (FL-COFIN-10)."""
    federal = totals.law.regime(RegimeLevel.FEDERAL)
    if federal is not None and federal.is_end:
        sentence = say("In %(year)s kan geen federaal geld meer tellen als cofinanciering.", year=totals.law.year)
        yield found(totals.law, "FL-COFIN-10", sentence, severity=Severity.HINT, certainty=federal.certainty)


def _check_double(totals: YearTotals, position: CofinancingPosition, ratio: Setting) -> Iterator[Finding]:
    """Where the sources disagree, what the other one would ask (FL-COFIN-2); a network's own ratio ends the doubt."""
    double = cofinancing_required(totals.granted_of(StreamKind.DRAWING_RIGHT), DOUBLE)
    if ratio.certainty is Certainty.DISPUTED and position.is_met and position.counted_cents < double:
        sentence = say(
            "Een andere bron vraagt het dubbele: %(double)s. Dan is er %(short)s te weinig.",
            double=Euros(double),
            short=Euros(double - position.counted_cents),
        )
        yield found(totals.law, "FL-COFIN-2", sentence)
