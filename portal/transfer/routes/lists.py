"""Addresses of the lists: templates, lists to take along, and files to read in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.extensions import db
from portal.funding.proofs import plain_filename
from portal.network.models import Network
from portal.transfer import access, operations
from portal.transfer.forms import UploadForm
from portal.transfer.languages import reader_languages
from portal.transfer.lists import LISTINGS, Listing, Place
from portal.transfer.routes.doors import bp, for_keepers, page_of_list, place_of, upload_folder
from portal.transfer.types import LIMITS, MEDIA_TYPES, TransferFormat, UnreadableFile
from portal.transfer.writing import write_csv, write_template, write_xlsx
from portal.web.downloads import download
from portal.web.guards import current_actor, in_network, insist
from portal.web.language import in_words

View = Callable[..., Any]


def _filename(listing: Listing, place: Place, file_format: TransferFormat) -> str:
    title = in_words(listing.title).lower().replace(" ", "-")
    parts = [place.network.slug, title, *([str(place.year)] if place.year else [])]
    return f"{'-'.join(parts)}.{file_format.value}"


def template(listing: Listing, network: Network, year: int | None = None, **asked: str) -> Response:
    """An empty list to fill in, in the reader's language."""
    insist(access.can_import(current_actor()))
    place, file_format = place_of(network, year), TransferFormat(asked["format"])
    body = write_template(listing.template(place), file_format, listing.examples(place), languages=reader_languages())
    return download(body, _filename(listing, place, file_format), MEDIA_TYPES[file_format])


def take_along(listing: Listing, network: Network, year: int | None = None, **asked: str) -> Response:
    """The list as the reader sees it on the screen: the same rows, the same order, the same rights."""
    insist(access.can_export(current_actor(), listing.name))
    place, file_format = place_of(network, year), TransferFormat(asked["format"])
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
    place = place_of(network, year)
    form, status = UploadForm(), 422 if request.method == "POST" else 200
    if form.validate_on_submit():
        sent = form.file.data
        data, filename = sent.stream.read(LIMITS.file_bytes + 1), plain_filename(sent.filename or "")
        sent.close()
        try:
            upload = operations.keep_upload(
                place,
                listing=listing.name,
                filename=filename,
                data=data,
                folder=upload_folder(),
                account_id=current_user.id,
                table=listing.read(place, data, filename, reader_languages()),
            )
        except UnreadableFile as refused:
            form.refuse(refused.message, "file")
            status = 413 if len(data) > LIMITS.file_bytes else 422
        else:
            db.session.commit()
            return redirect(url_for("transfer.upload", slug=network.slug, upload_id=upload.id))
    return render_template(
        "transfer/read_in.html",
        form=form,
        listing=listing,
        place=place,
        back=page_of_list(listing.name, year),
    ), status


def _register(listing: Listing) -> None:
    """The addresses of a list; each has an endpoint of its own, so that menus and tests can name it."""
    year = "/<int:year>" if listing.has_year else ""
    kind, name, anyone = "<any(csv, xlsx):format>", listing.name, in_network()
    _add(listing, f"{year}/{name}/export.{kind}", f"{name}_download", take_along, anyone)
    if listing.is_read_in:
        _add(listing, f"{year}/import/{name}/template.{kind}", f"{name}_template", template, for_keepers)
        _add(listing, f"{year}/import/{name}", f"import_{name}", read_in, for_keepers, "POST")


def _add(listing: Listing, rule: str, endpoint: str, view: Any, guard: Callable[[View], View], *more: str) -> None:
    of_list = partial(cast(View, view), listing)
    bp.add_url_rule(rule, endpoint, guard(of_list), methods=["GET", *more])


for _one in LISTINGS.values():
    _register(_one)
