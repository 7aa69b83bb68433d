"""What somebody asks of the ledger in an address; the page and the file to take along read it alike."""

from __future__ import annotations

from flask import request

from portal.funding.queries import ExpenseFilter
from portal.funding.types import ApprovalState, ExpenseKind, ExpenseStage
from portal.web.forms import tidy

MOST_TYPED = 100


def asked_filter() -> ExpenseFilter:
    """The filter in the address; what no list knows is left out."""
    asked = request.args
    action = asked.get("action", "")
    is_id = action.isascii() and action.isdigit() and len(action) < 10
    return ExpenseFilter(
        text=" ".join(tidy(asked.get("text", "")).split())[:MOST_TYPED],
        stream=tidy(asked.get("stream", ""))[:40],
        stage=asked.get("stage", "") if asked.get("stage") in set(ExpenseStage) else "",
        kind=asked.get("kind", "") if asked.get("kind") in set(ExpenseKind) else "",
        action_id=int(action) if is_id else None,
        approval=asked.get("approval", "") if asked.get("approval") in set(ApprovalState) else "",
        findings=asked.get("findings", "") if asked.get("findings") in ("error", "warning", "none") else "",
    )
