"""How long a worker has a job for itself, how often it is tried, and how long a result is kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say

CLAIM = timedelta(seconds=45)  # a worker that gives no sign of life for so long is dead
HEARTBEAT = timedelta(seconds=10)
LONGEST_RUN = timedelta(minutes=30)  # after this a worker gives no more signs of life: it hangs
MOST_ATTEMPTS = 3
WAITS = (timedelta(seconds=5), timedelta(seconds=60))  # before the second and the third attempt
NOBODY_WORKS_AFTER = timedelta(seconds=5)  # a job that waits longer while nothing is worked on has no worker
SWAMPED_AFTER = timedelta(minutes=3)  # a job that waits longer behind others is done by the page itself
MOST_OPEN = 5  # jobs that one person has waiting or running
RESULT_KEPT = timedelta(days=7)
FAILURE_KEPT = timedelta(days=7)
REFRESH_SECONDS = 3

TRIED_OFTEN = say(
    "Het lukte niet, ook niet na %(count)s keer. Er is niets verloren. Probeer het later opnieuw.", count=3
)
STOPPED_HALFWAY = say(
    "Het maken stopte telkens halverwege. Er is niets verloren. Vraag het later opnieuw, of meld het aan de beheerder."
)
UNKNOWN_KIND = say("Dit soort werk kent het portaal niet meer. Vraag het opnieuw vanaf de pagina.")
FILE_GONE = say("Dit bestand is opgeruimd. Maak het opnieuw.")


def key_of(network_id: int, kind: str, parameters: Mapping[str, Any], asked_by_id: int | None, language: str) -> str:
    """Equal for the same thing asked by the same person: while one is open, asking again gives that one."""
    told = json.dumps([network_id, kind, parameters, asked_by_id, language], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def check_room(open_jobs: int) -> None:
    """Nobody fills the queue alone."""
    if open_jobs >= MOST_OPEN:
        raise RuleBroken(
            say("Er wordt al %(count)s keer iets voor je gemaakt. Wacht tot er één klaar is.", count=open_jobs)
        )


def next_attempt(attempts: int, now: datetime) -> datetime | None:
    """When to try again after so many attempts; None when it was tried often enough."""
    return now + WAITS[attempts - 1] if 0 < attempts < MOST_ATTEMPTS else None


def needs_the_page(waiting_for: timedelta, *, others_at_work: bool) -> bool:
    """Whether a page has to do a job itself: no worker runs, or the workers stay behind."""
    return waiting_for > (SWAMPED_AFTER if others_at_work else NOBODY_WORKS_AFTER)
