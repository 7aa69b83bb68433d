"""The measures as the read API answers them: plain values, euros as strings with two decimals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from portal.dashboards.balance import Balance, GroupBalance, PartnerBalance
from portal.dashboards.complementarity.flows import FlowNode
from portal.dashboards.measures import Complementarity
from portal.dashboards.money import StreamPosition
from portal.foundation.finding import Finding
from portal.foundation.money import euros_text
from portal.foundation.wording import Wording

Answer = dict[str, Any]
Words = Callable[[Wording], str]


def hours(minutes: int) -> float:
    return round(minutes / 60, 2)


def balance_answer(balance: Balance) -> Answer:
    """The balance of a year; shares from 0 to 1, `evenness` None with fewer than two partners or no work."""
    largest = balance.largest_share
    return {
        "partners": [_partner(one) for one in balance.partners],
        "evenness": None if balance.evenness is None else round(balance.evenness, 6),
        "largest_share": None if largest is None else round(float(largest.share), 6),
        "largest_share_of": [] if largest is None else list(largest.partners),
        "without_action": [one.name for one in balance.without_action],
        "by_sector": [_group(one) for one in balance.by_sector],
        "by_threshold": [_group(one) for one in balance.by_threshold],
        "by_track": [_group(one) for one in balance.by_track],
        "by_place": [_group(one) for one in balance.by_place],
    }


def _partner(one: PartnerBalance) -> Answer:
    return {
        "partner": one.name,
        "sector": one.sector,
        "actions_led": one.actions_led,
        "actions_carried": round(float(one.actions_carried), 6),
        "hours": hours(one.effort.minutes),
        "euros": euros_text(one.effort.euros_cents),
        "goods": euros_text(one.effort.goods_cents),
        "people_reached": one.effort.people_reached,
        "share": round(float(one.share), 6),
    }


def _group(one: GroupBalance) -> Answer:
    return {
        "key": one.key,
        "actions": round(float(one.actions), 6),
        "share": round(float(one.share), 6),
        "hours": hours(one.effort.minutes),
        "euros": euros_text(one.effort.euros_cents),
        "people_reached": one.effort.people_reached,
    }


def complementarity_answer(found: Complementarity, titles: Mapping[int, str]) -> Answer:
    """Flows, coverage, gaps, overlaps and what other money could have paid."""
    return {
        "flows": _flows(found),
        "coverage": [
            {
                "threshold": cell.threshold,
                "target_group": cell.target_group,
                "state": cell.state.value,
                "actions": [titles.get(key, "") for key in cell.action_ids],
            }
            for cell in found.coverage.cells
        ],
        "gaps": [{"threshold": cell.threshold, "target_group": cell.target_group} for cell in found.coverage.gaps],
        "overlaps": _same_costs(found) + _same_needs(found),
        "ladders": [[step.title for step in ladder.steps] for ladder in found.ladders],
        "missed_potential": _missed(found),
        "ending": {
            "total": euros_text(found.ending.total_cents),
            "streams": _amounts(found.ending.streams),
            "actions": [{"action": one.title, "euros": euros_text(one.ending_cents)} for one in found.ending.actions],
        },
    }


def _flows(found: Complementarity) -> list[Answer]:
    nodes = found.flows.nodes
    return [
        {"from": _node(nodes[link.source]), "to": _node(nodes[link.target]), "euros": euros_text(link.cents)}
        for link in found.flows.links
    ]


def _same_costs(found: Complementarity) -> list[Answer]:
    return [
        {
            "kind": "same_cost",
            "expenses": list(one.numbers),
            "description": one.description,
            "double": euros_text(one.double_cents),
        }
        for one in found.same_costs
    ]


def _same_needs(found: Complementarity) -> list[Answer]:
    return [
        {
            "kind": "same_need",
            "actions": [one.first.title, one.second.title],
            "thresholds": list(one.thresholds),
            "target_groups": list(one.target_groups),
            "place": one.place,
            "months": list(one.months),
        }
        for one in found.same_needs
    ]


def _missed(found: Complementarity) -> Answer:
    return {
        "total": euros_text(found.missed.total_cents),
        "streams": _amounts(found.missed.by_stream),
        "costs": [
            {
                "expense": cost.number,
                "description": cost.description,
                "paid_by": cost.paid_by,
                "could_be": cost.could_be,
                "euros": euros_text(cost.cents),
            }
            for cost in found.missed.costs
        ],
    }


def _amounts(by_stream: Iterable[tuple[str, int]]) -> list[Answer]:
    return [{"stream": code, "euros": euros_text(cents)} for code, cents in by_stream]


def _node(node: FlowNode) -> Answer:
    return {"kind": node.stage.value, "key": node.key, "title": node.title}


def funding_answer(
    positions: Iterable[StreamPosition], findings: Iterable[Finding], words: Words, source: Callable[[str], str] = str
) -> Answer:
    """The money of a year and what the rulebook says of it, in the reader's language."""
    return {
        "streams": [
            {
                "stream": one.stream,
                "granted": euros_text(one.granted_cents),
                "planned": euros_text(one.planned_cents),
                "committed": euros_text(one.committed_cents),
                "spent": euros_text(one.spent_cents),
                "justified": euros_text(one.justified_cents),
                "left": euros_text(one.left_cents),
                "spend_by": one.spend_by.isoformat() if one.spend_by else None,
            }
            for one in positions
        ],
        "findings": [
            {
                "rule": one.rule,
                "severity": one.severity.value,
                "message": words(one.sentence),
                "source": source(one.source),
                "certainty": one.certainty.value,
            }
            for one in findings
        ],
    }
