"""A heavy page as this reader saw it before: remembered whole, with the places where the form's token goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, g, request, session
from flask_babel import get_locale
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from portal.foundation.clock import today
from portal.web.guards import current_actor
from portal.web.remembering import remembered

MESSAGES = "_flashes"  # where Flask keeps messages that are shown once


class NotToRemember(Exception):
    """The view answered something else than a page."""


def remembered_page(view: Callable[..., Any]) -> Callable[..., Any]:
    """For a view that only reads one network, beneath its guard: built once for a reader, an address and a day.

    Nothing but the form's token differs between two views of such a page; messages that are shown once are never kept.
    """

    @wraps(view)
    def shown(network: Any, **values: Any) -> Any:
        if request.method != "GET" or MESSAGES in session:
            return view(network, **values)
        actor = current_actor()
        key = (
            "page",
            request.endpoint,
            request.full_path,
            network.id,
            g.revision,
            (current_user.id, current_user.name),
            (actor.is_administrator, actor.roles, actor.partner_ids),
            str(get_locale()),
            today(),
        )
        answers: list[Any] = []

        def build() -> tuple[bytes, ...]:
            answers.append(view(network, **values))
            if not isinstance(answers[0], str):
                raise NotToRemember
            return tuple(answers[0].encode().split(generate_csrf().encode()))

        try:
            pieces = remembered(key, build)
        except NotToRemember:
            return answers[0]
        return Response(generate_csrf().encode().join(pieces), mimetype="text/html")

    return shown
