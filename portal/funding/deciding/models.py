"""The table of what administrators decided of the law; a decision that was wrong is withdrawn and stays."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import Base, Code, Moment
from portal.foundation.finding import Certainty
from portal.foundation.wording import say
from portal.funding.deciding.types import DecisionKind


class LawDecision(Base):
    """A figure, a day or an amount for some years; the newest one for a year and key counts.

    `value` is kept as `regimes.figures` writes it. An amount has no regime; a day has no value but `falls_on`.
    """

    __tablename__ = "law_decision"
    __table_args__ = (
        CheckConstraint("until_year IS NULL OR until_year >= from_year", name="years_in_order"),
        CheckConstraint("value <> '' OR falls_on IS NOT NULL", name="says_something"),
    )
    noun = say("besluit over de regels")
    labels = {
        "kind": say("soort"),
        "regime": say("regelgeving"),
        "key": say("waarover"),
        "value": say("waarde"),
        "falls_on": say("dag"),
        "from_year": say("eerste jaar"),
        "until_year": say("laatste jaar"),
        "certainty": say("zekerheid"),
        "source": say("bron"),
        "withdrawn_at": say("ingetrokken"),
    }
    unrecorded = frozenset({"decided_at"})

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[DecisionKind] = mapped_column(Code(DecisionKind))
    regime: Mapped[str] = mapped_column(String(20), default="")
    key: Mapped[str] = mapped_column(String(40))
    value: Mapped[str] = mapped_column(String(30), default="")
    falls_on: Mapped[date | None]
    from_year: Mapped[int]
    until_year: Mapped[int | None]
    certainty: Mapped[Certainty] = mapped_column(Code(Certainty))
    source: Mapped[str] = mapped_column(String(500))
    decided_at: Mapped[datetime] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    def __str__(self) -> str:
        return f"{self.key} {self.from_year}"
