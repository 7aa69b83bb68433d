"""Who may read in lists and who may take them out."""

from __future__ import annotations

from portal.foundation.actor import Actor
from portal.funding.access import can_see_money
from portal.network.access import can_see_contacts

OF_MONEY = frozenset({"expenses", "grants"})


def can_import(actor: Actor) -> bool:
    """Many records at once: one hand does that."""
    return actor.coordinates


def can_export(actor: Actor, listing: str) -> bool:
    """Whoever sees a list on the screen may take it along."""
    return listing not in OF_MONEY or can_see_money(actor)


def can_export_contacts(actor: Actor) -> bool:
    return can_see_contacts(actor)


def can_export_budgets(actor: Actor) -> bool:
    return can_see_money(actor)
