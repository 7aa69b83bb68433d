"""The money of a year, stream by stream: granted, planned, committed, spent, justified and left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from portal.foundation.wording import Wording, say
from portal.funding.types import SPENT_STAGES, ExpenseStage, Owner


class Granted(Protocol):
    """A grant, as far as the sums need to know it."""

    stream: str
    owner: Owner
    amount_cents: int


@dataclass(frozen=True)
class StreamPosition:
    """Cumulative: committed counts every allocation, spent is booked or justified, justified is reported.

    `left_cents` is what can still be promised: granted minus committed; below zero the stream is overspent.
    """

    stream: str
    granted_cents: int
    planned_cents: int
    committed_cents: int
    spent_cents: int
    justified_cents: int
    spend_by: date | None = None

    @property
    def left_cents(self) -> int:
        return self.granted_cents - self.committed_cents

    @property
    def unspent_cents(self) -> int:
        return self.granted_cents - self.spent_cents

    @property
    def is_overspent(self) -> bool:
        return self.left_cents < 0


@dataclass(frozen=True)
class MoneyLine(StreamPosition):
    """The position of a stream with its name, of one legal person or of both when None; budgets know no owner."""

    label: Wording = field(kw_only=True)
    owner: Owner | None = None


@dataclass(frozen=True)
class StreamWords:
    """A stream that the year's regimes know, or that holds money although they do not."""

    code: str
    label: Wording
    spend_by: date | None


Pairs = Iterable[tuple[str, int]]
Sums = Sequence[tuple[str, Owner, ExpenseStage, int]]


def positions_of(
    granted: Pairs,
    planned: Pairs,
    spending: Iterable[tuple[str, ExpenseStage, int]],
    *,
    order: Sequence[str] = (),
    spend_by: Mapping[str, date | None] | None = None,
) -> tuple[StreamPosition, ...]:
    """A position for every stream of `order`, then for every other stream that has money, by code."""
    paid = list(spending)
    given, meant = _sum_by_stream(granted), _sum_by_stream(planned)
    committed = _sum_by_stream((stream, cents) for stream, _stage, cents in paid)
    spent = _sum_by_stream((stream, cents) for stream, stage, cents in paid if stage in SPENT_STAGES)
    justified = _sum_by_stream((stream, cents) for stream, stage, cents in paid if stage == ExpenseStage.JUSTIFIED)
    used = sorted((given.keys() | meant.keys() | committed.keys()) - set(order))
    return tuple(
        StreamPosition(
            stream=code,
            granted_cents=given.get(code, 0),
            planned_cents=meant.get(code, 0),
            committed_cents=committed.get(code, 0),
            spent_cents=spent.get(code, 0),
            justified_cents=justified.get(code, 0),
            spend_by=(spend_by or {}).get(code),
        )
        for code in (*order, *used)
    )


def total_position(positions: Iterable[StreamPosition]) -> StreamPosition:
    """All streams together; the earliest date by which something that is left must be spent."""
    rows = list(positions)
    return StreamPosition(
        stream="",
        granted_cents=sum(row.granted_cents for row in rows),
        planned_cents=sum(row.planned_cents for row in rows),
        committed_cents=sum(row.committed_cents for row in rows),
        spent_cents=sum(row.spent_cents for row in rows),
        justified_cents=sum(row.justified_cents for row in rows),
        spend_by=min((row.spend_by for row in rows if row.spend_by and row.unspent_cents > 0), default=None),
    )


def money_lines(
    streams: Iterable[StreamWords], grants: Sequence[Granted], planned: Mapping[str, int], sums: Sums
) -> list[MoneyLine]:
    """One line per stream, both owners together."""
    return [_line(words, None, grants, planned, sums) for words in streams]


def owner_lines(streams: Iterable[StreamWords], grants: Sequence[Granted], sums: Sums) -> list[MoneyLine]:
    """One line per stream and legal person that has a grant or pays."""
    lines = []
    for words in streams:
        holders = {grant.owner for grant in grants if grant.stream == words.code}
        holders |= {owner for stream, owner, _stage, _cents in sums if stream == words.code}
        lines += [_line(words, owner, grants, {}, sums) for owner in Owner if owner in holders]
    return lines


def total_line(lines: Sequence[MoneyLine]) -> MoneyLine:
    """All streams together."""
    return MoneyLine(**vars(total_position(lines)), label=say("Samen"))


def _line(
    words: StreamWords, owner: Owner | None, grants: Sequence[Granted], planned: Mapping[str, int], sums: Sums
) -> MoneyLine:
    (found,) = positions_of(
        [
            (grant.stream, grant.amount_cents)
            for grant in grants
            if grant.stream == words.code and owner in (None, grant.owner)
        ],
        [(words.code, planned.get(words.code, 0))],
        [
            (stream, stage, cents)
            for stream, payer, stage, cents in sums
            if stream == words.code and owner in (None, payer)
        ],
        order=[words.code],
        spend_by={words.code: words.spend_by},
    )
    return MoneyLine(**vars(found), label=words.label, owner=owner)


def _sum_by_stream(parts: Pairs) -> dict[str, int]:
    found: dict[str, int] = {}
    for stream, cents in parts:
        found[stream] = found.get(stream, 0) + cents
    return found
