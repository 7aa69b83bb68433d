"""Text that was typed before a session ended: kept for a day, and back in the form after signing in."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import datetime, timedelta
from urllib.parse import urlencode, urlsplit

from flask import current_app, g, request, session
from sqlalchemy import String, Text, delete, select
from sqlalchemy.orm import Mapped, mapped_column
from werkzeug.exceptions import HTTPException

from portal.database import Base, Moment
from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.wording import say

KEPT_FOR = timedelta(hours=24)
MOST_CHARACTERS = 200_000
MOST_KEPT = 2_000
MARKS = "kept"  # in the session: what this browser may bring back
MOST_MARKS = 5
SECRET_FIELDS = {"csrf_token", "password", "repeated_password", "current"}


class KeptInput(Base):
    """The fields of one form that came in without a session; readable by the browser that sent it."""

    __tablename__ = "kept_input"
    noun = say("bewaarde tekst")
    labels = {}
    unrecorded = frozenset({"*"})

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    path: Mapped[str] = mapped_column(String(500))
    fields: Mapped[str] = mapped_column(Text)
    kept_at: Mapped[datetime] = mapped_column(Moment, index=True)


def hashed(token: str) -> str:
    """Tokens are stored hashed: who reads the table cannot use them."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def keep_typed_text() -> str | None:
    """Keep the form of this request; returns the address that brings it back, or None when there is nothing to keep."""
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        return None  # a form on somebody else's page: its text is not the reader's
    typed = [(name, value) for name, value in request.form.items(multi=True) if name not in SECRET_FIELDS]
    packed = json.dumps(typed)
    db.session.rollback()
    db.session.execute(delete(KeptInput).where(KeptInput.kept_at < now() - KEPT_FOR))
    full = db.session.scalar(select(db.func.count(KeptInput.id))) or 0
    if not typed or len(packed) > MOST_CHARACTERS or full >= MOST_KEPT:
        return None
    token, path = secrets.token_urlsafe(24), page_of_form()
    db.session.add(KeptInput(token_hash=hashed(token), path=path[:500], fields=packed, kept_at=now()))
    db.session.commit()
    session[MARKS] = [*session.get(MARKS, ()), hashed(token)[:16]][-MOST_MARKS:]
    arguments = [(name, value) for name, value in request.args.items(multi=True) if name != "kept"]
    return f"{path}?{urlencode([*arguments, ('kept', token)])}"


def page_of_form() -> str:
    """The page that a form stood on: its own address, or for an address that only takes forms the one it came from."""
    try:
        came_from = urlsplit(request.referrer or "")
    except ValueError:  # no address at all
        came_from = urlsplit("")
    above = [request.path.rsplit("/", count)[0] for count in range(1, request.path.count("/"))]
    candidates = [request.path, *([came_from.path] if came_from.netloc == request.host else []), *above]
    return next((path for path in candidates if _is_page(path)), "/")


def _is_page(path: str) -> bool:
    """Whether the address shows something when it is asked for."""
    try:
        endpoint, _values = current_app.url_map.bind("").match(path, method="GET")
    except HTTPException:
        return False
    return not getattr(current_app.view_functions[endpoint], "answers_file", False)


def bring_back_typed_text() -> None:
    """Before a page is shown: put kept text within reach of its form."""
    token = request.args.get("kept")
    if request.method != "GET" or not token or hashed(token)[:16] not in session.get(MARKS, ()):
        return
    kept = db.session.scalar(
        select(KeptInput).where(KeptInput.token_hash == hashed(token), KeptInput.kept_at >= now() - KEPT_FOR)
    )
    if kept is not None and kept.path == request.path:
        g.kept_input = [(name, value) for name, value in json.loads(kept.fields)]
