"""A kind of long work for tests: it writes a few words, and does what a test asks meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import pytest
from flask import Flask

from portal.extensions import db
from portal.foundation.actor import Actor, Role
from portal.foundation.wording import say
from portal.jobs import operations
from portal.jobs.models import Job
from portal.jobs.register import forget_kind, register_kind
from portal.jobs.types import AskedJob, MadeFile, Progress
from portal.network.models import Network


class Trial:
    """What the work does, and how often it was begun."""

    def __init__(self) -> None:
        self.begun = 0
        self.meanwhile: Callable[[AskedJob, Progress], None] = lambda _job, _progress: None

    def work(self, job: AskedJob, progress: Progress, target: BinaryIO) -> MadeFile:
        self.begun += 1
        progress(1, 2, say("We schrijven het eerste deel."))
        self.meanwhile(job, progress)
        target.write(f"voor {job.asked_by}, {job.parameters}".encode())
        progress(2, 2, say("We ronden af."))
        return MadeFile("proef.txt", "text/plain")


@pytest.fixture
def network(world):
    return world.network()


@pytest.fixture
def person(world, network):
    return world.coordinator(network, name="Ria")


@pytest.fixture
def trial() -> Iterator[Trial]:
    made = Trial()
    register_kind(
        "trial",
        made.work,
        title=lambda parameters: say("Proef %(number)s", number=parameters.get("number", 1)),
        may=lambda actor, _parameters: actor.has(Role.COORDINATOR, Role.PARTNER),
    )
    yield made
    forget_kind("trial")


@pytest.fixture
def ask(app: Flask, trial: Trial) -> Callable[..., Job]:
    def asked(network: Network, account: Any, **parameters: Any) -> Job:
        with app.app_context():
            by = Actor(account.id, account.name, network_id=network.id, roles=frozenset({Role.COORDINATOR}))
            job = operations.ask_job(db.session.get_one(Network, network.id), "trial", parameters, by=by)
            db.session.commit()
            return job

    return asked


@pytest.fixture
def again(app: Flask) -> Callable[[Job], Job]:
    """The job as it is in the database now."""

    def read(job: Job) -> Job:
        with app.app_context():
            return db.session.get_one(Job, job.id, populate_existing=True)

    return read
