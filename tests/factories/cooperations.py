"""Welfare centres that work together, for tests that need one of everything."""

from __future__ import annotations

from portal.funding.cooperations import operations
from portal.funding.regimes import law_of_year
from portal.funding.regimes.measures import Measure
from portal.network.models import Network

NEIGHBOURS = ("12025", "12040", "12029", "12035", "12021")


def centres_together(network: Network, year: int = 2025, measure: Measure = Measure.CLUSTERS) -> dict[str, int]:
    """A cooperation with the own centre and one other; the keys of both."""
    held = operations.agree_on(
        network, year=year, measure=measure, law=law_of_year(year), title="Samen voor vrije tijd"
    )
    own = operations.seat_centre(network, held, nis=network.areas[0].nis)
    operations.seat_centre(network, held, nis=NEIGHBOURS[0])
    return {"cooperation_id": held.id, "centre_id": own.id}
