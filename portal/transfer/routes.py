"""Addresses of spreadsheets: templates, lists to take along, files to read in, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, cast

from flask import Blueprint, Response, abort, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.foundation.errors import RuleBroken
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.funding.proofs import plain_filename
from portal.history.recording import Hand
from portal.network.models import Network
from portal.transfer import access, operations, queries, saving, uploads
from portal.transfer.forms import ColumnsForm, SaveForm, UploadForm
from portal.transfer.languages import reader_languages
from portal.transfer.lists import LISTINGS, Listing, Place
from portal.transfer.models import Upload, UploadState
from portal.transfer.preview import Preview
from portal.transfer.reading import read_table
from portal.transfer.shown import RowsAsked, page_of_rows
from portal.transfer.types import LIMITS, MEDIA_TYPES, TransferFormat, UnreadableFile
from portal.transfer.writing import write_csv, write_template, write_xlsx
from portal.web.downloads import download
from portal.web.guards import current_actor, in_network, insist
from portal.web.language import chosen_language, in_words
from portal.web.paging import asked_page

bp = Blueprint("transfer", __name__, url_prefix="/networks/<slug>")

SAVED_AT_ONCE = 500  # a longer list is saved beside the page
for_keepers = in_network(Role.COORDINATOR)

VIEW = Callable[..., ResponseReturnValue]


def _folder() -> Path:
    return cast(Path, current_app.config["UPLOAD_FOLDER"])


def _place(network: Network, year: int | None) -> Place:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        abort(404)
    return Place(network, current_actor(), today(), year or 0)


def _filename(listing: Listing, place: Place, file_format: TransferFormat) -> str:
    title = in_words(listing.title).lower().replace(" ", "-")
    parts = [place.network.slug, title, *([str(place.year)] if place.year else [])]
    return f"{'-'.join(parts)}.{file_format.value}"


def template(listing: Listing, network: Network, year: int | None = None, **asked: str) -> Response:
    """An empty list to fill in, in the reader's language."""
    insist(access.can_import(current_actor()))
    place, file_format = _place(network, year), TransferFormat(asked["format"])
    body = write_template(
        listing.template(place), file_format, listing.examples(place), languages=reader_languages()
    )
    return download(body, _filename(listing, place, file_format), MEDIA_TYPES[file_format])


def take_along(listing: Listing, network: Network, year: int | None = None, **asked: str) -> Response:
    """The list as the reader sees it on the screen: the same rows, the same order, the same rights."""
    insist(access.can_export(current_actor(), listing.name))
    place, file_format = _place(network, year), TransferFormat(asked["format"])
    rows = listing.rows(place)
    spec, languages = listing.export(place, rows), reader_languages()
    body = (
        write_xlsx(spec, rows, languages=languages)
        if file_format is TransferFormat.XLSX
        else b"".join(write_csv(spec, rows, languages=languages))
    )
    return download(body, _filename(listing, place, file_format), MEDIA_TYPES[file_format])


def read_in(listing: Listing, network: Network, year: int | None = None) -> ResponseReturnValue:
    """Choose a file; nothing is saved before it was looked at."""
    insist(access.can_import(current_actor()))
    place = _place(network, year)
    form, status = UploadForm(), 422 if request.method == "POST" else 200
    if form.validate_on_submit():
        sent = form.file.data
        data, filename = sent.stream.read(LIMITS.file_bytes + 1), plain_filename(sent.filename or "")
        try:
            table = read_table(data, filename, listing.reading(place), languages=reader_languages())
        except UnreadableFile as refused:
            form.refuse(refused.message, "file")
            status = 413 if len(data) > LIMITS.file_bytes else 422
        else:
            upload = operations.keep_upload(
                place,
                listing=listing.name,
                filename=filename,
                data=data,
                folder=_folder(),
                account_id=current_user.id,
                total_rows=len(table.rows),
            )
            db.session.commit()
            return redirect(url_for("transfer.upload", slug=network.slug, upload_id=upload.id))
    return render_template("transfer/read_in.html", form=form, listing=listing, place=place), status


def _register(listing: Listing) -> None:
    """The three addresses of a list; each has an endpoint of its own, so that menus and tests can name it."""
    year = "/<int:year>" if listing.has_year else ""
    kind = "<any(csv, xlsx):format>"
    anyone = in_network()
    for rule, endpoint, view, guard, methods in (
        (f"{year}/import/{listing.name}/template.{kind}", f"{listing.name}_template", template, for_keepers, ["GET"]),
        (f"{year}/import/{listing.name}", f"import_{listing.name}", read_in, for_keepers, ["GET", "POST"]),
        (f"{year}/{listing.name}/export.{kind}", f"{listing.name}_download", take_along, anyone, ["GET"]),
    ):
        of_list = cast(VIEW, partial(cast(VIEW, view), listing))
        bp.add_url_rule(rule, endpoint, guard(of_list), methods=methods)


