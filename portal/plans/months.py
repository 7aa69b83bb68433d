"""Months in words, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from babel.dates import get_month_names
from flask_babel import get_locale
from flask_babel import gettext as _

from portal.plans.shown import month_runs


def month_list(codes: Iterable[str]) -> str:
    """ "januari tot en met maart, september" for 1, 2, 3, 9."""
    names = get_month_names("wide", locale=get_locale())
    runs = month_runs(int(code) for code in codes)
    if runs == [(1, 12)]:
        return _("het hele jaar")
    return ", ".join(
        str(names[first])
        if first == last
        else _("%(first)s tot en met %(last)s", first=str(names[first]), last=str(names[last]))
        for first, last in runs
    )
