"""Adds many new records with few statements, and tells each of them as if it was saved alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnDefault, insert, inspect
from sqlalchemy.orm import Mapper, RelationshipProperty, Session
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.interfaces import MANYTOONE

from portal.database import Base
from portal.history.recording import described, is_recorded, tell, told_fields

Witness = Callable[[Session, Sequence[Base]], None]
_witnesses: list[Witness] = []


def before_adding(witness: Witness) -> None:
    """Who is asked before records are sent past the session; raises when they may not be."""
    if witness not in _witnesses:
        _witnesses.append(witness)


class Additions:
    """New records that were never in a session, each table before the tables that point at it.

    Whatever can be worked out without writing is worked out here, so that the database is locked for the sending alone.
    """

    def __init__(self, session: Session, *groups: Sequence[Base]) -> None:
        self._session = session
        self._groups = [_Group(session, records) for records in groups if records]

    def send(self) -> None:
        """Insert the records and their history; the transaction is the caller's."""
        for witness in _witnesses:
            for group in self._groups:
                witness(self._session, group.records)
        for group in self._groups:
            group.insert()
        tell(self._session, [row for group in self._groups for row in group.told()])


class _Group:
    """Records of one table."""

    def __init__(self, session: Session, records: Sequence[Base]) -> None:
        self.session = session
        self.records = records
        self.mapper: Mapper[Any] = inspect(type(records[0]))
        self.key = str(self.mapper.primary_key[0].key)
        self.parents = [one for one in self.mapper.relationships if one.direction is MANYTOONE]
        for record in records:
            self._fill(record)
        self.rows = [self._values(record) for record in records]
        self.fields = [dict(told_fields(session, "added", record)) for record in records] if self._is_told else []

    @property
    def _is_told(self) -> bool:
        return is_recorded(self.mapper.class_)

    def insert(self) -> None:
        """Send the rows together, as far as the database tells which id is whose; the records get their ids."""
        for parent in self.parents:
            self._point_at(parent)
        table = self.mapper.local_table
        wanted = insert(table).returning(table.c[self.key], sort_by_parameter_order=True)  # type: ignore[arg-type]
        ids = self.session.connection().execute(wanted, self.rows).scalars()
        for record, number in zip(self.records, ids, strict=True):
            set_committed_value(record, self.key, number)

    def told(self) -> list[dict[str, Any]]:
        """The rows of the history, now that the records have an id."""
        return [
            described("added", record) | {"fields": fields}
            for record, fields in zip(self.records, self.fields, strict=self._is_told)
        ]

    def _fill(self, record: Base) -> None:
        """What a flush would fill in: the first version, the usual value of a column, and the record of the page."""
        held = record.__dict__
        for attribute in self.mapper.column_attrs:
            column = attribute.columns[0]
            if attribute.key not in held and attribute.key != self.key:
                is_version = column is self.mapper.version_id_col
                set_committed_value(record, attribute.key, 1 if is_version else _usual(column.default))
        page = self.mapper.relationships.get(record.part_of) if record.part_of else None
        if page is not None and held.get(page.key) is None:
            local, _remote = page.local_remote_pairs[0]
            found = self.session.get(page.mapper.class_, held[self.mapper.get_property_by_column(local).key])
            set_committed_value(record, page.key, found)

    def _values(self, record: Base) -> dict[str, Any]:
        return {
            attribute.columns[0].key: record.__dict__[attribute.key]
            for attribute in self.mapper.column_attrs
            if attribute.key != self.key
        }

    def _point_at(self, parent: RelationshipProperty[Any]) -> None:
        """The id of the record that each record belongs to; a parent of the same sending has one only now."""
        for local, remote in parent.local_remote_pairs or ():
            remote_key = parent.mapper.get_property_by_column(remote).key
            key = self.mapper.get_property_by_column(local).key
            for at, (record, row) in enumerate(zip(self.records, self.rows, strict=True)):
                target = record.__dict__.get(parent.key)
                if target is None:
                    continue
                row[str(local.key)] = number = getattr(target, remote_key)
                if record.__dict__.get(key) is None:
                    set_committed_value(record, key, number)
                    self._tell_late(at, key, number, target)

    def _tell_late(self, at: int, key: str, number: int, target: Base) -> None:
        """A record that had no id before is named in the history all the same."""
        model = self.mapper.class_
        if self._is_told and key != f"{model.part_of}_id" and key not in model.unrecorded:
            self.fields[at][key] = [None, {"id": number, "name": str(target)[:300]}]


def _usual(default: Any) -> Any:
    """The value that a column gets when nobody gives one."""
    return default.arg if isinstance(default, ColumnDefault) and default.is_scalar else None
