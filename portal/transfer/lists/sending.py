"""Records that were worked out before anything is written, sent a few hundred rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from portal.database import Base
from portal.extensions import db
from portal.history.adding import Additions

AT_ONCE = 500


class Sending:
    """Everything that saving a list takes: what changed lies in the session, what is new waits here.

    New records are never in the session. Whoever sends them saves or drops everything together.
    """

    def __init__(self, heard: Callable[[int], None]) -> None:
        self._heard = heard
        self._open: dict[type[Base], list[Base]] = {}
        self._waiting = 0
        self._done = 0
        self._prepared: list[tuple[int, Additions]] = []

    def add(self, *records: Base) -> None:
        """A table comes before the tables that point at it: first added, first sent."""
        for record in records:
            self._open.setdefault(type(record), []).append(record)

    def order(self, *tables: type[Base]) -> None:
        """Send these tables in this order, whichever comes first in the file."""
        self._open = {table: self._open.get(table, []) for table in tables}

    def count(self) -> None:
        """One row more is worked out."""
        self._waiting += 1
        if self._waiting >= AT_ONCE:
            self.cut()

    def cut(self) -> None:
        """What comes now may point at what was added before."""
        groups = [records for records in self._open.values() if records]
        if not groups and not self._waiting:
            return
        self._prepared.append((self._waiting, Additions(db.session(), *groups)))
        self._done += self._waiting
        self._waiting, self._open = 0, {table: [] for table in self._open}
        self._heard(self._done)

    def send(self) -> Iterator[int]:
        """Whoever goes through the answer writes, and hears after each part how many rows are done."""
        self.cut()
        return self._write()

    def _write(self) -> Iterator[int]:
        db.session.flush()
        done = 0
        for size, additions in self._prepared:
            additions.send()
            done += size
            yield done


def send_all(records: Iterable[Base], heard: Callable[[int], None]) -> Iterator[int]:
    """Records of one table, each a row; drawn up one by one, so that the bar moves."""
    sending = Sending(heard)
    for record in records:
        sending.add(record)
        sending.count()
    return sending.send()
