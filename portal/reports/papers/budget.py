"""Tables of money that several papers share: per stream, per action, and per category of the Flemish money."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from portal.foundation.wording import say
from portal.plans.types import SpendingCategory
from portal.reports.papers.facts import ActionFact, Money, StreamFact, YearFacts
from portal.reports.types import Cell, CellKind, Column, Grid, Text

TOGETHER = say("Samen")
SPENT_ON = {
    SpendingCategory.PARTICIPATION: say("Deelnemen betalen (categorie 1)"),
    SpendingCategory.INITIATIVES: say("Initiatieven steunen (categorie 2)"),
}
ON_NO_ACTION = say("Uitgaven zonder actie")


def stream_grid(facts: YearFacts) -> Grid:
    """What each stream gave, what was planned and what was spent."""
    rows = [_stream_row(one) for one in facts.used_streams]
    return Grid(
        caption=say("Het geld van %(year)s per bron", year=facts.year),
        columns=(
            Column(say("Bron")),
            Column(say("Toegekend"), CellKind.CENTS),
            Column(say("Gepland"), CellKind.CENTS),
            Column(say("Uitgegeven"), CellKind.CENTS),
            Column(say("Verschil met gepland"), CellKind.CENTS),
        ),
        rows=tuple(rows),
        total=total_of(rows),
        key="bronnen",
        when_empty=say("Er is nog geen geld ingevuld."),
    )


def _stream_row(one: StreamFact) -> tuple[Cell, ...]:
    position = one.position
    difference = position.spent_cents - position.planned_cents
    return one.label, position.granted_cents, position.planned_cents, position.spent_cents, difference


def total_of(rows: Sequence[tuple[Cell, ...]], words: int = 1) -> tuple[Cell, ...] | None:
    """The sums under a table of which the first columns are words; nothing under a table of one row."""
    if len(rows) < 2:
        return None
    sums = [sum(cell for cell in column if isinstance(cell, int)) for column in list(zip(*rows, strict=True))[words:]]
    return (TOGETHER, *([None] * (words - 1)), *sums)


def planned_grid(facts: YearFacts, actions: Sequence[ActionFact], caption: Text, key: str) -> Grid:
    """What is planned of each action, a column for each stream."""
    streams = [one for one in facts.streams if any(action.planned.get(one.code) for action in actions)]
    rows = [_planned_row(action, streams) for action in actions]
    return Grid(
        caption=caption,
        columns=(
            Column(say("Actie")),
            *(Column(one.short, CellKind.CENTS) for one in streams),
            Column(TOGETHER, CellKind.CENTS),
        ),
        rows=tuple(rows),
        total=total_of(rows),
        key=key,
        when_empty=say("Er zijn nog geen acties."),
    )


def _planned_row(action: ActionFact, streams: Sequence[StreamFact]) -> tuple[Cell, ...]:
    cells = [action.planned.get(one.code, 0) for one in streams]
    return (action.title, *(cents or None for cents in cells), sum(cells))


def spent_grid(facts: YearFacts) -> Grid:
    """Planned against spent, for each action and each stream that pays it."""
    rows: list[tuple[Cell, ...]] = []
    for action in facts.actions:
        rows += _spent_rows(facts, action.title, action.planned if action.counts else {}, action.spent)
    rows += _spent_rows(facts, ON_NO_ACTION, {}, facts.unlinked)
    return Grid(
        caption=say("Gepland en uitgegeven, per actie en per bron"),
        columns=(
            Column(say("Actie")),
            Column(say("Bron")),
            Column(say("Gepland"), CellKind.CENTS),
            Column(say("Uitgegeven"), CellKind.CENTS),
            Column(say("Verschil"), CellKind.CENTS),
        ),
        rows=tuple(rows),
        total=total_of(rows, words=2),
        key="per actie",
        when_empty=say("Er is niets gepland en niets uitgegeven."),
    )


def _spent_rows(facts: YearFacts, title: Text, planned: Money, spent: Money) -> list[tuple[Cell, ...]]:
    return [
        (title, one.short, meant, paid, paid - meant)
        for one in facts.streams
        for meant, paid in [(planned.get(one.code, 0), spent.get(one.code, 0))]
        if meant or paid
    ]


def category_grid(facts: YearFacts, amounts: Callable[[ActionFact], Money], caption: Text) -> Grid:
    """The Flemish money and the co-financing over the two categories (FL-SPEND-1, FL-SPEND-2)."""
    streams = facts.flemish_streams
    rows: list[tuple[Cell, ...]] = []
    for category in SpendingCategory:
        of_category = [amounts(one) for one in facts.actions if one.category is category]
        cells = [sum(money.get(one.code, 0) for money in of_category) for one in streams]
        rows.append((SPENT_ON[category], *cells, sum(cells)))
    return Grid(
        caption=caption,
        columns=(
            Column(say("Soort besteding")),
            *(Column(one.short, CellKind.CENTS) for one in streams),
            Column(TOGETHER, CellKind.CENTS),
        ),
        rows=tuple(rows),
        total=total_of(rows),
        key="soort besteding",
    )
