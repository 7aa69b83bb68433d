"""Money from streams through actions to thresholds."""

from __future__ import annotations

import random

from hypothesis import given, settings

from portal.dashboards.complementarity.flows import NONE, OTHER, Flows, FlowStage, measure_flows
from tests.unit.dashboards.rows import CLUSTER_A, DRAWING, action, paid, planned, years


def cents_between(flows: Flows) -> dict[tuple[str, str], int]:
    return {(flows.nodes[one.source].key, flows.nodes[one.target].key): one.cents for one in flows.links}


def test_money_goes_through_the_action_and_is_split_to_the_cent() -> None:
    flows = measure_flows([action(1, thresholds=("money", "shame"))], [paid(1, 1, 1_001)])
    assert cents_between(flows) == {(DRAWING, "1"): 1_001, ("1", "money"): 501, ("1", "shame"): 500}
    assert flows.total_cents == 1_001


def test_two_streams_of_one_action_are_split_together() -> None:
    money = [planned(1, 1, DRAWING), planned(1, 1, CLUSTER_A)]
    flows = measure_flows([action(1, thresholds=("money", "shame"))], money)
    assert cents_between(flows)["1", "money"] == 1
    assert cents_between(flows)["1", "shame"] == 1


def test_money_without_action_or_threshold_is_not_hidden() -> None:
    flows = measure_flows([action(1)], [paid(1, 1, 10), paid(2, None, 5), paid(3, 99, 2)])
    assert cents_between(flows) == {(DRAWING, "1"): 10, (DRAWING, NONE): 7, ("1", NONE): 10, (NONE, NONE): 7}


def test_the_smallest_actions_stand_together() -> None:
    actions = [action(number, thresholds=("money",)) for number in range(1, 6)]
    flows = measure_flows(actions, [paid(number, number, number * 100) for number in range(1, 6)], most=2)
    shown = {one.key: (one.cents, one.count) for one in flows.nodes if one.stage is FlowStage.ACTION}
    assert shown == {"5": (500, 1), "4": (400, 1), OTHER: (600, 3)}


def test_one_action_too_many_keeps_its_name() -> None:
    actions = [action(number) for number in (1, 2, 3)]
    flows = measure_flows(actions, [paid(number, number, 100) for number in (1, 2, 3)], most=2)
    assert OTHER not in {one.key for one in flows.nodes}


def test_a_year_without_money_has_no_flows() -> None:
    assert measure_flows([action(1)], []) == Flows()


@settings(max_examples=40, deadline=None)
@given(years())
def test_flows_lose_no_cent_at_any_node_whatever_the_order(year: tuple[list, list, list, list]) -> None:  # type: ignore[type-arg]
    _partners, actions, _contributions, spending = year
    flows = measure_flows(actions, spending, most=2)
    total = sum(row.cents for row in spending)
    for stage in FlowStage:
        assert sum(node.cents for node in flows.nodes if node.stage is stage) == total
    for at, node in enumerate(flows.nodes):
        arrives = sum(link.cents for link in flows.links if link.target == at)
        leaves = sum(link.cents for link in flows.links if link.source == at)
        assert node.stage is FlowStage.STREAM or arrives == node.cents
        assert node.stage is FlowStage.THRESHOLD or leaves == node.cents
    mixed = random.Random(5)
    assert measure_flows(mixed.sample(actions, len(actions)), mixed.sample(spending, len(spending)), most=2) == flows
