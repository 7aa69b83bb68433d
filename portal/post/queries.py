"""Reading outgoing mail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from flask import abort
from sqlalchemy import func, select
from sqlalchemy.orm import defer

from portal.extensions import db
from portal.post.models import OutgoingMail
from portal.post.types import MailStatus
from portal.web.paging import PAGE_SIZE, Page


def page_of_mail(network_id: int, number: int) -> Page:
    """The mail of a network, newest first, without texts (2 statements)."""
    found = select(OutgoingMail).where(OutgoingMail.network_id == network_id)
    total = db.session.scalar(select(func.count(OutgoingMail.id)).where(OutgoingMail.network_id == network_id)) or 0
    number = min(number, max(1, -(-total // PAGE_SIZE)))
    rows = db.session.scalars(
        found.options(defer(OutgoingMail.text), defer(OutgoingMail.attachment))
        .order_by(OutgoingMail.id.desc())
        .limit(PAGE_SIZE)
        .offset((number - 1) * PAGE_SIZE)
    ).all()
    return Page(rows, total, number)


def count_mail(network_id: int) -> dict[MailStatus, int]:
    """How many mails wait, were sent or failed."""
    wanted = (
        select(OutgoingMail.status, func.count(OutgoingMail.id))
        .where(OutgoingMail.network_id == network_id)
        .group_by(OutgoingMail.status)
    )
    return dict(iter(db.session.execute(wanted)))


def get_mail(network_id: int, mail_id: int) -> OutgoingMail:
    wanted = select(OutgoingMail).where(OutgoingMail.network_id == network_id, OutgoingMail.id == mail_id)
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_due_ids(now: datetime, most: int) -> Sequence[int]:
    """Mails whose turn it is, oldest first; those of one that is at work are left alone."""
    wanted = select(OutgoingMail.id).where(
        OutgoingMail.status == MailStatus.WAITING,
        OutgoingMail.next_attempt_at <= now,
        (OutgoingMail.claimed_until.is_(None)) | (OutgoingMail.claimed_until < now),
    )
    return db.session.scalars(wanted.order_by(OutgoingMail.next_attempt_at, OutgoingMail.id).limit(most)).all()
