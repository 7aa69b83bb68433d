"""The figures that a rule reckons with, per regulation and span of years, as the rulebook or a decision has them."""

from __future__ import annotations

from dataclasses import dataclass

from portal.foundation.wording import Wording
from portal.foundation.years import LAST_YEAR
from portal.funding.regimes import (
    AMOUNT_LABELS,
    REGIMES,
    RULES,
    SETTING_LABELS,
    Decision,
    RuleEntry,
    YearAmount,
    amount_of_year,
)
from portal.funding.regimes.amounts import AMOUNTS, RULE_OF_AMOUNT, told_amount
from portal.funding.regimes.decisions import DecidedAmount, DecidedDeadline, DecidedSetting
from portal.funding.regimes.registry import DatedDeadline, dated_deadline, settings_of
from portal.funding.regimes.types import Regime, Setting, SettingKey, told_setting

YEARS_AHEAD = 3


@dataclass(frozen=True)
class Parameter:
    """A figure for some years in a row."""

    regime: str
    key: SettingKey
    first_year: int
    last_year: int | None
    setting: Setting
    is_decided: bool

    @property
    def label(self) -> Wording:
        return SETTING_LABELS[self.key]

    @property
    def told(self) -> Wording:
        return told_setting(self.key, self.setting.value)


def parameters_of(rule: str, decisions: tuple[Decision, ...] = ()) -> tuple[Parameter, ...]:
    """Every figure of a rule, year by year, years with the same figure taken together."""
    found = (
        parameter
        for row in RULES[rule]
        for code in row.regimes
        for key in row.parameters
        for parameter in spans_of(REGIMES[code], key, decisions)
        if _touches(parameter, row)
    )
    return tuple(dict.fromkeys(found))


def _touches(parameter: Parameter, row: RuleEntry) -> bool:
    """Whether a figure holds in one of the years of the rule."""
    begins = row.from_year or parameter.first_year
    ends = row.until_year or parameter.last_year or LAST_YEAR
    return parameter.first_year <= ends and (parameter.last_year or LAST_YEAR) >= begins


def figures_of(regime: Regime, decisions: tuple[Decision, ...] = ()) -> tuple[Parameter, ...]:
    """Every figure of a regime over its years."""
    keys = dict.fromkeys(row.key for row in regime.settings)
    return tuple(parameter for key in keys for parameter in spans_of(regime, key, decisions))


def spans_of(regime: Regime, key: SettingKey, decisions: tuple[Decision, ...] = ()) -> tuple[Parameter, ...]:
    """A figure of a regime over its years."""
    found: list[Parameter] = []
    for year in range(regime.first_year, _last_told(regime, key, decisions) + 1):
        row = next((one for one in settings_of(regime, year, decisions) if one.key is key), None)
        if row is None:
            continue
        before = found[-1] if found else None
        if before is not None and before.last_year == year - 1 and _same(before.setting, row):
            found[-1] = Parameter(regime.code, key, before.first_year, year, row, before.is_decided)
        else:
            found.append(Parameter(regime.code, key, year, year, row, _is_decided(regime, key, row, decisions)))
    if found and regime.last_year is None:
        last = found[-1]
        found[-1] = Parameter(regime.code, key, last.first_year, None, last.setting, last.is_decided)
    return tuple(found)


def _last_told(regime: Regime, key: SettingKey, decisions: tuple[Decision, ...]) -> int:
    """The last year of a regime; without one, the last year in which a figure can still change."""
    if regime.last_year is not None:
        decided = [one.from_year for one in _decided(regime, key, decisions)]
        return max([regime.last_year, *decided])
    changes = [row.from_year or 0 for row in regime.settings] + [row.until_year or 0 for row in regime.settings]
    changes += [one.from_year for one in _decided(regime, key, decisions)]
    changes += [one.until_year or 0 for one in _decided(regime, key, decisions)]
    return min(max([regime.first_year, *changes]) + 1, LAST_YEAR)


def _decided(regime: Regime, key: SettingKey, decisions: tuple[Decision, ...]) -> list[DecidedSetting]:
    return [one for one in decisions if isinstance(one, DecidedSetting) and (one.regime, one.key) == (regime.code, key)]


def _is_decided(regime: Regime, key: SettingKey, row: Setting, decisions: tuple[Decision, ...]) -> bool:
    return any(
        (one.value, one.source, one.certainty, one.from_year) == (row.value, row.source, row.certainty, row.from_year)
        for one in _decided(regime, key, decisions)
    )


def _same(one: Setting, other: Setting) -> bool:
    return (one.value, one.certainty, one.source) == (other.value, other.certainty, other.source)


def deadlines_of(rule: str, year: int, decisions: tuple[Decision, ...] = ()) -> tuple[tuple[int, DatedDeadline], ...]:
    """The days that a rule asks for: this year and what follows, and every year of which one was decided.

    Regimes that have the same day are told once.
    """
    found = []
    for regime in REGIMES.values():
        for deadline in regime.deadlines:
            if deadline.rule != rule:
                continue
            decided = {
                one.year
                for one in decisions
                if isinstance(one, DecidedDeadline) and (one.regime, one.deadline) == (regime.code, deadline.key)
            }
            near = {one for one in range(year - 1, year + YEARS_AHEAD) if regime.first_year <= one}
            near = {one for one in near if regime.holds_in(one) and deadline.only_for_year in (None, one)}
            only = {deadline.only_for_year} if deadline.only_for_year else set()
            found += [(one, dated_deadline(regime, deadline, one, decisions)) for one in near | decided | only]
    found.sort(key=lambda pair: (pair[0], pair[1].key, pair[1].regime))
    once = {(year, one.key, one.on, one.source): (year, one) for year, one in reversed(found)}
    return tuple(reversed(once.values()))


@dataclass(frozen=True)
class ToldAmount:
    """An amount of a year beside its words."""

    amount: YearAmount
    is_decided: bool

    @property
    def label(self) -> Wording:
        return AMOUNT_LABELS[self.amount.key]

    @property
    def told(self) -> Wording:
        return told_amount(self.amount.key, self.amount.value)


def amounts_of(rule: str, decisions: tuple[Decision, ...] = ()) -> tuple[ToldAmount, ...]:
    """The yearly amounts that stand with a rule, oldest first."""
    decided = {(one.key, one.year) for one in decisions if isinstance(one, DecidedAmount)}
    wanted = {(row.key, row.year) for row in AMOUNTS if rule in (row.rule, RULE_OF_AMOUNT[row.key])}
    wanted |= {(key, year) for key, year in decided if RULE_OF_AMOUNT[key] == rule}
    rows = (amount_of_year(key, year, decisions) for key, year in sorted(wanted, key=lambda one: (one[1], one[0])))
    return tuple(ToldAmount(row, (row.key, row.year) in decided) for row in rows if row is not None)


def keys_of(rule: str) -> frozenset[str]:
    """The keys under which decisions about a rule are kept."""
    settings = {key.value for row in RULES[rule] for key in row.parameters}
    days = {one.key for regime in REGIMES.values() for one in regime.deadlines if one.rule == rule}
    amounts = {key.value for key, home in RULE_OF_AMOUNT.items() if home == rule}
    amounts |= {row.key.value for row in AMOUNTS if row.rule == rule}
    return frozenset({*settings, *days, *amounts})
