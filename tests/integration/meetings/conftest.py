"""A network with a coordinator, a partner and a meeting that comes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.meetings.models import Meeting
from portal.meetings.operations import meetings
from portal.network import operations as networks
from portal.network.models import Network, Partner
from tests.factories.meetings import SOON, plan

LINK = re.compile(r"http://localhost(/\S+)")


@dataclass
class Table:
    """Who sits around the table; `at` gives an address of the network."""

    network: Network
    partner: Partner
    coordinator: Any
    worker: Any
    meeting_id: int
    records: dict[str, Any] = field(default_factory=dict)

    def at(self, path: str = "") -> str:
        return f"/networks/{self.network.slug}{path}"

    def meeting(self, path: str = "") -> str:
        return self.at(f"/meetings/{self.meeting_id}{path}")


@pytest.fixture
def table(world, sign_in) -> Table:
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    world.plan(network, 2099)
    account = world.coordinator(network, name="Jan", email="jan@example.org")
    worker = world.account(network, Role.PARTNER, partner, name="Piet", email="piet@example.org")
    with world.saving():
        networks.add_contact(db.session.get_one(Partner, partner.id), name="Ann", email="ann@example.org")
        held = db.session.get_one(Network, network.id)
        meeting_id = plan(held, at=SOON, place="Den Draai", organiser_id=account.id).id
    return Table(network, partner, sign_in(account), sign_in(worker), meeting_id)


@pytest.fixture
def now_meeting(app) -> Callable[[int], Meeting]:
    """A meeting as it stands in the database now, with what hangs on it; read apart, so that no request shares it."""

    def found(meeting_id: int) -> Meeting:
        with app.app_context():
            meeting = db.session.get_one(Meeting, meeting_id)
            for part in (meeting.items, meeting.invitees, meeting.attendances, meeting.decisions, meeting.tasks):
                assert part is not None
            return meeting

    return found


@pytest.fixture
def over(world, table) -> int:
    """A meeting that is over, with two points on its agenda."""
    with world.saving():
        held = plan(db.session.get_one(Network, table.network.id), "Voorbij", at=SOON.replace(year=2025))
        for title in ("Kaart", "Kampen"):
            meetings.add_item(held, title=title)
        return held.id


def link_in(mail) -> str:
    """The path of the first link in a mail."""
    return LINK.search(mail.get_body(("plain",)).get_content())[1]
