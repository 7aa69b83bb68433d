"""Changing money: grants, budgets, expenses and what streams pay of them; the rulebook runs at every save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from portal.extensions import db
from portal.foundation.errors import ChangedMeanwhile, RuleBroken
from portal.foundation.finding import Finding, Severity, most_serious_first
from portal.foundation.wording import say
from portal.funding import queries, rules
from portal.funding.bookkeeping import keep_findings, put_parts
from portal.funding.facts import facts_of
from portal.funding.models import BudgetLine, Expense, Grant, KeptFinding, Proof, RegimeSetting
from portal.funding.regimes import (
    Certainty,
    RegimeLevel,
    RegimeStatus,
    StreamKind,
    find_stream,
    law_of_year,
    stream_exists,
)
from portal.funding.types import ExpenseStage, Owner
from portal.network.models import Network
from portal.plans.models import Action

EXPENSE_FIELDS = (
    "action_id",
    "description",
    "supplier",
    "kind",
    "stage",
    "owner",
    "invoice_cents",
    "invoice_excl_vat_cents",
    "invoice_on",
    "activity_on",
    "imputed_on",
    "beneficiaries",
    "target_n",
    "target_m",
    "is_ict_pack",
    "pc_count",
    "agreement_id",
    "evidence_reference",
    "note",
)


class Refused(RuleBroken):
    """Errors of the rulebook that block booking; all findings travel along for the page."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        first = next(finding for finding in findings if finding.blocks)
        super().__init__(first.sentence, first.field)
        self.findings = list(findings)


def set_regime_status(code: str, *, in_force: bool, certainty: Certainty, source: str) -> RegimeSetting:
    """An administrator's decision about a regime; the source is demanded, the history keeps the old."""
    if not source.strip():
        raise RuleBroken(say("Schrijf waar dit staat: een wet, een brief of een webpagina."), "source")
    setting = queries.find_regime_setting(code)
    if setting is None:
        setting = RegimeSetting(regime=code)
        db.session.add(setting)
    setting.in_force, setting.certainty, setting.source = in_force, certainty, source.strip()
    db.session.flush()
    return setting


def award_grant(
    network: Network,
    *,
    year: int,
    stream: str,
    owner: Owner,
    amount_cents: int,
    grant: Grant | None = None,
    reference: str = "",
    decided_on: date | None = None,
    note: str = "",
    origin: str = "",
) -> Grant:
    """Add what a stream gives in a year, or change `grant`; the regime of the year knows the streams."""
    check_stream(stream, year, queries.regime_overrides())
    held = {(one.stream, one.owner): one for one in queries.list_grants(network.id, year)}
    if held.get((stream, owner), grant) is not grant:
        raise RuleBroken(say("Dit bedrag staat er al. Verander het bestaande bedrag."), "stream")
    if grant is None:
        grant = Grant(network_id=network.id, year=year)
        db.session.add(grant)
    grant.year, grant.stream, grant.owner, grant.amount_cents = year, stream, owner, amount_cents
    grant.reference, grant.decided_on, grant.note = reference, decided_on, note
    grant.origin = origin or grant.origin or ""
    db.session.flush()
    return grant


def check_stream(stream: str, year: int, overrides: tuple[RegimeStatus, ...]) -> None:
    """Raises RuleBroken on `stream` when the regime of the year has no such stream; the sentence says why."""
    if stream_exists(stream, year, overrides):
        return
    known = find_stream(stream)
    if known is None:
        raise RuleBroken(say("De bron %(stream)s kennen we niet. Kies een bron uit de lijst.", stream=stream), "stream")
    level = RegimeLevel.FEDERAL if known.kind is StreamKind.FEDERAL else RegimeLevel.FLEMISH
    ruling = law_of_year(year, overrides).regime(level)
    if ruling is None:
        raise RuleBroken(say("De bron %(stream)s bestaat niet in %(year)s.", stream=known.label, year=year), "stream")
    raise RuleBroken(
        say(
            "De bron %(stream)s bestaat niet in %(year)s. Dan geldt: %(regime)s (%(source)s).",
            stream=known.label,
            year=year,
            regime=ruling.title,
            source=ruling.source,
        ),
        "stream",
    )


def plan_budget(action: Action, *, planned: Mapping[str, int]) -> None:
    """What each stream is planned to pay of an action, in cents; a stream at zero is taken off."""
    overrides = queries.regime_overrides()
    held = {line.stream: line for line in queries.list_budget_of_action(action.network_id, action.id)}
    for stream, cents in planned.items():
        if cents:
            check_stream(stream, action.year, overrides)
        if stream in held:
            if cents:
                held[stream].planned_cents = cents
            else:
                db.session.delete(held[stream])
        elif cents:
            db.session.add(
                BudgetLine(
                    network_id=action.network_id,
                    action=action,
                    year=action.year,
                    stream=stream,
                    planned_cents=cents,
                )
            )
    db.session.flush()


