"""The money of a year: per stream what is granted, planned, committed, spent, justified and left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.dashboards.types import BudgetRow, GrantRow, SpendingRow
from portal.funding.types import SPENT_STAGES, ExpenseStage


@dataclass(frozen=True)
class StreamPosition:
    """Cumulative: committed counts every allocation, spent is booked or justified, justified is reported.

    `left_cents` is what can still be promised: granted minus committed; below zero the stream is overspent.
    """

    stream: str
    granted_cents: int
    planned_cents: int
    committed_cents: int
    spent_cents: int
    justified_cents: int
    spend_by: date | None = None

    @property
    def left_cents(self) -> int:
        return self.granted_cents - self.committed_cents

    @property
    def unspent_cents(self) -> int:
        return self.granted_cents - self.spent_cents


def measure_money(
    grants: Iterable[GrantRow],
    budgets: Iterable[BudgetRow],
    spending: Iterable[SpendingRow],
    *,
    order: Sequence[str] = (),
    spend_by: Mapping[str, date | None] | None = None,
) -> tuple[StreamPosition, ...]:
    """A position for every stream of `order`, then for every other stream that has money, by code."""
    spent = list(spending)
    granted = _sum_by_stream((row.stream, row.cents) for row in grants)
    planned = _sum_by_stream((row.stream, row.cents) for row in budgets)
    committed = _sum_by_stream((row.stream, row.cents) for row in spent)
    booked = _sum_by_stream((row.stream, row.cents) for row in spent if row.stage in SPENT_STAGES)
    justified = _sum_by_stream((row.stream, row.cents) for row in spent if row.stage == ExpenseStage.JUSTIFIED)
    used = sorted((granted.keys() | planned.keys() | committed.keys()) - set(order))
    return tuple(
        StreamPosition(
            stream=code,
            granted_cents=granted.get(code, 0),
            planned_cents=planned.get(code, 0),
            committed_cents=committed.get(code, 0),
            spent_cents=booked.get(code, 0),
            justified_cents=justified.get(code, 0),
            spend_by=(spend_by or {}).get(code),
        )
        for code in (*order, *used)
    )


def total_position(positions: Iterable[StreamPosition]) -> StreamPosition:
    """All streams together; the earliest date by which something that is left must be spent."""
    rows = list(positions)
    return StreamPosition(
        stream="",
        granted_cents=sum(row.granted_cents for row in rows),
        planned_cents=sum(row.planned_cents for row in rows),
        committed_cents=sum(row.committed_cents for row in rows),
        spent_cents=sum(row.spent_cents for row in rows),
        justified_cents=sum(row.justified_cents for row in rows),
        spend_by=min((row.spend_by for row in rows if row.spend_by and row.unspent_cents > 0), default=None),
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


def _sum_by_stream(parts: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for stream, cents in parts:
        found[stream] += cents
    return dict(found)
