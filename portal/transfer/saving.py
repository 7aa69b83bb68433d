"""Saving a list in a session of its own, all rows together or none; a long list beside the page."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError

from portal.extensions import db
from portal.foundation.actor import Actor
from portal.foundation.clock import today
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Wording, say
from portal.history.recording import Hand, acting
from portal.network.models import Network
from portal.transfer import operations, queries, uploads
from portal.transfer.languages import languages_for
from portal.transfer.lists import Place
from portal.transfer.models import Upload
from portal.transfer.types import UnreadableFile
from portal.transfer.uploads import Hold, Part
from portal.web.busy import is_busy

ATTEMPTS = 5
HOPEFUL = 2  # so many attempts let others go on while rows are looked at; the next ones keep them waiting
WENT_WRONG = say("Er ging iets mis bij ons. Probeer het opnieuw.")
TOO_BUSY = say("Andere mensen bewaren nu ook veel. Probeer het straks opnieuw.")


@dataclass(frozen=True)
class Task:
    """What saving must know: no records, because those belong to the page's own session."""

    network_id: int
    upload_id: int
    year: int
    actor: Actor
    hand: Hand
    language: str
    folder: Path


def start(app: Flask, task: Task, hold: Hold) -> threading.Thread:
    """Begin saving; the page that started it does not wait."""
    thread = threading.Thread(target=run, args=(app, task, hold), name=f"upload-{task.upload_id}", daemon=True)
    thread.start()
    return thread


def run(app: Flask, task: Task, hold: Hold) -> None:
    """Save one upload, and write down how it ended; the file is let go in any case."""
    try:
        with app.app_context(), acting(task.hand):
            _save_or_fail(app, task)
    finally:
        hold.release()


def _save_or_fail(app: Flask, task: Task) -> None:
    try:
        token = _trying_again(lambda attempt: _save(task, turn_first=attempt >= HOPEFUL))
        uploads.forget(task.folder, token, but=Part.LEFT_OUT)
    except StaleDataError:
        db.session.rollback()
        app.logger.warning("upload %s: taken over by another attempt", task.upload_id)
    except RuleBroken as broken:
        _fail(task, broken.message)
    except UnreadableFile as refused:
        _fail(task, refused.message)
    except operations.Overtaken:
        _fail(task, TOO_BUSY)
    except Exception as error:
        app.logger.exception("upload %s", task.upload_id)
        _fail(task, TOO_BUSY if is_busy(error) else WENT_WRONG)
    finally:
        db.session.remove()


def _save(task: Task, *, turn_first: bool) -> str:
    """Save and commit; the token of the file that is no longer needed after it."""
    upload = _upload_of(task)
    place = Place(db.session.get_one(Network, task.network_id), task.actor, today(), task.year)
    operations.save_rows(
        upload, place=place, languages=languages_for(task.language), folder=task.folder, turn_first=turn_first
    )
    token = upload.token
    db.session.commit()
    return token


def _upload_of(task: Task) -> Upload:
    return queries.get_upload(task.network_id, task.upload_id)


def _trying_again(attempt: Callable[[int], str]) -> str:
    """The outcome of an attempt; others who write at the same moment go first, and then all is looked at again."""
    for number in range(ATTEMPTS):
        try:
            return attempt(number)
        except (operations.Overtaken, OperationalError) as late:
            db.session.rollback()
            if number == ATTEMPTS - 1 or (isinstance(late, OperationalError) and not is_busy(late)):
                raise
    raise AssertionError("the last attempt returns or raises")


def _fail(task: Task, reason: Wording) -> None:
    """Nothing was saved, and the page says why; when even that cannot be written, letting go of the file says it."""

    def write_down(_attempt: int) -> str:
        operations.fail_upload(_upload_of(task), reason=reason)
        db.session.commit()
        return ""

    db.session.rollback()
    _trying_again(write_down)
