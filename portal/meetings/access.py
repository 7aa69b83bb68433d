"""Who plans meetings, writes minutes, finishes tasks and notes informal contacts."""

from __future__ import annotations

from typing import Protocol

from portal.foundation.actor import Actor, Role
from portal.meetings.rules import WRITABLE
from portal.meetings.types import MeetingStatus, MinutesStatus


class WithMinutes(Protocol):
    """A meeting, as far as access needs to know it."""

    @property
    def status(self) -> MeetingStatus: ...

    @property
    def minutes_status(self) -> MinutesStatus: ...


class Owned(Protocol):
    """A task or a decision, by who does it."""

    @property
    def partner_id(self) -> int | None: ...


class OfAccount(Owned, Protocol):
    @property
    def account_id(self) -> int | None: ...


def can_plan_meeting(actor: Actor) -> bool:
    return actor.coordinates


def can_write_minutes(actor: Actor, meeting: WithMinutes) -> bool:
    """Coordinators and partners write, until the minutes are approved."""
    works_here = actor.coordinates or Role.PARTNER in actor.roles
    return works_here and meeting.status is MeetingStatus.PLANNED and meeting.minutes_status in WRITABLE


def can_approve_minutes(actor: Actor) -> bool:
    return actor.coordinates


def can_change_action_by_decision(actor: Actor) -> bool:
    """Opening or moving an action in one step is for who may do that to any action."""
    return actor.coordinates


def can_see_addresses(actor: Actor) -> bool:
    """Mail addresses and who did not answer yet are for the coordinator."""
    return actor.coordinates


def can_finish_task(actor: Actor, task: OfAccount) -> bool:
    own = task.account_id is not None and task.account_id == actor.account_id
    return actor.coordinates or own or actor.speaks_for(task.partner_id)


def can_move_decision(actor: Actor, decision: Owned) -> bool:
    return actor.coordinates or actor.speaks_for(decision.partner_id)


def can_note_contact(actor: Actor) -> bool:
    """Whoever works in the network; what people said to them is not for everybody's eyes."""
    return actor.coordinates or Role.PARTNER in actor.roles


def can_edit_contact(actor: Actor, by_account_id: int | None) -> bool:
    return actor.coordinates or (by_account_id is not None and by_account_id == actor.account_id)


def can_see_promises(actor: Actor) -> bool:
    """Everybody who works in the network sees what is still to do; that is the point of the page."""
    return actor.has(Role.COORDINATOR, Role.PARTNER, Role.VIEWER)
