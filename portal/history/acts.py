"""Changes that somebody made in one go, told as one act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Protocol, TypeVar

from portal.history.models import Change
from portal.history.words import is_automatic

FILE = "upload"
R = TypeVar("R", bound="Row")


class Row(Protocol):
    """A change, as far as it is known without what changed."""

    @property
    def id(self) -> int: ...

    @property
    def at(self) -> datetime: ...

    @property
    def account_id(self) -> int | None: ...

    @property
    def by(self) -> str: ...

    @property
    def via(self) -> str: ...

    @property
    def kind(self) -> str: ...

    @property
    def subject_type(self) -> str: ...

    @property
    def subject_id(self) -> int: ...

    @property
    def page_type(self) -> str: ...

    @property
    def page_id(self) -> int: ...


Key = tuple[datetime, int | None, str, str]


def key_of_act(change: Row) -> Key:
    """Equal for what one person saved in one transaction."""
    return change.at, change.account_id, change.by, change.via


def is_whole(row: Row) -> bool:
    """Whether the change is told on the record's own page, and not on that of the record it is part of."""
    return (row.subject_type, row.subject_id) == (row.page_type, row.page_id)


def record_by_record(rows: Iterable[R]) -> list[R]:
    """Each record with its parts behind it, in the order in which they were made."""
    ordered = sorted(rows, key=lambda row: row.id)
    places: dict[tuple[str, int], int] = {}
    for row in ordered:
        places.setdefault((row.page_type, row.page_id), len(places))
    return sorted(ordered, key=lambda row: (places[row.page_type, row.page_id], not is_whole(row)))


@dataclass
class Act:
    """What one hand did in one moment. `changes` are those that are told, `rows` stand for all."""

    changes: list[Change]
    rows: Sequence[Row] = ()
    steps: list[Change] = field(default_factory=list)  # of the file that was read in, from before

    def __post_init__(self) -> None:
        self.changes = record_by_record(self.changes)
        self.rows = self.rows or self.changes

    @cached_property
    def counts(self) -> Counter[tuple[str, str]]:
        """How many changes, by kind and table."""
        return Counter((row.kind, row.subject_type) for row in self.rows)

    @property
    def at(self) -> datetime:
        return self.changes[-1].at

    @property
    def by(self) -> str:
        return self.changes[-1].by

    @property
    def via(self) -> str:
        return self.changes[-1].via

    @cached_property
    def reading_in(self) -> Change | None:
        """How a file ended whose rows were saved in this act."""
        if all(one.subject_type == FILE for one in self.changes):
            return None
        return next((one for one in self.changes if one.subject_type == FILE and "saved_rows" in one.fields), None)

    @cached_property
    def by_people(self) -> list[Change]:
        return [one for one in self.changes if not self._is_by_itself(one)]

    @property
    def by_itself(self) -> list[Change]:
        """What the portal wrote because of it."""
        return [*self.steps, *(one for one in self.changes if self._is_by_itself(one))]

    def _is_by_itself(self, one: Change) -> bool:
        return one is self.reading_in or is_automatic(one.subject_type, one.kind, one.fields)

    @cached_property
    def main(self) -> Change | None:
        """The one record that this act is about: the only one, or the whole whose parts changed along."""
        told = self.by_people
        apart = FILE if self.reading_in is not None else ""
        if len({(row.page_type, row.page_id) for row in self.rows if row.subject_type != apart}) > 1:
            return None
        wholes = [one for one in told if is_whole(one)]
        return told[0] if len(told) == 1 else wholes[0] if len(wholes) == 1 else None

    @cached_property
    def counted(self) -> dict[str, dict[str, int]]:
        """Per kind how many records of each table; of records with their parts only the records.

        A record that was added and then changed in the same act was added.
        """
        people = {(one.kind, one.subject_type) for one in self.by_people}
        wholes = {(row.kind, row.subject_type) for row in self.rows if is_whole(row)}
        told = (wholes - {("changed", FILE)}) or people
        added = {(row.subject_type, row.subject_id) for row in self.rows if row.kind == "added"}
        records = {
            (row.kind, row.subject_type, row.subject_id)
            for row in self.rows
            if (row.kind, row.subject_type) in told
            and (row.kind != "changed" or (row.subject_type, row.subject_id) not in added)
        }
        found: dict[str, dict[str, int]] = {}
        for kind, table, _number in sorted(records):
            found.setdefault(kind, {})[table] = found.get(kind, {}).get(table, 0) + 1
        return found

    @property
    def itself_count(self) -> int:
        """How many the portal wrote, those that are not told here included."""
        tables = {one.subject_type for one in self.by_itself}
        return len(self.steps) + sum(count for (_kind, table), count in self.counts.items() if table in tables)

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def fold(changes: Iterable[Change]) -> list[Act]:
    """Changes, newest first, as acts, newest first."""
    groups: dict[Key, list[Change]] = {}
    for change in changes:
        groups.setdefault(key_of_act(change), []).append(change)
    return [Act(group) for group in sorted(groups.values(), key=lambda group: group[0].at, reverse=True)]


def with_their_files(acts: Sequence[Act]) -> list[Act]:
    """The steps of a file before it was read in go with the act that read it in."""
    read_in = {act.reading_in.subject_id: act for act in acts if act.reading_in is not None}
    kept = []
    for act in acts:
        only_file = {(one.subject_type, one.subject_id) for one in act.changes}
        whole = next((read_in[key] for kind, key in only_file if kind == FILE and key in read_in), None)
        if whole is None or whole is act or len(only_file) > 1:
            kept.append(act)
        else:
            whole.steps = [*act.changes, *whole.steps]
    return kept
