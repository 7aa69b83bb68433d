"""What a round can be about: plans with actions, actions, texts."""

from __future__ import annotations

from collections.abc import Sequence

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from portal.extensions import db
from portal.plans.models import Action, Plan
from portal.plans.types import ActionStatus, PlanStatus
from portal.reviews.models import ReviewText

Subject = Plan | Action | ReviewText


def list_plans_to_read(network_id: int) -> Sequence[Plan]:
    """Plans of one year that are not closed, the newest first."""
    wanted = select(Plan).where(
        Plan.network_id == network_id, Plan.first_year == Plan.last_year, Plan.status != PlanStatus.CLOSED
    )
    return db.session.scalars(wanted.order_by(Plan.first_year.desc(), Plan.id)).all()


def list_texts_to_read(network_id: int) -> Sequence[ReviewText]:
    """Texts that were not taken back, the newest first."""
    wanted = select(ReviewText).where(ReviewText.network_id == network_id, ReviewText.withdrawn_at.is_(None))
    return db.session.scalars(wanted.order_by(ReviewText.id.desc())).all()


def list_actions_to_read(plan: Plan) -> Sequence[Action]:
    """The actions of a plan that are not dropped, in its order."""
    wanted = select(Action).where(
        Action.network_id == plan.network_id, Action.plan_id == plan.id, Action.status != ActionStatus.DROPPED
    )
    return db.session.scalars(wanted.order_by(Action.objective_id, Action.id)).all()


def get_subject(network_id: int, kind: str, key: int) -> Subject:
    """The plan, action or text of an address, or 404."""
    found: Subject | None
    if kind == "plan":
        found = db.session.scalars(select(Plan).where(Plan.network_id == network_id, Plan.id == key)).one_or_none()
    elif kind == "action":
        action = select(Action).where(Action.network_id == network_id, Action.id == key)
        found = db.session.scalars(action.options(joinedload(Action.plan))).one_or_none()
    else:
        text = select(ReviewText).where(
            ReviewText.network_id == network_id, ReviewText.id == key, ReviewText.withdrawn_at.is_(None)
        )
        found = db.session.scalars(text).one_or_none()
    return found or abort(404)
