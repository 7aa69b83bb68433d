"""The federal rules that the portal checks or computes, one row each."""

from __future__ import annotations

from portal.foundation.finding import Severity
from portal.foundation.wording import say
from portal.funding.regimes import sources
from portal.funding.regimes.types import Certainty, RuleEntry

OLD, NEW, BOTH = ("FED-OLD",), ("FED-NEW",), ("FED-OLD", "FED-NEW")
ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT
CONFIRMED, PROBABLE = Certainty.CONFIRMED, Certainty.PROBABLE
DISPUTED, ASSUMED = Certainty.DISPUTED, Certainty.ASSUMED
MANUAL = sources.MANUAL_OLD

DATE_RULES = (
    RuleEntry(
        "FED-LIFE-2",
        BOTH,
        ERROR,
        say("Tot 2008 liep een federaal jaar van 1 mei tot 30 april. Vanaf 2010 is het een kalenderjaar."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-PAY-3",
        BOTH,
        WARNING,
        say("Federaal geld dat overblijft, gaat terug naar de staat."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-PAY-4",
        BOTH,
        ERROR,
        say("De boekingsdatum valt in het jaar van het federale geld."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-PAY-5",
        OLD,
        ERROR,
        say("De handleiding noemt bij kinderarmoede de factuurdatum. We volgen de boekingsdatum."),
        DISPUTED,
        MANUAL,
    ),
    RuleEntry(
        "FED-PAY-6",
        BOTH,
        ERROR,
        say("Wat na het laatste federale jaar geboekt is, hoort bij geen enkel federaal jaar."),
        CONFIRMED,
        MANUAL,
    ),
)

WHOM_RULES = (
    RuleEntry(
        "FED-KEY-3",
        NEW,
        HINT,
        say("Het federale bedrag volgt het aantal mensen met leefloon en met verhoogde tegemoetkoming."),
        CONFIRMED,
        sources.PRIMABOOK,
    ),
    RuleEntry(
        "FED-CLUS-1",
        NEW,
        HINT,
        say("Maatschappelijke participatie: evenementen, verenigingen en initiatieven voor de doelgroep."),
        CONFIRMED,
        sources.DEMOS_FICHE,
    ),
    RuleEntry(
        "FED-CLUS-3",
        NEW,
        HINT,
        say("Collectieve modules: een vaste groep volgt een reeks met een vooruitgang die je kan meten."),
        CONFIRMED,
        sources.DEMOS_FICHE,
    ),
    RuleEntry(
        "FED-CLUS-4",
        NEW,
        HINT,
        say("Kinderarmoede: kinderen van gebruikers doen mee aan sociale programma's en initiatieven."),
        CONFIRMED,
        sources.DEMOS_FICHE,
    ),
    RuleEntry(
        "FED-CLUS-5",
        NEW,
        WARNING,
        say("Er is geen vast deel per cluster. Je mag schuiven binnen het federale bedrag."),
        PROBABLE,
        sources.AVCB,
    ),
    RuleEntry("FED-CLUS-6", OLD, WARNING, say("Je geeft een activiteit maar één keer in."), CONFIRMED, MANUAL),
    RuleEntry(
        "FED-TARGET-6",
        BOTH,
        ERROR,
        say("Bij een gemengd publiek betaalt het federale geld alleen voor gebruikers van het OCMW."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-TARGET-7",
        BOTH,
        ERROR,
        say("Met 6 gebruikers op 20 deelnemers mag 30 procent van de kost op het federale geld."),
        CONFIRMED,
        sources.OWN_ARITHMETIC,
    ),
    RuleEntry(
        "FED-TARGET-8",
        BOTH,
        ERROR,
        say("Je rekent nooit meer aan dan het bedrag van de factuur."),
        CONFIRMED,
        MANUAL,
    ),
)

COST_RULES = (
    RuleEntry(
        "FED-COST-6",
        BOTH,
        ERROR,
        say("Een pakket met internet, telefoon en tv telt voor een derde."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-COST-7",
        OLD,
        ERROR,
        say("Voor een gerecycleerde pc krijg je hoogstens 100 euro. De rest kan niet op categorie 4."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-INV-1",
        OLD,
        ERROR,
        say("Het OCMW mag één keer per jaar een investering inbrengen, hoogstens 500 euro zonder btw."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-INV-2",
        OLD,
        WARNING,
        say("Een aankoop voor één persoon is hoogstens 500 euro zonder btw."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-INV-3",
        NEW,
        ERROR,
        say("In de eerste jaren van de nieuwe toelage bleef de grens van 500 euro zonder btw."),
        CONFIRMED,
        sources.FAQ_INVESTMENT_OLD,
    ),
    RuleEntry(
        "FED-INV-4",
        NEW,
        ERROR,
        say("Een investering mag niet meer. Een aankoop voor een gebruiker is geen investering."),
        CONFIRMED,
        sources.FAQ_INVESTMENT_NEW,
    ),
    RuleEntry(
        "FED-INV-5",
        NEW,
        WARNING,
        say("Het eerste jaar zonder investeringen is niet bevestigd. We rekenen met 2021."),
        ASSUMED,
        sources.NOT_FOUND,
    ),
)

STAFF_RULES = (
    RuleEntry(
        "FED-STAFF-1",
        OLD,
        ERROR,
        say("Een OCMW met een toelage vanaf 25.000 euro krijgt 10 procent voor personeel."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-STAFF-2",
        OLD,
        ERROR,
        say("Wat je verantwoordt en het deel voor personeel zijn samen nooit meer dan de toelage."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry("FED-STAFF-3", OLD, HINT, say("Zo groot is het deel voor personeel van één OCMW."), CONFIRMED, MANUAL),
    RuleEntry(
        "FED-STAFF-4",
        OLD,
        HINT,
        say("Zo groot is het deel voor personeel als OCMW's samenwerken."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-STAFF-6",
        NEW,
        WARNING,
        say("Personeel is hoogstens 10 procent van een cluster. Bij modules mag het alles zijn."),
        PROBABLE,
        sources.SLIDES_2018,
    ),
    RuleEntry(
        "FED-STAFF-7",
        NEW,
        HINT,
        say("Zo groot is het hoogste bedrag voor personeel per cluster."),
        ASSUMED,
        sources.OWN_ARITHMETIC,
    ),
)

REPORT_RULES = (
    RuleEntry(
        "FED-REP-2",
        BOTH,
        ERROR,
        say("Een lijn in het verslag heeft een datum, een omschrijving, een aantal mensen en een bedrag."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-REP-3",
        BOTH,
        ERROR,
        say("De omschrijving is voluit geschreven en het aantal begunstigden is één getal."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry("FED-REP-5", BOTH, WARNING, say("Van elke uitgave bewaar je het bewijs."), CONFIRMED, MANUAL),
    RuleEntry(
        "FED-COOP-1",
        NEW,
        ERROR,
        say("Wie een activiteit uitbesteedt, heeft een overeenkomst."),
        CONFIRMED,
        sources.DEMOS_FICHE,
    ),
    RuleEntry(
        "FED-COOP-2",
        BOTH,
        ERROR,
        say("De overeenkomst is door beide partijen getekend en in het jaar zelf vastgelegd."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-COOP-3",
        OLD,
        ERROR,
        say("Een overeenkomst hoort in categorie 3 of 4."),
        CONFIRMED,
        MANUAL,
    ),
)

FEDERAL_RULES = (*DATE_RULES, *WHOM_RULES, *COST_RULES, *STAFF_RULES, *REPORT_RULES)
