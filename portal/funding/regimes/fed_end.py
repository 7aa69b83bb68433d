"""FED-END: the federal subsidy is abolished from 2026; an administrator can say otherwise, with a source."""

from __future__ import annotations

from portal.foundation.finding import Certainty
from portal.foundation.wording import say
from portal.funding.regimes import sources
from portal.funding.regimes.types import Regime, RegimeLevel

FED_END = Regime(
    code="FED-END",
    level=RegimeLevel.FEDERAL,
    title=say("Geen federale toelage meer"),
    first_year=2026,
    last_year=None,
    certainty=Certainty.PROBABLE,
    source=sources.PRESS_END,
)