for _one in LISTINGS.values():
    _register(_one)


@bp.get("/imports/<int:upload_id>")
@for_keepers
def upload(network: Network, upload_id: int) -> ResponseReturnValue:
    """One file: what it says before it is saved, how far saving is, or how it ended."""
    insist(access.can_import(current_actor()))
    found = queries.get_upload(network.id, upload_id)
    match found.state:
        case UploadState.SAVING if not operations.is_cut_off(found, _folder()):
            return _how_far(network, found)
        case UploadState.DONE | UploadState.DISCARDED:
            return render_template("transfer/ended.html", upload=found, listing=LISTINGS[found.listing], back=_back(found))
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
    if not form.validate_on_submit() or not form.accepts(operations.start_saving, found, folder=_folder()):
        db.session.rollback()
        return _preview_page(network, found, form=form, status=422)
    if found.total_rows > current_app.config.get("SAVED_AT_ONCE", SAVED_AT_ONCE):
        db.session.commit()
        _start_thread(network, found, leave_out=bool(form.leave_out.data))
        return redirect(url_for("transfer.upload", slug=network.slug, upload_id=found.id))
    g.via = "invoer"
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
    uploads.forget(_folder(), found.token)
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
    if form.validate_on_submit() and form.accepts(operations.discard_upload, found, folder=_folder()):
        db.session.commit()
        flash(_("Het bestand is weggegooid. Er is niets bewaard."), "notice")
    return redirect(url_for("transfer.upload", slug=network.slug, upload_id=found.id))


def _preview(network: Network, found: Upload) -> Preview | UnreadableFile:
    try:
        return operations.preview_upload(
            found, place=_place(network, found.year), languages=reader_languages(), folder=_folder()
        )
    except UnreadableFile as refused:
        return refused


def _preview_page(
    network: Network, found: Upload, *, form: Any = None, columns_form: Any = None, status: int = 200
) -> ResponseReturnValue:
    """Every row with what it says and what was found."""
    preview = _preview(network, found)
    listing, place = LISTINGS[found.listing], _place(network, found.year)
    if isinstance(preview, UnreadableFile):
        form = UploadForm(formdata=None)
        form.refuse(preview.message)
        return render_template("transfer/read_in.html", form=form, listing=listing, place=place), 410
    if columns_form is None and preview.open_columns:
        columns_form = ColumnsForm.of_file(preview.open_columns, preview.headings)(formdata=None)
    return render_template(
        "transfer/preview.html",
        upload=found,
        listing=listing,
        place=place,
        preview=preview,
        asked=RowsAsked.of(request.args.get("show", "")),
        page=page_of_rows(preview, RowsAsked.of(request.args.get("show", "")), asked_page(), reader_languages()),
        form=form or SaveForm(formdata=None),
        columns_form=columns_form,
        is_cut_off=operations.is_cut_off(found, _folder()),
        back=_back(found),
    ), status


def _how_far(network: Network, found: Upload) -> ResponseReturnValue:
    """The bar; the page asks again by itself, also without JavaScript."""
    told = uploads.read_progress(_folder(), found.token)
    return render_template(
        "transfer/saving.html", upload=found, told=told or uploads.Progress(0, found.total_rows, 0), back=_back(found)
    )


def _start_thread(network: Network, found: Upload, *, leave_out: bool) -> None:
    task = saving.Task(
        network_id=network.id,
        upload_id=found.id,
        year=found.year or 0,
        actor=current_actor(),
        hand=Hand(current_user.id, current_user.name, "invoer"),
        language=chosen_language(),
        leave_out=leave_out,
        folder=_folder(),
    )
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    app.extensions["saving"] = saving.start(app, task)


def _back(found: Upload) -> str:
    """The page of the list that a file was for."""
    endpoint = {
        "partners": "network.partners",
        "actions": "plans.actions",
        "expenses": "funding.expenses",
        "contributions": "plans.contributions",
        "grants": "funding.grants",
    }[found.listing]
    values = {"year": found.year} if found.year else {}
    return url_for(endpoint, slug=g.network.slug, **values)
