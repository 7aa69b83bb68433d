"""The table of long work. Its rows are no facts of the work: the history does not tell them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import Base, Code, Moment, OfNetwork
from portal.foundation.wording import Wording, say
from portal.jobs.types import OPEN_STATES, AskedJob, JobState


class Job(OfNetwork, Base):
    """One piece of long work and its result. `open_key` is filled as long as it is open: asked twice, it is one."""

    __tablename__ = "job"
    __table_args__ = (
        Index("ix_job_network_asked_by", "network_id", "asked_by_id", "id"),
        Index("ix_job_state", "state", "id"),
    )
    noun = say("opdracht")
    labels = {}
    unrecorded = frozenset({"*"})

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    parameters: Mapped[dict[str, Any]] = mapped_column(JSON)
    title: Mapped[dict[str, Any]] = mapped_column(JSON)
    language: Mapped[str] = mapped_column(String(2), default="nl")
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    asked_by: Mapped[str] = mapped_column(String(150), default="")
    open_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    state: Mapped[JobState] = mapped_column(Code(JobState), default=JobState.WAITING)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    sentence: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime | None] = mapped_column(Moment)
    claimed_until: Mapped[datetime | None] = mapped_column(Moment)
    claimed_by: Mapped[str] = mapped_column(String(40), default="")
    file_name: Mapped[str] = mapped_column(String(200), default="")
    file_type: Mapped[str] = mapped_column(String(120), default="")
    file_size: Mapped[int] = mapped_column(BigInteger, default=0)
    file_sha256: Mapped[str] = mapped_column(String(64), default="")
    asked_at: Mapped[datetime] = mapped_column(Moment)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
    expires_at: Mapped[datetime | None] = mapped_column(Moment)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def title_wording(self) -> Wording:
        return Wording.from_record(self.title)

    @property
    def sentence_wording(self) -> Wording | None:
        return Wording.from_record(self.sentence) if self.sentence else None

    @property
    def asked(self) -> AskedJob:
        return AskedJob(
            self.id, self.network_id, self.kind, self.parameters, self.asked_by_id, self.asked_by, self.language
        )

    def __str__(self) -> str:
        return str(self.title_wording)
