"""Who may plan, change actions and log contributions."""

from __future__ import annotations

from typing import Protocol

from portal.foundation.actor import Actor, Role
from portal.plans.types import ActionStatus, PlanStatus

# What anyone may know, without an account: agreed plans, not drafts; actions, not ideas.
PUBLIC_PLANS = frozenset({PlanStatus.AGREED, PlanStatus.RUNNING})
PAST_PLANS = frozenset({PlanStatus.EVALUATED, PlanStatus.CLOSED})  # was public once: a voice may point at its actions
PUBLIC_ACTIONS = frozenset({ActionStatus.PLANNED, ActionStatus.RUNNING, ActionStatus.DONE})


class OwnedByPartner(Protocol):
    """An action, as far as access needs to know it."""

    @property
    def lead_partner_id(self) -> int | None: ...

    @property
    def carrier_ids(self) -> frozenset[int]: ...


def can_edit_plan(actor: Actor) -> bool:
    return actor.coordinates


def can_add_action(actor: Actor) -> bool:
    """Partners may propose; what they propose starts as an idea of their own organisation."""
    return actor.coordinates or Role.PARTNER in actor.roles


def can_edit_action(actor: Actor, action: OwnedByPartner) -> bool:
    return actor.coordinates or actor.speaks_for(action.lead_partner_id)


def can_move_action(actor: Actor, action: OwnedByPartner) -> bool:
    return can_edit_action(actor, action)


def can_log_contribution(actor: Actor, action: OwnedByPartner) -> bool:
    """Coordinators for everyone, partners on actions that they lead or carry."""
    if actor.coordinates:
        return True
    return bool(actor.partner_ids & (action.carrier_ids | {action.lead_partner_id}))


def can_log_for_partner(actor: Actor, partner_id: int | None) -> bool:
    return actor.coordinates or actor.speaks_for(partner_id)


def can_edit_contribution(actor: Actor, partner_id: int) -> bool:
    return actor.coordinates or actor.speaks_for(partner_id)
