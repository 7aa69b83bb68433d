"""Reading long work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select

from portal.extensions import db
from portal.jobs import rules
from portal.jobs.models import Job
from portal.jobs.types import OPEN_STATES, JobState


def find_job(network_id: int, job_id: int) -> Job | None:
    return db.session.scalars(select(Job).where(Job.network_id == network_id, Job.id == job_id)).one_or_none()


def find_open_job(open_key: str) -> Job | None:
    return db.session.scalars(select(Job).where(Job.open_key == open_key)).one_or_none()


def list_jobs_of(network_id: int, account_id: int | None, most: int = 100) -> Sequence[Job]:
    """What somebody asked for in a network, the newest first."""
    wanted = select(Job).where(Job.network_id == network_id, Job.asked_by_id == account_id)
    return db.session.scalars(wanted.order_by(Job.id.desc()).limit(most)).all()


def count_open_jobs_of(account_id: int | None) -> int:
    wanted = select(func.count(Job.id)).where(Job.asked_by_id == account_id, Job.state.in_(OPEN_STATES))
    return db.session.scalar(wanted) or 0


def free_to_claim(now: datetime) -> ColumnElement[bool]:
    """Jobs that anybody may begin: those whose turn it is, and those of a worker that is gone."""
    waits = (Job.state == JobState.WAITING) & or_(Job.not_before.is_(None), Job.not_before <= now)
    left = (Job.state == JobState.RUNNING) & (Job.claimed_until < now)
    return or_(waits, left) & (Job.attempts < rules.MOST_ATTEMPTS)


def list_due_ids(now: datetime, most: int = 20) -> Sequence[int]:
    """Jobs whose turn it is, the oldest first."""
    return db.session.scalars(select(Job.id).where(free_to_claim(now)).order_by(Job.id).limit(most)).all()


def has_job_at_work(now: datetime) -> bool:
    """Whether somebody is working on anything, in whatever network: then there is a worker."""
    wanted = select(Job.id).where(Job.state == JobState.RUNNING, Job.claimed_until >= now).limit(1)
    return db.session.scalar(wanted) is not None


def list_abandoned(now: datetime) -> Sequence[Job]:
    """Jobs that stopped halfway as often as they may."""
    wanted = select(Job).where(
        Job.state == JobState.RUNNING, Job.claimed_until < now, Job.attempts >= rules.MOST_ATTEMPTS
    )
    return db.session.scalars(wanted.order_by(Job.id)).all()


def list_expired(now: datetime) -> Sequence[Job]:
    wanted = select(Job).where(Job.state.not_in(OPEN_STATES), Job.expires_at < now)
    return db.session.scalars(wanted.order_by(Job.id)).all()


def is_file_shared(sha256: str, *, but: int) -> bool:
    """Whether another job made the very same bytes."""
    return db.session.scalar(select(Job.id).where(Job.file_sha256 == sha256, Job.id != but).limit(1)) is not None
