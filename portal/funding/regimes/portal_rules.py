"""Rules of the portal itself, and those on who is in a network and who owns money, one row each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from portal.foundation.finding import Certainty, Severity
from portal.foundation.wording import say
from portal.funding.regimes import sources
from portal.funding.regimes.types import RuleEntry

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT
CONFIRMED = Certainty.CONFIRMED
PARTICIPATION = ("FL-PD",)


def carried_over(rows: Iterable[RuleEntry]) -> tuple[RuleEntry, ...]:
    """Rules of the Participatiedecreet. That they go on for networks in transition is assumed: no source says it."""
    found: list[RuleEntry] = []
    for row in rows:
        softer = WARNING if row.severity is ERROR else row.severity
        found += [
            row,
            replace(row, regimes=("FL-BCD-T",), severity=softer, certainty=Certainty.ASSUMED),
        ]
    return tuple(found)


NETWORK_RULES = carried_over(
    (
        RuleEntry(
            "FL-NET-1",
            PARTICIPATION,
            HINT,
            say(
                "In een netwerk werken diensten en verenigingen samen om drempels weg te nemen. "
                "De gemeente heeft de regie."
            ),
            CONFIRMED,
            sources.CJM,
        ),
        RuleEntry(
            "FL-NET-2",
            PARTICIPATION,
            ERROR,
            say("In een netwerk zitten de vrijetijdsdiensten, het OCMW en de verenigingen van mensen in armoede."),
            CONFIRMED,
            sources.SCW_CONDITIONS,
        ),
        RuleEntry(
            "FL-NET-3",
            PARTICIPATION,
            ERROR,
            say("Zonder armoedevereniging doet een andere organisatie mee die mensen in armoede bereikt."),
            CONFIRMED,
            sources.SCW_CONDITIONS,
        ),
        RuleEntry(
            "FL-NET-4",
            PARTICIPATION,
            ERROR,
            say("In Brussel vraagt de VGC aan. Daar moet het OCMW niet in het netwerk zitten."),
            CONFIRMED,
            sources.SCW_CONDITIONS,
        ),
        RuleEntry(
            "FL-NET-5",
            PARTICIPATION,
            WARNING,
            say("Een gemeente, een groep van gemeenten of de VGC vraagt aan."),
            CONFIRMED,
            sources.SCW_CONDITIONS,
        ),
        RuleEntry(
            "FL-NET-6",
            PARTICIPATION,
            WARNING,
            say("De partners werken mee aan de nota en aan de uitvoering. Je kan dat tonen. Hoe vaak, kies je zelf."),
            CONFIRMED,
            sources.ANTWERP_2015,
        ),
        RuleEntry(
            "FL-NET-7",
            PARTICIPATION,
            HINT,
            say("Gemeenten die samenwerken, hebben één dossier: één aanvraag, één betaling, één verantwoording."),
            CONFIRMED,
            sources.SCW_CONDITIONS,
        ),
    )
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
        say("Van elke uitgave is bekend wie ze betaalt, tot de laatste euro."),
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
        "MONEY-7",
        (),
        ERROR,
        say("Wat geboekt of verantwoord is, heeft een boekingsdatum die voorbij is."),
        CONFIRMED,
        sources.OF_PORTAL,
    ),
    RuleEntry(
        "MONEY-8",
        (),
        HINT,
        say("Een omschrijving zegt in gewone woorden waarvoor de uitgave was."),
        CONFIRMED,
        sources.OF_PORTAL,
    ),
    RuleEntry(
        "EYES-1",
        (),
        ERROR,
        say("In een netwerk met vier ogen wordt een uitgave pas verantwoord nadat iemand anders ze goedkeurde."),
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
