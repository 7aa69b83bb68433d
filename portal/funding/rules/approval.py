"""Four eyes: what a second person has to approve, and who may be that person (EYES-1)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from portal.foundation.finding import Finding
from portal.foundation.wording import Wording, say
from portal.funding.regimes import YearLaw
from portal.funding.rules.found import found
from portal.funding.types import ApprovalState, ExpenseFacts, ExpenseStage

LONGEST_REMARK = 1000


def check_approval(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """What nobody else approved is not justified, along whatever way it comes in."""
    if expense.stage is ExpenseStage.JUSTIFIED and expense.awaits_approval:
        yield found(
            law,
            "EYES-1",
            say("Deze uitgave is nog niet goedgekeurd door iemand anders. Pas daarna kan je ze verantwoorden."),
            "stage",
        )


def why_not_submit(state: ApprovalState) -> Wording | None:
    """Why an expense cannot be submitted; None when it can."""
    if state is ApprovalState.SUBMITTED:
        return say("Deze uitgave is al ingediend.")
    return say("Deze uitgave is al goedgekeurd.") if state is ApprovalState.APPROVED else None


def why_not_decide(
    state: ApprovalState,
    account_id: int | None,
    *,
    typed_by: Collection[str],
    submitted_by_id: int | None,
    decided_by: str,
) -> Wording | None:
    """Why somebody may not approve or return an expense now; None when it is up to this person."""
    if state is ApprovalState.APPROVED:
        return say("%(name)s keurde deze uitgave al goed.", name=decided_by)
    if state is ApprovalState.RETURNED:
        return say("%(name)s stuurde deze uitgave al terug.", name=decided_by)
    if state is ApprovalState.NOT_SUBMITTED:
        return say("Deze uitgave is nog niet ingediend.")
    return why_not_other_eyes(account_id, typed_by=typed_by, submitted_by_id=submitted_by_id)


def why_not_other_eyes(
    account_id: int | None, *, typed_by: Collection[str], submitted_by_id: int | None
) -> Wording | None:
    """Nobody is the second pair of eyes for own work."""
    if account_id is None:
        return say("Alleen wie aangemeld is, kan goedkeuren.")
    if account_id == submitted_by_id:
        return say("Jij diende deze uitgave in. Iemand anders kijkt ze na.")
    if str(account_id) in typed_by:
        return say("Jij typte aan deze uitgave mee. Iemand anders kijkt ze na.")
    return None
