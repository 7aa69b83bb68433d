"""Who may prepare a round, type in what came on paper, count hands, and see what readers said."""

from __future__ import annotations

from typing import Protocol

from portal.foundation.actor import Actor, Role


class Written(Protocol):
    """A text, as far as access needs to know it."""

    @property
    def partner_id(self) -> int | None: ...

    @property
    def author_id(self) -> int | None: ...


def can_run_rounds(actor: Actor) -> bool:
    """Open a round, hand out links, close it, answer it."""
    return actor.coordinates


def can_type_sheets(actor: Actor) -> bool:
    """Paper and hands: coordinators, and partners who sit with a group."""
    return actor.has(Role.COORDINATOR, Role.PARTNER)


def can_see_results(actor: Actor) -> bool:
    """What readers said, per action; everybody in the network."""
    return actor.coordinates or bool(actor.roles)


def can_answer_readers(actor: Actor) -> bool:
    return actor.coordinates


def can_see_own_words(actor: Actor) -> bool:
    """What readers wrote themselves: for who works with it."""
    return actor.has(Role.COORDINATOR, Role.PARTNER)


def can_read_texts(actor: Actor) -> bool:
    """Read a text along and mark what is not clear."""
    return actor.has(Role.COORDINATOR, Role.PARTNER, Role.EXPERT)


def can_edit_text(actor: Actor, text: Written) -> bool:
    """Coordinators; and partners what they wrote themselves, or what is of their organisation."""
    own = text.author_id is not None and text.author_id == actor.account_id
    return actor.coordinates or (Role.PARTNER in actor.roles and (own or actor.speaks_for(text.partner_id)))


def can_write_texts(actor: Actor) -> bool:
    return actor.has(Role.COORDINATOR, Role.PARTNER)
