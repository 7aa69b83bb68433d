"""Reading lists in: keep a file, point out its columns, leave rows out, save the rest together or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sqlalchemy.orm.exc import StaleDataError

from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Wording, say
from portal.funding.queries import wait_for_turn
from portal.history.recording import move_revision
from portal.transfer import left_out, queries, reading_once, uploads
from portal.transfer.left_out import Choice
from portal.transfer.lists import Place
from portal.transfer.lists.listing import CheckedRow
from portal.transfer.models import Upload, UploadState
from portal.transfer.preview import Beat, Preview
from portal.transfer.reading_once import Look
from portal.transfer.types import Language, RawTable, UnreadableFile
from portal.transfer.uploads import Part, Progress, Stage

NO_LONGER_KEPT = say("Dit bestand wordt niet meer bewaard. Kies het opnieuw.")
NO_ROWS = say("Onder de koppen staat geen enkele rij. Vul het bestand in en kies het opnieuw.")
CUT_OFF = say("De server stopte halfweg.")
MOST_NAMED = 10  # rows that a sentence names


class Overtaken(Exception):
    """The network changed between looking and saving; whoever saves looks again."""


def keep_upload(
    place: Place, *, listing: str, filename: str, data: bytes, folder: Path, account_id: int | None, table: RawTable
) -> Upload:
    """Keep a file that could be read; raises UnreadableFile when it has no rows.

    Files that nobody needs any more go, and savings that were cut off are written down as failed.
    """
    if not table.rows:
        raise UnreadableFile(NO_ROWS)
    moment = now()
    for held in queries.list_uploads_being_saved():
        if is_cut_off(held, folder):
            fail_upload(held, reason=CUT_OFF)
    for token in queries.list_ended_tokens(moment - uploads.KEPT_FOR, moment - uploads.LEFT_OUT_KEPT_FOR):
        uploads.forget(folder, token)
    upload = Upload(
        network_id=place.network.id,
        token=uploads.new_token(),
        listing=listing,
        year=place.year or None,
        filename=filename,
        account_id=account_id,
        total_rows=len(table.rows),
        created_at=moment,
    )
    uploads.keep(folder, upload.token, Part.FILE, data)
    reading_once.keep_table(folder, upload.token, table)
    db.session.add(upload)
    db.session.flush()
    return upload


def look_at_upload(
    upload: Upload,
    *,
    place: Place,
    languages: Sequence[Language],
    folder: Path,
    beat: Beat | None = None,
    keeps: bool = True,
) -> Look:
    """What a kept file says against what the network has now, worked out once; raises UnreadableFile."""
    if now() - upload.created_at > uploads.KEPT_FOR:
        raise UnreadableFile(NO_LONGER_KEPT)
    look = reading_once.look(upload, place=place, languages=languages, folder=folder, beat=beat, keeps=keeps)
    if look is None:
        raise UnreadableFile(NO_LONGER_KEPT)
    return look


def choose_columns(upload: Upload, *, chosen: Mapping[int, str | None], folder: Path) -> None:
    """What each place of the file holds (None: not to be read); one column of the list stands in one place."""
    insist_open(upload, folder)
    keys = [key for key in chosen.values() if key]
    if len(set(keys)) != len(keys):
        raise RuleBroken(say("Je koos twee keer hetzelfde. Elk gegeven staat in één kolom van je bestand."))
    upload.columns = {str(at): key or "" for at, key in chosen.items()}
    for part in (Part.CHOICE, Part.TAKEN):
        left_out.keep_choice(folder, upload.token, Choice(), part)  # other columns, other errors
    db.session.flush()


def choose_rows(
    upload: Upload, *, preview: Preview, shown: Sequence[int], ticked: Sequence[int], everything: bool, folder: Path
) -> Choice:
    """Leave out those rows of a page that are ticked, or all that are wrong; a row without an error always goes in."""
    insist_open(upload, folder)
    wrong = set(preview.wrong_numbers)
    before = left_out.read_choice(folder, upload.token)
    choice = before.after_page(shown=shown, ticked=wrong.intersection(ticked), everything=everything and bool(wrong))
    if choice != before:
        left_out.keep_choice(folder, upload.token, choice)
    return choice


def take_suggestions(
    upload: Upload, *, preview: Preview, shown: Sequence[int], ticked: Sequence[int], everything: bool, folder: Path
) -> bool:
    """Take the suggested stream on those rows of a page that are ticked, or on all; whether that changes anything."""
    insist_open(upload, folder)
    offered = set(preview.offered_numbers)
    before = left_out.read_choice(folder, upload.token, Part.TAKEN)
    taken = before.after_page(shown=shown, ticked=offered.intersection(ticked), everything=everything and bool(offered))
    if taken != before:
        left_out.keep_choice(folder, upload.token, taken, Part.TAKEN)
    return taken != before


def check_ready(preview: Preview, choice: Choice) -> None:
    """Raises RuleBroken while a row with an error is neither mended nor left out."""
    if not preview.is_readable:
        raise RuleBroken(say("Kies eerst welke kolom van het bestand wat bevat."))
    still = [number for number in preview.wrong_numbers if not choice.covers(number)]
    if still:
        raise RuleBroken(_still_wrong(still))
    if not preview.has_good_rows:
        raise RuleBroken(say("Er blijft geen enkele rij over om te bewaren."))


def _still_wrong(numbers: Sequence[int]) -> Wording:
    named = ", ".join(map(str, numbers[:MOST_NAMED]))
    if len(numbers) == 1:
        return say("Rij %(row)s heeft nog een fout. Verbeter ze in je bestand, of laat ze weg.", row=named)
    if len(numbers) <= MOST_NAMED:
        return say(
            "Er zijn nog %(count)s rijen met een fout: rij %(rows)s. Verbeter ze in je bestand, of laat ze weg.",
            count=len(numbers),
            rows=named,
        )
    return say(
        "Er zijn nog %(count)s rijen met een fout. De eerste zijn rij %(rows)s. "
        "Verbeter ze in je bestand, of laat ze weg.",
        count=len(numbers),
        rows=named,
    )


def start_saving(upload: Upload, *, look: Look, folder: Path) -> None:
    """From now on one hand is at work on this file, and nothing is saved yet; raises Overtaken by another hand."""
    insist_open(upload, folder)
    check_ready(look.preview, left_out.read_choice(folder, upload.token))
    upload.state, upload.started_at, upload.failure = UploadState.SAVING, now(), None
    try:
        db.session.flush()
    except StaleDataError as late:
        raise Overtaken from late
    if queries.get_revision(upload.network_id) == look.revision + 1:
        look.move_on(look.revision + 1)  # that saving began is a change too, and makes nothing out of date
    uploads.tell_progress(folder, upload.token, Progress(0, upload.total_rows))


def save_rows(
    upload: Upload, *, place: Place, languages: Sequence[Language], folder: Path, turn_first: bool = False
) -> None:
    """Save every row that is not left out; raises Overtaken when the network changed while that was worked out.

    The database is locked from `_take_turn` to the commit of the caller, and not before. With `turn_first` it is
    locked from the beginning: for a network that changes so often that looking never stays true.
    """
    checking, writing = (_bar(upload, folder, stage) for stage in Stage)
    if turn_first:
        _take_turn(upload.network_id)
    look = look_at_upload(upload, place=place, languages=languages, folder=folder, beat=checking, keeps=not turn_first)
    check_ready(look.preview, left_out.read_choice(folder, upload.token))
    good, wrong = look.rows_to_save(), look.wrong_rows()
    _keep_left_out(look, wrong)
    look.intake.heard = lambda done: checking(done, len(good))
    with db.session.no_autoflush:
        saving = look.intake.save(good)
        if not turn_first and _take_turn(upload.network_id) != look.revision:
            raise Overtaken
    _write(saving, len(good), writing)
    upload.state, upload.saved_rows, upload.left_out_rows = UploadState.DONE, len(good), len(wrong)
    db.session.flush()


def _bar(upload: Upload, folder: Path, stage: Stage) -> Beat:
    token = upload.token
    return lambda done, total: uploads.tell_progress(folder, token, Progress(done, total, stage))


def _keep_left_out(look: Look, wrong: Sequence[CheckedRow]) -> None:
    table = look.table() if wrong else None
    if table is not None:
        left_out.keep_rows(
            look.folder,
            look.upload.token,
            preview=look.preview,
            table=table,
            rows=wrong,
            languages=look.languages,
        )


def _take_turn(network_id: int) -> int:
    """Wait until nobody else writes, and keep others waiting; the revision that everybody saw until now."""
    wait_for_turn(network_id)
    move_revision(db.session(), network_id)
    return queries.get_revision(network_id) - 1


def _write(saving: Iterator[int], total: int, beat: Beat) -> None:
    beat(0, total)
    for done in saving:
        beat(min(done, total), total)
    db.session.flush()


def fail_upload(upload: Upload, *, reason: Wording) -> None:
    """Nothing was saved; the file can be tried again."""
    upload.state, upload.failure = UploadState.FAILED, reason.as_record()
    db.session.flush()


def discard_upload(upload: Upload, *, folder: Path) -> None:
    """The file is not wanted after all."""
    insist_open(upload, folder)
    upload.state = UploadState.DISCARDED
    db.session.flush()
    uploads.forget(folder, upload.token)


def is_cut_off(upload: Upload, folder: Path) -> bool:
    """Saving began and nobody is at work on it any more: the server stopped halfway, and nothing is saved."""
    return upload.state is UploadState.SAVING and not uploads.is_held(folder, upload.token)


def insist_open(upload: Upload, folder: Path) -> None:
    """Raises RuleBroken when nothing can be done with the file any more, or not just now."""
    if upload.state in (UploadState.WAITING, UploadState.FAILED) or is_cut_off(upload, folder):
        return
    raise RuleBroken(
        {
            UploadState.DONE: say("Dit bestand is al bewaard."),
            UploadState.DISCARDED: say("Dit bestand is weggegooid."),
        }.get(upload.state, say("Dit bestand wordt nu bewaard."))
    )
