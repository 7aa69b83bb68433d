"""Running the rules again on the whole ledger, after an administrator decided something about a regime."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from portal.extensions import db
from portal.foundation.wording import say
from portal.funding import queries, rules
from portal.funding.bookkeeping import keep_findings, said_with_year
from portal.funding.facts import facts_of
from portal.funding.models import Expense, RegimeSetting
from portal.funding.operations import set_regime_status
from portal.funding.regimes import REGIMES, Certainty, RegimeStatus
from portal.history.recording import acting, current_hand

AT_ONCE = 500
VIA = str(say("andere regelgeving"))  # kept in Dutch, told in the reader's language


@dataclass(frozen=True)
class Rechecked:
    """How many expenses the rules looked at again, and of how many they now say something else."""

    setting: RegimeSetting
    expenses: int
    changed: int


def decide_regime(code: str, *, in_force: bool, certainty: Certainty, source: str) -> Rechecked:
    """An administrator's decision about a regime, with what the rules say from now on of every expense it rules."""
    setting = set_regime_status(code, in_force=in_force, certainty=certainty, source=source)
    checked, changed = check_ledger_again(REGIMES[code].first_year, overrides=queries.regime_overrides())
    return Rechecked(setting, checked, changed)


def check_ledger_again(first_year: int, *, overrides: tuple[RegimeStatus, ...]) -> tuple[int, int]:
    """Run the rulebook again on all expenses from a year on, in all networks; how many, and how many changed."""
    hand = replace(current_hand(), via=VIA)
    checked = changed = 0
    with acting(hand):
        for part in _in_parts(queries.list_expense_ids_from(first_year)):
            with db.session.no_autoflush:
                found = queries.list_expenses_to_check(part)
                changed += sum(_say_again(expense, overrides) for expense in found)
            checked += len(found)
            db.session.flush()
    return checked, changed


def _say_again(expense: Expense, overrides: tuple[RegimeStatus, ...]) -> bool:
    parts = {part.stream: part.amount_cents for part in expense.allocations}
    found = rules.check_expense(facts_of(expense, parts), overrides=overrides)
    return keep_findings(expense, [*found, *said_with_year(expense)])


def _in_parts(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(keys), AT_ONCE):
        yield keys[first : first + AT_ONCE]
