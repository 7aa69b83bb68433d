"""Tables of texts that are read along: the text, and the marks that readers put in it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import Base, Code, Moment, OfNetwork
from portal.foundation.wording import say
from portal.network.models import Partner
from portal.participation.models import Voice
from portal.participation.types import Speaker
from portal.plans.models import Action
from portal.reviews.types import MarkState, TextKind

if TYPE_CHECKING:
    from portal.reviews.models.rounds import ReviewRound
    from portal.reviews.models.sheets import ReviewSheet


class ReviewText(OfNetwork, Base):
    """A brochure, a letter, a page: what people get to read, before it goes out."""

    __tablename__ = "review_text"
    __table_args__ = (Index("ix_review_text_network", "network_id", "id"),)
    noun = say("tekst")
    labels = {
        "title": say("titel"),
        "kind": say("soort tekst"),
        "body": say("tekst"),
        "action_id": say("actie"),
        "partner_id": say("partner"),
        "author_id": say("schrijver"),
        "withdrawn_at": say("ingetrokken"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    kind: Mapped[TextKind] = mapped_column(Code(TextKind))
    body: Mapped[str] = mapped_column(Text)
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    origin: Mapped[str] = mapped_column(String(300), default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    action: Mapped[Action | None] = relationship()
    partner: Mapped[Partner | None] = relationship()
    rounds: Mapped[list[ReviewRound]] = relationship(back_populates="text", order_by="ReviewRound.id")
    marks: Mapped[list[TextMark]] = relationship(back_populates="text", order_by="(TextMark.starts_at, TextMark.id)")

    def __str__(self) -> str:
        return self.title


class TextMark(OfNetwork, Base):
    """A passage that is not clear, with the words that a reader proposes instead, and what the author did with it."""

    __tablename__ = "text_mark"
    __table_args__ = (
        Index("ix_text_mark_network_text", "network_id", "text_id", "starts_at"),
        CheckConstraint("starts_at >= 0 AND ends_at > starts_at", name="passage"),
    )
    noun = say("merkteken in een tekst")
    labels = {
        "text_id": say("tekst"),
        "speaker": say("van wie"),
        "passage": say("passage"),
        "state": say("stand"),
        "reason": say("reden"),
        "looked_at_on": say("bekeken op"),
        "withdrawn_at": say("ingetrokken"),
        "voice_id": say("inbreng die ervan kwam"),
    }
    part_of = "text"
    unrecorded = frozenset(
        {"proposal", "why", "sheet_id", "account_id", "starts_at", "ends_at", "text_version", "made_at"}
    )
    is_confidential = True

    id: Mapped[int] = mapped_column(primary_key=True)
    text_id: Mapped[int] = mapped_column(ForeignKey("review_text.id"))
    sheet_id: Mapped[int | None] = mapped_column(ForeignKey("review_sheet.id"))  # who came with a link
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))  # who was signed in
    speaker: Mapped[Speaker] = mapped_column(Code(Speaker), default=Speaker.EXPERT)
    starts_at: Mapped[int]  # place of the first sign of the passage in the body as it was read
    ends_at: Mapped[int]
    passage: Mapped[str] = mapped_column(Text)
    text_version: Mapped[int]
    why: Mapped[str] = mapped_column(Text, default="")
    proposal: Mapped[str] = mapped_column(Text, default="")
    made_at: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[MarkState] = mapped_column(Code(MarkState), default=MarkState.OPEN)
    reason: Mapped[str] = mapped_column(Text, default="")
    looked_at_on: Mapped[date | None]
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    voice_id: Mapped[int | None] = mapped_column(ForeignKey("voice.id"))  # what the author made of it, to be answered

    text: Mapped[ReviewText] = relationship(back_populates="marks")
    sheet: Mapped[ReviewSheet | None] = relationship()
    voice: Mapped[Voice | None] = relationship()

    def __str__(self) -> str:
        return self.passage[:60]
