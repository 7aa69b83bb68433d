"""What a coordinator looks up about the Flemish side and the portal cannot check: notes, rights, procedure, 2027."""

from __future__ import annotations

from portal.foundation.finding import Certainty, Severity
from portal.foundation.wording import say
from portal.funding.regimes import sources
from portal.funding.regimes.types import RuleEntry, SettingKey

PARTICIPATION, TRANSITION, SUPRA_LOCAL = ("FL-PD",), ("FL-BCD-T",), ("FL-BCD-B",)
NEW = ("FL-BCD-T", "FL-BCD-B")
HINT, WARNING = Severity.HINT, Severity.WARNING
CONFIRMED, PROBABLE = Certainty.CONFIRMED, Certainty.PROBABLE
DISPUTED, ASSUMED = Certainty.DISPUTED, Certainty.ASSUMED

NOTE_RULES = (
    RuleEntry(
        "FL-NET-8",
        PARTICIPATION,
        HINT,
        say("In 2024 waren er netwerken in 176 gemeenten, 3 samenwerkingen en de VGC. In 2009 waren het er 35."),
        CONFIRMED,
        sources.DEMOS_2024,
    ),
    RuleEntry(
        "FL-NOTE-1",
        PARTICIPATION,
        HINT,
        say("De nota mag kort zijn. De last moet in verhouding blijven."),
        CONFIRMED,
        sources.VGC,
    ),
    RuleEntry(
        "FL-NOTE-2",
        PARTICIPATION,
        WARNING,
        say("De nota zegt hoe je het geld over de twee categorieën verdeelt, en hoe de partners meewerken."),
        CONFIRMED,
        sources.VGC,
    ),
    RuleEntry(
        "FL-NOTE-3",
        PARTICIPATION,
        HINT,
        say("In de praktijk beschrijft de nota de acties en hoe je de middelen verdeelt."),
        CONFIRMED,
        sources.DEMOS_WHAT,
    ),
    RuleEntry(
        "FL-NOTE-4",
        TRANSITION,
        WARNING,
        say("Een nota vanaf 2027 heeft ook een omgevingsanalyse en strategische en operationele doelstellingen."),
        CONFIRMED,
        sources.DEMOS_TRANSITION,
    ),
    RuleEntry(
        "FL-NOTE-5",
        SUPRA_LOCAL,
        WARNING,
        say("Een bovenlokale nota heeft een visie, een analyse van de streek, haalbare acties en een zakelijk plan."),
        CONFIRMED,
        sources.CULTUUR_OPTIL,
    ),
)

RIGHT_RULES = (
    RuleEntry(
        "FL-DRAW-2",
        PARTICIPATION,
        HINT,
        say("Men telt op 1 januari van het jaar voor de rechten vastliggen. Dan verandert de verdeling niet meer."),
        CONFIRMED,
        sources.CJM,
        parameters=(SettingKey.DRAWING_RIGHT_WEIGHT,),
    ),
    RuleEntry(
        "FL-DRAW-3",
        PARTICIPATION,
        HINT,
        say("De Vlaamse Regering legt de rechten vast in het laatste jaar van de gemeentelijke bestuursperiode."),
        CONFIRMED,
        sources.CJM,
    ),
    RuleEntry(
        "FL-DRAW-8",
        PARTICIPATION,
        HINT,
        say("Brasschaat had in 2019 een trekkingsrecht van 5.510 euro."),
        CONFIRMED,
        sources.DEMOS_BRASSCHAAT,
        2019,
        2019,
    ),
    RuleEntry(
        "FL-DRAW-9",
        PARTICIPATION,
        HINT,
        say("Kapellen legde in 2019 zelf 5.268 euro opzij als cofinanciering. Zijn trekkingsrecht staat er niet bij."),
        PROBABLE,
        sources.KAPELLEN,
        2019,
        2019,
    ),
    RuleEntry(
        "FL-DRAW-10",
        PARTICIPATION,
        HINT,
        say("In 2024 kregen alle netwerken samen 1.391.569 euro. 6 procent daarvan is 83.494,14 euro."),
        CONFIRMED,
        sources.DEMOS_2024,
        2024,
        2024,
        (SettingKey.VGC_SHARE,),
    ),
    RuleEntry(
        "FL-DRAW-12",
        PARTICIPATION,
        HINT,
        say("Meer dan de helft van de coördinatoren vindt het trekkingsrecht te laag. 8 op 10 gemeenten geven meer."),
        PROBABLE,
        sources.DEMOS_SURVEY,
    ),
    RuleEntry(
        "FL-COFIN-8",
        PARTICIPATION,
        HINT,
        say("Het eigen deel komt meestal van het netwerk, het OCMW, de vrijetijdsdiensten of het stedenfonds."),
        PROBABLE,
        sources.PUBLIQ_COST,
    ),
)

