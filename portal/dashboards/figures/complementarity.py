"""Complementarity as figures: the flow of money, coverage, missed potential, and what ends."""

from __future__ import annotations

from collections.abc import Mapping

from portal.dashboards.complementarity.coverage import (
    COVERAGE_LABELS,
    COVERAGE_MARKS,
    Coverage,
    CoverageState,
)
from portal.dashboards.complementarity.ending import Ending
from portal.dashboards.complementarity.flows import NONE, OTHER, FlowNode, Flows, FlowStage
from portal.dashboards.complementarity.potential import MissedPotential
from portal.dashboards.figures.words import amount, group_label, listed, threshold_label
from portal.dashboards.types import Edge, Figure, FigureKind, Node, Series, Table, Text, Unit
from portal.foundation.wording import Euros, Wording, say
from portal.funding.regimes import StreamKind, all_streams
from portal.funding.regimes.streams import COFINANCING, DRAWING_RIGHT

MONEY_SOURCE = say("Uitgaven en hun toewijzing aan financieringsbronnen in dit portaal.")
PLAN_SOURCE = say("Begroting van de acties in dit portaal.")
MOST_DRAWN = 15
GREY = 5  # the last of the palette
ACTION_SOURCE = say("Drempels en doelgroepen van de acties in dit portaal.")


def money_flow(flows: Flows, year: int, names: Mapping[str, Text], *, planned: bool = False) -> Figure:
    """Money from streams through actions to thresholds; `planned` tells the budget from what was spent."""
    labels = [_node_label(node, names) for node in flows.nodes]
    stages = list(FlowStage)
    return Figure(
        key="flow",
        kind=FigureKind.SANKEY,
        title=_flow_title(flows, year, names, planned),
        unit=Unit.CENTS,
        nodes=tuple(
            Node(label, node.cents, stages.index(node.stage), _colour(node))
            for label, node in zip(labels, flows.nodes, strict=True)
        ),
        edges=tuple(Edge(link.source, link.target, link.cents) for link in flows.links),
        table=Table(
            (say("Van"), say("Naar"), say("Bedrag")),
            tuple((labels[link.source], labels[link.target], amount(link.cents, Unit.CENTS)) for link in flows.links),
            text_columns=2,
        ),
        definition=say(
            "Links staan de bronnen, in het midden de acties, rechts de drempels. Het bedrag van een "
            "actie is gelijk verdeeld over haar drempels, tot op de cent. De kleinste acties staan samen."
        ),
        source=PLAN_SOURCE if planned else MONEY_SOURCE,
    )


def _colour(node: FlowNode) -> int:
    """Every kind of money has a colour of its own, in each year and network; what it pays has the last one."""
    if node.stage is not FlowStage.STREAM:
        return GREY
    if node.key in (DRAWING_RIGHT, COFINANCING):
        return (DRAWING_RIGHT, COFINANCING).index(node.key)
    federal = sorted(stream.code for stream in all_streams() if stream.kind is StreamKind.FEDERAL)
    return 2 + federal.index(node.key) % 3 if node.key in federal else GREY


def _node_label(node: FlowNode, names: Mapping[str, Text]) -> Text:
    if node.stage is FlowStage.STREAM:
        return names.get(node.key, node.key)
    if node.stage is FlowStage.THRESHOLD:
        return threshold_label(node.key)
    if node.key == OTHER:
        return say("%(count)s andere acties", count=node.count)
    return say("zonder actie") if node.key == NONE else node.title


def _flow_title(flows: Flows, year: int, names: Mapping[str, Text], planned: bool) -> Wording:
    if not flows.total_cents:
        empty = say("Voor %(year)s is nog niets begroot.", year=year)
        return empty if planned else say("In %(year)s is nog niets uitgegeven.", year=year)
    last = [node for node in flows.nodes if node.stage is FlowStage.THRESHOLD and node.key != NONE]
    if not last:
        return say("Geen enkele euro van %(year)s hangt aan een drempel.", year=year)
    most = max(last, key=lambda node: node.cents)
    return say(
        "Van elke 100 euro gaat er %(share)s naar de drempel %(threshold)s.",
        share=round(100 * most.cents / flows.total_cents),
        threshold=_node_label(most, names),
    )


def coverage_map(coverage: Coverage) -> Figure:
    """For each threshold and target group whether there is nothing, one action, several, or an overlap."""
    states = list(CoverageState)
    is_bare = all(cell.state is CoverageState.GAP for cell in coverage.cells)
    columns = tuple(group_label(code) for code in coverage.target_groups)
    rows = [(threshold_label(code), coverage.row(code)) for code in coverage.thresholds]
    return Figure(
        key="coverage",
        kind=FigureKind.HEAT,
        title=_coverage_title(coverage),
        labels=() if is_bare else tuple(label for label, _cells in rows),
        columns=columns,
        levels=tuple(COVERAGE_LABELS[state] for state in states),
        marks=tuple(COVERAGE_MARKS[state] for state in states),
        series=tuple(Series(label, tuple(states.index(cell.state) for cell in cells)) for label, cells in rows),
        table=Table(
            (say("Drempel"), *columns),
            tuple((label, *(COVERAGE_LABELS[cell.state] for cell in cells)) for label, cells in rows),
            text_columns=1 + len(columns),
        ),
        definition=say(
            "Geen actie: niets voor deze groep en deze drempel. Meer acties: twee of meer, die elkaar "
            "aanvullen. Overlap: minstens twee acties doen hetzelfde, op dezelfde plaats en in dezelfde "
            "maand, met een andere trekker en zonder afspraak wie wanneer aanvult."
        ),
        source=ACTION_SOURCE,
    )


