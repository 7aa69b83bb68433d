"""All lines of all lists, and the things they speak of."""

from __future__ import annotations

from functools import lru_cache

from portal.funding.costs import (
    associations,
    child_care,
    children,
    clusters,
    computers,
    events,
    events_refused,
    flemish,
    initiatives,
)
from portal.funding.costs.types import CostEntry, Subject

ENTRIES: tuple[CostEntry, ...] = (
    *events.ALLOWED,
    *events_refused.REFUSED,
    *associations.COSTS,
    *associations.EXAMPLES,
    *associations.REFUSED,
    *initiatives.ALLOWED,
    *initiatives.REFUSED,
    *initiatives.WITH_ORGANISATIONS,
    *initiatives.PURCHASES,
    *initiatives.STAFF_COSTS,
    *computers.ALLOWED,
    *computers.REFUSED,
    *computers.RECYCLED,
    *children.PROGRAMMES,
    *children.SCHOOL_ALLOWED,
    *children.SCHOOL_REFUSED,
    *child_care.MIND,
    *child_care.CARE_ALLOWED,
    *child_care.CARE_REFUSED,
    *child_care.GEAR_ALLOWED,
    *child_care.GEAR_REFUSED,
    *children.GAMES,
    *children.GROUP_ACTIONS,
    *children.GROUP_COSTS,
    *clusters.PARTICIPATION,
    *clusters.CHILDREN,
    *clusters.MODULES,
    *clusters.PURCHASES,
    *clusters.LIMITS,
    *clusters.STAFF,
    *flemish.PARTICIPATION,
    *flemish.INITIATIVES,
    *flemish.NOT_FOUND,
    *flemish.PRACTICE,
    *flemish.UITPAS,
)


@lru_cache(maxsize=1)
def subjects() -> dict[str, Subject]:
    """Every thing once, by its key, in the order of the lists."""
    spoken: dict[str, list[CostEntry]] = {}
    for entry in ENTRIES:
        spoken.setdefault(entry.subject, []).append(entry)
    return {key: Subject(key, tuple(entries)) for key, entries in spoken.items()}
