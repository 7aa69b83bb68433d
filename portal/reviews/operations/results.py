"""What a round leads to: the words of its readers as a voice that the network answers."""

from __future__ import annotations

from datetime import date

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.network.models import Network
from portal.participation.models import Voice
from portal.participation.operations import record_voice
from portal.participation.types import Channel, Speaker
from portal.plans.types import Threshold
from portal.reviews.models import RoundAction
from portal.reviews.opinions import people_in, ranked_stops
from portal.reviews.rules import Tally


def hear_readers(
    about: RoundAction, *, network: Network, text: str, tally: Tally, today: date, account_id: int | None
) -> Voice:
    """The voice of the readers of an action, made once; hold the turn of the network, so that two at once make one."""
    if about.voice is not None and not about.voice.is_withdrawn:
        return about.voice
    if not people_in(tally):
        raise RuleBroken(say("Nog niemand antwoordde over deze actie."))
    stops = ranked_stops(tally)
    voice = record_voice(
        network,
        text=text,
        channel=Channel.REVIEW,
        speaker=Speaker.EXPERT,
        received_on=about.round.closed_on or today,
        today=today,
        typed_by_id=account_id,
        action_id=about.action_id,
        threshold=Threshold(stops[0][0]) if stops else None,
        origin=about.round.origin,
    )
    about.voice = voice
    db.session.flush()
    return voice
