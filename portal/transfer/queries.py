"""Reading uploads, and what lists need to know of records beside what their pages read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from portal.extensions import db
from portal.funding.models import Expense
from portal.history.models import Revision
from portal.network.models import Partner, Person
from portal.plans.models import Action, Indicator, Objective, Plan
from portal.transfer.models import Upload, UploadState


def get_upload(network_id: int, upload_id: int) -> Upload:
    """An upload of this network, or 404."""
    wanted = select(Upload).where(Upload.network_id == network_id, Upload.id == upload_id)
    return db.session.scalars(wanted).one_or_none() or abort(404)


def get_revision(network_id: int) -> int:
    """The number that every recorded change of a network moves."""
    return db.session.scalar(select(Revision.number).where(Revision.scope == network_id)) or 0


def list_uploads_being_saved() -> Sequence[Upload]:
    """Uploads of which saving began and did not end yet."""
    return db.session.scalars(select(Upload).where(Upload.state == UploadState.SAVING).order_by(Upload.id)).all()


def list_ended_tokens(before: datetime, left_out_before: datetime) -> Sequence[str]:
    """Files that nobody needs any more: too old, thrown away, or saved; rows left out of a saving stay longer."""
    is_done = Upload.state == UploadState.DONE
    wanted = select(Upload.token).where(
        (~is_done & (Upload.created_at < before) & (Upload.state != UploadState.SAVING))
        | (Upload.state == UploadState.DISCARDED)
        | (is_done & (Upload.left_out_rows == 0))
        | (is_done & (Upload.created_at < left_out_before))
    )
    return db.session.scalars(wanted.order_by(Upload.id.desc()).limit(1000)).all()


def list_actions_by_id(network_id: int) -> Sequence[Action]:
    """Every action a network ever had, in the order in which they were made."""
    wanted = select(Action).where(Action.network_id == network_id).order_by(Action.id)
    return db.session.scalars(wanted).all()


def list_partners_by_name(network_id: int) -> Sequence[Partner]:
    """Every partner a network ever had, without its memberships."""
    wanted = select(Partner).where(Partner.network_id == network_id).order_by(Partner.name, Partner.id)
    return db.session.scalars(wanted).all()


def list_objectives(network_id: int) -> Sequence[Objective]:
    """The objectives of all plans that are not dropped, in the order in which a form offers them."""
    wanted = select(Objective).where(Objective.network_id == network_id, Objective.is_dropped.is_(False))
    return db.session.scalars(wanted.order_by(Objective.kind.desc(), Objective.position, Objective.id)).all()


def list_withdrawn_numbers(network_id: int, year: int) -> frozenset[int]:
    """Numbers of expenses that were taken out of the ledger."""
    wanted = select(Expense.number).where(
        Expense.network_id == network_id, Expense.year == year, Expense.withdrawn_at.is_not(None)
    )
    return frozenset(db.session.scalars(wanted))


def list_people(network_id: int) -> Sequence[Person]:
    """Everyone whom a network can reach."""
    return db.session.scalars(select(Person).where(Person.network_id == network_id).order_by(Person.id)).all()


def list_plans_with_objectives(network_id: int) -> Sequence[Plan]:
    """All plans with their objectives, in the order of the page: newest years first, a period before its years."""
    wanted = select(Plan).where(Plan.network_id == network_id).options(selectinload(Plan.objectives))
    return db.session.scalars(wanted.order_by(Plan.last_year.desc(), Plan.first_year, Plan.id)).all()


def list_indicators(network_id: int, year: int) -> Sequence[Indicator]:
    """The indicators of the actions of a year, action by action."""
    wanted = select(Indicator).join(Action, Indicator.action_id == Action.id)
    wanted = wanted.where(Indicator.network_id == network_id, Action.network_id == network_id, Action.year == year)
    return db.session.scalars(wanted.order_by(Indicator.action_id, Indicator.id)).all()


def list_actions_with(keys: Collection[int]) -> Sequence[Action]:
    return db.session.scalars(select(Action).where(Action.id.in_(sorted(keys)))).all()
