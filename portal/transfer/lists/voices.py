"""What people said as a spreadsheet, as far as the reader may know of it; voices only go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from portal.foundation.wording import say
from portal.participation import access
from portal.participation.models import Voice
from portal.participation.queries import list_voices
from portal.participation.types import (
    CHANNEL_LABELS,
    OUTCOME_LABELS,
    SPEAKER_LABELS,
    VOICE_STATE_LABELS,
    VoiceState,
)
from portal.plans.types import THRESHOLD_LABELS
from portal.transfer import filters
from portal.transfer.lists.columns import ORIGIN, codes, with_origin
from portal.transfer.lists.listing import Listing, Place
from portal.transfer.types import ColumnKind, ColumnSpec, SheetSpec

TITLE = say("Inbreng")
COLUMNS = (
    ColumnSpec("received_on", say("Ontvangen"), ColumnKind.DATE),
    ColumnSpec("text", say("Wat werd er gezegd")),
    ColumnSpec("speaker", say("Wie sprak"), ColumnKind.CHOICE, choices=codes(SPEAKER_LABELS)),
    ColumnSpec("channel", say("Hoe kwam het binnen"), ColumnKind.CHOICE, choices=codes(CHANNEL_LABELS)),
    ColumnSpec("threshold", say("Drempel"), ColumnKind.CHOICE, choices=codes(THRESHOLD_LABELS)),
    ColumnSpec("action", say("Actie")),
    ColumnSpec("partner", say("Partner")),
    ColumnSpec("place", say("Plaats")),
    ColumnSpec("promised_on", say("Antwoord tegen"), ColumnKind.DATE),
    ColumnSpec("state", say("Stand"), ColumnKind.CHOICE, choices=codes(VOICE_STATE_LABELS)),
    ColumnSpec("outcome", say("Beslissing"), ColumnKind.CHOICE, choices=codes(OUTCOME_LABELS)),
    ColumnSpec("answer", say("Antwoord")),
    ColumnSpec("reason", say("Reden")),
    ColumnSpec("told_on", say("Teruggekoppeld op"), ColumnKind.DATE),
)


def reading(place: Place) -> SheetSpec:
    return SheetSpec("voices", TITLE, (*COLUMNS, ORIGIN))


def export(place: Place, rows: Sequence[Mapping[str, Any]]) -> SheetSpec:
    return SheetSpec("voices", TITLE, with_origin(COLUMNS, rows))


def rows(place: Place) -> list[dict[str, Any]]:
    """As on the screen, the newest first, only what this reader may see."""
    wanted = filters.voice_filter()
    return [row_of(place, one) for one in list_voices(place.actor, place.network.id, wanted, today=place.today)]


def row_of(place: Place, one: Voice) -> dict[str, Any]:
    """The words only for who may read them; an answer for others once it was told back."""
    works = access.can_record_voice(place.actor)
    response = one.response if works or one.state is VoiceState.TOLD_BACK else None
    return {
        "received_on": one.received_on,
        "text": one.text if access.can_read_words(place.actor, one) else None,
        "speaker": one.speaker.value,
        "channel": one.channel.value,
        "threshold": one.threshold.value if one.threshold else None,
        "action": f"{one.action.title} ({one.action.year})" if one.action else None,
        "partner": one.partner.name if one.partner else None,
        "place": one.place,
        "promised_on": one.promised_on,
        "state": one.state.value,
        "outcome": response.outcome.value if response else None,
        "answer": response.answer if response else None,
        "reason": response.reason if response else None,
        "told_on": response.told_on if response else None,
        "origin": one.origin,
    }


VOICES = Listing("voices", TITLE, False, reading, reading, export, rows)
