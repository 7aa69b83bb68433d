"""Long work that somebody asked for, for tests of addresses and pages."""

from __future__ import annotations

from typing import Any

from flask import Flask
from sqlalchemy import update

from portal.accounts.models import Account
from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.wording import say
from portal.jobs.models import Job
from portal.jobs.types import JobState
from portal.network.models import Network


def failed_job(network: Network, account: Account, number: int = 1) -> Job:
    """A job that ended without a result; it stays as it is."""
    job = Job(
        network_id=network.id,
        kind="example",
        parameters={"number": number},
        title=say("Bewijslijst").as_record(),
        asked_by_id=account.id,
        asked_by=account.name,
        state=JobState.FAILED,
        sentence=say("Het lukte niet.").as_record(),
        asked_at=now(),
        finished_at=now(),
    )
    db.session.add(job)
    db.session.flush()
    return job


def change(app: Flask, job: Job, **values: Any) -> None:
    """Put a job in another state behind the back of its worker."""
    with app.app_context():
        db.session.execute(update(Job).where(Job.id == job.id).values(**values))
        db.session.commit()
