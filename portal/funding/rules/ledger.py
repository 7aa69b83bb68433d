"""The sums of a year while expenses come in one by one: does this one fit, and what is left?

Only sums that an expense itself can break are kept here: a grant that is spent beyond what it is (MONEY-2), the one
small investment of a year (FED-INV-1, -3) and the lump sum for staff (FED-STAFF-1, -2). What the year lacks, such as
own money beside the drawing right, is no reason to refuse an expense. Money that is promised can still be taken
back, so an expense that needs some of it is warned and not refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Euros, Wording, say
from portal.funding.regimes import SettingKey, StreamKind, YearLaw
from portal.funding.rules.allocated import without_vat
from portal.funding.rules.balance import pool_label
from portal.funding.rules.found import cents_setting, federal_setting, found, is_regime
from portal.funding.rules.staff import is_below_threshold, lump_sum_of_year
from portal.funding.rules.totals import Pool, pooled_of, pools_of
from portal.funding.types import ExpenseKind, GrantFacts, SpentPart

LIMITED = (StreamKind.FEDERAL, StreamKind.DRAWING_RIGHT)  # own and other money may always be more than foreseen


@dataclass(frozen=True)
class Line:
    """A sum of the year beside the most that it may be."""

    rule: str
    pool: str
    label: Wording
    counted_cents: int
    most_cents: int

    @property
    def over_cents(self) -> int:
        return max(0, self.counted_cents - self.most_cents)


class YearLedger:
    """Running sums of a year; taking an expense costs the same however many there are already."""

    def __init__(
        self,
        law: YearLaw,
        grants: Iterable[GrantFacts],
        parts: Iterable[SpentPart] = (),
    ) -> None:
        self.law = law
        held = tuple(grants)
        self._pool_of = {stream.code: pool for pool in pools_of(law) for stream in pool.streams}
        self._pooled = {pool.code: pooled_of(held, pool) for pool in self._pool_of.values()}
        self._granted: Counter[str] = Counter()
        self._spent: Counter[str] = Counter()
        self._promised: Counter[str] = Counter()
        self._staff: Counter[str] = Counter()
        self._investments = 0
        self._investment_cap = self._cap_of_investments()
        for grant in held:
            if grant.stream in self._pool_of:
                self._granted[self._pool_of[grant.stream].code] += grant.amount_cents
        self._count(parts, 1)

    def take(self, new: Sequence[SpentPart], old: Sequence[SpentPart] = ()) -> list[Finding]:
        """Count an expense in place of what it was, and what it breaks; whatever blocks is not counted."""
        before = {(line.rule, line.pool): line.over_cents for line in self._lines(new)}
        self._count(old, -1)
        free = {(line.rule, line.pool): line for line in self._lines(new)}
        promised = self._promised.copy()
        self._count(new, 1)
        broken = [line for line in self._lines(new) if line.over_cents > before.get((line.rule, line.pool), 0)]
        if broken:
            self._count(new, -1)
            self._count(old, 1)
            return [self._said(line, free[line.rule, line.pool], new) for line in broken]
        return list(self._check_promises(new, promised))

    def take_together(self, drafts: Sequence[tuple[Sequence[SpentPart], Sequence[SpentPart]]]) -> list[list[Finding]]:
        """Many expenses at once, each new beside what it was; those that give money back come first."""
        found: list[list[Finding]] = [[] for _ in drafts]
        for at in sorted(range(len(drafts)), key=lambda at: self._asks_more(*drafts[at])):
            found[at] = self.take(*drafts[at])
        return found

    def _asks_more(self, new: Sequence[SpentPart], old: Sequence[SpentPart]) -> bool:
        more: Counter[str] = Counter()
        for parts, times in ((new, 1), (old, -1)):
            for part in parts:
                if part.is_spent and part.stream in self._pool_of:
                    more[self._pool_of[part.stream].code] += times * part.amount_cents
        return any(cents > 0 for cents in more.values())

    def _cap_of_investments(self) -> int | None:
        allowed = federal_setting(self.law, SettingKey.INVESTMENTS_ALLOWED)
        if allowed is None or allowed.value == 0:
            return None  # every investment is refused by itself
        return cents_setting(self.law, SettingKey.INVESTMENT_CAP)

    def _count(self, parts: Iterable[SpentPart], times: int) -> None:
        for part in parts:
            pool = self._pool_of.get(part.stream)
            if pool is None:
                continue
            if part.is_spent:
                self._spent[pool.code] += times * part.amount_cents
                if part.kind is ExpenseKind.STAFF:
                    self._staff[pool.code] += times * part.amount_cents
            else:
                self._promised[pool.code] += times * part.amount_cents
            if part.kind is ExpenseKind.INVESTMENT and pool.kind is StreamKind.FEDERAL:
                charged = without_vat(part.amount_cents, part.invoice_cents, part.invoice_excl_vat_cents)
                self._investments += times * charged

    def _lines(self, parts: Sequence[SpentPart]) -> Iterator[Line]:
        """The lines that these parts can pass, as the sums are now."""
        pools = self._pools_of(parts)
        for code, pool in pools.items():
            spends = [part for part in parts if part.is_spent and self._pool_of.get(part.stream) is pool]
            if spends and code in self._granted and pool.kind in LIMITED:
                yield Line("MONEY-2", code, pool_label(pool), self._spent[code], self._granted[code])
                if is_regime(self.law, "FED-OLD") and any(part.kind is ExpenseKind.STAFF for part in spends):
                    yield from self._staff_line(pool)
        bought = any(part.kind is ExpenseKind.INVESTMENT for part in parts)
        if (
            bought
            and self._investment_cap is not None
            and any(one.kind is StreamKind.FEDERAL for one in pools.values())
        ):
            rule = "FED-INV-1" if is_regime(self.law, "FED-OLD") else "FED-INV-3"
            yield Line(rule, "", say("federaal geld"), self._investments, self._investment_cap)

    def _pools_of(self, parts: Sequence[SpentPart]) -> dict[str, Pool]:
        return {pool.code: pool for part in parts if (pool := self._pool_of.get(part.stream)) is not None}

    def _check_promises(self, new: Sequence[SpentPart], promised: Counter[str]) -> Iterator[Finding]:
        """A warning where a grant pays what is spent, but not what others were promised as well."""
        for code, pool in self._pools_of(new).items():
            if code not in self._granted or pool.kind not in LIMITED:
                continue
            granted, spent = self._granted[code], self._spent[code]
            if not spent <= granted < spent + self._promised[code]:
                continue
            mine = [part for part in new if self._is_in(part, code)]
            asked = sum(part.amount_cents for part in mine)
            left = max(0, granted - (spent + self._promised[code] - asked))
            words = PROMISED_TOO if promised[code] else LEFT_FREE
            sentence = say(
                words.msgid,
                stream=pool_label(pool),
                left=Euros(left),
                asked=Euros(asked),
                **({"promised": Euros(promised[code])} if promised[code] else {}),
            )
            yield found(self.law, "MONEY-2", sentence, self._field_of(mine), severity=Severity.WARNING)

    def _staff_line(self, pool: Pool) -> Iterator[Line]:
        if pool.kind is not StreamKind.FEDERAL:
            return
        granted, staff, pooled = self._granted[pool.code], self._staff[pool.code], self._pooled[pool.code]
        most = lump_sum_of_year(self.law, granted, self._spent[pool.code] - staff, pooled)
        rule = "FED-STAFF-1" if is_below_threshold(self.law, granted, pooled) else "FED-STAFF-2"
        yield Line(rule, pool.code, pool_label(pool), staff, most)

    def _said(self, line: Line, free: Line, new: Sequence[SpentPart]) -> Finding:
        """What is left for this expense, beside the amount on the stream that asks most."""
        left = max(0, line.most_cents - free.counted_cents)
        asked = line.counted_cents - free.counted_cents
        words = SENTENCES[line.rule]
        sentence = say(
            words.msgid, stream=line.label, left=Euros(left), asked=Euros(asked), most=Euros(line.most_cents)
        )
        mine = [part for part in new if not line.pool or self._is_in(part, line.pool)]
        return found(self.law, line.rule, sentence, self._field_of(mine))

    def _field_of(self, parts: Sequence[SpentPart]) -> str:
        return f"parts.{max(parts, key=lambda part: part.amount_cents).stream}"

    def _is_in(self, part: SpentPart, pool: str) -> bool:
        held = self._pool_of.get(part.stream)
        return held is not None and held.code == pool


_INVESTMENTS = say(
    "Investeringen mogen dit jaar samen %(most)s zijn, zonder btw. Er is nog %(left)s vrij, en dit is %(asked)s."
)
PROMISED_TOO = say("Op %(stream)s is nog %(left)s vrij: %(promised)s is al beloofd. Deze uitgave vraagt %(asked)s.")
LEFT_FREE = say("Op %(stream)s is nog %(left)s vrij. Deze uitgave vraagt %(asked)s.")
SENTENCES = {
    "MONEY-2": say(
        "Van %(stream)s is nog %(left)s niet uitgegeven. Deze uitgave vraagt %(asked)s. Dat is te veel. "
        "Verlaag het bedrag of kies ook een andere bron."
    ),
    "FED-INV-1": _INVESTMENTS,
    "FED-INV-3": _INVESTMENTS,
    "FED-STAFF-1": say(
        "De toelage is te klein voor personeelskosten. Op %(stream)s kan geen %(asked)s voor personeel."
    ),
    "FED-STAFF-2": say(
        "Voor personeel mag op %(stream)s hoogstens %(most)s. Er is nog %(left)s vrij, en dit is %(asked)s."
    ),
}
