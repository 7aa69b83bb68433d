"""Watches every save and writes what changed in the same transaction; changes that would slip past are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Table, event, insert, inspect, update
from sqlalchemy.orm import Mapper, ORMExecuteState, PassiveFlag, Session, SessionTransaction
from sqlalchemy.orm.attributes import get_history

from portal.database import Base
from portal.foundation.clock import now
from portal.foundation.wording import say
from portal.history.models import Change, Revision


@dataclass(frozen=True)
class Hand:
    """By whom and along which way something is changed."""

    account_id: int | None
    name: str
    via: str


SYSTEM = Hand(None, str(say("systeem")), str(say("automatisch")))  # kept in Dutch, told in the reader's language
_hand: ContextVar[Hand | None] = ContextVar("hand", default=None)
_sources: list[Callable[[], Hand | None]] = []


@contextmanager
def acting(hand: Hand) -> Iterator[None]:
    """Everything saved within is told as done by this hand."""
    token = _hand.set(hand)
    try:
        yield
    finally:
        _hand.reset(token)


def ask_for_hand(source: Callable[[], Hand | None]) -> None:
    """Tell the recorder whom to ask who is at work when nobody said so (the signed-in person of a request)."""
    _sources[:] = [source]


def current_hand() -> Hand:
    return _hand.get() or next((hand for source in _sources if (hand := source())), SYSTEM)


def is_recorded(model: type[Base]) -> bool:
    """Whether changes of this table are told; only tables that hold no facts of the work are left out."""
    return "*" not in model.unrecorded


def watch(session: Any) -> None:
    """Attach the recorder to a session factory; a second application in the process does not tell things twice."""
    for moment, listener in (
        ("before_flush", _note_changes),
        ("after_flush", _write_changes),
        ("after_soft_rollback", _forget_noted),
        ("after_transaction_end", _forget_moment),
        ("do_orm_execute", _refuse_mass_changes),
    ):
        if not event.contains(session, moment, listener):
            event.listen(session, moment, listener)


def _refuse_mass_changes(state: ORMExecuteState) -> None:
    """An UPDATE or DELETE of many rows at once would not be told; recorded tables are changed record by record."""
    if not (state.is_update or state.is_delete or state.is_insert) or state.bind_mapper is None:
        return
    model = state.bind_mapper.class_
    if model is Change and not state.is_insert:
        raise PermissionError("the history is only added to")
    if is_recorded(model):
        raise PermissionError(f"{model.__name__} is changed record by record, so that its history is told")


def _note_changes(session: Session, _context: Any, _instances: Any) -> None:
    """Before saving: remember old and new values of changed and removed records."""
    noted = session.info.setdefault("noted changes", [])
    for record in session.dirty:
        if isinstance(record, Change):
            raise PermissionError("the history is only added to")
        if is_recorded(type(record)) and session.is_modified(record):
            noted.append(("changed", record, None))
    for record in session.deleted:
        if isinstance(record, Change):
            raise PermissionError("the history is only added to")
        if is_recorded(type(record)):
            noted.append(("removed", record, _removed_row(session, record)))
    noted.extend(("added", record, None) for record in session.new if is_recorded(type(record)))


def _forget_noted(session: Session, _previous: Any) -> None:
    """What failed to be saved is not told."""
    session.info.pop("noted changes", None)


def _forget_moment(session: Session, transaction: SessionTransaction) -> None:
    """What is saved after this is another act."""
    if transaction.parent is None:
        session.info.pop("moment", None)


def _write_changes(session: Session, _context: Any) -> None:
    """After saving, within the same transaction: ids are known now, old values still are."""
    rows = []
    for kind, record, row in session.info.pop("noted changes", []):
        row = row or _row(session, kind, record)
        if row["fields"] or kind != "changed":
            rows.append(row)
    tell(session, rows)


def tell(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Write rows of the log, and move what is remembered of the networks that they are about."""
    if not rows:
        return
    moment = session.info.setdefault("moment", now())  # one for a whole transaction: an act is told as one
    told = [row | {"at": moment} for row in rows]
    session.connection().execute(insert(Change.__table__), told)  # type: ignore[arg-type]
    for scope in sorted({row["network_id"] or 0 for row in rows}):
        move_revision(session, scope)


