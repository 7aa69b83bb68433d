"""Is this allowed? What each stream of a year says of a thing, how it was in other years, and what else could pay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.foundation.finding import CAVEATS, Certainty
from portal.foundation.wording import Wording, say
from portal.funding.costs.types import CapBase, CostEntry, Subject, Verdict
from portal.funding.regimes import sources
from portal.funding.regimes.registry import REGIMES, YearLaw, find_stream
from portal.funding.regimes.streams import ORDER
from portal.funding.regimes.types import Regime, RegimeLevel, StreamDefinition, StreamKind

FITS = say("De bron noemt dit niet met name. Het past wel bij wat ze omschrijft.")
NO_MORE = say("Voor dit jaar is er geen federaal geld meer.")
WAS_REFUSED = say("Tot 2016 mocht dit niet. De lijst van 2017 tot 2025 hebben we niet gevonden. Vraag het na.")
WAS_ALLOWED = say("Tot 2016 mocht dit. De lijst van 2017 tot 2025 hebben we niet gevonden. Vraag het na.")
NOT_LISTED = say("Geen enkele lijst van dit jaar noemt dit, en de lijsten zijn niet volledig. Vraag het na.")
NO_FLEMISH_LIST = say(
    "Vlaanderen heeft geen lijst van kosten. Of dit erbij hoort, hebben we niet gevonden. Vraag het na."
)
NOT_KNOWN_YET = say("Wat er vanaf 2027 mag met Vlaams geld, hebben we nog niet gevonden. Vraag het na.")
OWN_CHOICE = say(
    "Jullie kiezen zelf wat je met eigen geld betaalt. Of alles meetelt als cofinanciering, is niet zeker."
)
ASK_THE_GIVER = say("Dat hangt af van wie het geld geeft.")

BEST_FIRST = {Verdict.ALLOWED: 0, Verdict.DEPENDS: 1, Verdict.NOT_ALLOWED: 2}


@dataclass(frozen=True)
class Answer:
    """What one stream, or all money of a level, says of a thing in a year."""

    verdict: Verdict
    level: RegimeLevel
    stream: StreamDefinition | None
    rule: str
    source: str
    certainty: Certainty
    category: Wording | None = None
    condition: Wording | None = None
    cap_cents: int | None = None
    cap_per: CapBase | None = None
    entry: CostEntry | None = None

    @property
    def caveat(self) -> Wording | None:
        """What to say as long as this is not confirmed."""
        return CAVEATS.get(self.certainty)

    @property
    def is_from_list(self) -> bool:
        """A list names the thing itself."""
        return self.entry is not None


@dataclass(frozen=True)
class Otherwise:
    """Another source that could pay, with what to know of it."""

    stream: StreamDefinition
    sentence: Wording


def answers_for(subject: Subject, law: YearLaw) -> tuple[Answer, ...]:
    """What the money of a year says of a thing: one answer a line, in the order of the streams."""
    found = list(_from_lists(subject, law))
    found += _from_descriptions(subject, law, {one.stream.code for one in found if one.stream})
    for level in RegimeLevel:
        regime = law.regime(level)
        if regime is not None and not any(one.level is level for one in found):
            found.append(_silence(subject, law, level, regime))
    return tuple(sorted(found, key=lambda one: (ORDER[one.stream.code] if one.stream else 99, one.rule)))


def _from_lists(subject: Subject, law: YearLaw) -> Iterator[Answer]:
    for entry in subject.entries:
        if entry.holds_in(law):
            cents = entry.cap.cents(law) if entry.cap else None
            yield Answer(
                entry.verdict,
                entry.level,
                law.streams.get(entry.of.stream),
                entry.of.rule,
                entry.source,
                entry.certainty,
                entry.of.title,
                entry.condition,
                cents,
                entry.cap.per if entry.cap and cents is not None else None,
                entry,
            )


def _from_descriptions(subject: Subject, law: YearLaw, told: Iterable[str]) -> Iterator[Answer]:
    """Lists of this year that describe the thing without naming it: probable, never sure."""
    told = set(told)
    for one in subject.fits:
        if one.holds_in(law) and one.stream not in told:
            told.add(one.stream)
            stream = law.streams[one.stream]
            yield Answer(Verdict.ALLOWED, one.level, stream, one.rule, one.source, Certainty.PROBABLE, one.title, FITS)


def _silence(subject: Subject, law: YearLaw, level: RegimeLevel, regime: Regime) -> Answer:
    """No list and no description of the year speaks of the thing: that is said, and nothing is made up."""
    stream = next((one for one in law.streams.values() if one.kind is StreamKind.DRAWING_RIGHT), None)
    depends, assumed, unknown = Verdict.DEPENDS, Certainty.ASSUMED, sources.NOT_FOUND
    if regime.is_end:
        return Answer(Verdict.NOT_ALLOWED, level, None, regime.code, regime.source, regime.certainty, condition=NO_MORE)
    if level is RegimeLevel.FLEMISH and regime.code == "FL-PD":
        return Answer(depends, level, stream, "FL-SPEND-3", unknown, assumed, condition=NO_FLEMISH_LIST)
    if level is RegimeLevel.FLEMISH:
        return Answer(depends, level, stream, "FL-BCD-10", unknown, assumed, condition=NOT_KNOWN_YET)
    before = [entry.verdict for entry in subject.entries if "FED-OLD" in entry.of.regimes]
    if regime.code == "FED-OLD" or not before:
        return Answer(depends, level, None, "FED-COST-8", unknown, assumed, condition=NOT_LISTED)
    condition = WAS_ALLOWED if Verdict.ALLOWED in before else WAS_REFUSED
    return Answer(depends, level, None, "FED-COST-8", unknown, assumed, condition=condition)


def best_verdict(answers: Iterable[Answer]) -> Verdict:
    """The kindest answer: allowed when some stream allows it."""
    return min((one.verdict for one in answers), key=BEST_FIRST.__getitem__, default=Verdict.DEPENDS)


def what_else_pays(answers: Iterable[Answer], law: YearLaw) -> tuple[Otherwise, ...]:
    """Sources of the year that no list speaks of: own money and other money."""
    told = {one.stream.code for one in answers if one.stream}
    sentences = {StreamKind.COFINANCING: OWN_CHOICE, StreamKind.OTHER: ASK_THE_GIVER}
    return tuple(
        Otherwise(stream, sentences[stream.kind])
        for stream in law.streams.values()
        if stream.kind in sentences and stream.code not in told
    )


@dataclass(frozen=True)
class OtherYears:
    """A line of a list that does not rule the chosen year, with its years."""

    entry: CostEntry
    stream: StreamDefinition | None
    first_year: int
    last_year: int | None


def in_other_years(subject: Subject, law: YearLaw) -> tuple[OtherYears, ...]:
    """How the lists of other years saw the thing, the newest first."""
    told = []
    for entry in subject.entries:
        if entry.holds_in(law):
            continue
        regime = REGIMES[entry.of.regimes[0]]
        first, last = entry.from_year or regime.first_year, entry.until_year or regime.last_year
        told.append(OtherYears(entry, find_stream(entry.of.stream), first, last))
    return tuple(sorted(told, key=lambda one: -one.first_year))
