"""Every kind of long work, told by the parts of the portal that need it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from portal.foundation.actor import Actor
from portal.foundation.wording import Wording
from portal.jobs.types import Work

Title = Callable[[Mapping[str, Any]], Wording]
May = Callable[[Actor, Mapping[str, Any]], bool]


@dataclass(frozen=True)
class JobKind:
    """`title` names a job on a screen; `may` says whether somebody may (still) ask it and take its result."""

    name: str
    work: Work
    title: Title
    may: May


_kinds: dict[str, JobKind] = {}


def register_kind(name: str, work: Work, *, title: Title, may: May) -> None:
    """Make a kind known; called once, when the part that needs it is loaded."""
    _kinds[name] = JobKind(name, work, title, may)


def find_kind(name: str) -> JobKind | None:
    return _kinds.get(name)


def forget_kind(name: str) -> None:
    """For tests."""
    _kinds.pop(name, None)
