"""Columns that several lists share: amounts per stream, and names of records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from portal.foundation.wording import Wording, say
from portal.funding.regimes import all_streams, find_stream
from portal.transfer.types import ColumnKind, ColumnSpec

ORIGIN = ColumnSpec(
    "origin",
    say("Herkomst"),
    max_length=300,
    hint=say("Waar dit vandaan komt, bijvoorbeeld de naam van een nota. Staat er al iets, laat het dan staan."),
)
PART = "part-"
BUDGET = "budget-"


def codes(labels: Mapping[Any, Wording]) -> dict[str, Wording]:
    """Words of an enum as the choices of a column."""
    return {str(member.value if isinstance(member, StrEnum) else member): words for member, words in labels.items()}


def with_origin(columns: Iterable[ColumnSpec], rows: Iterable[Mapping[str, Any]]) -> tuple[ColumnSpec, ...]:
    """The mark that tells fact from invention goes along where there is one."""
    marked = any(row.get(ORIGIN.key) for row in rows)
    return (*columns, ORIGIN) if marked else tuple(columns)


STREAM_CHOICES = {stream.code: stream.label for stream in all_streams()}


def part_columns(streams: Iterable[str]) -> tuple[ColumnSpec, ...]:
    """What each stream pays of an expense."""
    return tuple(_amount(PART, code, STREAM_CHOICES[code]) for code in streams if find_stream(code))


def budget_columns(streams: Iterable[str]) -> tuple[ColumnSpec, ...]:
    """What each stream is planned to pay of an action."""
    return tuple(
        _amount(BUDGET, code, say("Begroot: %(stream)s", stream=STREAM_CHOICES[code]))
        for code in streams
        if find_stream(code)
    )


def _amount(prefix: str, code: str, header: Wording) -> ColumnSpec:
    aliases = (code,) if prefix == PART else ()
    return ColumnSpec(prefix + code, header, ColumnKind.MONEY, aliases=aliases)


def amounts_of(values: Mapping[str, Any], prefix: str) -> dict[str, int]:
    """Cents per stream out of a row."""
    return {key.removeprefix(prefix): value or 0 for key, value in values.items() if key.startswith(prefix)}
