"""The words of reviewing: what a round is about, what it asks, how an answer came, where a round stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portal.foundation.wording import say


class Subject(StrEnum):
    """What a round asks people to read."""

    PLAN = "plan"
    ACTION = "action"
    TEXT = "text"


SUBJECT_LABELS = {
    Subject.PLAN: say("een plan"),
    Subject.ACTION: say("een actie"),
    Subject.TEXT: say("een tekst"),
}


class RoundState(StrEnum):
    """Where a round stands; the moves between them are in `rules.NEXT_ROUND_STATES`."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


ROUND_STATE_LABELS = {
    RoundState.DRAFT: say("wordt klaargezet"),
    RoundState.OPEN: say("loopt"),
    RoundState.CLOSED: say("afgesloten"),
}


class Question(StrEnum):
    """What a round asks about each action."""

    HELPS = "helps"
    STOPS = "stops"
    FAIR = "fair"


QUESTION_LABELS = {
    Question.HELPS: say("Zal dit helpen?"),
    Question.STOPS: say("Wat houdt mij tegen?"),
    Question.FAIR: say("Is het eerlijk en zonder schaamte?"),
}


class Helps(StrEnum):
    """Will it help?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNSURE = "unsure"


HELPS_LABELS = {
    Helps.YES: say("Ja"),
    Helps.PARTLY: say("Een beetje"),
    Helps.NO: say("Nee"),
    Helps.UNSURE: say("Ik weet het niet"),
}


class Fair(StrEnum):
    """Is it fair, and without shame?"""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


FAIR_LABELS = {
    Fair.YES: say("Ja"),
    Fair.NO: say("Nee"),
    Fair.UNSURE: say("Ik weet het niet"),
}

NOTHING = "nothing"  # beside the codes of Threshold: nothing would stop me
NOTHING_STOPS = say("niets houdt mij tegen")


class SheetWay(StrEnum):
    """How the answers of one reviewer came in."""

    LINK = "link"
    PAPER = "paper"


SHEET_WAY_LABELS = {
    SheetWay.LINK: say("met een link"),
    SheetWay.PAPER: say("op papier"),
}


class AnswerWay(StrEnum):
    """How an answer came in, hands that were raised together included."""

    LINK = "link"
    PAPER = "paper"
    HANDS = "hands"


ANSWER_WAY_LABELS = {
    AnswerWay.LINK: say("met een link"),
    AnswerWay.PAPER: say("op papier"),
    AnswerWay.HANDS: say("in groep, met de hand omhoog"),
}


@dataclass(frozen=True)
class Readers:
    """How far a round is: links that work; how many were begun, answered something and finished; paper and groups."""

    links: int = 0
    begun: int = 0
    answered: int = 0
    finished: int = 0
    paper: int = 0
    hands: int = 0

    @property
    def people(self) -> int:
        """Everybody who answered, along whatever way."""
        return self.answered + self.paper + self.hands


class TextKind(StrEnum):
    """What a text is."""

    BROCHURE = "brochure"
    LETTER = "letter"
    WEB = "web"
    FORM = "form"
    OTHER = "other"


TEXT_KIND_LABELS = {
    TextKind.BROCHURE: say("folder"),
    TextKind.LETTER: say("brief"),
    TextKind.WEB: say("webpagina"),
    TextKind.FORM: say("formulier"),
    TextKind.OTHER: say("andere tekst"),
}


class MarkState(StrEnum):
    """What the author did with a mark."""

    OPEN = "open"
    ADOPTED = "adopted"
    PARTLY_ADOPTED = "partly-adopted"
    NOT_ADOPTED = "not-adopted"


MARK_STATE_LABELS = {
    MarkState.OPEN: say("nog te bekijken"),
    MarkState.ADOPTED: say("overgenomen"),
    MarkState.PARTLY_ADOPTED: say("deels overgenomen"),
    MarkState.NOT_ADOPTED: say("niet overgenomen"),
}
