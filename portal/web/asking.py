"""What somebody asks in an address: the words of a search and the year of the money."""

from __future__ import annotations

from flask import request

from portal.foundation.clock import today
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.web.fields import without_unprintable
from portal.web.pages import shown_year

LONGEST_QUERY = 200


def asked_text() -> str:
    """What was typed, without what no page can show; a very long text is read as far as it goes."""
    return without_unprintable(request.args.get("q", "")[: LONGEST_QUERY * 2]).strip()[:LONGEST_QUERY]


def asked_year() -> int:
    """The chosen year of the money; the running one when none or a strange one was chosen."""
    year = shown_year()
    return year if FIRST_YEAR <= year <= LAST_YEAR else today().year
