"""Belgian municipalities by NIS code, and how codes follow each other through mergers (DATA-NIS-1 to 5)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

SOURCE = Path(__file__).parent / "reference" / "municipalities.csv"


@dataclass(frozen=True)
class Municipality:
    """A code with the days on which it is valid; `merged_into` is the code that follows."""

    nis: str
    name_nl: str
    name_fr: str
    province: str  # empty in Brussels; of the code itself, because Zwijndrecht changed province (DATA-NIS-4)
    region: str
    inhabitants: int | None
    inhabitants_year: int | None
    valid_from: date | None
    valid_to: date | None
    merged_into: str | None

    def is_valid_on(self, day: date) -> bool:
        began = self.valid_from is None or self.valid_from <= day
        return began and (self.valid_to is None or day <= self.valid_to)


@lru_cache(maxsize=1)
def read_municipalities() -> tuple[Municipality, ...]:
    """All codes since 2018, in the order of the file."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        return tuple(_read(row) for row in csv.DictReader(file))


def _read(row: dict[str, str]) -> Municipality:
    return Municipality(
        nis=row["nis"],
        name_nl=row["name_nl"],
        name_fr=row["name_fr"],
        province=row["province"],
        region=row["region"],
        inhabitants=int(row["inhabitants"]) if row["inhabitants"] else None,
        # "2020 summed" marks a code of 2025 whose figure is the sum of its parts.
        inhabitants_year=int(row["inhabitants_year"][:4]) if row["inhabitants_year"] else None,
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        merged_into=row["merged_into"] or None,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Municipality]:
    return {row.nis: row for row in read_municipalities()}


@lru_cache(maxsize=1)
def _codes_by_name() -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {}
    for row in read_municipalities():
        codes.setdefault(row.name_nl, []).append(row.nis)
    return codes


@lru_cache(maxsize=1)
def _parts_by_code() -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {}
    for row in read_municipalities():
        if row.merged_into:
            parts.setdefault(row.merged_into, []).append(row.nis)
    return parts


def find_municipality(nis: str) -> Municipality | None:
    return _by_code().get(nis)


def municipalities_on(day: date) -> tuple[Municipality, ...]:
    """The municipalities of a day, in the order of the file."""
    return tuple(row for row in read_municipalities() if row.is_valid_on(day))


def valid_on(nis: str, day: date) -> bool:
    """Whether a code exists on a day; an unknown code never does."""
    row = find_municipality(nis)
    return row is not None and row.is_valid_on(day)


def follow(nis: str, on: date) -> tuple[str, ...]:
    """The codes for a municipality on a day: itself, onwards through mergers, or back to its parts.

    Empty when the code is unknown. A code that stayed while its area grew (Antwerpen) is followed to itself;
    `parts_on` gives what its present area was made of.
    """
    row = find_municipality(nis)
    if row is None:
        return ()
    if row.is_valid_on(on):
        return (nis,)
    if row.valid_to is not None and on > row.valid_to:
        return follow(row.merged_into, on) if row.merged_into else ()
    return parts_on(nis, on)


def parts_on(nis: str, on: date) -> tuple[str, ...]:
    """The codes valid on a day whose area lies in the present area of a code, the code itself included."""
    own = {nis} if valid_on(nis, on) else set()
    parts = (code for part in _parts_by_code().get(nis, ()) for code in parts_on(part, on))
    return tuple(sorted(own.union(parts)))


def display_name(nis: str) -> str:
    """The Dutch name; with years where several codes bear it: "Hasselt (–2024)", "Hasselt (2025–)".

    An unknown code is its own name, so that a stored code never disappears from a page.
    """
    row = find_municipality(nis)
    if row is None:
        return nis
    if len(_codes_by_name()[row.name_nl]) == 1:
        return row.name_nl
    first = str(row.valid_from.year) if row.valid_from else ""
    last = str(row.valid_to.year) if row.valid_to else ""
    return f"{row.name_nl} ({first}–{last})"
