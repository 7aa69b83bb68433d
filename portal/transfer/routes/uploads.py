"""Addresses of a file that was sent: look at it, point out its columns, leave rows out, throw it away."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.network.models import Network
from portal.transfer import access, left_out, operations, queries
from portal.transfer.forms import ColumnsForm, RowsForm
from portal.transfer.languages import reader_languages
from portal.transfer.lists import LISTINGS
from portal.transfer.models import Upload, UploadState
from portal.transfer.routes.doors import bp, for_keepers, place_of, upload_folder
from portal.transfer.routes.screens import ended_page, gone_page, look_at, preview_page, saving_page
from portal.transfer.shown import RowsAsked
from portal.transfer.types import MEDIA_TYPES, TransferFormat, UnreadableFile
from portal.transfer.writing import write_csv, write_xlsx
from portal.web.downloads import download
from portal.web.guards import current_actor, insist


@bp.get("/imports/<int:upload_id>")
@for_keepers
def upload(network: Network, upload_id: int) -> ResponseReturnValue:
    """One file: what it says before it is saved, how far saving is, or how it ended."""
    insist(access.can_import(current_actor()))
    found = queries.get_upload(network.id, upload_id)
    match found.state:
        case UploadState.SAVING if not operations.is_cut_off(found, upload_folder()):
            return saving_page(found)
        case UploadState.DONE | UploadState.DISCARDED:
            return ended_page(found)
    try:
        return preview_page(found, look_at(network, found))
    except UnreadableFile as refused:
        return gone_page(network, found, refused)


@bp.post("/imports/<int:upload_id>/columns")
@for_keepers
def choose_columns(network: Network, upload_id: int) -> ResponseReturnValue:
    """Point out which column of the file holds what; the file is not sent again."""
    insist(access.can_import(current_actor()))
    found = queries.get_upload(network.id, upload_id)
    try:
        look = look_at(network, found)
    except UnreadableFile as refused:
        return gone_page(network, found, refused)
    form = ColumnsForm.of_file(look.preview.offered, look.preview.headings, look.preview.match)()
    if not form.validate_on_submit() or not form.accepts(
        operations.choose_columns, found, chosen=form.chosen, folder=upload_folder()
    ):
        return preview_page(found, look, columns_form=form, status=422)
    db.session.commit()
    return redirect(url_for("transfer.upload", slug=network.slug, upload_id=found.id))


@bp.post("/imports/<int:upload_id>/rows")
@for_keepers
def choose_rows(network: Network, upload_id: int) -> ResponseReturnValue:
    """Keep what was ticked on one page of rows, and go to the page that was asked for."""
    insist(access.can_import(current_actor()))
    found = queries.get_upload(network.id, upload_id)
    form = RowsForm()
    try:
        look = look_at(network, found)
    except UnreadableFile as refused:
        return gone_page(network, found, refused)
    if not form.validate_on_submit() or not form.accepts(keep_ticks, form, found, look):
        return preview_page(found, look, form=form, status=422)
    asked, page = asked_of_button()
    where = url_for("transfer.upload", slug=network.slug, upload_id=found.id, show=asked.value, page=page)
    return redirect(f"{where}#rows")


def keep_ticks(form: Any, found: Upload, look: Any) -> bool:
    """Write down which rows of the page stay out and which suggestions are taken; whether the latter change."""
    changed = operations.take_suggestions(
        found,
        preview=look.preview,
        shown=form.offered,
        ticked=form.taken,
        everything=bool(form.take_all.data),
        folder=upload_folder(),
    )
    operations.choose_rows(
        found,
        preview=look.preview,
        shown=form.shown,
        ticked=form.ticked,
        everything=bool(form.leave_out.data),
        folder=upload_folder(),
    )
    return changed


def asked_of_button() -> tuple[RowsAsked, int]:
    """Which rows and which page the pressed button asks for: "wrong 2"."""
    name, _space, number = request.form.get("go", "").partition(" ")
    return RowsAsked.of(name), int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1


@bp.get("/imports/<int:upload_id>/left-out.<any(csv, xlsx):format>")
@for_keepers
def left_out_rows(network: Network, upload_id: int, **asked: str) -> ResponseReturnValue:
    """The rows that were left out, to mend and send again; the last column tells what is wrong with each."""
    insist(access.can_import(current_actor()))
    found, file_format = queries.get_upload(network.id, upload_id), TransferFormat(asked["format"])
    place, languages = place_of(network, found.year), reader_languages()
    spec = LISTINGS[found.listing].reading(place)
    listed = left_out.rows_to_mend(upload_folder(), found.token, spec, languages[0])
    if listed is None or found.state is not UploadState.DONE:
        return gone_page(network, found, UnreadableFile(operations.NO_LONGER_KEPT))
    body = (
        write_xlsx(*listed, languages=languages)
        if file_format is TransferFormat.XLSX
        else b"".join(write_csv(*listed, languages=languages))
    )
    stem = found.filename.rpartition(".")[0] or found.filename
    return download(body, f"{stem}-{_('weggelaten')}.{file_format.value}", MEDIA_TYPES[file_format])


@bp.post("/imports/<int:upload_id>/discard")
@for_keepers
def discard_upload(network: Network, upload_id: int) -> ResponseReturnValue:
    """Throw the file away; nothing of it was saved."""
    insist(access.can_import(current_actor()))
    found = queries.get_upload(network.id, upload_id)
    form = RowsForm()
    if form.validate_on_submit() and form.accepts(operations.discard_upload, found, folder=upload_folder()):
        db.session.commit()
        flash(_("Het bestand is weggegooid. Er is niets bewaard."), "notice")
    return redirect(url_for("transfer.upload", slug=network.slug, upload_id=found.id))
