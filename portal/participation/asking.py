"""What somebody asks of the voices in an address; the page and the file to take along read it alike."""

from __future__ import annotations

from enum import StrEnum

from flask import request

from portal.participation.queries import VoiceFilter
from portal.participation.types import VoiceState
from portal.plans.asking import typed_id
from portal.plans.types import Threshold


def asked_filter() -> VoiceFilter:
    """The filter in the address; what no list knows is left out."""
    return VoiceFilter(
        state=_asked_code("state", VoiceState),
        threshold=_asked_code("threshold", Threshold),
        action_id=typed_id(request.args.get("action")),
        late=request.args.get("late") == "yes",
        meeting_id=typed_id(request.args.get("meeting")),
    )


def _asked_code(name: str, known: type[StrEnum]) -> str:
    asked = request.args.get(name, "")
    return asked if asked in set(known) else ""
