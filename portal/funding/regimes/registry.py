"""All regimes, and which of them rule a year; the year of the money decides, never today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from portal.foundation.finding import Certainty
from portal.foundation.wording import Wording
from portal.foundation.years import Span
from portal.funding.regimes import sources
from portal.funding.regimes.amounts import AMOUNTS, RULE_OF_AMOUNT, AmountKey, YearAmount
from portal.funding.regimes.decisions import (
    NOTHING_DECIDED,
    Decision,
    as_decisions,
    decided_amount,
    decided_deadline,
    decided_setting,
    statuses,
)
from portal.funding.regimes.fed_end import FED_END
from portal.funding.regimes.fed_new import FED_NEW
from portal.funding.regimes.fed_old import FED_OLD
from portal.funding.regimes.fl_bcd_b import FL_BCD_B
from portal.funding.regimes.fl_bcd_t import FL_BCD_T
from portal.funding.regimes.fl_pd import FL_PD
from portal.funding.regimes.streams import ORDER, OTHER_STREAM
from portal.funding.regimes.types import (
    Deadline,
    Regime,
    RegimeLevel,
    Setting,
    SettingKey,
    StreamDefinition,
    StreamKind,
)

REGIMES: dict[str, Regime] = {regime.code: regime for regime in (FL_PD, FL_BCD_T, FL_BCD_B, FED_OLD, FED_NEW, FED_END)}


def _first_definitions() -> dict[str, StreamDefinition]:
    found = {OTHER_STREAM.code: OTHER_STREAM}
    for regime in REGIMES.values():
        for stream in regime.streams:
            found.setdefault(stream.code, stream)
    return dict(sorted(found.items(), key=lambda item: ORDER[item[0]]))


STREAMS: dict[str, StreamDefinition] = _first_definitions()


@dataclass(frozen=True)
class DatedDeadline:
    """A deadline of one year; `on` is None when nobody has found the date and no administrator filled it in."""

    title: Wording
    on: date | None
    rule: str
    certainty: Certainty
    source: str
    key: str = ""
    regime: str = ""
    is_change: bool = False


@dataclass(frozen=True)
class YearLaw:
    """What rules the money of one year: the regimes, the streams that exist and the figures that hold."""

    year: int
    regimes: tuple[Regime, ...]
    streams: Mapping[str, StreamDefinition]
    overrides: tuple[Decision, ...] = ()
    choice: str | None = None
    figures: Mapping[tuple[RegimeLevel, SettingKey], Setting] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        figures = {
            (regime.level, row.key): row
            for regime in reversed(self.regimes)
            for row in settings_of(regime, self.year, self.overrides)
        }
        object.__setattr__(self, "figures", figures)

    def regime(self, level: RegimeLevel) -> Regime | None:
        return next((regime for regime in self.regimes if regime.level is level), None)

    def kind_of(self, stream: str) -> StreamKind | None:
        """The kind of a stream that exists in this year."""
        known = self.streams.get(stream)
        return known.kind if known else None

    def setting(self, level: RegimeLevel, key: SettingKey) -> Setting | None:
        """The figure that holds in this year, or None when the regime has none."""
        return self.figures.get((level, key))

    def amount(self, key: AmountKey) -> YearAmount | None:
        """A total of Flanders or of the country in this year, or None when nobody has found it."""
        return amount_of_year(key, self.year, self.overrides)

    def of_other_year(self, year: int) -> YearLaw:
        return law_of_year(year, self.overrides, self.choice)


def settings_of(regime: Regime, year: int, overrides: tuple[Decision, ...] = ()) -> tuple[Setting, ...]:
    """Every figure of a regime in a year: what was decided goes before what the rulebook says."""
    keys = dict.fromkeys(row.key for row in regime.settings)
    found = (_setting_of(regime, key, year, overrides) for key in keys)
    return tuple(row for row in found if row is not None)


def _setting_of(regime: Regime, key: SettingKey, year: int, overrides: tuple[Decision, ...]) -> Setting | None:
    rows = [row for row in regime.settings if row.key is key]
    written = next((row for row in rows if row.holds_in(year)), None)
    decided = decided_setting(overrides, regime.code, key, year)
    if decided is None:
        return written
    return Setting(
        key,
        decided.value,
        (written or rows[-1]).rule,
        decided.certainty,
        decided.source,
        decided.from_year,
        decided.until_year,
    )


def amount_of_year(key: AmountKey, year: int, overrides: tuple[Decision, ...] = ()) -> YearAmount | None:
    """A total of a year: what was decided last, else what the rulebook found, else nothing."""
    decided = decided_amount(overrides, key, year)
    if decided is not None:
        return YearAmount(key, year, decided.value, RULE_OF_AMOUNT[key], decided.certainty, decided.source)
    return next((row for row in AMOUNTS if row.key is key and row.year == year), None)


def regimes_of_year(
    year: int, overrides: tuple[Decision, ...] = (), *, choice: str | None = None
) -> tuple[Regime, ...]:
    """The regime that rules each level: the latest one in force of which it is a year.

    Only the end of a subsidy can be undone: while it is out of force, the regime before it goes on. Any other regime
    out of force leaves its years to nobody.
    `choice` is the code of a regime that the network chose where it has a choice: FL-BCD-B, 2027 to 2032.
    """
    in_force = {code: status.in_force for code, status in statuses(overrides).items()}
    ruling = []
    for level in RegimeLevel:
        begun = sorted(
            (regime for regime in REGIMES.values() if regime.level is level and _starts(regime, choice) <= year),
            key=lambda regime: (_starts(regime, choice), regime.code == choice),
        )
        while begun and begun[-1].is_end and not in_force.get(begun[-1].code, True):
            begun.pop()
            begun[-1:] = [replace(regime, last_year=None) for regime in begun[-1:]]
        found = [regime for regime in begun if in_force.get(regime.code, True) and regime.holds_in(year)]
        ruling += found[-1:]
    return tuple(ruling)


def _starts(regime: Regime, choice: str | None) -> int:
    return regime.first_year if regime.code == choice else regime.rules_by_default_from


def law_of_year(year: int, overrides: tuple[Decision, ...] = (), choice: str | None = None) -> YearLaw:
    """Everything the rules need to know of a year, with what administrators decided."""
    return _law_of_year(year, as_decisions(overrides), choice)


@lru_cache(maxsize=512)
def _law_of_year(year: int, overrides: tuple[Decision, ...], choice: str | None) -> YearLaw:
    regimes = regimes_of_year(year, overrides, choice=choice)
    streams = [stream for regime in regimes for stream in regime.streams] + [OTHER_STREAM]
    ordered = sorted(streams, key=lambda stream: ORDER[stream.code])
    return YearLaw(year, regimes, {stream.code: stream for stream in ordered}, overrides, choice)


def streams_of_year(
    year: int, overrides: tuple[Decision, ...] = (), *, choice: str | None = None
) -> tuple[StreamDefinition, ...]:
    """The streams of a year, always in the same order: Flemish, co-financing, federal, other."""
    return tuple(law_of_year(year, overrides, choice).streams.values())


def stream_exists(code: str, year: int, overrides: tuple[Decision, ...] = ()) -> bool:
    return code in law_of_year(year, overrides).streams


def find_stream(code: str) -> StreamDefinition | None:
    """A stream of any year, or None for a code that no regime knows."""
    return STREAMS.get(code)


def all_streams() -> tuple[StreamDefinition, ...]:
    """Every stream of every regime once, in the fixed order."""
    return tuple(STREAMS.values())


def spending_period(stream_code: str, year: int, overrides: tuple[Decision, ...] = NOTHING_DECIDED) -> Span:
    """The days in which money of a stream and year is spent; the old federal years ran from May to April."""
    stream = find_stream(stream_code)
    month = 1
    if stream is not None and stream.kind is StreamKind.FEDERAL:
        row = law_of_year(year, overrides).setting(RegimeLevel.FEDERAL, SettingKey.PERIOD_START_MONTH)
        month = int(row.value) if row is not None and row.value else 1
    return Span(date(year, month, 1), date(year + 1, month, 1) - timedelta(days=1))


def spend_by(stream_code: str, year: int, overrides: tuple[Decision, ...] = NOTHING_DECIDED) -> date:
    """The last day on which money of a stream and year can be spent."""
    until = spending_period(stream_code, year, overrides).until
    return until if until is not None else date(year, 12, 31)


def deadlines_of_year(
    year: int,
    overrides: tuple[Decision, ...] = (),
    *,
    choice: str | None = None,
    starts_a_note: bool = False,
) -> tuple[DatedDeadline, ...]:
    """The deadlines of the money of a year, dated ones first; a note that starts has its application."""
    dated = [
        dated_deadline(regime, deadline, year, overrides)
        for regime in regimes_of_year(year, overrides, choice=choice)
        for deadline in regime.deadlines
        if deadline.only_for_year in (None, year) and (starts_a_note or not deadline.starts_a_note)
    ]
    return tuple(sorted(dated, key=lambda one: (one.on is None, one.on or date.max, one.rule)))


def dated_deadline(
    regime: Regime, deadline: Deadline, year: int, overrides: tuple[Decision, ...] = ()
) -> DatedDeadline:
    """A deadline of a regime for the money of a year; the day that was decided goes before the one that was found."""
    decided = decided_deadline(overrides, regime.code, deadline.key, year)
    return DatedDeadline(
        deadline.title,
        decided.on if decided else deadline.falls_on(year),
        deadline.rule,
        decided.certainty if decided else deadline.certainty,
        decided.source if decided else deadline.source,
        deadline.key,
        regime.code,
        deadline.is_change,
    )


def cofinancing_ratio(
    year: int,
    overrides: tuple[Decision, ...] = (),
    *,
    choice: str | None = None,
    network_ratio: Fraction | None = None,
) -> Setting | None:
    """Own money for each Flemish euro and how sure that is; the network's own ratio goes first."""
    row = law_of_year(year, overrides, choice).setting(RegimeLevel.FLEMISH, SettingKey.COFINANCING_RATIO)
    if network_ratio is None or row is None:
        return row
    return Setting(row.key, network_ratio, row.rule, Certainty.CONFIRMED, sources.OF_NETWORK)
