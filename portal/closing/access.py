"""Who closes a year, opens it again, and marks deadlines."""

from __future__ import annotations

from portal.foundation.actor import Actor


def can_close_year(actor: Actor) -> bool:
    return actor.coordinates


def can_mark_deadlines(actor: Actor) -> bool:
    return actor.coordinates
