"""Reading the event log of one thing, and of a network; never more than the reader of the page may know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from flask import abort
from sqlalchemy import Row, Select, and_, false, or_, select

from portal.database import Base
from portal.extensions import db
from portal.foundation.actor import Actor
from portal.history.acts import FILE, Act, key_of_act, record_by_record, with_their_files
from portal.history.discretion import discreet, present_reader, readable_tables
from portal.history.models import Change
from portal.web.paging import PAGE_SIZE, Page

MOST_SHOWN = 200
MOST_ROWS = 1000  # of one record; acts are never cut in two below this
ACTS_ON_A_PAGE = 25
MOST_LOOKED_AT = 4000  # changes from which the acts of a page are made up
MOST_TOLD = 12  # changes of one act that are told at once; its own page tells all


def list_changes(page_type: str, page_id: int, network_id: int | None, most: int = MOST_SHOWN) -> Sequence[Change]:
    """Changes told on one record's page, newest first: those of the newest acts, as many as asked."""
    reader = present_reader()
    wanted = select(Change).where(
        Change.page_type == page_type, Change.page_id == page_id, Change.network_id == network_id
    )
    found = db.session.scalars(_readable(wanted, reader).order_by(Change.id.desc()).limit(MOST_ROWS))
    told = [one for change in found if (one := discreet(change, reader)) is not None]
    keys = set(islice(dict.fromkeys(key_of_act(one) for one in told), most))
    return [one for one in told if key_of_act(one) in keys]


@dataclass(frozen=True)
class Subject:
    """A record of the log, and the record on whose page it is told."""

    table: str
    key: int
    page_table: str
    page_key: int


def list_changes_of(network_id: int, subjects: Collection[Subject], *, since: datetime) -> Sequence[Change]:
    """What happened to some records of a network since a moment, oldest first."""
    reader = present_reader()
    each = (
        and_(
            Change.page_type == one.page_table,
            Change.page_id == one.page_key,
            Change.subject_type == one.table,
            Change.subject_id == one.key,
        )
        for one in subjects
    )
    wanted = select(Change).where(Change.network_id == network_id, Change.at >= since, or_(false(), *each))
    found = db.session.scalars(_readable(wanted, reader).order_by(Change.id.desc()).limit(MOST_ROWS)).all()
    return [one for change in reversed(found) if (one := discreet(change, reader)) is not None]


@dataclass(frozen=True)
class ActsPage:
    """Some acts, newest first; `older` is what the next page starts below, None on the last one."""

    acts: Sequence[Act]
    older: int | None


def list_recent_acts(
    network_id: int, *, before_id: int | None = None, with_confidential: bool = True, most: int = ACTS_ON_A_PAGE
) -> ActsPage:
    """The newest acts in a network, older than the one that a given change belongs to.

    Two statements, however much was changed: who did what when, and then only what the page tells. The acts of one page
    are made up from a bounded number of changes, so that one import does not slow the page down.
    """
    reader = present_reader()
    looked_at = _look(network_id, reader, before_id, with_confidential)
    groups: dict[Any, list[Row[Any]]] = {}
    for row in looked_at:
        groups.setdefault(key_of_act(row), []).append(row)
    ordered = sorted(groups.values(), key=lambda rows: (rows[0].at, rows[0].id), reverse=True)
    shown = ordered[:most]
    told = _find(one for rows in shown for one in _worth_telling(rows))
    acts = []
    for rows in shown:
        changes = [one for row in rows if row.id in told and (one := discreet(told[row.id], reader)) is not None]
        if changes:
            acts.append(Act(changes, rows))
    is_last = len(ordered) <= most and len(looked_at) < MOST_LOOKED_AT
    return ActsPage(with_their_files(acts), None if is_last else shown[-1][0].id)


def page_of_act(network_id: int, change_id: int, number: int, *, with_confidential: bool = True) -> Page:
    """Every change of the act that one change belongs to, in the order in which they were made."""
    reader = present_reader()
    one = db.session.scalar(select(Change).where(Change.id == change_id, Change.network_id == network_id))
    if one is None:
        abort(404)
    same = (Change.at == one.at, Change.by == one.by, Change.via == one.via, Change.account_id == one.account_id)
    wanted = _open_to(select(Change).where(Change.network_id == network_id, *same), reader, with_confidential)
    total = db.session.scalar(select(db.func.count()).select_from(wanted.subquery())) or 0
    found = db.session.scalars(wanted.order_by(Change.id).limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)).all()
    rows = [told for change in found if (told := discreet(change, reader)) is not None]
    return Page(rows, total, number)


def _look(network_id: int, reader: Actor | None, before_id: int | None, with_confidential: bool) -> Sequence[Row[Any]]:
    hand = (Change.at, Change.account_id, Change.by, Change.via)
    subject = (Change.kind, Change.subject_type, Change.subject_id, Change.page_type, Change.page_id)
    wanted: Any = select(Change.id, *hand, *subject).where(Change.network_id == network_id)
    if before_id is not None:
        before = select(Change.at).where(Change.id == before_id).scalar_subquery()
        wanted = wanted.where(Change.at < before)
    wanted = _open_to(wanted, reader, with_confidential).order_by(Change.id.desc())
    rows: Sequence[Row[Any]] = db.session.execute(wanted.limit(MOST_LOOKED_AT)).all()
    return rows


def _worth_telling(rows: Sequence[Row[Any]]) -> list[int]:
    """Of a large act the file that was read in, and the first records with their parts."""
    files = [row.id for row in rows if row.subject_type == FILE]
    return [*files, *(row.id for row in record_by_record(rows)[:MOST_TOLD])]


def _find(ids: Iterable[int]) -> dict[int, Change]:
    return {one.id: one for one in db.session.scalars(select(Change).where(Change.id.in_(sorted(ids))))}


def _open_to(wanted: Select[Any], reader: Actor | None, with_confidential: bool) -> Select[Any]:
    """Without what only coordinators may know when so asked, and without what this reader may not know."""
    if not with_confidential:
        hidden = sorted(one.class_.__tablename__ for one in Base.registry.mappers if one.class_.is_confidential)
        wanted = wanted.where(Change.page_type.not_in(hidden))
    return _readable(wanted, reader)


def _readable(wanted: Select[Any], reader: Actor | None) -> Select[Any]:
    """Only what the reader may know; who coordinates also reads of tables that are no more."""
    if reader is None or reader.coordinates:
        return wanted
    return wanted.where(Change.subject_type.in_(readable_tables(reader)))
