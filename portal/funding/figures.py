"""The money of a year, stream by stream: granted, planned, committed, spent, justified and left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
class MoneyLine:
    """One stream, of one owner or of both when None; `committed` counts every allocation of every stage.

    `left_cents` is what can still be promised: granted minus committed.
    """

    stream: str
    label: Wording
    owner: Owner | None
    granted_cents: int
    planned_cents: int | None
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
class StreamWords:
    """A stream that the year's regimes know, or that holds money although they do not."""

    code: str
    label: Wording
    spend_by: date | None


Sums = Sequence[tuple[str, Owner, ExpenseStage, int]]


def money_lines(
    streams: Iterable[StreamWords], grants: Sequence[Granted], planned: Mapping[str, int], sums: Sums
) -> list[MoneyLine]:
    """One line per stream, both owners together."""
    return [_line(words, None, grants, planned.get(words.code, 0), sums) for words in streams]


def owner_lines(streams: Iterable[StreamWords], grants: Sequence[Granted], sums: Sums) -> list[MoneyLine]:
    """One line per stream and legal person that has a grant or pays; budgets know no owner."""
    lines = []
    for words in streams:
        holders = {grant.owner for grant in grants if grant.stream == words.code}
        holders |= {owner for stream, owner, _stage, _cents in sums if stream == words.code}
        lines += [_line(words, owner, grants, None, sums) for owner in Owner if owner in holders]
    return lines


def total_line(lines: Sequence[MoneyLine]) -> MoneyLine:
    """All streams together."""
    return MoneyLine(
        stream="",
        label=say("Samen"),
        owner=None,
        granted_cents=sum(line.granted_cents for line in lines),
        planned_cents=sum(line.planned_cents or 0 for line in lines),
        committed_cents=sum(line.committed_cents for line in lines),
        spent_cents=sum(line.spent_cents for line in lines),
        justified_cents=sum(line.justified_cents for line in lines),
    )


def _line(
    words: StreamWords, owner: Owner | None, grants: Sequence[Granted], planned: int | None, sums: Sums
) -> MoneyLine:
    mine = [
        (stage, cents)
        for stream, paid_by, stage, cents in sums
        if stream == words.code and (owner is None or paid_by == owner)
    ]
    return MoneyLine(
        stream=words.code,
        label=words.label,
        owner=owner,
        granted_cents=sum(
            grant.amount_cents
            for grant in grants
            if grant.stream == words.code and (owner is None or grant.owner == owner)
        ),
        planned_cents=planned,
        committed_cents=sum(cents for _stage, cents in mine),
        spent_cents=sum(cents for stage, cents in mine if stage in SPENT_STAGES),
        justified_cents=sum(cents for stage, cents in mine if stage is ExpenseStage.JUSTIFIED),
        spend_by=words.spend_by,
    )
