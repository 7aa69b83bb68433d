"""Writing down many expenses at once, with few statements and the same rules as for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from portal.extensions import db
from portal.funding import queries
from portal.funding.operations import draw_up_expense
from portal.funding.regimes import RegimeStatus
from portal.network.models import Network

AT_ONCE = 250


@dataclass(frozen=True)
class ExpenseDraft:
    """An expense still to be written; without a number it gets the next free one."""

    values: Mapping[str, Any]
    parts: Mapping[str, int]
    number: int | None = None


def record_expenses(
    network: Network, *, year: int, drafts: Sequence[ExpenseDraft], overrides: tuple[RegimeStatus, ...]
) -> Iterator[int]:
    """Write down the expenses; tells after each few hundred how many there are. Raises Refused as for one.

    Whoever calls this saves or drops everything together.
    """
    queries.wait_for_turn(network.id)
    given = [draft.number for draft in drafts if draft.number]
    free = count(max([queries.highest_expense_number(network.id, year), *given]) + 1)
    with db.session.no_autoflush:
        for at, draft in enumerate(drafts, start=1):
            draw_up_expense(
                network,
                year=year,
                number=draft.number or next(free),
                parts=draft.parts,
                overrides=overrides,
                **draft.values,
            )
            if at % AT_ONCE == 0:
                db.session.flush()
                yield at
    db.session.flush()
    yield len(drafts)
