"""In which order the rows of a file take from a grant: what they say decides, never where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from portal.transfer.lists.listing import CheckedRow


def in_turn(rows: Iterable[CheckedRow]) -> list[CheckedRow]:
    """The oldest day first, and of one day the largest amount, so that a sorted file says the same of each row."""
    return sorted(rows, key=_turn)


def _turn(row: CheckedRow) -> tuple[Any, ...]:
    values, parts = row.draft["values"], row.draft["parts"]
    day = values.get("imputed_on") or values.get("invoice_on") or date.max
    rest = sorted((key, str(value)) for key, value in {**row.values, **values}.items())
    return day, -sum(parts.values()), values.get("description") or "", rest
