"""Changing money: grants, budgets, expenses and what streams pay of them; the rulebook runs at every save."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm.exc import StaleDataError

from portal.extensions import db
from portal.foundation.errors import ChangedMeanwhile, RuleBroken
from portal.foundation.finding import Severity
from portal.foundation.wording import say
from portal.funding import approvals, queries, rules
from portal.funding.bookkeeping import say_again
from portal.funding.budgeting import draft_budget
from portal.funding.cooperations.operations import keep_sum
from portal.funding.drafting import amend_expense, draw_up_expense
from portal.funding.facts import choice_of, facts_of
from portal.funding.ledgers import open_ledger
from portal.funding.models import Expense, Grant, KeptFinding, Proof, RegimeSetting
from portal.funding.regimes import (
    Certainty,
    Decision,
    RegimeLevel,
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


def set_regime_status(code: str, *, in_force: bool, certainty: Certainty, source: str) -> RegimeSetting:
    """An administrator's decision about a regime; the source is demanded, the history keeps the old.

    What it changes in the ledger is for `rechecking.check_ledger_again`, in the same transaction.
    """
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
    pooled_cents: int | None = None,
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
    keep_sum(network, grant, typed=pooled_cents)
    db.session.flush()
    return grant


def check_stream(stream: str, year: int, overrides: tuple[Decision, ...]) -> None:
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
    for line in draft_budget(action, planned=planned, held=held):
        line.action = action  # the history tells it on the page of the action
        db.session.add(line)
    db.session.flush()


def record_expense(
    network: Network,
    *,
    year: int,
    parts: Mapping[str, int],
    number: int | None = None,
    origin: str = "",
    overrides: tuple[Decision, ...] | None = None,
    **values: Any,
) -> Expense:
    """A new expense with what each stream pays (cents per code); raises Refused when the rulebook blocks it."""
    queries.wait_for_turn(network.id)
    overrides = queries.regime_overrides() if overrides is None else overrides
    number = number or queries.highest_expense_number(network.id, year) + 1
    values |= {"origin": origin}
    ledger = open_ledger(network.id, year, overrides, choice_of(network, year))
    expense = draw_up_expense(
        network, year=year, number=number, parts=parts, overrides=overrides, ledger=ledger, **values
    )
    db.session.add(expense)
    db.session.flush()
    return expense


def edit_expense(
    expense: Expense,
    *,
    version: int | None,
    parts: Mapping[str, int],
    overrides: tuple[Decision, ...] | None = None,
    **values: Any,
) -> Expense:
    """Change an expense; raises ChangedMeanwhile or Refused."""
    known = expense.version
    if version is not None and version != known:
        raise ChangedMeanwhile(version)
    if not is_open(expense) and "stage" not in values:
        raise RuleBroken(say("Deze uitgave is verantwoord of ingetrokken. Zo kan je ze niet veranderen."))
    overrides = queries.regime_overrides() if overrides is None else overrides
    queries.wait_for_turn(expense.network_id)  # nobody else fills the grant while we look at what is left of it
    ledger = open_ledger(expense.network_id, expense.year, overrides, facts_of(expense, parts).regime_choice)
    amend_expense(expense, parts=parts, overrides=overrides, ledger=ledger, **values)
    try:
        db.session.flush()
    except StaleDataError as late:  # somebody else saved between our reading and our writing
        raise ChangedMeanwhile(known) from late
    return expense


def is_open(expense: Expense) -> bool:
    """Whether the expense can be changed: not justified, not withdrawn."""
    return expense.withdrawn_at is None and expense.stage is not ExpenseStage.JUSTIFIED


def move_expense(expense: Expense, *, stage: ExpenseStage) -> Expense:
    """Book or justify an expense, or take that back; the rules of the new stage apply."""
    rules.check_stage_move(expense.stage, stage)
    parts = {part.stream: part.amount_cents for part in expense.allocations}
    return edit_expense(expense, version=None, parts=parts, stage=stage)


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
    approvals.note_proof(expense)
    check_again(expense, overrides=queries.regime_overrides())
    return proof


def withdraw_proof(expense: Expense, proof: Proof, *, at: datetime) -> None:
    """The proof no longer counts; the file and the record stay."""
    if expense.stage is ExpenseStage.JUSTIFIED:
        raise RuleBroken(say("Deze uitgave is al verantwoord. Zet ze eerst terug op geboekt."))
    proof.withdrawn_at = at
    approvals.touch(expense)
    check_again(expense, overrides=queries.regime_overrides())


def check_again(expense: Expense, *, overrides: tuple[Decision, ...]) -> None:
    """Run the rulebook on a saved expense and keep what it says; used when a proof changed."""
    say_again(expense, overrides)
    db.session.flush()
