"""Tables of the open page: its texts and choices, the actions taken off it, and the voices chosen for it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import Base, Code, Codes, Moment, OfNetwork
from portal.foundation.wording import say
from portal.open_page.types import Section, Showing
from portal.participation.models import Voice
from portal.plans.models import Action


class OpenPage(OfNetwork, Base):
    """What a network tells to anyone; closed until the coordinator opens it."""

    __tablename__ = "open_page"
    __table_args__ = (UniqueConstraint("network_id"),)
    noun = say("open pagina")
    labels = {
        "is_opened": say("open"),
        "opened_on": say("geopend op"),
        "closed_on": say("gesloten op"),
        "open_until": say("open tot en met"),
        "section_order": say("volgorde van de delen"),
        "sections_off": say("delen die niet getoond worden"),
        "about": say("wie we zijn"),
        "shows_partners": say("toont de partners"),
        "join": say("meedoen of iets zeggen"),
        "phone": say("telefoon van de dienst"),
        "email": say("mail van de dienst"),
        "meeting_id": say("overleg dat open is voor iedereen"),
        "shows_letter_box": say("toont de brievenbus"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    is_opened: Mapped[bool] = mapped_column(default=False)
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    open_until: Mapped[date | None]
    section_order: Mapped[tuple[str, ...]] = mapped_column(Codes(), default=tuple(Section))
    sections_off: Mapped[tuple[str, ...]] = mapped_column(Codes(), default=())
    about: Mapped[str] = mapped_column(Text, default="")
    shows_partners: Mapped[bool] = mapped_column(default=True)
    join: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    shows_letter_box: Mapped[bool] = mapped_column(default=True)
    origin: Mapped[str] = mapped_column(String(300), default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    def __str__(self) -> str:
        return ""


class OpenPageOmission(OfNetwork, Base):
    """An action that the coordinator took off the page."""

    __tablename__ = "open_page_omission"
    __table_args__ = (
        UniqueConstraint("page_id", "action_id"),
        Index("ix_open_page_omission_network", "network_id", "action_id"),
    )
    noun = say("actie die niet op de open pagina staat")
    labels = {"page_id": say("open pagina"), "action_id": say("actie")}
    part_of = "page"

    id: Mapped[int] = mapped_column(primary_key=True)
    page_id: Mapped[int] = mapped_column(ForeignKey("open_page.id"))
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"))

    page: Mapped[OpenPage] = relationship()
    action: Mapped[Action] = relationship()

    def __str__(self) -> str:
        return self.action.title if self.action else str(self.id)


class OpenPageVoice(OfNetwork, Base):
    """A voice that the coordinator chose for the page; what is told of it never enters the history."""

    __tablename__ = "open_page_voice"
    __table_args__ = (
        UniqueConstraint("page_id", "voice_id"),
        Index("ix_open_page_voice_network", "network_id", "voice_id"),
    )
    noun = say("inbreng op de open pagina")
    labels = {
        "page_id": say("open pagina"),
        "voice_id": say("inbreng"),
        "showing": say("hoe"),
        "reworded_at": say("tekst veranderd op"),
    }
    part_of = "page"
    unrecorded = frozenset({"summary"})

    id: Mapped[int] = mapped_column(primary_key=True)
    page_id: Mapped[int] = mapped_column(ForeignKey("open_page.id"))
    voice_id: Mapped[int] = mapped_column(ForeignKey("voice.id"))
    showing: Mapped[Showing] = mapped_column(Code(Showing))
    summary: Mapped[str] = mapped_column(Text, default="")
    reworded_at: Mapped[datetime | None] = mapped_column(Moment)

    page: Mapped[OpenPage] = relationship()
    voice: Mapped[Voice] = relationship()

    def __str__(self) -> str:
        return str(self.voice) if self.voice else str(self.id)
