"""What the federal yearly report reads: lines, grants, choices, cooperations and agreements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from portal.foundation.clock import now, today
from portal.foundation.finding import Finding, most_serious_first
from portal.foundation.wording import Wording, say
from portal.funding import queries as funding
from portal.funding import rules
from portal.funding.cooperations import queries as cooperations
from portal.funding.cooperations.gathering import facts_of_cooperation, own_nis
from portal.funding.cooperations.types import CooperationFacts
from portal.funding.facts import choice_of
from portal.funding.federal.lines import SHEET_NAMES, ReportLine
from portal.funding.federal.reading import counts_imputation, lines_of, list_rows
from portal.funding.ledgers import grant_facts, part_of_row
from portal.funding.outsourced import federal_codes, list_outsourced
from portal.funding.regimes import RegimeLevel, SettingKey, YearLaw, law_of_year, spending_period
from portal.funding.regimes.measures import MEASURE_STREAMS, Measure, measures_of
from portal.funding.rules.cooperation import check_cooperation
from portal.funding.rules.found import cents_setting
from portal.funding.rules.staff_reasoning import cluster_staff, lump_sum_in
from portal.funding.types import SPENT_STAGES, ExpenseKind, YearFacts
from portal.network.models import Network
from portal.reports.federal.facts import Category, FederalFacts, MeasureReport
from portal.reports.papers.federal_report import write_federal_report
from portal.reports.types import DataState, Paper
from portal.transfer.queries import get_revision

BEFORE = say("Er is geen federaal jaarverslag van %(year)s. De federale toelage begon in 2003.")
AFTER = say("Er is geen federaal jaarverslag van %(year)s. %(regime)s sinds %(since)s. Bron: %(source)s")
NO_REGIME = say("Geen federale toelage")
NO_MONEY = say("Er is geen federaal jaarverslag van %(year)s: in dat jaar geldt geen federale toelage.")


def law_for(network: Network, year: int) -> YearLaw:
    return law_of_year(year, funding.regime_overrides(), choice_of(network, year))


def refuse(network: Network, year: int) -> Wording | None:
    """Why a year has no federal report, or None."""
    return refusal_under(law_for(network, year))


def refusal_under(law: YearLaw) -> Wording | None:
    """The same, for whoever read already what rules the year."""
    year = law.year
    if measures_of(law):
        return None
    if year < 2003:
        return say(BEFORE.msgid, year=year)
    regime = law.regime(RegimeLevel.FEDERAL)
    if regime is None:
        return say(NO_MONEY.msgid, year=year)
    return say(AFTER.msgid, year=year, regime=regime.title, since=regime.first_year, source=regime.source)


def build(network: Network, year: int) -> Paper:
    return write_federal_report(read_federal_facts(network, year))


def read_federal_facts(network: Network, year: int, law: YearLaw | None = None) -> FederalFacts:
    """Everything of the report; the number of statements does not grow with the lines."""
    law = law or law_for(network, year)
    rows = list_rows(network.id, year, federal_codes(law))
    lines = lines_of(rows, law)
    grants = [one for one in funding.list_grants(network.id, year) if one.stream in law.streams]
    federal = set(federal_codes(law))
    staff = Counter[str]()
    for row in rows:
        if row.kind is ExpenseKind.STAFF and row.stage in SPENT_STAGES:
            staff[row.stream] += row.amount_cents
    granted = Counter[str]()
    for grant in grants:
        if grant.stream in federal:
            granted[grant.stream] += grant.amount_cents
    held = _cooperations(network, year, granted, lines)
    measures = _measures(network, law, lines, granted, staff, held)
    said = _said_of_year(law, [one for one in grants if one.stream in federal], rows)
    said += [
        _about(measure.cooperation.title, one)
        for measure in measures
        if measure.wants_staff and measure.cooperation is not None
        for one in check_cooperation(measure.cooperation, law)
    ]
    said += [
        _about(work.agreement.title, one)
        for work in list_outsourced(network.id, year, law, today())
        for one in work.findings
    ]
    regime = law.regime(RegimeLevel.FEDERAL)
    return FederalFacts(
        network=network.name,
        applicant=network.applicant_name,
        year=year,
        regime=regime.title if regime else NO_REGIME,
        source=regime.source if regime else "",
        period=spending_period(federal_codes(law)[0], year),
        state=DataState(now(), get_revision(network.id)),
        measures=measures,
        stream_labels={code: law.streams[code].label for code in federal},
        pc_cap_cents=cents_setting(law, SettingKey.RECYCLED_PC_CAP),
        not_booked=len({row.id for row in rows if row.stage not in SPENT_STAGES}),
        findings=tuple(most_serious_first(list(dict.fromkeys(said)))),
        is_year_between=year == 2009,
        counts_imputation=counts_imputation(law),
    )


def _cooperations(
    network: Network, year: int, granted: Mapping[str, int], lines: Sequence[ReportLine]
) -> dict[Measure, CooperationFacts]:
    spent = Counter[str]()
    for line in lines:
        spent[line.stream] += line.amount_cents
    held = cooperations.list_cooperations(network.id, year)
    own = own_nis(network) if held else None
    return {one.measure: facts_of_cooperation(one, own=own, granted=granted, justifiable=spent) for one in held}


def _measures(
    network: Network,
    law: YearLaw,
    lines: Sequence[ReportLine],
    granted: Mapping[str, int],
    staff: Mapping[str, int],
    held: Mapping[Measure, CooperationFacts],
) -> tuple[MeasureReport, ...]:
    by_stream: dict[str, list[ReportLine]] = defaultdict(list)
    for line in lines:
        by_stream[line.stream].append(line)
    choices = cooperations.list_choices(network.id, law.year)
    found = []
    for measure in measures_of(law):
        streams = [code for code in MEASURE_STREAMS[measure] if code in law.streams]
        categories = tuple(
            Category(code, law.streams[code].label, SHEET_NAMES[code], tuple(by_stream[code])) for code in streams
        )
        amounts = [granted[code] for code in streams if code in granted]
        choice, cooperation = choices.get(measure), held.get(measure)
        report = MeasureReport(
            measure=measure,
            categories=categories,
            granted_cents=sum(amounts) if amounts else None,
            method=choice.method if choice else None,
            wants_staff=bool(choice and choice.wants_staff),
            booked_staff_cents=sum(staff.get(code, 0) for code in streams),
            cooperation=cooperation,
        )
        own = next((one for one in cooperation.centres if one.is_own), None) if cooperation else None
        requested = own.requested_cents if own else (choice.requested_cents if choice else None)
        found.append(_with_staff(report, law, granted, staff, requested))
    return tuple(found)


def _with_staff(
    report: MeasureReport,
    law: YearLaw,
    granted: Mapping[str, int],
    staff: Mapping[str, int],
    requested_cents: int | None,
) -> MeasureReport:
    if report.granted_cents is None:
        return report
    if report.measure is Measure.CLUSTERS:
        base = {one.stream: granted.get(one.stream, 0) for one in report.categories}
        return replace(report, clusters=cluster_staff(law, base, staff, report.accepted_cents))
    if report.measure is Measure.RECYCLED_PCS:
        return report
    together = report.cooperation is not None and len(report.cooperation.centres) > 1
    pooled = report.cooperation.granted_cents if report.cooperation is not None and together else None
    return replace(
        report,
        staff=lump_sum_in(
            law, report.granted_cents, report.amount_cents, pooled_cents=pooled, requested_cents=requested_cents
        ),
    )


def _said_of_year(law: YearLaw, grants: Sequence[Any], rows: Sequence[Any]) -> list[Finding]:
    """What the rules say of the federal money of the year."""
    facts = YearFacts(
        law.year, grants=grant_facts(grants), parts=tuple(map(part_of_row, rows)), today=_today_of(law.year)
    )
    found = rules.check_year(facts, overrides=law.overrides)
    return [one for one in found if one.rule not in SAID_BESIDE and not one.rule.startswith("FL-")]


# The report says itself what is not used, and does so with the staff costs that are asked.
SAID_BESIDE = frozenset({"FED-PAY-3", "FED-STAFF-3", "FED-STAFF-4", "FED-STAFF-7"})


def _about(title: str, one: Finding) -> Finding:
    """A finding with the name of the agreement that it is about."""
    return replace(one, sentence=say("%(title)s: %(sentence)s", title=title, sentence=one.sentence))


def _today_of(year: int) -> date | None:
    return today() if today().year >= year else None
