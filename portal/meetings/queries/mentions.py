"""What meetings decided about an action, and what was heard about it between meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Integer, String, Text, cast, null, select, union_all

from portal.extensions import db
from portal.foundation.clock import in_brussels
from portal.meetings.models import ContactMoment, Decision, Meeting
from portal.meetings.types import ActionEffect, DecisionStatus


@dataclass(frozen=True)
class Mention:
    """A decision about an action, or a contact about it; a contact has no meeting."""

    key: int
    on: date
    text: str
    outcome: str
    meeting_id: int | None
    effect: ActionEffect | None
    status: DecisionStatus | None

    @property
    def is_decision(self) -> bool:
        return self.meeting_id is not None


def list_mentions_of_action(network_id: int, action_id: int, *, with_contacts: bool) -> Sequence[Mention]:
    """Decisions and contacts about an action, the newest first (1 statement)."""
    wanted = _decisions(network_id, action_id)
    if with_contacts:
        wanted = union_all(wanted, _contacts(network_id, action_id))
    rows = db.session.execute(wanted)
    found = [
        Mention(
            row.key,
            row.on or in_brussels(row.at).date(),
            row.text,
            row.outcome or "",
            row.meeting_id,
            row.effect,
            row.status,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.on, one.key), reverse=True)


def _decisions(network_id: int, action_id: int) -> Any:
    """The types of its columns are those of the whole answer."""
    return (
        select(
            Decision.id.label("key"),
            Meeting.starts_at.label("at"),
            cast(null(), Date).label("on"),
            Decision.text.label("text"),
            cast(null(), Text).label("outcome"),
            Meeting.id.label("meeting_id"),
            Decision.effect.label("effect"),
            Decision.status.label("status"),
        )
        .join(Meeting, Decision.meeting_id == Meeting.id)
        .where(Decision.network_id == network_id, Decision.action_id == action_id)
    )


def _contacts(network_id: int, action_id: int) -> Any:
    return select(
        ContactMoment.id,
        null(),
        ContactMoment.on,
        ContactMoment.with_whom,
        ContactMoment.outcome,
        cast(null(), Integer),
        cast(null(), String),
        cast(null(), String),
    ).where(
        ContactMoment.network_id == network_id,
        ContactMoment.action_id == action_id,
        ContactMoment.withdrawn_at.is_(None),
    )
