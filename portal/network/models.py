"""Tables of the network: municipalities it covers, partners, membership over time, people, agreements."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import Base, Code, Codes, OfNetwork
from portal.foundation.wording import say
from portal.foundation.years import LAST_YEAR, Span
from portal.network.types import ApplicantKind, PartnerKind, PartnerRole


class Municipality(Base):
    """A Belgian municipality by NIS code, with the days between which the code is valid."""

    __tablename__ = "municipality"
    noun = say("gemeente")
    labels = {}
    unrecorded = frozenset({"*"})  # reference data, loaded whole from a file

    nis: Mapped[str] = mapped_column(String(5), primary_key=True)
    name_nl: Mapped[str] = mapped_column(String(100), index=True)
    name_fr: Mapped[str] = mapped_column(String(100))
    province: Mapped[str] = mapped_column(String(60))
    region: Mapped[str] = mapped_column(String(60))
    inhabitants: Mapped[int | None]
    inhabitants_year: Mapped[int | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    merged_into: Mapped[str | None] = mapped_column(String(5))

    def __str__(self) -> str:
        return self.name_nl


class Network(Base):
    """One or more municipalities that work under one agreement note."""

    __tablename__ = "network"
    __table_args__ = (CheckConstraint("note_first_year <= note_last_year", name="note_years"),)
    noun = say("netwerk")
    labels = {
        "slug": say("adres"),
        "name": say("naam"),
        "applicant_kind": say("aanvrager"),
        "applicant_name": say("naam van de aanvrager"),
        "note_first_year": say("eerste jaar van de nota"),
        "note_last_year": say("laatste jaar van de nota"),
        "cofinancing_ratio_percent": say("verhouding van de cofinanciering"),
        "cofinancing_source": say("bron van de verhouding"),
        "substitute_reason": say("waarom er geen armoedevereniging is"),
        "supra_local_from": say("bovenlokaal vanaf"),
        "four_eyes_from": say("vier ogen vanaf"),
        "introduction": say("voorstelling"),
        "is_demo": say("voorbeeld"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(150))
    applicant_kind: Mapped[ApplicantKind] = mapped_column(Code(ApplicantKind))
    applicant_name: Mapped[str] = mapped_column(String(150))
    note_first_year: Mapped[int]
    note_last_year: Mapped[int]
    cofinancing_ratio_percent: Mapped[int | None]  # None: the ratio of the year's regime
    cofinancing_source: Mapped[str] = mapped_column(String(300), default="")
    substitute_reason: Mapped[str] = mapped_column(Text, default="")
    supra_local_from: Mapped[int | None]
    four_eyes_from: Mapped[int | None]  # the first year of money that a second person approves
    introduction: Mapped[str] = mapped_column(Text, default="")
    is_demo: Mapped[bool] = mapped_column(default=False)
    origin: Mapped[str] = mapped_column(String(300), default="")

    areas: Mapped[list[NetworkMunicipality]] = relationship(
        back_populates="network", order_by="NetworkMunicipality.nis"
    )

    def wants_four_eyes(self, year: int) -> bool:
        """Whether what is made about this year is approved by somebody else than who made it."""
        return self.four_eyes_from is not None and self.four_eyes_from <= year

    def __str__(self) -> str:
        return self.name


class NetworkMunicipality(OfNetwork, Base):
    """A municipality that belongs to a network, by the code that was valid when it joined."""

    __tablename__ = "network_municipality"
    __table_args__ = (UniqueConstraint("network_id", "nis"),)
    noun = say("gemeente van het netwerk")
    labels = {"nis": say("gemeente"), "starts_on": say("vanaf"), "ends_on": say("tot en met")}
    part_of = "network"

    id: Mapped[int] = mapped_column(primary_key=True)
    nis: Mapped[str] = mapped_column(ForeignKey("municipality.nis"))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]

    network: Mapped[Network] = relationship(back_populates="areas")
    municipality: Mapped[Municipality] = relationship()

    def __str__(self) -> str:
        return self.nis


class Partner(OfNetwork, Base):
    """An organisation in the network; never deleted, its membership ends."""

    __tablename__ = "partner"
    __table_args__ = (UniqueConstraint("network_id", "name"),)
    noun = say("partner")
    labels = {
        "name": say("naam"),
        "kind": say("soort"),
        "purposes": say("waarvoor"),
        "enterprise_number": say("ondernemingsnummer"),
        "website": say("website"),
        "note": say("nota"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(150))
    kind: Mapped[PartnerKind] = mapped_column(Code(PartnerKind))
    purposes: Mapped[tuple[str, ...]] = mapped_column(Codes(), default=())
    enterprise_number: Mapped[str] = mapped_column(String(12), default="")
    website: Mapped[str] = mapped_column(String(300), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    origin: Mapped[str] = mapped_column(String(300), default="")

    memberships: Mapped[list[Membership]] = relationship(
        back_populates="partner", order_by="Membership.starts_on", cascade="save-update, merge"
    )
    contacts: Mapped[list[ContactPerson]] = relationship(back_populates="partner", order_by="ContactPerson.id")
    agreements: Mapped[list[Agreement]] = relationship(back_populates="partner", order_by="Agreement.id")

    def membership_on(self, day: date) -> Membership | None:
        """The membership that holds on a day, if any."""
        return next((held for held in self.memberships if held.span.holds(day)), None)

    def __str__(self) -> str:
        return self.name


class Membership(OfNetwork, Base):
    """From when until when a partner belongs to the network, and in which role."""

    __tablename__ = "membership"
    __table_args__ = (
        Index("ix_membership_network_partner", "network_id", "partner_id"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),
    )
    noun = say("lidmaatschap")
    labels = {
        "partner_id": say("partner"),
        "role": say("rol"),
        "starts_on": say("vanaf"),
        "ends_on": say("tot en met"),
    }
    part_of = "partner"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    role: Mapped[PartnerRole] = mapped_column(Code(PartnerRole))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]

    partner: Mapped[Partner] = relationship(back_populates="memberships")

    @property
    def span(self) -> Span:
        return Span(self.starts_on, self.ends_on)

    def __str__(self) -> str:
        return f"{self.starts_on:%d/%m/%Y} - {f'{self.ends_on:%d/%m/%Y}' if self.ends_on else '...'}"


class Person(OfNetwork, Base):
    """A professional or volunteer whom the network can reach; never a person in poverty as such."""

    __tablename__ = "person"
    __table_args__ = (Index("ix_person_network_name", "network_id", "name"),)
    noun = say("persoon")
    labels = {
        "name": say("naam"),
        "email": say("e-mail"),
        "phone": say("telefoon"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(150))
    email: Mapped[str] = mapped_column(String(254), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    origin: Mapped[str] = mapped_column(String(300), default="")

    def __str__(self) -> str:
        return self.name


class ContactPerson(OfNetwork, Base):
    """A person as contact of a partner, with a function; one person may stand with several organisations."""

    __tablename__ = "contact_person"
    __table_args__ = (Index("ix_contact_person_network_partner", "network_id", "partner_id"),)
    noun = say("contactpersoon")
    labels = {
        "partner_id": say("partner"),
        "person_id": say("persoon"),
        "function": say("functie"),
        "ends_on": say("tot en met"),
    }
    part_of = "partner"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    function: Mapped[str] = mapped_column(String(150), default="")
    ends_on: Mapped[date | None]

    partner: Mapped[Partner] = relationship(back_populates="contacts")
    person: Mapped[Person] = relationship()

    def __str__(self) -> str:
        return self.function or str(self.id)


class Agreement(OfNetwork, Base):
    """What the network and a partner agreed in writing (FED-COOP-1/2): services, form, group, money, dates."""

    __tablename__ = "agreement"
    __table_args__ = (
        Index("ix_agreement_network_partner", "network_id", "partner_id"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),
        CheckConstraint("amount_cents IS NULL OR amount_cents >= 0", name="amount_not_negative"),
    )
    frozen_with = "years"
    frozen_columns = frozenset(
        {"partner_id", "amount_cents", "is_lump_sum", "general_costs_cents", "starts_on", "signed_on", "committed_on"}
    )
    noun = say("overeenkomst")
    labels = {
        "partner_id": say("partner"),
        "title": say("titel"),
        "reference": say("kenmerk"),
        "signed_on": say("ondertekend door ons op"),
        "partner_signed_on": say("ondertekend door de partner op"),
        "committed_on": say("vastgelegd op"),
        "starts_on": say("vanaf"),
        "ends_on": say("tot en met"),
        "services": say("diensten"),
        "form": say("vorm"),
        "target_group": say("doelgroep"),
        "amount_cents": say("bedrag"),
        "is_lump_sum": say("vast bedrag"),
        "general_costs_cents": say("algemene kosten"),
        "justified_cents": say("verantwoord door de partner"),
        "justification_received_on": say("verantwoording ontvangen op"),
        "justification_checked_on": say("verantwoording nagekeken op"),
        "justification_checked_by": say("nagekeken door"),
        "origin": say("herkomst"),
    }
    part_of = "partner"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    title: Mapped[str] = mapped_column(String(200))
    reference: Mapped[str] = mapped_column(String(100), default="")
    signed_on: Mapped[date | None]
    partner_signed_on: Mapped[date | None]
    committed_on: Mapped[date | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    services: Mapped[str] = mapped_column(Text, default="")
    form: Mapped[str] = mapped_column(Text, default="")
    target_group: Mapped[str] = mapped_column(Text, default="")
    amount_cents: Mapped[int | None]
    is_lump_sum: Mapped[bool] = mapped_column(default=False)
    general_costs_cents: Mapped[int | None] = mapped_column(BigInteger)
    justified_cents: Mapped[int | None] = mapped_column(BigInteger)
    justification_received_on: Mapped[date | None]
    justification_checked_on: Mapped[date | None]
    justification_checked_by: Mapped[str] = mapped_column(String(150), default="")  # a function
    origin: Mapped[str] = mapped_column(String(300), default="")

    partner: Mapped[Partner] = relationship(back_populates="agreements")

    @property
    def years(self) -> range:
        """Every year of which it can pay something; without an end, all that come."""
        return range(self.starts_on.year, (self.ends_on.year if self.ends_on else LAST_YEAR) + 1)

    missing_parts: ClassVar[tuple[str, ...]] = (
        *("services", "form", "target_group", "amount_cents"),
        *("signed_on", "partner_signed_on"),
    )

    @property
    def signed_by_both_on(self) -> date | None:
        """The day on which the second of the two parties signed; None while one of them did not."""
        if self.signed_on is None or self.partner_signed_on is None:
            return None
        return max(self.signed_on, self.partner_signed_on)

    def __str__(self) -> str:
        return self.title
