"""The federal rules on staff, the report and cooperation, one row for each regime that is as sure of them."""

from __future__ import annotations

from portal.foundation.finding import Certainty, Severity
from portal.foundation.wording import Wording, say
from portal.funding.regimes import sources
from portal.funding.regimes.types import RuleEntry, SettingKey

OLD, NEW, BOTH = ("FED-OLD",), ("FED-NEW",), ("FED-OLD", "FED-NEW")
ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT
CONFIRMED, PROBABLE = Certainty.CONFIRMED, Certainty.PROBABLE
DISPUTED, ASSUMED = Certainty.DISPUTED, Certainty.ASSUMED
MANUAL = sources.MANUAL_OLD


def _of_both(
    rule: str, severity: Severity, title: Wording, since_2017: Certainty, *, weighs: Severity | None = None
) -> tuple[RuleEntry, RuleEntry]:
    """A rule of the old manual: certain in its own years, less so since 2017, when nothing newer was found."""
    return (
        RuleEntry(rule, OLD, severity, title, CONFIRMED, MANUAL),
        RuleEntry(rule, NEW, weighs or severity, title, since_2017, MANUAL),
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
        parameters=(SettingKey.STAFF_SHARE,),
    ),
    RuleEntry(
        "FED-STAFF-3",
        OLD,
        HINT,
        say("Zo groot is het deel voor personeel van één OCMW."),
        CONFIRMED,
        MANUAL,
        parameters=(
            SettingKey.STAFF_SHARE,
            SettingKey.STAFF_THRESHOLD,
        ),
    ),
    RuleEntry(
        "FED-STAFF-4",
        OLD,
        HINT,
        say("Zo groot is het deel voor personeel als OCMW's samenwerken."),
        CONFIRMED,
        MANUAL,
        parameters=(
            SettingKey.STAFF_SHARE,
            SettingKey.STAFF_THRESHOLD,
        ),
    ),
    RuleEntry(
        "FED-STAFF-5",
        OLD,
        ERROR,
        say("Een overeenkomst tussen OCMW's noemt het personeelslid. Elk OCMW meldt raad, lijst en bedrag."),
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
        from_year=2018,
    ),
    RuleEntry(
        "FED-STAFF-7",
        NEW,
        HINT,
        say("Zo groot is het hoogste bedrag voor personeel per cluster."),
        ASSUMED,
        sources.OWN_ARITHMETIC,
        parameters=(
            SettingKey.STAFF_SHARE,
            SettingKey.STAFF_SHARE_MODULES,
        ),
    ),
)

REPORT_RULES = (
    *_of_both(
        "FED-REP-2",
        ERROR,
        say("Een lijn in het verslag heeft een datum, een omschrijving, een aantal mensen en een bedrag."),
        PROBABLE,
    ),
    *_of_both(
        "FED-REP-3",
        ERROR,
        say("De omschrijving is voluit geschreven en het aantal begunstigden is één getal."),
        PROBABLE,
    ),
    RuleEntry(
        "FED-REP-6",
        BOTH,
        HINT,
        say("Het federale jaarverslag komt voor de Vlaamse verantwoording. De datum is niet gevonden."),
        ASSUMED,
        sources.NOT_FOUND,
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
    *_of_both(
        "FED-COOP-2",
        ERROR,
        say("De overeenkomst is door beide partijen getekend en in het jaar zelf vastgelegd."),
        ASSUMED,
        weighs=WARNING,
    ),
    RuleEntry(
        "FED-COOP-3",
        OLD,
        ERROR,
        say("Een overeenkomst hoort in categorie 3 of 4. OCMW's die samenwerken zijn nooit heel België."),
        CONFIRMED,
        MANUAL,
    ),
    RuleEntry(
        "FED-COOP-4",
        NEW,
        HINT,
        say("Bij uitbesteding gaat hoogstens 10 procent naar algemene kosten."),
        PROBABLE,
        sources.SLIDES_2018,
    ),
)

FEDERAL_REPORT_RULES = (*STAFF_RULES, *REPORT_RULES)
