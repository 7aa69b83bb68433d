"""A network with a year that lacks only its texts, and people who look at its papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.network.models import Network
from portal.network.types import PartnerKind
from portal.plans.types import TargetGroup, Threshold
from portal.reports.models import PaperText
from tests.pages import WatchfulClient


@dataclass
class Desk:
    """Where the papers of 2025 lie, and who sits there."""

    network: Network
    coordinator: WatchfulClient
    partner: WatchfulClient
    viewer: WatchfulClient
    expert: WatchfulClient

    def at(self, path: str = "", year: int = 2025) -> str:
        return f"/networks/{self.network.slug}/{year}/papers{path}"


@pytest.fixture
def desk(world: Any, sign_in: Callable[[Any], WatchfulClient]) -> Desk:
    network = world.network("Heist")
    sport = world.partner(network, "Sportdienst")
    for name, kind in (
        ("OCMW", PartnerKind.OCMW),
        ("vzw De Tafel", PartnerKind.POVERTY_ASSOCIATION),
        ("Jeugddienst", PartnerKind.YOUTH),
        ("Cultuurdienst", PartnerKind.CULTURE),
    ):
        world.partner(network, name, kind)
    plan = world.plan(network, 2025)
    action = world.action(
        plan,
        sport,
        "=Zwemmen & <b>spelen</b>",
        thresholds=[Threshold.MONEY],
        target_groups=[TargetGroup.FAMILIES],
        months=[3],
    )
    world.contribution(action, sport)
    world.grant(network, 2025)
    world.expense(
        network, 2025, action_id=action.id, description="Toegang tot het zwembad", imputed_on=date(2025, 5, 2)
    )
    return Desk(
        network,
        sign_in(world.coordinator(network)),
        sign_in(world.account(network, Role.PARTNER, sport)),
        sign_in(world.account(network, Role.VIEWER)),
        sign_in(world.account(network, Role.EXPERT)),
    )


@pytest.fixture
def kept(app: Any) -> Callable[[], list[tuple[Any, ...]]]:
    """What stands in the table of texts."""

    def read() -> list[tuple[Any, ...]]:
        with app.app_context():
            rows = db.session.query(PaperText).order_by(PaperText.id)
            return [(one.year, one.paper.value, one.part, one.text) for one in rows]

    return read
