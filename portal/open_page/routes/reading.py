"""What anyone reads: the list of networks with an open page, and the page of one."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import get_locale

from portal.foundation.clock import now, today
from portal.open_page import queries, rules
from portal.open_page.routes.doors import address_of, bp, written
from portal.web.for_all import same_for_all
from portal.web.remembering import remembered


@bp.get("/open")
@same_for_all
def pages() -> ResponseReturnValue:
    """The networks that have an open page."""
    return render_template("open_page/pages.html", networks=queries.list_open_pages(today()))


@bp.get("/open/<open_slug>")
@same_for_all
def page(open_slug: str) -> ResponseReturnValue:
    """The page of a network; a closed one is the same as one that never was."""
    found = queries.find_opened_page(open_slug)
    if found is None or not rules.is_open(found.page.is_opened, found.page.open_until, today()):
        return render_template("open_page/not_here.html"), 404
    # The hour: a meeting that is over leaves the page by itself.
    moment = now().replace(minute=0, second=0, microsecond=0)
    key = (request.endpoint, found.network.id, found.revision, str(get_locale()), address_of(found.network), moment)
    return remembered(key, lambda: written(found.network, found.page, is_preview=False))
