"""Who may manage accounts and roles."""

from __future__ import annotations

from portal.foundation.actor import Actor


def can_invite(actor: Actor) -> bool:
    """Coordinators invite into their own network; the administrator into every one."""
    return actor.coordinates


def can_end_assignment(actor: Actor, account_id: int) -> bool:
    """Nobody takes away an own role: a network would lose its last coordinator by mistake."""
    return actor.coordinates and actor.account_id != account_id
