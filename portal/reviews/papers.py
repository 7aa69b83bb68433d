"""A round on paper: the same questions as on the screen, two actions on a page, in large type, as a tagged PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import segno
from flask import render_template
from markupsafe import Markup

from portal.network.models import Network
from portal.reviews import hands
from portal.reviews.codes import NUMBERS
from portal.reviews.models import ReviewRound
from portal.reviews.types import Question
from portal.web.pdf import can_make_pdf, pdf_of

__all__ = ["MOST_COPIES", "Copy", "can_make_pdf", "paper_sheets"]

MOST_COPIES = 20  # at once: each takes up to a second to draw


@dataclass(frozen=True)
class Copy:
    """One sheet: its number and the address of its link; a sheet to photocopy has neither."""

    number: int | None = None
    href: str = ""

    @property
    def code(self) -> Markup:
        """The square that a phone reads."""
        drawn = segno.make(self.href, error="m", micro=False).svg_inline(border=0, svgclass=None, lineclass=None)
        return Markup(drawn)  # noqa: S704 - drawn by ourselves from our own address


def paper_sheets(held: ReviewRound, network: Network, copies: Sequence[Copy], *, give_back: str = "") -> bytes | None:
    """All copies in one PDF/UA, each with its own page numbers; None when this machine cannot make one."""
    if not can_make_pdf():
        return None
    return pdf_of(*(_written(held, network, copy, give_back) for copy in copies))


def _written(held: ReviewRound, network: Network, copy: Copy, give_back: str) -> str:
    return render_template(
        "reviews/paper_sheet.html",
        round=held,
        network=network,
        copy=copy,
        give_back=give_back,
        answers={
            question: [(answer, hands.label_of(question, answer)) for answer in hands.ANSWERS[question]]
            for question in Question
            if question.value in held.questions
        },
        numbers=NUMBERS,
    )
