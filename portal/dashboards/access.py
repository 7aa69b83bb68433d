"""Who works in the network, and who looks at it from outside."""

from __future__ import annotations

from portal.foundation.actor import Actor, Role


def can_see_small_groups(actor: Actor) -> bool:
    """Counts under five are for who works in the network; somebody who only reads along is outside it."""
    return actor.has(Role.COORDINATOR, Role.PARTNER, Role.EXPERT)
