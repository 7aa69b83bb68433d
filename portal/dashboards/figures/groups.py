"""The balance by sector, threshold, track and place as figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from portal.dashboards.balance import Balance, GroupBalance
from portal.dashboards.figures.partners import CARRYING, HALVES, SOURCE, effort_row, not_drawn
from portal.dashboards.figures.words import (
    amount,
    filled,
    joined,
    listed,
    percent,
    place_label,
    sector_label,
    threshold_label,
    track_label,
)
from portal.dashboards.types import Figure, FigureKind, Series, Table, Text, Unit
from portal.foundation.wording import Wording, say


class Grouping(StrEnum):
    """What actions are sorted by."""

    SECTOR = "sector"
    THRESHOLD = "threshold"
    TRACK = "track"
    PLACE = "place"


@dataclass(frozen=True)
class _GroupingWords:
    """How a way of sorting is told."""

    groups: Callable[[Balance], tuple[GroupBalance, ...]]
    label: Callable[[str], Text]
    header: Wording
    most: Wording
    definition: Wording


_GROUPINGS: Mapping[Grouping, _GroupingWords] = {
    Grouping.SECTOR: _GroupingWords(
        lambda balance: balance.by_sector,
        sector_label,
        say("Sector"),
        say("De meeste acties liggen bij de sector %(group)s: %(share)s."),
        say("De acties van alle partners van dezelfde soort samen, elk volgens zijn aandeel."),
    ),
    Grouping.THRESHOLD: _GroupingWords(
        lambda balance: balance.by_threshold,
        threshold_label,
        say("Drempel"),
        say("De meeste acties gaan over de drempel %(group)s: %(share)s."),
        HALVES,
    ),
    Grouping.TRACK: _GroupingWords(
        lambda balance: balance.by_track,
        track_label,
        say("Spoor"),
        say("Het spoor %(group)s krijgt de meeste acties: %(share)s."),
        say("Elke actie hoort bij één spoor."),
    ),
    Grouping.PLACE: _GroupingWords(
        lambda balance: balance.by_place,
        place_label,
        say("Plaats"),
        say("De meeste acties zijn er voor %(group)s: %(share)s."),
        say("Elke actie hoort bij één plaats."),
    ),
}


def carried_by_group(balance: Balance, grouping: Grouping, *, with_money: bool = True) -> Figure:
    """Actions by sector, threshold, track or place; the table adds hours, euros and people."""
    words = _GROUPINGS[grouping]
    groups = words.groups(balance)
    top = [one for one in groups if one.actions and one.actions == groups[0].actions]
    title = say("Er zijn nog geen acties om te verdelen.")
    if top:
        names = listed([words.label(one.key) for one in top])
        title = filled(words.most, group=names, share=percent(top[0].share))
    euros = (say("Euro"),) if with_money else ()
    headers = (words.header, say("Acties"), say("Aandeel"), say("Uren"), *euros, say("Bereikte mensen"))
    return Figure(
        key=f"by-{grouping.value}",
        kind=FigureKind.BARS,
        title=title,
        labels=tuple(words.label(one.key) for one in groups if one.actions),
        series=(Series(say("Acties"), tuple(one.actions for one in groups if one.actions)),),
        note=not_drawn([words.label(one.key) for one in groups if not one.actions]),
        table=Table(headers, tuple((words.label(one.key), *_group_row(one, with_money)) for one in groups)),
        definition=joined(words.definition, CARRYING),
        source=SOURCE,
    )


def _group_row(one: GroupBalance, with_money: bool) -> tuple[Text, ...]:
    return (amount(one.actions, Unit.COUNT), amount(one.share, Unit.SHARE), *effort_row(one.effort, with_money))
