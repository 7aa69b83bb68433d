"""Who may plan, change actions and log contributions."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from portal.foundation.actor import NOBODY, Actor, Role
from portal.plans import access


@dataclass(frozen=True)
class Led:
    lead_partner_id: int | None = 1
    carrier_ids: frozenset[int] = frozenset({2})


PEOPLE = {
    "nobody": NOBODY,
    "administrator": Actor(1, is_administrator=True),
    "coordinator": Actor(2, roles=frozenset({Role.COORDINATOR})),
    "lead": Actor(3, roles=frozenset({Role.PARTNER}), partner_ids=frozenset({1})),
    "carrier": Actor(4, roles=frozenset({Role.PARTNER}), partner_ids=frozenset({2})),
    "other": Actor(5, roles=frozenset({Role.PARTNER}), partner_ids=frozenset({3})),
    "expert": Actor(6, roles=frozenset({Role.EXPERT})),
    "viewer": Actor(7, roles=frozenset({Role.VIEWER})),
}
EVERYWHERE = {"administrator", "coordinator"}


@pytest.mark.parametrize(
    ("can", "who"),
    [
        (access.can_edit_plan, EVERYWHERE),
        (access.can_add_action, EVERYWHERE | {"lead", "carrier", "other"}),
        (lambda actor: access.can_edit_action(actor, Led()), EVERYWHERE | {"lead"}),
        (lambda actor: access.can_move_action(actor, Led()), EVERYWHERE | {"lead"}),
        (lambda actor: access.can_edit_action(actor, Led(None)), EVERYWHERE),
        (lambda actor: access.can_log_contribution(actor, Led()), EVERYWHERE | {"lead", "carrier"}),
        (lambda actor: access.can_log_for_partner(actor, 2), EVERYWHERE | {"carrier"}),
        (lambda actor: access.can_log_for_partner(actor, None), EVERYWHERE),
        (lambda actor: access.can_edit_contribution(actor, 1), EVERYWHERE | {"lead"}),
    ],
)
def test_exactly_these_people_may(can, who):
    assert {name for name, actor in PEOPLE.items() if can(actor)} == who
