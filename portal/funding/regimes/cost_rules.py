"""The rules that stand behind the lists of what money may pay, one row each."""

from __future__ import annotations

from portal.foundation.finding import Certainty, Severity
from portal.foundation.wording import say
from portal.funding.regimes import sources
from portal.funding.regimes.types import RuleEntry

_OLD, _NEW, _FLEMISH = ("FED-OLD",), ("FED-NEW",), ("FL-PD",)

COST_LIST_RULES = (
    RuleEntry(
        "FED-COST-1",
        _OLD,
        Severity.HINT,
        say("Categorie 1 betaalt deelname aan evenementen. De lijst van wat mag, is niet volledig."),
        Certainty.CONFIRMED,
        sources.MANUAL_OLD,
    ),
    RuleEntry(
        "FED-COST-2",
        _OLD,
        Severity.ERROR,
        say("Categorie 1 heeft ook een lijst van wat niet mag. Ook die is niet volledig."),
        Certainty.CONFIRMED,
        sources.MANUAL_OLD,
    ),
    RuleEntry(
        "FED-COST-3",
        _OLD,
        Severity.ERROR,
        say("Categorie 2 betaalt deelname aan verenigingen: lidgeld en wat nodig is om mee te doen."),
        Certainty.CONFIRMED,
        sources.MANUAL_OLD,
    ),
    RuleEntry(
        "FED-COST-4",
        _OLD,
        Severity.ERROR,
        say("Categorie 3 betaalt activiteiten van of voor de doelgroep, door het OCMW of een organisatie."),
        Certainty.CONFIRMED,
        sources.MANUAL_OLD,
    ),
    RuleEntry(
        "FED-COST-5",
        _OLD,
        Severity.ERROR,
        say("Kinderarmoede heeft een eigen lijst. Wat elders niet mag, mag hier soms wel."),
        Certainty.CONFIRMED,
        sources.MANUAL_OLD,
    ),
    *(
        RuleEntry(
            rule,
            _NEW,
            Severity.WARNING,
            say("De lijsten van wat niet mag, zijn die van tot 2016. Of ze sinds 2017 nog gelden, is niet bevestigd."),
            Certainty.ASSUMED,
            sources.MANUAL_OLD,
        )
        for rule in ("FED-COST-2", "FED-COST-3", "FED-COST-4", "FED-COST-5")
    ),
    RuleEntry(
        "FED-CLUS-2",
        _NEW,
        Severity.HINT,
        say("Het besluit van 2017 noemt ook toegang tot internet en computers. Een overzicht van 2020 niet meer."),
        Certainty.DISPUTED,
        sources.KB_2017,
        from_year=2017,
        until_year=2017,
    ),
    RuleEntry(
        "FED-CLUS-7",
        _NEW,
        Severity.HINT,
        say("De toelage dient niet om werk te vinden, en betaalt niet twee keer hetzelfde bedrag."),
        Certainty.PROBABLE,
        sources.SLIDES_2018,
    ),
    RuleEntry(
        "FL-SPEND-4",
        _FLEMISH,
        Severity.HINT,
        say("Andere netwerken betaalden er een stadskaart, bemiddelaars, een loket en UiTPAS-korting mee."),
        Certainty.PROBABLE,
        sources.ANTWERP_2015,
    ),
)
