"""Asking for long work, having it for oneself for a while, telling how far it is, and ending it.

What a worker does here is committed at once: whatever happens after it, others must know of it.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import update
from sqlalchemy.engine import Connection

from portal.extensions import db
from portal.foundation.actor import Actor
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Wording
from portal.jobs import queries, rules
from portal.jobs.models import Job
from portal.jobs.register import find_kind
from portal.jobs.types import JobState, MadeFile
from portal.network.models import Network
from portal.web.kept_files import UNFINISHED, KeptFile, path_of


def ask_job(
    network: Network,
    kind: str,
    parameters: Mapping[str, Any],
    *,
    by: Actor,
    language: str = "nl",
    at: datetime | None = None,
) -> Job:
    """Ask for long work; the same that is still open for this person is not begun a second time."""
    known = find_kind(kind)
    if known is None:
        raise RuleBroken(rules.UNKNOWN_KIND)
    key = rules.key_of(network.id, kind, parameters, by.account_id, language)
    _take_turn(network)
    found = queries.find_open_job(key)
    if found is not None:
        return found
    rules.check_room(queries.count_open_jobs_of(by.account_id))
    job = Job(
        network_id=network.id,
        kind=kind,
        parameters=dict(parameters),
        title=known.title(parameters).as_record(),
        language=language,
        asked_by_id=by.account_id,
        asked_by=by.name,
        open_key=key,
        asked_at=at or now(),
    )
    db.session.add(job)
    db.session.flush()
    return job


def ask_again(network: Network, job: Job, *, at: datetime) -> Job:
    """A job that failed goes in the queue again; when the same is open already, that one."""
    _take_turn(network)
    db.session.refresh(job)
    if job.state is not JobState.FAILED:
        return job
    key = rules.key_of(job.network_id, job.kind, job.parameters, job.asked_by_id, job.language)
    found = queries.find_open_job(key)
    if found is not None:
        return found
    rules.check_room(queries.count_open_jobs_of(job.asked_by_id))
    job.state, job.open_key, job.asked_at = JobState.WAITING, key, at
    job.attempts, job.done, job.total, job.sentence = 0, 0, 0, None
    job.not_before = job.finished_at = job.expires_at = None
    db.session.flush()
    return job


def _take_turn(network: Network) -> None:
    """From here to the end of the transaction nobody else asks for anything in this network."""
    table: Any = Network.__table__
    db.session.connection().execute(update(table).where(table.c.id == network.id).values(name=table.c.name))


def claim_job(key: int) -> Job | None:
    """Have a job for oneself for a while; None when another was first, or it is not its turn."""
    moment, mark = now(), secrets.token_hex(16)
    claimed = db.session.execute(
        update(Job)
        .where(Job.id == key, queries.free_to_claim(moment))
        .values(
            state=JobState.RUNNING,
            attempts=Job.attempts + 1,
            claimed_until=moment + rules.CLAIM,
            claimed_by=mark,
            not_before=None,
        )
        .execution_options(synchronize_session=False)
    )
    db.session.commit()
    if claimed.rowcount != 1:  # type: ignore[attr-defined]
        return None
    return db.session.get(Job, key, populate_existing=True)


def stay_at_work(key: int, mark: str) -> bool:
    """A sign of life; False when another took the job over."""
    return _write(key, mark, claimed_until=now() + rules.CLAIM)


def note_progress(key: int, mark: str, *, done: int, total: int, sentence: Wording) -> bool:
    """How far it is; False when another took the job over."""
    return _write(key, mark, done=max(0, done), total=max(0, total), sentence=sentence.as_record())


def finish_job(key: int, mark: str, *, made: MadeFile, kept: KeptFile) -> bool:
    """The result is on disk: who asked may take it."""
    moment = now()
    return _write(
        key,
        mark,
        state=JobState.DONE,
        open_key=None,
        claimed_until=None,
        claimed_by="",
        sentence=None,
        file_name=made.name[:200],
        file_type=made.content_type[:120],
        file_size=kept.size,
        file_sha256=kept.sha256,
        finished_at=moment,
        expires_at=moment + rules.RESULT_KEPT,
    )


def fail_job(key: int, mark: str, *, sentence: Wording) -> bool:
    """It cannot be made, and here is why."""
    moment = now()
    return _write(
        key,
        mark,
        state=JobState.FAILED,
        open_key=None,
        claimed_until=None,
        claimed_by="",
        sentence=sentence.as_record(),
        finished_at=moment,
        expires_at=moment + rules.FAILURE_KEPT,
    )


def try_later(job: Job, mark: str) -> bool:
    """Something went wrong that may pass: once more after a while, and not for ever."""
    again = rules.next_attempt(job.attempts, now())
    if again is None:
        return fail_job(job.id, mark, sentence=rules.TRIED_OFTEN)
    return _write(job.id, mark, state=JobState.WAITING, not_before=again, claimed_until=None, claimed_by="", done=0)


def give_back(job: Job, mark: str) -> bool:
    """The worker is closed: another may begin at once, and this attempt does not count."""
    values = {"state": JobState.WAITING, "attempts": job.attempts - 1, "claimed_until": None, "claimed_by": ""}
    return _write(job.id, mark, **values)


def _write(key: int, mark: str, **values: Any) -> bool:
    """Over a connection of its own: the session of the work keeps what it was reading."""
    with db.engine.begin() as connection:
        return _changed(connection, key, mark, values)


def _changed(connection: Connection, key: int, mark: str, values: dict[str, Any]) -> bool:
    wanted = update(Job).where(Job.id == key, Job.claimed_by == mark, Job.state == JobState.RUNNING)
    return connection.execute(wanted.values(**values)).rowcount == 1


def sweep_jobs(folder: Path, *, at: datetime) -> int:
    """Forget what is old with its file, and give up what stopped halfway too often; how many were forgotten."""
    for job in queries.list_abandoned(at):
        fail_job(job.id, job.claimed_by, sentence=rules.STOPPED_HALFWAY)
    expired = queries.list_expired(at)
    for job in expired:
        if job.file_sha256 and not queries.is_file_shared(job.file_sha256, but=job.id):
            path_of(folder, job.file_sha256).unlink(missing_ok=True)
        db.session.delete(job)
    db.session.commit()
    _forget_unfinished(folder, at)
    return len(expired)


def _forget_unfinished(folder: Path, at: datetime) -> None:
    """What a worker that died left half written."""
    for left in folder.glob(f"{UNFINISHED}*"):
        if left.stat().st_mtime < at.timestamp() - rules.LONGEST_RUN.total_seconds() * 2:
            left.unlink(missing_ok=True)
