"""A network with its people and a filled-in expense form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from portal.accounts.models import Account
from portal.foundation.actor import Role
from portal.funding.models import Expense
from portal.network.models import Network, Partner
from portal.plans.models import Action
from tests.factories.world import World
from tests.pages import WatchfulClient


@dataclass
class Money:
    """Where the tests of the money take place."""

    network: Network
    partner: Partner
    action: Action
    coordinator: Account
    client: WatchfulClient

    def href(self, path: str = "", year: int = 2025) -> str:
        return f"/networks/{self.network.slug}/{year}/{path}"

    def page(self, expense: Expense, path: str = "") -> str:
        return self.href(f"expenses/{expense.id}{path}", expense.year)


@pytest.fixture
def money(world: World, sign_in: Callable[[Any], WatchfulClient]) -> Money:
    network = world.network()
    partner = world.partner(network, "Sportdienst")
    action = world.action(world.plan(network), partner, "Samen zwemmen")
    coordinator = world.coordinator(network)
    return Money(network, partner, action, coordinator, sign_in(coordinator))


@pytest.fixture
def client_as(money: Money, world: World, sign_in: Callable[[Any], WatchfulClient]) -> Callable[..., WatchfulClient]:
    """Somebody else of the same network."""

    def signed_in(role: Role, partner: Partner | None = None) -> WatchfulClient:
        return sign_in(world.account(money.network, role, partner))

    return signed_in


def filled(**values: Any) -> dict[str, Any]:
    """An expense form that the rules accept."""
    form = {
        "description": "Toegang tot het zwembad voor het gezin",
        "kind": "collective",
        "stage": "booked",
        "owner": "municipality",
        "invoice_cents": "100,00",
        "part_drawing_right": "60,00",
        "part_co_financing": "40,00",
        "imputed_on": "2025-05-01",
        "beneficiaries": "6",
        "evidence_reference": "F-2025-1",
    }
    return {name: value for name, value in {**form, **values}.items() if value is not None}
