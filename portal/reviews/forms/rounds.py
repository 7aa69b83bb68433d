"""What a coordinator fills in to let people read along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from email_validator import EmailNotValidError, validate_email
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import Optional

from portal.participation.types import SPEAKER_LABELS
from portal.reviews.rules import MOST_LINKS
from portal.reviews.types import QUESTION_LABELS
from portal.web.forms import (
    A_DAY,
    NEEDED,
    CodesField,
    DayField,
    LineField,
    ListField,
    PlainTextField,
    PortalForm,
    RecordForm,
    WholeNumberField,
    at_most,
    choices_of,
)

LONGEST_INTRODUCTION = 1500
COUNT = _l("Hoeveel links?")
FOR_WHOM = _l("Voor wie?")
GIVEN_BY = _l("Wie geeft ze door?")
GIVEN_BY_HINT = _l("Een functie of een vereniging, nooit een naam. Bijvoorbeeld: de vereniging De Draaischijf.")


class EditRoundForm(RecordForm):
    """The words of a round, what it asks, and until when."""

    title = LineField(_l("Titel"), description=_l("Zo ziet wie meeleest de vragen."), validators=[NEEDED, at_most(200)])
    introduction = PlainTextField(
        _l("Inleiding, in gewone woorden"),
        description=_l("Waarom vraag je dit? Twee of drie korte zinnen."),
        validators=[at_most(LONGEST_INTRODUCTION)],
    )
    questions = CodesField(_l("Wat vraag je bij elke actie?"))
    closes_on = DayField(_l("Tot en met"), validators=[A_DAY])

    def offer_questions(self) -> None:
        self.questions.choices = choices_of(QUESTION_LABELS)


class PrepareRoundForm(EditRoundForm):
    """A new round, with its first links."""

    action_ids = CodesField(_l("Welke acties?"), description=_l("Kies er niet te veel: acht is goed te doen."))
    count = WholeNumberField(
        COUNT, description=_l("Elke lezer krijgt een eigen link. Meer kan later."), validators=[Optional()]
    )
    speaker = ListField(FOR_WHOM, validators=[Optional()])
    given_by = LineField(GIVEN_BY, description=GIVEN_BY_HINT, validators=[at_most(100)])
    open_now = BooleanField(_l("Begin meteen"), description=_l("Anders zet je de ronde eerst klaar."))

    def offer(self, actions: Sequence[tuple[str, Any]]) -> None:
        self.offer_questions()
        self.action_ids.choices = list(actions)
        self.speaker.choices = choices_of(SPEAKER_LABELS)


class LinksForm(RecordForm):
    """More links, for one kind of reader, given by one function."""

    count = WholeNumberField(
        COUNT, description=_l("Ten hoogste %(most)s tegelijk.", most=MOST_LINKS), validators=[NEEDED]
    )
    speaker = ListField(FOR_WHOM, validators=[NEEDED])
    given_by = LineField(GIVEN_BY, description=GIVEN_BY_HINT, validators=[at_most(100)])

    def offer(self) -> None:
        self.speaker.choices = choices_of(SPEAKER_LABELS)


class OpenRoundForm(PortalForm):
    """Open a round; a later day when it was closed."""

    closes_on = DayField(_l("Tot en met"), validators=[Optional()])


class PressForm(PortalForm):
    """One button."""


class MailLinksForm(PortalForm):
    """Addresses that get one link each; nothing keeps them but the mail itself."""

    addresses = PlainTextField(
        _l("E-mailadressen, één op een regel"),
        description=_l("Elk adres krijgt één link. Het portaal bewaart niet wie welke link kreeg."),
        validators=[NEEDED, at_most(20_000)],
    )

    @property
    def typed_addresses(self) -> list[str]:
        """The addresses once each, in the order in which they were typed."""
        words = (self.addresses.data or "").replace(",", "\n").replace(";", "\n").split()
        return list(dict.fromkeys(one.lower() for one in words))

    @property
    def wrong_addresses(self) -> list[str]:
        return [one for one in self.typed_addresses if not _is_address(one)]


def _is_address(text: str) -> bool:
    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return False
    return len(text) <= 254
