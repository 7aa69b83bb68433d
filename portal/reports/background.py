"""Papers that take long: made by a worker, beside the pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO

from portal.extensions import db
from portal.foundation.actor import Actor
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Wording, say
from portal.jobs.register import register_kind
from portal.jobs.types import AskedJob, MadeFile, Progress
from portal.network.models import Network
from portal.reports.access import can_read_paper
from portal.reports.making import paper_now, why_not, words_now
from portal.reports.register import PaperDefinition, find_definition
from portal.reports.types import PAPER_KIND_LABELS, Block, Bullets, Chart, Facts, Grid, Paper, PaperFormat, PaperKind
from portal.reports.writing.files import MEDIA_TYPES, file_name, paper_file

PAPER_JOB = "paper"
# What a page makes while somebody waits; a PDF takes about a second for each 100 lines.
MOST_LINES = {PaperFormat.PDF: 500, PaperFormat.DOCX: 5_000}
NO_PDF = say("Deze computer kan geen PDF maken. Vraag het DOCX-bestand.")


def lines_of(paper: Paper) -> int:
    """How long a paper is: the rows of its tables and lists, and its other blocks each as one."""
    return sum(map(_lines_of, paper.blocks))


def _lines_of(block: Block) -> int:
    table = block.grid if isinstance(block, Chart) else block
    if isinstance(table, Grid | Facts):
        return len(table.rows)
    return len(table.items) if isinstance(table, Bullets) else 1


def takes_long(paper: Paper, file_format: PaperFormat) -> bool:
    return lines_of(paper) > MOST_LINES.get(file_format, 100_000)


def _definition(parameters: Mapping[str, Any]) -> PaperDefinition | None:
    kind = parameters.get("kind")
    return find_definition(PaperKind(kind)) if kind in set(PaperKind) else None


def _title(parameters: Mapping[str, Any]) -> Wording:
    label = PAPER_KIND_LABELS[PaperKind(parameters["kind"])]
    ending = str(parameters["format"]).upper()
    return say("%(paper)s %(year)s (%(ending)s)", paper=label, year=parameters["year"], ending=ending)


def _may(actor: Actor, parameters: Mapping[str, Any]) -> bool:
    definition = _definition(parameters)
    return definition is not None and can_read_paper(actor, definition.readers)


def make_paper(job: AskedJob, progress: Progress, target: BinaryIO) -> MadeFile:
    """Build the paper and write it; what is read is of one moment."""
    definition, year = _definition(job.parameters), int(job.parameters["year"])
    network = db.session.get_one(Network, job.network_id)
    if definition is None:
        raise RuleBroken(say("Dit papier bestaat niet meer."))
    refusal = why_not(definition, network, year)
    if refusal is not None:
        raise RuleBroken(refusal)
    progress(0, 3, say("We lezen de gegevens van %(year)s.", year=year))
    paper, words = paper_now(definition, network, year), words_now()
    file_format = PaperFormat(job.parameters["format"])
    progress(1, 3, say("We schrijven %(count)s lijnen.", count=lines_of(paper)))
    body = paper_file(paper, file_format, words)
    if body is None:
        raise RuleBroken(NO_PDF)
    target.write(body)
    progress(3, 3, say("We ronden af."))
    return MadeFile(file_name(paper, file_format, words), MEDIA_TYPES[file_format])


register_kind(PAPER_JOB, make_paper, title=_title, may=_may)
