"""The note for the council out of the database, with the two dashboards drawn small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from portal.dashboards.balance import measure_balance
from portal.dashboards.complementarity.coverage import CoverageState
from portal.dashboards.figures.complementarity import coverage_map
from portal.dashboards.figures.partners import carried_by_partner
from portal.dashboards.figures.words import threshold_label
from portal.dashboards.measures import complementarity_of, money_of
from portal.dashboards.queries import YearRows, list_year_rows
from portal.dashboards.svg.figure import svg_figure
from portal.dashboards.types import Figure, FigureKind, Series, Table, Unit
from portal.foundation.wording import Wording, say
from portal.funding.facts import choice_of
from portal.funding.queries import regime_overrides
from portal.funding.regimes import YearLaw, law_of_year
from portal.network.models import Network
from portal.reports import queries
from portal.reports.papers.council_note import PARTS, CouncilDrawings, council_note
from portal.reports.sources.refusals import refuse_empty
from portal.reports.sources.year import year_facts
from portal.reports.types import CellKind, Chart, Column, Grid, Paper, PaperKind
from portal.web.language import in_words

__all__ = ["PARTS", "build", "refuse"]

MOST_PARTNERS = 5
MOST_THRESHOLDS = 6


def build(network: Network, year: int) -> Paper:
    """The note of a year; the drawings are of the same moment."""
    facts = year_facts(network, year)
    texts = queries.texts_of(network, year, PaperKind.COUNCIL_NOTE)
    overrides, choice = regime_overrides(), choice_of(network, year)
    law = law_of_year(year, overrides, choice)
    next_law = law_of_year(year + 1, overrides, choice_of(network, year + 1))
    rows = list_year_rows(network.id, (year,))[year]
    return council_note(facts, texts, CouncilDrawings(_balance(rows), _complementarity(rows, law, next_law)))


def refuse(network: Network, year: int) -> Wording | None:
    return refuse_empty(network, year)


def _balance(rows: YearRows) -> Chart | None:
    """Which share of all actions each partner carries; the smallest ones together."""
    balance = measure_balance(rows.partners, rows.actions, rows.contributions, rows.spending)
    whole = carried_by_partner(balance, rows.year, with_money=False)
    carrying = [one for one in balance.partners if one.actions_carried]
    if not carrying:
        return None
    shown = carrying if len(carrying) <= MOST_PARTNERS + 1 else carrying[:MOST_PARTNERS]
    labels: list[str | Wording] = [one.name for one in shown]
    shares = [float(one.share) for one in shown]
    if len(shown) < len(carrying):
        labels.append(say("%(count)s andere partners", count=len(carrying) - len(shown)))
        shares.append(float(sum(one.share for one in carrying[len(shown) :])))
    return _bars("balance", whole.title, labels, shares, Unit.SHARE, say("Deel van de acties"))


def _complementarity(rows: YearRows, law: YearLaw, next_law: YearLaw) -> Chart | None:
    """For how many groups of people each threshold has an action; the title tells what is missing."""
    positions = money_of(law, rows.grants, rows.budgets, rows.spending)
    streams = frozenset(next_law.streams)
    found = complementarity_of(law, streams, rows.actions, rows.spending, rows.budgets, positions)
    coverage = found.coverage
    reached = Counter(
        {code: sum(cell.state is not CoverageState.GAP for cell in coverage.row(code)) for code in coverage.thresholds}
    )
    if not any(reached.values()):
        return None
    chosen = sorted(coverage.thresholds, key=lambda code: (-reached[code], code))
    best = [code for code in chosen if reached[code]][:MOST_THRESHOLDS]
    labels = [threshold_label(code) for code in best]
    numbers = [reached[code] for code in best]
    title = say("Per drempel: voor hoeveel groepen is er een actie? %(gap)s", gap=coverage_map(coverage).title)
    return _bars("coverage", title, labels, numbers, Unit.COUNT, say("Groepen met een actie"))


def _bars(
    key: str,
    title: Wording,
    labels: Iterable[str | Wording],
    values: Iterable[float],
    unit: Unit,
    name: Wording,
) -> Chart:
    words, numbers = tuple(labels), tuple(values)
    figure = Figure(
        key=key,
        kind=FigureKind.BARS,
        title=title,
        table=Table((), ()),
        definition=title,
        source=title,
        unit=unit,
        labels=words,
        series=(Series(name, numbers),),
    )
    kind = CellKind.SHARE if unit is Unit.SHARE else CellKind.COUNT
    cells = [round(one * 10_000) if unit is Unit.SHARE else int(one) for one in numbers]
    columns = (Column(say("Wie of wat")), Column(name, kind))
    grid = Grid(name, columns, tuple(zip(words, cells, strict=True)), key=key)
    return Chart(title, svg_figure(figure, in_words), grid)
