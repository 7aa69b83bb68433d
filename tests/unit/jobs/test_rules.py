"""How long work is claimed, tried again and refused; without an application."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from portal.foundation.actor import NOBODY, Actor, Role
from portal.foundation.errors import RuleBroken
from portal.jobs import access, rules
from portal.jobs.models import Job
from portal.jobs.register import JobKind

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_the_same_thing_asked_by_the_same_person_has_one_key_whatever_the_order_of_its_parameters():
    one = rules.key_of(1, "paper", {"year": 2025, "kind": "handover"}, 7, "nl")
    assert one == rules.key_of(1, "paper", {"kind": "handover", "year": 2025}, 7, "nl")


@pytest.mark.parametrize(
    "other",
    [
        (2, "paper", {"year": 2025}, 7, "nl"),
        (1, "zip", {"year": 2025}, 7, "nl"),
        (1, "paper", {"year": 2024}, 7, "nl"),
        (1, "paper", {"year": 2025}, 8, "nl"),
        (1, "paper", {"year": 2025}, 7, "en"),
    ],
)
def test_another_network_kind_year_person_or_language_is_another_job(other):
    assert rules.key_of(1, "paper", {"year": 2025}, 7, "nl") != rules.key_of(*other)


def test_a_job_is_tried_three_times_with_growing_waits():
    waits = [rules.next_attempt(count, NOON) for count in (1, 2, 3)]
    assert waits == [NOON + timedelta(seconds=5), NOON + timedelta(seconds=60), None]


def test_a_worker_gives_several_signs_of_life_before_its_job_is_free():
    assert rules.HEARTBEAT * 3 < rules.CLAIM


def test_nobody_fills_the_queue_alone():
    rules.check_room(rules.MOST_OPEN - 1)
    with pytest.raises(RuleBroken, match="al 5 keer"):
        rules.check_room(rules.MOST_OPEN)


def test_a_page_does_the_work_when_nobody_does():
    assert rules.needs_the_page(timedelta(seconds=6), others_at_work=False)
    assert not rules.needs_the_page(timedelta(seconds=2), others_at_work=False)


def test_a_page_leaves_the_work_to_a_busy_worker_but_not_for_ever():
    assert not rules.needs_the_page(timedelta(seconds=60), others_at_work=True)
    assert rules.needs_the_page(timedelta(minutes=4), others_at_work=True)


def test_a_job_is_seen_by_who_asked_it_and_by_nobody_else():
    job = Job(asked_by_id=7)
    assert access.can_see_job(Actor(7), job)
    assert not access.can_see_job(Actor(8, is_administrator=True), job)
    assert not access.can_see_job(NOBODY, Job(asked_by_id=None))


def test_who_lost_the_role_does_not_get_the_result():
    kind = JobKind("x", None, None, lambda actor, _parameters: actor.coordinates)  # type: ignore[arg-type]
    assert access.can_have_result(Actor(7, roles=frozenset({Role.COORDINATOR})), kind, {})
    assert not access.can_have_result(Actor(7, roles=frozenset({Role.PARTNER})), kind, {})
    assert not access.can_have_result(Actor(7, roles=frozenset({Role.COORDINATOR})), None, {})
