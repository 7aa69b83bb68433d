"""A booked expense has a day of booking that is over."""

from __future__ import annotations

from datetime import date

import pytest

from portal.funding import rules
from portal.funding.types import ExpenseStage
from tests.unit.funding.facts import expense

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("stage", "on", "refused"),
    [
        (ExpenseStage.BOOKED, date(2026, 11, 22), True),
        (ExpenseStage.JUSTIFIED, date(2026, 12, 30), True),
        (ExpenseStage.BOOKED, TODAY, False),
        (ExpenseStage.COMMITTED, date(2026, 12, 30), False),
    ],
)
def test_a_day_to_come_is_no_day_of_booking(stage, on, refused):
    facts = expense(year=2026, stage=stage, imputed_on=on, today=TODAY)
    assert any(one.rule == "MONEY-7" and one.blocks for one in rules.check_expense(facts)) is refused
