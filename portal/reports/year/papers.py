"""The papers of a year when it is closed: which ones are kept, and how a kept one is read again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from portal.closing.queries import find_kept
from portal.closing.types import Closure, KeptRecord
from portal.foundation.clock import in_brussels
from portal.foundation.wording import Day, say
from portal.network.models import Network
from portal.reports.building import build_paper
from portal.reports.records import paper_from, paper_record
from portal.reports.register import DEFINITIONS, PaperDefinition
from portal.reports.types import Paper, PaperKind, Remark
from portal.reports.year.lists import json_text

# Papers that tell of a year; the handover tells of today, and is made anew every time.
OF_A_YEAR = frozenset(PaperKind) - {PaperKind.HANDOVER}


def definitions_of(network: Network, year: int) -> tuple[PaperDefinition, ...]:
    """The papers that this year of the network has."""
    return tuple(one for one in DEFINITIONS if one.kind in OF_A_YEAR and one.refuse(network, year) is None)


def build_papers(network: Network, year: int) -> tuple[Paper, ...]:
    """All of them, out of the figures of this moment."""
    return tuple(build_paper(one, network, year) for one in definitions_of(network, year))


def kind_of_record(kind: PaperKind) -> str:
    return f"paper-{kind.value}.json"


def kept_paper(paper: Paper) -> KeptRecord:
    return KeptRecord(kind_of_record(paper.kind), json_text(paper_record(paper)))


def read_kept(content: str, closure: Closure) -> Paper:
    """A kept paper, with on top that its year is closed."""
    paper = paper_from(json.loads(content))
    return replace(paper, blocks=(_told(closure), *paper.blocks))


def _told(closure: Closure) -> Remark:
    return Remark(
        say(
            "Afgesloten op %(day)s door %(by)s. De cijfers van %(year)s liggen vast sinds die dag.",
            day=Day(in_brussels(closure.closed_at).date()),
            by=closure.closed_by,
            year=str(closure.year),
        )
    )


def without_closing(paper: Paper, closures: Iterable[Closure]) -> Paper:
    """The paper as it was kept: what is told on top of it since its year was closed is no part of its content."""
    told = [_told(one) for one in closures if one.year == paper.year]
    return replace(paper, blocks=paper.blocks[1:]) if paper.blocks and paper.blocks[0] in told else paper


def find_frozen_paper(network_id: int, year: int, kind: PaperKind) -> Paper | None:
    """The paper as it was when the year was closed; None while the year is open, or for a paper that was not kept."""
    found = find_kept(network_id, year, kind_of_record(kind))
    return read_kept(found[1], found[0]) if found is not None else None
