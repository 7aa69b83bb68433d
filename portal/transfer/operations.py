"""Reading lists in: keep a file, point out its columns, and save its rows all together or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Wording, say
from portal.transfer import queries, uploads
from portal.transfer.lists import LISTINGS, Place
from portal.transfer.models import Upload, UploadState
from portal.transfer.preview import Beat, Preview, read_preview
from portal.transfer.types import Language, UnreadableFile

NO_LONGER_KEPT = say("Dit bestand wordt niet meer bewaard. Kies het opnieuw.")


def keep_upload(
    place: Place, *, listing: str, filename: str, data: bytes, folder: Path, account_id: int | None, total_rows: int
) -> Upload:
    """Keep a file that can be read; files that nobody needs any more go."""
    for token in queries.list_ended_tokens(now() - uploads.KEPT_FOR):
        uploads.forget(folder, token)
    upload = Upload(
        network_id=place.network.id,
        token=uploads.new_token(),
        listing=listing,
        year=place.year or None,
        filename=filename,
        account_id=account_id,
        total_rows=total_rows,
        created_at=now(),
    )
    uploads.keep(folder, upload.token, data)
    db.session.add(upload)
    db.session.flush()
    return upload


def preview_upload(
    upload: Upload, *, place: Place, languages: Sequence[Language], folder: Path, beat: Beat | None = None
) -> Preview:
    """Read a kept file against what the network has now; raises UnreadableFile."""
    data = uploads.read(folder, upload.token)
    if data is None or now() - upload.created_at > uploads.KEPT_FOR:
        raise UnreadableFile(NO_LONGER_KEPT)
    extra = {"beat": beat} if beat else {}
    return read_preview(
        data,
        upload.filename,
        listing=LISTINGS[upload.listing],
        place=place,
        languages=languages,
        chosen=upload.chosen,
        **extra,
    )


def choose_columns(upload: Upload, *, columns: Mapping[str, int]) -> None:
    """Which place of the file holds which column; one place holds one column."""
    _insist_open(upload)
    if len(set(columns.values())) != len(columns):
        raise RuleBroken(say("Je koos twee keer dezelfde kolom van het bestand."))
    upload.columns = dict(columns)
    db.session.flush()


def start_saving(upload: Upload, *, folder: Path) -> None:
    """From now on one hand is at work on this file; a second one is refused."""
    _insist_open(upload, folder)
    upload.state, upload.started_at, upload.failure = UploadState.SAVING, now(), None
    db.session.flush()
    uploads.tell_progress(folder, upload.token, 0, upload.total_rows)


def save_rows(upload: Upload, preview: Preview, *, leave_out: bool, beat: Beat) -> None:
    """Save every good row; with rows that are wrong nothing is saved, unless they are left out by choice."""
    if preview.intake is None:
        raise RuleBroken(say("Kies eerst welke kolom van het bestand wat bevat."))
    wrong = len(preview.wrong)
    if wrong and not leave_out:
        raise RuleBroken(
            say("Er zijn nog %(count)s rijen met een fout. Verbeter ze in je bestand, of laat ze weg.", count=wrong)
        )
    good = preview.good
    if not good:
        raise RuleBroken(say("Er blijft geen enkele rij over om te bewaren."))
    for done in preview.intake.save(good):
        beat(done, len(good))
    db.session.flush()
    upload.state, upload.saved_rows, upload.left_out_rows = UploadState.DONE, len(good), wrong
    db.session.flush()


def fail_upload(upload: Upload, *, reason: Wording) -> None:
    """Nothing was saved; the file can be tried again."""
    upload.state, upload.failure = UploadState.FAILED, reason.as_record()
    db.session.flush()


def discard_upload(upload: Upload, *, folder: Path) -> None:
    """The file is not wanted after all."""
    _insist_open(upload, folder)
    upload.state = UploadState.DISCARDED
    db.session.flush()
    uploads.forget(folder, upload.token)


def is_cut_off(upload: Upload, folder: Path) -> bool:
    """Saving began and nothing was heard of it for long: the server stopped halfway, and nothing is saved."""
    if upload.state is not UploadState.SAVING:
        return False
    told = uploads.read_progress(folder, upload.token)
    return told is None or told.is_cut_off


def _insist_open(upload: Upload, folder: Path | None = None) -> None:
    if upload.state in (UploadState.WAITING, UploadState.FAILED):
        return
    if folder is not None and is_cut_off(upload, folder):
        return
    raise RuleBroken(say("Dit bestand is al bewaard, of het wordt nu bewaard."))
