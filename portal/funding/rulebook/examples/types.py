"""A worked example: what goes in, the formula, what the portal's own code makes of it, and what the source says."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from portal.foundation.wording import Day, Euros, Percent, Wording, say
from portal.funding.regimes import RegimeLevel, Setting, SettingKey, YearLaw

Value = Euros | Day | Percent | Wording | int | str


@dataclass(frozen=True)
class Outcome:
    """One result beside the figure that the rulebook or the manual states for it."""

    label: Wording
    computed: Value
    stated: Value

    @property
    def agrees(self) -> bool:
        return self.computed == self.stated

    @property
    def told(self) -> Wording:
        return told(self.computed)

    @property
    def told_stated(self) -> Wording:
        return told(self.stated)


@dataclass(frozen=True)
class Given:
    """One thing that the example starts from."""

    label: Wording
    value: Value

    @property
    def told(self) -> Wording:
        return told(self.value)


@dataclass(frozen=True)
class WorkedExample:
    """Reckoned when it is asked for, with the figures of its year and what administrators decided."""

    rule: str
    title: Wording
    year: int
    given: tuple[Given, ...]
    formula: Wording
    outcomes: tuple[Outcome, ...]
    is_invented: bool = False

    @property
    def agrees(self) -> bool:
        return all(one.agrees for one in self.outcomes)


def told(value: Value) -> Wording:
    return value if isinstance(value, Wording) else Wording("%(value)s", {"value": value})


def given(*pairs: tuple[Wording, Value]) -> tuple[Given, ...]:
    return tuple(Given(label, value) for label, value in pairs)


def percent(share: Fraction | int, digits: int | None = None) -> Percent:
    """A share of one, with as many decimals as it has, three at most."""
    exact = Fraction(share) * 100
    needed = next((n for n in range(3) if (exact * 10**n).denominator == 1), 3)
    return Percent(float(share), needed if digits is None else digits)


def share_in(law: YearLaw, level: RegimeLevel, key: SettingKey) -> Fraction:
    """A figure of the year of an example; nought where the law has none, and then the example no longer agrees."""
    row: Setting | None = law.setting(level, key)
    return Fraction(0) if row is None or row.value is None else Fraction(row.value)


ADDED = say("De delen samen.")
