"""Deciding about the law: a figure, a day or an amount with its source; the rules look again at what it touches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.foundation.finding import Certainty
from portal.foundation.wording import Day, say
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.funding.deciding.models import LawDecision
from portal.funding.deciding.queries import regime_overrides
from portal.funding.deciding.types import DecisionKind
from portal.funding.rechecking import check_years_again
from portal.funding.regimes import Regime, regimes_of_year
from portal.funding.regimes.amounts import AmountKey
from portal.funding.regimes.figures import amount_from_text, kept_amount, kept_setting, setting_from_text
from portal.funding.regimes.types import SettingKey

LONGEST_SOURCE = 500
SOMETHING = re.compile(r"\w{2}")


@dataclass(frozen=True)
class Decided:
    """A decision as it is now, and what it did in the ledgers."""

    decision: LawDecision
    expenses: int = 0
    changed: int = 0


def decide_setting(
    regime: Regime,
    *,
    key: SettingKey,
    value: str,
    from_year: int,
    until_year: int | None,
    certainty: Certainty,
    source: str,
    decision: LawDecision | None = None,
) -> Decided:
    """A figure of a regime from a year on; raises RuleBroken on the field that is wrong."""
    if key not in {row.key for row in regime.settings}:
        raise RuleBroken(say("Deze regelgeving heeft dit getal niet."), "key")
    kept = kept_setting(key, setting_from_text(key, value))
    _insist_on_year(regime, from_year, "from_year")
    if until_year is not None:
        if until_year < from_year:
            raise RuleBroken(say("Het laatste jaar ligt voor het eerste jaar."), "until_year")
        _insist_on_year(regime, until_year, "until_year")
    before = _years_of(decision)
    found = _written(
        decision,
        kind=DecisionKind.SETTING,
        regime=regime.code,
        key=key.value,
        value=kept,
        from_year=from_year,
        until_year=until_year,
        certainty=certainty,
        source=source,
    )
    return _felt(found, before)


def decide_deadline(
    regime: Regime,
    *,
    key: str,
    year: int,
    on: date,
    certainty: Certainty,
    source: str,
    decision: LawDecision | None = None,
) -> Decided:
    """The day of a deadline for the money of one year; no expense depends on it."""
    if key not in {one.key for one in regime.deadlines}:
        raise RuleBroken(say("Deze regelgeving heeft deze dag niet."), "key")
    _insist_on_year(regime, year, "from_year")
    first, last = date(year - 1, 1, 1), date(year + 3, 12, 31)
    if not first <= on <= last:
        raise RuleBroken(
            say(
                "Voor geld van %(year)s ligt deze dag tussen %(first)s en %(last)s.",
                year=year,
                first=Day(first),
                last=Day(last),
            ),
            "falls_on",
        )
    found = _written(
        decision,
        kind=DecisionKind.DEADLINE,
        regime=regime.code,
        key=key,
        falls_on=on,
        from_year=year,
        until_year=year,
        certainty=certainty,
        source=source,
    )
    return Decided(found)


def decide_amount(
    *,
    key: AmountKey,
    value: str,
    year: int,
    certainty: Certainty,
    source: str,
    decision: LawDecision | None = None,
) -> Decided:
    """An amount or a count of one year; the calculators use it, no expense depends on it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RuleBroken(
            say("Kies een jaar van %(first)s tot en met %(last)s.", first=FIRST_YEAR, last=LAST_YEAR), "from_year"
        )
    kept = kept_amount(key, amount_from_text(key, value))
    found = _written(
        decision,
        kind=DecisionKind.AMOUNT,
        key=key.value,
        value=kept,
        from_year=year,
        until_year=year,
        certainty=certainty,
        source=source,
    )
    return Decided(found)


def withdraw_decision(decision: LawDecision) -> Decided:
    """A decision no longer counts; it stays to be read, and the rules look again."""
    decision.withdrawn_at = now()
    db.session.flush()
    return _felt(decision, None)


def _written(
    decision: LawDecision | None,
    *,
    kind: DecisionKind,
    key: str,
    from_year: int,
    until_year: int | None,
    certainty: Certainty,
    source: str,
    regime: str = "",
    value: str = "",
    falls_on: date | None = None,
) -> LawDecision:
    said = source.strip()
    if not SOMETHING.search(said):
        raise RuleBroken(say("Schrijf waar dit staat: een wet, een brief of een webpagina."), "source")
    if len(said) > LONGEST_SOURCE:
        raise RuleBroken(say("Dit is te lang. Schrijf ten hoogste %(most)s tekens.", most=LONGEST_SOURCE), "source")
    found = decision or LawDecision(kind=kind)
    found.regime, found.key, found.value, found.falls_on = regime, key, value, falls_on
    found.from_year, found.until_year = from_year, until_year
    found.certainty, found.source, found.decided_at = certainty, said, now()
    db.session.add(found)
    db.session.flush()
    return found


def _insist_on_year(regime: Regime, year: int, field: str) -> None:
    """A year of the regime; where the end of a subsidy was undone, the years after it are too."""
    ends_in = regime.last_year or LAST_YEAR
    if regime.first_year <= year <= ends_in:
        return
    ruling = regimes_of_year(year, regime_overrides()) if regime.first_year <= year <= LAST_YEAR else ()
    if any(one.code == regime.code for one in ruling):
        return
    raise RuleBroken(
        say(
            "In %(year)s geldt deze regelgeving niet. Kies een jaar van %(first)s tot en met %(last)s.",
            year=year,
            first=regime.first_year,
            last=ends_in,
        ),
        field,
    )


def _years_of(decision: LawDecision | None) -> tuple[int, int | None] | None:
    return None if decision is None else (decision.from_year, decision.until_year)


def _felt(decision: LawDecision, before: tuple[int, int | None] | None) -> Decided:
    """Check again the years that the decision touches, and those that it touched before it was changed."""
    if decision.kind is not DecisionKind.SETTING:
        return Decided(decision)
    spans = [span for span in (_years_of(decision), before) if span is not None]
    known = [last for _first, last in spans if last is not None]
    last = max(known) if len(known) == len(spans) else None
    checked, changed = check_years_again(min(first for first, _last in spans), last, overrides=regime_overrides())
    return Decided(decision, checked, changed)
