"""Actions that step in for one another."""

from __future__ import annotations

from portal.dashboards.complementarity.ladders import find_ladders, linked_actions
from portal.dashboards.types import ActionRow
from tests.unit.dashboards.rows import action


def ids(actions: list[ActionRow]) -> list[list[int]]:
    return [[step.id for step in ladder.steps] for ladder in find_ladders(actions)]


def test_a_ladder_runs_from_the_first_measure_to_the_last() -> None:
    assert ids([action(3, steps_in_for_id=2), action(1), action(2, steps_in_for_id=1)]) == [[1, 2, 3]]


def test_two_actions_that_step_in_for_one_make_two_ladders() -> None:
    assert ids([action(1), action(2, steps_in_for_id=1), action(3, steps_in_for_id=1)]) == [[1, 2], [1, 3]]


def test_a_circle_is_cut_at_its_first_action_and_named() -> None:
    ladders = find_ladders(
        [
            action(1, steps_in_for_id=3),
            action(2, steps_in_for_id=1),
            action(3, steps_in_for_id=2),
            action(4, steps_in_for_id=2),
        ]
    )
    assert [[step.id for step in one.steps] for one in ladders] == [[1, 2, 3], [1, 2, 4]]
    assert all(one.is_circle for one in ladders)


def test_dropped_actions_and_actions_of_another_year_are_no_steps() -> None:
    assert ids([action(1, status="dropped"), action(2, steps_in_for_id=1), action(3, steps_in_for_id=99)]) == []


def test_actions_of_one_ladder_are_linked_and_side_branches_are_not() -> None:
    linked = linked_actions([action(1), action(2, steps_in_for_id=1), action(3, steps_in_for_id=1)])
    assert linked == {1: frozenset({1, 2, 3}), 2: frozenset({1, 2}), 3: frozenset({1, 3})}
