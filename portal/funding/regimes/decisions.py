"""What administrators decided of the law, as values that the pure rules take: a status, a figure, a date, an amount."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from portal.foundation.finding import Certainty
from portal.funding.regimes.amounts import AmountKey
from portal.funding.regimes.types import SettingKey


@dataclass(frozen=True)
class RegimeStatus:
    """What an administrator decided about a regime, with the source."""

    code: str
    in_force: bool
    certainty: Certainty
    source: str


@dataclass(frozen=True)
class DecidedSetting:
    """A figure of a regime from a year on (until and including another); it goes before what the regime says."""

    regime: str
    key: SettingKey
    value: int | Fraction
    from_year: int
    until_year: int | None
    certainty: Certainty
    source: str

    def holds_in(self, year: int) -> bool:
        return self.from_year <= year and (self.until_year is None or year <= self.until_year)


@dataclass(frozen=True)
class DecidedDeadline:
    """The day of a deadline of a regime, for the money of one year."""

    regime: str
    deadline: str
    year: int
    on: date
    certainty: Certainty
    source: str


@dataclass(frozen=True)
class DecidedAmount:
    """An amount or a count of the whole country or of Flanders, in one year."""

    key: AmountKey
    year: int
    value: int
    certainty: Certainty
    source: str


Decision: TypeAlias = RegimeStatus | DecidedSetting | DecidedDeadline | DecidedAmount


class Decisions(tuple[Decision, ...]):
    """Everything that was decided, oldest first, so that the newest wins; hashed once, because rules ask often."""

    __hash: int

    def __hash__(self) -> int:
        try:
            return self.__hash
        except AttributeError:
            self.__hash = super().__hash__()
            return self.__hash


NOTHING_DECIDED = Decisions()


def as_decisions(found: Iterable[Decision]) -> Decisions:
    """The same decisions, ready to be asked often."""
    return found if isinstance(found, Decisions) else Decisions(found)


def statuses(found: Iterable[Decision]) -> dict[str, RegimeStatus]:
    """The newest status of each regime of which one was decided."""
    return {one.code: one for one in found if isinstance(one, RegimeStatus)}


def decided_setting(found: Iterable[Decision], regime: str, key: SettingKey, year: int) -> DecidedSetting | None:
    """The newest decision about a figure of a regime that holds in a year."""
    fitting = None
    for one in found:
        if isinstance(one, DecidedSetting) and (one.regime, one.key) == (regime, key) and one.holds_in(year):
            fitting = one
    return fitting


def decided_deadline(found: Iterable[Decision], regime: str, deadline: str, year: int) -> DecidedDeadline | None:
    """The newest decision about a deadline of a regime for the money of a year."""
    fitting = None
    for one in found:
        if isinstance(one, DecidedDeadline) and (one.regime, one.deadline, one.year) == (regime, deadline, year):
            fitting = one
    return fitting


def decided_amount(found: Iterable[Decision], key: AmountKey, year: int) -> DecidedAmount | None:
    """The newest decision about an amount of a year."""
    fitting = None
    for one in found:
        if isinstance(one, DecidedAmount) and (one.key, one.year) == (key, year):
            fitting = one
    return fitting
