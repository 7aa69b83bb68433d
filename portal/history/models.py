"""The event log: who changed what, when, from what to what; rows are only ever added."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import Base, Moment
from portal.foundation.wording import say


class Change(Base):
    """One change of one record. `page_type` and `page_id` name the record on whose page it is told.

    No foreign keys: the log outlives whatever it speaks of.
    """

    __tablename__ = "change"
    __table_args__ = (
        Index("ix_change_network_page", "network_id", "page_type", "page_id", "id"),
        Index("ix_change_page", "page_type", "page_id", "id"),
    )
    noun = say("wijziging")
    labels = {}
    unrecorded = frozenset({"*"})

    id: Mapped[int] = mapped_column(primary_key=True)
    network_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(Moment)
    account_id: Mapped[int | None]
    by: Mapped[str] = mapped_column(String(200))
    via: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(10))  # added, changed, removed
    subject_type: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[int]
    subject_name: Mapped[str] = mapped_column(String(300))
    page_type: Mapped[str] = mapped_column(String(60))
    page_id: Mapped[int]
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)


class Revision(Base):
    """A counter per network (0: the installation) that every recorded change moves; it keys what is remembered."""

    __tablename__ = "revision"
    noun = say("stand")
    labels = {}
    unrecorded = frozenset({"*"})

    scope: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
