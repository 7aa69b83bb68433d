"""Tables of a review round: what is asked about what, until when, and the links that open it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import Base, Code, Codes, Moment, OfNetwork
from portal.foundation.wording import say
from portal.network.models import Network
from portal.participation.models import Voice
from portal.participation.types import Speaker
from portal.plans.models import Action, Plan
from portal.reviews.types import RoundState, Subject

if TYPE_CHECKING:
    from portal.reviews.models.sheets import ReviewSheet, ReviewSitting
    from portal.reviews.models.texts import ReviewText


class ReviewRound(OfNetwork, Base):
    """A question to people in poverty: read this, and say whether it will work."""

    __tablename__ = "review_round"
    __table_args__ = (
        Index("ix_review_round_network_state", "network_id", "state"),
        Index("ix_review_round_plan", "plan_id"),
        CheckConstraint(
            "(subject = 'plan') = (plan_id IS NOT NULL)"
            " AND (subject = 'action') = (action_id IS NOT NULL)"
            " AND (subject = 'text') = (text_id IS NOT NULL)",
            name="one_subject",
        ),
    )
    noun = say("leesronde")
    labels = {
        "title": say("titel"),
        "subject": say("waarover"),
        "plan_id": say("plan"),
        "action_id": say("actie"),
        "text_id": say("tekst"),
        "questions": say("wat we vragen"),
        "introduction": say("inleiding"),
        "closes_on": say("tot en met"),
        "state": say("stand"),
        "opened_on": say("begonnen op"),
        "closed_on": say("afgesloten op"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    subject: Mapped[Subject] = mapped_column(Code(Subject))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))
    text_id: Mapped[int | None] = mapped_column(ForeignKey("review_text.id"))
    questions: Mapped[tuple[str, ...]] = mapped_column(Codes(), default=())
    introduction: Mapped[str] = mapped_column(Text, default="")
    closes_on: Mapped[date]
    state: Mapped[RoundState] = mapped_column(Code(RoundState), default=RoundState.DRAFT)
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    origin: Mapped[str] = mapped_column(String(300), default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    network: Mapped[Network] = relationship()
    plan: Mapped[Plan | None] = relationship()
    action: Mapped[Action | None] = relationship()
    text: Mapped[ReviewText | None] = relationship(back_populates="rounds")
    actions: Mapped[list[RoundAction]] = relationship(
        back_populates="round", order_by="(RoundAction.position, RoundAction.id)"
    )
    links: Mapped[list[ReviewLink]] = relationship(back_populates="round", order_by="ReviewLink.number")
    sheets: Mapped[list[ReviewSheet]] = relationship(back_populates="round", order_by="ReviewSheet.id")
    sittings: Mapped[list[ReviewSitting]] = relationship(back_populates="round", order_by="ReviewSitting.id")

    def __str__(self) -> str:
        return self.title


class RoundAction(OfNetwork, Base):
    """One action of a round, in the words that the reviewers read: later changes do not alter what was asked."""

    __tablename__ = "round_action"
    __table_args__ = (
        UniqueConstraint("round_id", "action_id"),
        Index("ix_round_action_network_action", "network_id", "action_id"),
    )
    noun = say("actie in een leesronde")
    labels = {
        "round_id": say("leesronde"),
        "action_id": say("actie"),
        "position": say("volgorde"),
        "title": say("titel"),
        "plain_sentence": say("gewone zin"),
        "voice_id": say("inbreng die ervan kwam"),
    }
    part_of = "round"

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("review_round.id"))
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"))
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str] = mapped_column(String(200))
    plain_sentence: Mapped[str] = mapped_column(String(300), default="")
    voice_id: Mapped[int | None] = mapped_column(ForeignKey("voice.id"))  # what people said, as a voice to be answered

    round: Mapped[ReviewRound] = relationship(back_populates="actions")
    action: Mapped[Action] = relationship()
    voice: Mapped[Voice | None] = relationship()

    @property
    def is_answered(self) -> bool:
        """Whether the network told in writing what it does with what readers said."""
        return self.voice is not None and not self.voice.is_withdrawn and self.voice.response is not None

    def __str__(self) -> str:
        return self.title


class ReviewLink(OfNetwork, Base):
    """A personal way into a round, for somebody who is only known as a kind; the secret is stored hashed."""

    __tablename__ = "review_link"
    __table_args__ = (UniqueConstraint("round_id", "number"),)
    noun = say("link van een leesronde")
    labels = {
        "round_id": say("leesronde"),
        "number": say("nummer"),
        "speaker": say("voor wie"),
        "given_by": say("gegeven door (functie)"),
        "expires_at": say("werkt tot"),
        "revoked_at": say("ingetrokken"),
    }
    part_of = "round"
    unrecorded = frozenset({"token_hash", "begun_at", "mailed_at"})

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("review_round.id"))
    number: Mapped[int]
    speaker: Mapped[Speaker] = mapped_column(Code(Speaker), default=Speaker.EXPERT)
    given_by: Mapped[str] = mapped_column(String(100), default="")
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)
    mailed_at: Mapped[datetime | None] = mapped_column(Moment)  # a secret goes to one address; to which, nobody keeps
    begun_at: Mapped[datetime | None] = mapped_column(Moment)  # when its button was pressed, not when it was opened

    round: Mapped[ReviewRound] = relationship(back_populates="links")
    sheet: Mapped[ReviewSheet | None] = relationship(back_populates="link")

    def __str__(self) -> str:
        return str(self.number)
