"""Costs that a list of the stream refuses by name (FED-COST-2 to -7), with what else could pay.

Only what a description plainly names is refused; a doubt is for "Mag dit?" and no finding. A list of the old manual
says nothing sure of the years after it: there it is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from portal.foundation.finding import Certainty, Finding, Severity
from portal.foundation.wording import Wording, say
from portal.funding.costs.answers import answers_for
from portal.funding.costs.conditions import NO_KEY, NOT_FOR_AN_ACTIVITY, NOTHING_IN_RETURN, SPLIT_THE_BILL
from portal.funding.costs.naming import named_subjects
from portal.funding.costs.register import subjects
from portal.funding.costs.types import CostEntry, Subject, Verdict
from portal.funding.regimes import StreamKind, YearLaw, find_stream
from portal.funding.regimes.streams import (
    FEDERAL_CHILD_POVERTY,
    FEDERAL_MODULES,
    FEDERAL_PARTICIPATION,
    OLD_ASSOCIATIONS,
    OLD_CHILD_POVERTY,
    OLD_EVENTS,
    OLD_ICT,
    OLD_INITIATIVES,
)
from portal.funding.rules.allocated import federal_streams
from portal.funding.rules.found import found
from portal.funding.rules.target_group import has_key
from portal.funding.types import ExpenseFacts, ExpenseKind

# Which old lists looked at what a cluster pays since 2017.
_ORDINARY = (OLD_EVENTS, OLD_ASSOCIATIONS, OLD_INITIATIVES, OLD_ICT)
BEFORE: Mapping[str, tuple[str, ...]] = {
    FEDERAL_PARTICIPATION: _ORDINARY,
    FEDERAL_MODULES: _ORDINARY,
    FEDERAL_CHILD_POVERTY: (OLD_CHILD_POVERTY,),
}
UNCHECKED = (NOT_FOR_AN_ACTIVITY, SPLIT_THE_BILL)  # conditions of which the portal cannot see whether they hold
MOST_TOLD = 3


def check_costs(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """A cost that the list of a federal stream refuses, once for each stream that pays a part of it."""
    streams = federal_streams(expense, law)
    if not streams:
        return
    named = named_subjects(expense.description)
    if not named:
        return
    for stream in streams:
        refusing = refusal_in(named, stream.code, law)
        if refusing is not None and not _is_excused(refusing, expense, law):
            yield _refusal(refusing, stream.code, law)


@lru_cache(maxsize=4096)
def _entry_of(named: frozenset[str], stream: str, law_year: int, regimes: tuple[str, ...]) -> CostEntry | None:
    """The line that refuses what is named; None when any line of the stream allows it, or none speaks of it."""
    things = [subjects()[key] for key in sorted(named)]
    entries = [entry for thing in things for entry in thing.entries]
    described = any(one.stream == stream and set(one.regimes) & set(regimes) for thing in things for one in thing.fits)
    own = [entry for entry in entries if _rules(entry, stream, law_year, regimes)]
    asks_old = "FED-NEW" in regimes and not described
    old = [entry for entry in entries if asks_old and entry.of.stream in BEFORE.get(stream, ())]
    for lines in (own, old):
        refusing = [entry for entry in lines if refuses(entry)]
        if len(refusing) < len(lines):
            return None
        if refusing:
            return refusing[0]
    return None


def _rules(entry: CostEntry, stream: str, year: int, regimes: tuple[str, ...]) -> bool:
    """Whether a line speaks of a stream in a year, or of all money of its level in that year."""
    if (entry.from_year or 0) > year or (entry.until_year or year) < year:
        return False
    return entry.of.stream in (stream, "") and any(code in regimes for code in entry.of.regimes)


def refuses(entry: CostEntry) -> bool:
    """A line that says no, or that stands where it is not clear whether it does."""
    disputed = entry.verdict is Verdict.DEPENDS and entry.certainty is Certainty.DISPUTED
    return entry.verdict is Verdict.NOT_ALLOWED or (disputed and entry.of.code.endswith("-no"))


def refusal_in(named: frozenset[str], stream: str, law: YearLaw) -> CostEntry | None:
    """The line of a list that refuses named things on a stream in the year of the law."""
    return _entry_of(named, stream, law.year, tuple(regime.code for regime in law.regimes))


def _is_excused(entry: CostEntry, expense: ExpenseFacts, law: YearLaw) -> bool:
    """A condition of the line that the expense meets; since 2017 an investment has rules of its own (FED-INV)."""
    if expense.kind is ExpenseKind.INVESTMENT and not _is_own(entry, law):
        return True
    if entry.condition == NO_KEY:
        return has_key(expense)
    if entry.condition == NOTHING_IN_RETURN:
        return expense.kind is ExpenseKind.AGREEMENT and expense.has_agreement
    return False


def _is_own(entry: CostEntry, law: YearLaw) -> bool:
    """A line of the law of the year itself, and not of the manual before it."""
    return any(regime.code in entry.of.regimes for regime in law.regimes)


def _refusal(entry: CostEntry, stream: str, law: YearLaw) -> Finding:
    is_own = _is_own(entry, law)
    is_sure = is_own and "FED-OLD" in entry.of.regimes and entry.certainty is Certainty.CONFIRMED
    severity = Severity.ERROR if is_sure and entry.condition not in UNCHECKED else Severity.WARNING
    certainty = entry.certainty if is_own else Certainty.ASSUMED
    sentence = _sentence(entry, stream, law, is_own=is_own)
    return found(
        law, entry.of.rule, sentence, "description", severity=severity, source=entry.source, certainty=certainty
    )


def _sentence(entry: CostEntry, stream: str, law: YearLaw, *, is_own: bool) -> Wording:
    known = find_stream(stream)
    words = MAY_NOT if is_own else MIGHT_NOT
    sentence = say(words.msgid, cost=entry.dutch, stream=known.short_label if known else stream)
    if entry.condition is not None:
        sentence = _joined(sentence, entry.condition)
    others = _others(subjects()[entry.subject], stream, law)
    return _joined(sentence, say("Wat wel kan betalen: %(streams)s.", streams=others)) if others else sentence


def _others(subject: Subject, stream: str, law: YearLaw) -> Wording | None:
    """Streams of the year whose list allows the thing, and else own money: the network decides about that itself."""
    allowed = [one.stream for one in answers_for(subject, law) if one.verdict is Verdict.ALLOWED and one.stream]
    own = [one for one in law.streams.values() if one.kind is StreamKind.COFINANCING]
    codes = dict.fromkeys(one.code for one in (*allowed, *own) if one.code != stream)
    return _listed([law.streams[code].short_label for code in list(codes)[:MOST_TOLD]])


def _listed(words: Iterable[Wording]) -> Wording | None:
    listed: Wording | None = None
    for word in words:
        listed = word if listed is None else Wording("%(first)s, %(second)s", {"first": listed, "second": word})
    return listed


def _joined(first: Wording, second: Wording) -> Wording:
    return Wording("%(first)s %(second)s", {"first": first, "second": second})


MAY_NOT = say("“%(cost)s” mag niet op %(stream)s.")
MIGHT_NOT = say("“%(cost)s” mocht tot 2016 niet. Of het nu mag op %(stream)s, is niet bevestigd. Vraag het na.")
