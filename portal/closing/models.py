"""Tables of closing: closed years, what was kept of them, and marks on the deadlines of a year."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.closing.types import Closure, MarkFacts
from portal.database import Base, Moment, OfNetwork
from portal.foundation.wording import say

OPEN = text("reopened_at IS NULL")


class ClosedYear(OfNetwork, Base):
    """One closing of a year of a network; opened again it stays, and a later closing is a new row."""

    __tablename__ = "closed_year"
    __table_args__ = (
        Index("ix_closed_year_network_year", "network_id", "year"),
        # One at a time is closed; those that were opened again do not count.
        Index("uq_closed_year_open", "network_id", "year", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
    )
    noun = say("afgesloten jaar")
    labels = {
        "year": say("jaar"),
        "closed_at": say("afgesloten op"),
        "closed_by": say("afgesloten door"),
        "digest": say("vingerafdruk"),
        "state_of_data": say("stand van de gegevens"),
        "reopened_at": say("heropend op"),
        "reopened_by": say("heropend door"),
        "reason": say("waarom heropend"),
    }
    unrecorded = frozenset({"signature"})

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    closed_at: Mapped[datetime] = mapped_column(Moment)
    closed_by: Mapped[str] = mapped_column(String(150))
    digest: Mapped[str] = mapped_column(String(64))
    signature: Mapped[str] = mapped_column(String(64))
    state_of_data: Mapped[int]
    reopened_at: Mapped[datetime | None] = mapped_column(Moment)
    reopened_by: Mapped[str] = mapped_column(String(150), default="")
    reason: Mapped[str] = mapped_column(Text, default="")

    records: Mapped[list[ClosedRecord]] = relationship(back_populates="closed_year", order_by="ClosedRecord.kind")

    @property
    def closure(self) -> Closure:
        return Closure(self.year, self.closed_at, self.closed_by)

    def __str__(self) -> str:
        return str(self.year)


class ClosedRecord(OfNetwork, Base):
    """A paper or a list as it was when its year was closed."""

    __tablename__ = "closed_record"
    __table_args__ = (UniqueConstraint("closed_year_id", "kind"),)
    noun = say("bewaard stuk")
    labels = {}
    part_of = "closed_year"
    unrecorded = frozenset({"*"})  # the closing itself is told; what was kept does not change any more

    id: Mapped[int] = mapped_column(primary_key=True)
    closed_year_id: Mapped[int] = mapped_column(ForeignKey("closed_year.id"))
    kind: Mapped[str] = mapped_column(String(80))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    content: Mapped[str] = mapped_column(Text, deferred=True)

    closed_year: Mapped[ClosedYear] = relationship(back_populates="records")

    def __str__(self) -> str:
        return self.kind


class DeadlineMark(OfNetwork, Base):
    """What a network noted about a deadline of a year: its own date, that it is done, or why it is left out."""

    __tablename__ = "deadline_mark"
    __table_args__ = (UniqueConstraint("network_id", "year", "deadline"),)
    noun = say("termijn")
    labels = {
        "year": say("jaar"),
        "deadline": say("welke termijn"),
        "planned_on": say("eigen datum"),
        "done_on": say("gedaan op"),
        "skipped_reason": say("waarom overgeslagen"),
    }
    unrecorded = frozenset({"reminded_on"})

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    deadline: Mapped[str] = mapped_column(String(60))
    planned_on: Mapped[date | None]
    done_on: Mapped[date | None]
    skipped_reason: Mapped[str] = mapped_column(String(500), default="")
    reminded_on: Mapped[date | None]

    @property
    def facts(self) -> MarkFacts:
        return MarkFacts(self.planned_on, self.done_on, self.skipped_reason, self.reminded_on)

    def __str__(self) -> str:
        return self.deadline
