"""What people fill in about voices, answers, and what changed because of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField
from wtforms.validators import Optional, ValidationError

from portal.participation.types import (
    CHANNEL_LABELS,
    EFFECT_KIND_LABELS,
    OUTCOME_LABELS,
    SPEAKER_LABELS,
    TELLING_WAY_LABELS,
)
from portal.plans.types import THRESHOLD_LABELS
from portal.web.forms import (
    A_DAY,
    CHOSEN,
    NEEDED,
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

LONGEST_VOICE = 5000
NO_NAMES = _l("Schrijf nooit een naam, adres of nummer van iemand op.")
CONSENT = _l("Deze woorden mogen letterlijk getoond worden")
Choices = Sequence[tuple[str, Any]]


class OneOfField(RadioField):
    """One out of a few, all in sight; says so in plain words when something else comes in."""

    def pre_validate(self, form: Any) -> None:
        known = {str(value) for value, *_rest in self.iter_choices()}
        if self.data is not None and str(self.data) not in known:
            raise ValidationError(str(_l("Kies uit de lijst.")))


class VoiceForm(RecordForm):
    """A voice as a coordinator or a partner writes it down: four questions, the rest on demand."""

    text = PlainTextField(_l("Wat werd er gezegd?"), description=NO_NAMES, validators=[NEEDED, at_most(LONGEST_VOICE)])
    channel = ListField(_l("Hoe kwam het binnen?"), validators=[CHOSEN])
    speaker = ListField(_l("Wie sprak?"), validators=[CHOSEN])
    quote_consent = BooleanField(
        CONSENT,
        description=_l("Vraag het altijd eerst. Zonder toestemming zien anderen alleen het antwoord."),
    )
    is_quote = BooleanField(
        _l("Dit zijn de letterlijke woorden"), description=_l("Niet aangevinkt: je schreef het kort op.")
    )
    on_behalf = BooleanField(_l("Ik schrijf dit op voor iemand anders"))
    action_id = ListField(_l("Over welke actie?"), validators=[Optional()])
    threshold = ListField(_l("Over welke drempel?"), validators=[Optional()])
    partner_id = ListField(_l("Over welke partner?"), validators=[Optional()])
    place = LineField(
        _l("Over welke plaats?"), description=_l("Bijvoorbeeld: zwembad, Itegem."), validators=[at_most(150)]
    )
    received_on = DayField(_l("Wanneer hoorde je dit?"), validators=[A_DAY])
    promised_on = DayField(
        _l("Antwoord beloofd tegen"),
        description=_l("Laat leeg voor de gewone termijn van het netwerk."),
        validators=[Optional()],
    )

    def offer(self, actions: Choices, partners: Choices) -> None:
        """Fill the lists; the form itself asks nothing."""
        self.channel.choices = choices_of(CHANNEL_LABELS, _l("Kies hoe"))
        self.speaker.choices = choices_of(SPEAKER_LABELS, _l("Kies wie"))
        self.threshold.choices = choices_of(THRESHOLD_LABELS, _l("Geen of weet ik niet"))
        self.action_id.choices = [("", _l("Geen actie")), *actions]
        self.partner_id.choices = [("", _l("Geen partner")), *partners]

    @property
    def has_more(self) -> bool:
        """Whether what is folded away holds something that the reader must see."""
        folded = ("action_id", "threshold", "partner_id", "place", "promised_on")
        return any(self[name].data for name in folded) or any(
            self[name].errors for name in (*folded, "received_on", "is_quote", "on_behalf")
        )


class SayForm(RecordForm):
    """The shortest way to say something, for who speaks from experience."""

    text = PlainTextField(_l("Zeg het in je eigen woorden"), validators=[NEEDED, at_most(LONGEST_VOICE)])
    action_id = ListField(_l("Gaat het over een actie?"), validators=[Optional()])
    quote_consent = BooleanField(_l("Anderen mogen mijn woorden lezen"), description=_l("Je naam staat er nooit bij."))
    on_behalf = BooleanField(_l("Ik schrijf dit voor iemand anders"))

    def offer(self, actions: Choices) -> None:
        self.action_id.choices = [("", _l("Nee, of ik weet het niet")), *actions]


class AnswerForm(RecordForm):
    outcome = OneOfField(_l("Wat beslist het netwerk?"), validators=[CHOSEN])
    answer = PlainTextField(
        _l("Het antwoord, in gewone woorden"),
        description=_l("Korte zinnen. Dit leest of hoort wie sprak."),
        validators=[NEEDED, at_most(LONGEST_VOICE)],
    )
    reason = PlainTextField(
        _l("Waarom niet, of niet alles?"),
        description=_l("Moet bij een “nee”. Mensen hebben recht op een reden."),
        validators=[at_most(LONGEST_VOICE)],
    )

    def offer(self) -> None:
        self.outcome.choices = choices_of(OUTCOME_LABELS)


class TellBackForm(RecordForm):
    told_how = ListField(_l("Hoe vertelde je het antwoord?"), validators=[CHOSEN])
    told_on = DayField(_l("Wanneer?"), validators=[A_DAY])
    told_by = LineField(
        _l("Wie vertelde het?"),
        description=_l("Alleen de functie, bijvoorbeeld: begeleider van de vereniging."),
        validators=[NEEDED, at_most(100)],
    )

    def offer(self) -> None:
        self.told_how.choices = choices_of(TELLING_WAY_LABELS, _l("Kies hoe"))


class EffectForm(RecordForm):
    action_id = ListField(_l("Welke actie?"), validators=[CHOSEN])
    kind = OneOfField(_l("Wat gebeurde er met die actie?"), validators=[CHOSEN])
    note = LineField(
        _l("Wat is er nu anders?"),
        description=_l("In één zin. Bijvoorbeeld: de korting komt nu binnen twee weken."),
        validators=[Optional(), at_most(300)],
    )

    def offer(self, actions: Choices) -> None:
        self.action_id.choices = [("", _l("Kies een actie")), *actions]
        self.kind.choices = choices_of(EFFECT_KIND_LABELS)


class PromiseForm(RecordForm):
    answer_days = WholeNumberField(
        _l("Binnen hoeveel dagen antwoordt het netwerk?"),
        description=_l("Dit geldt voor nieuwe inbreng. Wat al beloofd is, blijft beloofd."),
        validators=[NEEDED],
    )


class ConfirmForm(PortalForm):
    """One button; carries only the proof that it was pressed here."""
