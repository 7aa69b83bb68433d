"""Who may see and change what of a network."""

from __future__ import annotations

import pytest

from portal.foundation.actor import NOBODY, Actor, Role
from portal.network.access import (
    can_edit_network,
    can_edit_partner,
    can_manage_people,
    can_see_contacts,
    can_see_history,
)

OWN, ANOTHER = 7, 8
COORDINATOR = Actor(1, "Cis", network_id=1, roles=frozenset({Role.COORDINATOR}))
PARTNER = Actor(2, "Pia", network_id=1, roles=frozenset({Role.PARTNER}), partner_ids=frozenset({OWN}))
EXPERT = Actor(3, "Eva", network_id=1, roles=frozenset({Role.EXPERT}))
VIEWER = Actor(4, "Vic", network_id=1, roles=frozenset({Role.VIEWER}))
ADMINISTRATOR = Actor(5, "Ada", is_administrator=True)
EVERYONE = (COORDINATOR, PARTNER, EXPERT, VIEWER, ADMINISTRATOR, NOBODY)


def allowed(actors: tuple[bool, ...]) -> list[Actor]:
    return [actor for actor, may in zip(EVERYONE, actors, strict=True) if may]


@pytest.mark.parametrize("permission", [can_edit_network, can_manage_people])
def test_only_who_coordinates_changes_the_network_and_its_people(permission) -> None:
    assert allowed(tuple(permission(actor) for actor in EVERYONE)) == [COORDINATOR, ADMINISTRATOR]


@pytest.mark.parametrize("permission", [can_see_contacts, can_see_history])
def test_experts_and_viewers_see_no_contact_details_or_history(permission) -> None:
    assert allowed(tuple(permission(actor) for actor in EVERYONE)) == [COORDINATOR, PARTNER, ADMINISTRATOR]


def test_a_partner_changes_its_own_entry_only() -> None:
    assert allowed(tuple(can_edit_partner(actor, OWN) for actor in EVERYONE)) == [
        COORDINATOR,
        PARTNER,
        ADMINISTRATOR,
    ]
    assert allowed(tuple(can_edit_partner(actor, ANOTHER) for actor in EVERYONE)) == [
        COORDINATOR,
        ADMINISTRATOR,
    ]


def test_an_expert_who_also_works_for_a_partner_sees_contact_details() -> None:
    both = Actor(6, "Bo", network_id=1, roles=frozenset({Role.EXPERT, Role.PARTNER}))
    assert can_see_contacts(both)
