"""The second pair of eyes on a paper: submitted as it is, sent back with a remark, approved by somebody else."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import defer

from portal.extensions import db
from portal.foundation.actor import Actor
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.funding.rules.approval import LONGEST_REMARK
from portal.funding.types import ApprovalState
from portal.network.models import Network
from portal.reports.approved import PaperApproval
from portal.reports.records import paper_record
from portal.reports.types import Paper, PaperKind


def digest_of(paper: Paper) -> str:
    """Equal for the same content, whatever the moment it was read and the language of its drawings."""
    record = paper_record(paper)
    record.pop("state")
    for block in record["blocks"]:
        block.pop("svg", None)
    return hashlib.sha256(json.dumps(record, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def find_approval(network_id: int, year: int, kind: PaperKind) -> PaperApproval | None:
    """Without the papers themselves: those are read when somebody opens them."""
    wanted = select(PaperApproval).where(
        PaperApproval.network_id == network_id, PaperApproval.year == year, PaperApproval.kind == kind
    )
    return db.session.scalars(
        wanted.options(defer(PaperApproval.submitted), defer(PaperApproval.approved))
    ).one_or_none()


def submit_paper(network: Network, paper: Paper, *, by: Actor, at: datetime) -> PaperApproval:
    """Ask somebody else to look at the paper as it is now; a draft is not ready for that."""
    if paper.is_draft:
        raise RuleBroken(say("Dit papier is nog een ontwerp. Los eerst op wat in de weg staat."))
    row = find_approval(network.id, paper.year, paper.kind)
    digest = digest_of(paper)
    if row is not None and row.approval is ApprovalState.SUBMITTED and row.submitted_digest == digest:
        raise RuleBroken(say("%(name)s diende dit papier al in.", name=row.submitted_by))
    if row is not None and row.approval is ApprovalState.APPROVED and row.approved_digest == digest:
        raise RuleBroken(say("Dit papier is zo al goedgekeurd."))
    if row is None:
        row = PaperApproval(network_id=network.id, year=paper.year, kind=paper.kind)
        db.session.add(row)
    row.approval, row.submitted_by_id, row.submitted_by = ApprovalState.SUBMITTED, by.account_id, by.name[:150]
    row.submitted_at, row.submitted, row.submitted_digest = at, paper_record(paper), digest
    row.decided_by_id, row.decided_by, row.decided_at = None, "", None
    db.session.flush()
    return row


def approve_paper(row: PaperApproval, paper: Paper, *, by: Actor, at: datetime, digest: str) -> None:
    """Agree with what was submitted, as long as that is what the data still say and what was on the screen."""
    _insist_decider(row, by)
    if not row.submitted_digest == digest == digest_of(paper):
        raise RuleBroken(say("De gegevens veranderden na het indienen. Vraag om het papier opnieuw in te dienen."))
    row.approval, row.approval_remark = ApprovalState.APPROVED, ""
    row.decided_by_id, row.decided_by, row.decided_at = by.account_id, by.name[:150], at
    row.approved, row.approved_digest, row.approved_by = row.submitted, row.submitted_digest, by.name[:150]
    db.session.flush()


def return_paper(row: PaperApproval, *, by: Actor, at: datetime, remark: str) -> None:
    """Back to who submitted it, with what has to change."""
    _insist_decider(row, by)
    if not remark.strip():
        raise RuleBroken(say("Schrijf wat er anders moet."), "remark")
    row.approval, row.approval_remark = ApprovalState.RETURNED, remark.strip()[:LONGEST_REMARK]
    row.decided_by_id, row.decided_by, row.decided_at = by.account_id, by.name[:150], at
    db.session.flush()


def why_not_decide(row: PaperApproval | None, account_id: int | None) -> Any:
    """Why somebody may not approve or return a paper now; None when it is up to this person."""
    if row is None or row.approval is ApprovalState.NOT_SUBMITTED:
        return say("Dit papier is nog niet ingediend.")
    if row.approval is ApprovalState.APPROVED:
        return say("%(name)s keurde dit papier al goed.", name=row.decided_by)
    if row.approval is ApprovalState.RETURNED:
        return say("%(name)s stuurde dit papier al terug.", name=row.decided_by)
    if account_id is None or account_id == row.submitted_by_id:
        return say("Jij diende dit papier in. Iemand anders kijkt het na.")
    return None


def _insist_decider(row: PaperApproval, by: Actor) -> None:
    refused = why_not_decide(row, by.account_id)
    if refused is not None:
        raise RuleBroken(refused)
