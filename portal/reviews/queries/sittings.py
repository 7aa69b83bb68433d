"""Sittings of a round and the hands that were counted."""

from __future__ import annotations

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from portal.extensions import db
from portal.reviews.models import HandCount, ReviewRound, ReviewSitting
from portal.reviews.types import Question

Counted = dict[int, dict[Question, dict[str, int]]]


def get_sitting(network_id: int, round_id: int, sitting_id: int) -> ReviewSitting:
    """A sitting that counts, with its round and the actions in it, or 404 (2 statements)."""
    wanted = (
        select(ReviewSitting)
        .where(
            ReviewSitting.network_id == network_id,
            ReviewSitting.round_id == round_id,
            ReviewSitting.id == sitting_id,
            ReviewSitting.withdrawn_at.is_(None),
        )
        .options(joinedload(ReviewSitting.round).selectinload(ReviewRound.actions))
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def count_hands(sitting: ReviewSitting) -> Counted:
    """Per action and question, how many hands each answer got (1 statement)."""
    wanted = select(HandCount.round_action_id, HandCount.question, HandCount.answer, HandCount.hands).where(
        HandCount.sitting_id == sitting.id
    )
    counted: Counted = {one.id: {question: {} for question in Question} for one in sitting.round.actions}
    for action_id, question, answer, hands in db.session.execute(wanted):
        counted[action_id][question][answer] = hands
    return counted


def most_hands(counted: Counted, one_answer_each: tuple[Question, ...]) -> int:
    """The least number of people who can have raised these hands."""
    return max(
        (
            sum(hands.values()) if question in one_answer_each else max(hands.values(), default=0)
            for asked in counted.values()
            for question, hands in asked.items()
        ),
        default=0,
    )


def count_answers_to(sitting_id: int, round_action_id: int, question: Question) -> dict[str, int]:
    """How many hands each answer to one question about one action got."""
    wanted = select(HandCount.answer, HandCount.hands).where(
        HandCount.sitting_id == sitting_id,
        HandCount.round_action_id == round_action_id,
        HandCount.question == question,
    )
    return dict(db.session.execute(wanted).all())
