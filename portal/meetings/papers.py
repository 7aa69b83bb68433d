"""The report as a tagged PDF. WeasyPrint needs Pango of the system; without it everything else works."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Any

from flask import render_template
from flask_babel import gettext as _

from portal.meetings.letters import agenda_of
from portal.meetings.models import Meeting
from portal.network.models import Network


@lru_cache(maxsize=1)
def _weasyprint() -> Any | None:
    """The library, loaded at the first PDF: it is heavy, and Pango may not be on this machine."""
    try:
        return import_module("weasyprint")
    except OSError:
        return None


def can_make_pdf() -> bool:
    return _weasyprint() is not None


def minutes_pdf(meeting: Meeting, network: Network) -> bytes | None:
    """The report as PDF/UA with language, title and page numbers; None when this machine cannot make one."""
    if not can_make_pdf():
        return None
    html = render_template(
        "meetings/papers/minutes.html",
        meeting=meeting,
        network=network,
        items=agenda_of(meeting),
        page_words=_("Bladzijde"),
        of_words=_("van"),
    )
    return pdf_of(html)


def pdf_of(*written: str) -> bytes | None:
    """Pages as one PDF/UA, each of them with page numbers of its own; None when this machine cannot make one."""
    weasyprint = _weasyprint()
    if weasyprint is None:
        return None
    how = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
    drawn = [weasyprint.HTML(string=html, url_fetcher=_fetch_nothing).render(**how) for html in written]
    return bytes(drawn[0].copy([page for one in drawn for page in one.pages]).write_pdf(**how))


def _fetch_nothing(address: str, *_rest: Any, **_options: Any) -> Any:
    """A paper is made of what it holds; nothing is ever fetched for it."""
    raise ValueError(f"papers fetch nothing, also not {address[:80]}")
