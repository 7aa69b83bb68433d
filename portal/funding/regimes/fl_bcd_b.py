"""FL-BCD-B: a supra-local network of an intermunicipal body, by choice from 2027, for all from 2033."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from portal.foundation.finding import Certainty
from portal.foundation.wording import say
from portal.funding.regimes import sources
from portal.funding.regimes.fl_bcd_t import DEADLINES, UNKNOWN
from portal.funding.regimes.fl_pd import COFINANCING_STREAM, DRAWING_RIGHT_STREAM
from portal.funding.regimes.types import Regime, RegimeLevel, Setting, SettingKey

FL_BCD_B = Regime(
    code="FL-BCD-B",
    level=RegimeLevel.FLEMISH,
    title=say("Bovenlokaal netwerk van een IGS cultuur"),
    first_year=2027,
    last_year=None,
    certainty=Certainty.CONFIRMED,
    source=sources.CULTUUR_OPTIL,
    streams=(
        replace(
            DRAWING_RIGHT_STREAM,
            label=say("Vlaamse werkingssubsidie"),
            short_label=say("Werkingssubsidie"),
            explanation=say("Geld van Vlaanderen voor het bovenlokale netwerk. Het bedrag is nog niet bekend."),
            rule_ids=("FL-BCD-10", "FL-SPEND-5"),
        ),
        replace(
            COFINANCING_STREAM,
            label=say("Cofinanciering: eigen geld van de gemeenten"),
            explanation=say("Geld dat de gemeenten zelf bijleggen. Of het moet, is nog niet bekend."),
            rule_ids=("FL-COFIN-6",),
        ),
    ),
    settings=(
        Setting(SettingKey.COFINANCING_RATIO, Fraction(0), "FL-COFIN-6", Certainty.ASSUMED, sources.NOT_FOUND),
        Setting(SettingKey.DRAWING_RIGHT_WEIGHT, None, "FL-BCD-10", Certainty.ASSUMED, sources.NOT_FOUND),
        Setting(SettingKey.VGC_SHARE, None, "FL-BCD-10", Certainty.ASSUMED, sources.NOT_FOUND),
        *UNKNOWN,
    ),
    deadlines=DEADLINES,
    default_from=2033,  # FL-BCD-3: from then on local networks are part of supra-local structures
)
