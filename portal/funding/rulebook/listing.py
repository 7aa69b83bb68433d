"""The list of rules as anyone asks for it: by regulation, year, certainty, severity, subject and words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from portal.foundation.finding import Certainty, Severity
from portal.foundation.wording import Wording
from portal.funding.regimes import REGIMES, RULES, Decision, Regime, RuleEntry, regimes_of_year
from portal.funding.rulebook.subjects import RuleSubject, subject_of

Translated = Callable[[Wording], str]


@dataclass(frozen=True)
class RuleFilter:
    """What a reader wants to see; empty means everything."""

    regime: str = ""
    year: int | None = None
    certainty: str = ""
    severity: str = ""
    subject: str = ""
    words: str = ""

    @property
    def is_empty(self) -> bool:
        return self == RuleFilter()


@dataclass(frozen=True)
class ListedRule:
    """A rule with the rows that fit what was asked."""

    id: str
    rows: tuple[RuleEntry, ...]

    @property
    def subject(self) -> RuleSubject:
        return subject_of(self.id)

    @property
    def newest(self) -> RuleEntry:
        return self.rows[-1]

    @property
    def least_sure(self) -> Certainty:
        order = list(Certainty)
        return max((row.certainty for row in self.rows), key=order.index)

    @property
    def gravest(self) -> Severity:
        order = list(Severity)
        return min((row.severity for row in self.rows), key=order.index)

    @property
    def regimes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for row in self.rows for code in row.regimes))


def list_rules(
    wanted: RuleFilter,
    *,
    decisions: tuple[Decision, ...] = (),
    words: Translated = str,
) -> tuple[ListedRule, ...]:
    """The rules that fit, by subject and number; `words` translates, so that one searches in what one reads."""
    found = []
    for rule, rows in RULES.items():
        fitting = tuple(row for row in rows if _fits(row, wanted, decisions, words))
        if fitting and wanted.subject in ("", subject_of(rule)):
            found.append(ListedRule(rule, fitting))
    order = list(RuleSubject)
    return tuple(sorted(found, key=lambda one: (order.index(one.subject), *_numbered(one.id))))


def by_subject(rules: Iterable[ListedRule]) -> dict[RuleSubject, list[ListedRule]]:
    """The same rules under their subjects."""
    groups: dict[RuleSubject, list[ListedRule]] = {}
    for one in rules:
        groups.setdefault(one.subject, []).append(one)
    return groups


def _fits(row: RuleEntry, wanted: RuleFilter, decisions: tuple[Decision, ...], words: Translated) -> bool:
    return (
        (not wanted.regime or wanted.regime in row.regimes)
        and (wanted.year is None or rules_in(row, wanted.year, decisions))
        and wanted.certainty in ("", row.certainty)
        and wanted.severity in ("", row.severity)
        and _says(row, wanted.words, words)
    )


def rules_in(row: RuleEntry, year: int, decisions: tuple[Decision, ...] = ()) -> bool:
    """Whether a row holds for the money of a year: one of its regimes does, or may be chosen, and its years fit."""
    if (row.from_year or year) > year or (row.until_year or year) < year:
        return False
    if not row.regimes:
        return True
    ruling = {one.code for one in regimes_of_year(year, decisions)}
    return any(code in ruling or _may_be_chosen(REGIMES[code], year) for code in row.regimes)


def _may_be_chosen(regime: Regime, year: int) -> bool:
    return regime.default_from is not None and regime.first_year <= year


def _says(row: RuleEntry, asked: str, words: Translated) -> bool:
    text = _plain(f"{row.id} {words(row.title)} {row.source}")
    return all(word in text for word in _plain(asked).split())


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


def _numbered(rule: str) -> tuple[str, int]:
    stem, _dash, number = rule.rpartition("-")
    return (stem, int(number)) if number.isdigit() else (rule, 0)


def years_of(row: RuleEntry) -> tuple[tuple[str, int, int | None], ...]:
    """Per regime of a row its first and last year in it."""
    spans = []
    for code in row.regimes:
        regime = REGIMES[code]
        first = max(regime.first_year, row.from_year or regime.first_year)
        lasts = [last for last in (regime.last_year, row.until_year) if last is not None]
        last = min(lasts) if lasts else None
        if last is None or first <= last:
            spans.append((code, first, last))
    return tuple(spans)
