"""The words of the law: regimes, streams, dated settings, deadlines and rules, with certainty and source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from portal.foundation.finding import Certainty, Severity
from portal.foundation.wording import Euros, Percent, Wording, say
from portal.funding.types import Owner
from portal.plans.types import MONTH_LABELS


class RegimeLevel(StrEnum):
    FLEMISH = "flemish"
    FEDERAL = "federal"


REGIME_LEVEL_LABELS = {
    RegimeLevel.FLEMISH: say("Vlaams"),
    RegimeLevel.FEDERAL: say("federaal"),
}


class StreamKind(StrEnum):
    DRAWING_RIGHT = "drawing_right"
    COFINANCING = "cofinancing"
    FEDERAL = "federal"
    OTHER = "other"


@dataclass(frozen=True)
class StreamDefinition:
    """A source of money. Streams with the same `pool` share one granted amount, free to shift inside it."""

    code: str
    label: Wording
    short_label: Wording
    owner: Owner
    kind: StreamKind
    explanation: Wording
    counts_as_cofinancing: bool = False
    rule_ids: tuple[str, ...] = ()
    pool: str = ""

    @property
    def grant_pool(self) -> str:
        return self.pool or self.code


class SettingKey(StrEnum):
    """The figures of the law that change over the years: amounts in cents, shares as fractions, yes as 1."""

    COFINANCING_RATIO = "cofinancing-ratio"
    VGC_SHARE = "vgc-share"
    DRAWING_RIGHT_WEIGHT = "drawing-right-weight"
    FEDERAL_WEIGHT = "federal-weight"
    PERIOD_START_MONTH = "period-start-month"
    IMPUTATION_COUNTS = "imputation-counts"
    INVESTMENTS_ALLOWED = "investments-allowed"
    INVESTMENT_CAP = "investment-cap"
    PERSON_CAP = "person-cap"
    RECYCLED_PC_CAP = "recycled-pc-cap"
    ICT_PACK_PARTS = "ict-pack-parts"
    STAFF_SHARE = "staff-share"
    STAFF_SHARE_MODULES = "staff-share-modules"
    STAFF_THRESHOLD = "staff-threshold"
    OUTSOURCING_GENERAL_SHARE = "outsourcing-general-share"
    COMMITMENT_IN_PERIOD = "commitment-in-period"
    ADVANCE_SHARE = "advance-share"
    UNSPENT_GOES_BACK = "unspent-goes-back"
    VGC_GOES_FIRST = "vgc-goes-first"
    FEDERAL_COUNTED_SHARE = "federal-counted-share"
    FLEMISH_STAFF_ALLOWED = "flemish-staff-allowed"
    YEARS_OF_KEEPING = "years-of-keeping"


SETTING_LABELS = {
    SettingKey.COFINANCING_RATIO: say("eigen geld voor elke euro van Vlaanderen"),
    SettingKey.VGC_SHARE: say("deel van de VGC"),
    SettingKey.DRAWING_RIGHT_WEIGHT: say("gewicht van de verhoogde tegemoetkoming"),
    SettingKey.FEDERAL_WEIGHT: say("gewicht van het leefloon"),
    SettingKey.PERIOD_START_MONTH: say("eerste maand van het federale jaar"),
    SettingKey.IMPUTATION_COUNTS: say("de boekingsdatum telt"),
    SettingKey.INVESTMENTS_ALLOWED: say("een investering mag"),
    SettingKey.INVESTMENT_CAP: say("hoogste bedrag voor een investering, zonder btw"),
    SettingKey.PERSON_CAP: say("hoogste bedrag voor een aankoop per persoon, zonder btw"),
    SettingKey.RECYCLED_PC_CAP: say("hoogste bedrag per gerecycleerde pc"),
    SettingKey.ICT_PACK_PARTS: say("delen van een pakket met internet, telefoon en tv"),
    SettingKey.STAFF_SHARE: say("deel voor personeel"),
    SettingKey.STAFF_SHARE_MODULES: say("deel voor personeel bij collectieve modules"),
    SettingKey.STAFF_THRESHOLD: say("kleinste toelage met recht op personeelskosten"),
    SettingKey.OUTSOURCING_GENERAL_SHARE: say("deel voor algemene kosten bij uitbesteding"),
    SettingKey.COMMITMENT_IN_PERIOD: say("een overeenkomst is vastgelegd in het jaar zelf"),
    SettingKey.ADVANCE_SHARE: say("hoogste voorschot"),
    SettingKey.UNSPENT_GOES_BACK: say("wat overblijft, gaat terug"),
    SettingKey.VGC_GOES_FIRST: say("het deel van de VGC gaat er eerst af"),
    SettingKey.FEDERAL_COUNTED_SHARE: say("deel van het federale geld dat telt als cofinanciering"),
    SettingKey.FLEMISH_STAFF_ALLOWED: say("personeel mag met Vlaams geld"),
    SettingKey.YEARS_OF_KEEPING: say("jaren dat je de bewijzen bewaart"),
}


# How a figure of the law is told: as money, as a part of a whole, as yes or no, as a month.
IN_EUROS = frozenset(key for key in SettingKey if key.endswith(("-cap", "-threshold")))
IN_PERCENT = frozenset(key for key in SettingKey if "share" in key or "weight" in key)
YES_OR_NO = frozenset(
    {
        SettingKey.IMPUTATION_COUNTS,
        SettingKey.INVESTMENTS_ALLOWED,
        SettingKey.COMMITMENT_IN_PERIOD,
        SettingKey.UNSPENT_GOES_BACK,
        SettingKey.VGC_GOES_FIRST,
        SettingKey.FLEMISH_STAFF_ALLOWED,
    }
)


def told_setting(key: SettingKey, value: Fraction | int | None) -> Wording:
    """A figure of the law in words."""
    if value is None:
        return say("nog niet bekend")
    if key in YES_OR_NO:
        return say("ja") if value else say("nee")
    if key in IN_EUROS:
        return Wording("%(value)s", {"value": Euros(int(value))})
    if key in IN_PERCENT:
        exact = Fraction(value) * 100
        digits = next((n for n in range(4) if (exact * 10**n).denominator == 1), 4)
        return Wording("%(value)s", {"value": Percent(float(value), digits)})
    if key is SettingKey.PERIOD_START_MONTH:
        return MONTH_LABELS[int(value)]
    return Wording("%(value)s", {"value": int(value) if value == int(value) else float(value)})


@dataclass(frozen=True)
class Setting:
    """One figure of a regime for some years; value None means: the law is not known, ask before you use it."""

    key: SettingKey
    value: int | Fraction | None
    rule: str
    certainty: Certainty
    source: str
    from_year: int | None = None
    until_year: int | None = None

    def holds_in(self, year: int) -> bool:
        return (self.from_year is None or self.from_year <= year) and (
            self.until_year is None or year <= self.until_year
        )

    @property
    def is_settled(self) -> bool:
        """Sure enough to refuse somebody."""
        return self.certainty in (Certainty.CONFIRMED, Certainty.PROBABLE)


@dataclass(frozen=True)
class Deadline:
    """A date that money of a year has to meet; without month and day nobody has found the date.

    `key` is how a decision names it, the same in every regime that has this deadline. `is_change`: on that day the law
    changes, and nobody has to hand anything in.
    """

    key: str
    title: Wording
    rule: str
    certainty: Certainty
    source: str
    month: int | None = None
    day: int | None = None
    year_offset: int = 0
    only_for_year: int | None = None
    starts_a_note: bool = False
    is_change: bool = False

    def falls_on(self, year: int) -> date | None:
        if self.month is None or self.day is None:
            return None
        return date(year + self.year_offset, self.month, self.day)


@dataclass(frozen=True)
class Regime:
    """A body of rules with its years. `default_from` later than `first_year`: until then only a network that
    chooses it has it."""

    code: str
    level: RegimeLevel
    title: Wording
    first_year: int
    last_year: int | None
    certainty: Certainty
    source: str
    streams: tuple[StreamDefinition, ...] = ()
    settings: tuple[Setting, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    default_from: int | None = None

    @property
    def is_end(self) -> bool:
        """A subsidy that stopped: a regime without any money."""
        return not self.streams

    def holds_in(self, year: int) -> bool:
        return self.last_year is None or year <= self.last_year

    @property
    def rules_by_default_from(self) -> int:
        return self.first_year if self.default_from is None else self.default_from


@dataclass(frozen=True)
class RuleEntry:
    """A rule of the rulebook in some regimes; where regimes differ in how sure it is, each has a row of its own.

    Without regimes it holds whatever the regime. `from_year` and `until_year` narrow the years of its regimes, and
    `parameters` are the figures of the law that it reckons with.
    """

    id: str
    regimes: tuple[str, ...]
    severity: Severity
    title: Wording
    certainty: Certainty
    source: str
    from_year: int | None = None
    until_year: int | None = None
    parameters: tuple[SettingKey, ...] = ()
