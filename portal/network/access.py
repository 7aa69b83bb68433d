"""Who may see and change what of a network."""

from __future__ import annotations

from portal.foundation.actor import Actor, Role


def can_edit_network(actor: Actor) -> bool:
    return actor.coordinates


def can_edit_partner(actor: Actor, partner_id: int) -> bool:
    """A partner keeps its own entry in the register up to date."""
    return actor.coordinates or actor.speaks_for(partner_id)


def can_see_contacts(actor: Actor) -> bool:
    """Addresses of people are for those who work together; experts and viewers read along without them."""
    return actor.has(Role.COORDINATOR, Role.PARTNER)


def can_manage_people(actor: Actor) -> bool:
    return actor.coordinates


def can_see_history(actor: Actor) -> bool:
    return actor.has(Role.COORDINATOR, Role.PARTNER)
