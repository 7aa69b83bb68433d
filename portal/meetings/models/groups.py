"""Tables of groups beside the network, and of series of meetings with their template."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import Base, Code, OfNetwork
from portal.foundation.wording import say
from portal.meetings.types import GroupKind, MeetingPlace, MemberRole
from portal.network.models import Partner


class MeetingGroup(OfNetwork, Base):
    """A group with its own chair and members: a preparing committee, a guiding work group, a forum."""

    __tablename__ = "meeting_group"
    __table_args__ = (UniqueConstraint("network_id", "name"),)
    noun = say("groep")
    labels = {
        "name": say("naam"),
        "kind": say("soort"),
        "aim": say("waarvoor"),
        "is_ended": say("gestopt"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(150))
    kind: Mapped[GroupKind] = mapped_column(Code(GroupKind))
    aim: Mapped[str] = mapped_column(Text, default="")
    is_ended: Mapped[bool] = mapped_column(default=False)
    origin: Mapped[str] = mapped_column(String(300), default="")

    members: Mapped[list[GroupMember]] = relationship(back_populates="group", order_by="GroupMember.id")

    def __str__(self) -> str:
        return self.name


class GroupMember(OfNetwork, Base):
    """An organisation or a professional in a group; outside actors need not be partner of the network."""

    __tablename__ = "group_member"
    __table_args__ = (
        Index("ix_group_member_network_group", "network_id", "group_id"),
        CheckConstraint("partner_id IS NOT NULL OR name <> ''", name="somebody"),
    )
    noun = say("lid van een groep")
    labels = {
        "group_id": say("groep"),
        "role": say("rol"),
        "partner_id": say("partner"),
        "name": say("naam"),
        "email": say("e-mail"),
        "ended_on": say("tot en met"),
    }
    part_of = "group"
    unrecorded = frozenset({"email"})  # an address is for coordinators alone

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("meeting_group.id"))
    role: Mapped[MemberRole] = mapped_column(Code(MemberRole), default=MemberRole.MEMBER)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    name: Mapped[str] = mapped_column(String(150), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    ended_on: Mapped[date | None]

    group: Mapped[MeetingGroup] = relationship(back_populates="members")
    partner: Mapped[Partner | None] = relationship()

    def __str__(self) -> str:
        return " · ".join(part for part in (self.partner.name if self.partner else "", self.name) if part)


class MeetingSeries(OfNetwork, Base):
    """Meetings that come back: their agenda as a template, and what they decided on one page."""

    __tablename__ = "meeting_series"
    __table_args__ = (UniqueConstraint("network_id", "title"),)
    noun = say("reeks")
    labels = {
        "title": say("titel"),
        "group_id": say("groep"),
        "agenda_template": say("vaste agenda"),
        "place": say("plaats"),
        "place_kind": say("soort plaats"),
        "chair": say("voorzitter"),
        "is_ended": say("gestopt"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_group.id"))
    agenda_template: Mapped[str] = mapped_column(Text, default="")
    place: Mapped[str] = mapped_column(String(200), default="")
    place_kind: Mapped[MeetingPlace] = mapped_column(Code(MeetingPlace), default=MeetingPlace.ELSEWHERE)
    chair: Mapped[str] = mapped_column(String(150), default="")
    is_ended: Mapped[bool] = mapped_column(default=False)
    origin: Mapped[str] = mapped_column(String(300), default="")

    group: Mapped[MeetingGroup | None] = relationship()

    def __str__(self) -> str:
        return self.title