PROCEDURE_RULES = (
    RuleEntry(
        "FL-PROC-2",
        PARTICIPATION,
        HINT,
        say("De minister beslist voor 31 december van het jaar van de aanvraag."),
        CONFIRMED,
        sources.DEMOS_START,
    ),
    RuleEntry(
        "FL-PROC-3",
        PARTICIPATION,
        HINT,
        say("Een nota loopt tot en met het eerste jaar van een nieuw bestuur. Wie later komt, krijgt de rest."),
        CONFIRMED,
        sources.DEMOS_START,
    ),
    RuleEntry(
        "FL-PROC-4",
        PARTICIPATION,
        HINT,
        say("Voor 2020 liepen nota's niet overal even lang. Bewaar bij elke nota haar eerste en laatste jaar."),
        DISPUTED,
        f"{sources.ANTWERP_2015}; {sources.VGC}; {sources.COMEET}",
        None,
        2019,
    ),
    RuleEntry(
        "FL-PROC-5",
        PARTICIPATION,
        WARNING,
        say("Elk jaar schrijf je een verantwoordingsnota over wat je uitgaf."),
        CONFIRMED,
        sources.VGC,
    ),
    RuleEntry(
        "FL-PROC-8",
        PARTICIPATION,
        HINT,
        say("Bij gemeenschapscentra was het voorschot 80 procent. Dat was een andere maatregel: neem dat niet over."),
        CONFIRMED,
        sources.SCW_COMMUNITY_CENTRES,
        None,
        2017,
    ),
    RuleEntry(
        "FL-PROC-10",
        TRANSITION,
        HINT,
        say("Een commissie beoordeelt de nota. Het is niet meer alleen een controle op papier."),
        CONFIRMED,
        sources.DEMOS_TRANSITION,
    ),
    RuleEntry(
        "FL-PROC-11",
        PARTICIPATION,
        HINT,
        say("Hoe 2026 overbrugd werd, is niet gevonden. 2026 is het laatste jaar van het Participatiedecreet."),
        ASSUMED,
        sources.NOT_FOUND,
        2026,
        2026,
    ),
)

SUPRA_LOCAL_RULES = (
    RuleEntry(
        "FL-BCD-1",
        NEW,
        HINT,
        say("Op 1 januari 2027 stopt het Participatiedecreet. Netwerken vallen dan onder het bovenlokale decreet."),
        CONFIRMED,
        sources.DEMOS_NEW_DECREE,
    ),
    RuleEntry(
        "FL-BCD-2",
        NEW,
        HINT,
        say("Na 1 januari 2026 komen er geen nieuwe lokale netwerken bij. Wie er is, kan doorgaan tot en met 2032."),
        CONFIRMED,
        sources.DEMOS_NEW_DECREE,
    ),
    RuleEntry(
        "FL-BCD-4",
        SUPRA_LOCAL,
        HINT,
        say("Alleen een erkend IGS cultuur kan aanvragen, met een aparte nota naast zijn cultuurnota."),
        CONFIRMED,
        sources.CULTUUR_OPTIL,
    ),
    RuleEntry(
        "FL-BCD-5",
        SUPRA_LOCAL,
        WARNING,
        say("In een bovenlokaal netwerk zitten de diensten en de OCMW's van de gemeenten en de armoedeverenigingen."),
        CONFIRMED,
        sources.CULTUUR_OPTIL,
    ),
    RuleEntry(
        "FL-BCD-6",
        SUPRA_LOCAL,
        HINT,
        say("De steun is een werkingssubsidie. Een IGS cultuur kiest zelf of het een netwerk opneemt."),
        CONFIRMED,
        sources.CULTUUR_OPTIL,
    ),
    RuleEntry(
        "FL-BCD-7",
        SUPRA_LOCAL,
        HINT,
        say("In mei 2023 waren er 19 IGS'en cultuur. Er zouden er meer komen."),
        PROBABLE,
        sources.DEMOS_2023,
    ),
    RuleEntry(
        "FL-BCD-8",
        (*PARTICIPATION, *NEW),
        HINT,
        say("Dēmos hoort sinds 2025 bij publiq. publiq helpt met de inhoud, het departement antwoordt over de regels."),
        CONFIRMED,
        sources.DEMOS_TRANSITION,
        2025,
    ),
    RuleEntry(
        "FL-BCD-9",
        SUPRA_LOCAL,
        HINT,
        say("Een ontwerp van 2023 gaf een IGS 0,90 euro per inwoner, minstens 100.000 euro. Dat is geen netwerkgeld."),
        PROBABLE,
        sources.OPTIL_2023,
    ),
)

FLEMISH_FACTS = (*NOTE_RULES, *RIGHT_RULES, *PROCEDURE_RULES, *SUPRA_LOCAL_RULES)
