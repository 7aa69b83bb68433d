"""Overlaps: the same cost paid twice, and the same need met twice without a link.

Same cost: two expenses with the same invoice amount, the same invoice date (the booking date where there is
none) and nearly the same description, under another action or from another stream, that together are paid more
than the invoice. Same need: two actions
with a threshold, a target group, the place and a month in common, led by different partners, and on no common
ladder. An action without months counts for the whole year.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations

from portal.dashboards.complementarity.ladders import linked_actions
from portal.dashboards.types import ActionRow, SpendingRow

NEARLY_SAME = 0.87  # two spelling differences in a description of thirty letters
MOST_NEIGHBOURS = 40  # each description meets the next ones in the alphabet: many equal amounts stay cheap
WHOLE_YEAR = frozenset(range(1, 13))


@dataclass(frozen=True)
class SameCost:
    """Expenses that look like one cost; `double_cents` is what streams pay beyond the one invoice."""

    expense_ids: tuple[int, ...]
    numbers: tuple[int, ...]
    description: str
    invoice_cents: int
    on: date
    action_ids: tuple[int, ...]
    streams: tuple[str, ...]
    double_cents: int


@dataclass(frozen=True)
class SameNeed:
    """Two actions that do the same for the same people at the same place and time."""

    first: ActionRow
    second: ActionRow
    thresholds: tuple[str, ...]
    target_groups: tuple[str, ...]
    place: str
    months: tuple[int, ...]


@dataclass(frozen=True)
class _Cost:
    """An expense with all its parts together."""

    expense_id: int
    number: int
    description: str
    words: str
    action_id: int | None
    streams: frozenset[str]
    cents: int


def find_same_costs(spending: Iterable[SpendingRow]) -> tuple[SameCost, ...]:
    """Groups of expenses that look like the same cost, the largest double amount first."""
    found = []
    for (invoice_cents, on), costs in _by_amount_and_day(spending).items():
        for group in _alike(costs):
            elsewhere = len({one.action_id for one in group}) > 1 or len({one.streams for one in group}) > 1
            if elsewhere and sum(one.cents for one in group) > invoice_cents:  # one invoice in two halves is paid once
                found.append(_same_cost(group, invoice_cents, on))
    return tuple(sorted(found, key=lambda one: (-one.double_cents, one.expense_ids)))


def find_same_needs(actions: Iterable[ActionRow]) -> tuple[SameNeed, ...]:
    """Pairs of actions that meet the same need without a link, the most alike first."""
    known = {row.id: row for row in actions if row.counts and row.lead_partner_id is not None}
    linked = linked_actions(known.values())
    meetings: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for key in sorted(known):
        row = known[key]
        for threshold in set(row.thresholds):
            for group in set(row.target_groups):
                meetings[threshold, group, _plain(row.place)].append(key)
    shared: dict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
    for (threshold, group, _place), ids in sorted(meetings.items()):
        for pair in combinations(ids, 2):
            shared[pair].append((threshold, group))
    needs = [
        _same_need(known[one], known[other], cells)
        for (one, other), cells in shared.items()
        if _meet(known[one], known[other]) and other not in linked.get(one, frozenset())
    ]
    return tuple(
        sorted(
            needs,
            key=lambda one: (-len(one.thresholds) * len(one.target_groups), one.first.id, one.second.id),
        )
    )


def _by_amount_and_day(spending: Iterable[SpendingRow]) -> Mapping[tuple[int, date], list[_Cost]]:
    parts: dict[int, list[SpendingRow]] = defaultdict(list)
    for row in spending:
        parts[row.expense_id].append(row)
    found: dict[tuple[int, date], list[_Cost]] = defaultdict(list)
    for key in sorted(parts):
        row = parts[key][0]
        on = row.invoiced_on or row.imputed_on
        if on is not None and row.invoice_cents > 0:
            streams = frozenset(one.stream for one in parts[key])
            cents = sum(one.cents for one in parts[key])
            words = _plain(row.description)
            found[row.invoice_cents, on].append(
                _Cost(key, row.number, row.description, words, row.action_id, streams, cents)
            )
    return found


def _alike(costs: Sequence[_Cost]) -> list[list[_Cost]]:
    """Groups of two or more costs with nearly the same words; alike is passed on within a group."""
    if len(costs) < 2:
        return []
    by_words: dict[str, list[_Cost]] = defaultdict(list)
    for cost in costs:
        by_words[cost.words].append(cost)
    words = sorted(by_words)
    group_of = {word: word for word in words}
    for at, word in enumerate(words):
        for other in words[at + 1 : at + 1 + MOST_NEIGHBOURS]:
            if group_of[word] != group_of[other] and nearly_same(word, other):
                old, new = group_of[other], group_of[word]
                group_of = {key: new if held == old else held for key, held in group_of.items()}
    groups: dict[str, list[_Cost]] = defaultdict(list)
    for word in words:
        groups[group_of[word]] += by_words[word]
    return [sorted(group, key=lambda one: one.expense_id) for group in groups.values() if len(group) > 1]


def nearly_same(one: str, other: str) -> bool:
    """Whether two plain descriptions differ by a slip of the pen only; another number is another cost."""
    if sorted(one.split()) == sorted(other.split()):
        return True
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= NEARLY_SAME and matcher.ratio() >= NEARLY_SAME


def _plain(text: str) -> str:
    """Small letters without accents, signs or double spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[a-z0-9]+", kept))


def _same_cost(group: Sequence[_Cost], invoice_cents: int, on: date) -> SameCost:
    return SameCost(
        expense_ids=tuple(one.expense_id for one in group),
        numbers=tuple(one.number for one in group),
        description=group[0].description,
        invoice_cents=invoice_cents,
        on=on,
        action_ids=tuple(sorted({one.action_id for one in group if one.action_id is not None})),
        streams=tuple(sorted(frozenset[str]().union(*(one.streams for one in group)))),
        double_cents=max(0, sum(one.cents for one in group) - invoice_cents),
    )


def _meet(one: ActionRow, other: ActionRow) -> bool:
    return one.lead_partner_id != other.lead_partner_id and bool(_months(one) & _months(other))


def _months(action: ActionRow) -> frozenset[int]:
    return frozenset(action.months) or WHOLE_YEAR


def _same_need(one: ActionRow, other: ActionRow, cells: Sequence[tuple[str, str]]) -> SameNeed:
    return SameNeed(
        first=one,
        second=other,
        thresholds=tuple(sorted({threshold for threshold, _group in cells})),
        target_groups=tuple(sorted({group for _threshold, group in cells})),
        place=one.place.strip(),
        months=tuple(sorted(_months(one) & _months(other))),
    )
