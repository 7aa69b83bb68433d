"""The measures of the federal subsidy: streams that are justified together, by one method and with one staff cost."""

from __future__ import annotations

from enum import StrEnum

from portal.foundation.wording import say
from portal.funding.regimes.registry import YearLaw
from portal.funding.regimes.streams import (
    FEDERAL_CHILD_POVERTY,
    FEDERAL_MODULES,
    FEDERAL_PARTICIPATION,
    OLD_ASSOCIATIONS,
    OLD_CHILD_POVERTY,
    OLD_EVENTS,
    OLD_ICT,
    OLD_INITIATIVES,
    OLD_RECYCLED_PCS,
)


class Measure(StrEnum):
    """What the yearly report justifies by itself; since 2017 the three clusters are one measure."""

    GENERAL = "general"
    RECYCLED_PCS = "recycled-pcs"
    CHILD_POVERTY = "child-poverty"
    CLUSTERS = "clusters"


MEASURE_LABELS = {
    Measure.GENERAL: say("Sociale en culturele participatie (categorie 1 tot 4)"),
    Measure.RECYCLED_PCS: say("Gerecycleerde computers"),
    Measure.CHILD_POVERTY: say("Kinderarmoede (tot 2016)"),
    Measure.CLUSTERS: say("Participatie en sociale activering (drie clusters)"),
}

MEASURE_STREAMS = {
    Measure.GENERAL: (OLD_EVENTS, OLD_ASSOCIATIONS, OLD_INITIATIVES, OLD_ICT),
    Measure.RECYCLED_PCS: (OLD_RECYCLED_PCS,),
    Measure.CHILD_POVERTY: (OLD_CHILD_POVERTY,),
    Measure.CLUSTERS: (FEDERAL_PARTICIPATION, FEDERAL_MODULES, FEDERAL_CHILD_POVERTY),
}

WITH_STAFF = frozenset({Measure.GENERAL, Measure.CHILD_POVERTY, Measure.CLUSTERS})
WITH_LUMP_SUM = frozenset({Measure.GENERAL, Measure.CHILD_POVERTY})


def measures_of(law: YearLaw) -> tuple[Measure, ...]:
    """The measures of a year in their fixed order; none in a year without federal money."""
    return tuple(measure for measure, codes in MEASURE_STREAMS.items() if any(code in law.streams for code in codes))


def measure_of(stream: str) -> Measure | None:
    """The measure that a stream belongs to; None for money that is not federal."""
    return next((measure for measure, codes in MEASURE_STREAMS.items() if stream in codes), None)
