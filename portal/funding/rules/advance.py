"""How a grant is paid: an advance first, the balance after control, and what goes back (FED-PAY-1, -2, -3)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from portal.foundation.finding import Certainty
from portal.funding.regimes import RegimeLevel, Setting, SettingKey, StreamKind, YearLaw, find_stream
from portal.funding.regimes.streams import OLD_RECYCLED_PCS

NO_ADVANCE = Fraction(0)


@dataclass(frozen=True)
class Payment:
    """What is paid when; None where the share of the advance is not known.

    The advance and the balance are together what is due; `to_repay_cents` is what of the advance goes back.
    """

    due_cents: int
    advance_cents: int | None
    balance_cents: int | None
    to_repay_cents: int | None


def advance_and_balance(granted_cents: int, justified_cents: int, share: Fraction | None) -> Payment:
    """The most that comes first, and what is settled after control; nobody gets more than was justified."""
    granted = max(0, granted_cents)
    due = max(0, min(justified_cents, granted))
    if share is None:
        return Payment(due, None, None, None)
    advance = int(granted * share)  # at most: a part of a cent is not advanced
    return Payment(due, advance, max(0, due - advance), max(0, advance - due))


def payment_of_year(
    law: YearLaw, stream: str, granted_cents: int, justified_cents: int
) -> tuple[Payment, Setting | None]:
    """The same with the figures of the year, and the figure that was used; recycled computers have no advance."""
    known = find_stream(stream)
    level = RegimeLevel.FEDERAL if known and known.kind is StreamKind.FEDERAL else RegimeLevel.FLEMISH
    row = law.setting(level, SettingKey.ADVANCE_SHARE)
    if stream == OLD_RECYCLED_PCS and row is not None:
        row = Setting(row.key, NO_ADVANCE, "FED-COST-7", Certainty.CONFIRMED, row.source)
    share = None if row is None or row.value is None else Fraction(row.value)
    return advance_and_balance(granted_cents, justified_cents, share), row
