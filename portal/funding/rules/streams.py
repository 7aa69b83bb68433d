"""The regime of the year decides which streams exist."""

from __future__ import annotations

from collections.abc import Iterator

from portal.foundation.finding import Certainty, Finding
from portal.foundation.wording import say
from portal.funding.regimes import REGIMES, RegimeLevel, StreamDefinition, StreamKind, YearLaw, find_stream
from portal.funding.regimes.decisions import statuses
from portal.funding.rules.allocated import has_kind, is_federal
from portal.funding.rules.found import found
from portal.funding.types import ExpenseFacts, Owner


def check_streams(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """Every stream that pays exists in the year of the money (FED-END and the other regimes)."""
    for code in sorted({part.stream for part in expense.parts}):
        missing = missing_stream(code, law)
        if missing is not None:
            yield missing


def missing_stream(code: str, law: YearLaw) -> Finding | None:
    """Why a stream does not exist in a year, or None when it does."""
    if code in law.streams:
        return None
    stream = find_stream(code)
    if stream is None:
        return found(
            law,
            "STREAM-1",
            say("De bron %(stream)s kennen we niet. Kies een bron uit de lijst.", stream=code),
            "parts",
        )
    rule, source, certainty = _ruling(stream, law)
    if rule == "FED-END":
        sentence = say(
            "In %(year)s is er geen federaal geld meer. %(stream)s kan deze uitgave niet betalen.",
            year=law.year,
            stream=stream.label,
        )
    else:
        sentence = say(
            "De bron %(stream)s bestaat niet in %(year)s. Kies een bron van dat jaar.",
            stream=stream.label,
            year=law.year,
        )
    return found(law, rule, sentence, "parts", source=source, certainty=certainty)


def _ruling(stream: StreamDefinition, law: YearLaw) -> tuple[str, str, Certainty]:
    """The regime that decides about the stream in this year; its source and certainty, or the administrator's."""
    level = RegimeLevel.FEDERAL if stream.kind is StreamKind.FEDERAL else RegimeLevel.FLEMISH
    regime = law.regime(level) or next(one for one in REGIMES.values() if one.level is level)
    decided = statuses(law.overrides).get(regime.code)
    said = decided if decided is not None and decided.in_force else regime
    return regime.code, said.source, said.certainty


def check_owner(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """Federal money is booked by the welfare centre, the drawing right by the municipality (DATA-ORG-1).

    One invoice on both is in the books of the welfare centre, because that part is inspected there.
    """
    if is_federal(expense, law):
        if expense.owner is Owner.MUNICIPALITY:
            sentence = say("Federaal geld is van het OCMW. Deze uitgave staat op naam van de gemeente.")
            yield found(law, "DATA-ORG-1", sentence, "owner")
    elif expense.owner is Owner.OCMW and has_kind(expense, law, StreamKind.DRAWING_RIGHT):
        sentence = say("Het trekkingsrecht is van de gemeente. Deze uitgave staat op naam van het OCMW.")
        yield found(law, "DATA-ORG-1", sentence, "owner")
