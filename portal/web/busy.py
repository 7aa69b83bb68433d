"""When the database stays busy with somebody else: a page that says so and sends the same form again."""

from __future__ import annotations

import sqlite3
from typing import Any

from flask import make_response, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import OperationalError

WAITED_TOO_LONG = {"55P03", "40P01", "40001", "57014"}  # PostgreSQL: a lock, a deadlock, an order, a time limit

RETRY_AFTER_SECONDS = 20
PASSWORDS = {"password", "repeated_password", "current"}


def is_busy(error: BaseException) -> bool:
    """The same request may well succeed a little later."""
    if not isinstance(error, OperationalError):
        return False
    cause: Any = error.orig
    if isinstance(cause, sqlite3.OperationalError):
        return cause.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return getattr(cause, "sqlstate", None) in WAITED_TOO_LONG


def busy_page() -> ResponseReturnValue:
    """Nothing was saved and nothing typed is lost: the page holds the form, ready to be sent once more.

    Keeping the text in the database, as for a session that ended, is no way out while the database is busy.
    """
    has_file = any(file.filename for file in request.files.values())
    typed = [(name, text) for name, text in request.form.items(multi=True) if name != "csrf_token"]
    can_repeat = request.method == "POST" and not has_file and PASSWORDS.isdisjoint(request.form)
    answer = make_response(
        render_template(
            "errors/503.html",
            action=request.full_path.rstrip("?"),
            typed=typed if can_repeat else (),
            can_repeat=can_repeat,
            is_reading=request.method in ("GET", "HEAD"),
        ),
        503,
    )
    answer.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return answer
