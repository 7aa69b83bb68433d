"""Who may see money, book expenses, add proofs and decide about regimes."""

from __future__ import annotations

from typing import Protocol

from portal.foundation.actor import Actor, Role


class LedByPartner(Protocol):
    """An action, as far as the access to its money needs to know it."""

    @property
    def lead_partner_id(self) -> int | None: ...

    @property
    def carrier_ids(self) -> frozenset[int]: ...


def can_see_money(actor: Actor) -> bool:
    """Experts-by-experience are not asked to watch the books; everyone else in the network may."""
    return actor.has(Role.COORDINATOR, Role.PARTNER, Role.VIEWER, Role.APPROVER)


def can_book(actor: Actor) -> bool:
    """Grants, budgets and expenses: one hand keeps the books."""
    return actor.coordinates


def can_see_proofs(actor: Actor) -> bool:
    """Proofs may hold names; those who only read along do not open them."""
    return actor.has(Role.COORDINATOR, Role.PARTNER, Role.APPROVER)


def can_add_proof(actor: Actor, action: LedByPartner | None) -> bool:
    """Coordinators everywhere, partners on expenses of an action that they lead or carry."""
    if actor.coordinates:
        return True
    return action is not None and bool(actor.partner_ids & (action.carrier_ids | {action.lead_partner_id}))


def can_withdraw_proof(actor: Actor) -> bool:
    return actor.coordinates


def can_approve(actor: Actor) -> bool:
    """The second pair of eyes: a coordinator, or somebody with that right alone."""
    return actor.approves


def can_choose_four_eyes(actor: Actor) -> bool:
    return actor.coordinates


def can_set_regime(actor: Actor) -> bool:
    return actor.is_administrator


def can_decide_law(actor: Actor) -> bool:
    """Figures, days and amounts hold for every network, so only who runs the installation decides."""
    return actor.is_administrator
