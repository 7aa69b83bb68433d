"""The report of a meeting as a tagged PDF."""

from __future__ import annotations

from flask import render_template
from flask_babel import gettext as _

from portal.meetings.letters import agenda_of
from portal.meetings.models import Meeting
from portal.network.models import Network
from portal.web.pdf import can_make_pdf, pdf_of

__all__ = ["can_make_pdf", "minutes_pdf"]


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
