"""Saving a long list beside the page: in a thread with a session of its own, all rows together or none."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
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
from portal.transfer.types import UnreadableFile

WENT_WRONG = say("Er ging iets mis bij ons. Er is niets bewaard. Probeer het opnieuw.")


@dataclass(frozen=True)
class Task:
    """What the thread must know: no records, because those belong to the page's own session."""

    network_id: int
    upload_id: int
    year: int
    actor: Actor
    hand: Hand
    language: str
    leave_out: bool
    folder: Path


def start(app: Flask, task: Task) -> threading.Thread:
    """Begin saving; the page that started it does not wait."""
    thread = threading.Thread(target=run, args=(app, task), name=f"upload-{task.upload_id}", daemon=True)
    thread.start()
    return thread


def run(app: Flask, task: Task) -> None:
    """Save one upload, and write down how it ended."""
    with app.app_context(), acting(task.hand):
        try:
            token = _save(task)
            db.session.commit()
            uploads.forget(task.folder, token)
        except StaleDataError:
            db.session.rollback()
            app.logger.warning("upload %s: taken over by another attempt", task.upload_id)
        except RuleBroken as broken:
            _fail(task, broken.message)
        except UnreadableFile as refused:
            _fail(task, refused.message)
        except Exception:
            app.logger.exception("upload %s", task.upload_id)
            _fail(task, WENT_WRONG)
        finally:
            db.session.remove()


def _save(task: Task) -> str:
    """Everything but the commit; the token of the file that is no longer needed after it."""
    upload = queries.get_upload(task.network_id, task.upload_id)
    place = Place(db.session.get_one(Network, task.network_id), task.actor, today(), task.year)

    def beat(done: int, total: int) -> None:
        uploads.tell_progress(task.folder, upload.token, done, total)

    preview = operations.preview_upload(
        upload, place=place, languages=languages_for(task.language), folder=task.folder, beat=beat
    )
    operations.save_rows(upload, preview, leave_out=task.leave_out, beat=beat)
    return upload.token


def _fail(task: Task, reason: Wording) -> None:
    db.session.rollback()
    operations.fail_upload(queries.get_upload(task.network_id, task.upload_id), reason=reason)
    db.session.commit()
