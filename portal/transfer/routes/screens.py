"""The pages of one file: the preview, the bar, how it ended, and that it is gone."""

from __future__ import annotations

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from portal.network.models import Network
from portal.transfer import left_out, operations, uploads
from portal.transfer.forms import ColumnsForm, RowsForm, UploadForm
from portal.transfer.languages import reader_languages
from portal.transfer.lists import LISTINGS
from portal.transfer.models import Upload, UploadState
from portal.transfer.reading_once import Look
from portal.transfer.routes.doors import page_of_list, place_of, upload_folder
from portal.transfer.shown import RowsAsked, page_of_rows
from portal.transfer.types import UnreadableFile
from portal.transfer.uploads import Part, Progress
from portal.web.paging import asked_page


def look_at(network: Network, found: Upload) -> Look:
    """What the file says now; raises UnreadableFile when it is no longer kept."""
    return operations.look_at_upload(
        found, place=place_of(network, found.year), languages=reader_languages(), folder=upload_folder()
    )


def preview_page(
    found: Upload, look: Look, *, form: Any = None, columns_form: Any = None, status: int = 200
) -> ResponseReturnValue:
    """Every row with what it says and what was found."""
    preview, choice = look.preview, left_out.read_choice(upload_folder(), found.token)
    asked = RowsAsked.of(request.args.get("show", ""))
    if status != 200 and preview.wrong_numbers:
        asked = RowsAsked.WRONG  # whoever was refused sees at once what is still wrong
    if form is None:
        form = RowsForm(formdata=None, leave_out=choice.everything, take_all=look.taken.everything)
    if columns_form is None:
        columns_form = ColumnsForm.of_file(preview.offered, preview.headings, preview.match)(formdata=None)
    return render_template(
        "transfer/preview.html",
        upload=found,
        listing=LISTINGS[found.listing],
        place=look.place,
        preview=preview,
        choice=choice,
        taken=look.taken,
        left_out_count=sum(choice.covers(number) for number in preview.wrong_numbers),
        asked=asked,
        page=page_of_rows(preview, asked, asked_page(), look.languages),
        form=form,
        columns_form=columns_form,
        is_cut_off=operations.is_cut_off(found, upload_folder()),
        back=page_of_list(found.listing, found.year),
    ), status


def gone_page(network: Network, found: Upload, refused: UnreadableFile) -> ResponseReturnValue:
    """The file is no longer kept: choose it again."""
    form = UploadForm(formdata=None)
    form.refuse(refused.message)
    return render_template(
        "transfer/read_in.html",
        form=form,
        listing=LISTINGS[found.listing],
        place=place_of(network, found.year),
        back=page_of_list(found.listing, found.year),
    ), 410


def saving_page(found: Upload) -> ResponseReturnValue:
    """The bar; the page asks again by itself, also without JavaScript."""
    return render_template(
        "transfer/saving.html",
        upload=found,
        told=uploads.read_progress(upload_folder(), found.token) or Progress(0, found.total_rows),
        back=page_of_list(found.listing, found.year),
    )


def ended_page(found: Upload) -> ResponseReturnValue:
    """How it ended: saved, with the rows that were left out, or thrown away."""
    return render_template(
        "transfer/ended.html",
        upload=found,
        listing=LISTINGS[found.listing],
        back=page_of_list(found.listing, found.year),
        can_mend=found.state is UploadState.DONE
        and uploads.read(upload_folder(), found.token, Part.LEFT_OUT) is not None,
    )
