"""A network with two partners, an action of one of them, and one person of every role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from portal.accounts.models import Account
from portal.foundation.actor import Role
from portal.network.models import Network, Partner
from portal.network.types import PartnerKind
from portal.participation.models import Voice
from portal.plans.models import Action, Plan
from tests.factories.world import World
from tests.pages import WatchfulClient


@dataclass
class Talk:
    """Where the tests of participation take place."""

    world: World
    network: Network
    sport: Partner
    youth: Partner
    plan: Plan
    action: Action
    people: dict[str, Account] = field(default_factory=dict)
    clients: dict[str, WatchfulClient] = field(default_factory=dict)

    def href(self, path: str = "") -> str:
        return f"/networks/{self.network.slug}/voices{path}"

    def page(self, voice: Voice | int, path: str = "") -> str:
        return self.href(f"/{voice if isinstance(voice, int) else voice.id}{path}")

    @property
    def front(self) -> str:
        return f"/networks/{self.network.slug}"

    @property
    def action_page(self) -> str:
        return f"/networks/{self.network.slug}/2026/actions/{self.action.id}"

    @property
    def coordinator(self) -> WatchfulClient:
        return self.clients["coordinator"]

    @property
    def expert(self) -> WatchfulClient:
        return self.clients["expert"]


@pytest.fixture
def talk(world: World, sign_in: Callable[[Any], WatchfulClient]) -> Talk:
    network = world.network()
    sport, youth = world.partner(network, "Sportdienst"), world.partner(network, "Jeugddienst", PartnerKind.YOUTH)
    plan = world.plan(network, 2026)
    made = Talk(world, network, sport, youth, plan, world.action(plan, sport, "Samen zwemmen"))
    made.people = {
        "coordinator": world.coordinator(network, name="Cora Coördinator"),
        "second": world.coordinator(network, name="Tweede Trekker"),
        "sport": world.account(network, Role.PARTNER, sport, name="Sam Sport"),
        "youth": world.account(network, Role.PARTNER, youth, name="Joke Jeugd"),
        "expert": world.account(network, Role.EXPERT, name="Els Ervaring"),
        "other expert": world.account(network, Role.EXPERT, name="Omar Ervaring"),
        "viewer": world.account(network, Role.VIEWER, name="Lou Lezer"),
    }
    made.clients = {name: sign_in(account) for name, account in made.people.items()}
    return made


def filled_voice(**values: Any) -> dict[str, Any]:
    """A form that the rules accept."""
    form = {
        "text": "De bus komt te laat voor de les.",
        "channel": "meeting",
        "speaker": "association",
        "received_on": "2026-03-01",
    }
    return {name: value for name, value in {**form, **values}.items() if value is not None}
