"""Cards to cut out, eight on a sheet: the title, a code to scan, the address, and what to do when reading is hard."""

from __future__ import annotations

from collections.abc import Sequence

import segno
from flask import render_template
from markupsafe import Markup

from portal.meetings.letters import in_dutch
from portal.network.models import Network
from portal.reviews.models import ReviewLink, ReviewRound
from portal.web.pdf import can_make_pdf, pdf_of

ON_A_SHEET = 8


def can_make_cards() -> bool:
    return can_make_pdf()


def code_to_scan(address: str) -> Markup:
    """The address as a drawing that a phone can scan, at the least size that a phone in bad light still reads."""
    drawing = segno.make(address, error="m", micro=False)
    return Markup(drawing.svg_inline(border=2, omitsize=True, svgclass=None, lineclass=None))  # noqa: S704


def cards_pdf(held: ReviewRound, network: Network, links: Sequence[tuple[ReviewLink, str]]) -> bytes | None:
    """The cards as a tagged PDF; None when this machine cannot make one."""
    if not can_make_pdf():
        return None
    cards = [(link, address, code_to_scan(address)) for link, address in links]
    with in_dutch():
        html = render_template(
            "reviews/papers/cards.html",
            round=held,
            network=network,
            sheets=[cards[first : first + ON_A_SHEET] for first in range(0, len(cards), ON_A_SHEET)],
        )
    return pdf_of(html)
