"""The words of long work: how it stands, what a worker hears of it, and what it tells while it is busy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, BinaryIO, Protocol

from portal.foundation.wording import Wording, say


class JobState(StrEnum):
    WAITING = "job-waiting"
    RUNNING = "job-running"
    DONE = "job-done"
    FAILED = "job-failed"


JOB_STATE_LABELS = {
    JobState.WAITING: say("wacht op zijn beurt"),
    JobState.RUNNING: say("bezig"),
    JobState.DONE: say("klaar"),
    JobState.FAILED: say("mislukt"),
}

OPEN_STATES = frozenset({JobState.WAITING, JobState.RUNNING})


@dataclass(frozen=True)
class AskedJob:
    """What a worker hears of a job: for which network, with what, and for whom in which language."""

    id: int
    network_id: int
    kind: str
    parameters: Mapping[str, Any]
    asked_by_id: int | None
    asked_by: str
    language: str


@dataclass(frozen=True)
class MadeFile:
    """How the file is called that a work wrote."""

    name: str
    content_type: str


class Progress(Protocol):
    """Tells how far it is; raises when the work has to stop because another does it, or the worker is closed."""

    def __call__(self, done: int, total: int, sentence: Wording) -> None: ...


class Work(Protocol):
    """Writes the result in `target`. It reads the network, and changes nothing."""

    def __call__(self, job: AskedJob, progress: Progress, target: BinaryIO) -> MadeFile: ...
