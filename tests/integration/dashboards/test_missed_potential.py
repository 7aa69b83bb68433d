"""What the dashboard calls missed is what the rulebook would let the federal money pay."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.funding.types import Owner
from tests.factories.world import World
from tests.pages import WatchfulClient

MIXED = {"invoice_cents": 100_000, "target_n": 6, "target_m": 20, "owner": Owner.OCMW}


def missed(client: WatchfulClient, slug: str, year: int = 2024) -> dict[str, Any]:
    answer = client.get(f"/api/v1/networks/{slug}/{year}/complementarity").get_json()
    found: dict[str, Any] = answer["missed_potential"]
    return found


def test_a_mixed_audience_misses_only_the_part_of_the_users(
    world: World, sign_in: Callable[[Any], WatchfulClient]
) -> None:
    network = world.network()
    action = world.action(world.plan(network, 2024), world.partner(network))
    for cluster in ("participation", "modules"):
        world.grant(network, 2024, f"federal-{cluster}", amount_cents=50_000, owner=Owner.OCMW)
    client = sign_in(world.coordinator(network))
    world.expense(network, 2024, {"drawing-right": 100_000}, action_id=action.id, description="Feest", **MIXED)
    assert missed(client, network.slug)["total"] == "300.00"
    split = {"drawing-right": 70_000, "federal-participation": 30_000}
    world.expense(network, 2024, split, action_id=action.id, description="Sportdag", **MIXED)
    assert missed(client, network.slug)["total"] == "300.00"
    world.expense(network, 2024, {"federal-modules": 60_000}, invoice_cents=60_000, owner=Owner.OCMW)
    assert missed(client, network.slug) == {
        "total": "100.00",
        "streams": [{"stream": "federal-participation", "euros": "100.00"}],
        "costs": [
            {
                "expense": 1,
                "description": "Feest",
                "paid_by": "drawing-right",
                "could_be": "federal-participation",
                "euros": "100.00",
            }
        ],
    }
