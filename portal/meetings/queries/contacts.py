"""Reading informal contact moments."""

from __future__ import annotations

from flask import abort
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from portal.extensions import db
from portal.meetings.models import ContactMoment
from portal.web.paging import PAGE_SIZE, Page


def page_of_contacts(network_id: int, partner_id: int | None, number: int) -> Page:
    """Contact moments of everyone or with one partner, the newest first (2 statements)."""
    which = [ContactMoment.network_id == network_id, ContactMoment.withdrawn_at.is_(None)]
    if partner_id is not None:
        which.append(ContactMoment.partner_id == partner_id)
    total = db.session.scalar(select(func.count(ContactMoment.id)).where(*which)) or 0
    number = min(number, max(1, -(-total // PAGE_SIZE)))
    wanted = (
        select(ContactMoment)
        .where(*which)
        .options(
            joinedload(ContactMoment.partner),
            joinedload(ContactMoment.action),
            joinedload(ContactMoment.by_account),
        )
        .order_by(ContactMoment.on.desc(), ContactMoment.id.desc())
    )
    rows = db.session.scalars(wanted.limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)).all()
    return Page(rows, total, number)


def get_contact_moment(network_id: int, moment_id: int) -> ContactMoment:
    wanted = select(ContactMoment).where(
        ContactMoment.network_id == network_id,
        ContactMoment.id == moment_id,
        ContactMoment.withdrawn_at.is_(None),
    )
    wanted = wanted.options(joinedload(ContactMoment.partner), joinedload(ContactMoment.action))
    return db.session.scalars(wanted).one_or_none() or abort(404)
