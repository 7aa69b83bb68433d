"""Who sees what became of the mail of a network."""

from __future__ import annotations

from portal.foundation.actor import Actor


def can_see_mail(actor: Actor) -> bool:
    return actor.coordinates


def can_see_mail_of_installation(actor: Actor) -> bool:
    """Mail of no network: the weekly mail, and letters about accounts."""
    return actor.is_administrator
