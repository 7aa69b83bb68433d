"""Reading texts and the marks in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort
from sqlalchemy import case, func, select
from sqlalchemy.orm import joinedload, selectinload

from portal.extensions import db
from portal.reviews.models import ReviewText, TextMark
from portal.reviews.types import MarkState


@dataclass(frozen=True)
class TextRow:
    """A text in a list, with how many marks were put in it and how many still wait."""

    text: ReviewText
    marks: int
    waiting: int


def list_texts(network_id: int) -> list[TextRow]:
    """The texts of a network, the newest first (1 statement)."""
    counted = (
        select(
            TextMark.text_id,
            func.count(TextMark.id).label("marks"),
            func.sum(case((TextMark.state == MarkState.OPEN, 1), else_=0)).label("waiting"),
        )
        .where(TextMark.network_id == network_id, TextMark.withdrawn_at.is_(None))
        .group_by(TextMark.text_id)
        .subquery()
    )
    wanted = (
        select(ReviewText, counted.c.marks, counted.c.waiting)
        .outerjoin(counted, counted.c.text_id == ReviewText.id)
        .where(ReviewText.network_id == network_id, ReviewText.withdrawn_at.is_(None))
        .options(joinedload(ReviewText.partner), joinedload(ReviewText.action))
        .order_by(ReviewText.id.desc())
    )
    return [TextRow(text, marks or 0, int(waiting or 0)) for text, marks, waiting in db.session.execute(wanted)]


def get_text(network_id: int, text_id: int) -> ReviewText:
    """A text with its action, partner and rounds (2 statements), or 404."""
    wanted = (
        select(ReviewText)
        .where(ReviewText.network_id == network_id, ReviewText.id == text_id)
        .options(joinedload(ReviewText.partner), joinedload(ReviewText.action), selectinload(ReviewText.rounds))
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_marks(text: ReviewText) -> Sequence[TextMark]:
    """Every mark in a text that was not taken back, in the order of the text (1 statement)."""
    wanted = (
        select(TextMark)
        .where(TextMark.network_id == text.network_id, TextMark.text_id == text.id, TextMark.withdrawn_at.is_(None))
        .order_by(TextMark.starts_at, TextMark.ends_at, TextMark.id)
    )
    return db.session.scalars(wanted).all()


def list_marks_of_reader(
    text: ReviewText, *, sheet_id: int | None = None, account_id: int | None = None
) -> Sequence[TextMark]:
    """What one reader marked, by link or with an account."""
    return [
        one
        for one in list_marks(text)
        if (sheet_id is not None and one.sheet_id == sheet_id)
        or (account_id is not None and one.account_id == account_id)
    ]


def get_mark(text: ReviewText, mark_id: int) -> TextMark:
    """A mark of a text that was not taken back, or 404."""
    wanted = select(TextMark).where(
        TextMark.network_id == text.network_id,
        TextMark.text_id == text.id,
        TextMark.id == mark_id,
        TextMark.withdrawn_at.is_(None),
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)
