"""Tables of the money: grants, budgets, expenses, what streams pay of them, proofs, and kept findings."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import Base, Code, Moment, OfNetwork
from portal.foundation.finding import Certainty, Severity
from portal.foundation.wording import say
from portal.funding.looked_over import LABELS_OF_APPROVAL, UNTOLD_OF_APPROVAL, LookedOver
from portal.funding.said import SaidAgain
from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.network.models import Agreement
from portal.plans.models import Action


class RegimeSetting(Base):
    """What an administrator decided about a regime, with the source; the newest row of a regime counts."""

    __tablename__ = "regime_setting"
    noun = say("stand van een regelgeving")
    labels = {
        "regime": say("regelgeving"),
        "in_force": say("van kracht"),
        "certainty": say("zekerheid"),
        "source": say("bron"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    regime: Mapped[str] = mapped_column(String(20), unique=True)
    in_force: Mapped[bool]
    certainty: Mapped[Certainty] = mapped_column(Code(Certainty))
    source: Mapped[str] = mapped_column(String(500))

    def __str__(self) -> str:
        return self.regime


class Grant(OfNetwork, Base):
    """What a stream gives for a year, to the municipality or to the welfare centre (two legal persons)."""

    __tablename__ = "grant"
    __table_args__ = (
        UniqueConstraint("network_id", "year", "stream", "owner"),
        CheckConstraint("amount_cents >= 0", name="amount_not_negative"),
    )
    frozen_with = "year"
    noun = say("toegekend bedrag")
    labels = {
        "year": say("jaar"),
        "stream": say("financieringsbron"),
        "owner": say("van wie"),
        "amount_cents": say("bedrag"),
        "pooled_cents": say("toelagen samen"),
        "reference": say("kenmerk"),
        "decided_on": say("beslist op"),
        "note": say("nota"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    stream: Mapped[str] = mapped_column(String(40))
    owner: Mapped[Owner] = mapped_column(Code(Owner))
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    pooled_cents: Mapped[int | None] = mapped_column(BigInteger)  # with other welfare centres (FED-STAFF-4)
    reference: Mapped[str] = mapped_column(String(100), default="")
    decided_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")
    origin: Mapped[str] = mapped_column(String(300), default="")

    def __str__(self) -> str:
        return f"{self.stream} {self.year}"


class BudgetLine(OfNetwork, Base):
    """The part of an action's budget that one stream is planned to pay."""

    __tablename__ = "budget_line"
    __table_args__ = (
        UniqueConstraint("action_id", "stream"),
        Index("ix_budget_line_network_year", "network_id", "year"),
        CheckConstraint("planned_cents >= 0", name="planned_not_negative"),
    )
    frozen_with = "year"
    noun = say("begrotingslijn")
    labels = {
        "action_id": say("actie"),
        "year": say("jaar"),
        "stream": say("financieringsbron"),
        "planned_cents": say("gepland"),
    }
    part_of = "action"

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"))
    year: Mapped[int]
    stream: Mapped[str] = mapped_column(String(40))
    planned_cents: Mapped[int] = mapped_column(BigInteger)

    action: Mapped[Action] = relationship()

    def __str__(self) -> str:
        return self.stream


