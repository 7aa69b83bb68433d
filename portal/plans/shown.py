"""What pages show of actions and objectives: who carries how much, months in words, the tree of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

from portal.plans.rules import shares_with_lead
from portal.plans.types import CarrierRole, Share


class NamedPartner(Protocol):
    @property
    def id(self) -> int: ...

    @property
    def name(self) -> str: ...


class HeldShare(Protocol):
    """A carrier, as far as its share is shown."""

    @property
    def partner_id(self) -> int: ...

    @property
    def partner(self) -> NamedPartner: ...

    @property
    def share_percent(self) -> int: ...

    @property
    def role(self) -> CarrierRole: ...


class SharedAction(Protocol):
    """An action, as far as its shares are shown."""

    @property
    def lead_partner_id(self) -> int | None: ...

    @property
    def lead_partner(self) -> NamedPartner | None: ...

    @property
    def carriers(self) -> Sequence[HeldShare]: ...


@dataclass(frozen=True)
class Part:
    """One partner's part of an action."""

    partner_id: int
    name: str
    percent: int
    role: CarrierRole
    is_lead: bool


def parts_of(action: SharedAction) -> list[Part]:
    """Who carries how much of an action, the lead first, then the largest part."""
    names = {carrier.partner_id: carrier.partner.name for carrier in action.carriers}
    if action.lead_partner is not None:
        names[action.lead_partner.id] = action.lead_partner.name
    held = [Share(one.partner_id, one.share_percent, one.role) for one in action.carriers]
    lead = action.lead_partner_id
    whole = sorted(
        shares_with_lead(lead, held),
        key=lambda one: (one.partner_id != lead, -one.percent, names[one.partner_id]),
    )
    return [
        Part(share.partner_id, names[share.partner_id], share.percent, share.role, share.partner_id == lead)
        for share in whole
    ]


def month_runs(months: Iterable[int]) -> list[tuple[int, int]]:
    """Months that follow each other as (first, last): 1, 2, 3, 9 becomes (1, 3), (9, 9)."""
    ordered = sorted(set(months))
    if not ordered:
        return []
    breaks = [(before, after) for before, after in pairwise(ordered) if after != before + 1]
    firsts = [ordered[0], *(after for _before, after in breaks)]
    lasts = [*(before for before, _after in breaks), ordered[-1]]
    return list(zip(firsts, lasts, strict=True))


class TreeObjective(Protocol):
    @property
    def id(self) -> int: ...

    @property
    def parent_id(self) -> int | None: ...


class TreeAction(Protocol):
    @property
    def objective_id(self) -> int | None: ...


@dataclass
class Branch:
    """An objective with what stands below it."""

    objective: TreeObjective
    branches: list[Branch] = field(default_factory=list)
    actions: list[TreeAction] = field(default_factory=list)


def tree_of(
    objectives: Sequence[TreeObjective], actions: Sequence[TreeAction]
) -> tuple[list[Branch], list[TreeAction]]:
    """Objectives above objectives above actions, and the actions that serve none of them."""
    branches = {objective.id: Branch(objective) for objective in objectives}
    roots: list[Branch] = []
    loose: list[TreeAction] = []
    for branch in branches.values():
        above = branches.get(branch.objective.parent_id or 0)
        (above.branches if above else roots).append(branch)
    for action in actions:
        found = branches.get(action.objective_id or 0)
        (found.actions if found else loose).append(action)
    return roots, loose
