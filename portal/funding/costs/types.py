"""The words of the cost lists: a thing that costs money, what a list says of it, and where that was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from portal.foundation.finding import Certainty
from portal.foundation.wording import Wording, say
from portal.funding.regimes.registry import YearLaw
from portal.funding.regimes.types import RegimeLevel, SettingKey


class Verdict(StrEnum):
    ALLOWED = "allowed"
    DEPENDS = "depends"
    NOT_ALLOWED = "not-allowed"


VERDICT_LABELS = {
    Verdict.ALLOWED: say("mag"),
    Verdict.DEPENDS: say("hangt ervan af"),
    Verdict.NOT_ALLOWED: say("mag niet"),
}


class CapBase(StrEnum):
    """What a highest amount is counted per."""

    COMPUTER = "computer"
    PERSON = "person"
    SUBSIDY = "subsidy"


CAP_LABELS = {
    CapBase.COMPUTER: say("per computer"),
    CapBase.PERSON: say("per persoon, zonder btw"),
    CapBase.SUBSIDY: say("één keer voor de hele toelage, zonder btw"),
}


@dataclass(frozen=True)
class Cap:
    """A highest amount. The figure itself stands in the settings of the regime: one home for each figure."""

    key: SettingKey
    per: CapBase
    rule: str

    def cents(self, law: YearLaw) -> int | None:
        """The amount in a year; None when that year has no such limit."""
        row = law.setting(RegimeLevel.FEDERAL, self.key)
        if row is None or row.value is None:
            return None
        bought = law.setting(RegimeLevel.FEDERAL, SettingKey.INVESTMENTS_ALLOWED)
        gone = bought is not None and bought.value == 0 and self.per is not CapBase.COMPUTER  # FED-INV-4
        return None if gone else int(row.value)


@dataclass(frozen=True)
class CostList:
    """A list of a source: of which regimes and stream, and which rule of the rulebook it is.

    Without `stream` it speaks of all money of the level.
    """

    code: str
    title: Wording
    level: RegimeLevel
    regimes: tuple[str, ...]
    stream: str
    rule: str
    source: str

    def holds_in(self, law: YearLaw) -> bool:
        """Whether this list rules the money of a year."""
        regime = law.regime(self.level)
        known = not self.stream or self.stream in law.streams
        return known and regime is not None and regime.code in self.regimes


@dataclass(frozen=True)
class CostEntry:
    """One line of a list. Entries with the same `subject` speak of the same thing.

    `place` is the section of the source. `fits` are lists whose description also covers the thing without naming it.
    `words` are the synonyms and everyday words by which people look for it.
    """

    id: str
    of: CostList
    place: str
    subject: str
    dutch: str
    english: str
    words: tuple[str, ...]
    verdict: Verdict
    condition: Wording | None = None
    cap: Cap | None = None
    certainty: Certainty = Certainty.CONFIRMED
    fits: tuple[CostList, ...] = ()
    from_year: int | None = None
    until_year: int | None = None

    @property
    def source(self) -> str:
        return f"{self.of.source}, {self.place}" if self.place else self.of.source

    @property
    def level(self) -> RegimeLevel:
        return self.of.level

    def holds_in(self, law: YearLaw) -> bool:
        """Whether this line rules the money of a year."""
        return self.of.holds_in(law) and (self.from_year or 0) <= law.year <= (self.until_year or law.year)


@dataclass(frozen=True)
class Subject:
    """A thing that costs money, with every line that speaks of it; the first line gives its name."""

    key: str
    entries: tuple[CostEntry, ...] = field(repr=False)

    @property
    def dutch(self) -> str:
        return self.entries[0].dutch

    @property
    def english(self) -> str:
        return self.entries[0].english

    @property
    def fits(self) -> tuple[CostList, ...]:
        return tuple(dict.fromkeys(one for entry in self.entries for one in entry.fits))

    def named(self, language: str) -> str:
        return self.english if language == "en" else self.dutch


def words_of(text: str) -> tuple[str, ...]:
    """ "fiets, koersfiets" as two search terms."""
    return tuple(part.strip() for part in text.replace("\n", " ").split(",") if part.strip())
