"""The letter in large type that is printed and given to who spoke, as a tagged PDF."""

from __future__ import annotations

from flask import render_template

from portal.foundation.clock import today
from portal.meetings.letters import in_dutch
from portal.network.models import Network
from portal.participation.models import Tiding
from portal.participation.news import tiding_news
from portal.participation.types import TidingKind
from portal.web.pdf import can_make_pdf, pdf_of

__all__ = ["can_make_pdf", "letter_pdf"]


def letter_pdf(tiding: Tiding, network: Network) -> bytes | None:
    """PDF/UA in letters of 20 points, without a word about who she is; None when this machine cannot make one."""
    if not can_make_pdf():
        return None
    with in_dutch():
        html = render_template(
            "participation/papers/letter.html",
            network=network,
            on=today(),
            news=tiding_news(tiding.kind, tiding.current, tiding.about),
            response=tiding.voice.response if tiding.kind is TidingKind.ANSWERED else None,
            received_on=tiding.voice.received_on,
        )
    return pdf_of(html)
