"""What every list has in common: where it belongs, how a row is checked, and what was found."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from sqlalchemy import inspect

from portal.database import Base
from portal.extensions import db
from portal.foundation.actor import Actor
from portal.foundation.errors import RuleBroken
from portal.foundation.finding import Finding
from portal.foundation.wording import Wording, say
from portal.funding.queries import regime_overrides
from portal.funding.regimes import Decision
from portal.network.models import Network
from portal.transfer.cells.texts import canonical_text
from portal.transfer.columns import ColumnMatch
from portal.transfer.lists.naming import Names, R
from portal.transfer.lists.stream_suggestions import Offered
from portal.transfer.packing import HeldRecord
from portal.transfer.reading import read_table
from portal.transfer.types import (
    CellProblem,
    ColumnKind,
    Heading,
    Language,
    RawTable,
    ReadRow,
    SheetSpec,
    column_letter,
)


@dataclass(frozen=True)
class Place:
    """Of which network and year a list is, who asks for it, and which day it is."""

    network: Network
    actor: Actor
    today: date
    year: int = 0

    @cached_property
    def overrides(self) -> tuple[Decision, ...]:
        """What administrators decided about regimes, asked once for a place."""
        return regime_overrides()


class Outcome(StrEnum):
    """What saving does with a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


OUTCOME_LABELS = {
    Outcome.NEW: say("nieuw"),
    Outcome.CHANGED: say("verandert"),
    Outcome.UNCHANGED: say("staat er al zo"),
}


@dataclass
class CheckedRow:
    """One row with what it says, what saving will do with it, and everything that was found."""

    number: int
    values: dict[str, Any]
    outcome: Outcome = Outcome.NEW
    problems: list[CellProblem] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)
    unshown: tuple[str, ...] = ()  # what a page does not repeat, because another column says it
    awaits_proof: bool = False
    findings: list[Finding] = field(default_factory=list)
    remarks: list[Wording] = field(default_factory=list)
    changed: tuple[str, ...] = ()
    is_total: bool = False
    is_hidden: bool = False
    offered: Offered | None = None
    record: Any = None
    draft: dict[str, Any] = field(default_factory=dict)

    @property
    def is_wrong(self) -> bool:
        """Nothing is saved while it stands so; a row of totals is no row of the list, so nothing is wrong with it."""
        return not self.is_total and (bool(self.problems) or any(finding.blocks for finding in self.findings))

    @property
    def is_good(self) -> bool:
        return not self.is_total and not self.is_wrong

    def without_records(self) -> CheckedRow:
        """The same row to be packed: each record of the database by its table and its key."""
        return replace(self, record=_packed(self.record), draft={key: _packed(one) for key, one in self.draft.items()})

    def with_records(self, find: Callable[[HeldRecord], Any]) -> CheckedRow:
        """The same row to be saved, with the records that it is about."""

        def found(value: Any) -> Any:
            return find(value) if isinstance(value, HeldRecord) else value

        return replace(self, record=found(self.record), draft={key: found(one) for key, one in self.draft.items()})

    @property
    def warns(self) -> bool:
        return bool(self.remarks) or bool(self.findings)


def _packed(value: Any) -> Any:
    if not isinstance(value, Base):
        return value
    return HeldRecord(value.__tablename__, int(inspect(value).identity[0]))  # type: ignore[index]


@dataclass(frozen=True)
class FoundColumns:
    """Where the columns of a list stand in the file at hand."""

    spec: SheetSpec
    letters: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, spec: SheetSpec, headings: Sequence[Heading], match: ColumnMatch) -> FoundColumns:
        headers = {heading.position: heading.text for heading in headings}
        letters = {key: (column_letter(at), headers.get(at, "")) for key, at in match.positions.items()}
        return cls(spec, letters)

    def problem(self, row: int, key: str, reason: Wording) -> CellProblem:
        """Why a value is refused, with the place where it stands."""
        letter, header = self.letters.get(key, ("", ""))
        if not header and any(column.key == key for column in self.spec.columns):
            header = str(self.spec.column(key).header)
        return CellProblem(row, letter, header, reason, key=key)


