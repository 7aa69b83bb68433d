"""Who may read a paper, and who may type its texts."""

from __future__ import annotations

from collections.abc import Iterable

from portal.foundation.actor import Actor, Role


def can_read_paper(actor: Actor, readers: Iterable[Role]) -> bool:
    """Whoever has a role for which the paper is meant; experts-by-experience are not asked to watch the books."""
    return actor.has(*readers)


def can_write_texts(actor: Actor) -> bool:
    return actor.coordinates
