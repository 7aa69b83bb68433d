"""The words of the money, and the plain facts that its rules read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from portal.foundation.wording import say


class Owner(StrEnum):
    """The legal person that holds the money; one administration, still two persons (DATA-ORG-1)."""

    MUNICIPALITY = "municipality"
    OCMW = "ocmw"


OWNER_LABELS = {
    Owner.MUNICIPALITY: say("gemeente"),
    Owner.OCMW: say("OCMW"),
}


class ExpenseKind(StrEnum):
    """What was bought, because the rules differ by it."""

    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"
    INVESTMENT = "investment"
    AGREEMENT = "agreement"
    STAFF = "staff"


EXPENSE_KIND_LABELS = {
    ExpenseKind.INDIVIDUAL: say("steun aan één persoon of gezin"),
    ExpenseKind.COLLECTIVE: say("activiteit voor een groep"),
    ExpenseKind.INVESTMENT: say("investering"),
    ExpenseKind.AGREEMENT: say("overeenkomst met een organisatie"),
    ExpenseKind.STAFF: say("personeel"),
}


class ExpenseStage(StrEnum):
    """Promised, in the accounts, or reported; the moves between them are in `NEXT_STAGES`."""

    COMMITTED = "committed"
    BOOKED = "booked"
    JUSTIFIED = "justified"


EXPENSE_STAGE_LABELS = {
    ExpenseStage.COMMITTED: say("vastgelegd"),
    ExpenseStage.BOOKED: say("geboekt"),
    ExpenseStage.JUSTIFIED: say("verantwoord"),
}

NEXT_STAGES: dict[ExpenseStage, tuple[ExpenseStage, ...]] = {
    ExpenseStage.COMMITTED: (ExpenseStage.BOOKED,),
    ExpenseStage.BOOKED: (ExpenseStage.JUSTIFIED, ExpenseStage.COMMITTED),
    ExpenseStage.JUSTIFIED: (ExpenseStage.BOOKED,),  # a report that comes back is opened again
}

SPENT_STAGES = frozenset({ExpenseStage.BOOKED, ExpenseStage.JUSTIFIED})


class ApprovalState(StrEnum):
    """How far the second pair of eyes is, in a network that wants four."""

    NOT_SUBMITTED = "not-submitted"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


APPROVAL_STATE_LABELS = {
    ApprovalState.NOT_SUBMITTED: say("nog niet ingediend"),
    ApprovalState.SUBMITTED: say("ingediend"),
    ApprovalState.RETURNED: say("teruggestuurd"),
    ApprovalState.APPROVED: say("goedgekeurd"),
}


@dataclass(frozen=True)
class AllocatedPart:
    """The part of an expense that one stream pays."""

    stream: str
    amount_cents: int


@dataclass(frozen=True)
class ExpenseFacts:
    """What the rules want to know of one expense; `year` is the year of the money."""

    description: str
    invoice_cents: int
    year: int
    kind: ExpenseKind = ExpenseKind.COLLECTIVE
    stage: ExpenseStage = ExpenseStage.BOOKED
    owner: Owner | None = None
    invoice_excl_vat_cents: int | None = None
    invoice_on: date | None = None
    activity_on: date | None = None
    imputed_on: date | None = None
    beneficiaries: int | None = None
    target_group_n: int | None = None
    target_group_m: int | None = None
    is_ict_pack: bool = False
    pc_count: int | None = None
    has_agreement: bool = False
    agreement_signed_on: date | None = None
    agreement_committed_on: date | None = None
    has_proof: bool = False
    awaits_approval: bool = False
    regime_choice: str | None = None
    parts: tuple[AllocatedPart, ...] = ()
    today: date | None = None

    @property
    def is_spent(self) -> bool:
        return self.stage in SPENT_STAGES


@dataclass(frozen=True)
class GrantFacts:
    """What a stream gives in a year; `pooled_cents`: with what other welfare centres get that work together."""

    stream: str
    year: int
    owner: Owner
    amount_cents: int
    pooled_cents: int | None = None


@dataclass(frozen=True)
class SpentPart:
    """One allocation with what the rules of a year read of its expense (its number in the ledger)."""

    stream: str
    amount_cents: int
    kind: ExpenseKind
    stage: ExpenseStage
    expense: int
    invoice_cents: int = 0
    invoice_excl_vat_cents: int | None = None
    invoice_on: date | None = None
    description: str = ""

    @property
    def is_spent(self) -> bool:
        return self.stage in SPENT_STAGES


@dataclass(frozen=True)
class YearFacts:
    """The money of one network in one year.

    `planned`: the budget lines. `unallocated`: how many expenses no stream pays. `cofinancing_ratio`: the
    network's own ratio, when it knows better than the regime. `regime_choice`: the code of a regime that the
    network chose, where it has a choice. Without `today` the year is closed for what is left, and open for what
    is asked.
    """

    year: int
    grants: tuple[GrantFacts, ...] = ()
    planned: tuple[AllocatedPart, ...] = ()
    parts: tuple[SpentPart, ...] = ()
    unallocated: int = 0
    today: date | None = None
    cofinancing_ratio: Fraction | None = None
    regime_choice: str | None = None
