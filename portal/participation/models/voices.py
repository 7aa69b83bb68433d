"""Tables of voices, the answer to each, what changed because of it, and what a network promises."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.accounts.models import Account
from portal.database import Base, Code, Moment, OfNetwork
from portal.foundation.wording import say
from portal.meetings.models import ContactMoment, Decision, Meeting
from portal.network.models import Partner
from portal.participation.types import Channel, EffectKind, Outcome, ReplyWay, Speaker, TellingWay, VoiceState
from portal.plans.models import Action
from portal.plans.types import Threshold

if TYPE_CHECKING:
    from portal.participation.models.following import Tiding

EXCERPT = 140


class Voice(OfNetwork, Base):
    """What people in poverty or their association brought in. Who spoke is only known as a kind, never by name.

    Its words, who typed them and how to reach who spoke never enter the history: what was written by mistake can
    still be taken away.
    """

    __tablename__ = "voice"
    __table_args__ = (
        Index("ix_voice_network_received", "network_id", "received_on", "id"),
        Index("ix_voice_network_state", "network_id", "state", "promised_on"),
        Index("ix_voice_network_action", "network_id", "action_id"),
        Index("ix_voice_network_typed_by", "network_id", "typed_by_id"),
        Index("ix_voice_network_meeting", "network_id", "meeting_id"),
        Index("ix_voice_network_contact", "network_id", "contact_id"),
        Index("ix_voice_network_companion", "network_id", "companion_id"),
        UniqueConstraint("code_hash"),
        CheckConstraint("promised_on >= received_on", name="promise_after_voice"),
    )
    noun = say("inbreng")
    labels = {
        "received_on": say("ontvangen op"),
        "channel": say("hoe kwam het binnen"),
        "speaker": say("wie sprak"),
        "is_quote": say("letterlijke woorden"),
        "quote_consent": say("mag letterlijk getoond worden"),
        "on_behalf": say("opgeschreven voor iemand anders"),
        "threshold": say("drempel"),
        "action_id": say("actie"),
        "partner_id": say("partner"),
        "place": say("plaats"),
        "meeting_id": say("gezegd op overleg"),
        "contact_id": say("gezegd in contact"),
        "reply_way": say("hoe wie sprak het hoort"),
        "promised_on": say("antwoord beloofd tegen"),
        "state": say("stand"),
        "discussed_on": say("besproken op"),
        "reworded_at": say("tekst veranderd op"),
        "withdrawn_at": say("ingetrokken"),
        "origin": say("herkomst"),
    }
    unrecorded = frozenset({"text", "typed_by_id", "reply_address", "code_hash", "companion_id", "companion_role"})
    is_confidential = True

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    received_on: Mapped[date]
    channel: Mapped[Channel] = mapped_column(Code(Channel))
    speaker: Mapped[Speaker] = mapped_column(Code(Speaker))
    is_quote: Mapped[bool] = mapped_column(default=False)
    quote_consent: Mapped[bool] = mapped_column(default=False)
    on_behalf: Mapped[bool] = mapped_column(default=False)
    threshold: Mapped[Threshold | None] = mapped_column(Code(Threshold))
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    place: Mapped[str] = mapped_column(String(150), default="")
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact_moment.id"))
    reply_way: Mapped[ReplyWay] = mapped_column(Code(ReplyWay), default=ReplyWay.NONE)
    reply_address: Mapped[str] = mapped_column(String(254), default="")
    code_hash: Mapped[str | None] = mapped_column(String(64))
    companion_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    companion_role: Mapped[str] = mapped_column(String(100), default="")
    promised_on: Mapped[date]
    state: Mapped[VoiceState] = mapped_column(Code(VoiceState), default=VoiceState.RECEIVED)
    discussed_on: Mapped[date | None]
    typed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    reworded_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    origin: Mapped[str] = mapped_column(String(300), default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    action: Mapped[Action | None] = relationship()
    partner: Mapped[Partner | None] = relationship()
    meeting: Mapped[Meeting | None] = relationship()
    contact: Mapped[ContactMoment | None] = relationship()
    companion: Mapped[Account | None] = relationship(foreign_keys="Voice.companion_id")
    response: Mapped[Response | None] = relationship(back_populates="voice")
    effects: Mapped[list[VoiceEffect]] = relationship(back_populates="voice", order_by="VoiceEffect.id")
    tidings: Mapped[list[Tiding]] = relationship(back_populates="voice", order_by="Tiding.id")

    @property
    def partner_ids(self) -> frozenset[int]:
        """Partners whose work this is about: named themselves, or by an action that they lead or carry."""
        actions = [self.action, *(effect.action for effect in self.effects)]
        found = {self.partner_id, *(action.lead_partner_id for action in actions if action is not None)}
        carried = (action.carrier_ids for action in actions if action is not None)
        return frozenset(one for one in found if one is not None).union(*carried)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def excerpt(self) -> str:
        """The first words, for a list."""
        line = " ".join(self.text.split())
        return line if len(line) <= EXCERPT else f"{line[:EXCERPT].rsplit(' ', 1)[0]} …"

    def __str__(self) -> str:
        return f"{self.received_on:%d/%m/%Y}"


class Response(OfNetwork, Base):
    """What the network answers a voice, in plain words; and when, how and by whom this was told back."""

    __tablename__ = "response"
    __table_args__ = (
        UniqueConstraint("voice_id"),
        Index("ix_response_network_told", "network_id", "told_on"),
    )
    noun = say("antwoord")
    labels = {
        "voice_id": say("inbreng"),
        "outcome": say("beslissing"),
        "answer": say("antwoord"),
        "reason": say("reden"),
        "answered_on": say("beslist op"),
        "told_on": say("teruggekoppeld op"),
        "told_how": say("hoe"),
        "told_by": say("door wie (functie)"),
    }
    part_of = "voice"

    id: Mapped[int] = mapped_column(primary_key=True)
    voice_id: Mapped[int] = mapped_column(ForeignKey("voice.id"))
    outcome: Mapped[Outcome] = mapped_column(Code(Outcome))
    answer: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")
    answered_on: Mapped[date]
    told_on: Mapped[date | None]
    told_how: Mapped[TellingWay | None] = mapped_column(Code(TellingWay))
    told_by: Mapped[str] = mapped_column(String(100), default="")

    voice: Mapped[Voice] = relationship(back_populates="response")

    def __str__(self) -> str:
        return f"{self.answered_on:%d/%m/%Y}"


class VoiceEffect(OfNetwork, Base):
    """What changed because of a voice: an action or a decision that it opened or altered."""

    __tablename__ = "voice_effect"
    __table_args__ = (
        UniqueConstraint("voice_id", "action_id"),
        UniqueConstraint("voice_id", "decision_id"),
        Index("ix_voice_effect_network_action", "network_id", "action_id"),
        Index("ix_voice_effect_network_decision", "network_id", "decision_id"),
        CheckConstraint("(action_id IS NULL) <> (decision_id IS NULL)", name="on_one_thing"),
    )
    noun = say("gevolg van inbreng")
    labels = {
        "voice_id": say("inbreng"),
        "action_id": say("actie"),
        "decision_id": say("beslissing"),
        "kind": say("gevolg"),
        "note": say("wat er veranderde"),
    }
    part_of = "voice"
    unrecorded = frozenset({"linked_at"})

    id: Mapped[int] = mapped_column(primary_key=True)
    voice_id: Mapped[int] = mapped_column(ForeignKey("voice.id"))
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    kind: Mapped[EffectKind] = mapped_column(Code(EffectKind))
    note: Mapped[str] = mapped_column(String(300), default="")
    linked_at: Mapped[datetime | None] = mapped_column(Moment)  # unknown of what was linked before this was kept

    voice: Mapped[Voice] = relationship(back_populates="effects")
    action: Mapped[Action | None] = relationship()
    decision: Mapped[Decision | None] = relationship()

    def __str__(self) -> str:
        return str(self.action or self.decision or self.id)


class AnswerPromise(OfNetwork, Base):
    """Within how many days a network answers; without a row the usual number holds."""

    __tablename__ = "answer_promise"
    __table_args__ = (
        UniqueConstraint("network_id"),
        CheckConstraint("answer_days BETWEEN 1 AND 365", name="days"),
    )
    noun = say("belofte van een antwoord")
    labels = {"answer_days": say("dagen om te antwoorden")}

    id: Mapped[int] = mapped_column(primary_key=True)
    answer_days: Mapped[int]

    def __str__(self) -> str:
        return str(self.answer_days)
