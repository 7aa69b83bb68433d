"""The one way to refuse that something goes from one state to another that its table does not know."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Wording, say

State = TypeVar("State")


def check_move_in(
    table: Mapping[State, Collection[State]],
    current: State,
    wanted: State,
    *,
    refusal: Wording,
    labels: Mapping[State, Wording],
    field: str,
) -> None:
    """Raises RuleBroken on `field`, with `%(current)s` and `%(wanted)s` of `refusal` in the words of the labels."""
    if wanted not in table[current]:
        raise RuleBroken(say(refusal.msgid, current=labels[current], wanted=labels[wanted]), field)
