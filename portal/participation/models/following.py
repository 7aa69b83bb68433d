"""Tables of hearing again: one row for each thing to be told to who spoke, and whether the letter box is open."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import Base, Code, Moment, OfNetwork
from portal.foundation.wording import say
from portal.meetings.models import Decision
from portal.participation.models.voices import Voice
from portal.participation.types import ReplyWay, TidingKind
from portal.plans.models import Action


class Tiding(OfNetwork, Base):
    """One thing to be told to who spoke, along the way that she chose; made once and told once.

    The secret of the link in its mail is kept hashed. `mail_ref` names the mail that carries it.
    """

    __tablename__ = "tiding"
    __table_args__ = (
        Index("ix_tiding_network_told", "network_id", "told_at", "id"),
        Index("ix_tiding_voice", "voice_id", "id"),
        CheckConstraint(
            "(kind = 'tiding-answered' AND action_id IS NULL AND decision_id IS NULL)"
            " OR (kind = 'tiding-action' AND action_id IS NOT NULL AND decision_id IS NULL)"
            " OR (kind = 'tiding-decision' AND action_id IS NULL AND decision_id IS NOT NULL)",
            name="about_one_thing",
        ),
    )
    noun = say("bericht aan wie sprak")
    labels = {
        "voice_id": say("inbreng"),
        "kind": say("soort bericht"),
        "action_id": say("actie"),
        "decision_id": say("beslissing"),
        "former": say("stand ervoor"),
        "current": say("stand erna"),
        "made_at": say("gemaakt"),
        "way": say("hoe wie sprak het hoort"),
        "told_at": say("verteld"),
        "told_by": say("door wie (functie)"),
    }
    part_of = "voice"
    unrecorded = frozenset({"token_hash", "mail_ref"})

    id: Mapped[int] = mapped_column(primary_key=True)
    voice_id: Mapped[int] = mapped_column(ForeignKey("voice.id"))
    kind: Mapped[TidingKind] = mapped_column(Code(TidingKind))
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    former: Mapped[str] = mapped_column(String(40), default="")
    current: Mapped[str] = mapped_column(String(40), default="")
    made_at: Mapped[datetime] = mapped_column(Moment)
    way: Mapped[ReplyWay] = mapped_column(Code(ReplyWay))
    told_at: Mapped[datetime | None] = mapped_column(Moment)
    told_by: Mapped[str] = mapped_column(String(100), default="")
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    mail_ref: Mapped[str] = mapped_column(String(120), default="")

    voice: Mapped[Voice] = relationship(back_populates="tidings")
    action: Mapped[Action | None] = relationship()
    decision: Mapped[Decision | None] = relationship()

    @property
    def about(self) -> str:
        """What moved, by its own words."""
        return str(self.action or self.decision or "")

    def __str__(self) -> str:
        return self.about


class LetterBox(OfNetwork, Base):
    """Whether the letter box of a network is open; without a row it is."""

    __tablename__ = "letter_box"
    __table_args__ = (UniqueConstraint("network_id"),)
    noun = say("brievenbus")
    labels = {"is_open": say("open")}

    id: Mapped[int] = mapped_column(primary_key=True)
    is_open: Mapped[bool] = mapped_column(default=True)

    def __str__(self) -> str:
        return ""
