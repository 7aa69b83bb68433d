"""The money of a year as figures: what each stream gave, what is spent, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from portal.dashboards.figures.words import NOTHING, amount, listed, written
from portal.dashboards.types import Figure, FigureKind, Series, Table, Text, Unit
from portal.foundation.wording import Day, Euros, Wording, say
from portal.plans.types import MONTH_LABELS

SOURCE = say("Toegekende bedragen, begroting en uitgaven in dit portaal.")
DEFINITION = say(
    "Vastgelegd is alles wat al beloofd, geboekt of verantwoord is. Uitgegeven is wat geboekt of "
    "verantwoord is. Over is toegekend min vastgelegd. Een bron onder nul gaf meer uit dan ze kreeg."
)


class Position(Protocol):
    """The money of one stream, whoever counted it."""

    @property
    def stream(self) -> str: ...
    @property
    def granted_cents(self) -> int: ...
    @property
    def planned_cents(self) -> int: ...
    @property
    def committed_cents(self) -> int: ...
    @property
    def spent_cents(self) -> int: ...
    @property
    def justified_cents(self) -> int: ...
    @property
    def left_cents(self) -> int: ...
    @property
    def spend_by(self) -> date | None: ...


def money_by_stream(positions: Sequence[Position], year: int, names: Mapping[str, Text]) -> Figure:
    """Justified, spent, promised and left money of each stream, as parts of one bar."""
    shown = [row for row in positions if row.granted_cents or row.planned_cents or row.committed_cents]
    return Figure(
        key="money",
        kind=FigureKind.STACKED,
        title=_money_title(shown, year, names),
        unit=Unit.CENTS,
        labels=tuple(names.get(row.stream, row.stream) for row in shown),
        series=_parts(shown) if shown else (),
        table=Table(
            (
                say("Bron"),
                say("Toegekend"),
                say("Gepland"),
                say("Vastgelegd"),
                say("Uitgegeven"),
                say("Verantwoord"),
                say("Over"),
                say("Uitgeven tegen"),
            ),
            tuple((names.get(row.stream, row.stream), *_money_row(row)) for row in shown),
        ),
        definition=DEFINITION,
        source=SOURCE,
    )


def _parts(shown: Sequence[Position]) -> tuple[Series, ...]:
    return (
        Series(say("Verantwoord"), tuple(row.justified_cents for row in shown)),
        Series(
            say("Uitgegeven, nog te verantwoorden"),
            tuple(row.spent_cents - row.justified_cents for row in shown),
        ),
        Series(say("Beloofd, nog niet uitgegeven"), tuple(row.committed_cents - row.spent_cents for row in shown)),
        Series(say("Over"), tuple(max(row.left_cents, 0) for row in shown)),
    )


def _money_row(row: Position) -> tuple[Text, ...]:
    cents = (
        row.granted_cents,
        row.planned_cents,
        row.committed_cents,
        row.spent_cents,
        row.justified_cents,
        row.left_cents,
    )
    day: Text = written(Day(row.spend_by)) if row.spend_by else NOTHING
    return (*(amount(one, Unit.CENTS) for one in cents), day)


def _money_title(shown: Sequence[Position], year: int, names: Mapping[str, Text]) -> Wording:
    if not shown:
        return say("Voor %(year)s staat er nog geen geld in het portaal.", year=year)
    over = [row for row in shown if row.left_cents < 0]
    if over:
        short = Euros(-sum(row.left_cents for row in over))
        streams = listed([names.get(row.stream, row.stream) for row in over])
        return say("Op %(streams)s is %(amount)s te veel vastgelegd.", streams=streams, amount=short)
    left = sum(row.left_cents for row in shown)
    if left == 0:
        return say("Al het geld van %(year)s is vastgelegd.", year=year)
    return say(
        "Er is nog %(left)s over van de %(granted)s voor %(year)s.",
        left=Euros(left),
        granted=Euros(sum(row.granted_cents for row in shown)),
        year=year,
    )


def booked_by_month(
    booked: Mapping[str, Sequence[int]], year: int, names: Mapping[str, Text], order: Iterable[str] = ()
) -> Figure:
    """What each stream had paid by the end of each month, by the date of booking."""
    known = [code for code in order if code in booked]
    streams = known + sorted(set(booked) - set(known))
    months = tuple(MONTH_LABELS[month] for month in range(1, 13))
    return Figure(
        key="booked",
        kind=FigureKind.LINES,
        title=_booked_title(booked, streams, year, names),
        unit=Unit.CENTS,
        labels=months,
        series=tuple(Series(names.get(code, code), tuple(booked[code])) for code in streams),
        table=Table(
            (say("Maand"), *(names.get(code, code) for code in streams)),
            tuple(
                (month, *(amount(booked[code][at], Unit.CENTS) for code in streams)) for at, month in enumerate(months)
            ),
        ),
        definition=say(
            "Voor elke maand alles wat tot en met die maand geboekt is. De boekingsdatum telt, niet de factuurdatum."
        ),
        source=SOURCE,
    )


def _booked_title(
    booked: Mapping[str, Sequence[int]], streams: Sequence[str], year: int, names: Mapping[str, Text]
) -> Wording:
    total = sum(booked[code][-1] for code in streams)
    if not total:
        return say("In %(year)s is nog niets geboekt.", year=year)
    most = max(booked[code][-1] for code in streams)
    return say(
        "In %(year)s is %(total)s geboekt, het meeste op %(stream)s.",
        year=year,
        total=Euros(total),
        stream=listed([names.get(code, code) for code in streams if booked[code][-1] == most]),
    )
