"""Closed years for tests, without the papers: what is kept is given by the test."""

from __future__ import annotations

from portal.closing import operations
from portal.closing.models import ClosedYear
from portal.closing.types import KeptRecord
from portal.foundation.clock import now
from portal.network.models import Network
from tests.factories.world import World


def closed(world: World, network: Network, year: int = 2025, **texts: str) -> ClosedYear:
    """A year that somebody closed, with these texts kept of it."""
    with world.saving():
        operations.begin_closing(network.id, year)
        return operations.close_year(
            network.id,
            year=year,
            records=[KeptRecord(f"list:{name}", text) for name, text in texts.items()],
            by="An Peeters",
            at=now(),
            revision=1,
            secret="geheim",
        )
