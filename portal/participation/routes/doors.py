"""The blueprint of participation, and what its addresses share."""

from __future__ import annotations

from flask import Blueprint, url_for

from portal.foundation.clock import today
from portal.foundation.wording import Wording, say
from portal.network.models import Network
from portal.participation import access, queries, rules
from portal.participation.models import Tiding, Voice
from portal.participation.news import tiding_news
from portal.participation.types import TidingKind
from portal.web.guards import current_actor, insist

bp = Blueprint("participation", __name__, url_prefix="/networks/<slug>/voices")


def voice_of_reader(network: Network, voice_id: int) -> Voice:
    """The voice of an address, when this reader may know of it."""
    found = queries.get_voice(network.id, voice_id)
    insist(access.can_see_voice(current_actor(), found))
    return found


def voice_to_answer(network: Network, voice_id: int) -> Voice:
    """The voice of an address, for who answers it."""
    found = queries.get_voice(network.id, voice_id)
    insist(access.can_answer_voice(current_actor(), found))
    return found


def voice_page(network: Network, voice: Voice) -> str:
    return url_for("participation.voice", slug=network.slug, voice_id=voice.id)


def years_around() -> tuple[int, int, int]:
    """The years whose actions people speak of now."""
    return today().year - 1, today().year, today().year + 1


@bp.app_template_filter("tiding_news")
def news_of(tiding: Tiding) -> Wording:
    """One tiding in one plain sentence, for who passes it on."""
    if tiding.kind is TidingKind.ANSWERED:
        return say("Het antwoord op wat gezegd werd")
    return tiding_news(tiding.kind, tiding.current, tiding.about)


@bp.app_template_test("late")
def is_late(voice: Voice) -> bool:
    """The promised day has passed and nobody told the answer."""
    return not voice.is_withdrawn and rules.is_late(voice.state, voice.promised_on, today())


@bp.app_template_global("may_read_words")
def may_read_words(voice: Voice) -> bool:
    """Whether this reader may see what was said literally."""
    return access.can_read_words(current_actor(), voice)
