"""Pages that are the same for everyone: no session, no cookie, kept on the way and asked again each time."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from flask import Flask, Response, current_app, g, make_response, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_babel import refresh

from portal.foundation.actor import NOBODY

View = TypeVar("View", bound=Callable[..., Any])
LANGUAGE_ARGUMENT = "taal"


def same_for_all(view: View) -> View:
    """Anyone may come in, and everyone gets the same page, in the language of the address (?taal=en).

    A page that is fine may be kept by a browser or on the way to it, with a mark of what it says: whoever shows it
    first asks whether it still says that, so what is taken off a page is gone at once.
    """

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Response:
        g.actor = NOBODY
        wanted = request.args.get(LANGUAGE_ARGUMENT)
        g.language = wanted if wanted in current_app.config["LANGUAGES"] else "nl"
        refresh()
        answer = make_response(view(*args, **kwargs))
        if answer.status_code != 200:
            return answer
        g.may_be_kept = True
        answer.add_etag(weak=True)
        _pack(answer)
        answer.make_conditional(request)
        return answer

    guarded.guard = "public"  # type: ignore[attr-defined]
    guarded.is_same_for_all = True  # type: ignore[attr-defined]
    return guarded  # type: ignore[return-value]


def _pack(answer: Response) -> None:
    """Compress for who can read that; there is no secret in the page whose length could tell something."""
    answer.vary.add("Accept-Encoding")
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        answer.data = gzip.compress(answer.data, 6, mtime=0)
        answer.headers["Content-Encoding"] = "gzip"


def is_same_for_all() -> bool:
    """Whether the address of this request is such a page."""
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "is_same_for_all", False)


class SessionsOfReaders(SecureCookieSessionInterface):
    """The sessions of Flask, which never leave a cookie on a page that is the same for everyone."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if not is_same_for_all():
            super().save_session(app, session, response)
