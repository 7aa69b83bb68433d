"""A network with a plan, two partners and an action, and forms that the rules accept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from portal.accounts.models import Account
from portal.extensions import db
from portal.foundation.actor import Role
from portal.network.models import Network, Partner
from portal.network.types import PartnerKind
from portal.plans import operations
from portal.plans.models import Action, Plan
from portal.plans.types import Share
from tests.factories.world import World
from tests.pages import WatchfulClient


@dataclass
class Work:
    """Where the tests of planning take place."""

    network: Network
    sport: Partner
    youth: Partner
    plan: Plan
    action: Action
    coordinator: Account
    client: WatchfulClient

    def href(self, path: str = "", year: int = 2025) -> str:
        return f"/networks/{self.network.slug}/{year}/{path}"

    def page(self, path: str = "", action: Action | None = None) -> str:
        found = action or self.action
        return self.href(f"actions/{found.id}{path}", found.year)

    def plan_page(self, path: str = "", plan: Plan | None = None) -> str:
        return f"/networks/{self.network.slug}/plans/{(plan or self.plan).id}{path}"


@pytest.fixture
def work(world: World, sign_in: Callable[[Any], WatchfulClient]) -> Work:
    network = world.network()
    sport, youth = world.partner(network, "Sportdienst"), world.partner(network, "Jeugddienst", PartnerKind.YOUTH)
    plan = world.plan(network)
    action = world.action(
        plan,
        sport,
        "Samen zwemmen",
        plain_sentence="Je kan gratis mee zwemmen.",
        months=("1", "2", "3", "9"),
        thresholds=("money", "transport"),
    )
    with world.saving():
        operations.share_action(db.session.get_one(Action, action.id), shares=[Share(youth.id, 30)])
    coordinator = world.coordinator(network, name="Cora Coördinator")
    return Work(network, sport, youth, plan, action, coordinator, sign_in(coordinator))


@pytest.fixture
def client_as(work: Work, world: World, sign_in: Callable[[Any], WatchfulClient]) -> Callable[..., WatchfulClient]:
    """Somebody else of the same network."""

    def signed_in(role: Role, partner: Partner | None = None, **values: Any) -> WatchfulClient:
        return sign_in(world.account(work.network, role, partner, **values))

    return signed_in


def filled_action(work: Work, **values: Any) -> dict[str, Any]:
    """An action form that the rules accept."""
    form = {
        "title": "Samen fietsen",
        "plain_sentence": "We fietsen samen op zaterdag.",
        "track": "guiding",
        "domain": "sport",
        "spending_category": "initiatives",
        "place_kind": "municipality",
        "lead_partner_id": str(work.sport.id),
        "months": ["4", "5"],
        "thresholds": ["money"],
        "target_groups": ["families"],
        f"share_{work.youth.id}": "40",
        f"role_{work.youth.id}": "guiding",
    }
    return {name: value for name, value in {**form, **values}.items() if value is not None}
