"""Who may read in lists and who may take them out."""

from __future__ import annotations

from portal.foundation.actor import Actor
from portal.funding.access import can_see_money
from portal.meetings.access import can_note_contact
from portal.network.access import can_edit_network, can_see_contacts

OF_MONEY = frozenset({"expenses", "grants", "budget", "federal-report"})


def can_import(actor: Actor) -> bool:
    """Many records at once: one hand does that."""
    return actor.coordinates


def can_export(actor: Actor, listing: str) -> bool:
    """Whoever sees a list on the screen may take it along."""
    if listing == "contacts":
        return can_note_contact(actor)
    return listing not in OF_MONEY or can_see_money(actor)


def can_export_contacts(actor: Actor) -> bool:
    return can_see_contacts(actor)


def can_export_amounts(actor: Actor) -> bool:
    """Columns with euros in a list that everyone may read."""
    return can_see_money(actor)


def can_export_terms(actor: Actor) -> bool:
    """What exactly was agreed with a partner stands in the form of the agreement, and nowhere else."""
    return can_edit_network(actor)
