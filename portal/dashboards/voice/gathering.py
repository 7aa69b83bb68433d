"""Where people met: meetings, at whose home and with whom at the table, review rounds, and contacts in between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from portal.dashboards.voice.types import Count, MeetingRow, share_of
from portal.participation.small_groups import shown_count


@dataclass(frozen=True)
class Gathering:
    """Counts of meetings that were held; `experts` is the sum of those at the table, `uncounted` has no number."""

    meetings: int = 0
    at_association: int = 0
    with_association: int = 0
    with_experts: int = 0
    uncounted: int = 0
    experts: Count = 0
    contacts: int = 0
    rounds: int = 0

    @property
    def at_association_share(self) -> Fraction | None:
        return share_of(self.at_association, self.meetings)

    @property
    def with_experts_share(self) -> Fraction | None:
        return share_of(self.with_experts, self.meetings)

    @property
    def informal_share(self) -> Fraction | None:
        """Contacts in between, as a share of all moments on which people were heard."""
        return share_of(self.contacts, self.contacts + self.meetings + self.rounds)


def measure_gathering(
    meetings: Iterable[MeetingRow], contacts: Iterable[date], rounds: Iterable[date], today: date
) -> Gathering:
    """A meeting is held from the day after it on: that evening somebody still writes who was there."""
    held = [row for row in meetings if row.on < today]
    return Gathering(
        meetings=len(held),
        at_association=sum(1 for row in held if row.at_association),
        with_association=sum(1 for row in held if row.with_association),
        with_experts=sum(1 for row in held if row.experts),
        uncounted=sum(1 for row in held if row.experts is None),
        experts=sum(row.experts or 0 for row in held),
        contacts=sum(1 for on in contacts if on <= today),
        rounds=sum(1 for on in rounds if on <= today),
    )


def gathering_outside(gathering: Gathering) -> Gathering:
    """Meetings are no people; how many experts sat there is a count of people."""
    return replace(gathering, experts=shown_count(gathering.experts or 0))
