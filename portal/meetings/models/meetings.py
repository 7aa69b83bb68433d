"""Tables of a meeting: when and where, who is invited, and who was there."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.accounts.models import Account
from portal.database import Base, Code, Moment, OfNetwork
from portal.foundation.wording import say
from portal.meetings.models.groups import MeetingGroup, MeetingSeries
from portal.meetings.models.minutes import AgendaItem, Decision, Task
from portal.meetings.types import Answer, MeetingPlace, MeetingStatus, MinutesStatus, Presence
from portal.network.models import Network, Partner


class Meeting(OfNetwork, Base):
    """A formal meeting with its report. `calendar_uid` never changes; `calendar_sequence` goes up when it moves."""

    __tablename__ = "meeting"
    __table_args__ = (
        Index("ix_meeting_network_starts", "network_id", "starts_at"),
        Index("ix_meeting_series", "series_id"),
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("experts_count IS NULL OR experts_count >= 0", name="experts_not_negative"),
    )
    noun = say("overleg")
    labels = {
        "title": say("titel"),
        "series_id": say("reeks"),
        "group_id": say("groep"),
        "starts_at": say("begint"),
        "ends_at": say("eindigt"),
        "place": say("plaats"),
        "place_kind": say("soort plaats"),
        "chair": say("voorzitter"),
        "organiser_id": say("organisator"),
        "status": say("stand"),
        "minutes_status": say("verslag"),
        "experts_count": say("ervaringsdeskundigen aan tafel"),
        "minutes_sent_at": say("verslag verstuurd"),
        "origin": say("herkomst"),
    }
    unrecorded = frozenset({"calendar_uid", "calendar_sequence", "reminded_at", "reminders"})

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    series_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_series.id"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_group.id"))
    starts_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    place: Mapped[str] = mapped_column(String(200), default="")
    place_kind: Mapped[MeetingPlace] = mapped_column(Code(MeetingPlace), default=MeetingPlace.ELSEWHERE)
    chair: Mapped[str] = mapped_column(String(150), default="")
    organiser_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    status: Mapped[MeetingStatus] = mapped_column(Code(MeetingStatus), default=MeetingStatus.PLANNED)
    minutes_status: Mapped[MinutesStatus] = mapped_column(Code(MinutesStatus), default=MinutesStatus.DRAFT)
    experts_count: Mapped[int | None]
    minutes_sent_at: Mapped[datetime | None] = mapped_column(Moment)
    calendar_uid: Mapped[str] = mapped_column(String(80), unique=True)
    calendar_sequence: Mapped[int] = mapped_column(default=0)
    reminded_at: Mapped[datetime | None] = mapped_column(Moment)
    reminders: Mapped[int] = mapped_column(default=0)
    origin: Mapped[str] = mapped_column(String(300), default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    network: Mapped[Network] = relationship()
    series: Mapped[MeetingSeries | None] = relationship()
    group: Mapped[MeetingGroup | None] = relationship()
    organiser: Mapped[Account | None] = relationship()
    items: Mapped[list[AgendaItem]] = relationship(
        back_populates="meeting", order_by="(AgendaItem.position, AgendaItem.id)"
    )
    invitees: Mapped[list[Invitee]] = relationship(back_populates="meeting", order_by="(Invitee.name, Invitee.id)")
    attendances: Mapped[list[Attendance]] = relationship(back_populates="meeting", order_by="Attendance.id")
    decisions: Mapped[list[Decision]] = relationship(back_populates="meeting", order_by="Decision.id")
    tasks: Mapped[list[Task]] = relationship(back_populates="meeting", order_by="Task.id")

    @property
    def is_at_association(self) -> bool:
        return self.place_kind is MeetingPlace.ASSOCIATION

    def __str__(self) -> str:
        return self.title


class Invitee(OfNetwork, Base):
    """Somebody who is invited, and the answer; the link is stored hashed."""

    __tablename__ = "invitee"
    __table_args__ = (UniqueConstraint("meeting_id", "email"), Index("ix_invitee_network", "network_id", "meeting_id"))
    noun = say("genodigde")
    labels = {
        "meeting_id": say("overleg"),
        "partner_id": say("partner"),
        "account_id": say("account"),
        "name": say("naam"),
        "email": say("e-mail"),
        "answer": say("antwoord"),
        "answered_at": say("beantwoord op"),
        "sent_at": say("uitgenodigd op"),
        "revoked_at": say("ingetrokken"),
    }
    part_of = "meeting"
    unrecorded = frozenset({"email", "token_hash", "expires_at"})

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    name: Mapped[str] = mapped_column(String(150), default="")
    email: Mapped[str] = mapped_column(String(254))
    answer: Mapped[Answer | None] = mapped_column(Code(Answer))
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime | None] = mapped_column(Moment)

    meeting: Mapped[Meeting] = relationship(back_populates="invitees")
    partner: Mapped[Partner | None] = relationship()

    def __str__(self) -> str:
        return self.name or "…@" + self.email.partition("@")[2]  # an address is for coordinators alone


class Attendance(OfNetwork, Base):
    """Whether a partner was there; people in poverty are never here, only their number is on the meeting."""

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("meeting_id", "partner_id"),
        Index("ix_attendance_network_partner", "network_id", "partner_id"),
    )
    noun = say("aanwezigheid")
    labels = {"meeting_id": say("overleg"), "partner_id": say("partner"), "presence": say("aanwezigheid")}
    part_of = "meeting"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    presence: Mapped[Presence] = mapped_column(Code(Presence))

    meeting: Mapped[Meeting] = relationship(back_populates="attendances")
    partner: Mapped[Partner] = relationship()

    def __str__(self) -> str:
        return self.partner.name if self.partner else str(self.partner_id)
