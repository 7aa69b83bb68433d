"""Who decides what anyone may read."""

from __future__ import annotations

from portal.foundation.actor import Actor


def can_decide_page(actor: Actor) -> bool:
    """The coordinator decides what is on the page and when it is open."""
    return actor.coordinates
