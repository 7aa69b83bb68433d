"""Addresses of the federal report beside its paper: choices per measure, and a sheet beside the portal."""

from __future__ import annotations

from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.closing.shown import is_open_year
from portal.extensions import db
from portal.foundation.actor import Role
from portal.funding.access import can_book, can_see_money
from portal.funding.cooperations import operations, queries
from portal.funding.cooperations.forms import MethodForm
from portal.funding.cooperations.types import FEW_LINES, ReportMethod
from portal.funding.federal.comparing import STANDING_LABELS, Standing
from portal.funding.proofs import plain_filename
from portal.funding.regimes.measures import WITH_LUMP_SUM, WITH_STAFF, Measure, measures_of
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network
from portal.reports.federal.comparison import Comparison, comparison_of
from portal.reports.routes.doors import bp, for_readers, known_year
from portal.reports.sources.federal_report import law_for, read_federal_facts, refusal_under, refuse
from portal.transfer import access
from portal.transfer import operations as transfer
from portal.transfer import queries as uploads
from portal.transfer.forms import UploadForm
from portal.transfer.languages import reader_languages
from portal.transfer.lists import LISTINGS, Place
from portal.transfer.models import Upload, UploadState
from portal.transfer.routes.doors import place_of, upload_folder
from portal.transfer.types import LIMITS, UnreadableFile
from portal.web.guards import current_actor, in_network, insist
from portal.web.paging import PAGE_SIZE, asked_page

LISTING = "federal-report"
MEASURES = ", ".join(repr(measure.value) for measure in Measure)

for_keepers = in_network(Role.COORDINATOR)


@bp.get("/federal-report")
@for_readers
def federal_report(network: Network, year: int) -> ResponseReturnValue:
    """The measures of a year: how each is justified, how many lines, which staff costs, and what to do next."""
    insist(can_see_money(current_actor()))
    law = law_for(network, known_year(year))
    refused = refusal_under(law)
    facts = None if refused else read_federal_facts(network, year, law)
    return render_template(
        "reports/federal_report.html",
        refused=refused,
        facts=facts,
        few=FEW_LINES,
        may_change=can_book(current_actor()) and is_open_year(year),
        may_compare=can_book(current_actor()),
        methods=ReportMethod,
    )


@bp.route(f"/federal-report/<any({MEASURES}):measure>/choose", methods=["GET", "POST"])
@for_keepers
def choose_method(network: Network, year: int, measure: str) -> ResponseReturnValue:
    """Choose how a measure is justified, and whether staff costs are asked."""
    insist(can_book(current_actor()))
    law, chosen = law_for(network, known_year(year)), Measure(measure)
    if chosen not in measures_of(law):
        abort(404)
    take_turn(network)
    held = queries.list_choices(network.id, year).get(chosen)
    form = MethodForm(obj=held)
    form.offer()
    if chosen not in WITH_STAFF:
        del form.wants_staff
    if chosen not in WITH_LUMP_SUM:
        del form.requested_cents
    if held is not None:
        keep_watch(form, held)
    back = url_for("reports.federal_report", slug=network.slug, year=year)
    if form.validate_on_submit() and form.accepts(
        operations.choose_method,
        network,
        year=year,
        measure=chosen,
        method=ReportMethod(form.method.data),
        wants_staff=bool(form.wants_staff.data) if form.wants_staff else False,
        requested_cents=form.requested_cents.data if form.requested_cents else None,
        law=law,
        choice=held,
    ):
        db.session.commit()
        flash(_("Je keuze is bewaard."), "success")
        return redirect(back)
    return render_template("reports/choose_method.html", form=form, measure=chosen, back=back), form.http_status


@bp.route("/federal-report/compare", methods=["GET", "POST"])
@for_keepers
def compare_sheet(network: Network, year: int) -> ResponseReturnValue:
    """Choose a sheet that was reported, to put it beside what is in the portal."""
    insist(access.can_import(current_actor()))
    place, form = place_of(network, year), UploadForm()
    back = url_for("reports.federal_report", slug=network.slug, year=year)
    refused = refuse(network, year)
    if refused is not None:
        return render_template("reports/federal_report.html", refused=refused, facts=None, may_change=False), 404
    status = 200
    if form.is_submitted():
        status = 422
        if form.validate():
            upload, status = _keep(form, place)
            if upload is not None:
                db.session.commit()
                return redirect(url_for("reports.comparison", slug=network.slug, year=year, upload_id=upload.id))
    return render_template("reports/compare_sheet.html", form=form, back=back), status


def _keep(form: Any, place: Place) -> tuple[Upload | None, int]:
    sent = form.file.data
    data, filename = sent.stream.read(LIMITS.file_bytes + 1), plain_filename(sent.filename or "")
    sent.close()
    try:
        table = LISTINGS[LISTING].read(place, data, filename, reader_languages())
        return transfer.keep_upload(
            place,
            listing=LISTING,
            filename=filename,
            data=data,
            folder=upload_folder(),
            account_id=current_user.id,
            table=table,
        ), 200
    except UnreadableFile as refused:
        form.refuse(refused.message, "file")
        return None, 413 if len(data) > LIMITS.file_bytes else 422


@bp.get("/federal-report/comparison/<int:upload_id>")
@for_keepers
def comparison(network: Network, year: int, upload_id: int) -> ResponseReturnValue:
    """A sheet line by line beside the portal; nothing is saved here."""
    insist(access.can_import(current_actor()))
    place, upload = place_of(network, year), uploads.get_upload(network.id, upload_id)
    if upload.listing != LISTING:
        abort(404)
    if upload.state is UploadState.DISCARDED or upload.year != year:
        return redirect(url_for("reports.compare_sheet", slug=network.slug, year=year))
    try:
        look = transfer.look_at_upload(upload, place=place, languages=reader_languages(), folder=upload_folder())
    except UnreadableFile as refused:
        form = UploadForm(formdata=None)
        form.refuse(refused.message)
        back = url_for("reports.federal_report", slug=network.slug, year=year)
        return render_template("reports/compare_sheet.html", form=form, back=back), 410
    if not look.preview.is_readable:  # point out the columns first
        return redirect(url_for("transfer.upload", slug=network.slug, upload_id=upload.id))
    found: Comparison = comparison_of(network, law_for(network, year), look.preview)
    page = found.page(asked_page(), PAGE_SIZE)
    return render_template(
        "reports/comparison.html",
        upload=upload,
        found=found,
        page=page,
        preview=look.preview,
        standings=list(STANDING_LABELS.items()),
        only_sheet=Standing.ONLY_SHEET,
    )
