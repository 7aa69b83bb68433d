"""The facts of a network's year out of the database, read once for all papers of a state of the network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from portal.foundation.clock import today
from portal.foundation.finding import Severity
from portal.funding import queries as money
from portal.funding import rules
from portal.funding.facts import choice_of, facts_of_year
from portal.funding.figures import positions_of
from portal.funding.ledgers import grant_facts, part_of_row
from portal.funding.regimes import RegimeLevel, StreamKind, YearLaw, find_stream, law_of_year
from portal.funding.rules.totals import YearTotals
from portal.funding.types import AllocatedPart
from portal.network import queries as networks
from portal.network.models import Network, Partner
from portal.network.rules import check_composition
from portal.network.types import MembershipFacts, NetworkFacts
from portal.plans import queries as plans
from portal.plans.models import Action, Objective, Plan
from portal.plans.shown import parts_of
from portal.plans.types import TargetGroup, Threshold
from portal.reports import queries
from portal.reports.papers.facts import (
    ActionFact,
    ApplicantFact,
    CarrierFact,
    IndicatorFact,
    ObjectiveFact,
    PartnerFact,
    StreamFact,
    YearFacts,
)
from portal.reports.sources.giving import gifts_of, given_by_action, list_given
from portal.reports.sources.loose_ends import count_loose_ends
from portal.reports.sources.spending import Spending, sum_spending
from portal.reports.sources.voices import read_voices

FLEMISH = (StreamKind.DRAWING_RIGHT, StreamKind.COFINANCING)


def year_facts(network: Network, year: int) -> YearFacts:
    """Everything that papers tell of a year; the same facts until the network changes."""
    return queries.read_once(network, ("facts", year, today()), lambda: read_year(network, year))


def read_year(network: Network, year: int) -> YearFacts:
    """The facts, in a fixed number of statements."""
    law = law_of_year(year, money.regime_overrides(), choice_of(network, year))
    partners = networks.list_partners(network.id)
    plan = _plan_of(network.id, year)
    rows = money.list_allocation_rows(network.id, year)
    spending = sum_spending(rows)
    given = list_given(network.id, year)
    by_action = given_by_action(given)
    loose = count_loose_ends(network.id, year)
    totals, planned = _totals(network, year, law, rows, loose.without_stream)
    known = rules.cofinancing_of_year(totals.facts, overrides=law.overrides)
    flemish, federal = law.regime(RegimeLevel.FLEMISH), law.regime(RegimeLevel.FEDERAL)
    return YearFacts(
        year=year,
        today=today(),
        state=queries.state_of(network),
        applicant=_applicant(network),
        regime=flemish.code if flemish else "",
        regime_title=flemish.title if flemish else None,
        has_federal=federal is not None and not federal.is_end,
        **_told_of(plan),
        partners=tuple(_partners(partners, year)),
        composition=_composition(network, partners, year),
        objectives=tuple(_objectives(plan)),
        actions=tuple(_action(one, planned, spending, by_action) for one in _actions(network.id, year)),
        streams=tuple(_streams(law, totals, rows)),
        cofinancing=known[0] if known else None,
        ratio=known[1] if known else None,
        money_findings=tuple(rules.check_year(totals.facts, overrides=law.overrides)),
        expense_findings=tuple(
            one.again for one in money.list_open_findings(network.id, year) if one.severity is Severity.ERROR
        ),
        loose=loose,
        gifts=gifts_of(given),
        voice=read_voices(network.id, year),
        unlinked=spending.spent.get(None, {}),
    )


def _plan_of(network_id: int, year: int) -> Plan | None:
    """The plan of the year; without one, the plan of a period in which the year falls."""
    held = [one for one in plans.list_plans(network_id) if one.first_year <= year <= one.last_year]
    held.sort(key=lambda one: (one.last_year - one.first_year, one.id))
    return held[0] if held else None


def _told_of(plan: Plan | None) -> dict[str, Any]:
    if plan is None:
        return {}
    return {
        "plan_status": plan.status,
        "plan_title": plan.title,
        "plan_introduction": plan.introduction,
        "plan_id": plan.id,
    }


def _applicant(network: Network) -> ApplicantFact:
    return ApplicantFact(
        slug=network.slug,
        name=network.name,
        kind=network.applicant_kind,
        applicant=network.applicant_name,
        municipalities=tuple(queries.list_municipality_names(network.id)),
        note_first_year=network.note_first_year,
        note_last_year=network.note_last_year,
        substitute_reason=network.substitute_reason.strip(),
        supra_local_from=network.supra_local_from,
    )


def _partners(partners: Iterable[Partner], year: int) -> Iterable[PartnerFact]:
    """Members of some day in the year, by name."""
    last = date(year, 12, 31)
    for partner in partners:
        held = [one for one in partner.memberships if one.span.touches_year(year)]
        if held:
            ends = held[-1].ends_on
            until = ends if ends is not None and ends < last else None
            yield PartnerFact(partner.id, partner.name, partner.kind, held[-1].role, held[0].starts_on, until)


def _composition(network: Network, partners: Sequence[Partner], year: int) -> Any:
    """Whether the required partners are there: now in the running year, else on its first or last day."""
    day, now = date(year, 12, 31), today()
    on = now if now.year == year else day if now.year > year else date(year, 1, 1)
    facts = NetworkFacts(
        applicant_kind=network.applicant_kind,
        municipalities=tuple(area.nis for area in network.areas),
        substitute_reason=network.substitute_reason or None,
    )
    members = [
        MembershipFacts(partner.id, partner.name, partner.kind, one.role, one.span)
        for partner in partners
        for one in partner.memberships
    ]
    return tuple(check_composition(facts, members, on))


def _objectives(plan: Plan | None) -> Iterable[ObjectiveFact]:
    rows: Iterable[Objective] = plans.list_objectives_for(plan) if plan is not None else ()
    for one in rows:
        of_period = plan is not None and one.plan_id != plan.id
        yield ObjectiveFact(one.id, one.title, one.kind, one.parent_id, of_period)


def _actions(network_id: int, year: int) -> Sequence[Action]:
    return queries.list_whole_actions(network_id, year)


def _action(one: Action, planned: Any, spending: Spending, given: Any) -> ActionFact:
    nothing: dict[str, int] = {}
    return ActionFact(
        id=one.id,
        title=one.title,
        status=one.status,
        track=one.track,
        category=one.spending_category,
        objective_id=one.objective_id,
        plain=one.plain_sentence,
        description=one.description,
        lead=one.lead_partner.name if one.lead_partner else "",
        carriers=tuple(CarrierFact(part.name, part.role, part.percent, part.is_lead) for part in parts_of(one)),
        thresholds=tuple(Threshold(code) for code in one.thresholds if code in set(Threshold)),
        groups=tuple(TargetGroup(code) for code in one.target_groups if code in set(TargetGroup)),
        months=one.month_numbers,
        place=one.place,
        indicators=tuple(
            IndicatorFact(row.name, row.unit, row.target_group, row.target, row.measured)
            for row in one.indicators
            if not row.is_dropped
        ),
        planned=planned.get(one.id, nothing),
        promised=spending.promised.get(one.id, nothing),
        spent=spending.spent.get(one.id, nothing),
        **({"given": given[one.id]} if one.id in given else {}),
    )


def _totals(network: Network, year: int, law: YearLaw, rows: Sequence[Any], unallocated: int) -> tuple[YearTotals, Any]:
    """The sums of the year, and what is planned of each action."""
    planned: dict[int, dict[str, int]] = {}
    lines = money.list_budget_lines(network.id, year)
    for line in lines:
        planned.setdefault(line.action_id, {})[line.stream] = line.planned_cents
    facts = facts_of_year(
        network,
        year,
        grants=grant_facts(money.list_grants(network.id, year)),
        planned=[AllocatedPart(line.stream, line.planned_cents) for line in lines],
        parts=[part_of_row(row) for row in rows],
        unallocated=unallocated,
        today=today(),
    )
    return rules.totals_of_year(facts, overrides=law.overrides), planned


def _streams(law: YearLaw, totals: YearTotals, rows: Sequence[Any]) -> Iterable[StreamFact]:
    positions = positions_of(
        [(one.stream, one.amount_cents) for one in totals.facts.grants],
        [(one.stream, one.amount_cents) for one in totals.facts.planned],
        [(row.stream, row.stage, row.amount_cents) for row in rows],
        order=tuple(law.streams),
    )
    for position in positions:
        known = law.streams.get(position.stream) or find_stream(position.stream)
        if known is not None:
            is_federal = known.kind is StreamKind.FEDERAL
            yield StreamFact(position, known.label, known.short_label, known.kind in FLEMISH, is_federal)
