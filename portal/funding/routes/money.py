"""The money of a year on one page: granted, planned, committed, spent, justified and left, side by side."""

from __future__ import annotations

from collections import Counter
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from portal.closing.shown import is_open_year
from portal.foundation.clock import today
from portal.funding import access, calculators, queries, rules
from portal.funding.drawing_rights import counting_day, is_asked, rights_of_year
from portal.funding.facts import facts_of_year
from portal.funding.figures import money_lines, owner_lines, total_line
from portal.funding.ledgers import grant_facts, part_of_row
from portal.funding.regimes import RegimeLevel, deadlines_of_year
from portal.funding.routes.doors import bp, for_readers, known_year, law_for, remembered_body, streams_with_words
from portal.funding.types import AllocatedPart
from portal.network.models import Network
from portal.network.municipalities import display_name
from portal.network.queries import list_areas
from portal.web.forms import tidy
from portal.web.guards import current_actor

LONGEST = 20


@bp.get("/networks/<slug>/<int:year>/money")
@for_readers
def money(network: Network, year: int) -> ResponseReturnValue:
    """What there is, what is promised, what is spent, and what the rules say of it."""
    known_year(year)
    body = remembered_body(network, lambda: _body(network, year))
    return render_template(
        "funding/money.html", body=body, can_book=access.can_book(current_actor()) and is_open_year(year)
    )


@bp.get("/networks/<slug>/<int:year>/money/drawing-right")
@for_readers
def drawing_right(network: Network, year: int) -> ResponseReturnValue:
    """What each municipality of the network may expect, from counts in the address; nothing is kept."""
    known_year(year)
    areas = [area.nis for area in list_areas(network)]
    typed = {name: tidy(value)[:LONGEST] for name, value in request.args.items() if is_asked(name)}
    found = rights_of_year(areas, law_for(network, year), typed)
    return render_template(
        "funding/drawing_right.html",
        found=found,
        display_name=display_name,
        counting_day=counting_day(year),
    )


def _body(network: Network, year: int) -> str:
    law = law_for(network, year)
    overrides = law.overrides
    grants = queries.list_grants(network.id, year)
    rows = queries.list_allocation_rows(network.id, year)
    planned = queries.sum_budget(network.id, year)
    sums = _sums(rows)
    words = streams_with_words(law, [*planned, *(grant.stream for grant in grants), *(row[0] for row in sums)])
    facts = facts_of_year(
        network,
        year,
        grants=grant_facts(grants),
        planned=[AllocatedPart(stream, cents) for stream, cents in planned.items()],
        parts=[part_of_row(row) for row in rows],
        unallocated=queries.count_unallocated(network.id, year),
        today=today(),
    )
    lines = money_lines(words, grants, planned, sums)
    return render_template(
        "funding/_money_body.html",
        lines=lines,
        total=total_line(lines),
        owners=owner_lines(words, grants, sums),
        findings=rules.check_year(facts, overrides=overrides),
        cofinancing=rules.cofinancing_of_year(facts, overrides=overrides),
        regimes=law.regimes,
        federal=law.regime(RegimeLevel.FEDERAL),
        federal_codes=calculators.federal_codes(law),
        deadlines=deadlines_of_year(year, overrides, choice=law.choice),
        drawing_right=calculators.estimate_drawing_right(_typed("dr-"), law),
        knows_federal_key=calculators.knows_federal_key(law),
        federal_amount=calculators.estimate_federal(_typed("fed-"), law),
        staff=calculators.staff_costs(_typed("staff-"), law),
        typed=calculators.known_figures(law, "dr-")
        | calculators.known_figures(law, "fed-")
        | {name: tidy(value)[:LONGEST] for name, value in request.args.items()},
        can_book=access.can_book(current_actor()) and is_open_year(year),
    )


def _sums(rows: Any) -> list[Any]:
    """Cents per stream, owner and stage."""
    added: Counter[Any] = Counter()
    for row in rows:
        added[row.stream, row.owner, row.stage] += row.amount_cents
    return [(*key, cents) for key, cents in added.items()]


def _typed(prefix: str) -> dict[str, str]:
    """What the reader typed in one of the calculators; the address carries it, nothing is kept."""
    return {
        name.removeprefix(prefix): tidy(value)[:LONGEST]
        for name, value in request.args.items()
        if name.startswith(prefix)
    }
