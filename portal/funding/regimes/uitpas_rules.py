"""UiTPAS and the social tariff: who pays which share, and what a portal may ask of the pass."""

from __future__ import annotations

from portal.foundation.finding import Certainty, Severity
from portal.foundation.wording import Wording, say
from portal.funding.regimes import sources
from portal.funding.regimes.types import RuleEntry

CONFIRMED, PROBABLE, DISPUTED = Certainty.CONFIRMED, Certainty.PROBABLE, Certainty.DISPUTED


def _fact(rule: str, title: Wording, source: str, certainty: Certainty = CONFIRMED) -> RuleEntry:
    return RuleEntry(rule, (), Severity.HINT, title, certainty, source)


UITPAS_RULES = (
    _fact(
        "UIT-1",
        say("Bij het kansentarief betaalt iedereen een deel: wie de pas heeft, de organisator en het lokaal bestuur."),
        sources.PUBLIQ_API,
    ),
    _fact(
        "UIT-2",
        say("Vaak betaalt de deelnemer 20 procent, de organisator 40 en het lokaal bestuur 40. De korting is dan 80."),
        f"{sources.PUBLIQ_SPLIT}; {sources.KORTRIJK}",
    ),
    _fact(
        "UIT-3",
        say("De deelnemer betaalt hoogstens 20 tot 25 procent, en met opzet nooit niets. De organisator minstens 10."),
        sources.PUBLIQ_SPLIT,
    ),
    _fact(
        "UIT-4",
        say("De gemeente waar iemand woont, betaalt het openbare deel. In een UiTPAS-regio is de verdeling gelijk."),
        sources.KORTRIJK,
    ),
    _fact(
        "UIT-5",
        say("Van 50 euro lidgeld betaalt de deelnemer 10, de organisator 20 en de gemeente 20."),
        sources.OWN_ARITHMETIC,
    ),
    _fact(
        "UIT-6",
        say("Vlaanderen betaalt de software. De gemeente betaalt haar deel met eigen geld of geld van het netwerk."),
        f"{sources.PUBLIQ_COST}; {sources.PRESS_2025}",
        PROBABLE,
    ),
    RuleEntry(
        "UIT-7",
        ("FL-PD",),
        Severity.HINT,
        say("Een gemeente kon pas met UiTPAS beginnen als er een lokaal netwerk was."),
        CONFIRMED,
        sources.DEMOS_UITPAS,
    ),
    _fact(
        "UIT-8",
        say("UiTPAS geeft tarieven, verkopen, passen en verslagen per organisator. Test en echt zijn gescheiden."),
        sources.PUBLIQ_API,
    ),
    _fact(
        "UIT-9",
        say(
            "Reken het kansentarief nooit zelf uit: vraag het per pas. Een verkoop die niet gemeld is, komt niet terug."
        ),
        sources.PUBLIQ_API,
    ),
    _fact(
        "UIT-10",
        say(
            "Of je een lijst van passen met kansentarief kan krijgen, spreekt elkaar tegen. Reken op een apart akkoord."
        ),
        sources.PUBLIQ_API,
        DISPUTED,
    ),
    _fact(
        "UIT-11",
        say("Bewaar geen rijksregisternummers en geen nummers van passen als het niet moet."),
        sources.PUBLIQ_API,
    ),
    _fact(
        "UIT-12",
        say("Een activiteit met UiTPAS heeft een basisprijs en een organisator die UiTPAS kent."),
        sources.PUBLIQ_API,
    ),
)
