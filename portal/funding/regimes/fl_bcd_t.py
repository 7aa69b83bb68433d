"""FL-BCD-T: local networks under the transition measure of the supra-local decree, 2027 to 2032."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from portal.foundation.finding import Certainty
from portal.foundation.wording import say
from portal.funding.regimes import sources
from portal.funding.regimes.fl_pd import COFINANCING_STREAM, DRAWING_RIGHT_STREAM
from portal.funding.regimes.types import Deadline, Regime, RegimeLevel, Setting, SettingKey

STREAMS = (
    replace(
        DRAWING_RIGHT_STREAM,
        explanation=say("Geld van Vlaanderen voor lokale netwerken. Het bedrag is nog niet bekend."),
        rule_ids=("FL-BCD-10", "FL-SPEND-5"),
    ),
    replace(
        COFINANCING_STREAM,
        explanation=say("Geld dat de gemeente of het OCMW zelf bijlegt. Het moet niet meer, het mag wel."),
        rule_ids=("FL-COFIN-5",),
    ),
)

DEADLINES = (
    Deadline(
        key="transition-note",
        title=say("De nota voor 2027 tot 2032 is ingediend"),
        rule="FL-PROC-9",
        certainty=Certainty.CONFIRMED,
        source=sources.DEMOS_TRANSITION,
        month=4,
        day=1,
        year_offset=-1,
        only_for_year=2027,
    ),
    Deadline(
        key="new-decree",
        title=say("Het nieuwe decreet begint: het lokale netwerk valt onder de bovenlokale cultuurwerking"),
        rule="FL-BCD-1",
        certainty=Certainty.CONFIRMED,
        source=sources.DEMOS_NEW_DECREE,
        month=1,
        day=1,
        only_for_year=2027,
        is_change=True,
    ),
    Deadline(
        key="last-local-year",
        title=say("Laatste dag van de erkenning als lokaal netwerk"),
        rule="FL-BCD-2",
        certainty=Certainty.CONFIRMED,
        source=sources.DEMOS_NEW_DECREE,
        month=12,
        day=31,
        only_for_year=2032,
        is_change=True,
    ),
    Deadline(
        key="supra-local",
        title=say("Vanaf nu hoort elk lokaal netwerk bij een bovenlokaal netwerk"),
        rule="FL-BCD-3",
        certainty=Certainty.CONFIRMED,
        source=sources.DEMOS_NEW_DECREE,
        month=1,
        day=1,
        only_for_year=2033,
        is_change=True,
    ),
    Deadline(
        key="flemish-spending",
        title=say("Het Vlaamse geld is uitgegeven"),
        rule="FL-SPEND-5",
        certainty=Certainty.PROBABLE,
        source=sources.DEMOS_FICHE,
        month=12,
        day=31,
    ),
    Deadline(
        key="flemish-justification",
        title=say("De Vlaamse verantwoording is ingediend"),
        rule="FL-BCD-10",
        certainty=Certainty.ASSUMED,
        source=sources.NOT_FOUND,
    ),
)

UNKNOWN = (
    Setting(SettingKey.VGC_GOES_FIRST, 1, "FL-BCD-10", Certainty.ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.FEDERAL_COUNTED_SHARE, None, "FL-BCD-10", Certainty.ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.FLEMISH_STAFF_ALLOWED, None, "FL-BCD-10", Certainty.ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.ADVANCE_SHARE, None, "FL-BCD-10", Certainty.ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.UNSPENT_GOES_BACK, None, "FL-BCD-10", Certainty.ASSUMED, sources.NOT_FOUND),
)

FL_BCD_T = Regime(
    code="FL-BCD-T",
    level=RegimeLevel.FLEMISH,
    title=say("Overgangsmaatregel van het decreet bovenlokale cultuurwerking"),
    first_year=2027,
    last_year=2032,
    certainty=Certainty.CONFIRMED,
    source=sources.DEMOS_TRANSITION,
    streams=STREAMS,
    settings=(
        Setting(
            SettingKey.COFINANCING_RATIO,
            Fraction(0),
            "FL-COFIN-5",
            Certainty.CONFIRMED,
            sources.DEMOS_TRANSITION,
        ),
        Setting(
            SettingKey.DRAWING_RIGHT_WEIGHT,
            Fraction(1, 2),
            "FL-DRAW-11",
            Certainty.ASSUMED,
            sources.NOT_FOUND,
        ),
        Setting(SettingKey.VGC_SHARE, Fraction(6, 100), "FL-BCD-10", Certainty.ASSUMED, sources.NOT_FOUND),
        *UNKNOWN,
    ),
    deadlines=DEADLINES,
)
