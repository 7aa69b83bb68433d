"""The justification to the Flemish government out of the database."""

from __future__ import annotations

from portal.dashboards.svg.figure import svg_figure
from portal.dashboards.types import Figure, FigureKind, Series, Table, Unit
from portal.foundation.wording import Wording, say
from portal.network.models import Network
from portal.reports import queries
from portal.reports.papers.facts import YearFacts
from portal.reports.papers.justification import PARTS, justification
from portal.reports.sources.refusals import refuse_year
from portal.reports.sources.year import year_facts
from portal.reports.types import Paper, PaperKind
from portal.web.language import in_words

__all__ = ["PARTS", "build", "refuse"]


def build(network: Network, year: int) -> Paper:
    """The paper of a year, with the chart in the reader's language."""
    facts = year_facts(network, year)
    texts = queries.texts_of(network, year, PaperKind.JUSTIFICATION)
    return justification(facts, texts, svg_figure(_planned_and_spent(facts), in_words))


def refuse(network: Network, year: int) -> Wording | None:
    return refuse_year(network, year)


def _planned_and_spent(facts: YearFacts) -> Figure:
    """Planned and spent money of each stream, side by side."""
    streams = facts.used_streams
    title = say("Gepland en uitgegeven in %(year)s, per bron", year=facts.year)
    return Figure(
        key="planned-and-spent",
        kind=FigureKind.BARS,
        title=title,
        table=Table((), ()),
        definition=title,
        source=title,
        unit=Unit.CENTS,
        labels=tuple(one.label for one in streams),
        series=(
            Series(say("Gepland"), tuple(one.position.planned_cents for one in streams)),
            Series(say("Uitgegeven"), tuple(one.position.spent_cents for one in streams)),
        ),
    )
