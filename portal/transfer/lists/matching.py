"""Records without a name of their own: a row leads to the first of its kind, the next same row to the second."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

R = TypeVar("R")


class Matching(Generic[R]):
    """Leads each row of a file to the record that it is about."""

    def __init__(self, records: Iterable[tuple[Hashable, R]]) -> None:
        self._held: dict[Hashable, list[R]] = defaultdict(list)
        for key, record in records:
            self._held[key].append(record)
        self._taken: Counter[Hashable] = Counter()

    def take(self, key: Hashable) -> R | None:
        """The record of this row, or None when the row is a new one."""
        at = self._taken[key]
        self._taken[key] += 1
        held = self._held.get(key, [])
        return held[at] if at < len(held) else None

    def is_again(self, key: Hashable) -> bool:
        """Whether a row before the last one already asked for a new record of this kind."""
        return self._taken[key] > max(1, len(self._held.get(key, [])))
