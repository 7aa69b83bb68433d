"""The address where people type the texts of a paper."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.history.overtaking import keep_watch, list_newest_changes, take_turn
from portal.network.models import Network
from portal.reports import operations, queries
from portal.reports.access import can_write_texts
from portal.reports.forms import START, form_for
from portal.reports.routes.doors import bp, known_paper
from portal.reports.types import PAPER_KIND_LABELS
from portal.web.guards import current_actor, in_network, insist
from portal.web.language import in_words


@bp.route("/papers/<kind>/texts", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def texts(network: Network, year: int, kind: str) -> ResponseReturnValue:
    """All texts of a paper in one form."""
    definition = known_paper(kind, year)
    insist(can_write_texts(current_actor()))
    parts = definition.parts_for(network, year)
    if not parts or definition.refuse(network, year) is not None:
        abort(404)
    take_turn(network)
    kept_year = definition.text_year_for(network, year)
    rows = queries.list_paper_texts(network.id, kept_year, definition.kind)
    form = form_for(parts)
    for row in rows:
        form.hold(f"{START}{row.part}", row.text)
    keep_watch(form, *rows)
    if form.validate_on_submit() and form.accepts(
        operations.write_texts, network.id, year=kept_year, kind=definition.kind, parts=parts, texts=form.texts
    ):
        db.session.commit()
        flash(_("De teksten zijn bewaard."), "success")
        return redirect(url_for("reports.paper", slug=network.slug, year=year, kind=kind))
    return render_template(
        "reports/texts.html",
        form=form,
        title=in_words(PAPER_KIND_LABELS[definition.kind]),
        kind=kind,
        kept_year=kept_year,
        changes=list_newest_changes(rows),
    ), form.http_status
