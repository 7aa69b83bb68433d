"""How the log speaks of each table and column; the domains give the words, because the log stands below them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from portal.database import Base
from portal.foundation.wording import Wording
from portal.web.language import in_words

Writer = Callable[[Any], str]
Namer = Callable[[str, Mapping[str, Any]], str]

_writers: dict[tuple[str, str], Writer] = {}
_namers: dict[str, Namer] = {}
_plurals: dict[str, Wording] = {}
_automatic: dict[str, frozenset[str]] = {}


def teach_columns(writers: Mapping[tuple[str, str], Writer]) -> None:
    """How a value of a column is written, for columns whose kept value says too little by itself."""
    _writers.update(writers)


def teach_names(namers: Mapping[str, Namer]) -> None:
    """How a record is called, given the name that the log kept and the fields of the change."""
    _namers.update(namers)


def teach_plurals(words: Mapping[str, Wording]) -> None:
    """The word for several records of a table."""
    _plurals.update(words)


def teach_automatic(tables: Mapping[str, frozenset[str]]) -> None:
    """Tables that the portal writes by itself, each with the fields in which people do write."""
    _automatic.update(tables)


def writer_of(table: str, column: str) -> Writer | None:
    return _writers.get((table, column))


def name_in_words(table: str, kept: str, fields: Mapping[str, Any]) -> str:
    """What a record is called in the reader's language."""
    namer = _namers.get(table)
    return namer(kept, fields) if namer else kept


def model_of(table: str) -> type[Base] | None:
    """The model behind a table name."""
    return next((mapper.class_ for mapper in Base.registry.mappers if mapper.class_.__tablename__ == table), None)


def noun_of(table: str, count: int = 1) -> str:
    """ "uitgave", or "uitgaven" for several."""
    model = model_of(table)
    word = _plurals.get(table) if count != 1 else None
    return in_words(word or (model.noun if model else table))


def is_automatic(table: str, kind: str, fields: Mapping[str, Any]) -> bool:
    """Whether the portal wrote this by itself while somebody did something else."""
    if table not in _automatic:
        return False
    return kind != "changed" or not (_automatic[table] & set(fields))
