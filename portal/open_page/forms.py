"""What a coordinator fills in for the open page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import Email, Optional

from portal.open_page.rules import LONGEST_SUMMARY, LONGEST_TEXT
from portal.open_page.types import Showing
from portal.participation.forms import OneOfField
from portal.web.forms import (
    CHOSEN,
    AddressField,
    CodesField,
    DayField,
    ListField,
    PhoneField,
    PlainTextField,
    PortalForm,
    RecordForm,
    at_most,
)

AN_ADDRESS = Email(_l("Dit is geen e-mailadres. Schrijf bijvoorbeeld naam@gemeente.be."))
HIDDEN = "hidden"
Choices = Sequence[tuple[str, Any]]


class WritePageForm(RecordForm):
    about = PlainTextField(
        _l("Wie zijn jullie?"),
        description=_l("Korte zinnen, gewone woorden. Schrijf geen namen, nummers of adressen van mensen."),
        validators=[Optional(), at_most(LONGEST_TEXT)],
    )
    shows_partners = BooleanField(_l("Toon welke organisaties nu meewerken"))
    join = PlainTextField(
        _l("Hoe kan iemand meedoen of iets zeggen?"),
        description=_l(
            "Bijvoorbeeld: waar je binnen kan lopen en wanneer. Schrijf de functie op, niet de naam van wie er werkt."
        ),
        validators=[Optional(), at_most(LONGEST_TEXT)],
    )
    phone = PhoneField(
        _l("Telefoon van de dienst"), description=_l("Geen gsm van een persoon."), validators=[Optional(), at_most(40)]
    )
    email = AddressField(_l("E-mail van de dienst"), validators=[Optional(), AN_ADDRESS, at_most(254)])
    meeting_id = ListField(
        _l("Overleg waarop iedereen welkom is"),
        description=_l("Op de pagina staan titel, dag, uur en plaats. Na het overleg verdwijnt het vanzelf."),
        validators=[Optional()],
    )
    shows_letter_box = BooleanField(_l("Toon de weg naar de brievenbus"))
    open_until = DayField(
        _l("Open tot en met"),
        description=_l("Laat leeg als de pagina open blijft tot je ze zelf sluit."),
        validators=[Optional()],
    )

    def offer(self, meetings: Choices) -> None:
        """Fill the list; the form itself asks nothing."""
        self.meeting_id.choices = [("", _l("Geen overleg")), *meetings]


class ChooseActionsForm(RecordForm):
    shown = CodesField(_l("Welke acties staan op de pagina?"), validators=[Optional()])

    def offer(self, actions: Choices) -> None:
        self.shown.choices = list(actions)


class ShowVoiceForm(RecordForm):
    showing = OneOfField(_l("Hoe komt dit op de pagina?"), validators=[CHOSEN])
    summary = PlainTextField(
        _l("Vertel het kort, voor iedereen"),
        description=_l("Waarover ging het? Zo dat niemand kan raden wie het zei."),
        validators=[Optional(), at_most(LONGEST_SUMMARY)],
    )

    def offer(self, *, may_quote: bool) -> None:
        quote = [(Showing.QUOTE.value, _l("Met de letterlijke woorden"))] if may_quote else []
        self.showing.choices = [
            (HIDDEN, _l("Niet")),
            *quote,
            (Showing.SUMMARY.value, _l("Kort verteld, in jouw woorden")),
        ]


class ConfirmForm(PortalForm):
    """One button; carries only the proof that it was pressed here."""
