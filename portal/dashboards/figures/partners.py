"""The balance between partners as figures: who carries, who gives, and on which thresholds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portal.dashboards.balance import Balance, Effort, PartnerBalance
from portal.dashboards.figures.words import (
    amount,
    filled,
    hours,
    joined,
    listed,
    percent,
    sector_label,
    threshold_label,
)
from portal.dashboards.types import Figure, FigureKind, Series, Table, Text, Unit
from portal.foundation.wording import Wording, say

EVEN = 0.85  # from here on the title calls the spread even; a choice of ours, shown in the definition

SOURCE = say("Acties, dragende partners, bijdragen en uitgaven in dit portaal.")
CARRYING = say(
    "Elke actie telt voor 1. Dragen meer partners ze, dan krijgt elk zijn aandeel. Wat niemand opneemt, "
    "is voor de trekker. Ideeën en geplande acties tellen mee, gestopte acties niet."
)
EUROS = say(
    "Euro's zijn het eigen geld dat een partner gaf, en wat de financieringsbronnen betaalden voor de "
    "acties die hij trekt. Een factuur zelf telt niet mee, zodat niets dubbel telt. De waarde van "
    "materiaal telt niet mee."
)
SHARE_FORMULA = say("Aandeel = de acties die de partner draagt, gedeeld door alle gedragen acties.")
EVENNESS_FORMULA = say(
    "Evenwicht = H / ln n. H = - (som van p x ln p). p is het aandeel van een partner, n het aantal "
    "partners van het jaar, ook wie niets draagt. 1 is helemaal gelijk, 0 is alles bij één partner."
)

HALVES = say("Een actie met twee drempels telt bij elke drempel voor de helft, met drie voor een derde.")


class Measure(StrEnum):
    """What is counted for a partner beside the actions it carries."""

    LED = "led"
    HOURS = "hours"
    EUROS = "euros"
    PEOPLE = "people"


@dataclass(frozen=True)
class _MeasureWords:
    """How a measure is read, drawn and told."""

    value: Callable[[PartnerBalance], int]
    unit: Unit
    name: Wording
    most: Wording
    nothing: Wording
    definition: Wording


_MEASURES: Mapping[Measure, _MeasureWords] = {
    Measure.LED: _MeasureWords(
        lambda one: one.actions_led,
        Unit.COUNT,
        say("Acties als trekker"),
        say("De meeste acties worden getrokken door %(partner)s (%(amount)s)."),
        say("Nog geen enkele actie heeft een trekker."),
        say("Elke actie heeft hoogstens één trekker. Gestopte acties tellen niet mee."),
    ),
    Measure.HOURS: _MeasureWords(
        lambda one: one.effort.minutes,
        Unit.MINUTES,
        say("Uren"),
        say("De meeste uren komen van %(partner)s (%(amount)s)."),
        say("Nog niemand meldde uren."),
        say("De uren die partners zelf meldden als bijdrage."),
    ),
    Measure.EUROS: _MeasureWords(
        lambda one: one.effort.euros_cents,
        Unit.CENTS,
        say("Euro"),
        say("Het meeste geld staat bij %(partner)s (%(amount)s)."),
        say("Er is nog geen geld gegeven of uitgegeven."),
        EUROS,
    ),
    Measure.PEOPLE: _MeasureWords(
        lambda one: one.effort.people_reached,
        Unit.COUNT,
        say("Bereikte mensen"),
        say("De meeste mensen werden bereikt door %(partner)s (%(amount)s)."),
        say("Nog niemand meldde bereikte mensen."),
        say("Het aantal mensen dat partners zelf meldden. Wie twee keer komt, kan twee keer tellen."),
    ),
}


def carried_by_partner(balance: Balance, year: int, *, with_money: bool = True) -> Figure:
    """Actions carried by each partner; the table holds every measure of the partner, euros when they may be seen."""
    euros: tuple[Text, ...] = (say("Euro"),) if with_money else ()
    drawn = [one for one in balance.partners if one.actions_carried]
    return Figure(
        key="partners",
        kind=FigureKind.BARS,
        title=_carried_title(balance, year),
        labels=tuple(one.name for one in drawn),
        series=(Series(say("Gedragen acties"), tuple(one.actions_carried for one in drawn)),),
        note=not_drawn([one.name for one in balance.partners if not one.actions_carried]),
        table=Table(
            (
                say("Partner"),
                say("Sector"),
                say("Acties als trekker"),
                say("Gedragen acties"),
                say("Aandeel"),
                say("Uren"),
                *euros,
                say("Bereikte mensen"),
            ),
            tuple(_partner_row(one, with_money) for one in balance.partners),
            text_columns=2,
        ),
        definition=joined(CARRYING, EUROS) if with_money else CARRYING,
        formula=joined(SHARE_FORMULA, EVENNESS_FORMULA),
        source=SOURCE,
    )


def not_drawn(names: Sequence[Text]) -> Wording | None:
    """Who has nothing to draw, in words instead of an empty bar."""
    return say("Nog niets: %(names)s.", names=listed(names)) if names else None


def _partner_row(one: PartnerBalance, with_money: bool) -> tuple[Text, ...]:
    return (
        one.name,
        sector_label(one.sector),
        amount(one.actions_led, Unit.COUNT),
        amount(one.actions_carried, Unit.COUNT),
        amount(one.share, Unit.SHARE),
        *effort_row(one.effort, with_money),
    )


def effort_row(effort: Effort, with_money: bool) -> tuple[Text, ...]:
    """Hours, euros (when they may be seen) and people reached."""
    euros = (amount(effort.euros_cents, Unit.CENTS),) if with_money else ()
    return (hours(effort.minutes), *euros, amount(effort.people_reached, Unit.COUNT))


def _carried_title(balance: Balance, year: int) -> Wording:
    most = balance.largest_share
    if not balance.partners:
        return say("In %(year)s heeft het netwerk geen partners.", year=year)
    if most is None:
        return say("In %(year)s draagt nog geen enkele partner een actie.", year=year)
    if len(balance.partners) == 1:
        return say("%(partner)s is de enige partner en draagt alles.", partner=most.partners[0])
    if balance.evenness is not None and balance.evenness >= EVEN:
        return say(
            "De acties zijn goed verdeeld. Het grootste aandeel is %(share)s, bij %(partner)s.",
            partner=listed(most.partners),
            share=percent(most.share),
        )
    if len(most.partners) > 1:
        return say(
            "%(partners)s dragen het meest: elk %(share)s van de acties.",
            partners=listed(most.partners),
            share=percent(most.share),
        )
    return say(
        "%(partner)s draagt het meest: %(share)s van de acties.",
        partner=most.partners[0],
        share=percent(most.share),
    )


def measured_by_partner(balance: Balance, measure: Measure) -> Figure:
    """Hours, euros, people reached or actions led for each partner, largest first."""
    words = _MEASURES[measure]
    ranked = sorted(balance.partners, key=lambda one: (-words.value(one), one.name, one.partner_id))
    first = ranked[0] if ranked and words.value(ranked[0]) > 0 else None
    title = words.nothing
    if first is not None:
        top = [one.name for one in ranked if words.value(one) == words.value(first)]
        title = filled(words.most, partner=listed(top), amount=amount(words.value(first), words.unit))
    drawn = [one for one in ranked if words.value(one)]
    return Figure(
        key=f"partners-{measure.value}",
        kind=FigureKind.BARS,
        title=title,
        unit=words.unit,
        labels=tuple(one.name for one in drawn),
        series=(Series(words.name, tuple(words.value(one) for one in drawn)),),
        note=not_drawn([one.name for one in ranked if not words.value(one)]),
        table=Table(
            (say("Partner"), words.name),
            tuple((one.name, amount(words.value(one), words.unit)) for one in ranked),
        ),
        definition=words.definition,
        source=SOURCE,
    )


def partner_thresholds(balance: Balance) -> Figure:
    """What each partner carries in each threshold, as a heat map."""
    spread = balance.spread
    columns = tuple(threshold_label(code) for code in spread.thresholds)
    names = [one.name for one in balance.partners] if columns else []
    return Figure(
        key="partner-thresholds",
        kind=FigureKind.HEAT,
        title=_spread_title(balance),
        labels=tuple(names),
        columns=columns,
        series=tuple(Series(name, row) for name, row in zip(names, spread.rows, strict=False)),
        table=Table(
            (say("Partner"), *columns),
            tuple(
                (name, *(amount(value, Unit.COUNT) for value in row))
                for name, row in zip(names, spread.rows, strict=False)
            ),
        ),
        definition=joined(CARRYING, HALVES),
        source=SOURCE,
    )


def _spread_title(balance: Balance) -> Wording:
    """The threshold that hangs on the fewest partners is the finding."""
    spread = balance.spread
    if not spread.thresholds or not balance.partners:
        return say("Er zijn nog geen acties met een drempel.")
    hands = [sum(1 for row in spread.rows if row[at]) for at in range(len(spread.thresholds))]
    lone = [threshold_label(code) for code, count in zip(spread.thresholds, hands, strict=True) if count == 1]
    if not lone:
        return say("Aan elke drempel met een actie werken minstens twee partners.")
    if len(lone) == 1:
        return say("Aan de drempel %(threshold)s werkt maar één partner.", threshold=lone[0])
    return say(
        "Aan %(count)s drempels werkt maar één partner: %(thresholds)s.",
        count=len(lone),
        thresholds=listed(lone),
    )
