"""Who sees what became of the mail of a network."""

from __future__ import annotations

from portal.foundation.actor import Actor


def can_see_mail(actor: Actor) -> bool:
    return actor.coordinates
