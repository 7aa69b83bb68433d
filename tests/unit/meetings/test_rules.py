"""What may happen to meetings, minutes, decisions and polls, and when somebody is reminded."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from portal.foundation.actor import Actor, Role
from portal.foundation.errors import RuleBroken
from portal.meetings import access, rules
from portal.meetings.types import AgendaLine, DecisionStatus, MeetingStatus, MinutesStatus, PollStatus

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("current", "wanted"),
    [
        (MinutesStatus.DRAFT, MinutesStatus.APPROVED),
        (MinutesStatus.DRAFT, MinutesStatus.AMENDED),
        (MinutesStatus.AMENDED, MinutesStatus.APPROVED),
        (MinutesStatus.APPROVED, MinutesStatus.AMENDED),
        (MinutesStatus.APPROVED, MinutesStatus.LOCKED),
    ],
)
def test_minutes_go_from_draft_to_locked(current, wanted):
    rules.check_minutes_move(current, wanted)


@pytest.mark.parametrize("wanted", list(MinutesStatus))
def test_locked_minutes_never_move_again(wanted):
    with pytest.raises(RuleBroken):
        rules.check_minutes_move(MinutesStatus.LOCKED, wanted)


def test_a_draft_is_not_locked_before_it_is_approved():
    with pytest.raises(RuleBroken, match="ontwerp"):
        rules.check_minutes_move(MinutesStatus.DRAFT, MinutesStatus.LOCKED)


@pytest.mark.parametrize("status", [MinutesStatus.APPROVED, MinutesStatus.LOCKED])
def test_nobody_writes_in_approved_minutes(status):
    with pytest.raises(RuleBroken):
        rules.check_writable(status)


def test_every_status_of_minutes_and_decisions_has_its_moves():
    assert set(rules.NEXT_MINUTES_STATUSES) == set(MinutesStatus)
    assert set(rules.NEXT_DECISION_STATUSES) == set(DecisionStatus)


def test_a_meeting_ends_after_it_begins_and_within_a_day():
    rules.check_times(NOW, NOW + HOUR)
    for wrong in (NOW, NOW - HOUR, NOW + 20 * HOUR):
        with pytest.raises(RuleBroken) as refused:
            rules.check_times(NOW, wrong)
        assert refused.value.field == "ends"


def test_a_template_is_read_line_by_line_with_its_minutes():
    text = "1. Welkom | 5\n\n- Verslag vorige keer (10 min)\nVaria\n* Rondje | 15 minuten\n| 10"
    assert rules.lines_of_template(text) == [
        AgendaLine("1. Welkom", 5),
        AgendaLine("Verslag vorige keer", 10),
        AgendaLine("Varia", None),
        AgendaLine("Rondje", 15),
    ]


def test_a_year_at_the_end_of_a_line_is_no_number_of_minutes():
    assert rules.lines_of_template("Actieplan 2026") == [AgendaLine("Actieplan 2026", None)]


@pytest.mark.parametrize(
    ("days", "reminders", "last", "asked"),
    [
        (2, 0, None, False),
        (3, 0, None, True),
        (4, 1, 1, False),
        (7, 1, 4, True),
        (8, 2, 1, False),
        (14, 2, 7, True),
        (15, 3, 1, False),
        (30, 0, None, True),
    ],
)
def test_an_organiser_is_reminded_after_three_days_after_seven_and_then_every_week(days, reminders, last, asked):
    last_at = NOW - timedelta(days=last) if last is not None else None
    assert rules.needs_reminder(NOW - timedelta(days=days), last_at, reminders, NOW) is asked


def test_a_poll_offers_at_least_two_different_moments():
    one, two = (NOW, NOW + HOUR), (NOW + 24 * HOUR, NOW + 25 * HOUR)
    rules.check_dates([one, two])
    for wrong in ([one], [one, one], [one, (NOW + HOUR, NOW)], [one, two] * 10):
        with pytest.raises(RuleBroken):
            rules.check_dates(wrong)


def test_a_closed_poll_takes_no_answers():
    with pytest.raises(RuleBroken):
        rules.check_poll_open(PollStatus.CHOSEN)


def test_a_contact_did_not_happen_tomorrow():
    rules.check_contact_day(date(2026, 11, 21), date(2026, 11, 21))
    with pytest.raises(RuleBroken):
        rules.check_contact_day(date(2026, 11, 22), date(2026, 11, 21))


def test_an_empty_report_is_not_approved():
    with pytest.raises(RuleBroken):
        rules.check_minutes_complete(["", "  "], 0)
    rules.check_minutes_complete(["", "Gezegd"], 0)
    rules.check_minutes_complete([], 1)


COORDINATOR = Actor(1, roles=frozenset({Role.COORDINATOR}))
PARTNER = Actor(2, roles=frozenset({Role.PARTNER}), partner_ids=frozenset({7}))
EXPERT = Actor(3, roles=frozenset({Role.EXPERT}))


def meeting(status=MeetingStatus.PLANNED, minutes=MinutesStatus.DRAFT):
    return SimpleNamespace(status=status, minutes_status=minutes)


def test_coordinators_and_partners_write_minutes_experts_read_them():
    assert access.can_write_minutes(COORDINATOR, meeting())
    assert access.can_write_minutes(PARTNER, meeting())
    assert not access.can_write_minutes(EXPERT, meeting())
    assert not access.can_write_minutes(COORDINATOR, meeting(minutes=MinutesStatus.APPROVED))
    assert not access.can_write_minutes(COORDINATOR, meeting(status=MeetingStatus.CANCELLED))


def test_a_task_is_finished_by_who_promised_it():
    def task(partner_id=None, account_id=None):
        return SimpleNamespace(partner_id=partner_id, account_id=account_id)

    assert access.can_finish_task(PARTNER, task(partner_id=7))
    assert access.can_finish_task(PARTNER, task(account_id=2))
    assert not access.can_finish_task(PARTNER, task(partner_id=8))
    assert not access.can_finish_task(Actor(), task(partner_id=8))
    assert access.can_finish_task(COORDINATOR, task(partner_id=8))
