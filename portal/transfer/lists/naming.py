"""Names under which records stand in a file: one name leads to one record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from sqlalchemy import inspect

from portal.database import Base
from portal.foundation.wording import say
from portal.transfer.cells.texts import canonical_text

UNKNOWN_PARTNER = say("De partner “%(name)s” kennen we niet. Kijk de naam na.")
UNKNOWN_ACTION = say("De actie “%(name)s” bestaat niet in %(year)s. Kijk de titel na.")

R = TypeVar("R", bound=Base)


def plain(name: str) -> str:
    """A name to compare with: small letters, single spaces."""
    return " ".join(canonical_text(name).casefold().split())


class Names(Generic[R]):
    """Gives each record a name of its own: a second one of the same name gets "(2)" behind it."""

    def __init__(self, records: Iterable[tuple[str, R]]) -> None:
        self._records: dict[str, R] = {}
        self._names: dict[int, str] = {}
        for name, record in records:
            own, at = canonical_text(name), 1
            while plain(own) in self._records:
                at += 1
                own = f"{canonical_text(name)} ({at})"
            self._records[plain(own)] = record
            self._names[_key(record)] = own

    def name_of_id(self, record_id: int | None) -> str | None:
        return None if record_id is None else self._names.get(record_id)

    def find(self, name: str | None) -> R | None:
        return None if name is None else self._records.get(plain(name))

    def __contains__(self, name: str) -> bool:
        return plain(name) in self._records


def _key(record: Base) -> int:
    return int(inspect(record).mapper.primary_key_from_instance(record)[0])
