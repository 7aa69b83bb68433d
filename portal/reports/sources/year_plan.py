"""The action plan and budget of a year out of the database."""

from __future__ import annotations

from portal.foundation.wording import Wording
from portal.network.models import Network
from portal.reports import queries
from portal.reports.papers.year_plan import PARTS, year_plan
from portal.reports.sources.refusals import refuse_empty
from portal.reports.sources.year import year_facts
from portal.reports.types import Paper, PaperKind

__all__ = ["PARTS", "build", "refuse"]


def build(network: Network, year: int) -> Paper:
    return year_plan(year_facts(network, year), queries.texts_of(network, year, PaperKind.YEAR_PLAN))


def refuse(network: Network, year: int) -> Wording | None:
    return refuse_empty(network, year)
