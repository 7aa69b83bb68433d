"""A form that comes in twice, as by a double tap on a phone, is saved once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from flask import Response, flash, redirect, request
from flask_babel import gettext as _
from sqlalchemy import String, bindparam, delete, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import Base, Moment
from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.wording import say
from portal.web.forms import RecordForm
from portal.web.guards import current_actor

KNOWN_FOR = timedelta(days=2)
CHUNK = 1 << 20


class SentForm(Base):
    """A form that was saved, by its mark, and where what it saved can be seen."""

    __tablename__ = "sent_form"
    noun = say("ingestuurd formulier")
    labels = {}
    unrecorded = frozenset({"*"})

    mark: Mapped[str] = mapped_column(String(64), primary_key=True)
    href: Mapped[str] = mapped_column(String(500), default="")
    sent_at: Mapped[datetime] = mapped_column(Moment, index=True)


# Who comes second waits here until the first has saved, on either database, and then adds nothing.
CLAIM = text(
    "INSERT INTO sent_form (mark, href, sent_at) VALUES (:mark, '', :sent_at) ON CONFLICT DO NOTHING"
).bindparams(bindparam("sent_at", type_=Moment()))


def new_key() -> str:
    return secrets.token_urlsafe(18)


def saved_before(form: RecordForm) -> Response | None:
    """The way to what this very form already saved. Gives a form that is shown its own key.

    Only the same key with the same content is the same form: who goes back in the browser and types something else
    saves something else.
    """
    if request.method != "POST" or form.is_measuring:
        form.once.data = form.once.data or new_key()
        return None
    if not came_before(form):
        return None
    connection = db.session.connection()
    href = connection.execute(select(SentForm.href).where(SentForm.mark == mark_of_request())).scalar()
    if not href:
        return None
    flash(_("Dit formulier kwam twee keer binnen. Het is één keer bewaard."), "notice")
    return redirect(href)  # type: ignore[return-value]


def came_before(form: RecordForm) -> bool:
    """Whether this very form was saved already; who comes second waits until the first has saved."""
    if not form.once.data:
        return False
    claimed = db.session.connection().execute(CLAIM, {"mark": mark_of_request(), "sent_at": now()})
    return claimed.rowcount == 0


def note_saved(form: RecordForm, href: str) -> str:
    """Keep, with what is being saved, where it can be seen; returns the address."""
    if form.once.data:
        connection = db.session.connection()
        connection.execute(update(SentForm).where(SentForm.mark == mark_of_request()).values(href=href[:500]))
        connection.execute(delete(SentForm).where(SentForm.sent_at < now() - KNOWN_FOR))
    return href


def mark_of_request() -> str:
    """One mark for the reader, the address and everything that was sent, files included."""
    found = hashlib.sha256(f"{current_actor().account_id} {request.path}".encode())
    for name, value in sorted(request.form.items(multi=True)):
        if name != "csrf_token":
            found.update(f"\n{len(name)} {name} {len(value)} {value}".encode("utf-8", "replace"))
    for name, file in sorted(request.files.items(multi=True), key=lambda item: item[0]):
        found.update(f"\n{name} {file.filename}".encode("utf-8", "replace"))
        file.stream.seek(0)
        while piece := file.stream.read(CHUNK):
            found.update(piece)
        file.stream.seek(0)
    return found.hexdigest()
