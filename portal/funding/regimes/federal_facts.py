"""What a coordinator looks up about the federal side: the life of the subsidy, the users, the report."""

from __future__ import annotations

from portal.foundation.finding import Certainty, Severity
from portal.foundation.wording import say
from portal.funding.regimes import sources
from portal.funding.regimes.types import RuleEntry, SettingKey

OLD, NEW, END = ("FED-OLD",), ("FED-NEW",), ("FED-END",)
BOTH = (*OLD, *NEW)
ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT
CONFIRMED, PROBABLE = Certainty.CONFIRMED, Certainty.PROBABLE
MANUAL = sources.MANUAL_OLD

LIFE_RULES = (
    RuleEntry(
        "FED-LIFE-1",
        BOTH,
        HINT,
        say("Elk jaar is er een koninklijk besluit met het bedrag per OCMW. Inschrijven hoeft niet."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-LIFE-3",
        OLD,
        HINT,
        say(
            "Er was 6.200.000 euro in 2003. In 2016 was het 9.359.000 euro, waarvan 60 procent voor het algemene deel."
        ),
        CONFIRMED,
        f"{MANUAL}; {sources.VVSG_2016}",
    ),
    RuleEntry(
        "FED-LIFE-4",
        NEW,
        HINT,
        say("In 2017 kwam er een grote hervorming. OCMW's die verloren, kregen daarna een extra besluit."),
        CONFIRMED,
        f"{sources.PRIMABOOK}; {sources.MI_2020}",
    ),
    RuleEntry(
        "FED-LIFE-5",
        (*NEW, *END),
        HINT,
        say("Er was 15,6 miljoen euro in 2024 en 11.855.000 euro in 2025. Vanaf 2026 is er niets meer."),
        PROBABLE,
        sources.PRESS_2025,
        2024,
    ),
    RuleEntry(
        "FED-LIFE-6",
        END,
        HINT,
        say("OCMW's uit Brussel vroegen de Raad van State om het einde te vernietigen. Wat dat gaf, is niet gevonden."),
        PROBABLE,
        sources.PRESS_END,
    ),
    RuleEntry(
        "FED-LIFE-7",
        NEW,
        HINT,
        say("De besluiten komen laat: dat van 2022 verscheen in oktober 2022. Plan dus voor je het bedrag kent."),
        CONFIRMED,
        f"{sources.KB_2022}; {sources.MI_2020}",
    ),
    RuleEntry(
        "FED-KEY-4",
        (*BOTH, "FL-PD"),
        HINT,
        say("De federale verdeling telt elk jaar opnieuw, de Vlaamse ligt vast voor een hele bestuursperiode."),
        CONFIRMED,
        f"{sources.PRIMABOOK}; {sources.CJM}",
        parameters=(SettingKey.FEDERAL_WEIGHT, SettingKey.DRAWING_RIGHT_WEIGHT),
    ),
)

USER_RULES = (
    RuleEntry(
        "FED-TARGET-1",
        BOTH,
        HINT,
        say(
            "Iedereen die een dienst van het OCMW gebruikt, telt mee. Het is niet alleen voor mensen met een leefloon."
        ),
        CONFIRMED,
        f"{sources.DEMOS_FICHE}; {MANUAL}",
    ),
    RuleEntry(
        "FED-TARGET-2",
        BOTH,
        WARNING,
        say("Je kan bewijzen dat iemand gebruiker is: met een register, een beslissing of een dossier."),
        CONFIRMED,
        f"{sources.DEMOS_FICHE}; {sources.FAQ_TARGET_GROUP}",
    ),
    RuleEntry(
        "FED-TARGET-3",
        NEW,
        WARNING,
        say("Wie zonder papieren verblijft of in een lokaal opvanginitiatief woont, telt niet mee."),
        CONFIRMED,
        sources.FAQ_TARGET_GROUP,
    ),
    RuleEntry(
        "FED-TARGET-4",
        OLD,
        WARNING,
        say("Wie in een lokaal opvanginitiatief woont, telt niet mee."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-TARGET-5",
        BOTH,
        WARNING,
        say("Steun aan één persoon vraagt een sociaal onderzoek en een dossier. Een activiteit voor een groep niet."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-LOCAL-1",
        (),
        HINT,
        say("OCMW's hebben eigen regels, zoals 90 procent terug en hoogstens 100 euro per kind en 80 per volwassene."),
        CONFIRMED,
        sources.LOCAL_RULES,
    ),
)

ACCOUNT_RULES = (
    RuleEntry(
        "FED-REP-1",
        BOTH,
        ERROR,
        say("Je verantwoordt lijn per lijn of met het officiële rekenblad, nooit met allebei door elkaar."),
        CONFIRMED,
        f"{MANUAL}; {sources.FAQ_SPREADSHEET}",
    ),
    RuleEntry(
        "FED-REP-4",
        OLD,
        WARNING,
        say("Het rekenblad telt mensen en bedragen op per categorie. Bij het opladen vraagt men die totalen opnieuw."),
        CONFIRMED,
        MANUAL,
    ),
)

FEDERAL_FACTS = (*LIFE_RULES, *USER_RULES, *ACCOUNT_RULES)