class Intake(ABC):
    """Reads rows of one list against what the network already has, and saves them."""

    key_columns: tuple[str, ...] = ()

    def __init__(self, place: Place, columns: FoundColumns) -> None:
        self.place = place
        self.columns = columns
        self.heard: Callable[[int], None] = lambda _done: None  # who wants to know how far working out a saving is
        self.takes: Callable[[int], bool] = lambda _row: False  # of which rows the reader took the suggestion

    @abstractmethod
    def check(self, row: ReadRow) -> CheckedRow:
        """One row; its cells may have problems already."""

    def check_together(self, rows: Sequence[CheckedRow]) -> None:  # noqa: B027  (most lists have nothing to add)
        """What can only be seen when all rows are known."""

    @abstractmethod
    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        """Work out what saving takes; whoever goes through the answer writes, and hears how many rows are done.

        Nothing is written before the first step: until then others may go on.
        """

    def find_record(self, held: HeldRecord) -> Any:
        """The record that a packed row is about; what was read here to hold rows against is still at hand."""
        model = next(one.class_ for one in Base.registry.mappers if one.class_.__tablename__ == held.table)
        return db.session.get_one(model, held.key)

    def begin(self, row: ReadRow) -> CheckedRow:
        return CheckedRow(
            row.number,
            dict(row.values),
            problems=list(row.problems),
            unread=dict(row.unread),
            is_total=row.is_total,
            is_hidden=row.is_hidden,
        )

    def reads(self, row: CheckedRow, *keys: str) -> bool:
        """Whether these cells could be read: a rule asks nothing of a cell that was refused already."""
        return not any(key in row.unread for key in keys) and not is_shifted(row)

    def named(self, row: CheckedRow, key: str, names: Names[R], unknown: Wording) -> R | None:
        """The record that a cell names; a name that leads nowhere is refused beside the cell."""
        record = names.find(row.values[key])
        if record is None and self.reads(row, key):
            self.refuse(row, key, say(unknown.msgid, name=row.values[key], year=self.place.year))
        return record

    def refuse(self, row: CheckedRow, key: str, reason: Wording) -> None:
        row.problems.append(self.columns.problem(row.number, key, reason))

    def obey(self, row: CheckedRow, key: str, rule: Callable[..., Any], *args: Any, **values: Any) -> Any:
        """The answer of a rule; when it is broken, the sentence goes beside the cell."""
        try:
            return rule(*args, **values)
        except RuleBroken as broken:
            self.refuse(row, key, broken.message)
            return None

    def compare(
        self, row: CheckedRow, held: Mapping[str, Any], passed: Iterable[str] = (), implied: Iterable[str] = ()
    ) -> None:
        """Which columns of the file say something else than the record; the rest is taken from the record.

        `implied` are cells that were empty and got their usual meaning: on a record they change nothing.
        """
        said = {key: value for key, value in row.values.items() if key not in set(implied)}
        skipped = set(passed)
        row.changed = tuple(
            key
            for key, value in said.items()
            if key not in skipped and key not in row.unread and same(value) != same(held.get(key))
        )
        row.outcome = Outcome.CHANGED if row.changed else Outcome.UNCHANGED
        row.values = {**held, **said}

    def imply(self, row: CheckedRow, meanings: Mapping[str, str]) -> list[str]:
        """Fill in what an empty cell means; the keys of the cells that were empty."""
        empty = [key for key in meanings if key in row.values and row.values[key] is None]
        row.values |= {key: meanings[key] for key in empty}
        return empty

    def totals(self, rows: Iterable[CheckedRow]) -> list[tuple[Wording, int]]:
        """The sum of every column with amounts that has any."""
        sums = {column.key: 0 for column in self.columns.spec.columns if column.kind is ColumnKind.MONEY}
        for row in rows:
            for key in sums:
                sums[key] += row.values.get(key) or 0
        return [(self.columns.spec.column(key).header, cents) for key, cents in sums.items() if cents]


@dataclass(frozen=True)
class Listing:
    """A list that goes in and out as a spreadsheet.

    `columns` gives what may be read, what a template asks, or what a reader may take out.
    """

    name: str
    title: Wording
    has_year: bool
    reading: Callable[[Place], SheetSpec]
    template: Callable[[Place], SheetSpec]
    export: Callable[[Place, Sequence[Mapping[str, Any]]], SheetSpec]
    rows: Callable[[Place], list[dict[str, Any]]]
    examples: Callable[[Place], list[dict[str, Any]]] = lambda _place: []
    intake: type[Intake] | None = None
    read_file: Callable[[Place, bytes, str, Sequence[Language]], RawTable] | None = None

    def read(self, place: Place, data: bytes, filename: str, languages: Sequence[Language]) -> RawTable:
        """The table in a file; some lists stand on several sheets."""
        if self.read_file is not None:
            return self.read_file(place, data, filename, languages)
        return read_table(data, filename, self.reading(place), languages=languages)

    @property
    def is_read_in(self) -> bool:
        """Some lists only go out."""
        return self.intake is not None

    def take_in(self, place: Place, columns: FoundColumns) -> Intake:
        if self.intake is None:
            raise LookupError(f"nobody reads in {self.name}")
        return self.intake(place, columns)


def is_shifted(row: CheckedRow) -> bool:
    """Whether a separator too many put the cells of a row under the wrong headers."""
    return any(problem.key is None for problem in row.problems)


def same(value: Any) -> Any:
    """A value as it is after a journey through a file: nothing and emptiness are one."""
    if isinstance(value, str):
        value = canonical_text(value)
    if isinstance(value, tuple):
        value = frozenset(value)
    return None if value in ("", frozenset()) or value is False else value


def double_of(row: int) -> Wording:
    return say("Deze rij gaat over hetzelfde als rij %(row)s. Hou er één en laat de andere weg.", row=row)
