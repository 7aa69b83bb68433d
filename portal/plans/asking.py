"""What somebody asks of a list in an address; the page and the file to take along read it alike."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from flask import request

from portal.plans.queries import ActionFilter
from portal.plans.types import ActionStatus, Domain, TargetGroup, Threshold, Track

MOST_TYPED = 100


def typed_id(text: Any) -> int | None:
    """An id that came in as text; None when it is no id."""
    cleaned = str(text or "")
    return int(cleaned) if cleaned.isascii() and cleaned.isdigit() and len(cleaned) < 10 else None


def asked_filter() -> ActionFilter:
    """The filter in the address; what no list knows is left out."""
    return ActionFilter(
        text=" ".join(request.args.get("text", "").replace("\x00", "").split())[:MOST_TYPED],
        status=_asked_code("status", ActionStatus),
        track=_asked_code("track", Track),
        domain=_asked_code("domain", Domain),
        threshold=_asked_code("threshold", Threshold),
        target_group=_asked_code("group", TargetGroup),
        partner_id=typed_id(request.args.get("partner")),
    )


def _asked_code(name: str, known: type[StrEnum]) -> str:
    asked = request.args.get(name, "")
    return asked if asked in set(known) else ""


def asked_of_contributions() -> tuple[int | None, int | None]:
    """The partner and the action to which the contributions are narrowed."""
    return typed_id(request.args.get("partner")), typed_id(request.args.get("action"))
