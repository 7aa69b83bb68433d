"""Welfare centres that work together on the federal money of a year; all of it invented."""

from __future__ import annotations

from datetime import date

from portal.demo.sources import invented
from portal.funding.cooperations import operations
from portal.funding.regimes import law_of_year
from portal.funding.regimes.measures import Measure
from portal.network.models import Network

YEAR = 2025
WITH = "Wervik"
NEIGHBOURS = (("34027", date(2025, 2, 24), 14_200_00, 13_950_00), ("34041", date(2025, 3, 10), 9_800_00, 9_800_00))


def cooperate(network: Network) -> None:
    """Wervik shares a worker with two neighbours."""
    if network.name != WITH:
        return
    held = operations.agree_on(
        network,
        year=YEAR,
        measure=Measure.CLUSTERS,
        law=law_of_year(YEAR),
        title="Samen naar de vrije tijd",
        reference="OVK-2025-07",
        signed_on=date(2025, 3, 20),
        is_available=True,
        staff_function="maatschappelijk werker vrije tijd",
        origin=invented("Geen bron noemt een samenwerking."),
    )
    operations.seat_centre(network, held, nis=network.areas[0].nis, council_on=date(2025, 2, 17), is_employer=True)
    for nis, council_on, granted, justified in NEIGHBOURS:
        operations.seat_centre(
            network, held, nis=nis, council_on=council_on, granted_cents=granted, justified_cents=justified
        )
