"""The table of outgoing mail. Its rows are no facts of the work: the history does not tell them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import Base, Code, Moment
from portal.foundation.wording import say
from portal.post.types import MailStatus


class OutgoingMail(Base):
    """One letter to one address. Text and attachment go once it is sent: they may hold a secret link."""

    __tablename__ = "outgoing_mail"
    __table_args__ = (
        Index("ix_outgoing_mail_network", "network_id", "id"),
        Index("ix_outgoing_mail_due", "status", "next_attempt_at"),
    )
    noun = say("mail")
    labels = {}
    unrecorded = frozenset({"*"})

    id: Mapped[int] = mapped_column(primary_key=True)
    network_id: Mapped[int | None] = mapped_column(ForeignKey("network.id"))
    to: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(300))
    text: Mapped[str] = mapped_column(Text, default="")
    headers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    attachment_name: Mapped[str] = mapped_column(String(150), default="")
    attachment_type: Mapped[str] = mapped_column(String(150), default="")
    attachment: Mapped[bytes | None] = mapped_column(LargeBinary)
    message_id: Mapped[str] = mapped_column(String(120))
    status: Mapped[MailStatus] = mapped_column(Code(MailStatus), default=MailStatus.WAITING)
    queued_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime | None] = mapped_column(Moment)
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime | None] = mapped_column(Moment)
    claimed_until: Mapped[datetime | None] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    last_error: Mapped[str] = mapped_column(String(200), default="")

    def __str__(self) -> str:
        return self.subject
