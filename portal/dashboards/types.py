"""The plain rows that the dashboards count, and the figure that a measure becomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from portal.foundation.wording import Wording
from portal.funding.types import ExpenseStage, Owner
from portal.plans.types import ActionStatus, Domain, PlanStatus, Track

Text = str | Wording
Number = int | float | Fraction


@dataclass(frozen=True)
class PartnerRow:
    """A partner that was a member on some day of the year; `sector` is its kind."""

    id: int
    name: str
    sector: str


@dataclass(frozen=True)
class ActionRow:
    """An action of the year; `carriers` are pairs of partner and share in whole percent."""

    id: int
    title: str
    lead_partner_id: int | None = None
    carriers: tuple[tuple[int, int], ...] = ()
    thresholds: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    track: str = Track.REMOVING
    domain: str = Domain.MIXED
    place: str = ""
    months: tuple[int, ...] = ()
    steps_in_for_id: int | None = None
    status: str = ActionStatus.PLANNED
    plan_status: str = PlanStatus.DRAFT
    plain_sentence: str = ""

    @property
    def counts(self) -> bool:
        """A dropped action carries no work; what was spent on it stays spent."""
        return self.status != ActionStatus.DROPPED


@dataclass(frozen=True)
class ContributionRow:
    """What one partner gave to one action on one day."""

    partner_id: int
    action_id: int
    minutes: int = 0
    goods_cents: int = 0
    money_cents: int = 0
    people_reached: int = 0
    on: date | None = None


@dataclass(frozen=True)
class SpendingRow:
    """The part of an expense that one stream pays (`cents`); the invoice is the whole expense."""

    expense_id: int
    action_id: int | None
    stream: str
    cents: int
    description: str = ""
    invoice_cents: int = 0
    invoiced_on: date | None = None
    imputed_on: date | None = None
    stage: str = ExpenseStage.BOOKED
    kind: str = ""
    number: int = 0
    invoice_excl_vat_cents: int | None = None
    beneficiaries: int | None = None
    target_n: int | None = None
    target_m: int | None = None
    is_ict_pack: bool = False


@dataclass(frozen=True)
class BudgetRow:
    """What a stream is planned to pay of an action."""

    action_id: int | None
    stream: str
    cents: int


@dataclass(frozen=True)
class GrantRow:
    """What a stream gives to one legal person for the year, and together with others that work together."""

    stream: str
    cents: int
    owner: str = Owner.MUNICIPALITY
    pooled_cents: int | None = None


class Paid(Protocol):
    """Money of a stream for an action: spent (SpendingRow) or planned (BudgetRow)."""

    @property
    def action_id(self) -> int | None: ...

    @property
    def stream(self) -> str: ...

    @property
    def cents(self) -> int: ...


class FigureKind(StrEnum):
    """How a figure is drawn; BARS with several series are grouped, STACKED ones add up."""

    BARS = "bars"
    STACKED = "stacked"
    HEAT = "heat"
    LINES = "lines"
    SANKEY = "sankey"
    NETWORK = "network"


class Unit(StrEnum):
    """What the numbers are: money in cents, time in minutes, shares from 0 to 1."""

    COUNT = "count"
    CENTS = "cents"
    MINUTES = "minutes"
    SHARE = "share"


@dataclass(frozen=True)
class Series:
    """One row of numbers, one for each label (for each column in a heat map); None where there is none."""

    name: Text
    values: tuple[Number | None, ...]


@dataclass(frozen=True)
class Node:
    """A point of a flow or a network; `stage` is its column in a flow, `group` decides its colour."""

    label: Text
    value: Number
    stage: int = 0
    group: int = 0


@dataclass(frozen=True)
class Edge:
    """A line between two nodes, by their place in the list."""

    source: int
    target: int
    value: Number


@dataclass(frozen=True)
class Table:
    """The same numbers in words; the first `text_columns` columns are no numbers."""

    headers: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    text_columns: int = 1


@dataclass(frozen=True)
class Reference:
    """A number from elsewhere beside the bar of one label: `at` is the place of that label."""

    name: Text
    value: Number
    at: int = 0


@dataclass(frozen=True)
class Figure:
    """A measure ready to be drawn: the title says what it shows, the table holds every number.

    Bars, stacked and lines: one value of each series for each of `labels`. Heat map: `labels` are the rows
    (one series each) and `columns` the columns; with `levels` the values are places in that list, and `marks`
    are the signs that stand in the cells. Flow and network: `nodes` and `edges`. A `note` tells what is not drawn.
    `references` are dashed lines in bars.
    """

    key: str
    kind: FigureKind
    title: Wording
    table: Table
    definition: Wording
    source: Wording
    formula: Wording | None = None
    note: Wording | None = None
    unit: Unit = Unit.COUNT
    labels: tuple[Text, ...] = ()
    series: tuple[Series, ...] = ()
    columns: tuple[Text, ...] = ()
    levels: tuple[Text, ...] = ()
    marks: tuple[str, ...] = ()
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing to draw; the title still says so."""
        if self.kind in (FigureKind.SANKEY, FigureKind.NETWORK):
            return not self.nodes
        if self.levels:
            return not self.labels
        return not any(value for one in self.series for value in one.values)

    @property
    def is_interactive(self) -> bool:
        """A network and references are only drawn on the server, where lines and words keep clear of each other."""
        return self.kind is not FigureKind.NETWORK and not self.references and not self.is_empty
