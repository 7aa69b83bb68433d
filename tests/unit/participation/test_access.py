"""Who may hear which voices, read the words, and answer."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from portal.foundation.actor import NOBODY, Actor, Role
from portal.participation import access
from portal.participation.types import VoiceState


@dataclass(frozen=True)
class Said:
    typed_by_id: int | None = 6
    partner_ids: frozenset[int] = frozenset({1, 2})
    state: VoiceState = VoiceState.RECEIVED
    quote_consent: bool = False
    is_withdrawn: bool = False


PEOPLE = {
    "nobody": NOBODY,
    "administrator": Actor(1, is_administrator=True),
    "coordinator": Actor(2, roles=frozenset({Role.COORDINATOR})),
    "lead": Actor(3, roles=frozenset({Role.PARTNER}), partner_ids=frozenset({1})),
    "other": Actor(5, roles=frozenset({Role.PARTNER}), partner_ids=frozenset({3})),
    "speaker": Actor(6, roles=frozenset({Role.EXPERT})),
    "expert": Actor(7, roles=frozenset({Role.EXPERT})),
    "viewer": Actor(8, roles=frozenset({Role.VIEWER})),
}
EVERYWHERE = {"administrator", "coordinator"}
EVERYONE = set(PEOPLE) - {"nobody"}
TOLD = Said(state=VoiceState.TOLD_BACK)
QUOTED = Said(state=VoiceState.TOLD_BACK, quote_consent=True)
BY_PARTNER = Said(typed_by_id=5, partner_ids=frozenset())


@pytest.mark.parametrize(
    ("can", "who"),
    [
        (lambda actor: access.can_see_voice(actor, Said()), EVERYWHERE | {"lead", "speaker"}),
        (lambda actor: access.can_see_voice(actor, TOLD), EVERYONE),
        (lambda actor: access.can_see_voice(actor, Said(is_withdrawn=True)), EVERYWHERE | {"speaker"}),
        (lambda actor: access.can_see_voice(actor, Said(None, frozenset())), EVERYWHERE),
        (lambda actor: access.can_read_words(actor, Said()), EVERYWHERE | {"lead", "speaker"}),
        (lambda actor: access.can_read_words(actor, Said(quote_consent=True)), EVERYWHERE | {"lead", "speaker"}),
        (lambda actor: access.can_read_words(actor, TOLD), EVERYWHERE | {"lead", "speaker"}),
        (lambda actor: access.can_read_words(actor, QUOTED), EVERYONE),
        (access.can_record_voice, EVERYWHERE | {"lead", "other"}),
        (access.can_say, {"administrator", "speaker", "expert"}),
        (lambda actor: access.can_edit_voice(actor, Said()), EVERYWHERE),
        (lambda actor: access.can_edit_voice(actor, BY_PARTNER), EVERYWHERE | {"other"}),
        (lambda actor: access.can_edit_voice(actor, Said(5, state=VoiceState.DISCUSSED)), EVERYWHERE),
        (lambda actor: access.can_edit_voice(actor, Said(5, is_withdrawn=True)), set()),
        (lambda actor: access.can_withdraw_voice(actor, TOLD), EVERYWHERE | {"speaker"}),
        (lambda actor: access.can_withdraw_voice(actor, Said(is_withdrawn=True)), set()),
        (lambda actor: access.can_answer_voice(actor, Said()), EVERYWHERE),
        (lambda actor: access.can_answer_voice(actor, Said(is_withdrawn=True)), set()),
        (access.can_see_history, EVERYWHERE),
        (access.can_promise, EVERYWHERE),
    ],
)
def test_exactly_these_people_may(can, who):
    assert {name for name, actor in PEOPLE.items() if can(actor)} == who


def test_a_voice_that_nobody_typed_in_belongs_to_nobody():
    assert not access.is_own_voice(NOBODY, Said(typed_by_id=None))
