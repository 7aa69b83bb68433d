"""What streams are planned to pay of an action: drawn up or changed, not sent to the database yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.extensions import db
from portal.funding.models import BudgetLine
from portal.plans.models import Action


def draft_budget(action: Action, *, planned: Mapping[str, int], held: Mapping[str, BudgetLine]) -> list[BudgetLine]:
    """New lines of an action; those that it has change in place, and at zero they are taken off.

    Whoever draws up many made sure that the year has these streams.
    """
    fresh = []
    for stream, cents in planned.items():
        line = held.get(stream)
        if line is None and cents:
            fresh.append(_line(action, stream, cents))
        elif line is not None and cents:
            line.planned_cents = cents
        elif line is not None:
            db.session.delete(line)
    return fresh


def _line(action: Action, stream: str, cents: int) -> BudgetLine:
    owner: dict[str, Any] = {"action": action} if action.id is None else {"action_id": action.id}
    return BudgetLine(network_id=action.network_id, year=action.year, stream=stream, planned_cents=cents, **owner)
