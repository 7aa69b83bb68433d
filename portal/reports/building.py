"""A paper as the figures are now, with what the network asks of every paper that accounts for money."""

from __future__ import annotations

from dataclasses import replace

from portal.foundation.wording import say
from portal.funding.awaiting import count_unapproved
from portal.network.models import Network
from portal.reports.register import PaperDefinition
from portal.reports.types import Missing, Paper, PaperKind

OF_MONEY = frozenset({PaperKind.JUSTIFICATION, PaperKind.FEDERAL_REPORT, PaperKind.EVIDENCE})


def build_paper(definition: PaperDefinition, network: Network, year: int) -> Paper:
    """Papers that account for money wait for the second pair of eyes, in a network that wants four."""
    paper = definition.build(network, year)
    count = count_unapproved(network, year) if paper.kind in OF_MONEY else 0
    if not count:
        return paper
    where = ("funding.approvals", (("year", year),))
    sentence = (
        say("Eén uitgave is nog niet goedgekeurd door iemand anders.")
        if count == 1
        else say("%(count)s uitgaven zijn nog niet goedgekeurd door iemand anders.", count=count)
    )
    return replace(paper, missing=(*paper.missing, Missing(sentence, count, True, *where)))
