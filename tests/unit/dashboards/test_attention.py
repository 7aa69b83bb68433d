"""What needs attention: silence, actions that should be over, and room that cannot be lent."""

from __future__ import annotations

from datetime import date

from portal.dashboards.attention import find_overdue_actions, find_silent_partners, room_of
from portal.dashboards.types import ContributionRow
from portal.funding.figures import StreamPosition
from portal.plans.types import ActionStatus
from tests.unit.dashboards.rows import action, partner

TODAY = date(2026, 11, 21)


def silent(*actions, heard=()):
    given = [ContributionRow(partner_id=1, action_id=1, on=on) for on in heard]
    return [
        (one.partner.id, one.actions)
        for one in find_silent_partners([partner(1), partner(2)], actions, given, year=2026, today=TODAY)
    ]


def test_a_partner_is_silent_when_its_work_began_long_ago_and_it_told_nothing():
    assert silent(action(1, months=(2, 3))) == [(1, 1)]
    assert silent(action(1, months=(2, 3)), heard=[date(2026, 3, 1)]) == [(1, 1)]
    assert silent(action(1, months=(2, 3)), heard=[date(2026, 10, 1)]) == []


def test_a_partner_whose_work_has_just_begun_or_is_to_come_is_not_silent():
    assert silent(action(1, months=(10, 11))) == []
    assert silent(action(1, months=(12,))) == []
    assert silent(action(1, months=(2,), status=ActionStatus.DONE)) == []


def test_silence_is_asked_only_in_the_year_itself():
    assert find_silent_partners([partner(1)], [action(1, months=(2,))], [], year=2025, today=TODAY) == ()


def test_an_action_is_overdue_after_its_last_month():
    rows = [action(1, months=(9, 10)), action(2, months=(10, 11)), action(3), action(4, months=(3,), status="done")]
    assert [one.id for one in find_overdue_actions(rows, year=2026, today=TODAY)] == [1]
    assert [one.id for one in find_overdue_actions(rows, year=2025, today=TODAY)] == [1, 2]


def position(granted: int, committed: int, spent: int) -> StreamPosition:
    return StreamPosition("drawing-right", granted, 0, committed, spent, 0)


def test_room_of_one_stream_does_not_hide_what_another_spent_too_much():
    room = room_of([position(1000, 400, 300), position(500, 900, 900)])
    assert (room.left_cents, room.too_much_cents, room.promised_cents) == (600, 400, 100)
    assert 1200 + room.promised_cents + room.left_cents - room.too_much_cents == 1500
