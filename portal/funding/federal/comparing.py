"""A sheet that was reported beside the lines of the portal: equal, different, only here, only there, or double."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.foundation.wording import say
from portal.funding.federal.lines import ReportLine


class Standing(StrEnum):
    """How a line of the sheet stands beside the portal, or a line of the portal beside the sheet."""

    EQUAL = "equal"
    DIFFERENT = "different"
    ONLY_SHEET = "only-sheet"
    ONLY_PORTAL = "only-portal"
    DOUBLE = "double"


STANDING_LABELS = {
    Standing.EQUAL: say("gelijk"),
    Standing.DIFFERENT: say("anders"),
    Standing.ONLY_SHEET: say("alleen in het blad"),
    Standing.ONLY_PORTAL: say("alleen in het portaal"),
    Standing.DOUBLE: say("dubbel in het blad"),
}

FIELDS = ("stream", "on", "description", "beneficiaries", "amount_cents")
FIELD_LABELS = {
    "stream": say("categorie"),
    "on": say("datum"),
    "description": say("beschrijving"),
    "beneficiaries": say("aantal"),
    "amount_cents": say("bedrag"),
}
# Two lines are about the same when these agree; from the surest to the weakest.
LIKENESSES: tuple[tuple[str, ...], ...] = (
    ("stream", "on", "description", "amount_cents"),
    ("stream", "description", "beneficiaries", "amount_cents"),
    ("stream", "on", "description", "beneficiaries"),
    ("stream", "on", "beneficiaries", "amount_cents"),
    ("on", "description", "beneficiaries", "amount_cents"),
    ("stream", "on", "description"),
    ("stream", "description", "amount_cents"),
    ("stream", "on", "amount_cents"),
    ("on", "description", "amount_cents"),
)


@dataclass(frozen=True)
class SheetLine:
    """A line of a sheet, with the row where it stands."""

    row: int
    stream: str | None
    on: date | None
    description: str
    beneficiaries: int | None
    amount_cents: int | None


@dataclass(frozen=True)
class Pair:
    """One line of the sheet, one of the portal, or both; which fields differ, and of which row it is the double."""

    standing: Standing
    sheet: SheetLine | None = None
    portal: ReportLine | None = None
    differing: tuple[str, ...] = ()
    double_of: int | None = None


def compare_lines(sheet: Sequence[SheetLine], portal: Sequence[ReportLine]) -> list[Pair]:
    """Every line of both once: those of the sheet in its order, then what only the portal has."""
    found: dict[int, Pair] = {}
    free = _take(sheet, portal, FIELDS, found)
    left = [line for at, line in enumerate(sheet) if at not in found]
    doubles = _doubles(sheet, left)
    for likeness in LIKENESSES:
        open_lines = {at: line for at, line in enumerate(sheet) if at not in found and line.row not in doubles}
        if not open_lines or not free:
            break
        free = _take_open(open_lines, free, likeness, found)
    for at, line in enumerate(sheet):
        if at not in found:
            first = doubles.get(line.row)
            standing = Standing.ONLY_SHEET if first is None else Standing.DOUBLE
            found[at] = Pair(standing, line, double_of=first)
    return [*(found[at] for at in sorted(found)), *(Pair(Standing.ONLY_PORTAL, portal=line) for line in free)]


def _take(
    sheet: Sequence[SheetLine], portal: Sequence[ReportLine], fields: Sequence[str], found: dict[int, Pair]
) -> list[ReportLine]:
    return _take_open(dict(enumerate(sheet)), portal, fields, found)


def _take_open(
    lines: dict[int, SheetLine], portal: Iterable[ReportLine], fields: Sequence[str], found: dict[int, Pair]
) -> list[ReportLine]:
    """Pair the lines that agree in these fields; gives what is still free of the portal."""
    key = _key_of(fields)
    held: dict[Hashable, deque[ReportLine]] = defaultdict(deque)
    for one in portal:
        held[key(one)].append(one)
    taken: set[int] = set()
    for at, line in lines.items():
        waiting = held.get(key(line))
        if waiting:
            match = waiting.popleft()
            taken.add(id(match))
            differing = tuple(name for name in FIELDS if _value(line, name) != _value(match, name))
            found[at] = Pair(Standing.DIFFERENT if differing else Standing.EQUAL, line, match, differing)
    return [one for one in portal if id(one) not in taken]


def _doubles(sheet: Sequence[SheetLine], left: Sequence[SheetLine]) -> dict[int, int]:
    """Rows that say the same as an earlier row and that the portal does not have a second time."""
    key = _key_of(FIELDS)
    first: dict[Hashable, int] = {}
    for line in sheet:
        first.setdefault(key(line), line.row)
    return {line.row: first[key(line)] for line in left if first[key(line)] != line.row}


def _key_of(fields: Sequence[str]) -> Callable[[SheetLine | ReportLine], Hashable]:
    return lambda line: tuple(_value(line, name) for name in fields)


def _value(line: SheetLine | ReportLine, name: str) -> Hashable:
    value = getattr(line, name)
    return " ".join(value.split()).casefold() if name == "description" else value


@dataclass(frozen=True)
class CategoryTotals:
    """Lines, beneficiaries and cents of a category on both sides."""

    stream: str
    sheet: tuple[int, int, int]
    portal: tuple[int, int, int]

    @property
    def is_same(self) -> bool:
        return self.sheet == self.portal


def totals_by_category(
    sheet: Iterable[SheetLine], portal: Iterable[ReportLine], order: Sequence[str]
) -> list[CategoryTotals]:
    """What both sides add up to, per category of the year."""
    ours, theirs = _sums(portal), _sums(sheet)
    nothing = (0, 0, 0)
    return [CategoryTotals(code, theirs.get(code, nothing), ours.get(code, nothing)) for code in order]


def _sums(lines: Iterable[SheetLine | ReportLine]) -> dict[str, tuple[int, int, int]]:
    counts, people, cents = Counter[str](), Counter[str](), Counter[str]()
    for line in lines:
        if line.stream is not None:
            counts[line.stream] += 1
            people[line.stream] += line.beneficiaries or 0
            cents[line.stream] += line.amount_cents or 0
    return {code: (counts[code], people[code], cents[code]) for code in counts}
