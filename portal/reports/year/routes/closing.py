"""Addresses of closing: the list of what is missing, the closing itself, what was kept, and opening again."""

from __future__ import annotations

from collections.abc import Sequence

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.closing import access, operations, queries, rules
from portal.closing.models import ClosedYear
from portal.closing.types import ChecklistItem
from portal.extensions import db
from portal.foundation.clock import now, today
from portal.foundation.wording import say
from portal.history.overtaking import take_turn
from portal.network.models import Network
from portal.reports.types import PAPER_KIND_LABELS, PaperKind
from portal.reports.year.checklist import YEAR, list_missing
from portal.reports.year.forms import CloseForm, ReopenForm
from portal.reports.year.freezing import CHECKLIST, close_year_of
from portal.reports.year.lists import TITLES
from portal.reports.year.papers import build_papers
from portal.reports.year.routes.doors import bp, for_coordinators, for_readers, known_year, signing_secret
from portal.web.downloads import download
from portal.web.guards import current_actor, insist
from portal.web.language import in_words
from portal.web.remembering import remembered

FINGERPRINTS = "vingerafdrukken.txt"


@bp.route("/closing", methods=["GET", "POST"])
@for_readers
def closing(network: Network, year: int) -> ResponseReturnValue:
    """Before: what is missing, and the button. After: who closed it, what was kept, and how to verify it."""
    known_year(year)
    if request.method == "POST":
        insist(access.can_close_year(current_actor()))
    closings = queries.list_closings(network.id, year)
    if request.method == "GET" and closings and closings[0].reopened_at is None:
        return _closed_page(closings)
    form = CloseForm()
    if form.validate_on_submit() and form.accepts(
        close_year_of,
        network,
        year,
        seen=form.seen.data,
        revision=form.looked_at,
        by=current_actor().name,
        at=now(),
        today=today(),
        secret=signing_secret(),
    ):
        db.session.commit()
        flash(_("%(year)s is afgesloten. De cijfers liggen nu vast.", year=year), "success")
        return redirect(url_for("years.closing", slug=network.slug, year=year))
    return _checklist_page(network, year, form, closings)


def _checklist_page(
    network: Network, year: int, form: CloseForm, closings: Sequence[ClosedYear]
) -> ResponseReturnValue:
    if request.method == "POST":
        db.session.rollback()  # nobody has to wait while this page is drawn
    revision = queries.revision_of(network.id)
    form.revision.data = str(revision)
    items = _items(network, year, revision)
    return render_template(
        "years/close_year.html",
        form=form,
        items=items,
        groups=_groups(items),
        errors=sum(one.count for one in items if one.blocks),
        is_over=today().year > year,
        closings=closings,
        can_close=access.can_close_year(current_actor()),
    ), form.http_status


def _items(network: Network, year: int, revision: int) -> tuple[ChecklistItem, ...]:
    """Reckoned once for a state of the network and a day."""
    key = ("checklist", network.id, revision, g.get("revision"), year, today())
    return remembered(key, lambda: list_missing(network, year, build_papers(network, year), today()))


def _groups(items: Sequence[ChecklistItem]) -> list[tuple[str, list[ChecklistItem]]]:
    """The list paper by paper, the year itself first."""
    found: dict[str, list[ChecklistItem]] = {}
    for one in items:
        found.setdefault(one.about, []).append(one)
    return [(_about(about), found[about]) for about in sorted(found, key=lambda about: (about != YEAR, about))]


def _about(about: str) -> str:
    return _("Het jaar zelf") if about == YEAR else in_words(PAPER_KIND_LABELS[PaperKind(about)])


def _closed_page(closings: Sequence[ClosedYear]) -> ResponseReturnValue:
    held = closings[0]
    return render_template(
        "years/closed_year.html",
        closing=held,
        earlier=closings[1:],
        differences=_differences(closings[1], held) if len(closings) > 1 else (),
        names=_names(held),
        is_signed=rules.is_signed(held.digest, held.signature, signing_secret()),
        is_whole=rules.digest_of_lines((one.kind, one.sha256) for one in held.records) == held.digest,
        can_close=access.can_close_year(current_actor()),
        fingerprints=FINGERPRINTS,
    )


def _names(*closings: ClosedYear) -> dict[str, str]:
    """What each kept file is, in words."""
    words = {f"paper-{kind.value}.json": in_words(label) for kind, label in PAPER_KIND_LABELS.items()}
    words |= {kind: in_words(label) for kind, label in TITLES.items()}
    words[CHECKLIST] = _("Waarschuwingen die mochten blijven")
    return {one.kind: words.get(one.kind, one.kind) for held in closings for one in held.records}


def _differences(before: ClosedYear, after: ClosedYear) -> list[tuple[str, object]]:
    """Paper by paper and list by list what became of it."""
    old, new = ({one.kind: one.sha256 for one in held.records} for held in (before, after))
    names = _names(before, after)
    return [(names[kind], found) for kind, found in rules.compare(old, new).items()]


@bp.get("/closing/<int:closing_id>")
@for_readers
def old_closing(network: Network, year: int, closing_id: int) -> ResponseReturnValue:
    """One closing with everything that was kept of it, also when the year was opened again."""
    held = queries.get_closing(network.id, known_year(year), closing_id)
    if held.reopened_at is None:
        return redirect(url_for("years.closing", slug=network.slug, year=year))
    newer = [one for one in queries.list_closings(network.id, year) if one.id > held.id]
    return render_template(
        "years/closed_year.html",
        closing=held,
        earlier=(),
        differences=_differences(held, newer[-1]) if newer else (),
        names=_names(held),
        is_signed=rules.is_signed(held.digest, held.signature, signing_secret()),
        is_whole=rules.digest_of_lines((one.kind, one.sha256) for one in held.records) == held.digest,
        can_close=access.can_close_year(current_actor()),
        fingerprints=FINGERPRINTS,
    )


@bp.get("/closing/<int:closing_id>/files/<name>")
@for_coordinators
def kept_file(network: Network, year: int, closing_id: int, name: str) -> ResponseReturnValue:
    """A kept paper or list as it was, to the byte; or the list of all fingerprints."""
    held = queries.get_closing(network.id, known_year(year), closing_id)
    if name == FINGERPRINTS:
        text = rules.text_of_lines((one.kind, one.sha256) for one in held.records)
        return download(text.encode(), FINGERPRINTS, "text/plain; charset=utf-8")
    record = queries.find_record(held.id, name) or abort(404)
    kind = "application/json" if name.endswith(".json") else "text/csv; charset=utf-8"
    return download(record.content.encode(), name, kind)


@bp.route("/closing/reopen", methods=["GET", "POST"])
@for_coordinators
def reopen(network: Network, year: int) -> ResponseReturnValue:
    """Open a closed year again, with a reason that stays."""
    take_turn(network)
    insist(access.can_close_year(current_actor()))
    held = queries.find_closing(network.id, known_year(year))
    page = url_for("years.closing", slug=network.slug, year=year)
    form = ReopenForm()
    if held is None and request.method == "GET":
        flash(_("%(year)s is niet afgesloten.", year=year), "notice")
        return redirect(page)
    if held is None:
        form.refuse(say("Iemand anders heeft %(year)s al heropend. Er is niets bewaard.", year=str(year)))
    elif form.validate_on_submit() and form.accepts(
        operations.reopen_year, held, reason=form.reason.data or "", by=current_actor().name, at=now()
    ):
        db.session.commit()
        flash(_("%(year)s is weer open. Wat bewaard was, blijft te lezen.", year=year), "success")
        return redirect(page)
    return render_template("years/reopen.html", form=form, closing=held), form.http_status
