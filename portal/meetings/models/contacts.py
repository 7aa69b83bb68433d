"""The table of informal contact moments: a call, a visit, a coffee."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.accounts.models import Account
from portal.database import Base, Moment, OfNetwork
from portal.foundation.wording import say
from portal.network.models import Partner
from portal.plans.models import Action


class ContactMoment(OfNetwork, Base):
    """With whom, about what, what came out; never the name of somebody in poverty."""

    __tablename__ = "contact_moment"
    __table_args__ = (Index("ix_contact_moment_network_on", "network_id", "on"),)
    noun = say("contactmoment")
    labels = {
        "on": say("op"),
        "with_whom": say("met wie"),
        "about": say("waarover"),
        "outcome": say("wat kwam eruit"),
        "partner_id": say("partner"),
        "action_id": say("actie"),
        "by_account_id": say("opgeschreven door"),
        "withdrawn_at": say("ingetrokken"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    on: Mapped[date]
    with_whom: Mapped[str] = mapped_column(String(200))
    about: Mapped[str] = mapped_column(Text, default="")
    outcome: Mapped[str] = mapped_column(Text, default="")
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))
    by_account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    origin: Mapped[str] = mapped_column(String(300), default="")

    partner: Mapped[Partner | None] = relationship()
    action: Mapped[Action | None] = relationship()
    by_account: Mapped[Account | None] = relationship()

    def __str__(self) -> str:
        return self.with_whom