class Expense(LookedOver, OfNetwork, Base):
    """A cost: committed (promised), booked (imputed in the accounts) or justified (reported)."""

    __tablename__ = "expense"
    __table_args__ = (
        UniqueConstraint("network_id", "year", "number"),
        Index("ix_expense_network_year_day", "network_id", "year", "imputed_on", "id"),
        Index("ix_expense_action", "action_id"),
        CheckConstraint("invoice_cents >= 0", name="invoice_not_negative"),
        CheckConstraint("beneficiaries IS NULL OR beneficiaries >= 0", name="beneficiaries_not_negative"),
        CheckConstraint("target_n IS NULL OR (target_n >= 0 AND target_n <= target_m)", name="target_share"),
    )
    frozen_with = "year"
    noun = say("uitgave")
    labels = {
        "number": say("nummer"),
        "year": say("jaar"),
        "action_id": say("actie"),
        "description": say("omschrijving"),
        "supplier": say("leverancier"),
        "kind": say("soort"),
        "stage": say("stand"),
        "owner": say("van wie"),
        "invoice_cents": say("factuurbedrag met btw"),
        "invoice_excl_vat_cents": say("factuurbedrag zonder btw"),
        "invoice_on": say("factuurdatum"),
        "activity_on": say("datum van de activiteit"),
        "imputed_on": say("boekingsdatum"),
        "beneficiaries": say("aantal begunstigden"),
        "target_n": say("gebruikers van het OCMW"),
        "target_m": say("alle deelnemers"),
        "is_ict_pack": say("pakket internet, telefoon en tv"),
        "pc_count": say("aantal pc's"),
        "agreement_id": say("overeenkomst"),
        "evidence_reference": say("verwijzing naar het bewijs"),
        "note": say("nota"),
        "withdrawn_at": say("ingetrokken"),
        "withdrawn_reason": say("waarom ingetrokken"),
        **LABELS_OF_APPROVAL,
        "origin": say("herkomst"),
    }
    unrecorded = UNTOLD_OF_APPROVAL

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    year: Mapped[int]
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))
    description: Mapped[str] = mapped_column(String(300))
    supplier: Mapped[str] = mapped_column(String(150), default="")
    kind: Mapped[ExpenseKind] = mapped_column(Code(ExpenseKind))
    stage: Mapped[ExpenseStage] = mapped_column(Code(ExpenseStage))
    owner: Mapped[Owner] = mapped_column(Code(Owner))
    invoice_cents: Mapped[int] = mapped_column(BigInteger)
    invoice_excl_vat_cents: Mapped[int | None] = mapped_column(BigInteger)
    invoice_on: Mapped[date | None]
    activity_on: Mapped[date | None]
    imputed_on: Mapped[date | None]
    beneficiaries: Mapped[int | None]
    target_n: Mapped[int | None]
    target_m: Mapped[int | None]
    is_ict_pack: Mapped[bool] = mapped_column(default=False)
    pc_count: Mapped[int | None]
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"))
    evidence_reference: Mapped[str] = mapped_column(String(150), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_reason: Mapped[str] = mapped_column(String(300), default="")
    origin: Mapped[str] = mapped_column(String(300), default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    action: Mapped[Action | None] = relationship()
    agreement: Mapped[Agreement | None] = relationship()
    allocations: Mapped[list[Allocation]] = relationship(
        back_populates="expense", order_by="Allocation.id", cascade="all, delete-orphan"
    )
    proofs: Mapped[list[Proof]] = relationship(back_populates="expense", order_by="Proof.id")
    findings: Mapped[list[KeptFinding]] = relationship(
        back_populates="expense", order_by="KeptFinding.id", cascade="all, delete-orphan"
    )

    @property
    def allocated_cents(self) -> int:
        return sum(allocation.amount_cents for allocation in self.allocations)

    def __str__(self) -> str:
        return f"{self.number}. {self.description}"


class Allocation(OfNetwork, Base):
    """The part of an expense that one stream pays, to the cent."""

    __tablename__ = "allocation"
    __table_args__ = (
        UniqueConstraint("expense_id", "stream"),
        Index("ix_allocation_network_year_stream", "network_id", "year", "stream"),
        CheckConstraint("amount_cents > 0", name="amount_above_zero"),
    )
    frozen_with = "year"
    noun = say("toewijzing")
    labels = {
        "expense_id": say("uitgave"),
        "year": say("jaar"),
        "stream": say("financieringsbron"),
        "amount_cents": say("bedrag"),
    }
    part_of = "expense"

    id: Mapped[int] = mapped_column(primary_key=True)
    expense_id: Mapped[int] = mapped_column(ForeignKey("expense.id"))
    year: Mapped[int]
    stream: Mapped[str] = mapped_column(String(40))
    amount_cents: Mapped[int] = mapped_column(BigInteger)

    expense: Mapped[Expense] = relationship(back_populates="allocations")

    def __str__(self) -> str:
        return self.stream


class Proof(OfNetwork, Base):
    """A document that proves an expense: invoice, list or agreement; kept, never overwritten."""

    __tablename__ = "proof"
    __table_args__ = (Index("ix_proof_network_expense", "network_id", "expense_id"),)
    frozen_with = "expense.year"
    noun = say("bewijsstuk")
    labels = {
        "expense_id": say("uitgave"),
        "filename": say("bestandsnaam"),
        "content_type": say("soort bestand"),
        "size": say("grootte"),
        "added_at": say("toegevoegd"),
        "withdrawn_at": say("ingetrokken"),
    }
    part_of = "expense"
    unrecorded = frozenset({"sha256"})

    id: Mapped[int] = mapped_column(primary_key=True)
    expense_id: Mapped[int] = mapped_column(ForeignKey("expense.id"))
    filename: Mapped[str] = mapped_column(String(200))
    content_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    added_at: Mapped[datetime] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)

    expense: Mapped[Expense] = relationship(back_populates="proofs")

    def __str__(self) -> str:
        return self.filename


class KeptFinding(SaidAgain, OfNetwork, Base):
    """What the rulebook said of an expense when it was last saved, and the answer people gave to it."""

    __tablename__ = "kept_finding"
    __table_args__ = (
        Index("ix_kept_finding_network_year", "network_id", "year", "severity"),
        Index("ix_kept_finding_expense", "expense_id"),
    )
    frozen_with = "year"
    frozen_columns = frozenset({"expense_id", "year", "rule", "severity", "sentence", "source"})
    noun = say("bevinding")
    labels = {
        "expense_id": say("uitgave"),
        "year": say("jaar"),
        "rule": say("regel"),
        "severity": say("ernst"),
        "sentence": say("zin"),
        "source": say("bron"),
        "answer": say("antwoord"),
        "answered_at": say("beantwoord op"),
        "answered_by": say("beantwoord door"),
    }
    part_of = "expense"
    unrecorded = frozenset({"field"})

    id: Mapped[int] = mapped_column(primary_key=True)
    expense_id: Mapped[int] = mapped_column(ForeignKey("expense.id"))
    year: Mapped[int]
    rule: Mapped[str] = mapped_column(String(30))
    severity: Mapped[Severity] = mapped_column(Code(Severity))
    sentence: Mapped[dict[str, Any]] = mapped_column(JSON)
    source: Mapped[str] = mapped_column(String(300))
    field: Mapped[str | None] = mapped_column(String(60))
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    answered_by: Mapped[str] = mapped_column(String(150), default="")

    expense: Mapped[Expense] = relationship(back_populates="findings")

    def __str__(self) -> str:
        return self.rule
