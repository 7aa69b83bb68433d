"""Tables of planning: plans, objectives, actions with their carriers and indicators, contributions."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import Base, Code, Codes, Moment, OfNetwork
from portal.foundation.wording import say
from portal.network.models import Partner
from portal.plans.types import (
    ActionStatus,
    CarrierRole,
    Domain,
    ObjectiveKind,
    PlaceKind,
    PlanStatus,
    SpendingCategory,
    TargetGroup,
    Track,
)


class Plan(OfNetwork, Base):
    """The objectives and actions of one year, or the objectives of the whole period of a note."""

    __tablename__ = "plan"
    __table_args__ = (
        UniqueConstraint("network_id", "first_year", "last_year", "title"),
        CheckConstraint("first_year <= last_year", name="years"),
    )
    frozen_with = "last_year"
    noun = say("plan")
    labels = {
        "title": say("titel"),
        "first_year": say("eerste jaar"),
        "last_year": say("laatste jaar"),
        "period_plan_id": say("plan van de periode"),
        "status": say("stand"),
        "introduction": say("inleiding"),
        "copied_from_id": say("overgenomen uit"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    first_year: Mapped[int]
    last_year: Mapped[int]
    period_plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    status: Mapped[PlanStatus] = mapped_column(Code(PlanStatus), default=PlanStatus.DRAFT)
    introduction: Mapped[str] = mapped_column(Text, default="")
    copied_from_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    origin: Mapped[str] = mapped_column(String(300), default="")

    objectives: Mapped[list[Objective]] = relationship(
        back_populates="plan", order_by="(Objective.position, Objective.id)"
    )
    actions: Mapped[list[Action]] = relationship(back_populates="plan", order_by="Action.id")
    period_plan: Mapped[Plan | None] = relationship(remote_side=[id], foreign_keys=[period_plan_id])

    @property
    def is_of_one_year(self) -> bool:
        return self.first_year == self.last_year

    def __str__(self) -> str:
        return self.title


class Objective(OfNetwork, Base):
    """What a plan wants to reach; an operational objective may serve a strategic one."""

    __tablename__ = "objective"
    __table_args__ = (Index("ix_objective_network_plan", "network_id", "plan_id"),)
    frozen_with = "plan.last_year"
    noun = say("doelstelling")
    labels = {
        "plan_id": say("plan"),
        "parent_id": say("hoort bij"),
        "kind": say("soort"),
        "title": say("titel"),
        "position": say("volgorde"),
        "is_dropped": say("geschrapt"),
    }
    part_of = "plan"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("objective.id"))
    kind: Mapped[ObjectiveKind] = mapped_column(Code(ObjectiveKind))
    title: Mapped[str] = mapped_column(String(300))
    position: Mapped[int] = mapped_column(default=0)
    is_dropped: Mapped[bool] = mapped_column(default=False)

    plan: Mapped[Plan] = relationship(back_populates="objectives")
    parent: Mapped[Objective | None] = relationship(remote_side=[id])

    def __str__(self) -> str:
        return self.title


class Action(OfNetwork, Base):
    """What will be done: led by one partner, carried by several; thresholds, groups, place, months."""

    __tablename__ = "action"
    __table_args__ = (
        Index("ix_action_network_year", "network_id", "year", "id"),
        Index("ix_action_plan", "plan_id"),
    )
    frozen_with = "year"
    noun = say("actie")
    labels = {
        "plan_id": say("plan"),
        "year": say("jaar"),
        "objective_id": say("doelstelling"),
        "title": say("titel"),
        "plain_sentence": say("in één gewone zin"),
        "description": say("beschrijving"),
        "thresholds": say("drempels"),
        "target_groups": say("doelgroepen"),
        "track": say("spoor"),
        "domain": say("domein"),
        "spending_category": say("soort besteding"),
        "place_kind": say("soort plaats"),
        "place": say("plaats"),
        "lead_partner_id": say("trekker"),
        "months": say("maanden"),
        "steps_in_for_id": say("vult aan waar niet genoeg is"),
        "bbc_code": say("code in de boekhouding"),
        "status": say("stand"),
        "copied_from_id": say("overgenomen uit"),
        "origin": say("herkomst"),
    }

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    year: Mapped[int]
    objective_id: Mapped[int | None] = mapped_column(ForeignKey("objective.id"))
    title: Mapped[str] = mapped_column(String(200))
    plain_sentence: Mapped[str] = mapped_column(String(300), default="")
    description: Mapped[str] = mapped_column(Text, default="")
    thresholds: Mapped[tuple[str, ...]] = mapped_column(Codes(), default=())
    target_groups: Mapped[tuple[str, ...]] = mapped_column(Codes(), default=())
    track: Mapped[Track] = mapped_column(Code(Track))
    domain: Mapped[Domain] = mapped_column(Code(Domain))
    spending_category: Mapped[SpendingCategory] = mapped_column(Code(SpendingCategory))
    place_kind: Mapped[PlaceKind] = mapped_column(Code(PlaceKind), default=PlaceKind.MUNICIPALITY)
    place: Mapped[str] = mapped_column(String(150), default="")
    lead_partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    months: Mapped[tuple[str, ...]] = mapped_column(Codes(60), default=())
    steps_in_for_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))
    bbc_code: Mapped[str] = mapped_column(String(60), default="")
    status: Mapped[ActionStatus] = mapped_column(Code(ActionStatus), default=ActionStatus.PLANNED)
    copied_from_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))
    origin: Mapped[str] = mapped_column(String(300), default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    plan: Mapped[Plan] = relationship(back_populates="actions")
    objective: Mapped[Objective | None] = relationship()
    lead_partner: Mapped[Partner | None] = relationship()
    steps_in_for: Mapped[Action | None] = relationship(remote_side=[id], foreign_keys=[steps_in_for_id])
    carriers: Mapped[list[Carrier]] = relationship(
        back_populates="action", order_by="Carrier.id", cascade="all, delete-orphan"
    )
    indicators: Mapped[list[Indicator]] = relationship(back_populates="action", order_by="Indicator.id")
    contributions: Mapped[list[Contribution]] = relationship(
        back_populates="action", order_by="(Contribution.on.desc(), Contribution.id.desc())"
    )

    @property
    def carrier_ids(self) -> frozenset[int]:
        return frozenset(carrier.partner_id for carrier in self.carriers)

    @property
    def month_numbers(self) -> tuple[int, ...]:
        return tuple(sorted(int(month) for month in self.months))

    def __str__(self) -> str:
        return self.title


class Carrier(OfNetwork, Base):
    """A partner that carries an action, with its role and its share of the work in percent."""

    __tablename__ = "carrier"
    __table_args__ = (
        UniqueConstraint("action_id", "partner_id"),
        Index("ix_carrier_network_partner", "network_id", "partner_id"),
        CheckConstraint("share_percent BETWEEN 0 AND 100", name="share"),
    )
    frozen_with = "action.year"
    noun = say("dragende partner")
    labels = {
        "action_id": say("actie"),
        "partner_id": say("partner"),
        "role": say("rol"),
        "share_percent": say("aandeel"),
    }
    part_of = "action"

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"))
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    role: Mapped[CarrierRole] = mapped_column(Code(CarrierRole), default=CarrierRole.CARRYING)
    share_percent: Mapped[int] = mapped_column(default=0)

    action: Mapped[Action] = relationship(back_populates="carriers")
    partner: Mapped[Partner] = relationship()

    def __str__(self) -> str:
        return self.partner.name if self.partner else f"{self.share_percent} %"


class Indicator(OfNetwork, Base):
    """What an action wants to reach in figures, and what was measured; per group when one is named."""

    __tablename__ = "indicator"
    __table_args__ = (Index("ix_indicator_network_action", "network_id", "action_id"),)
    frozen_with = "action.year"
    noun = say("indicator")
    labels = {
        "action_id": say("actie"),
        "name": say("naam"),
        "unit": say("eenheid"),
        "target_group": say("doelgroep"),
        "target": say("doel"),
        "measured": say("gemeten"),
        "measured_on": say("gemeten op"),
        "is_dropped": say("geschrapt"),
    }
    part_of = "action"

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"))
    name: Mapped[str] = mapped_column(String(200))
    unit: Mapped[str] = mapped_column(String(60), default="")
    target_group: Mapped[TargetGroup | None] = mapped_column(Code(TargetGroup))
    target: Mapped[int | None]
    measured: Mapped[int | None]
    measured_on: Mapped[date | None]
    is_dropped: Mapped[bool] = mapped_column(default=False)

    action: Mapped[Action] = relationship(back_populates="indicators")

    def __str__(self) -> str:
        return self.name


class Contribution(OfNetwork, Base):
    """What a partner gave to an action on a day: hours, goods, money, and how many people it reached."""

    __tablename__ = "contribution"
    __table_args__ = (
        Index("ix_contribution_network_year", "network_id", "year", "id"),
        Index("ix_contribution_action", "action_id"),
        Index("ix_contribution_partner", "partner_id"),
        CheckConstraint(
            "minutes >= 0 AND goods_cents >= 0 AND money_cents >= 0 AND people_reached >= 0",
            name="not_negative",
        ),
    )
    frozen_with = "year"
    noun = say("bijdrage")
    labels = {
        "action_id": say("actie"),
        "partner_id": say("partner"),
        "year": say("jaar"),
        "on": say("op"),
        "minutes": say("uren"),
        "goods_cents": say("waarde van het materiaal"),
        "money_cents": say("geld"),
        "people_reached": say("bereikte mensen"),
        "note": say("nota"),
        "withdrawn_at": say("ingetrokken"),
        "origin": say("herkomst"),
    }
    part_of = "action"

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"))
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"))
    year: Mapped[int]
    on: Mapped[date]
    minutes: Mapped[int] = mapped_column(default=0)
    goods_cents: Mapped[int] = mapped_column(default=0)
    money_cents: Mapped[int] = mapped_column(default=0)
    people_reached: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(Text, default="")
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    origin: Mapped[str] = mapped_column(String(300), default="")

    action: Mapped[Action] = relationship(back_populates="contributions")
    partner: Mapped[Partner] = relationship()

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y}"
