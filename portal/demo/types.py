"""How the demo data is written down: plain records that `loading` turns into rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.network.types import PartnerKind, PartnerRole
from portal.plans.types import ActionStatus, Domain, PlaceKind, PlanStatus, SpendingCategory, Track

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
class DemoAgreement:
    """What was agreed in writing with a partner; days as year-month-day, the amount in cents."""

    key: str
    partner: str
    title: str
    reference: str
    committed: str
    signed: str
    ends: str
    services: str
    form: str
    target_group: str
    cents: int
    origin: str = INVENTED
    control: tuple[str, str, str] | None = None  # what the partner justified: in on, checked on, by which function


@dataclass(frozen=True)
class DemoObjective:
    key: str
    kind: str
    title: str
    parent: str | None = None


@dataclass(frozen=True)
class Measured:
    """What an indicator aims at in a year, and what was measured; without a day it was in mid December."""

    target: int
    measured: int | None = None
    on: str = ""


@dataclass(frozen=True)
class DemoIndicator:
    name: str
    unit: str
    years: Mapping[int, Measured]


@dataclass(frozen=True)
class DemoAction:
    """An action as it is planned in one or more years; `carriers_in` where a year has others."""

    key: str
    title: str
    sentence: str
    lead: str
    track: Track
    domain: Domain
    category: SpendingCategory
    thresholds: tuple[str, ...]
    groups: tuple[str, ...]
    status: Mapping[int, ActionStatus]  # the years it is planned in, and where it stands in each
    objective: str
    months: tuple[int, ...] = tuple(range(1, 13))
    carriers: tuple[tuple[str, int, str], ...] = ()  # partner, percent, role
    carriers_in: Mapping[int, tuple[tuple[str, int, str], ...]] = field(default_factory=dict)
    place_kind: PlaceKind = PlaceKind.MUNICIPALITY
    place: str = ""
    steps_in_for: str | None = None
    indicators: tuple[DemoIndicator, ...] = ()
    budget: Mapping[int, Mapping[str, int]] = field(default_factory=dict)  # year -> stream -> whole euros
    bbc: str = ""
    origin: str = INVENTED


@dataclass(frozen=True)
class DemoGrant:
    """What a stream gives in a year, in whole euros."""

    year: int
    stream: str
    owner: Owner
    euros: int
    origin: str = INVENTED


@dataclass(frozen=True)
class DemoExpense:
    """An expense; `parts` are cents per stream. Without `imputed` it is promised in `year` and not booked yet."""

    action: str
    description: str
    supplier: str
    kind: ExpenseKind
    imputed: str | None
    parts: Mapping[str, int]
    owner: Owner
    beneficiaries: int | None = None
    evidence: str = ""
    invoice: int | None = None  # cents, where the streams do not pay all of it
    excl_vat: int | None = None
    invoiced: str | None = None
    target: tuple[int, int] | None = None
    agreement: str | None = None
    year: int = 0
    stage: ExpenseStage = ExpenseStage.BOOKED
    origin: str = INVENTED

    @property
    def year_of_money(self) -> int:
        return self.year or int((self.imputed or "")[:4])


def reported(*expenses: DemoExpense) -> tuple[DemoExpense, ...]:
    """The same expenses after they were justified."""
    return tuple(replace(one, stage=ExpenseStage.JUSTIFIED) for one in expenses)


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


@dataclass(frozen=True)
class DemoRead:
    """What readers said of an action: a letter for each (Y yes, P a little, N no, ? does not know)."""

    action: str
    helps: str
    stops: Mapping[str, int]
    fair: str
    words: tuple[str, ...] = ()
    outcome: str = ""
    answer: str = ""
    reason: str = ""


@dataclass(frozen=True)
class DemoRound:
    """A reading round of a year; `opened` and `closed` as month-day, empty for the one that runs now."""

    year: int
    opened: str
    closed: str
    given_by: str
    reads: tuple[DemoRead, ...]


@dataclass(frozen=True)
class DemoNetwork:
    """Everything of one network; `plans`: where the plan of each year stands in the end."""

    slug: str
    name: str
    nis: str
    note_years: tuple[int, int]
    introduction: str
    origin: str
    partners: tuple[DemoPartner, ...]
    objectives: tuple[DemoObjective, ...]
    actions: tuple[DemoAction, ...]
    grants: tuple[DemoGrant, ...]
    expenses: tuple[DemoExpense, ...]
    plans: Mapping[int, PlanStatus]
    agreements: tuple[DemoAgreement, ...] = ()
    contributions: tuple[DemoContribution, ...] = ()
    voices: tuple[DemoVoice, ...] = ()
    rounds: tuple[DemoRound, ...] = ()
    open_round: DemoRound | None = None
    substitute_reason: str = ""
    reports: Mapping[int, str] = field(default_factory=dict)  # year -> how the federal report is made


@dataclass(frozen=True)
class DemoVoice:
    """What somebody said, and how far the network came with it; `told` is when, how and by which function."""

    text: str
    on: str
    channel: str
    speaker: str
    action: str
    threshold: str
    consent: bool = False
    quote: bool = False
    by_expert: bool = False  # typed in by the demo account of the expert
    partner: str = ""
    place: str = ""
    discussed: str = ""
    outcome: str = ""
    answer: str = ""
    reason: str = ""
    told: tuple[str, str, str] | None = None
    effects: tuple[tuple[int, str, str, str], ...] = ()  # year and action, kind, what is different now
    decided: tuple[tuple[str, str, str], ...] = ()  # the words of a decision, kind, what is different now
    meeting: str = ""  # the day of the meeting on which it was said
    contact: str = ""  # the day of the informal contact in which it was said
    reply: str = ""  # how who spoke hears again
    code: str = ""  # of a letter in the letter box
    origin: str = INVENTED
