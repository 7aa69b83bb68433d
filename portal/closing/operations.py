"""Closing a year, opening it again with a reason, and marking deadlines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from portal.closing import guarding, queries, rules
from portal.closing.models import ClosedRecord, ClosedYear, DeadlineMark
from portal.closing.types import KeptRecord, MarkFacts
from portal.extensions import db
from portal.foundation.clock import in_brussels
from portal.foundation.errors import RuleBroken, YearClosed
from portal.foundation.wording import Day, say


def begin_closing(network_id: int, year: int) -> None:
    """Wait until nobody saves figures of the network; raises YearClosed when somebody was first."""
    guarding.hold_alone(db.session(), network_id)
    guarding.refuse_closed(db.session(), network_id, (year,))


def close_year(
    network_id: int, *, year: int, records: Iterable[KeptRecord], by: str, at: datetime, revision: int, secret: str
) -> ClosedYear:
    """Freeze a year with everything that is kept of it; `begin_closing` came before, in the same transaction."""
    kept = sorted(records, key=lambda one: one.kind)
    digest = rules.digest_of(kept)
    closing = ClosedYear(
        network_id=network_id,
        year=year,
        closed_at=at,
        closed_by=" ".join(by.split())[:150],
        digest=digest,
        signature=rules.signature_of(digest, secret),
        state_of_data=revision,
    )
    closing.records = [
        ClosedRecord(
            network_id=network_id,
            kind=one.kind,
            sha256=rules.sha256_of(one.content),
            size=len(one.content.encode("utf-8")),
            content=one.content,
        )
        for one in kept
    ]
    db.session.add(closing)
    db.session.flush()
    return closing


def reopen_year(closing: ClosedYear, *, reason: str, by: str, at: datetime) -> None:
    """Open a closed year again; what was kept of it stays readable."""
    text = rules.check_reason(reason)
    guarding.hold_alone(db.session(), closing.network_id)
    db.session.refresh(closing, ["reopened_at", "reopened_by"])
    if closing.reopened_at is not None:
        raise RuleBroken(
            say(
                "%(by)s heeft dit jaar al heropend op %(day)s.",
                by=closing.reopened_by,
                day=Day(in_brussels(closing.reopened_at).date()),
            )
        )
    closing.reopened_at, closing.reopened_by, closing.reason = at, by[:150], text
    db.session.flush()


def check_open(network_id: int, year: int) -> None:
    """Raises YearClosed early, before anybody typed much; the guard looks again when it is saved."""
    closure = next((one for one in queries.list_closures(network_id) if one.year == year), None)
    if closure is not None:
        raise YearClosed(rules.sentence_of_closed(closure, in_brussels(closure.closed_at).date()), year)


def mark_deadline(network_id: int, *, year: int, deadline: str, facts: MarkFacts, today: date) -> DeadlineMark:
    """Note an own date, that it is done, or why it is left out."""
    rules.check_mark(facts, today)
    mark = queries.find_mark(network_id, year, deadline)
    if mark is None:
        mark = DeadlineMark(network_id=network_id, year=year, deadline=deadline)
        db.session.add(mark)
    if mark.planned_on != facts.planned_on:
        mark.reminded_on = None  # another date has reminders of its own
    mark.planned_on, mark.done_on, mark.skipped_reason = facts.planned_on, facts.done_on, facts.skipped_reason
    db.session.flush()
    return mark


def note_reminder(network_id: int, *, year: int, deadline: str, on: date) -> None:
    """A reminder goes out; the next one waits its turn."""
    mark = queries.find_mark(network_id, year, deadline)
    if mark is None:
        mark = DeadlineMark(network_id=network_id, year=year, deadline=deadline)
        db.session.add(mark)
    mark.reminded_on = on
    db.session.flush()
