"""A network with a running plan, an action, a voice that was told back, and an open page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.network.models import Network, Partner
from portal.network.types import PartnerKind
from portal.open_page import operations, queries
from portal.open_page.models import OpenPage
from portal.open_page.types import Showing
from portal.participation.models import Voice
from portal.plans import operations as plans
from portal.plans.models import Action, Plan
from portal.plans.types import PlanStatus, Threshold
from tests.factories.world import World
from tests.pages import WatchfulClient

THIS_YEAR = today().year


@dataclass
class Square:
    """Where the tests of the open page take place."""

    world: World
    network: Network
    sport: Partner
    plan: Plan
    action: Action
    coordinator: WatchfulClient
    anyone: WatchfulClient
    open_as: Callable[[Any], WatchfulClient]

    @property
    def address(self) -> str:
        return f"/open/{self.network.slug}"

    def href(self, path: str = "") -> str:
        return f"/networks/{self.network.slug}/open-page{path}"

    def read(self, path: str = "") -> str:
        answer = self.anyone.get(self.address + path)
        assert answer.status_code == 200
        return answer.text

    def page(self) -> OpenPage:
        found = queries.find_page(self.network.id)
        assert found is not None
        return found

    def change(self, **values: Any) -> None:
        with self.world.saving():
            page = self.page()
            for name, value in values.items():
                setattr(page, name, value)

    def voice(
        self, text: str = "De bus komt te laat.", *, told: bool = True, on: date | None = None, **values: Any
    ) -> Voice:
        """A voice that may be quoted unless said otherwise, received this year."""
        voice = self.world.voice(self.network, text, **({"is_quote": True, "quote_consent": True} | values))
        if told:
            self.world.told_back(voice)
        with self.world.saving():
            found = db.session.get_one(Voice, voice.id)
            found.received_on = on or date(THIS_YEAR, 1, 5)
            found.promised_on = date(THIS_YEAR + 1, 1, 1)
        return found

    def show(self, voice: Voice, showing: Showing = Showing.QUOTE, summary: str = "") -> None:
        with self.world.saving():
            found = db.session.get_one(Voice, voice.id)
            operations.show_voice(self.page(), found, showing=showing, summary=summary, at=now())


def run_plan(world: World, plan: Plan, status: PlanStatus = PlanStatus.RUNNING) -> None:
    with world.saving():
        found = db.session.get_one(Plan, plan.id)
        plans.move_plan(found, status=PlanStatus.AGREED)
        if status is not PlanStatus.AGREED:
            plans.move_plan(found, status=status)


@pytest.fixture
def square(world: World, client: WatchfulClient, sign_in: Callable[[Any], WatchfulClient]) -> Square:
    network = world.network()
    sport = world.partner(network, "Sportdienst", PartnerKind.SPORT)
    plan = world.plan(network, THIS_YEAR)
    action = world.action(
        plan,
        sport,
        "Zwemmen S3",
        plain_sentence="We gaan samen zwemmen.",
        thresholds=(Threshold.MONEY,),
        place="Itegem",
        months=("1", "2", "3"),
    )
    run_plan(world, plan)
    with world.saving():
        page = operations.begin_page(network)
        page.about, page.join, page.phone = "Wij zijn het netwerk.", "Kom langs in het Sociaal Huis.", "015 00 00 00"
        operations.open_page(page, today=today())
    coordinator = sign_in(world.coordinator(network, name="Cora Coördinator"))
    return Square(world, network, sport, plan, action, coordinator, client, sign_in)


ROLES = tuple(role for role in Role if role is not Role.COORDINATOR)
