"""Sums over the money of a year: per stream, per granted pool and per kind of stream."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from portal.funding.regimes import RegimeLevel, SettingKey, StreamDefinition, StreamKind, YearLaw, spend_by
from portal.funding.types import ExpenseFacts, GrantFacts, SpentPart, YearFacts


@dataclass(frozen=True)
class Pool:
    """Streams that share one granted amount."""

    code: str
    streams: tuple[StreamDefinition, ...]

    @property
    def kind(self) -> StreamKind:
        return self.streams[0].kind


def pools_of(law: YearLaw) -> tuple[Pool, ...]:
    """The pools of a year in the fixed order of their first stream."""
    by_code: dict[str, list[StreamDefinition]] = {}
    for stream in law.streams.values():
        by_code.setdefault(stream.grant_pool, []).append(stream)
    return tuple(Pool(code, tuple(streams)) for code, streams in by_code.items())


def pooled_of(grants: Iterable[GrantFacts], pool: Pool) -> int | None:
    """The sum stands with any of the grants of a pool; the largest one counts."""
    codes = {stream.code for stream in pool.streams}
    sums = [grant.pooled_cents for grant in grants if grant.stream in codes and grant.pooled_cents is not None]
    return max(sums, default=None)


@dataclass
class YearTotals:
    """Granted, planned, used (promised or spent) and spent in a year, per stream of that year."""

    facts: YearFacts
    law: YearLaw
    granted: Counter[str] = field(init=False, default_factory=Counter)
    planned: Counter[str] = field(init=False, default_factory=Counter)
    used: Counter[str] = field(init=False, default_factory=Counter)
    spent: Counter[str] = field(init=False, default_factory=Counter)

    def __post_init__(self) -> None:
        for grant in self.facts.grants:
            self.granted[grant.stream] += grant.amount_cents
        for line in self.facts.planned:
            self.planned[line.stream] += line.amount_cents
        for part in self.facts.parts:
            self.used[part.stream] += part.amount_cents
            if part.is_spent:
                self.spent[part.stream] += part.amount_cents

    def pools(self) -> tuple[Pool, ...]:
        return pools_of(self.law)

    def granted_in(self, pool: Pool) -> int:
        return sum(self.granted[stream.code] for stream in pool.streams)

    def used_in(self, pool: Pool) -> int:
        return sum(self.used[stream.code] for stream in pool.streams)

    def planned_in(self, pool: Pool) -> int:
        return sum(self.planned[stream.code] for stream in pool.streams)

    def spent_in(self, pool: Pool) -> int:
        return sum(self.spent[stream.code] for stream in pool.streams)

    def pooled_in(self, pool: Pool) -> int | None:
        """What welfare centres that work together get of the pool; None for a centre on its own."""
        return pooled_of(self.facts.grants, pool)

    def has_grant(self, pool: Pool) -> bool:
        codes = {stream.code for stream in pool.streams}
        return any(grant.stream in codes for grant in self.facts.grants)

    def _of(self, kind: StreamKind) -> list[str]:
        return [stream.code for stream in self.law.streams.values() if stream.kind is kind]

    def granted_of(self, kind: StreamKind) -> int:
        return sum(self.granted[code] for code in self._of(kind))

    def own_money(self) -> int:
        """Co-financing that is there: granted, planned or used while the year runs, only what was spent afterwards."""
        return sum(
            self._there(code, max(self.planned[code], self.granted[code])) for code in self._of(StreamKind.COFINANCING)
        )

    def federal_money(self) -> int:
        """Federal money that pays for the network, planned or used; never more than the part of the grant that may.

        How large that part is stands nowhere (FL-COFIN-7): all of it counts until an administrator decides otherwise.
        """
        row = self.law.setting(RegimeLevel.FLEMISH, SettingKey.FEDERAL_COUNTED_SHARE)
        share = Fraction(1) if row is None or row.value is None else Fraction(row.value)
        return sum(
            min(
                sum(self._there(stream.code, self.planned[stream.code]) for stream in pool.streams),
                int(self.granted_in(pool) * share),
            )
            for pool in self.pools()
            if pool.kind is StreamKind.FEDERAL
        )

    def _there(self, code: str, promised: int) -> int:
        return self.spent[code] if self.is_over(code) else max(promised, self.used[code])

    def days_left(self, stream: str) -> int | None:
        """Days until the money must be spent, negative afterwards; None without a day to count from."""
        today: date | None = self.facts.today
        return None if today is None else (spend_by(stream, self.facts.year, self.law.overrides) - today).days

    def is_over(self, stream: str) -> bool:
        left = self.days_left(stream)
        return left is not None and left < 0


def spent_parts(expenses: Iterable[ExpenseFacts]) -> tuple[SpentPart, ...]:
    """The allocations of expenses as the rules of a year read them; expenses are numbered from 1."""
    return tuple(
        SpentPart(
            stream=part.stream,
            amount_cents=part.amount_cents,
            kind=expense.kind,
            stage=expense.stage,
            expense=number,
            invoice_cents=expense.invoice_cents,
            invoice_excl_vat_cents=expense.invoice_excl_vat_cents,
            invoice_on=expense.invoice_on,
            description=expense.description,
        )
        for number, expense in enumerate(expenses, start=1)
        for part in expense.parts
    )
