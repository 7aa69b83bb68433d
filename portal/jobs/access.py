"""Who sees long work: the one who asked for it, as long as that person may have the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from portal.foundation.actor import Actor


class OfSomebody(Protocol):
    """A job, as far as access needs to know it."""

    @property
    def asked_by_id(self) -> int | None: ...


class Kind(Protocol):
    """A kind of job, as far as access needs to know it."""

    @property
    def may(self) -> Any: ...


def can_see_job(actor: Actor, job: OfSomebody) -> bool:
    """Others do not even learn that it exists."""
    return actor.is_known and job.asked_by_id == actor.account_id


def can_have_result(actor: Actor, kind: Kind | None, parameters: Mapping[str, Any]) -> bool:
    """Who lost a role meanwhile does not get what was made for it."""
    return kind is not None and bool(kind.may(actor, parameters))
