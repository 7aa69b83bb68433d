"""Reading rounds, their links, and what came in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from flask import abort
from sqlalchemy import or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from portal.accounts.secrets import hash_token
from portal.extensions import db
from portal.network.models import Network
from portal.participation.models import Voice
from portal.plans.models import Action
from portal.plans.types import ActionStatus
from portal.reviews.models import ReviewLink, ReviewRound, ReviewSheet, RoundAction
from portal.reviews.opinions import sum_of
from portal.reviews.queries.tallies import tally_by_way
from portal.reviews.rules import READ_ON_DAYS, Tally
from portal.reviews.types import RoundState


def list_rounds(network_id: int) -> Sequence[ReviewRound]:
    """The rounds of a network, the newest first."""
    wanted = select(ReviewRound).where(ReviewRound.network_id == network_id).order_by(ReviewRound.id.desc())
    return db.session.scalars(wanted).all()


def _of_an_action() -> tuple[_AbstractLoad, ...]:
    """What is read along with an action of a round: the action itself, and what the network answered."""
    return joinedload(RoundAction.action), joinedload(RoundAction.voice).joinedload(Voice.response)


def get_round(network_id: int, round_id: int) -> ReviewRound:
    """A round with its actions, links and who began (4 statements), or 404."""
    wanted = (
        select(ReviewRound)
        .where(ReviewRound.network_id == network_id, ReviewRound.id == round_id)
        .options(
            joinedload(ReviewRound.plan),
            joinedload(ReviewRound.action),
            joinedload(ReviewRound.text),
            selectinload(ReviewRound.actions).options(*_of_an_action()),
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
            joinedload(ReviewLink.round).selectinload(ReviewRound.actions).joinedload(RoundAction.action),
            joinedload(ReviewLink.round).joinedload(ReviewRound.text),
            joinedload(ReviewLink.sheet).selectinload(ReviewSheet.answers),
        )
    )
    return db.session.scalars(wanted).one_or_none()


def tally_actions(network_id: int, round_action_ids: Collection[int]) -> dict[int, Tally]:
    """Per action of a round, how many gave each answer: sheets and hands together (2 statements)."""
    by_way = tally_by_way(network_id, round_action_ids)
    return {key: sum_of(ways.values()) for key, ways in by_way.items()}


def find_link_to_read(token: str, today: date) -> ReviewLink | None:
    """The link behind a secret, during its round and for a while after, to read what became of it (3 statements)."""
    wanted = (
        select(ReviewLink)
        .join(ReviewLink.round)
        .where(
            ReviewLink.token_hash == hash_token(token),
            ReviewLink.revoked_at.is_(None),
            ReviewRound.closes_on >= today - timedelta(days=READ_ON_DAYS),
        )
        .options(
            contains_eager(ReviewLink.round).selectinload(ReviewRound.actions).options(*_of_an_action()),
            contains_eager(ReviewLink.round).joinedload(ReviewRound.network),
            contains_eager(ReviewLink.round).joinedload(ReviewRound.text),
            joinedload(ReviewLink.sheet).selectinload(ReviewSheet.answers),
        )
    )
    return db.session.scalars(wanted).one_or_none()


def list_rounds_of_plan(network_id: int, plan_id: int) -> Sequence[ReviewRound]:
    """Rounds on a plan or on one of its actions, the newest first."""
    wanted = (
        select(ReviewRound)
        .outerjoin(ReviewRound.action)
        .where(ReviewRound.network_id == network_id, or_(ReviewRound.plan_id == plan_id, Action.plan_id == plan_id))
        .order_by(ReviewRound.id.desc())
    )
    return db.session.scalars(wanted).all()


def list_running_demo_rounds(today: date) -> Sequence[ReviewRound]:
    """Rounds of demo networks that people can answer now, with their links."""
    wanted = (
        select(ReviewRound)
        .join(ReviewRound.network)
        .where(Network.is_demo, ReviewRound.state == RoundState.OPEN, ReviewRound.closes_on >= today)
        .options(selectinload(ReviewRound.links).joinedload(ReviewLink.sheet))
        .order_by(ReviewRound.id)
    )
    return db.session.scalars(wanted).all()


def get_link(held: ReviewRound, link_id: int) -> ReviewLink:
    """A link of a round, or 404."""
    return next((one for one in held.links if one.id == link_id), None) or abort(404)


def get_round_action(held: ReviewRound, round_action_id: int) -> RoundAction:
    """An action of a round, or 404."""
    return next((one for one in held.actions if one.id == round_action_id), None) or abort(404)


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
    return [one for one in read if tallies[one.id].is_rejected and not one.is_answered]
