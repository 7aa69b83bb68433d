"""What the federal yearly report reads of a network and a year, before it is a paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from portal.foundation.finding import Finding
from portal.foundation.wording import Wording
from portal.foundation.years import Span
from portal.funding.cooperations.types import CooperationFacts, ReportMethod
from portal.funding.federal.lines import ReportLine
from portal.funding.regimes.measures import Measure
from portal.funding.rules.staff_reasoning import ClusterStaff, LumpSum
from portal.reports.types import DataState


@dataclass(frozen=True)
class Category:
    """One category or cluster with its lines, already in order."""

    stream: str
    label: Wording
    sheet: str
    lines: tuple[ReportLine, ...]

    @property
    def beneficiaries(self) -> int:
        return sum(one.beneficiaries or 0 for one in self.lines)

    @property
    def amount_cents(self) -> int:
        return sum(one.amount_cents for one in self.lines)


@dataclass(frozen=True)
class MeasureReport:
    """One measure: how it is justified, its categories, and its staff costs; `granted` None when nothing is known.

    `staff`: the old lump sum. `clusters`: the shares since 2017. `booked_staff`: cents of staff that are in the books.
    """

    measure: Measure
    categories: tuple[Category, ...]
    granted_cents: int | None
    method: ReportMethod | None = None
    wants_staff: bool = False
    booked_staff_cents: int = 0
    staff: LumpSum | None = None
    clusters: tuple[ClusterStaff, ...] = ()
    cooperation: CooperationFacts | None = None

    @property
    def lines(self) -> tuple[ReportLine, ...]:
        return tuple(line for category in self.categories for line in category.lines)

    @property
    def amount_cents(self) -> int:
        return sum(one.amount_cents for one in self.categories)

    @property
    def accepted_cents(self) -> int:
        """What is justified, as far as the grant goes (FED-STAFF-2)."""
        return self.amount_cents if self.granted_cents is None else min(self.amount_cents, self.granted_cents)

    @property
    def staff_right_cents(self) -> int:
        if self.staff is not None:
            return self.staff.right_cents
        return sum(one.right_cents for one in self.clusters)

    @property
    def staff_cents(self) -> int:
        """What is asked for staff: nothing as long as nobody said yes, and never more than there is room for."""
        return self.staff_right_cents if self.wants_staff else 0

    @property
    def asked_cents(self) -> int:
        return self.accepted_cents + self.staff_cents


@dataclass(frozen=True)
class FederalFacts:
    """Everything of the report of one year."""

    network: str
    applicant: str
    year: int
    regime: Wording
    source: str
    period: Span
    state: DataState
    measures: tuple[MeasureReport, ...]
    stream_labels: Mapping[str, Wording] = field(default_factory=dict)
    pc_cap_cents: int | None = None
    not_booked: int = 0
    findings: tuple[Finding, ...] = ()
    is_year_between: bool = False  # 2009: between years from May and calendar years
    counts_imputation: bool = True

    @property
    def lines(self) -> tuple[ReportLine, ...]:
        return tuple(line for measure in self.measures for line in measure.lines)
