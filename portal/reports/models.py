"""Tables of the papers: what people typed for one."""

from __future__ import annotations

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import Base, Code, OfNetwork
from portal.foundation.wording import say
from portal.reports.types import PaperKind


class PaperText(OfNetwork, Base):
    """A text of one part of a paper of a year; `title` is the name of the part, as it was when it was first typed."""

    __tablename__ = "paper_text"
    __table_args__ = (UniqueConstraint("network_id", "year", "paper", "part"),)
    frozen_with = "years"
    noun = say("tekst van een papier")
    labels = {
        "year": say("jaar"),
        "paper": say("papier"),
        "title": say("onderdeel"),
        "text": say("tekst"),
    }
    unrecorded = frozenset({"part"})

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    paper: Mapped[PaperKind] = mapped_column(Code(PaperKind))
    part: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(150))
    text: Mapped[str] = mapped_column(Text)

    @property
    def years(self) -> tuple[int, ...]:
        """The year in whose figures it stands; an agreement note is of a whole period, so no single year keeps it."""
        return () if self.paper is PaperKind.AGREEMENT_NOTE else (self.year,)

    def __str__(self) -> str:
        return self.title
