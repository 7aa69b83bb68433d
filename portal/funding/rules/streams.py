"""The regime of the year decides which streams exist."""

from __future__ import annotations

from collections.abc import Iterator

from portal.foundation.finding import Finding
from portal.foundation.wording import say
from portal.funding.regimes import REGIMES, RegimeLevel, StreamDefinition, StreamKind, YearLaw, find_stream
from portal.funding.rules.allocated import is_federal
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
            "STREAM-1",
            say("De bron %(stream)s kennen we niet. Kies een bron uit de lijst.", stream=code),
            "parts",
        )
    rule, source = _ruling(stream, law)
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
    return found(rule, sentence, "parts", source=source)


def _ruling(stream: StreamDefinition, law: YearLaw) -> tuple[str, str]:
    """The regime that decides about the stream in this year, with its source or the administrator's."""
    level = RegimeLevel.FEDERAL if stream.kind is StreamKind.FEDERAL else RegimeLevel.FLEMISH
    regime = law.regime(level) or next(one for one in REGIMES.values() if one.level is level)
    decided = [status.source for status in law.overrides if status.code == regime.code and status.in_force]
    return regime.code, decided[-1] if decided else regime.source


def check_owner(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """Federal money is booked by the welfare centre (DATA-ORG-1)."""
    if expense.owner is Owner.MUNICIPALITY and is_federal(expense, law):
        yield found(
            "DATA-ORG-1",
            say("Federaal geld is van het OCMW. Deze uitgave staat op naam van de gemeente."),
            "owner",
        )
