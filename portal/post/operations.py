"""Queueing mail with the work it is about, and sending it one by one."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from datetime import datetime

from flask import current_app
from sqlalchemy import delete, update

from portal.extensions import db
from portal.foundation.clock import now
from portal.post import queries, rules
from portal.post.models import OutgoingMail
from portal.post.types import Letter, MailStatus
from portal.web.mail import Mailbag, MailNotTaken, new_message_id

LONGEST_WAIT = 10.0  # seconds that a page waits for the mail server; what is not sent by then waits in the queue


def queue_letter(
    letter: Letter, *, network_id: int | None = None, expires_at: datetime | None = None, at: datetime | None = None
) -> OutgoingMail:
    """Put a letter in the queue; it is saved together with what it is about."""
    moment = at or now()
    mail = OutgoingMail(
        network_id=network_id,
        to=letter.to.strip(),
        subject=" ".join(letter.subject.split())[:300],
        text=letter.text,
        headers=dict(letter.headers),
        message_id=new_message_id(),
        queued_at=moment,
        expires_at=expires_at,
        next_attempt_at=moment,
    )
    if letter.attachment is not None:
        mail.attachment_name = letter.attachment.name
        mail.attachment_type = letter.attachment.content_type
        mail.attachment = letter.attachment.body
    db.session.add(mail)
    db.session.flush()
    return mail


def send_soon(mails: Iterable[OutgoingMail]) -> bool:
    """Try right now, after the page has committed; False when something still waits."""
    keys = [mail.id for mail in mails]
    return send_mails(keys, patience=LONGEST_WAIT) == len(keys)


def send_beside(mails: Iterable[OutgoingMail]) -> None:
    """Send beside the page: how long the page takes must not tell whether there was anybody to write to."""
    keys = [mail.id for mail in mails]
    if not keys or not current_app.config["MAIL_URL"]:
        send_mails(keys)
        return
    app = current_app._get_current_object()  # type: ignore[attr-defined]

    def send() -> None:
        with app.app_context():
            send_mails(keys, patience=LONGEST_WAIT)

    threading.Thread(target=send, name="mail", daemon=True).start()


def send_due(*, most: int = 500) -> tuple[int, int]:
    """Send what is due; how many were sent, and how many were tried."""
    _sweep(now())
    keys = queries.list_due_ids(now(), most)
    return send_mails(keys), len(keys)


def send_mails(keys: Iterable[int], *, patience: float | None = None) -> int:
    """Send these mails over one connection; how many were taken.

    The one operation that commits: a mail that was taken must be known as sent whatever happens after it.
    """
    begun, sent = time.monotonic(), 0
    with Mailbag(timeout=5 if patience else 20) as bag:
        for key in keys:
            if bag.is_broken or (patience is not None and time.monotonic() - begun > patience):
                break
            sent += _send(key, bag)
    return sent


def _send(key: int, bag: Mailbag) -> bool:
    mail = _claim(key)
    if mail is None:
        return False
    if not rules.is_worth_sending(mail.expires_at, now()):
        _give_up(mail, "expired")
    else:
        try:
            bag.send(
                mail.to,
                mail.subject,
                mail.text,
                message_id=mail.message_id,
                headers=mail.headers,
                attachment=(mail.attachment_name, mail.attachment_type, mail.attachment) if mail.attachment else None,
            )
        except MailNotTaken as refused:
            _note_refusal(mail, refused)
        else:
            mail.status, mail.sent_at, mail.last_error = MailStatus.SENT, now(), ""
            mail.text, mail.attachment, mail.headers = "", None, {}
    mail.claimed_until = None
    db.session.commit()
    return mail.status is MailStatus.SENT


def _claim(key: int) -> OutgoingMail | None:
    """Have a mail for oneself for a while, so that two at work do not send it twice."""
    moment = now()
    claimed = db.session.execute(
        update(OutgoingMail)
        .where(
            OutgoingMail.id == key,
            OutgoingMail.status == MailStatus.WAITING,
            (OutgoingMail.claimed_until.is_(None)) | (OutgoingMail.claimed_until < moment),
        )
        .values(claimed_until=moment + rules.CLAIM)
        .execution_options(synchronize_session=False)
    )
    db.session.commit()
    if claimed.rowcount != 1:  # type: ignore[attr-defined]
        return None
    return db.session.get(OutgoingMail, key, populate_existing=True)


def _note_refusal(mail: OutgoingMail, refused: MailNotTaken) -> None:
    mail.attempts += 1
    mail.last_error = refused.reason[:200]
    mail.next_attempt_at = None if refused.for_good else rules.next_attempt(mail.attempts, now())
    if mail.next_attempt_at is None:
        mail.status = MailStatus.FAILED


def _give_up(mail: OutgoingMail, reason: str) -> None:
    mail.status, mail.last_error, mail.next_attempt_at = MailStatus.FAILED, reason, None
    mail.text, mail.attachment, mail.headers = "", None, {}


def try_again(mail: OutgoingMail, *, at: datetime) -> bool:
    """Put a mail that failed, or waits for its turn, first in the queue; False when it can go no more.

    One that somebody is sending at this very moment is left to them.
    """
    is_at_work = mail.claimed_until is not None and mail.claimed_until > at
    if mail.status is MailStatus.SENT or not mail.text or is_at_work:
        return False
    mail.status, mail.next_attempt_at, mail.attempts = MailStatus.WAITING, at, 0
    db.session.flush()
    return True


def _sweep(at: datetime) -> None:
    """What was sent or failed long ago is forgotten."""
    db.session.execute(
        delete(OutgoingMail).where(
            OutgoingMail.status != MailStatus.WAITING, OutgoingMail.queued_at < at - rules.ROWS_KEPT
        )
    )
    db.session.commit()
