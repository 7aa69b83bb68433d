"""How the demo data is written down: plain records that `loading` turns into rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from portal.network.types import PartnerKind, PartnerRole
from portal.plans.types import ActionStatus, Domain, PlaceKind, SpendingCategory, Track

INVENTED = "Verzonnen voor dit voorbeeld."
PASSWORD = "lokaal-netwerk-demo"  # noqa: S105  (published in README; exists only in demo data)


@dataclass(frozen=True)
class DemoPartner:
    """A partner; `starts` and `ends` as year-month-day."""

    key: str
    name: str
    kind: PartnerKind
    role: PartnerRole
    purposes: tuple[str, ...]
    starts: str
    origin: str
    ends: str | None = None
    contact: tuple[str, str, str] | None = None  # function, mail, phone; contact names are invented functions


@dataclass(frozen=True)
class DemoAction:
    """An action as it is planned in one or more years."""

    key: str
    title: str
    sentence: str
    lead: str
    track: Track
    domain: Domain
    category: SpendingCategory
    thresholds: tuple[str, ...]
    groups: tuple[str, ...]
    years: tuple[int, ...]
    objective: str
    months: tuple[int, ...] = tuple(range(1, 13))
    carriers: tuple[tuple[str, int, str], ...] = ()  # partner, percent, role
    place_kind: PlaceKind = PlaceKind.MUNICIPALITY
    place: str = ""
    steps_in_for: str | None = None
    indicators: tuple[tuple[str, str, int, int | None], ...] = ()  # name, unit, target, measured
    budget: dict[int, dict[str, int]] = field(default_factory=dict)  # year -> stream -> whole euros
    status: dict[int, ActionStatus] = field(default_factory=dict)
    bbc: str = ""
    origin: str = INVENTED


@dataclass(frozen=True)
class DemoExpense:
    """An expense; amounts in cents, `parts` per stream."""

    action: str
    description: str
    supplier: str
    kind: str
    imputed: str | None
    invoice: int
    parts: dict[str, int]
    beneficiaries: int | None
    owner: str = "ocmw"
    stage: str = "booked"
    invoiced: str | None = None
    activity: str | None = None
    excl_vat: int | None = None
    target: tuple[int, int] | None = None
    evidence: str = ""
    agreement: str | None = None
    year: int | None = None
    origin: str = INVENTED


@dataclass(frozen=True)
class DemoContribution:
    action: str
    partner: str
    on: str
    minutes: int = 0
    people: int = 0
    goods: int = 0
    money: int = 0
    note: str = ""
