"""Tables of a report: agenda items with what was said, decisions, and tasks."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.accounts.models import Account
from portal.database import Base, Code, Moment, OfNetwork
from portal.foundation.wording import say
from portal.meetings.types import ActionEffect, DecisionStatus
from portal.network.models import Partner
from portal.plans.models import Action

if TYPE_CHECKING:
    from portal.meetings.models.meetings import Meeting


class AgendaItem(OfNetwork, Base):
    """A point of the agenda, with who brings it and what was said about it. Its version guards what was said."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        Index("ix_agenda_item_network_meeting", "network_id", "meeting_id"),
        CheckConstraint("minutes IS NULL OR minutes >= 0", name="minutes_not_negative"),
    )
    noun = say("agendapunt")
    labels = {
        "meeting_id": say("overleg"),
        "position": say("volgorde"),
        "title": say("titel"),
        "minutes": say("minuten"),
        "owner_partner_id": say("partner die het brengt"),
        "owner_name": say("wie het brengt"),
        "note": say("wat er gezegd is"),
        "is_finished": say("afgerond"),
        "is_dropped": say("geschrapt"),
        "comes_from_id": say("komt van het vorige overleg"),
    }
    part_of = "meeting"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str] = mapped_column(String(300))
    minutes: Mapped[int | None]
    owner_partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    owner_name: Mapped[str] = mapped_column(String(150), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    is_finished: Mapped[bool] = mapped_column(default=False)
    is_dropped: Mapped[bool] = mapped_column(default=False)
    comes_from_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    meeting: Mapped[Meeting] = relationship(back_populates="items")
    owner_partner: Mapped[Partner | None] = relationship()

    @property
    def owner(self) -> str:
        return " · ".join(
            one for one in (self.owner_partner.name if self.owner_partner else "", self.owner_name) if one
        )

    def __str__(self) -> str:
        return self.title


class Decision(OfNetwork, Base):
    """What a meeting decided: who does it, by when, and what it does to an action."""

    __tablename__ = "decision"
    __table_args__ = (
        Index("ix_decision_network_status", "network_id", "status"),
        Index("ix_decision_meeting", "meeting_id"),
    )
    noun = say("beslissing")
    labels = {
        "meeting_id": say("overleg"),
        "item_id": say("agendapunt"),
        "text": say("beslissing"),
        "partner_id": say("partner"),
        "due_on": say("tegen"),
        "status": say("stand"),
        "action_id": say("actie"),
        "effect": say("gevolg"),
    }
    part_of = "meeting"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    text: Mapped[str] = mapped_column(Text)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    due_on: Mapped[date | None]
    status: Mapped[DecisionStatus] = mapped_column(Code(DecisionStatus), default=DecisionStatus.OPEN)
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))
    effect: Mapped[ActionEffect] = mapped_column(Code(ActionEffect), default=ActionEffect.NONE)

    meeting: Mapped[Meeting] = relationship(back_populates="decisions")
    item: Mapped[AgendaItem | None] = relationship()
    partner: Mapped[Partner | None] = relationship()
    action: Mapped[Action | None] = relationship()

    def __str__(self) -> str:
        return self.text[:120]


class Task(OfNetwork, Base):
    """What somebody promised, on a meeting or outside one."""

    __tablename__ = "task"
    __table_args__ = (
        Index("ix_task_network_done", "network_id", "done_at"),
        Index("ix_task_meeting", "meeting_id"),
    )
    noun = say("taak")
    labels = {
        "meeting_id": say("overleg"),
        "title": say("taak"),
        "partner_id": say("partner"),
        "account_id": say("wie"),
        "due_on": say("tegen"),
        "done_at": say("gedaan op"),
        "dropped_at": say("vervallen op"),
    }
    part_of = "meeting"
    unrecorded = frozenset({"calendar_uid"})

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    title: Mapped[str] = mapped_column(String(300))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    due_on: Mapped[date | None]
    done_at: Mapped[datetime | None] = mapped_column(Moment)
    dropped_at: Mapped[datetime | None] = mapped_column(Moment)
    calendar_uid: Mapped[str] = mapped_column(String(80), unique=True)

    meeting: Mapped[Meeting | None] = relationship(back_populates="tasks")
    partner: Mapped[Partner | None] = relationship()
    account: Mapped[Account | None] = relationship()

    @property
    def is_open(self) -> bool:
        return self.done_at is None and self.dropped_at is None

    @property
    def who(self) -> str:
        names = (self.partner.name if self.partner else "", self.account.name if self.account else "")
        return " · ".join(name for name in names if name)

    def __str__(self) -> str:
        return self.title
