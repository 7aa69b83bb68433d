"""Tables of a poll for the next date: the moments offered, who is asked, and what they answered."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import Base, Code, Moment, OfNetwork
from portal.foundation.wording import say
from portal.meetings.models.groups import MeetingGroup, MeetingSeries
from portal.meetings.types import Answer, MeetingPlace, PollStatus
from portal.network.models import Network, Partner


class DatePoll(OfNetwork, Base):
    """The question when to meet; choosing a date makes the meeting."""

    __tablename__ = "date_poll"
    __table_args__ = (Index("ix_date_poll_network_status", "network_id", "status"),)
    noun = say("datumvraag")
    labels = {
        "title": say("titel"),
        "series_id": say("reeks"),
        "group_id": say("groep"),
        "place": say("plaats"),
        "place_kind": say("soort plaats"),
        "status": say("stand"),
        "meeting_id": say("overleg"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    series_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_series.id"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_group.id"))
    place: Mapped[str] = mapped_column(String(200), default="")
    place_kind: Mapped[MeetingPlace] = mapped_column(Code(MeetingPlace), default=MeetingPlace.ELSEWHERE)
    status: Mapped[PollStatus] = mapped_column(Code(PollStatus), default=PollStatus.OPEN)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))

    network: Mapped[Network] = relationship()
    series: Mapped[MeetingSeries | None] = relationship()
    group: Mapped[MeetingGroup | None] = relationship()
    dates: Mapped[list[PollDate]] = relationship(back_populates="poll", order_by="(PollDate.starts_at, PollDate.id)")
    voters: Mapped[list[PollVoter]] = relationship(back_populates="poll", order_by="(PollVoter.name, PollVoter.id)")

    def __str__(self) -> str:
        return self.title


class PollDate(OfNetwork, Base):
    """A moment that is offered."""

    __tablename__ = "poll_date"
    __table_args__ = (Index("ix_poll_date_poll", "poll_id"),)
    noun = say("voorgestelde datum")
    labels = {"poll_id": say("datumvraag"), "starts_at": say("begint"), "ends_at": say("eindigt")}
    part_of = "poll"

    id: Mapped[int] = mapped_column(primary_key=True)
    poll_id: Mapped[int] = mapped_column(ForeignKey("date_poll.id"))
    starts_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment)

    poll: Mapped[DatePoll] = relationship(back_populates="dates")

    def __str__(self) -> str:
        return f"{self.starts_at:%d/%m/%Y}"


class PollVoter(OfNetwork, Base):
    """Somebody who is asked when to meet; the link is stored hashed."""

    __tablename__ = "poll_voter"
    __table_args__ = (UniqueConstraint("poll_id", "email"),)
    noun = say("bevraagde")
    labels = {
        "poll_id": say("datumvraag"),
        "partner_id": say("partner"),
        "account_id": say("account"),
        "name": say("naam"),
        "email": say("e-mail"),
        "asked_at": say("gevraagd op"),
        "answered_at": say("beantwoord op"),
        "revoked_at": say("ingetrokken"),
    }
    part_of = "poll"
    unrecorded = frozenset({"email", "token_hash", "expires_at"})

    id: Mapped[int] = mapped_column(primary_key=True)
    poll_id: Mapped[int] = mapped_column(ForeignKey("date_poll.id"))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    name: Mapped[str] = mapped_column(String(150), default="")
    email: Mapped[str] = mapped_column(String(254))
    asked_at: Mapped[datetime | None] = mapped_column(Moment)
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime] = mapped_column(Moment)

    poll: Mapped[DatePoll] = relationship(back_populates="voters")
    partner: Mapped[Partner | None] = relationship()
    answers: Mapped[list[PollAnswer]] = relationship(back_populates="voter", order_by="PollAnswer.id")

    def __str__(self) -> str:
        return self.name or "…@" + self.email.partition("@")[2]  # an address is for coordinators alone


class PollAnswer(OfNetwork, Base):
    """Whether somebody can come on an offered moment."""

    __tablename__ = "poll_answer"
    __table_args__ = (UniqueConstraint("voter_id", "date_id"),)
    noun = say("antwoord op een datumvraag")
    labels = {"voter_id": say("bevraagde"), "date_id": say("voorgestelde datum"), "answer": say("antwoord")}
    part_of = "voter"

    id: Mapped[int] = mapped_column(primary_key=True)
    voter_id: Mapped[int] = mapped_column(ForeignKey("poll_voter.id"))
    date_id: Mapped[int] = mapped_column(ForeignKey("poll_date.id"))
    answer: Mapped[Answer] = mapped_column(Code(Answer))

    voter: Mapped[PollVoter] = relationship(back_populates="answers")
    date: Mapped[PollDate] = relationship()

    def __str__(self) -> str:
        return self.answer.value
