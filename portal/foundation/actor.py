"""Who is asking, and in which roles, for one network."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from portal.foundation.wording import say


class Role(StrEnum):
    """What an account may be in a network."""

    COORDINATOR = "coordinator"
    PARTNER = "partner"
    EXPERT = "expert"
    VIEWER = "viewer"
    APPROVER = "approver"


ROLE_LABELS = {
    Role.COORDINATOR: say("coördinator"),
    Role.PARTNER: say("partner"),
    Role.EXPERT: say("ervaringsdeskundige"),
    Role.VIEWER: say("meelezer"),
    Role.APPROVER: say("goedkeurder"),
}


@dataclass(frozen=True)
class Actor:
    """An account with its roles in one network (or in none, outside a network)."""

    account_id: int | None = None
    name: str = ""
    is_administrator: bool = False
    network_id: int | None = None
    roles: frozenset[Role] = field(default_factory=frozenset)
    partner_ids: frozenset[int] = field(default_factory=frozenset)

    @property
    def is_known(self) -> bool:
        return self.account_id is not None

    @property
    def coordinates(self) -> bool:
        """Coordinators run their network; the administrator of the installation may do the same everywhere."""
        return self.is_administrator or Role.COORDINATOR in self.roles

    @property
    def approves(self) -> bool:
        """Whether this person may be the second pair of eyes, for what others made."""
        return self.coordinates or Role.APPROVER in self.roles

    def has(self, *roles: Role) -> bool:
        return self.is_administrator or any(role in self.roles for role in roles)

    def speaks_for(self, partner_id: int | None) -> bool:
        """Whether this person works for the partner organisation."""
        return partner_id is not None and partner_id in self.partner_ids


NOBODY = Actor()
