"""Addresses that show papers: the list of a year, one paper on the screen, one paper as a file."""

from __future__ import annotations

from dataclasses import dataclass

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from portal.closing.shown import is_open_year
from portal.network.models import Network
from portal.reports.access import can_read_paper, can_write_texts
from portal.reports.background import lines_of, takes_long
from portal.reports.making import paper_now, why_not, words_now
from portal.reports.queries import state_of
from portal.reports.register import DEFINITIONS, PaperDefinition
from portal.reports.routes.doors import bp, for_readers, known_paper, known_year, mending_href
from portal.reports.types import PAPER_KIND_LABELS, Chart, Paper, PaperFormat
from portal.reports.writing.files import MEDIA_TYPES, file_name, paper_file
from portal.reports.writing.paragraphs import paragraphs_of
from portal.web.downloads import download
from portal.web.guards import current_actor
from portal.web.language import in_words
from portal.web.pdf import can_make_pdf


@dataclass(frozen=True)
class Listed:
    """A paper in the list of a year: made, or why there is none."""

    definition: PaperDefinition
    title: str
    refusal: str
    paper: Paper | None


@bp.get("/papers")
@for_readers
def papers(network: Network, year: int) -> ResponseReturnValue:
    """Every paper of a year: what it is for, how it stands, what is missing, its files."""
    known_year(year)
    actor = current_actor()
    return render_template(
        "reports/papers.html",
        listed=[_listed(one, network, year) for one in DEFINITIONS if can_read_paper(actor, one.readers)],
        mending_href=lambda missing: mending_href(missing, network),
        can_write=can_write_texts(actor) and is_open_year(year),
        words=words_now(),
    )


def _listed(definition: PaperDefinition, network: Network, year: int) -> Listed:
    title = in_words(PAPER_KIND_LABELS[definition.kind])
    refusal = why_not(definition, network, year)
    if refusal is not None:
        return Listed(definition, title, in_words(refusal), None)
    if not definition.has_gaps:
        name = PAPER_KIND_LABELS[definition.kind]
        return Listed(definition, title, "", Paper(definition.kind, name, network.name, year, state_of(network), ()))
    return Listed(definition, title, "", paper_now(definition, network, year))


@bp.get("/papers/<kind>")
@for_readers
def paper(network: Network, year: int, kind: str) -> ResponseReturnValue:
    """One paper on the screen, with what is missing first."""
    definition = known_paper(kind, year)
    refusal = why_not(definition, network, year)
    if refusal is not None:
        return _no_paper(definition, in_words(refusal))
    made = paper_now(definition, network, year)
    return render_template(
        "reports/paper.html",
        paper=made,
        definition=definition,
        words=words_now(),
        paragraphs_of=paragraphs_of,
        drawn=_on_the_screen,
        mending_href=lambda missing: mending_href(missing, network),
        can_write=can_write_texts(current_actor()) and is_open_year(year),
        has_texts=bool(definition.parts_for(network, year)),
        can_make_pdf=can_make_pdf(),
    )


def _on_the_screen(chart: Chart) -> Markup:
    return Markup(chart.svg)  # noqa: S704 - drawn by ourselves


@bp.get("/papers/<kind>.<any(pdf, docx, xlsx, csv):ending>")
@for_readers
def paper_as_file(network: Network, year: int, kind: str, ending: str) -> ResponseReturnValue:
    """One paper as a file, of the moment of the data."""
    definition = known_paper(kind, year)
    file_format = PaperFormat(ending)
    if file_format not in definition.formats:
        abort(404)
    refusal = why_not(definition, network, year)
    if refusal is not None:
        return _no_paper(definition, in_words(refusal))
    made, words = paper_now(definition, network, year), words_now()
    if takes_long(made, file_format):
        title = in_words(PAPER_KIND_LABELS[definition.kind])
        return render_template("reports/large.html", title=title, kind=kind, ending=ending, lines=lines_of(made))
    body = paper_file(made, file_format, words)
    if body is None:
        return render_template("reports/no_pdf.html", definition=definition), 503
    return download(body, file_name(made, file_format, words), MEDIA_TYPES[file_format])


def _no_paper(definition: PaperDefinition, why: str) -> ResponseReturnValue:
    title = in_words(PAPER_KIND_LABELS[definition.kind])
    return render_template("reports/no_paper.html", title=title, why=why), 404
