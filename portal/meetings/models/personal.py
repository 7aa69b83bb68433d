"""Tables of one person: the secret address of the own calendar, and whether the weekly mail comes."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.accounts.models import Account
from portal.database import Base, Moment
from portal.foundation.wording import say


class CalendarFeed(Base):
    """A secret address from which a calendar reads; stored hashed, revocable."""

    __tablename__ = "calendar_feed"
    noun = say("agenda-adres")
    labels = {"account_id": say("account"), "created_at": say("gemaakt"), "revoked_at": say("ingetrokken")}
    part_of = "account"
    unrecorded = frozenset({"token_hash"})

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)

    account: Mapped[Account] = relationship()

    def __str__(self) -> str:
        return str(self.id)


class DigestChoice(Base):
    """What a person chose about the weekly mail; without a row it comes."""

    __tablename__ = "digest_choice"
    noun = say("weekmail")
    labels = {"account_id": say("account"), "is_off": say("uitgezet")}
    part_of = "account"
    unrecorded = frozenset({"token_hash", "sent_on"})

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), unique=True)
    is_off: Mapped[bool] = mapped_column(default=False)
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    sent_on: Mapped[date | None]

    account: Mapped[Account] = relationship()

    def __str__(self) -> str:
        return str(self.account_id)
