"""Tables of cooperation between welfare centres, and of what a network chose for the federal yearly report."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import Base, Code, OfNetwork
from portal.foundation.wording import say
from portal.funding.cooperations.types import ReportMethod
from portal.funding.regimes.measures import Measure


class Cooperation(OfNetwork, Base):
    """An agreement between welfare centres for one measure of a year (FED-STAFF-5, FED-COOP-3)."""

    __tablename__ = "cooperation"
    __table_args__ = (UniqueConstraint("network_id", "year", "measure"),)
    frozen_with = "year"
    noun = say("samenwerking van OCMW's")
    labels = {
        "year": say("jaar"),
        "measure": say("maatregel"),
        "title": say("titel"),
        "reference": say("kenmerk"),
        "signed_on": say("ondertekend op"),
        "is_available": say("ligt klaar voor inspectie"),
        "staff_function": say("gezamenlijk personeelslid"),
        "note": say("nota"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    measure: Mapped[Measure] = mapped_column(Code(Measure))
    title: Mapped[str] = mapped_column(String(200))
    reference: Mapped[str] = mapped_column(String(100), default="")
    signed_on: Mapped[date | None]
    is_available: Mapped[bool] = mapped_column(default=False)
    staff_function: Mapped[str] = mapped_column(String(150), default="")  # a function, never a person
    note: Mapped[str] = mapped_column(Text, default="")
    origin: Mapped[str] = mapped_column(String(300), default="")

    centres: Mapped[list[WelfareCentre]] = relationship(
        back_populates="cooperation", order_by="WelfareCentre.id", cascade="all, delete-orphan"
    )

    def __str__(self) -> str:
        return self.title


class WelfareCentre(OfNetwork, Base):
    """A welfare centre in a cooperation; the amounts of the own centre stand in the books and not here."""

    __tablename__ = "welfare_centre"
    __table_args__ = (
        UniqueConstraint("cooperation_id", "nis"),
        Index("ix_welfare_centre_network", "network_id"),
        CheckConstraint("granted_cents IS NULL OR granted_cents >= 0", name="granted_not_negative"),
        CheckConstraint("requested_cents IS NULL OR requested_cents >= 0", name="requested_not_negative"),
        CheckConstraint("justified_cents IS NULL OR justified_cents >= 0", name="justified_not_negative"),
    )
    frozen_with = "cooperation.year"
    noun = say("OCMW in een samenwerking")
    labels = {
        "cooperation_id": say("samenwerking"),
        "nis": say("gemeente"),
        "council_on": say("beslist door de raad op"),
        "granted_cents": say("toelage volgens het koninklijk besluit"),
        "requested_cents": say("gevraagd bedrag"),
        "justified_cents": say("verantwoord bedrag"),
        "is_employer": say("heeft het personeelslid op de loonlijst"),
    }
    part_of = "cooperation"

    id: Mapped[int] = mapped_column(primary_key=True)
    cooperation_id: Mapped[int] = mapped_column(ForeignKey("cooperation.id"))
    nis: Mapped[str] = mapped_column(ForeignKey("municipality.nis"))
    council_on: Mapped[date | None]
    granted_cents: Mapped[int | None] = mapped_column(BigInteger)
    requested_cents: Mapped[int | None] = mapped_column(BigInteger)
    justified_cents: Mapped[int | None] = mapped_column(BigInteger)
    is_employer: Mapped[bool] = mapped_column(default=False)

    cooperation: Mapped[Cooperation] = relationship(back_populates="centres")

    def __str__(self) -> str:
        return self.nis


class ReportChoice(OfNetwork, Base):
    """How a network justifies one measure of a year, and whether it asks for staff costs."""

    __tablename__ = "report_choice"
    __table_args__ = (
        UniqueConstraint("network_id", "year", "measure"),
        CheckConstraint("requested_cents IS NULL OR requested_cents >= 0", name="requested_not_negative"),
    )
    frozen_with = "year"
    noun = say("keuze voor het federale jaarverslag")
    labels = {
        "year": say("jaar"),
        "measure": say("maatregel"),
        "method": say("manier van verantwoorden"),
        "wants_staff": say("vraagt personeelskosten"),
        "requested_cents": say("gevraagd bij de inschrijving"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    measure: Mapped[Measure] = mapped_column(Code(Measure))
    method: Mapped[ReportMethod | None] = mapped_column(Code(ReportMethod))
    wants_staff: Mapped[bool] = mapped_column(default=False)  # the application chooses no by itself (FED-STAFF-1)

    requested_cents: Mapped[int | None] = mapped_column(BigInteger)  # of a centre on its own (FED-STAFF-3)

    def __str__(self) -> str:
        return f"{self.measure.value} {self.year}"
