"""The Flemish rules that the portal checks or computes, one row each."""

from __future__ import annotations

from portal.foundation.finding import Severity
from portal.foundation.wording import say
from portal.funding.regimes import sources
from portal.funding.regimes.types import Certainty, RuleEntry

FLEMISH = ("FL-PD", "FL-BCD-T", "FL-BCD-B")
LOCAL = ("FL-PD", "FL-BCD-T")
ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT
CONFIRMED, PROBABLE = Certainty.CONFIRMED, Certainty.PROBABLE
DISPUTED, ASSUMED = Certainty.DISPUTED, Certainty.ASSUMED

FLEMISH_RULES = (
    RuleEntry(
        "FL-SPEND-1",
        FLEMISH,
        HINT,
        say("Het Vlaamse geld betaalt deelname aan vrije tijd: toegang, lidgeld en wat je nodig hebt."),
        CONFIRMED,
        sources.SCW_CONDITIONS,
    ),
    RuleEntry(
        "FL-SPEND-2",
        FLEMISH,
        HINT,
        say("Het Vlaamse geld steunt initiatieven van of voor mensen in armoede."),
        CONFIRMED,
        sources.SCW_CONDITIONS,
    ),
    RuleEntry(
        "FL-SPEND-3",
        FLEMISH,
        HINT,
        say("Of het Vlaamse geld personeel mag betalen, is niet bekend."),
        ASSUMED,
        sources.NOT_FOUND,
    ),
    RuleEntry(
        "FL-SPEND-5",
        FLEMISH,
        ERROR,
        say("Je geeft het geld uit in het jaar zelf, van 1 januari tot 31 december."),
        PROBABLE,
        sources.DEMOS_FICHE,
    ),
    RuleEntry(
        "FL-DRAW-6",
        LOCAL,
        HINT,
        say("Het trekkingsrecht volgt het aantal mensen met verhoogde tegemoetkoming en met leefloon."),
        CONFIRMED,
        sources.CJM,
    ),
    RuleEntry(
        "FL-COFIN-1",
        ("FL-PD",),
        WARNING,
        say("De gemeente legt minstens evenveel eigen geld bij als Vlaanderen geeft."),
        CONFIRMED,
        sources.VGC,
    ),
    RuleEntry(
        "FL-COFIN-2",
        ("FL-PD",),
        WARNING,
        say("De gemeente legt minstens het dubbele bij van wat Vlaanderen geeft."),
        DISPUTED,
        sources.COMEET,
    ),
    RuleEntry(
        "FL-COFIN-3",
        ("FL-PD",),
        WARNING,
        say("De bronnen noemen voor de cofinanciering 1 op 1 en 2 op 1. Het netwerk kiest."),
        DISPUTED,
        f"{sources.VGC}; {sources.COMEET}",
    ),
    RuleEntry(
        "FL-COFIN-4",
        ("FL-PD",),
        WARNING,
        say("Voor 2020 tot 2026 rekenen we met 1 euro eigen geld voor elke Vlaamse euro."),
        ASSUMED,
        sources.NOT_FOUND,
    ),
    RuleEntry(
        "FL-COFIN-5",
        ("FL-BCD-T",),
        HINT,
        say("Vanaf 2027 is cofinanciering niet meer verplicht voor een lokaal netwerk."),
        CONFIRMED,
        sources.DEMOS_TRANSITION,
    ),
    RuleEntry(
        "FL-COFIN-6",
        ("FL-BCD-B",),
        HINT,
        say("Of een bovenlokaal netwerk eigen geld moet bijleggen, is niet bekend."),
        ASSUMED,
        sources.NOT_FOUND,
    ),
    RuleEntry(
        "FL-COFIN-7",
        ("FL-PD",),
        HINT,
        say("Een deel van het federale geld mag tellen als cofinanciering. Hoeveel, staat nergens."),
        CONFIRMED,
        sources.DEMOS_FICHE,
    ),
    RuleEntry(
        "FL-COFIN-9",
        ("FL-PD",),
        HINT,
        say("Of eigen personeel en ander Vlaams geld mogen tellen als cofinanciering, is niet bekend."),
        ASSUMED,
        sources.NOT_FOUND,
    ),
    RuleEntry(
        "FL-COFIN-10",
        ("FED-END",),
        WARNING,
        say("Vanaf 2026 kan er geen nieuw federaal geld tellen als cofinanciering."),
        PROBABLE,
        sources.PRESS_END,
    ),
    RuleEntry(
        "FL-COFIN-12",
        ("FL-PD",),
        WARNING,
        say("We tonen de cofinanciering altijd met en zonder het federale geld."),
        CONFIRMED,
        sources.OWN_ARITHMETIC,
    ),
    RuleEntry(
        "FL-BCD-10",
        ("FL-BCD-T", "FL-BCD-B"),
        HINT,
        say("Het bedrag en de verantwoording vanaf 2027 zijn nog niet bekend."),
        ASSUMED,
        sources.NOT_FOUND,
    ),
    RuleEntry(
        "FL-PROC-7",
        FLEMISH,
        WARNING,
        say("Of je ongebruikt Vlaams geld mag houden, is niet bekend."),
        ASSUMED,
        sources.NOT_FOUND,
    ),
)

PORTAL_RULES = (
    RuleEntry(
        "STREAM-1",
        (),
        ERROR,
        say("Je kiest een geldbron die het portaal kent."),
        CONFIRMED,
        sources.OF_PORTAL,
    ),
    RuleEntry(
        "MONEY-1",
        (),
        ERROR,
        say("Een bedrag is hoger dan nul."),
        CONFIRMED,
        sources.OF_PORTAL,
    ),
    RuleEntry(
        "MONEY-2",
        (),
        ERROR,
        say("Je geeft van een bron niet meer uit dan er is."),
        CONFIRMED,
        sources.OF_PORTAL,
    ),
    RuleEntry(
        "MONEY-3",
        (),
        WARNING,
        say("Voor elke bron die je gebruikt, staat er een toegekend bedrag."),
        CONFIRMED,
        sources.OF_PORTAL,
    ),
    RuleEntry(
        "MONEY-4",
        (),
        WARNING,
        say("Elke uitgave wordt door minstens één bron betaald."),
        CONFIRMED,
        sources.OF_PORTAL,
    ),
    RuleEntry(
        "MONEY-5",
        (),
        ERROR,
        say("De datums van een uitgave passen bij haar stand."),
        CONFIRMED,
        sources.OF_PORTAL,
    ),
    RuleEntry(
        "MONEY-6",
        (),
        WARNING,
        say("Dezelfde kost staat maar één keer in het portaal."),
        CONFIRMED,
        sources.OF_PORTAL,
    ),
    RuleEntry(
        "DATA-ORG-1",
        (),
        WARNING,
        say("Federaal geld is van het OCMW, het trekkingsrecht van de gemeente."),
        CONFIRMED,
        sources.INTEGRATED_ACCOUNTS,
    ),
)
