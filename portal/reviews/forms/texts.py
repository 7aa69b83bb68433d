"""What people fill in about a text: the text itself, a passage that is not clear, and what the author makes of it."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField
from wtforms.validators import Optional

from portal.participation.forms import Choices
from portal.reviews.passages import LONGEST_PROPOSAL, LONGEST_TEXT, LONGEST_WHY
from portal.reviews.types import TEXT_KIND_LABELS
from portal.web.forms import (
    CHOSEN,
    NEEDED,
    LineField,
    ListField,
    PlainTextField,
    PortalForm,
    RecordForm,
    at_most,
    choices_of,
)

PASTED = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2028": "\n", "\u2029": "\n\n"})


class PastedTextField(PlainTextField):
    """A text that comes from a word processor: its paragraphs and blanks stay, whatever signs they are made of."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([text.replace("\r\n", "\n").translate(PASTED) for text in valuelist])


class TextForm(RecordForm):
    title = LineField(
        _l("Titel"), description=_l("Bijvoorbeeld: folder van de kansenkaart."), validators=[NEEDED, at_most(200)]
    )
    kind = ListField(_l("Wat is het?"), validators=[CHOSEN])
    body = PastedTextField(
        _l("De tekst"),
        description=_l("Plak hem gerust uit Word. Laat een lege regel tussen alinea's."),
        validators=[NEEDED, at_most(LONGEST_TEXT)],
    )
    action_id = ListField(_l("Bij welke actie?"), validators=[Optional()])
    partner_id = ListField(_l("Van welke partner?"), validators=[Optional()])

    def offer(self, actions: Choices, partners: Choices) -> None:
        self.kind.choices = choices_of(TEXT_KIND_LABELS, _l("Kies wat"))
        self.action_id.choices = [("", _l("Geen actie")), *actions]
        self.partner_id.choices = [("", _l("Geen partner")), *partners]


class MarkForm(PortalForm):
    """What a reader says of a passage; also without a session, so the passage itself comes along."""

    why = PlainTextField(
        _l("Wat is niet duidelijk?"),
        description=_l("Bijvoorbeeld: dit woord ken ik niet."),
        validators=[Optional(), at_most(LONGEST_WHY)],
    )
    proposal = PlainTextField(_l("Hoe zou jij het zeggen?"), validators=[Optional(), at_most(LONGEST_PROPOSAL)])
    start = HiddenField()
    end = HiddenField()
    passage = HiddenField()
    version = HiddenField()

    def place(self, *, start: int, end: int, passage: str, version: int) -> None:
        """Take along which passage the reader saw, and in which version of the text."""
        held: dict[str, Any] = {"start": start, "end": end, "passage": passage, "version": version}
        for name, value in held.items():
            self[name].data = str(value)


class OpenMarkForm(MarkForm):
    """The same behind a link: the secret in the address is the proof, and no cookie is set."""

    class Meta(PortalForm.Meta):
        csrf = False


class OpenPressForm(PortalForm):
    """One button behind a link."""

    class Meta(PortalForm.Meta):
        csrf = False


class JudgeForm(PortalForm):
    """What the author does with a passage; `version` is that of the text that the author saw."""

    version = HiddenField()
    words = PlainTextField(_l("Wat komt er in de tekst?"), validators=[Optional()])
    reason = PlainTextField(_l("Waarom?"), validators=[Optional(), at_most(LONGEST_WHY)])
