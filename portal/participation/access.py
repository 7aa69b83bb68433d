"""Who may hear which voices, and who answers them."""

from __future__ import annotations

from typing import Protocol

from portal.foundation.actor import Actor, Role
from portal.participation.types import VoiceState


class Heard(Protocol):
    """A voice, as far as access needs to know it."""

    @property
    def typed_by_id(self) -> int | None: ...

    @property
    def partner_ids(self) -> frozenset[int]:
        """Partners whose work it is about."""
        ...

    @property
    def state(self) -> VoiceState: ...

    @property
    def quote_consent(self) -> bool: ...

    @property
    def is_withdrawn(self) -> bool: ...


def is_own_voice(actor: Actor, voice: Heard) -> bool:
    """Typed in with this account."""
    return actor.account_id is not None and voice.typed_by_id == actor.account_id


def can_see_voice(actor: Actor, voice: Heard) -> bool:
    """Coordinators all; partners those about their work; everyone the own ones, and what has been answered."""
    if actor.coordinates or is_own_voice(actor, voice):
        return True
    if voice.is_withdrawn:
        return False
    return bool(actor.partner_ids & voice.partner_ids) or (bool(actor.roles) and voice.state is VoiceState.TOLD_BACK)


def can_read_words(actor: Actor, voice: Heard) -> bool:
    """What was said literally: for who works on it and who typed it; for others only with consent."""
    if actor.coordinates or is_own_voice(actor, voice) or actor.partner_ids & voice.partner_ids:
        return True
    return voice.quote_consent and can_see_voice(actor, voice)


def can_record_voice(actor: Actor) -> bool:
    return actor.has(Role.COORDINATOR, Role.PARTNER)


def can_say(actor: Actor) -> bool:
    """The short form: for who speaks from experience."""
    return actor.has(Role.EXPERT)


def can_edit_voice(actor: Actor, voice: Heard) -> bool:
    """A partner mends what it typed itself as long as nobody has looked at it."""
    if voice.is_withdrawn:
        return False
    mends = Role.PARTNER in actor.roles and is_own_voice(actor, voice) and voice.state is VoiceState.RECEIVED
    return actor.coordinates or mends


def can_withdraw_voice(actor: Actor, voice: Heard) -> bool:
    """Whoever typed it may take it back; coordinators what should never have been written down."""
    return not voice.is_withdrawn and (actor.coordinates or is_own_voice(actor, voice))


def can_answer_voice(actor: Actor, voice: Heard) -> bool:
    return actor.coordinates and not voice.is_withdrawn


def can_see_history(actor: Actor) -> bool:
    """The history of a voice names who typed; that is for coordinators alone."""
    return actor.coordinates


def can_promise(actor: Actor) -> bool:
    """Choose within how many days the network answers."""
    return actor.coordinates


def can_give_letters(actor: Actor) -> bool:
    """Printing and giving letters, and seeing what still has to be told."""
    return actor.coordinates


def can_pass_on(actor: Actor, companion_id: int | None) -> bool:
    """Only who was trusted with it; she alone knows who spoke."""
    return actor.account_id is not None and companion_id == actor.account_id


def can_run_letter_box(actor: Actor) -> bool:
    return actor.coordinates


def can_walk_chain(actor: Actor, voice: Heard) -> bool:
    """The way of a voice is for who may know of the voice."""
    return can_see_voice(actor, voice) and not voice.is_withdrawn
