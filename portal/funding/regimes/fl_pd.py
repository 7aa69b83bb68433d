"""FL-PD: the Flemish Participatiedecreet of 18 January 2008, up to and including 2026."""

from __future__ import annotations

from fractions import Fraction

from portal.foundation.finding import Certainty
from portal.foundation.wording import say
from portal.funding.regimes import sources
from portal.funding.regimes.streams import COFINANCING, DRAWING_RIGHT
from portal.funding.regimes.types import (
    Deadline,
    Regime,
    RegimeLevel,
    Setting,
    SettingKey,
    StreamDefinition,
    StreamKind,
)
from portal.funding.types import Owner

DRAWING_RIGHT_STREAM = StreamDefinition(
    code=DRAWING_RIGHT,
    label=say("Vlaams trekkingsrecht"),
    short_label=say("Trekkingsrecht"),
    owner=Owner.MUNICIPALITY,
    kind=StreamKind.DRAWING_RIGHT,
    explanation=say("Geld dat Vlaanderen elk jaar aan de gemeente geeft voor het lokaal netwerk."),
    rule_ids=("FL-SPEND-1", "FL-SPEND-2", "FL-SPEND-5"),
)

COFINANCING_STREAM = StreamDefinition(
    code=COFINANCING,
    label=say("Cofinanciering: eigen geld van gemeente en OCMW"),
    short_label=say("Cofinanciering"),
    owner=Owner.MUNICIPALITY,
    kind=StreamKind.COFINANCING,
    explanation=say("Geld dat de gemeente of het OCMW zelf bijlegt, naast het geld van Vlaanderen."),
    counts_as_cofinancing=True,
    rule_ids=("FL-COFIN-1", "FL-COFIN-4", "FL-COFIN-12"),
)

SETTINGS = (
    Setting(
        SettingKey.COFINANCING_RATIO,
        Fraction(1),
        "FL-COFIN-3",
        Certainty.DISPUTED,
        f"{sources.VGC} (1 op 1) en {sources.COMEET} (2 op 1)",
        until_year=2019,
    ),
    Setting(
        SettingKey.COFINANCING_RATIO,
        Fraction(1),
        "FL-COFIN-4",
        Certainty.ASSUMED,
        sources.NOT_FOUND,
        from_year=2020,
    ),
    Setting(SettingKey.VGC_SHARE, Fraction(6, 100), "FL-DRAW-4", Certainty.CONFIRMED, sources.CJM),
    Setting(
        SettingKey.DRAWING_RIGHT_WEIGHT,
        Fraction(1, 2),
        "FL-DRAW-1",
        Certainty.CONFIRMED,
        sources.CJM,
        from_year=2020,
        until_year=2025,
    ),
    Setting(
        SettingKey.DRAWING_RIGHT_WEIGHT,
        Fraction(1, 2),
        "FL-DRAW-11",
        Certainty.ASSUMED,
        sources.NOT_FOUND,
        from_year=2026,
    ),
    Setting(SettingKey.VGC_GOES_FIRST, 1, "FL-DRAW-5", Certainty.ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.FEDERAL_COUNTED_SHARE, None, "FL-COFIN-7", Certainty.ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.FLEMISH_STAFF_ALLOWED, None, "FL-SPEND-3", Certainty.ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.ADVANCE_SHARE, None, "FL-PROC-7", Certainty.ASSUMED, sources.NOT_FOUND),
    Setting(SettingKey.UNSPENT_GOES_BACK, None, "FL-PROC-7", Certainty.ASSUMED, sources.NOT_FOUND),
)

DEADLINES = (
    Deadline(
        key="application",
        title=say("De aanvraag voor het netwerk is ingediend"),
        rule="FL-PROC-1",
        certainty=Certainty.CONFIRMED,
        source=sources.DEMOS_START,
        month=10,
        day=1,
        year_offset=-1,
        starts_a_note=True,
    ),
    Deadline(
        key="decision",
        title=say("De minister heeft beslist over de aanvraag"),
        rule="FL-PROC-2",
        certainty=Certainty.CONFIRMED,
        source=sources.DEMOS_START,
        month=12,
        day=31,
        year_offset=-1,
        starts_a_note=True,
    ),
    Deadline(
        key="flemish-spending",
        title=say("Het trekkingsrecht en de cofinanciering zijn uitgegeven"),
        rule="FL-SPEND-5",
        certainty=Certainty.PROBABLE,
        source=sources.DEMOS_FICHE,
        month=12,
        day=31,
    ),
    Deadline(
        key="flemish-justification",
        title=say("De Vlaamse verantwoording is ingediend, na het federale jaarverslag"),
        rule="FL-PROC-6",
        certainty=Certainty.ASSUMED,
        source=sources.NOT_FOUND,
    ),
)

FL_PD = Regime(
    code="FL-PD",
    level=RegimeLevel.FLEMISH,
    title=say("Vlaams Participatiedecreet"),
    first_year=2008,
    last_year=2026,
    certainty=Certainty.CONFIRMED,
    source=sources.CJM,
    streams=(DRAWING_RIGHT_STREAM, COFINANCING_STREAM),
    settings=SETTINGS,
    deadlines=DEADLINES,
)
