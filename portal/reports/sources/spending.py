"""What was promised and spent of each action, per stream."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from portal.funding.types import SPENT_STAGES

Sums = dict[int | None, dict[str, int]]


@dataclass
class Spending:
    """Cents by action (None: on no action) and stream; spent is booked or justified."""

    promised: Sums = field(default_factory=dict)
    spent: Sums = field(default_factory=dict)


def sum_spending(rows: Iterable[Any]) -> Spending:
    """The allocations of a year, added up."""
    found = Spending()
    for row in rows:
        _add(found.promised, row)
        if row.stage in SPENT_STAGES:
            _add(found.spent, row)
    return found


def _add(sums: Sums, row: Any) -> None:
    of_action = sums.setdefault(row.action_id, {})
    of_action[row.stream] = of_action.get(row.stream, 0) + row.amount_cents