def record_expense(
    network: Network,
    *,
    year: int,
    parts: Mapping[str, int],
    once: str | None = None,
    number: int | None = None,
    origin: str = "",
    overrides: tuple[RegimeStatus, ...] | None = None,
    **values: Any,
) -> Expense:
    """A new expense with what each stream pays (cents per code); raises Refused when the rulebook blocks it.

    The same form sent twice (`once`) is saved once.
    """
    if once:
        queries.wait_for_turn(network.id)
    if once and (saved := queries.find_expense_by_mark(once)) is not None and saved.network_id == network.id:
        return saved
    overrides = queries.regime_overrides() if overrides is None else overrides
    number = number or queries.highest_expense_number(network.id, year) + 1
    values |= {"once": once, "origin": origin}
    expense = draw_up_expense(network, year=year, number=number, parts=parts, overrides=overrides, **values)
    db.session.flush()
    return expense


def draw_up_expense(
    network: Network,
    *,
    year: int,
    number: int,
    parts: Mapping[str, int],
    overrides: tuple[RegimeStatus, ...],
    **values: Any,
) -> Expense:
    """A new expense that the rulebook let through, in the session but not sent to the database yet."""
    expense = Expense(network_id=network.id, year=year, number=number, **values)
    findings = _insist_on_rules(expense, parts, overrides)
    put_parts(expense, parts)
    keep_findings(expense, findings)
    db.session.add(expense)
    return expense


def edit_expense(
    expense: Expense,
    *,
    version: int | None,
    parts: Mapping[str, int],
    overrides: tuple[RegimeStatus, ...] | None = None,
    **values: Any,
) -> Expense:
    """Change an expense; raises ChangedMeanwhile or Refused."""
    if version is not None and version != expense.version:
        raise ChangedMeanwhile(version)
    overrides = queries.regime_overrides() if overrides is None else overrides
    with db.session.no_autoflush:
        for name, value in values.items():
            if getattr(expense, name) != value:
                setattr(expense, name, value)
        try:
            findings = _insist_on_rules(expense, parts, overrides)
        except Refused:
            db.session.expire(expense, list(values))
            raise
    before = {part.stream: part.amount_cents for part in expense.allocations}
    put_parts(expense, parts)
    if before != {part.stream: part.amount_cents for part in expense.allocations}:
        flag_modified(expense, "year")  # a change of the split alone is also a new version of the expense
    keep_findings(expense, findings)
    db.session.flush()
    return expense


def move_expense(expense: Expense, *, stage: ExpenseStage) -> Expense:
    """Book or justify an expense, or take that back; the rules of the new stage apply."""
    rules.check_stage_move(expense.stage, stage)
    return edit_expense(
        expense,
        version=None,
        parts={part.stream: part.amount_cents for part in expense.allocations},
        stage=stage,
    )


def withdraw_expense(expense: Expense, *, reason: str, at: datetime) -> None:
    """Take an expense out of all figures, with a reason; the record and its history stay."""
    if not reason.strip():
        raise RuleBroken(say("Schrijf waarom je deze uitgave intrekt."), "reason")
    if expense.withdrawn_at is not None:
        return
    if expense.stage is ExpenseStage.JUSTIFIED:
        raise RuleBroken(say("Deze uitgave is al verantwoord. Zet ze eerst terug op geboekt."), "reason")
    expense.withdrawn_at, expense.withdrawn_reason = at, reason.strip()
    db.session.flush()


def answer_finding(finding: KeptFinding, *, answer: str, by: str, at: datetime) -> None:
    """Why a warning is all right as it is; it then counts no longer as open."""
    if finding.severity is Severity.ERROR:
        raise RuleBroken(say("Een fout los je op in de uitgave zelf."), "answer")
    if not answer.strip():
        raise RuleBroken(say("Schrijf een kort antwoord."), "answer")
    finding.answer, finding.answered_by, finding.answered_at = answer.strip(), by, at
    db.session.flush()


def add_proof(expense: Expense, *, filename: str, content_type: str, size: int, sha256: str, at: datetime) -> Proof:
    """Attach a kept file to an expense, which is then checked again; the same file twice is one proof."""
    for held in expense.proofs:
        if held.sha256 == sha256 and held.withdrawn_at is None:
            raise RuleBroken(say("Dit bestand hangt al aan deze uitgave."), "file")
    proof = Proof(
        network_id=expense.network_id,
        filename=filename,
        content_type=content_type,
        size=size,
        sha256=sha256,
        added_at=at,
    )
    expense.proofs.append(proof)
    check_again(expense, overrides=queries.regime_overrides())
    return proof


def withdraw_proof(expense: Expense, proof: Proof, *, at: datetime) -> None:
    """The proof no longer counts; the file and the record stay."""
    if expense.stage is ExpenseStage.JUSTIFIED:
        raise RuleBroken(say("Deze uitgave is al verantwoord. Zet ze eerst terug op geboekt."))
    proof.withdrawn_at = at
    check_again(expense, overrides=queries.regime_overrides())


def check_again(expense: Expense, *, overrides: tuple[RegimeStatus, ...]) -> list[Finding]:
    """Run the rulebook on a saved expense and keep what it says; used when a proof or a rule changed."""
    parts = {part.stream: part.amount_cents for part in expense.allocations}
    findings = rules.check_expense(facts_of(expense, parts), overrides=overrides)
    keep_findings(expense, findings)
    db.session.flush()
    return findings


def _insist_on_rules(expense: Expense, parts: Mapping[str, int], overrides: tuple[RegimeStatus, ...]) -> list[Finding]:
    findings = most_serious_first(rules.check_expense(facts_of(expense, parts), overrides=overrides))
    if any(finding.blocks for finding in findings):
        raise Refused(findings)
    return findings
