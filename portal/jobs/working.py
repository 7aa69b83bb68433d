"""Doing long work: claim, sign of life, result or failure; in a worker of its own, or in a thread beside the pages."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask, current_app, g
from sqlalchemy.exc import SQLAlchemyError

from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Wording, say
from portal.history.recording import Hand, acting
from portal.jobs import operations, queries, rules
from portal.jobs.models import Job
from portal.jobs.register import find_kind
from portal.web.kept_files import keep_written, unfinished_file

BETWEEN_NOTES = 0.5  # seconds between two notes of how far it is
BETWEEN_SWEEPS = 3600.0
PATIENCE = 1.0  # seconds between two looks whether there is something to do

_beside = threading.Lock()  # one job at a time beside the pages of a process


class Stopped(Exception):
    """The worker is closed while a job runs."""


class TakenOver(Exception):
    """Another works on this job now."""


class Reporter:
    """Tells how far a job is, not more often than somebody can read."""

    def __init__(self, job: Job, stopping: Callable[[], bool]) -> None:
        self.key, self.mark, self.stopping = job.id, job.claimed_by, stopping
        self.told = 0.0

    def __call__(self, done: int, total: int, sentence: Wording) -> None:
        if self.stopping():
            raise Stopped
        moment = time.monotonic()
        if moment - self.told < BETWEEN_NOTES and done < total:
            return
        self.told = moment
        if not operations.note_progress(self.key, self.mark, done=done, total=total, sentence=sentence):
            raise TakenOver


def made_folder() -> Path:
    return Path(current_app.config["MADE_FOLDER"])


def work_on(key: int, *, stopping: Callable[[], bool] = lambda: False) -> bool:
    """Do one job from beginning to end; False when it was not ours to do."""
    job = operations.claim_job(key)
    if job is None:
        return False
    mark = job.claimed_by
    try:
        with _signs_of_life(job), _for_whom(job):
            _make(job, mark, Reporter(job, stopping))
    except Stopped:
        operations.give_back(job, mark)
    except TakenOver:
        current_app.logger.warning("job %s was taken over by another worker", job.id)
    except RuleBroken as broken:
        operations.fail_job(job.id, mark, sentence=broken.message)
    except Exception:
        current_app.logger.exception("job %s (%s) failed", job.id, job.kind)
        operations.try_later(job, mark)
    finally:
        db.session.rollback()
    return True


def _make(job: Job, mark: str, report: Reporter) -> None:
    kind = find_kind(job.kind)
    if kind is None:
        raise RuleBroken(rules.UNKNOWN_KIND)
    folder = made_folder()
    report(0, 0, say("We zijn begonnen."))
    with unfinished_file(folder) as target:
        made = kind.work(job.asked, report, target)
        kept = keep_written(folder, target)
    if not operations.finish_job(job.id, mark, made=made, kept=kept):
        raise TakenOver


@contextmanager
def _for_whom(job: Job) -> Iterator[None]:
    """In the language of who asked, under the name of who asked, with addresses as outsiders know them."""
    base = current_app.config["PUBLIC_ADDRESS"] or "http://localhost:8000"
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    hand = Hand(job.asked_by_id, job.asked_by, str(say("opdracht")))
    with app.test_request_context(base_url=base), acting(hand):
        g.language = job.language
        try:
            yield
        finally:
            db.session.rollback()


@contextmanager
def _signs_of_life(job: Job) -> Iterator[None]:
    """As long as the work goes on, others keep their hands off it; not for ever."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    key, mark, over = job.id, job.claimed_by, threading.Event()
    until = time.monotonic() + rules.LONGEST_RUN.total_seconds()

    def beat() -> None:
        with app.app_context():
            while not over.wait(rules.HEARTBEAT.total_seconds()) and time.monotonic() < until:
                try:
                    if not operations.stay_at_work(key, mark):
                        return
                except SQLAlchemyError:
                    app.logger.warning("no sign of life for job %s", key, exc_info=True)

    thread = threading.Thread(target=beat, name=f"job-{key}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(timeout=5)


def work_due(*, stopping: Callable[[], bool] = lambda: False) -> int:
    """Do everything whose turn it is, the oldest first; how many jobs were done."""
    count = 0
    for key in queries.list_due_ids(now()):
        if stopping():
            break
        count += work_on(key, stopping=stopping)
    db.session.rollback()
    return count


def work_always(stopping: Callable[[], bool]) -> None:
    """Look for work until told to stop; a database that is not there (yet) is waited for."""
    swept = 0.0
    while not stopping():
        try:
            if time.monotonic() - swept > BETWEEN_SWEEPS or not swept:
                operations.sweep_jobs(made_folder(), at=now())
                swept = time.monotonic()
            busy = work_due(stopping=stopping)
        except SQLAlchemyError:
            db.session.rollback()
            current_app.logger.info("the database does not answer; waiting")
            busy = 0
        if not busy and not stopping():
            time.sleep(PATIENCE)


def work_if_nobody_does(job: Job) -> None:
    """A page that is looked at does the job itself when no worker runs: nothing waits for ever."""
    if not needs_the_page(job) or not _beside.acquire(blocking=False):
        return
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    key = job.id

    def work() -> None:
        try:
            with app.app_context():
                work_on(key)
        finally:
            _beside.release()

    threading.Thread(target=work, name=f"beside-{key}", daemon=True).start()


def needs_the_page(job: Job) -> bool:
    """Whether this job waits, or was left, while no worker takes it up."""
    moment = now()
    if not job.is_open or (job.claimed_until is not None and job.claimed_until > moment):
        return False
    since = job.claimed_until or job.not_before or job.asked_at
    return rules.needs_the_page(moment - since, others_at_work=queries.has_job_at_work(moment))
