"""What the money of a year still lacks for its papers, counted in one statement and told with the place to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from sqlalchemy import ColumnElement, and_, exists, func, select

from portal.extensions import db
from portal.foundation.finding import Severity
from portal.foundation.wording import Wording, say
from portal.funding.models import Allocation, Expense, KeptFinding, Proof
from portal.funding.regimes import StreamKind, all_streams
from portal.funding.terms import BOOKING, FEDERAL_REPORT, JUSTIFICATION, SPENDING
from portal.funding.types import ExpenseKind, ExpenseStage
from portal.plans.models import Action, Contribution
from portal.plans.types import ActionStatus

FEDERAL = tuple(one.code for one in all_streams() if one.kind is StreamKind.FEDERAL)


@dataclass(frozen=True)
class Gaps:
    """How many of a year lack what."""

    without_stream: int = 0
    not_booked: int = 0
    errors: int = 0
    warnings: int = 0
    without_proof: int = 0
    without_agreement: int = 0
    federal_without_count: int = 0
    federal_not_booked: int = 0
    silent_actions: int = 0
    unfinished_actions: int = 0


@dataclass(frozen=True)
class Gap:
    """One thing that is missing, with its count and the page where it is mended."""

    name: str
    sentence: Wording
    count: int
    endpoint: str
    values: Mapping[str, str]


def count_gaps(network_id: int, year: int) -> Gaps:
    """One statement, however many expenses there are."""
    of_year = (Expense.network_id == network_id, Expense.year == year, Expense.withdrawn_at.is_(None))
    is_federal = exists().where(Allocation.expense_id == Expense.id, Allocation.stream.in_(FEDERAL))
    pays = exists().where(Allocation.expense_id == Expense.id)
    has_file = exists().where(Proof.expense_id == Expense.id, Proof.withdrawn_at.is_(None))
    own_action = (Action.network_id == network_id, Action.year == year)

    def expenses(*also: ColumnElement[bool]) -> ColumnElement[int]:
        return select(func.count(Expense.id)).where(*of_year, *also).scalar_subquery()

    def said(severity: Severity) -> ColumnElement[int]:
        said = exists().where(
            KeptFinding.expense_id == Expense.id, KeptFinding.severity == severity, KeptFinding.answered_at.is_(None)
        )
        return expenses(said)

    given = exists().where(Contribution.action_id == Action.id, Contribution.withdrawn_at.is_(None))
    working = Action.status.in_([ActionStatus.RUNNING, ActionStatus.DONE])
    begun = Action.status.in_([ActionStatus.PLANNED, ActionStatus.RUNNING])
    row = db.session.execute(
        select(
            expenses(~pays),
            expenses(Expense.stage == ExpenseStage.COMMITTED),
            said(Severity.ERROR),
            said(Severity.WARNING),
            expenses(~has_file, Expense.evidence_reference == ""),
            expenses(Expense.kind == ExpenseKind.AGREEMENT, Expense.agreement_id.is_(None)),
            expenses(is_federal, Expense.beneficiaries.is_(None)),
            expenses(and_(is_federal, Expense.stage == ExpenseStage.COMMITTED)),
            select(func.count(Action.id)).where(*own_action, working, ~given).scalar_subquery(),
            select(func.count(Action.id)).where(*own_action, begun).scalar_subquery(),
        )
    ).one()
    return Gaps(**{held.name: int(number) for held, number in zip(fields(Gaps), row, strict=True)})


def told_gaps(gaps: Gaps, key: str) -> tuple[Gap, ...]:
    """What is missing for one deadline, the most serious first; nothing that is at zero."""
    wanted = WANTED.get(key, ())
    told = [(name, getattr(gaps, name)) for name in wanted]
    return tuple(
        Gap(name, Wording(SENTENCES[name][count != 1], {"count": count}), count, PLACES[name][0], PLACES[name][1])
        for name, count in told
        if count
    )


WANTED: Mapping[str, tuple[str, ...]] = {
    SPENDING: ("without_stream", "not_booked", "errors"),
    BOOKING: ("errors", "federal_not_booked"),
    FEDERAL_REPORT: (
        "errors",
        "federal_without_count",
        "federal_not_booked",
        "without_agreement",
        "without_proof",
        "warnings",
    ),
    JUSTIFICATION: (
        "errors",
        "without_stream",
        "not_booked",
        "without_proof",
        "without_agreement",
        "silent_actions",
        "unfinished_actions",
        "warnings",
    ),
}

PLACES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "without_stream": ("funding.expenses", {"stream": "none"}),
    "not_booked": ("funding.expenses", {"stage": ExpenseStage.COMMITTED.value}),
    "errors": ("funding.expenses", {"findings": "error"}),
    "warnings": ("funding.expenses", {"findings": "warning"}),
    "without_proof": ("funding.expenses", {}),
    "without_agreement": ("funding.expenses", {"kind": ExpenseKind.AGREEMENT.value}),
    "federal_without_count": ("funding.expenses", {}),
    "federal_not_booked": ("funding.expenses", {"stage": ExpenseStage.COMMITTED.value}),
    "silent_actions": ("plans.actions", {}),
    "unfinished_actions": ("plans.actions", {}),
}

SENTENCES: Mapping[str, tuple[str, str]] = {
    "without_stream": (
        str(say("%(count)s uitgave zonder bron die betaalt")),
        str(say("%(count)s uitgaven zonder bron die betaalt")),
    ),
    "not_booked": (
        str(say("%(count)s uitgave is beloofd en nog niet geboekt")),
        str(say("%(count)s uitgaven zijn beloofd en nog niet geboekt")),
    ),
    "errors": (str(say("%(count)s uitgave met een fout")), str(say("%(count)s uitgaven met een fout"))),
    "warnings": (
        str(say("%(count)s uitgave met een opmerking zonder antwoord")),
        str(say("%(count)s uitgaven met een opmerking zonder antwoord")),
    ),
    "without_proof": (str(say("%(count)s uitgave zonder bewijs")), str(say("%(count)s uitgaven zonder bewijs"))),
    "without_agreement": (
        str(say("%(count)s uitgave zonder overeenkomst")),
        str(say("%(count)s uitgaven zonder overeenkomst")),
    ),
    "federal_without_count": (
        str(say("%(count)s federale uitgave zonder aantal begunstigden")),
        str(say("%(count)s federale uitgaven zonder aantal begunstigden")),
    ),
    "federal_not_booked": (
        str(say("%(count)s federale uitgave is nog niet geboekt")),
        str(say("%(count)s federale uitgaven zijn nog niet geboekt")),
    ),
    "silent_actions": (
        str(say("%(count)s actie zonder bijdrage van een partner")),
        str(say("%(count)s acties zonder bijdrage van een partner")),
    ),
    "unfinished_actions": (
        str(say("%(count)s actie is niet afgerond of geschrapt")),
        str(say("%(count)s acties zijn niet afgerond of geschrapt")),
    ),
}
