"""Small groups: a count under five could lead to a person, so outside the network it is not shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from portal.foundation.wording import say

SMALLEST_TOLD = 5  # outside the network, a smaller number could lead to a person
TOO_SMALL = say("minder dan %(least)s", least=SMALLEST_TOLD)
Key = TypeVar("Key")


def is_small(count: int) -> bool:
    """Somebody, but fewer than five; nobody at all is no group."""
    return 0 < count < SMALLEST_TOLD


def told_outside(count: int) -> int | None:
    """A whole as it may be told to anyone; None: fewer than five, and nobody hears whether it was nobody."""
    return count if count >= SMALLEST_TOLD else None


def shown_count(count: int) -> int | None:
    """The count, or None when it may not be shown outside."""
    return None if is_small(count) else count


def shown_counts(counts: Mapping[Key, int]) -> dict[Key, int | None]:
    """The parts of a total that stands beside them, with None for what may not be shown outside.

    One hidden part would follow from the total and the other parts. So the next smallest parts are hidden too,
    until two parts are hidden that hold five or more together; what has nobody stays nought.
    """
    hidden = {key for key, count in counts.items() if is_small(count)}
    if not hidden:
        return dict(counts)
    others = sorted((key for key in counts if counts[key] >= SMALLEST_TOLD), key=lambda key: counts[key])
    while others and (len(hidden) < 2 or sum(counts[key] for key in hidden) < SMALLEST_TOLD):
        hidden.add(others.pop(0))
    return {key: None if key in hidden else count for key, count in counts.items()}
