"""The last word on closed years: whatever way a change comes, nothing of a closed year is saved."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import event, inspect, select, text, update
from sqlalchemy.orm import PassiveFlag, Session, SessionTransaction
from sqlalchemy.orm.attributes import get_history

from portal.closing.models import ClosedYear
from portal.closing.rules import sentence_of_closed
from portal.closing.types import Closure
from portal.database import Base
from portal.foundation.clock import in_brussels
from portal.foundation.errors import RuleBroken, YearClosed
from portal.foundation.wording import say
from portal.foundation.years import LAST_YEAR
from portal.history.adding import before_adding
from portal.history.models import Revision
from portal.network.models import Agreement, Network

LOCK = 20131  # the first number of an advisory lock of PostgreSQL; the second is the network
TRIES, PAUSE = 60, 0.1  # how long a closing waits for who is saving at that moment
HELD = "years held open"


def guard_closed_years(session: Any) -> None:
    """Attach the guard to a session factory; once is enough for a process."""
    for moment, listener in (("before_flush", _before_flush), ("after_transaction_end", _forget)):
        if not event.contains(session, moment, listener):
            event.listen(session, moment, listener)
    before_adding(_before_adding)


def _before_flush(session: Session, _context: Any, _instances: Any) -> None:
    touched: dict[int, set[int]] = defaultdict(set)
    with session.no_autoflush:
        for record in [*session.new, *session.deleted]:
            if _is_frozen(record):
                _note(session, record, touched, ())
        for record in session.dirty:
            if _is_frozen(record) and (changed := _changed(record)):
                _note(session, record, touched, changed)
            if isinstance(record, Agreement):
                touched[record.network_id].update(_years_of_another_end(record))
        _insist_open(session, touched)


def _before_adding(session: Session, records: Sequence[Base]) -> None:
    if not _is_frozen(records[0]):
        return
    touched: dict[int, set[int]] = defaultdict(set)
    with session.no_autoflush:
        for record in records:
            _note(session, record, touched, ())
        _insist_open(session, touched)


def _forget(session: Session, transaction: SessionTransaction) -> None:
    """What was held open is free again with the end of the transaction."""
    if transaction.parent is None:
        session.info.pop(HELD, None)


def _is_frozen(record: Any) -> bool:
    return isinstance(record, Base) and record.frozen_with is not None


def _changed(record: Base) -> list[str]:
    """The columns that change and that a closed year holds on to."""
    frozen = record.frozen_columns
    names = [one.key for one in inspect(record).mapper.column_attrs if one.key != "version"]
    changed = []
    for name in names:
        if frozen is not None and name not in frozen:
            continue
        found = get_history(record, name, PassiveFlag.PASSIVE_NO_INITIALIZE)
        if found.has_changes() and list(found.added) != list(found.deleted):
            changed.append(name)
    for relation in inspect(record).mapper.relationships:
        if len(relation.local_columns) != 1 or relation.uselist:
            continue
        key = next(iter(relation.local_columns)).key
        if (frozen is None or key in frozen) and get_history(
            record, relation.key, PassiveFlag.PASSIVE_NO_INITIALIZE
        ).has_changes():
            changed.append(str(key))
    return changed


def _years_of_another_end(agreement: Agreement) -> set[int]:
    """The years in which it holds for longer or shorter than before; ending it later on leaves those before alone."""
    former = get_history(agreement, "ends_on", PassiveFlag.PASSIVE_NO_INITIALIZE).deleted
    if not former:
        return set()
    before, after = (one.year if one else LAST_YEAR for one in (former[0], agreement.ends_on))
    return {before} if before == after else set(range(min(before, after) + 1, max(before, after) + 1))


def _note(session: Session, record: Any, touched: dict[int, set[int]], changed: Sequence[str]) -> None:
    years = touched[_network_of(session, record)]
    years.update(_years(session, record, record.frozen_with))
    for name in changed:  # a record that leaves a closed year is one that changes it
        for old in get_history(record, name, PassiveFlag.PASSIVE_NO_INITIALIZE).deleted or ():
            if name == record.frozen_with and isinstance(old, int):
                years.add(old)
            elif isinstance(old, date) and record.frozen_with == "years":
                years.add(old.year)
            elif isinstance(old, int) and "." in str(record.frozen_with):
                years.update(_years_of_former(session, record, name, old))


def _years(session: Session, record: Any, path: str) -> Iterator[int]:
    """The year or years at the end of a path from a record."""
    first, _dot, rest = path.partition(".")
    if rest:
        parent = getattr(record, first, None) or _parent(session, record, first)
        if parent is not None:
            yield from _years(session, parent, rest)
        return
    found = getattr(record, first, None)
    if isinstance(found, int):
        yield found
    elif found is not None:
        yield from found


def _parent(session: Session, record: Any, relation: str) -> Any:
    """The record that a new one belongs to, when only its key was given."""
    held = inspect(record).mapper.relationships[relation]
    key = getattr(record, next(iter(held.local_columns)).key, None)
    return session.get(held.mapper.class_, key) if key is not None else None


def _years_of_former(session: Session, record: Any, name: str, key: int) -> Iterator[int]:
    """The years of the record that this one belonged to before."""
    first, _dot, rest = str(record.frozen_with).partition(".")
    held = inspect(record).mapper.relationships[first]
    if next(iter(held.local_columns)).key == name:
        parent = session.get(held.mapper.class_, key)
        if parent is not None:
            yield from _years(session, parent, rest)


def _network_of(session: Session, record: Any) -> int:
    """The network of a record; a new part may still have to get it from the whole."""
    found = record.network_id
    if found is None and record.part_of:
        whole = getattr(record, record.part_of, None)
        found = whole.network_id if whole is not None else None
    return int(found or 0)


def _insist_open(session: Session, touched: dict[int, set[int]]) -> None:
    """Raises YearClosed; otherwise nobody closes these years before this transaction has ended."""
    held = session.info.setdefault(HELD, {})
    for network_id, years in sorted(touched.items()):
        if years <= held.get(network_id, set()):
            continue
        hold_open(session, network_id)
        refuse_closed(session, network_id, years)
        held[network_id] = held.get(network_id, set()) | years


def hold_open(session: Session, network_id: int) -> None:
    """From here to the end of the transaction no year of this network gets closed; many can hold it so together."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(
            text("SELECT pg_advisory_xact_lock_shared(:lock, :network)"), {"lock": LOCK, "network": network_id}
        )
    else:
        _take_the_database(session, network_id)


