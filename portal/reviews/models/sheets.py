"""Tables of what came in: the sheet of one reviewer with an answer per action, and the hands counted in a group."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import Base, Code, Codes, Moment, OfNetwork
from portal.foundation.wording import say
from portal.participation.types import Speaker
from portal.reviews.models.rounds import ReviewLink, ReviewRound, RoundAction
from portal.reviews.types import Fair, Helps, Question, SheetWay


class ReviewSheet(OfNetwork, Base):
    """Everything that one reviewer answered in a round, by link or on paper."""

    __tablename__ = "review_sheet"
    __table_args__ = (
        UniqueConstraint("link_id"),
        UniqueConstraint("round_id", "paper_number"),
        Index("ix_review_sheet_network_round", "network_id", "round_id"),
        CheckConstraint("(way = 'paper') = (paper_number IS NOT NULL)", name="paper_has_a_number"),
    )
    noun = say("leesblad")
    labels = {
        "round_id": say("leesronde"),
        "way": say("hoe"),
        "speaker": say("van wie"),
        "paper_number": say("nummer van het blad"),
        "typed_by_id": say("ingetypt door"),
        "withdrawn_at": say("ingetrokken"),
    }
    part_of = "round"
    unrecorded = frozenset({"link_id", "begun_at", "finished_at"})
    is_confidential = True

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("review_round.id"))
    link_id: Mapped[int | None] = mapped_column(ForeignKey("review_link.id"))
    way: Mapped[SheetWay] = mapped_column(Code(SheetWay))
    speaker: Mapped[Speaker] = mapped_column(Code(Speaker), default=Speaker.EXPERT)
    paper_number: Mapped[int | None]
    typed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    begun_at: Mapped[datetime] = mapped_column(Moment)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)

    round: Mapped[ReviewRound] = relationship(back_populates="sheets")
    link: Mapped[ReviewLink | None] = relationship(back_populates="sheet")
    answers: Mapped[list[ReviewAnswer]] = relationship(back_populates="sheet", order_by="ReviewAnswer.id")

    def __str__(self) -> str:
        return str(self.paper_number or "")


class ReviewAnswer(OfNetwork, Base):
    """What one reviewer said about one action; each question may stay open."""

    __tablename__ = "review_answer"
    __table_args__ = (
        UniqueConstraint("sheet_id", "round_action_id"),
        Index("ix_review_answer_round_action", "round_action_id"),
    )
    noun = say("antwoord in een leesronde")
    labels = {"sheet_id": say("leesblad"), "round_action_id": say("actie")}
    part_of = "sheet"
    unrecorded = frozenset({"helps", "stops", "fair", "own_word", "answered_at"})
    is_confidential = True

    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("review_sheet.id"))
    round_action_id: Mapped[int] = mapped_column(ForeignKey("round_action.id"))
    helps: Mapped[Helps | None] = mapped_column(Code(Helps))
    stops: Mapped[tuple[str, ...]] = mapped_column(Codes(), default=())  # codes of Threshold, or NOTHING
    fair: Mapped[Fair | None] = mapped_column(Code(Fair))
    own_word: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime] = mapped_column(Moment)

    sheet: Mapped[ReviewSheet] = relationship(back_populates="answers")
    round_action: Mapped[RoundAction] = relationship()

    def __str__(self) -> str:
        return ""


class ReviewSitting(OfNetwork, Base):
    """A round done together: a facilitator asks, people raise their hands."""

    __tablename__ = "review_sitting"
    __table_args__ = (
        Index("ix_review_sitting_network_round", "network_id", "round_id"),
        CheckConstraint("people BETWEEN 1 AND 500", name="people"),
    )
    noun = say("leesmoment in groep")
    labels = {
        "round_id": say("leesronde"),
        "held_on": say("op"),
        "people": say("aantal mensen"),
        "place": say("plaats"),
        "account_id": say("begeleid door"),
        "finished_at": say("klaar op"),
        "withdrawn_at": say("ingetrokken"),
    }
    part_of = "round"

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("review_round.id"))
    held_on: Mapped[date]
    people: Mapped[int]
    place: Mapped[str] = mapped_column(String(150), default="")
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    round: Mapped[ReviewRound] = relationship(back_populates="sittings")
    counts: Mapped[list[HandCount]] = relationship(back_populates="sitting", order_by="HandCount.id")

    def __str__(self) -> str:
        return f"{self.held_on:%d/%m/%Y}"


class HandCount(OfNetwork, Base):
    """How many hands went up for one answer to one question about one action; its version guards who counts at once."""

    __tablename__ = "hand_count"
    __table_args__ = (
        UniqueConstraint("sitting_id", "round_action_id", "question", "answer"),
        Index("ix_hand_count_round_action", "round_action_id"),
        CheckConstraint("hands >= 0", name="not_negative"),
    )
    noun = say("telling van handen")
    labels = {
        "sitting_id": say("leesmoment in groep"),
        "round_action_id": say("actie"),
        "question": say("vraag"),
        "answer": say("antwoord"),
        "hands": say("handen"),
    }
    part_of = "sitting"
    unrecorded = frozenset({"*"})  # a line for each raised hand would bury the rest; the sitting itself is told

    id: Mapped[int] = mapped_column(primary_key=True)
    sitting_id: Mapped[int] = mapped_column(ForeignKey("review_sitting.id"))
    round_action_id: Mapped[int] = mapped_column(ForeignKey("round_action.id"))
    question: Mapped[Question] = mapped_column(Code(Question))
    answer: Mapped[str] = mapped_column(String(40))  # a code of Helps, Fair or Threshold, or NOTHING
    hands: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    sitting: Mapped[ReviewSitting] = relationship(back_populates="counts")
    round_action: Mapped[RoundAction] = relationship()

    def __str__(self) -> str:
        return str(self.hands)
