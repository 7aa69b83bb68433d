"""Codes and conventions: municipalities and their mergers, enterprise numbers, accounts; and facts of practice."""

from __future__ import annotations

from portal.foundation.finding import Certainty, Severity
from portal.foundation.wording import Wording, say
from portal.funding.regimes import sources
from portal.funding.regimes.types import RuleEntry

CONFIRMED, PROBABLE, ASSUMED = Certainty.CONFIRMED, Certainty.PROBABLE, Certainty.ASSUMED


def _fact(
    rule: str,
    title: Wording,
    source: str,
    certainty: Certainty = CONFIRMED,
    severity: Severity = Severity.HINT,
    from_year: int | None = None,
) -> RuleEntry:
    return RuleEntry(rule, (), severity, title, certainty, source, from_year)


DATA_RULES = (
    _fact(
        "DATA-NIS-1",
        say("Een gemeente herken je aan een NIS-code van 5 cijfers. Een code geldt van een dag tot een dag."),
        sources.STATBEL,
        severity=Severity.ERROR,
    ),
    _fact(
        "DATA-NIS-2",
        say("Op 1 januari 2025 werden 28 gemeenten er 13."),
        sources.DIGITAL_FLANDERS,
        from_year=2025,
    ),
    _fact(
        "DATA-NIS-3",
        say("Elke oude code van 2025 wijst naar haar nieuwe gemeente. Het portaal kent ze allemaal."),
        sources.STATBEL,
        from_year=2025,
    ),
    _fact(
        "DATA-NIS-4",
        say(
            "Let op: Hasselt en Lokeren hielden hun naam met een nieuwe code. Antwerpen hield zijn code en werd groter."
        ),
        sources.STATBEL,
        from_year=2025,
    ),
    _fact(
        "DATA-NIS-5",
        say("Ook in 2019 smolten gemeenten samen, zoals Deinze, Aalter, Lievegem en Pelt."),
        sources.STATBEL,
        from_year=2019,
    ),
    _fact(
        "DATA-NIS-6",
        say("Hoe men rechten van oude gemeenten optelde, is niet gevonden. We tellen de oude rijen op."),
        sources.NOT_FOUND,
        ASSUMED,
        from_year=2025,
    ),
    _fact(
        "DATA-KBO-1",
        say("Een ondernemingsnummer heeft 10 cijfers. De laatste twee zijn een controle op de eerste acht."),
        sources.KBO,
        PROBABLE,
        Severity.ERROR,
    ),
    _fact(
        "DATA-BBC-1",
        say("Sinds 2014 plant een gemeente met doelstellingen, actieplannen en acties, en met een meerjarenplan."),
        sources.BBC,
        from_year=2014,
    ),
    _fact(
        "DATA-BBC-2",
        say("Elke gemeente kiest zelf haar actiecodes. Ze zijn in het portaal een vrije tekst."),
        sources.VVSG_BBC,
        PROBABLE,
    ),
    _fact(
        "DATA-OSLO-1",
        say("Vlaanderen heeft vaste woorden voor subsidies, organisaties en besluiten: OSLO."),
        sources.OSLO,
    ),
    _fact(
        "DATA-OSLO-2",
        say("Het loket van de overheid gebruikt eigen namen voor een maatregel, een aanvraag en een dossier."),
        sources.SUBSIDY_DESK,
    ),
    _fact(
        "DATA-OSLO-3",
        say("Een gemeente en een OCMW zijn elk een eigen soort bestuur, met een eigen adres op het web."),
        sources.SUBSIDY_DESK,
    ),
    _fact(
        "DATA-DESK-1",
        say(
            "Netwerken dienen in via KIOSK, het OCMW via het Uniek Jaarverslag. Die loketten delen geen dossiernummer."
        ),
        sources.DEMOS_START,
        PROBABLE,
    ),
)

PRACTICE_RULES = (
    _fact(
        "PRAC-1",
        say("Rond 2016 zat in 1 op 4 netwerken de integratiedienst als vaste partner, en in 1 op 5 het buurtwerk."),
        sources.DEMOS_SURVEY,
        PROBABLE,
    ),
    _fact(
        "PRAC-2",
        say("1 op 3 coördinatoren vond de acties niet goed verdeeld. In 1 op 3 stuurde de inbreng van mensen niet."),
        sources.DEMOS_SURVEY,
        PROBABLE,
    ),
    _fact(
        "PRAC-3",
        say("In Heist-op-den-Berg kregen mensen in 2016 de korting achteraf terug. De gemeente droeg ze helemaal."),
        sources.NETWORK_DAY_2016,
        PROBABLE,
    ),
)
