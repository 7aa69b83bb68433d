"""What people fill in about voices, answers, and what changed because of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, RadioField
from wtforms.validators import Optional, ValidationError

from portal.participation.types import (
    CHANNEL_LABELS,
    EFFECT_KIND_LABELS,
    OUTCOME_LABELS,
    REPLY_WAY_LABELS,
    SPEAKER_LABELS,
    TELLING_WAY_LABELS,
    ReplyWay,
    TellingWay,
)
from portal.plans.types import THRESHOLD_LABELS
from portal.web.forms import (
    A_DAY,
    CHOSEN,
    NEEDED,
    AddressField,
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
CHOSEN_WAYS = (ReplyWay.NONE, ReplyWay.MAIL, ReplyWay.LETTER, ReplyWay.COMPANION)
NO_NAMES = _l("Schrijf nooit een naam, adres of nummer van iemand op.")
CONSENT = _l("Deze woorden mogen letterlijk getoond worden")
Choices = Sequence[tuple[str, Any]]


class OneOfField(RadioField):
    """One out of a few, all in sight; says so in plain words when something else comes in."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([value.strip() for value in valuelist])

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
    reply_way = ListField(_l("Op welke manier?"), validators=[Optional()])
    reply_mail = AddressField(
        _l("Mailadres"),
        description=_l(
            "Alleen bij een mail, of als wie het doorvertelt geen account heeft. Niemand ziet dit adres. "
            "Leeg laten: wat al bewaard is, blijft."
        ),
        validators=[Optional(), at_most(254)],
        render_kw={"autocomplete": "off"},
    )
    companion_id = ListField(_l("Wie vertelt het door?"), validators=[Optional()])
    companion_role = LineField(
        _l("Functie van wie het doorvertelt"),
        description=_l("Geen naam. Bijvoorbeeld: maatschappelijk werker."),
        validators=[Optional(), at_most(100)],
    )

    def offer(
        self, actions: Choices, partners: Choices, companions: Choices = (), held_way: ReplyWay = ReplyWay.NONE
    ) -> None:
        """Fill the lists; the form itself asks nothing. Only who dropped a letter has a code."""
        ways = {way: words for way, words in REPLY_WAY_LABELS.items() if way in (*CHOSEN_WAYS, held_way)}
        self.reply_way.choices = choices_of(ways)
        self.companion_id.choices = [("", _l("Iemand zonder account")), *companions]
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

    @property
    def has_way(self) -> bool:
        """Whether a way to hear again was chosen, or went wrong."""
        chosen = self.reply_way.data not in (None, "", ReplyWay.NONE, ReplyWay.NONE.value)
        return chosen or any(
            self[name].errors for name in ("reply_way", "reply_mail", "companion_id", "companion_role")
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

    def offer(self, *, has_code: bool = False) -> None:
        """Telling at the code is only for who has one."""
        ways = {way: words for way, words in TELLING_WAY_LABELS.items() if has_code or way is not TellingWay.LETTER_BOX}
        self.told_how.choices = choices_of(ways, _l("Kies hoe"))


class EffectForm(RecordForm):
    action_id = ListField(_l("Welke actie?"), validators=[Optional()])
    decision_id = ListField(
        _l("Of welke beslissing van een overleg?"),
        description=_l("Kies een actie of een beslissing."),
        validators=[Optional()],
    )
    kind = OneOfField(_l("Wat gebeurde ermee?"), validators=[CHOSEN])
    note = LineField(
        _l("Wat is er nu anders?"),
        description=_l("In één zin. Bijvoorbeeld: de korting komt nu binnen twee weken."),
        validators=[Optional(), at_most(300)],
    )

    def offer(self, actions: Choices, decisions: Choices) -> None:
        self.action_id.choices = [("", _l("Kies een actie")), *actions]
        self.decision_id.choices = [("", _l("Geen beslissing")), *decisions]
        self.kind.choices = choices_of(EFFECT_KIND_LABELS)


class PromiseForm(RecordForm):
    answer_days = WholeNumberField(
        _l("Binnen hoeveel dagen antwoordt het netwerk?"),
        description=_l("Dit geldt voor nieuwe inbreng. Wat al beloofd is, blijft beloofd."),
        validators=[NEEDED],
    )


class ConfirmForm(PortalForm):
    """One button; carries only the proof that it was pressed here."""


class LetterForm(PortalForm):
    """A letter of somebody nobody knows: no session, no cookie, a stamp of our own against sending twice."""

    class Meta(PortalForm.Meta):
        csrf = False

    text = PlainTextField(_l("Wat wil je zeggen?"), validators=[NEEDED, at_most(LONGEST_VOICE)])
    threshold = ListField(_l("Waarover gaat het?"), validators=[Optional()])
    action_id = ListField(_l("Gaat het over iets dat we dit jaar doen?"), validators=[Optional()])
    quote_consent = BooleanField(_l("Anderen mogen mijn woorden lezen"))
    stamp = HiddenField()
    website = LineField(
        _l("Laat dit vak leeg"), validators=[Optional(), at_most(200)]
    )  # who fills this in is no person

    def offer(self, actions: Choices) -> None:
        self.threshold.choices = choices_of(THRESHOLD_LABELS, _l("Ik weet het niet"))
        self.action_id.choices = [("", _l("Nee, of ik weet het niet")), *actions]


class CodeForm(PortalForm):
    """The code of a letter; never in an address."""

    class Meta(PortalForm.Meta):
        csrf = False

    code = LineField(
        _l("Je code"),
        description=_l("Twee woorden en twee getallen. Bijvoorbeeld: MELK-4271-ROOS-8350."),
        validators=[NEEDED, at_most(100)],
        render_kw={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"},
    )
