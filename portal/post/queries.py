"""Reading outgoing mail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from flask import abort
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import defer

from portal.extensions import db
from portal.post.models import OutgoingMail
from portal.post.types import MailStand, MailStatus
from portal.web.paging import PAGE_SIZE, Page


def page_of_mail(network_id: int | None, number: int, stand: MailStand | None = None) -> Page:
    """The mail of a network (None: of the installation), newest first, without texts (2 statements)."""
    which = _which(network_id, stand)
    total = db.session.scalar(select(func.count(OutgoingMail.id)).where(*which)) or 0
    number = min(number, max(1, -(-total // PAGE_SIZE)))
    rows = db.session.scalars(
        select(OutgoingMail)
        .where(*which)
        .options(defer(OutgoingMail.text), defer(OutgoingMail.attachment))
        .order_by(OutgoingMail.id.desc())
        .limit(PAGE_SIZE)
        .offset((number - 1) * PAGE_SIZE)
    ).all()
    return Page(rows, total, number)


def count_stuck(network_id: int | None) -> int:
    """How many mails failed, or were tried and wait for a next time; those of no network are of the installation."""
    wanted = select(func.count(OutgoingMail.id)).where(_of(network_id), _is_stuck())
    return db.session.scalar(wanted) or 0


def _of(network_id: int | None) -> ColumnElement[bool]:
    return OutgoingMail.network_id.is_(None) if network_id is None else OutgoingMail.network_id == network_id


def _is_stuck() -> ColumnElement[bool]:
    waits = (OutgoingMail.status == MailStatus.WAITING) & (OutgoingMail.attempts > 0)
    return (OutgoingMail.status == MailStatus.FAILED) | waits


def _which(network_id: int | None, stand: MailStand | None) -> list[ColumnElement[bool]]:
    which = [_of(network_id)]
    match stand:
        case MailStand.STUCK:
            which.append(_is_stuck())
        case MailStand.WAITING:
            which.append(OutgoingMail.status == MailStatus.WAITING)
        case MailStand.FAILED:
            which.append(OutgoingMail.status == MailStatus.FAILED)
        case MailStand.SENT:
            which.append(OutgoingMail.status == MailStatus.SENT)
    return which


def list_to_try_again(network_id: int | None, most: int) -> Sequence[OutgoingMail]:
    """Mails that wait or failed and still have their text, the oldest first."""
    wanted = select(OutgoingMail).where(
        _of(network_id), OutgoingMail.status != MailStatus.SENT, OutgoingMail.text != ""
    )
    return db.session.scalars(wanted.order_by(OutgoingMail.id).limit(most)).all()


def count_mail(network_id: int | None) -> dict[MailStatus, int]:
    """How many mails wait, were sent or failed."""
    wanted = (
        select(OutgoingMail.status, func.count(OutgoingMail.id)).where(_of(network_id)).group_by(OutgoingMail.status)
    )
    return dict(iter(db.session.execute(wanted)))


def get_mail(network_id: int | None, mail_id: int) -> OutgoingMail:
    wanted = select(OutgoingMail).where(_of(network_id), OutgoingMail.id == mail_id)
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_due_ids(now: datetime, most: int) -> Sequence[int]:
    """Mails whose turn it is, oldest first; those of one that is at work are left alone."""
    wanted = select(OutgoingMail.id).where(
        OutgoingMail.status == MailStatus.WAITING,
        OutgoingMail.next_attempt_at <= now,
        (OutgoingMail.claimed_until.is_(None)) | (OutgoingMail.claimed_until < now),
    )
    return db.session.scalars(wanted.order_by(OutgoingMail.next_attempt_at, OutgoingMail.id).limit(most)).all()
