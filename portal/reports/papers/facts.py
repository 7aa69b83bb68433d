"""The facts of a network's year that several papers tell: who, what, for whom, with which money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Wording
from portal.funding.figures import StreamPosition
from portal.funding.regimes import Setting
from portal.funding.rules import CofinancingPosition
from portal.network.types import ApplicantKind, PartnerKind, PartnerRole
from portal.plans.types import (
    ActionStatus,
    CarrierRole,
    ObjectiveKind,
    PlanStatus,
    SpendingCategory,
    TargetGroup,
    Threshold,
    Track,
)
from portal.reports.types import DataState

Money = Mapping[str, int]  # cents by the code of a stream


@dataclass(frozen=True)
class ApplicantFact:
    """Who asks for the money, and for which years its note holds."""

    slug: str
    name: str
    kind: ApplicantKind
    applicant: str
    municipalities: tuple[str, ...]
    note_first_year: int
    note_last_year: int
    substitute_reason: str = ""
    supra_local_from: int | None = None


@dataclass(frozen=True)
class PartnerFact:
    """A partner that was a member on some day of the year, in the role that it had last."""

    id: int
    name: str
    kind: PartnerKind
    role: PartnerRole
    since: date
    until: date | None = None


@dataclass(frozen=True)
class ObjectiveFact:
    """What the plan wants to reach; one may stand under another."""

    id: int
    title: str
    kind: ObjectiveKind
    parent_id: int | None = None
    of_period: bool = False


@dataclass(frozen=True)
class IndicatorFact:
    """What an action is measured by."""

    name: str
    unit: str = ""
    group: TargetGroup | None = None
    target: int | None = None
    measured: int | None = None


@dataclass(frozen=True)
class CarrierFact:
    """Who carries an action, with its part of the work in percent."""

    name: str
    role: CarrierRole
    percent: int
    is_lead: bool = False


@dataclass(frozen=True)
class GivenFact:
    """What partners gave to an action together, and how many people they reached."""

    times: int = 0
    minutes: int = 0
    goods_cents: int = 0
    money_cents: int = 0
    reached: int = 0


@dataclass(frozen=True)
class ActionFact:
    """An action of the year with its money; `spent` is booked or justified, `promised` is everything."""

    id: int
    title: str
    status: ActionStatus
    track: Track
    category: SpendingCategory
    objective_id: int | None = None
    plain: str = ""
    description: str = ""
    lead: str = ""
    carriers: tuple[CarrierFact, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    groups: tuple[TargetGroup, ...] = ()
    months: tuple[int, ...] = ()
    place: str = ""
    indicators: tuple[IndicatorFact, ...] = ()
    planned: Money = field(default_factory=dict)
    promised: Money = field(default_factory=dict)
    spent: Money = field(default_factory=dict)
    given: GivenFact = GivenFact()

    @property
    def counts(self) -> bool:
        """Whether it belongs in a plan: a dropped action and a mere idea do not."""
        return self.status not in (ActionStatus.DROPPED, ActionStatus.IDEA)

    @property
    def was_worked_on(self) -> bool:
        """Whether anything happened, also when it was dropped later."""
        return self.counts or bool(self.spent) or bool(self.given.times)


@dataclass(frozen=True)
class StreamFact:
    """A source of money of the year."""

    position: StreamPosition
    label: Wording
    short: Wording
    is_flemish: bool = False  # drawing right or co-financing
    is_federal: bool = False

    @property
    def code(self) -> str:
        return self.position.stream


@dataclass(frozen=True)
class PartnerGift:
    """What one partner gave in the year."""

    name: str
    given: GivenFact
    actions: int


@dataclass(frozen=True)
class VoiceFact:
    """How people in poverty and their organisations steered, as counts alone."""

    voices: int = 0
    answered: int = 0
    told_back: int = 0
    changed_something: int = 0
    meetings: int = 0
    with_association: int = 0
    at_association: int = 0
    with_experts: int = 0
    contacts: int = 0
    rounds: int = 0
    sheets: int = 0


@dataclass(frozen=True)
class LooseEnds:
    """Expenses of the year that are not complete, as counts."""

    without_stream: int = 0
    without_action: int = 0
    without_agreement: int = 0
    without_proof: int = 0
    only_promised: int = 0


@dataclass(frozen=True)
class YearFacts:
    """Everything that the papers of a year tell. `today` decides what is over."""

    year: int
    today: date
    state: DataState
    applicant: ApplicantFact
    regime: str = ""
    regime_title: Wording | None = None
    has_federal: bool = False
    plan_status: PlanStatus | None = None
    plan_title: str = ""
    plan_introduction: str = ""
    plan_id: int | None = None
    partners: tuple[PartnerFact, ...] = ()
    composition: tuple[Finding, ...] = ()
    objectives: tuple[ObjectiveFact, ...] = ()
    actions: tuple[ActionFact, ...] = ()
    streams: tuple[StreamFact, ...] = ()
    cofinancing: CofinancingPosition | None = None
    ratio: Setting | None = None
    money_findings: tuple[Finding, ...] = ()
    expense_findings: tuple[Finding, ...] = ()
    loose: LooseEnds = LooseEnds()
    gifts: tuple[PartnerGift, ...] = ()
    voice: VoiceFact = VoiceFact()
    unlinked: Money = field(default_factory=dict)  # spent, but on no action

    @property
    def is_over(self) -> bool:
        return self.today.year > self.year

    @property
    def planned_actions(self) -> tuple[ActionFact, ...]:
        return tuple(one for one in self.actions if one.counts)

    @property
    def cofinancing_findings(self) -> tuple[Finding, ...]:
        """What the rules say of the money that belongs beside the Flemish money: all that a plan has to answer for."""
        return tuple(
            one for one in self.money_findings if one.rule.startswith("FL-COFIN") and one.severity is not Severity.HINT
        )

    @property
    def used_streams(self) -> tuple[StreamFact, ...]:
        """Streams that hold money in this year."""
        return tuple(
            one
            for one in self.streams
            if one.position.granted_cents or one.position.planned_cents or one.position.committed_cents
        )

    @property
    def flemish_streams(self) -> tuple[StreamFact, ...]:
        return tuple(one for one in self.streams if one.is_flemish)
