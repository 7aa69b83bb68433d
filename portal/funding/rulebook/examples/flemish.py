"""The worked examples of the Flemish rules."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from portal.foundation.money import rounded_cents, share_of
from portal.foundation.wording import Euros, say
from portal.funding.calculators import vgc_goes_first
from portal.funding.regimes import AmountKey, Decisions, RegimeLevel, SettingKey, cofinancing_ratio, law_of_year
from portal.funding.rulebook.examples.types import ADDED, Outcome, WorkedExample, given, percent, share_in
from portal.funding.rules import cofinancing_position, cofinancing_required, drawing_right_estimate

FLEMISH = RegimeLevel.FLEMISH
BRASSCHAAT = 5_510_00
ANTWERP = (
    (say("sociaal deel van de A-kaart"), 65_000_00),
    (say("vrijetijdsbemiddelaars"), 44_476_00),
    (say("vrijetijdsloketten"), 90_000_00),
    (say("experimentenfonds"), 50_000_00),
)


def drawing_right(decisions: Decisions) -> Iterator[WorkedExample]:
    law = law_of_year(2024, decisions)
    vgc = share_in(law, FLEMISH, SettingKey.VGC_SHARE)
    weight = share_in(law, FLEMISH, SettingKey.DRAWING_RIGHT_WEIGHT)
    budget, first = 1_400_000_00, vgc_goes_first(law)
    cents = drawing_right_estimate(
        budget,
        vt=2_400,
        vt_whole=800_000,
        rmi=150,
        rmi_whole=60_000,
        vgc_share=vgc,
        vt_weight=weight,
        vgc_goes_first=first,
    )
    yield WorkedExample(
        "FL-DRAW-6",
        say("Het trekkingsrecht van een gemeente"),
        2024,
        given(
            (say("Vlaams geld voor alle netwerken"), Euros(budget)),
            (say("mensen met verhoogde tegemoetkoming in de gemeente"), 2_400),
            (say("mensen met verhoogde tegemoetkoming in Vlaanderen"), 800_000),
            (say("mensen met leefloon in de gemeente"), 150),
            (say("mensen met leefloon in Vlaanderen"), 60_000),
        ),
        say(
            "(%(budget)s min %(vgc)s voor Brussel) x (%(vt_weight)s van 2400/800000 + %(rmi_weight)s van 150/60000)",
            budget=Euros(budget),
            vgc=percent(vgc if first else 0),
            vt_weight=percent(weight),
            rmi_weight=percent(1 - weight),
        ),
        (
            Outcome(say("deel van Brussel"), Euros(rounded_cents(budget * vgc)), Euros(84_000_00)),
            Outcome(say("trekkingsrecht"), Euros(cents), Euros(3_619_00)),
        ),
        is_invented=True,
    )


def antwerp(_decisions: Decisions) -> Iterator[WorkedExample]:
    yield WorkedExample(
        "FL-DRAW-7",
        say("Antwerpen in 2015"),
        2015,
        given(*((label, Euros(cents)) for label, cents in ANTWERP)),
        ADDED,
        (Outcome(say("trekkingsrecht"), Euros(sum(cents for _label, cents in ANTWERP)), Euros(249_476_00)),),
    )


def part_of_the_vgc(decisions: Decisions) -> Iterator[WorkedExample]:
    law = law_of_year(2024, decisions)
    known = law.amount(AmountKey.FLEMISH_RIGHTS)
    whole, vgc = known.value if known else 0, share_in(law, FLEMISH, SettingKey.VGC_SHARE)
    yield WorkedExample(
        "FL-DRAW-10",
        say("Het kleinste deel van de VGC"),
        2024,
        given((say("Vlaams geld voor alle netwerken"), Euros(whole))),
        say("%(vgc)s van %(whole)s", vgc=percent(vgc), whole=Euros(whole)),
        (Outcome(say("deel van de VGC"), Euros(rounded_cents(whole * vgc)), Euros(83_494_14)),),
    )


def brasschaat(decisions: Decisions) -> Iterator[WorkedExample]:
    row = cofinancing_ratio(2027, decisions)
    later = Fraction(row.value) if row is not None and row.value is not None else Fraction(0)
    cases = (
        (say("bij 1 op 1"), Fraction(1), 5_510_00, 11_020_00),
        (say("bij 2 op 1"), Fraction(2), 11_020_00, 16_530_00),
        (say("in 2027, onder de overgangsmaatregel"), later, 0, BRASSCHAAT),
    )
    outcomes = []
    for label, ratio, own, total in cases:
        needed = cofinancing_required(BRASSCHAAT, ratio)
        outcomes.append(Outcome(say("eigen geld %(when)s", when=label), Euros(needed), Euros(own)))
        outcomes.append(Outcome(say("hele plan %(when)s", when=label), Euros(BRASSCHAAT + needed), Euros(total)))
    yield WorkedExample(
        "FL-COFIN-11",
        say("Het eigen geld van Brasschaat"),
        2019,
        given((say("trekkingsrecht"), Euros(BRASSCHAAT))),
        say("trekkingsrecht x eigen geld voor elke Vlaamse euro"),
        tuple(outcomes),
    )


def with_and_without(_decisions: Decisions) -> Iterator[WorkedExample]:
    position = cofinancing_position(6_000_00, 4_000_00, 2_500_00, 1)
    short = position.shortfall_without_federal_cents
    yield WorkedExample(
        "FL-COFIN-12",
        say("Met en zonder het federale geld"),
        2025,
        given(
            (say("trekkingsrecht"), Euros(6_000_00)),
            (say("eigen geld"), Euros(4_000_00)),
            (say("federaal geld"), Euros(2_500_00)),
            (say("eigen geld voor elke Vlaamse euro"), 1),
        ),
        say("eigen geld + federaal geld, naast trekkingsrecht x 1"),
        (
            Outcome(say("wat meetelt met federaal geld"), Euros(position.counted_cents), Euros(6_500_00)),
            Outcome(say("wat meetelt zonder federaal geld"), Euros(position.own_cents), Euros(4_000_00)),
            Outcome(say("tekort met federaal geld"), Euros(position.shortfall_cents), Euros(0)),
            Outcome(say("tekort zonder federaal geld"), Euros(short), Euros(2_000_00)),
        ),
        is_invented=True,
    )


def draft_for_bodies(_decisions: Decisions) -> Iterator[WorkedExample]:
    least = 100_000_00
    yield WorkedExample(
        "FL-BCD-9",
        say("Een IGS in het ontwerp van 2023"),
        2027,
        given(
            (say("kleinste bedrag voor een IGS"), Euros(least)),
            (say("deel dat de besturen bijleggen"), percent(Fraction(3, 4))),
        ),
        say("%(share)s van %(least)s", share=percent(Fraction(3, 4)), least=Euros(least)),
        (Outcome(say("wat de besturen minstens bijleggen"), Euros(share_of(least, 75, 100)), Euros(75_000_00)),),
    )
