"""Reading which years are closed, what was kept of them, and how deadlines were marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from flask import abort
from sqlalchemy import ScalarSelect, String, cast, func, select
from sqlalchemy.orm import selectinload, undefer

from portal.closing.models import ClosedRecord, ClosedYear, DeadlineMark
from portal.closing.types import Closure, MarkFacts
from portal.extensions import db
from portal.history.models import Revision
from portal.network.models import Network
from portal.network.queries import NETWORK_WITH_REVISION


@dataclass(frozen=True)
class NetworkWithClosures:
    """A network with the number that moves at every change in it, and the years that are closed."""

    network: Network
    revision: int
    closures: tuple[Closure, ...]


PART, LINE = "\t", "\n"
# Every page of a network asks this; written once, it is built once.
NETWORK_WITH_CLOSURES = NETWORK_WITH_REVISION.add_columns(
    select(
        func.aggregate_strings(
            cast(ClosedYear.year, String) + PART + cast(ClosedYear.closed_at, String) + PART + ClosedYear.closed_by,
            LINE,
        )
    )
    .where(ClosedYear.network_id == Network.id, ClosedYear.reopened_at.is_(None))
    .correlate(Network)
    .scalar_subquery()
)


def find_network_with_closures(slug: str) -> NetworkWithClosures | None:
    """The network of an address, its revision and its closed years, in one statement."""
    found = db.session.execute(NETWORK_WITH_CLOSURES, {"wanted_slug": slug}).one_or_none()
    if found is None:
        return None
    lines = sorted((found[2] or "").split(LINE)) if found[2] else []
    return NetworkWithClosures(found[0], int(found[1]), tuple(_closure(line) for line in lines))


def _closure(line: str) -> Closure:
    year, at, by = line.split(PART, 2)
    return Closure(int(year), datetime.fromisoformat(at).replace(tzinfo=UTC), by)


def list_closures(network_id: int) -> tuple[Closure, ...]:
    """The years of a network that are closed now."""
    wanted = select(ClosedYear.year, ClosedYear.closed_at, ClosedYear.closed_by).where(
        ClosedYear.network_id == network_id, ClosedYear.reopened_at.is_(None)
    )
    with db.session.no_autoflush:
        return tuple(Closure(*row) for row in db.session.execute(wanted.order_by(ClosedYear.year)))


def find_closing(network_id: int, year: int) -> ClosedYear | None:
    """The closing that holds now, or None while the year is open."""
    wanted = select(ClosedYear).where(
        ClosedYear.network_id == network_id, ClosedYear.year == year, ClosedYear.reopened_at.is_(None)
    )
    return db.session.scalars(wanted).one_or_none()


def list_closings(network_id: int, year: int) -> Sequence[ClosedYear]:
    """Every closing of a year with what was kept, newest first; without the texts themselves (2 statements)."""
    wanted = select(ClosedYear).where(ClosedYear.network_id == network_id, ClosedYear.year == year)
    return db.session.scalars(wanted.options(selectinload(ClosedYear.records)).order_by(ClosedYear.id.desc())).all()


def get_closing(network_id: int, year: int, closing_id: int) -> ClosedYear:
    wanted = select(ClosedYear).where(
        ClosedYear.network_id == network_id, ClosedYear.year == year, ClosedYear.id == closing_id
    )
    return db.session.scalars(wanted.options(selectinload(ClosedYear.records))).one_or_none() or abort(404)


def find_record(closing_id: int, kind: str) -> ClosedRecord | None:
    """A kept paper or list with its text."""
    wanted = select(ClosedRecord).where(ClosedRecord.closed_year_id == closing_id, ClosedRecord.kind == kind)
    return db.session.scalars(wanted.options(undefer(ClosedRecord.content))).one_or_none()


def find_kept(network_id: int, year: int, kind: str) -> tuple[Closure, str] | None:
    """What is kept of a paper or list of a closed year, with who closed it; one statement."""
    wanted = (
        select(ClosedYear.year, ClosedYear.closed_at, ClosedYear.closed_by, ClosedRecord.content)
        .join(ClosedRecord, ClosedRecord.closed_year_id == ClosedYear.id)
        .where(
            ClosedYear.network_id == network_id,
            ClosedYear.year == year,
            ClosedYear.reopened_at.is_(None),
            ClosedRecord.kind == kind,
        )
    )
    row = db.session.execute(wanted).one_or_none()
    return (Closure(*row[:3]), row[3]) if row else None


def revision_of(network_id: int) -> int:
    """The number of the last change in a network."""
    return db.session.scalar(select(Revision.number).where(Revision.scope == network_id)) or 0


def list_marks(network_id: int, years: Sequence[int]) -> Sequence[DeadlineMark]:
    wanted = select(DeadlineMark).where(DeadlineMark.network_id == network_id, DeadlineMark.year.in_(years))
    return db.session.scalars(wanted.order_by(DeadlineMark.year, DeadlineMark.deadline)).all()


def find_mark(network_id: int, year: int, deadline: str) -> DeadlineMark | None:
    wanted = select(DeadlineMark).where(
        DeadlineMark.network_id == network_id, DeadlineMark.year == year, DeadlineMark.deadline == deadline
    )
    return db.session.scalars(wanted).one_or_none()


def telling_marks(network_id: int, years: Sequence[int]) -> ScalarSelect[str]:
    """For a statement: the marks on the deadlines of these years as one text, that `read_marks` takes apart."""
    columns: tuple[Any, ...] = (
        cast(DeadlineMark.year, String),
        DeadlineMark.deadline,
        func.coalesce(cast(DeadlineMark.planned_on, String), ""),
        func.coalesce(cast(DeadlineMark.done_on, String), ""),
        func.replace(func.replace(DeadlineMark.skipped_reason, PART, " "), LINE, " "),
    )
    line = columns[0]
    for column in columns[1:]:
        line = line + PART + column
    return (
        select(func.aggregate_strings(line, LINE))
        .where(DeadlineMark.network_id == network_id, DeadlineMark.year.in_(years))
        .scalar_subquery()
    )


def read_marks(told: str) -> dict[tuple[int, str], MarkFacts]:
    """The marks by year and deadline."""
    found = {}
    for line in told.split(LINE) if told else ():
        year, deadline, planned, done, skipped = line.split(PART)
        found[int(year), deadline] = MarkFacts(_day(planned), _day(done), skipped)
    return found


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
