"""The words of participation: how a voice came in, who spoke, where it stands, what became of it."""

from __future__ import annotations

from enum import StrEnum

from portal.foundation.wording import say


class VoiceState(StrEnum):
    """Where a voice stands; the moves between them are in `rules.NEXT_STATES`."""

    RECEIVED = "received"
    DISCUSSED = "discussed"
    ADOPTED = "adopted"
    PARTLY_ADOPTED = "partly-adopted"
    NOT_ADOPTED = "not-adopted"
    TOLD_BACK = "told-back"


VOICE_STATE_LABELS = {
    VoiceState.RECEIVED: say("ontvangen"),
    VoiceState.DISCUSSED: say("besproken"),
    VoiceState.ADOPTED: say("helemaal overgenomen"),
    VoiceState.PARTLY_ADOPTED: say("deels overgenomen"),
    VoiceState.NOT_ADOPTED: say("niet overgenomen"),
    VoiceState.TOLD_BACK: say("teruggekoppeld"),
}


class Outcome(StrEnum):
    """What the network decided about a voice."""

    ADOPTED = "adopted"
    PARTLY_ADOPTED = "partly-adopted"
    NOT_ADOPTED = "not-adopted"


OUTCOME_LABELS = {
    Outcome.ADOPTED: say("Ja, dit doen we"),
    Outcome.PARTLY_ADOPTED: say("Een deel hiervan doen we"),
    Outcome.NOT_ADOPTED: say("Nee, dit doen we niet"),
}

STATE_OF_OUTCOME = {
    Outcome.ADOPTED: VoiceState.ADOPTED,
    Outcome.PARTLY_ADOPTED: VoiceState.PARTLY_ADOPTED,
    Outcome.NOT_ADOPTED: VoiceState.NOT_ADOPTED,
}


class Channel(StrEnum):
    """How a voice came to the network."""

    MEETING = "meeting"
    INFORMAL = "informal"
    REVIEW = "review"
    PROOFREADING = "proofreading"
    VISIT = "visit"
    LETTER_BOX = "letter-box"
    OPEN_PAGE = "open-page"
    PORTAL = "portal"


CHANNEL_LABELS = {
    Channel.MEETING: say("op een overleg"),
    Channel.INFORMAL: say("in een gewoon gesprek"),
    Channel.REVIEW: say("bij het nalezen van een plan"),
    Channel.PROOFREADING: say("bij het nalezen van een tekst"),
    Channel.VISIT: say("op een bezoek samen"),
    Channel.LETTER_BOX: say("in de brievenbus"),
    Channel.OPEN_PAGE: say("op de open pagina"),
    Channel.PORTAL: say("in dit portaal"),
}


class Speaker(StrEnum):
    """Who spoke: only the kind, never a name."""

    EXPERT = "expert"
    ASSOCIATION = "association"
    WORKER = "worker"
    OTHER = "other"


SPEAKER_LABELS = {
    Speaker.EXPERT: say("een ervaringsdeskundige"),
    Speaker.ASSOCIATION: say("een vereniging"),
    Speaker.WORKER: say("een hulpverlener die het doorgeeft"),
    Speaker.OTHER: say("iemand anders"),
}


class TellingWay(StrEnum):
    """How the answer came back to who spoke."""

    IN_PERSON = "in-person"
    MEETING = "meeting"
    PHONE = "phone"
    MAIL = "mail"
    LETTER = "letter"
    COMPANION = "companion"
    PORTAL = "portal"
    LETTER_BOX = "letter-box"


TELLING_WAY_LABELS = {
    TellingWay.IN_PERSON: say("in een gesprek"),
    TellingWay.MEETING: say("op een overleg"),
    TellingWay.PHONE: say("aan de telefoon"),
    TellingWay.MAIL: say("met een mail"),
    TellingWay.LETTER: say("met een brief"),
    TellingWay.COMPANION: say("via iemand die de persoon vertrouwt"),
    TellingWay.PORTAL: say("in dit portaal"),
    TellingWay.LETTER_BOX: say("in de brievenbus, met de code"),
}


class ReplyWay(StrEnum):
    """How who spoke hears of the answer and of what moves afterwards."""

    NONE = "reply-none"
    MAIL = "reply-mail"
    LETTER_BOX = "reply-letter-box"
    LETTER = "reply-letter"
    COMPANION = "reply-companion"


REPLY_WAY_LABELS = {
    ReplyWay.NONE: say("niet apart: op een overleg of in een gesprek"),
    ReplyWay.MAIL: say("met een mail"),
    ReplyWay.LETTER_BOX: say("met de code van de brievenbus"),
    ReplyWay.LETTER: say("met een brief op papier"),
    ReplyWay.COMPANION: say("via iemand die de persoon vertrouwt"),
}

TELLING_OF_REPLY = {
    ReplyWay.MAIL: TellingWay.MAIL,
    ReplyWay.LETTER_BOX: TellingWay.LETTER_BOX,
    ReplyWay.LETTER: TellingWay.LETTER,
    ReplyWay.COMPANION: TellingWay.COMPANION,
}


class TidingKind(StrEnum):
    """What there is to tell to who spoke."""

    ANSWERED = "tiding-answered"
    ACTION_MOVED = "tiding-action"
    DECISION_MOVED = "tiding-decision"


TIDING_KIND_LABELS = {
    TidingKind.ANSWERED: say("er is een antwoord"),
    TidingKind.ACTION_MOVED: say("een actie veranderde van stand"),
    TidingKind.DECISION_MOVED: say("een beslissing veranderde van stand"),
}


class EffectKind(StrEnum):
    """What a voice did to an action or a decision."""

    OPENED = "opened"
    CHANGED = "changed"


EFFECT_KIND_LABELS = {
    EffectKind.OPENED: say("door deze inbreng begonnen"),
    EffectKind.CHANGED: say("door deze inbreng veranderd"),
}