def move_revision(session: Session, scope: int) -> None:
    """Count one change of a network; from here to the end of the transaction nobody else can save one."""
    table = Revision.__table__
    moved = session.connection().execute(
        update(table).where(table.c.scope == scope).values(number=table.c.number + 1)  # type: ignore[arg-type]
    )
    if moved.rowcount == 0:
        session.connection().execute(insert(table).values(scope=scope, number=1))  # type: ignore[arg-type]


def _row(session: Session, kind: str, record: Base) -> dict[str, Any]:
    return described(kind, record) | {"fields": dict(told_fields(session, kind, record))}


def _removed_row(session: Session, record: Base) -> dict[str, Any]:
    return _row(session, "removed", record)


def described(kind: str, record: Base) -> dict[str, Any]:
    """What a row of the log says beside the fields and the moment: who, of which record, and on whose page."""
    hand = current_hand()
    page = getattr(record, record.part_of) if record.part_of else None
    page_type, page_id = _page(record, page)
    network_id = record.id if record.__tablename__ == "network" else getattr(record, "network_id", None)  # type: ignore[attr-defined]
    return {
        "network_id": network_id,
        "account_id": hand.account_id,
        "by": hand.name[:200],
        "via": hand.via,
        "kind": kind,
        "subject_type": record.__tablename__,
        "subject_id": _key(record),
        "subject_name": str(record)[:300],
        "page_type": page_type,
        "page_id": page_id,
    }


def _page(record: Base, page: Base | None) -> tuple[str, int]:
    if page is None:
        return record.__tablename__, _key(record)
    if page.part_of:
        return _page(page, getattr(page, page.part_of))
    return page.__tablename__, _key(page)


def _key(record: Base) -> int:
    return int(inspect(record).mapper.primary_key_from_instance(record)[0])


def told_fields(session: Session, kind: str, record: Base) -> Iterator[tuple[str, list[Any]]]:
    """The old and the new value of each field that a change tells."""
    mapper: Mapper[Any] = inspect(record).mapper
    for name in _told_columns(mapper):
        new = getattr(record, name)
        if kind == "added":
            if new not in (None, "", (), False):
                yield name, [None, _plain(session, mapper, name, new)]
        elif kind == "removed":
            yield name, [_plain(session, mapper, name, new), None]
        elif (history := get_history(record, name, PassiveFlag.PASSIVE_NO_INITIALIZE)).has_changes():
            old = history.deleted[0] if history.deleted else None
            if old != new:
                yield name, [_plain(session, mapper, name, old), _plain(session, mapper, name, new)]


@cache
def _told_columns(mapper: Mapper[Any]) -> tuple[str, ...]:
    model = mapper.class_
    silent = {"id", "network_id", "version", f"{model.part_of}_id"} | model.unrecorded
    return tuple(attribute.key for attribute in mapper.column_attrs if attribute.key not in silent)


def _plain(session: Session, mapper: Mapper[Any], name: str, value: Any) -> Any:
    """A value as the log keeps it; a reference to another record as its id and its name at that moment."""
    if value is None:
        return None
    column = mapper.columns[name]
    if column.foreign_keys and isinstance(value, int):
        return {"id": value, "name": _name_of(session, mapper, name, value)}
    match value:
        case StrEnum():
            return {"enum": type(value).__name__, "code": value.value}
        case bool() | int() | float():
            return {"cents": value} if name.endswith("_cents") else value
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case tuple() | list():
            return {"codes": [str(getattr(code, "value", code)) for code in value]}
        case Decimal():
            return str(value)
        case dict():
            return {"wording" if "msgid" in value else "record": value}
        case _:
            return str(value)


def _name_of(session: Session, mapper: Mapper[Any], name: str, key: int) -> str:
    other = _mapper_of(next(iter(mapper.columns[name].foreign_keys)).column.table)
    if other is None:
        return str(key)
    found = session.identity_map.get(other.identity_key_from_primary_key((key,)))
    found = found if found is not None else session.get(other.class_, key)
    return str(found)[:300] if found is not None else str(key)


@cache
def _mapper_of(table: Table) -> Mapper[Any] | None:
    return next((mapper for mapper in Base.registry.mappers if mapper.local_table is table), None)
