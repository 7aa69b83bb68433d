"""Addresses of a file that was sent: look at it, point out its columns, save it, throw it away."""

from __future__ import annotations

from typing import Any

from flask import current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from portal.extensions import db
from portal.foundation.wording import say
from portal.history.recording import Hand
from portal.network.models import Network
from portal.transfer import access, operations, queries, saving, uploads
from portal.transfer.forms import ColumnsForm, SaveForm, UploadForm
from portal.transfer.languages import reader_languages
from portal.transfer.lists import LISTINGS
from portal.transfer.models import Upload, UploadState
from portal.transfer.preview import Preview
from portal.transfer.routes.doors import bp, for_keepers, page_of_list, place_of, upload_folder
from portal.transfer.shown import RowsAsked, page_of_rows
from portal.transfer.types import UnreadableFile
from portal.web.guards import current_actor, insist
from portal.web.language import chosen_language
from portal.web.paging import asked_page

SAVED_AT_ONCE = 500  # a longer list is saved beside the page


@bp.get("/imports/<int:upload_id>")
@for_keepers
def upload(network: Network, upload_id: int) -> ResponseReturnValue:
    """One file: what it says before it is saved, how far saving is, or how it ended."""
    insist(access.can_import(current_actor()))
    found = queries.get_upload(network.id, upload_id)
    match found.state:
        case UploadState.SAVING if not operations.is_cut_off(found, upload_folder()):
            return _how_far(network, found)
        case UploadState.DONE | UploadState.DISCARDED:
            return render_template(
                "transfer/ended.html",
                upload=found,
                listing=LISTINGS[found.listing],
                back=page_of_list(found.listing, found.year),
            )
    return _preview_page(network, found)


@bp.post("/imports/<int:upload_id>/columns")
@for_keepers
def choose_columns(network: Network, upload_id: int) -> ResponseReturnValue:
    """Point out which column of the file holds what."""
    insist(access.can_import(current_actor()))
    found = queries.get_upload(network.id, upload_id)
    preview = _preview(network, found)
    if isinstance(preview, UnreadableFile):
        return _preview_page(network, found)
    form = ColumnsForm.of_file(preview.open_columns, preview.headings)()
    if not form.validate_on_submit() or not form.accepts(
        operations.choose_columns, found, columns={**(found.columns or {}), **form.chosen}
    ):
        return _preview_page(network, found, columns_form=form, status=422)
    db.session.commit()
    return redirect(url_for("transfer.upload", slug=network.slug, upload_id=found.id))


@bp.post("/imports/<int:upload_id>/save")
@for_keepers
def save_upload(network: Network, upload_id: int) -> ResponseReturnValue:
    """Save all rows together; a long list beside the page, with a bar that tells how far it is."""
    insist(access.can_import(current_actor()))
    found = queries.get_upload(network.id, upload_id)
    form = SaveForm()
    if not form.validate_on_submit() or not form.accepts(operations.start_saving, found, folder=upload_folder()):
        db.session.rollback()
        return _preview_page(network, found, form=form, status=422)
    if found.total_rows > current_app.config.get("SAVED_AT_ONCE", SAVED_AT_ONCE):
        db.session.commit()
        _start_thread(network, found, leave_out=bool(form.leave_out.data))
        return redirect(url_for("transfer.upload", slug=network.slug, upload_id=found.id))
    g.via = str(say("invoer"))
    preview = _preview(network, found)
    if isinstance(preview, UnreadableFile):
        db.session.rollback()
        return _preview_page(network, found)
    if not form.accepts(
        operations.save_rows, found, preview, leave_out=bool(form.leave_out.data), beat=lambda _done, _total: None
    ):
        db.session.rollback()
        return _preview_page(network, queries.get_upload(network.id, upload_id), form=form, status=422)
    db.session.commit()
    uploads.forget(upload_folder(), found.token)
    flash(
        ngettext("%(num)s rij is bewaard.", "%(num)s rijen zijn bewaard.", found.saved_rows),
        "success",
    )
    return redirect(url_for("transfer.upload", slug=network.slug, upload_id=found.id))


@bp.post("/imports/<int:upload_id>/discard")
@for_keepers
def discard_upload(network: Network, upload_id: int) -> ResponseReturnValue:
    """Throw the file away; nothing of it was saved."""
    insist(access.can_import(current_actor()))
    found = queries.get_upload(network.id, upload_id)
    form = SaveForm()
    if form.validate_on_submit() and form.accepts(operations.discard_upload, found, folder=upload_folder()):
        db.session.commit()
        flash(_("Het bestand is weggegooid. Er is niets bewaard."), "notice")
    return redirect(url_for("transfer.upload", slug=network.slug, upload_id=found.id))


def _preview(network: Network, found: Upload) -> Preview | UnreadableFile:
    try:
        return operations.preview_upload(
            found, place=place_of(network, found.year), languages=reader_languages(), folder=upload_folder()
        )
    except UnreadableFile as refused:
        return refused


def _preview_page(
    network: Network, found: Upload, *, form: Any = None, columns_form: Any = None, status: int = 200
) -> ResponseReturnValue:
    """Every row with what it says and what was found."""
    preview = _preview(network, found)
    listing, place = LISTINGS[found.listing], place_of(network, found.year)
    back, asked = page_of_list(found.listing, found.year), RowsAsked.of(request.args.get("show", ""))
    if isinstance(preview, UnreadableFile):
        form = UploadForm(formdata=None)
        form.refuse(preview.message)
        return render_template("transfer/read_in.html", form=form, listing=listing, place=place, back=back), 410
    if columns_form is None and preview.open_columns:
        columns_form = ColumnsForm.of_file(preview.open_columns, preview.headings)(formdata=None)
    return render_template(
        "transfer/preview.html",
        upload=found,
        listing=listing,
        place=place,
        preview=preview,
        asked=asked,
        page=page_of_rows(preview, asked, asked_page(), reader_languages()),
        form=form or SaveForm(formdata=None),
        columns_form=columns_form,
        is_cut_off=operations.is_cut_off(found, upload_folder()),
        back=back,
    ), status


def _how_far(network: Network, found: Upload) -> ResponseReturnValue:
    """The bar; the page asks again by itself, also without JavaScript."""
    told = uploads.read_progress(upload_folder(), found.token)
    return render_template(
        "transfer/saving.html",
        upload=found,
        told=told or uploads.Progress(0, found.total_rows, 0),
        back=page_of_list(found.listing, found.year),
    )


def _start_thread(network: Network, found: Upload, *, leave_out: bool) -> None:
    task = saving.Task(
        network_id=network.id,
        upload_id=found.id,
        year=found.year or 0,
        actor=current_actor(),
        hand=Hand(current_user.id, current_user.name, str(say("invoer"))),
        language=chosen_language(),
        leave_out=leave_out,
        folder=upload_folder(),
    )
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    app.extensions["saving"] = saving.start(app, task)
