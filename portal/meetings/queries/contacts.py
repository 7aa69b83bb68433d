"""Reading informal contact moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import abort
from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import joinedload

from portal.extensions import db
from portal.meetings.models import ContactMoment
from portal.plans.models import Action
from portal.web.paging import PAGE_SIZE, Page


@dataclass(frozen=True)
class ContactFilter:
    """What somebody wants to see of the contacts; empty means all."""

    year: int | None = None
    partner_id: int | None = None
    action_id: int | None = None
    text: str = ""


def _which(network_id: int, wanted: ContactFilter) -> list[ColumnElement[bool]]:
    which = [ContactMoment.network_id == network_id, ContactMoment.withdrawn_at.is_(None)]
    if wanted.year is not None:
        which.append(ContactMoment.on.between(date(wanted.year, 1, 1), date(wanted.year, 12, 31)))
    if wanted.partner_id is not None:
        which.append(ContactMoment.partner_id == wanted.partner_id)
    if wanted.action_id is not None:
        which.append(ContactMoment.action_id == wanted.action_id)
    for word in wanted.text.split():
        texts = (ContactMoment.with_whom, ContactMoment.about, ContactMoment.outcome)
        which.append(or_(*(column.icontains(word, autoescape=True) for column in texts)))
    return which


def _contacts(which: Sequence[ColumnElement[bool]]) -> Select[Any]:
    return (
        select(ContactMoment)
        .where(*which)
        .options(
            joinedload(ContactMoment.partner),
            joinedload(ContactMoment.action),
            joinedload(ContactMoment.by_account),
        )
        .order_by(ContactMoment.on.desc(), ContactMoment.id.desc())
    )


def page_of_contacts(network_id: int, wanted: ContactFilter, number: int) -> Page:
    """Contact moments, the newest first (2 statements)."""
    which = _which(network_id, wanted)
    total = db.session.scalar(select(func.count(ContactMoment.id)).where(*which)) or 0
    number = min(number, max(1, -(-total // PAGE_SIZE)))
    found = _contacts(which).limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)
    return Page(db.session.scalars(found).all(), total, number)


def list_contacts(network_id: int, wanted: ContactFilter) -> Sequence[ContactMoment]:
    """All of them, for a file to take along."""
    return db.session.scalars(_contacts(_which(network_id, wanted))).all()


def list_action_choices_of_contacts(network_id: int) -> list[tuple[str, str]]:
    """Actions that a contact was about, the newest year first, as choices of a filter."""
    wanted = (
        select(Action.id, Action.title, Action.year)
        .where(
            Action.id.in_(
                select(ContactMoment.action_id).where(
                    ContactMoment.network_id == network_id, ContactMoment.withdrawn_at.is_(None)
                )
            )
        )
        .order_by(Action.year.desc(), Action.title, Action.id)
    )
    return [(str(key), f"{title} ({year})") for key, title, year in db.session.execute(wanted)]


def find_first_day(network_id: int) -> date | None:
    """The day of the oldest contact."""
    return db.session.scalar(select(func.min(ContactMoment.on)).where(ContactMoment.network_id == network_id))


def get_contact_moment(network_id: int, moment_id: int) -> ContactMoment:
    wanted = _contacts(
        [ContactMoment.network_id == network_id, ContactMoment.id == moment_id, ContactMoment.withdrawn_at.is_(None)]
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)
