"""Running the rules again on the whole ledger, after an administrator decided something about a regime."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from portal.extensions import db
from portal.foundation.wording import say
from portal.funding import queries
from portal.funding.bookkeeping import say_again
from portal.funding.models import RegimeSetting
from portal.funding.operations import set_regime_status
from portal.funding.regimes import REGIMES, Certainty, Decision
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


def check_ledger_again(first_year: int, *, overrides: tuple[Decision, ...]) -> tuple[int, int]:
    """Run the rulebook again on all expenses from a year on, in all networks; how many, and how many changed."""
    return check_years_again(first_year, None, overrides=overrides)


def check_years_again(first_year: int, last_year: int | None, *, overrides: tuple[Decision, ...]) -> tuple[int, int]:
    """The same for the years that a decision is about; without a last year all that follow."""
    with acting(replace(current_hand(), via=VIA)):
        return _check_again(queries.list_expense_ids(first_year, last_year), overrides)


def check_year_again(year: int, *, overrides: tuple[Decision, ...]) -> tuple[int, int]:
    """The same for the expenses of one year."""
    return _check_again(queries.list_expense_ids(year, year), overrides)


def _check_again(keys: Sequence[int], overrides: tuple[Decision, ...]) -> tuple[int, int]:
    checked = changed = 0
    for part in _in_parts(keys):
        with db.session.no_autoflush:
            found = queries.list_expenses_to_check(part)
            changed += sum(say_again(expense, overrides) for expense in found)
        checked += len(found)
        db.session.flush()
    return checked, changed


def _in_parts(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(keys), AT_ONCE):
        yield keys[first : first + AT_ONCE]
