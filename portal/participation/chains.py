"""What a voice led to, step by step, with what it cost and what changed in between; read from either end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from sqlalchemy import func, select

from portal.extensions import db
from portal.foundation.clock import moment_in_brussels
from portal.foundation.wording import Wording
from portal.funding.models import Allocation, Expense
from portal.history.queries import Subject, list_changes_of
from portal.history.telling import FieldChange, changed_between
from portal.meetings.models import Decision
from portal.participation.models import Voice, VoiceEffect
from portal.participation.news import Came, report_sentences
from portal.participation.types import Outcome
from portal.plans.models import Action


@dataclass(frozen=True)
class Link:
    """One thing that came of a voice: what was different before and after, and what an action cost, by stream."""

    effect: VoiceEffect | None
    action: Action | None
    decision: Decision | None = None
    changed: Sequence[FieldChange] = ()
    is_new: bool = False
    spent: Sequence[tuple[str, int]] = ()

    @property
    def spent_cents(self) -> int:
        return sum(cents for _stream, cents in self.spent)


def links_of(voice: Voice, *, with_money: bool) -> list[Link]:
    """Decisions, and then every action that came of the voice or of those decisions, once (2 statements at most)."""
    changes = changes_of(voice)
    decided = [one for one in voice.effects if one.decision is not None]
    actions = _actions(voice)
    spent = sum_spent_by_stream(voice.network_id, actions) if with_money else {}
    links = []
    for effect in decided:
        found = changes[effect.id]
        links.append(Link(effect, effect.decision.action, effect.decision, found.lines, found.is_new))  # type: ignore[union-attr]
    for action, own in actions.values():
        found = changes[own.id] if own is not None else NOTHING
        links.append(Link(own, action, None, found.lines, found.is_new, spent.get(action.id, ())))
    return links


def _actions(voice: Voice) -> dict[int, tuple[Action, VoiceEffect | None]]:
    """The actions at the end of the way, each with the effect that names it, if one does."""
    found: dict[int, tuple[Action, VoiceEffect | None]] = {
        one.action.id: (one.action, one) for one in voice.effects if one.action is not None
    }
    others = [one.decision.action for one in voice.effects if one.decision is not None]
    if voice.response is not None and voice.response.outcome is not Outcome.NOT_ADOPTED:
        others.append(voice.action)
    for action in others:
        if action is not None:
            found.setdefault(action.id, (action, None))
    return found


@dataclass(frozen=True)
class BeforeAfter:
    """Each field that changed between the voice and the link, with what it was and what it became."""

    lines: Sequence[FieldChange]
    is_new: bool  # it did not exist yet when this was said


NOTHING = BeforeAfter((), is_new=False)


def changes_of(voice: Voice) -> dict[int, BeforeAfter]:
    """What the history tells of each effect, by its id (1 statement)."""
    subjects = {one.id: _subject(one) for one in voice.effects}
    if not subjects:
        return {}
    since = moment_in_brussels(voice.received_on, time())
    told = list_changes_of(voice.network_id, subjects.values(), since=since)
    found = {}
    for effect in voice.effects:
        own = [
            one
            for one in told
            if (one.subject_type, one.subject_id) == (subjects[effect.id].table, subjects[effect.id].key)
            and (effect.linked_at is None or one.at <= effect.linked_at)
        ]
        is_new = any(one.kind == "added" for one in own)
        found[effect.id] = BeforeAfter(changed_between([one for one in own if one.kind == "changed"]), is_new)
    return found


def _subject(effect: VoiceEffect) -> Subject:
    if effect.decision is not None:
        return Subject("decision", effect.decision.id, "meeting", effect.decision.meeting_id)
    return Subject("action", effect.action_id or 0, "action", effect.action_id or 0)


def sum_spent_by_stream(network_id: int, action_ids: Iterable[int]) -> dict[int, list[tuple[str, int]]]:
    """Cents per action and stream, committed ones included."""
    ids = sorted(action_ids)
    if not ids:
        return {}
    wanted = (
        select(Expense.action_id, Allocation.stream, func.sum(Allocation.amount_cents))
        .join(Allocation, Allocation.expense_id == Expense.id)
        .where(Expense.network_id == network_id, Expense.action_id.in_(ids), Expense.withdrawn_at.is_(None))
        .group_by(Expense.action_id, Allocation.stream)
        .order_by(Expense.action_id, Allocation.stream)
    )
    found: dict[int, list[tuple[str, int]]] = {}
    for action_id, stream, cents in db.session.execute(wanted):
        found.setdefault(int(action_id or 0), []).append((stream, int(cents)))
    return found


def sentences_of(voice: Voice, *, is_answered: bool = True) -> list[Wording]:
    """What a report may say of a voice: literally only with consent, and never who said it."""
    response = voice.response if is_answered else None
    effects = sorted(voice.effects, key=lambda one: (one.decision_id is None, one.id))
    came = [Came(str(one), one.decision_id is not None, one.kind, one.note) for one in effects]
    return report_sentences(
        quote=voice.text if voice.quote_consent else "",
        threshold=voice.threshold,
        about=voice.action.title if voice.action else "",
        outcome=response.outcome if response else None,
        reason=response.reason if response else "",
        came=came,
    )
