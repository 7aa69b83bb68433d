"""Writing the report: notes per item, decisions that change actions, tasks, and the way to locked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy.orm.exc import StaleDataError

from portal.extensions import db
from portal.foundation.errors import ChangedMeanwhile, RuleBroken
from portal.foundation.nameless import check_nameless
from portal.foundation.wording import say
from portal.meetings import rules
from portal.meetings.models import AgendaItem, Decision, Meeting, Task
from portal.meetings.operations.invitations import list_to_tell
from portal.meetings.operations.meetings import new_uid
from portal.meetings.signals import decision_moved
from portal.meetings.types import ActionEffect, DecisionStatus, MinutesStatus
from portal.plans import operations as plans
from portal.plans.models import Action, Plan
from portal.plans.types import ActionStatus


@dataclass(frozen=True)
class WrittenNote:
    """What came back of one item: the text, whether it is finished, and a mark of how both were when they opened."""

    item_id: int
    note: str
    is_finished: bool
    opened: str


def mark_of(note: str, is_finished: bool) -> str:
    """A short mark of what an item held when somebody began to write."""
    return sha256(f"{int(is_finished)}|{_plain(note)}".encode("utf-8", "replace")).hexdigest()[:16]


def _plain(note: str) -> str:
    return "\n".join(line.rstrip() for line in note.replace("\r\n", "\n").split("\n")).strip()


def write_notes(meeting: Meeting, *, written: Iterable[WrittenNote]) -> list[AgendaItem]:
    """Save what was written; items that somebody else saved meanwhile are left alone and returned.

    Who left an item untouched takes nothing away from the other; what both made the same is no difference.
    """
    rules.check_open(meeting.status, meeting.minutes_status)
    items = {item.id: item for item in meeting.items}
    overtaken = []
    for one in written:
        item = items.get(one.item_id)
        if item is None:
            continue
        typed, held = mark_of(one.note, one.is_finished), mark_of(item.note, item.is_finished)
        if typed in (one.opened, held):
            continue
        if held != one.opened:
            overtaken.append(item)
            continue
        item.note, item.is_finished = _plain(one.note), one.is_finished
    try:
        db.session.flush()
    except StaleDataError as late:  # somebody else saved between our reading and our writing
        raise ChangedMeanwhile(0) from late
    return overtaken


def note_sent(meeting: Meeting, *, at: datetime) -> None:
    """The report goes to everybody who was invited; an empty one to nobody."""
    rules.check_still_planned(meeting.status)
    rules.check_minutes_complete((item.note for item in meeting.items), len(meeting.decisions))
    if not list_to_tell(meeting):
        raise RuleBroken(say("Er is niemand uitgenodigd. Het verslag kan naar niemand."))
    meeting.minutes_sent_at = at
    db.session.flush()


def move_minutes(meeting: Meeting, *, status: MinutesStatus) -> None:
    """Draft, amended, approved, locked."""
    rules.check_still_planned(meeting.status)
    rules.check_minutes_move(meeting.minutes_status, status)
    if status is MinutesStatus.APPROVED:
        rules.check_minutes_complete((item.note for item in meeting.items), len(meeting.decisions))
    meeting.minutes_status = status
    db.session.flush()


def decide(
    meeting: Meeting,
    *,
    text: str,
    item: AgendaItem | None = None,
    partner_id: int | None = None,
    due_on: date | None = None,
    effect: ActionEffect = ActionEffect.NONE,
    action: Action | None = None,
    action_status: ActionStatus | None = None,
    plan: Plan | None = None,
    new_action: dict[str, Any] | None = None,
) -> Decision:
    """Write down a decision and, in the same step, do to the action what was decided."""
    rules.check_open(meeting.status, meeting.minutes_status)
    check_nameless(text, "text")
    touched = _do_to_action(effect, partner_id, action, action_status, plan, new_action or {})
    decision = Decision(
        network_id=meeting.network_id,
        meeting=meeting,
        item=item,
        text=text.strip(),
        partner_id=partner_id,
        due_on=due_on,
        action=touched,
        effect=effect,
    )
    db.session.add(decision)
    db.session.flush()
    return decision


def _do_to_action(
    effect: ActionEffect,
    partner_id: int | None,
    action: Action | None,
    status: ActionStatus | None,
    plan: Plan | None,
    new_action: dict[str, Any],
) -> Action | None:
    if effect is ActionEffect.NONE:
        return None
    if effect is ActionEffect.OPENS:
        if plan is None:
            raise RuleBroken(say("Er is nog geen plan voor dat jaar. Maak eerst een plan."), "effect")
        if not str(new_action.get("title") or "").strip():
            raise RuleBroken(say("Hoe heet de nieuwe actie?"), "new_title")
        return plans.add_action(plan, lead_partner_id=partner_id, **new_action)
    if action is None:
        raise RuleBroken(say("Kies de actie waarover het gaat."), "action_id")
    if effect is ActionEffect.MOVES:
        if status is None:
            raise RuleBroken(say("Kies de nieuwe stand van de actie."), "action_status")
        _move_action(action, status)
    return action


def _move_action(action: Action, status: ActionStatus) -> None:
    try:
        plans.move_action(action, status=status)
    except RuleBroken as broken:
        raise RuleBroken(broken.message, "action_status") from broken


def edit_decision(decision: Decision, *, text: str, partner_id: int | None, due_on: date | None) -> None:
    rules.check_open(decision.meeting.status, decision.meeting.minutes_status)
    check_nameless(text, "text")
    decision.text, decision.partner_id, decision.due_on = text.strip(), partner_id, due_on
    db.session.flush()


def move_decision(decision: Decision, *, status: DecisionStatus) -> None:
    """Carried out, lapsed, or open again; that goes on after the report is locked."""
    rules.check_decision_move(decision.status, status)
    former, decision.status = decision.status, status
    db.session.flush()
    decision_moved.send(decision, former=former)


def add_task(
    network_id: int,
    *,
    title: str,
    meeting: Meeting | None = None,
    partner_id: int | None = None,
    account_id: int | None = None,
    due_on: date | None = None,
) -> Task:
    """Somebody promises something; with a meeting or without."""
    if meeting is not None:
        rules.check_open(meeting.status, meeting.minutes_status)
    check_nameless(title, "title")
    if partner_id is None and account_id is None:
        raise RuleBroken(say("Kies wie dit doet: een partner of een persoon."), "partner_id")
    task = Task(
        network_id=network_id,
        meeting=meeting,
        title=title.strip(),
        partner_id=partner_id,
        account_id=account_id,
        due_on=due_on,
        calendar_uid=new_uid(),
    )
    db.session.add(task)
    db.session.flush()
    return task


def edit_task(task: Task, *, title: str, partner_id: int | None, account_id: int | None, due_on: date | None) -> None:
    check_nameless(title, "title")
    if partner_id is None and account_id is None:
        raise RuleBroken(say("Kies wie dit doet: een partner of een persoon."), "partner_id")
    task.title, task.partner_id, task.account_id, task.due_on = title.strip(), partner_id, account_id, due_on
    db.session.flush()


def finish_task(task: Task, *, at: datetime) -> None:
    if task.is_open:
        task.done_at = at
        db.session.flush()


def drop_task(task: Task, *, at: datetime) -> None:
    """Nobody does it any more; the history keeps it."""
    if task.is_open:
        task.dropped_at = at
        db.session.flush()


def reopen_task(task: Task) -> None:
    task.done_at = task.dropped_at = None
    db.session.flush()