def hold_alone(session: Session, network_id: int) -> None:
    """Wait until nobody is saving figures of the network, and keep it so; raises RuleBroken when that takes long.

    The rows that every saving takes come first, in the order in which it takes them: nobody then waits in a circle.
    """
    connection = session.connection()
    if connection.dialect.name != "postgresql":
        _take_the_database(session, network_id)
        return
    network: Any = Network.__table__
    connection.execute(update(network).where(network.c.id == network_id).values(name=network.c.name))
    _take_the_database(session, network_id)
    wanted = text("SELECT pg_try_advisory_xact_lock(:lock, :network)")
    for _again in range(TRIES):  # trying, not queueing: who saves never has to wait for who waits
        if connection.execute(wanted, {"lock": LOCK, "network": network_id}).scalar():
            return
        time.sleep(PAUSE)
    raise RuleBroken(say("Er wordt net nu iets bewaard in dit netwerk. Probeer het over een minuut opnieuw."))


def _take_the_database(session: Session, network_id: int) -> None:
    """Be the one who writes in this network; on SQLite that is the one who writes at all."""
    table: Any = Revision.__table__
    session.connection().execute(update(table).where(table.c.scope == network_id).values(number=table.c.number))


def refuse_closed(session: Session, network_id: int, years: Iterable[int]) -> None:
    """Raises YearClosed for the first of these years that is closed."""
    table: Any = ClosedYear.__table__
    wanted = (
        select(table.c.year, table.c.closed_at, table.c.closed_by)
        .where(table.c.network_id == network_id, table.c.reopened_at.is_(None))
        .order_by(table.c.year)
    )
    closed = {row.year: row for row in session.connection().execute(wanted)}
    first = next((year for year in sorted(years) if year in closed), None)
    if first is not None:
        row = closed[first]
        closure = Closure(row.year, row.closed_at, row.closed_by)
        raise YearClosed(sentence_of_closed(closure, in_brussels(row.closed_at).date()), first)