def _coverage_title(coverage: Coverage) -> Wording:
    if all(cell.state is CoverageState.GAP for cell in coverage.cells):
        return say("Er is nog geen enkele actie met een drempel en een doelgroep.")
    thresholds = [threshold_label(code) for code in coverage.open_thresholds]
    groups = [group_label(code) for code in coverage.open_groups]
    if len(thresholds) == 1:
        return say("Voor de drempel %(threshold)s is er geen enkele actie.", threshold=thresholds[0])
    if thresholds:
        return say("Geen enkele actie voor deze drempels: %(thresholds)s.", thresholds=listed(thresholds))
    if groups:
        return say("Er is geen enkele actie voor %(groups)s.", groups=listed(groups))
    if coverage.overlaps:
        return say(
            "Voor elke drempel is er een actie. Aantal plaatsen met overlap: %(count)s.",
            count=len(coverage.overlaps),
        )
    return say("Voor elke drempel en elke doelgroep is er minstens één actie.")


def missed_by_cluster(missed: MissedPotential, year: int, names: Mapping[str, Text]) -> Figure:
    """What each cluster with money left could have paid of drawing right and own money."""
    title = say("Geen enkele uitgave van %(year)s paste op federaal geld dat over is.", year=year)
    if missed.total_cents:
        title = say("%(amount)s kon met federaal geld betaald worden.", amount=Euros(missed.total_cents))
    return Figure(
        key="missed",
        kind=FigureKind.BARS,
        title=title,
        unit=Unit.CENTS,
        labels=tuple(names.get(code, code) for code, _cents in missed.by_stream),
        series=(Series(say("Kon hier betaald worden"), tuple(cents for _code, cents in missed.by_stream)),)
        if missed.by_stream
        else (),
        table=Table(
            (say("Uitgave"), say("Betaald met"), say("Kon met"), say("Bedrag")),
            tuple(
                (
                    one.description,
                    names.get(one.paid_by, one.paid_by),
                    names.get(one.could_be, one.could_be),
                    amount(one.cents, Unit.CENTS),
                )
                for one in missed.costs
            ),
            text_columns=3,
        ),
        definition=say(
            "Uitgaven met trekkingsrecht of eigen geld die volgens de regels ook met federaal geld konden, "
            "zolang er over is. Van een gemengd publiek telt alleen het deel van de gebruikers."
        ),
        source=MONEY_SOURCE,
    )


def ending_by_action(ending: Ending, year: int) -> Figure:
    """For each action that loses money after a year, what stays and what goes; the smallest ones together."""
    labels, parts = _ending_bars(ending)
    return Figure(
        key="ending",
        kind=FigureKind.STACKED,
        title=_ending_title(ending, year),
        unit=Unit.CENTS,
        labels=labels,
        series=(
            Series(say("Blijft"), tuple(stays for _goes, stays in parts)),
            Series(say("Dit geld valt weg"), tuple(goes for goes, _stays in parts)),
        )
        if parts
        else (),
        table=Table(
            (say("Actie"), say("Dit geld valt weg"), say("Alles samen"), say("Deel dat wegvalt")),
            tuple(
                (
                    one.title,
                    amount(one.ending_cents, Unit.CENTS),
                    amount(one.total_cents, Unit.CENTS),
                    amount(one.share, Unit.SHARE),
                )
                for one in ending.actions
            ),
        ),
        definition=say(
            "Geld van %(year)s uit bronnen die in %(next)s niet meer bestaan. Een actie die alleen van "
            "dat geld leeft, heeft in %(next)s geen geld meer als niemand het vervangt.",
            year=year,
            next=year + 1,
        ),
        source=MONEY_SOURCE,
    )


def _ending_bars(ending: Ending) -> tuple[tuple[Text, ...], list[tuple[int, int]]]:
    """What goes and what stays of each action that is drawn by name, and of the others together."""
    rows = ending.actions
    shown = rows if len(rows) <= MOST_DRAWN + 1 else rows[:MOST_DRAWN]
    others = rows[len(shown) :]
    labels: list[Text] = [one.title for one in shown]
    parts = [(one.ending_cents, one.total_cents - one.ending_cents) for one in shown]
    if others:
        goes = sum(one.ending_cents for one in others)
        labels.append(say("%(count)s andere acties", count=len(others)))
        parts.append((goes, sum(one.total_cents for one in others) - goes))
    return tuple(labels), parts


def _ending_title(ending: Ending, year: int) -> Wording:
    if not ending.total_cents:
        return say("Alle bronnen van %(year)s bestaan ook in %(next)s.", year=year, next=year + 1)
    whole = len(ending.whole_actions)
    if whole == 0:
        return say("In %(next)s valt %(amount)s weg.", next=year + 1, amount=Euros(ending.total_cents))
    if whole == 1:
        return say(
            "In %(next)s valt %(amount)s weg. Eén actie verliest al haar geld.",
            next=year + 1,
            amount=Euros(ending.total_cents),
        )
    return say(
        "In %(next)s valt %(amount)s weg. %(count)s acties verliezen al hun geld.",
        next=year + 1,
        amount=Euros(ending.total_cents),
        count=whole,
    )
