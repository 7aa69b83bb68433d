"""Reading rounds, their links, and what came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime

from flask import abort
from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from portal.accounts.secrets import hash_token
from portal.extensions import db
from portal.participation.models import Voice
from portal.plans.models import Action
from portal.plans.types import ActionStatus
from portal.reviews.models import (
    HandCount,
    ReviewAnswer,
    ReviewLink,
    ReviewRound,
    ReviewSheet,
    ReviewSitting,
    RoundAction,
)
from portal.reviews.rules import Tally
from portal.reviews.types import Fair, Helps, Question


def list_rounds(network_id: int) -> Sequence[ReviewRound]:
    """The rounds of a network, the newest first."""
    wanted = select(ReviewRound).where(ReviewRound.network_id == network_id).order_by(ReviewRound.id.desc())
    return db.session.scalars(wanted).all()


def get_round(network_id: int, round_id: int) -> ReviewRound:
    """A round with its actions, links and who began (4 statements), or 404."""
    wanted = (
        select(ReviewRound)
        .where(ReviewRound.network_id == network_id, ReviewRound.id == round_id)
        .options(
            joinedload(ReviewRound.plan),
            joinedload(ReviewRound.action),
            joinedload(ReviewRound.text),
            selectinload(ReviewRound.actions).options(joinedload(RoundAction.action), joinedload(RoundAction.voice)),
            selectinload(ReviewRound.links).joinedload(ReviewLink.sheet),
            selectinload(ReviewRound.sittings),
        )
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def find_usable_link(token: str, now: datetime) -> ReviewLink | None:
    """The link behind a secret that still works, with its round, actions and what was answered (3 statements).

    Looked up by the hash of the secret: how long that takes tells nothing about a secret that was guessed.
    """
    wanted = (
        select(ReviewLink)
        .where(ReviewLink.token_hash == hash_token(token), ReviewLink.revoked_at.is_(None), ReviewLink.expires_at > now)
        .options(
            joinedload(ReviewLink.round).selectinload(ReviewRound.actions),
            joinedload(ReviewLink.round).joinedload(ReviewRound.text),
            joinedload(ReviewLink.sheet).selectinload(ReviewSheet.answers),
        )
    )
    return db.session.scalars(wanted).one_or_none()


def tally_actions(network_id: int, round_action_ids: Collection[int]) -> dict[int, Tally]:
    """Per action of a round, how many gave each answer: sheets and hands together (2 statements)."""
    ids = sorted(round_action_ids)
    counted: dict[int, dict[Question, Counter[str]]] = {key: {one: Counter() for one in Question} for key in ids}
    sheets = (
        select(ReviewAnswer.round_action_id, ReviewAnswer.helps, ReviewAnswer.fair, ReviewAnswer.stops)
        .join(ReviewSheet, ReviewSheet.id == ReviewAnswer.sheet_id)
        .where(
            ReviewAnswer.network_id == network_id,
            ReviewAnswer.round_action_id.in_(ids),
            ReviewSheet.withdrawn_at.is_(None),
        )
    )
    for key, helps, fair, stops in db.session.execute(sheets):
        given = counted[key]
        given[Question.HELPS].update([helps.value] if helps else [])
        given[Question.FAIR].update([fair.value] if fair else [])
        given[Question.STOPS].update(stops)
    hands = (
        select(HandCount.round_action_id, HandCount.question, HandCount.answer, func.sum(HandCount.hands))
        .join(ReviewSitting, ReviewSitting.id == HandCount.sitting_id)
        .where(
            HandCount.network_id == network_id,
            HandCount.round_action_id.in_(ids),
            ReviewSitting.withdrawn_at.is_(None),
        )
        .group_by(HandCount.round_action_id, HandCount.question, HandCount.answer)
    )
    for key, question, answer, number in db.session.execute(hands):
        counted[key][question][answer] += int(number)
    return {key: _tally(given) for key, given in counted.items()}


def _tally(given: dict[Question, Counter[str]]) -> Tally:
    return Tally(
        helps={Helps(code): number for code, number in given[Question.HELPS].items() if number},
        fair={Fair(code): number for code, number in given[Question.FAIR].items() if number},
        stops={code: number for code, number in given[Question.STOPS].items() if number},
    )


def list_unanswered_objections(network_id: int, plan_id: int) -> list[RoundAction]:
    """Actions of a plan that most readers of a round rejected, and to which nobody answered yet (3 statements)."""
    wanted = (
        select(RoundAction)
        .join(RoundAction.action)
        .where(RoundAction.network_id == network_id, Action.plan_id == plan_id, Action.status != ActionStatus.DROPPED)
        .options(
            contains_eager(RoundAction.action),
            joinedload(RoundAction.round),
            joinedload(RoundAction.voice).joinedload(Voice.response),
        )
        .order_by(RoundAction.id)
    )
    read = db.session.scalars(wanted).all()
    tallies = tally_actions(network_id, [one.id for one in read])
    return [one for one in read if tallies[one.id].is_rejected and not _is_answered(one)]


def _is_answered(one: RoundAction) -> bool:
    return one.voice is not None and not one.voice.is_withdrawn and one.voice.response is not None
