"""Addresses of the dossier for the inspection: made beside the pages, or at once for who waits for it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.jobs.operations import ask_job
from portal.network.models import Network
from portal.reports.year.background import DOSSIER_JOB
from portal.reports.year.dossier import PIECE, dossier_name, write_dossier
from portal.reports.year.routes.doors import bp, for_coordinators, known_year
from portal.web.downloads import download
from portal.web.forms import PortalForm
from portal.web.guards import current_actor
from portal.web.language import chosen_language, in_words


@bp.post("/dossier")
@for_coordinators
def make_dossier(network: Network, year: int) -> ResponseReturnValue:
    """Have the dossier made beside the pages."""
    if not PortalForm().validate_on_submit():
        abort(400)
    try:
        asked = ask_job(
            network, DOSSIER_JOB, {"year": known_year(year)}, by=current_actor(), language=chosen_language()
        )
    except RuleBroken as broken:
        flash(in_words(broken.message), "error")
        return redirect(url_for("years.closing", slug=network.slug, year=year))
    db.session.commit()
    return redirect(url_for("jobs.job", slug=network.slug, job_id=asked.id))


@bp.get("/dossier.zip")
@for_coordinators
def dossier(network: Network, year: int) -> ResponseReturnValue:
    """Everything that an inspection asks for in one file; made on disk first, so that it comes whole or not at all."""
    target = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the answer is sent
    try:
        write_dossier(network, known_year(year), target)
    except BaseException:
        target.close()
        raise
    size = target.tell()
    target.seek(0)
    answer = download(_pieces(target), dossier_name(network, year), "application/zip")
    answer.content_length = size
    answer.call_on_close(target.close)
    return answer


dossier.answers_file = True  # type: ignore[attr-defined]  # nobody comes back to it after signing in


def _pieces(source: IO[bytes]) -> Iterator[bytes]:
    with source:
        while piece := source.read(PIECE):
            yield piece
