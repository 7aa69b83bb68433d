"""A network to read lists into, and a reader who is its coordinator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from portal.network.models import Network, Partner
from portal.plans.models import Action
from tests.factories.world import World
from tests.pages import WatchfulClient

OF_NETWORK = ("partners", "agreements", "objectives", "voices")


@dataclass
class Desk:
    """Where a coordinator reads lists in and takes them along."""

    network: Network
    client: WatchfulClient

    def href(self, path: str, year: int | None = 2025) -> str:
        return f"/networks/{self.network.slug}/" + (f"{year}/" if year else "") + path

    def year_of(self, listing: str, year: int | None = 2025) -> int | None:
        """Some lists belong to the network as a whole."""
        return None if listing in OF_NETWORK else year

    def send(self, listing: str, body: bytes | str, filename: str = "lijst.csv", year: int | None = 2025) -> Any:
        data = body.encode() if isinstance(body, str) else body
        name = filename.encode()
        head = b'--grens\r\nContent-Disposition: form-data; name="file"; filename="' + name + b'"\r\n\r\n'
        return self.client.post(
            self.href(f"import/{listing}", self.year_of(listing, year)),
            data=head + data + b"\r\n--grens--\r\n",
            content_type="multipart/form-data; boundary=grens",
        )

    def save(
        self, listing: str, body: bytes | str, filename: str = "lijst.csv", year: int | None = 2025, **values: Any
    ) -> Any:
        """Send a file and save it in one go; the answer to the saving."""
        sent = self.send(listing, body, filename, year)
        assert sent.status_code == 302, sent.get_data(as_text=True)
        return self.client.post(sent.location + "/save", data=values)

    def take(self, listing: str, file_format: str = "csv", year: int | None = 2025, **asked: str) -> bytes:
        where = self.href(f"{listing}/export.{file_format}", self.year_of(listing, year))
        answer = self.client.get(where, query_string=asked)
        assert answer.status_code == 200
        return bytes(answer.data)


@pytest.fixture
def desk_in(world: World, sign_in: Callable[[Any], WatchfulClient]) -> Callable[..., Desk]:
    """A desk in a new network."""

    def made(name: str = "Heist", nis: str = "12014") -> Desk:
        network = world.network(name, nis)
        return Desk(network, sign_in(world.coordinator(network)))

    return made


@pytest.fixture
def desk(desk_in: Callable[..., Desk]) -> Desk:
    return desk_in()


@pytest.fixture
def sport(desk: Desk, world: World) -> Partner:
    return world.partner(desk.network, "Sportdienst")


@pytest.fixture
def swimming(desk: Desk, world: World, sport: Partner) -> Action:
    return world.action(world.plan(desk.network), sport, "Samen zwemmen")
