"""The screens of a reader are light: at most 30 KB over the wire, everything they need included."""

from __future__ import annotations

import gzip
import re

import pytest

from portal.plans.types import Threshold
from tests.factories.reviews import open_round

MOST_BYTES = 30 * 1024
NEEDED = re.compile(r'(?:href|src)="(/assets/[^"]+)"')


@pytest.mark.parametrize("how", ["br", "gzip"])
def test_every_screen_weighs_at_most_thirty_kilobytes(client, world, how):
    thresholds = tuple(one.value for one in Threshold)
    held = open_round(world, world.network("Heist"), actions=8, thresholds=thresholds)
    address = f"/read/{held.tokens[0]}"
    first = client.get(address)
    client.post(address)
    for page in (first, client.get(f"{address}/1"), client.get(f"{address}/end")):
        html = page.get_data(as_text=True)
        weight = len(gzip.compress(page.data))
        files = set(NEEDED.findall(html))
        assert any(name.endswith("reading.css") for name in files)
        for name in files:
            file = client.get(name, headers={"Accept-Encoding": how})
            assert file.status_code == 200
            weight += len(file.data)
        assert weight <= MOST_BYTES
        assert not re.search(r"plotly|portal\.(js|css)", html)


def test_the_statements_of_a_screen_do_not_grow_with_the_actions(client, world, counting_statements):
    counts = []
    for number, actions in ((1, 2), (2, 12)):
        held = open_round(world, world.network(f"Stad {number}", nis=("12014", "12025")[number - 1]), actions=actions)
        address = f"/read/{held.tokens[0]}"
        client.post(address)
        with counting_statements() as statements:
            client.get(f"{address}/1")
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 6
