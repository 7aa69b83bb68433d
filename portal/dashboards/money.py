"""The money of a year as the dashboards read it: the position of each stream, and what was booked by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from portal.dashboards.types import BudgetRow, GrantRow, SpendingRow
from portal.funding.figures import StreamPosition, positions_of, total_position
from portal.funding.types import SPENT_STAGES, ExpenseStage

__all__ = ["StreamPosition", "measure_money", "spent_by_month", "total_position"]


def measure_money(
    grants: Iterable[GrantRow],
    budgets: Iterable[BudgetRow],
    spending: Iterable[SpendingRow],
    *,
    order: Sequence[str] = (),
    spend_by: Mapping[str, date | None] | None = None,
) -> tuple[StreamPosition, ...]:
    """A position for every stream of `order`, then for every other stream that has money, by code."""
    return positions_of(
        ((row.stream, row.cents) for row in grants),
        ((row.stream, row.cents) for row in budgets),
        ((row.stream, ExpenseStage(row.stage), row.cents) for row in spending),
        order=order,
        spend_by=spend_by,
    )


def spent_by_month(spending: Iterable[SpendingRow], year: int) -> dict[str, tuple[int, ...]]:
    """Per stream what was booked up to and including each month of the year, by the date of booking."""
    booked: dict[str, list[int]] = defaultdict(lambda: [0] * 12)
    for row in spending:
        if row.stage in SPENT_STAGES and row.imputed_on is not None and row.imputed_on.year == year:
            booked[row.stream][row.imputed_on.month - 1] += row.cents
    return {stream: tuple(_running(booked[stream])) for stream in sorted(booked)}


def _running(months: Sequence[int]) -> list[int]:
    total, reached = 0, []
    for cents in months:
        total += cents
        reached.append(total)
    return reached
