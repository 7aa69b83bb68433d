"""Months in a cell: "jan-mrt; mei", "1, 2, 3" or "hele jaar"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from portal.foundation.wording import Wording, say
from portal.transfer.cells.texts import plain_name, short_text, text_of
from portal.transfer.types import BadCell, RawValue

_SHORT = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_FULL = (
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "march", "mrt"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
_WHOLE_YEAR = {"helejaar", "hethelejaar", "heelhetjaar", "heeljaar", "allemaanden", "wholeyear", "allyear"}
_BETWEEN = re.compile(r"[;,|+\n&]|\ben\b|\band\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\s*(?:-|\u2013|\u2014|\bt/m\b|\btot\s+en\s+met\b|\btot\b|\bt\.?e\.?m\b\.?|\bto\b)\s*", re.IGNORECASE
)


@lru_cache(maxsize=1)
def _names() -> dict[str, int]:
    found = {name: number for number, names in enumerate(_FULL, start=1) for name in names}
    for names in _SHORT.values():
        found |= {name.lower(): number for number, name in enumerate(names, start=1)}
    return found


def month_named(word: str) -> int | None:
    """The number of a month by its Dutch or English name, whole or short."""
    return _names().get(word.strip(". ").lower())


def read_months(value: RawValue) -> tuple[int, ...]:
    """The months that a cell names, in calendar order; a range may run over the end of the year."""
    if isinstance(value, int) and not isinstance(value, bool):
        return (_checked(value, str(value)),)
    if isinstance(value, float) and value.is_integer():
        return (_checked(int(value), text_of(value)),)
    if not isinstance(value, str):
        raise BadCell(_changed_by_program())
    if plain_name(value) in _WHOLE_YEAR:
        return tuple(range(1, 13))
    parts = [part.strip() for part in _BETWEEN.split(_UNTIL.sub("-", value))]
    named = {month for part in parts if part for month in _months_of(part)}
    if not named:
        raise BadCell(_no_month(value))
    return tuple(sorted(named))


def months_text(months: Iterable[int], language_code: str) -> str:
    """Months in short words, three or more in a row as a range."""
    names = _SHORT.get(language_code, _SHORT["nl"])
    return "; ".join(
        f"{names[run[0] - 1]}-{names[run[-1] - 1]}" if len(run) > 2 else "; ".join(names[at - 1] for at in run)
        for run in _runs(sorted(set(months)))
    )


def _runs(months: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for month in months:
        if runs and runs[-1][-1] == month - 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return runs


def _months_of(part: str) -> list[int]:
    ends = part.split("-")
    if len(ends) > 2:
        raise BadCell(_no_month(part))
    first, last = _month_of(ends[0], part), _month_of(ends[-1], part)
    return list(range(first, last + 1)) if first <= last else [*range(first, 13), *range(1, last + 1)]


def _month_of(word: str, part: str) -> int:
    if word.isascii() and word.isdigit() and len(word) <= 2:
        return _checked(int(word), word)
    plain = plain_name(word)
    for number, names in enumerate(_FULL, start=1):
        if any(plain == name or (len(plain) >= 3 and name.startswith(plain)) for name in names):
            return number
    raise BadCell(_no_month(part))


def _checked(month: int, text: str) -> int:
    if not 1 <= month <= 12:
        raise BadCell(_no_month(text))
    return month


def _no_month(text: str) -> Wording:
    return say("“%(text)s” is geen maand. Schrijf maanden zoals jan-mrt; mei.", text=short_text(text))


def _changed_by_program() -> Wording:
    return say(
        "Je programma maakte van deze cel een datum of een kommagetal. "
        "Schrijf de maanden met letters, zoals jan-mrt; mei."
    )
