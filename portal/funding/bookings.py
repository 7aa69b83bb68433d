"""Writing down many expenses at once, with few statements and the same rules as for one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from portal.extensions import db
from portal.foundation.finding import Finding
from portal.funding import queries
from portal.funding.drafting import amend_expense, draw_up_expense
from portal.funding.models import Expense
from portal.funding.regimes import Decision
from portal.history.adding import Additions
from portal.network.models import Network

AT_ONCE = 500


@dataclass(frozen=True)
class ExpenseDraft:
    """An expense still to be written, or how one is to be; without a number it gets the next free one.

    `said`: the warnings of the sums of the year, for which all drafts were looked at together.
    """

    values: Mapping[str, Any]
    parts: Mapping[str, int]
    number: int | None = None
    said: Sequence[Finding] = ()


def _nobody(_done: int) -> None:
    """Nobody waits to hear how far it is."""


class Booking:
    """Expenses that the rulebook let through, ready to be sent.

    Everything is worked out before the first word to the database, so that others wait as short as can be.
    Whoever sends it makes sure that the ledger did not change meanwhile, and saves or drops everything together.
    """

    def __init__(self, heard: Callable[[int], None] = _nobody) -> None:
        self._heard = heard
        self._amended = 0
        self._additions: list[tuple[int, Additions]] = []

    def amend(self, changes: Sequence[tuple[Expense, ExpenseDraft]], *, overrides: tuple[Decision, ...]) -> None:
        """Change expenses of the ledger; raises Refused as for one."""
        with db.session.no_autoflush:
            for at, (expense, draft) in enumerate(changes):
                amend_expense(expense, parts=draft.parts, overrides=overrides, said=draft.said, **draft.values)
                if at % AT_ONCE == 0:
                    self._heard(at)
        self._amended += len(changes)

    def add(
        self, network: Network, *, year: int, drafts: Sequence[ExpenseDraft], overrides: tuple[Decision, ...]
    ) -> None:
        """Draw up new expenses; raises Refused as for one."""
        with db.session.no_autoflush:
            given = [draft.number for draft in drafts if draft.number]
            free = count(max([queries.highest_expense_number(network.id, year), *given]) + 1)
            for first in range(0, len(drafts), AT_ONCE):
                drawn = [
                    draw_up_expense(
                        network,
                        year=year,
                        number=draft.number or next(free),
                        parts=draft.parts,
                        overrides=overrides,
                        said=draft.said,
                        **draft.values,
                    )
                    for draft in drafts[first : first + AT_ONCE]
                ]
                self._additions.append((len(drawn), _additions(drawn)))
                self._heard(self._amended + first + len(drawn))

    def send(self) -> Iterator[int]:
        """Write everything down; tells after each few hundred how many there are."""
        db.session.flush()
        done = self._amended
        yield done
        for size, additions in self._additions:
            additions.send()
            done += size
            yield done


def _additions(expenses: Sequence[Expense]) -> Additions:
    parts = [part for expense in expenses for part in expense.allocations]
    findings = [finding for expense in expenses for finding in expense.findings]
    return Additions(db.session(), expenses, parts, findings)
