"""The federal rules that the portal checks or computes, one row each."""

from __future__ import annotations

from portal.foundation.finding import Certainty, Severity
from portal.foundation.wording import say
from portal.funding.regimes import sources
from portal.funding.regimes.types import RuleEntry, SettingKey

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
        "FED-PAY-1",
        OLD,
        HINT,
        say("Het voorschot is hoogstens de helft van de toelage. Voor gerecycleerde pc's is er geen."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry("FED-PAY-2", NEW, HINT, say("Hoe groot het voorschot is, is niet bekend."), ASSUMED, sources.NOT_FOUND),
    RuleEntry(
        "FED-PAY-3",
        OLD,
        WARNING,
        say("Federaal geld dat overblijft, gaat terug naar de staat."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-PAY-3",
        NEW,
        WARNING,
        say("Federaal geld dat overblijft, gaat waarschijnlijk terug naar de staat."),
        ASSUMED,
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
        parameters=(SettingKey.IMPUTATION_COUNTS,),
    ),
    RuleEntry(
        "FED-PAY-6",
        BOTH,
        ERROR,
        say("Wat na het laatste federale jaar geboekt is, hoort bij geen enkel federaal jaar."),
        CONFIRMED,
        MANUAL,
        from_year=2010,
        parameters=(SettingKey.IMPUTATION_COUNTS,),
    ),
)

WHOM_RULES = (
    RuleEntry(
        "FED-KEY-1",
        NEW,
        HINT,
        say("Het leefloon weegt voor 75 procent in de verdeling, de verhoogde tegemoetkoming voor 25 procent."),
        CONFIRMED,
        sources.PRIMABOOK,
    ),
    RuleEntry(
        "FED-KEY-2",
        OLD,
        HINT,
        say("Het leefloon en de verhoogde tegemoetkoming tellen. Hoe zwaar elk weegt, is niet bekend."),
        ASSUMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-KEY-3",
        NEW,
        HINT,
        say("Het federale bedrag volgt het aantal mensen met leefloon en met verhoogde tegemoetkoming."),
        CONFIRMED,
        sources.PRIMABOOK,
        parameters=(SettingKey.FEDERAL_WEIGHT,),
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
        WARNING,
        say("Met 6 gebruikers op 20 deelnemers mag 30 procent van de kost, en tel je 6 begunstigden."),
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
        OLD,
        ERROR,
        say("Een pakket met internet, telefoon en tv telt voor een derde."),
        CONFIRMED,
        MANUAL,
        parameters=(SettingKey.ICT_PACK_PARTS,),
    ),
    RuleEntry(
        "FED-COST-6",
        NEW,
        WARNING,
        say("Een pakket met internet, telefoon en tv telt waarschijnlijk voor een derde."),
        ASSUMED,
        MANUAL,
        parameters=(SettingKey.ICT_PACK_PARTS,),
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
        from_year=2017,
        until_year=2019,
        parameters=(
            SettingKey.INVESTMENT_CAP,
            SettingKey.PERSON_CAP,
            SettingKey.INVESTMENTS_ALLOWED,
        ),
    ),
    RuleEntry(
        "FED-INV-4",
        NEW,
        ERROR,
        say("Een investering mag niet meer. Een aankoop voor een gebruiker is geen investering."),
        CONFIRMED,
        sources.FAQ_INVESTMENT_NEW,
        from_year=2022,
    ),
    RuleEntry(
        "FED-INV-5",
        NEW,
        WARNING,
        say("Het eerste jaar zonder investeringen is niet bevestigd. We rekenen met 2021."),
        ASSUMED,
        sources.NOT_FOUND,
        from_year=2020,
        until_year=2021,
    ),
    RuleEntry(
        "FED-COST-8",
        NEW,
        HINT,
        say("De volledige lijst van kosten sinds 2017 is niet gevonden."),
        ASSUMED,
        sources.NOT_FOUND,
    ),
)

FEDERAL_RULES = (*DATE_RULES, *WHOM_RULES, *COST_RULES)
