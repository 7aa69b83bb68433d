"""Voices of people who want to hear again, for the tests of what is told to them."""

from __future__ import annotations

from portal.extensions import db
from portal.foundation.clock import today
from portal.network.models import Network
from portal.participation import dropping, following
from portal.participation.following import Follow
from portal.participation.models import Tiding, Voice
from portal.participation.types import ReplyWay, TidingKind

TEXT = "De zwemles is te vroeg voor ons."


def written_to(voice: Voice, way: ReplyWay = ReplyWay.LETTER) -> Tiding:
    """A tiding for somebody who wants a letter; to be called while the world is saving."""
    following.choose_way(voice, Follow(way))
    return following._make(voice, TidingKind.ANSWERED)


def dropped(network: Network, text: str = TEXT, seed: str = "een", **values: object) -> dropping.Dropped:
    """A letter in the letter box, with its code; to be called while the world is saving."""
    found = db.session.get_one(Network, network.id)
    return dropping.drop_letter(found, code=dropping.code_of(seed, text), text=text, today=today(), **values)
