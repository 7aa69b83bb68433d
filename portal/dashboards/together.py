"""Who works with whom: on how many actions two partners stand together, as lead or as carrier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from portal.dashboards.types import ActionRow, PartnerRow


@dataclass(frozen=True)
class Companion:
    """A partner with the number of actions it leads or carries, and with how many others it works."""

    partner: PartnerRow
    actions: int
    companions: int


@dataclass(frozen=True)
class Bond:
    """Two partners by their place in the list, and the number of actions they share."""

    first: int
    second: int
    actions: int


@dataclass(frozen=True)
class Together:
    """Partners by number of actions, most first, and their bonds, strongest first."""

    companions: tuple[Companion, ...] = ()
    bonds: tuple[Bond, ...] = ()

    @property
    def alone(self) -> tuple[Companion, ...]:
        """Partners that share no action with anybody."""
        return tuple(one for one in self.companions if one.companions == 0)


def measure_together(partners: Iterable[PartnerRow], actions: Iterable[ActionRow]) -> Together:
    """The picture of a network in a year; actions that were dropped bind nobody."""
    members = {row.id: row for row in partners}
    busy: Counter[int] = Counter()
    shared: Counter[tuple[int, int]] = Counter()
    for action in actions:
        if action.counts:
            hands = {key for key, _percent in action.carriers} | {action.lead_partner_id}
            present = sorted(key for key in hands if key is not None and key in members)
            busy.update(present)
            shared.update(combinations(present, 2))
    mates = Counter(key for pair in shared for key in pair)
    order = sorted(members.values(), key=lambda row: (-busy[row.id], row.name, row.id))
    at = {row.id: place for place, row in enumerate(order)}
    bonds = [Bond(min(at[one], at[other]), max(at[one], at[other]), count) for (one, other), count in shared.items()]
    return Together(
        tuple(Companion(row, busy[row.id], mates[row.id]) for row in order),
        tuple(sorted(bonds, key=lambda bond: (-bond.actions, bond.first, bond.second))),
    )
