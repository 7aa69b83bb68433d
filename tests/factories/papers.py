"""A paper with every kind of block in it, and the facts of a small year."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Day, Euros, Percent, say
from portal.funding.figures import StreamPosition
from portal.funding.regimes import find_stream, law_of_year
from portal.network.types import ApplicantKind, PartnerKind, PartnerRole
from portal.plans.types import ActionStatus, ObjectiveKind, SpendingCategory, TargetGroup, Threshold, Track
from portal.reports.papers.facts import (
    ActionFact,
    ApplicantFact,
    GivenFact,
    IndicatorFact,
    ObjectiveFact,
    PartnerFact,
    StreamFact,
    YearFacts,
)
from portal.reports.types import (
    Bullets,
    CellKind,
    Chart,
    Column,
    DataState,
    Facts,
    Grid,
    Heading,
    Missing,
    Paper,
    PaperKind,
    Paragraph,
    Remark,
    Written,
)

STATE = DataState(datetime(2026, 3, 2, 9, 30, tzinfo=UTC), 41)
SVG = (
    '<svg class="chart__svg" role="img" width="100%" height="40" xmlns="http://www.w3.org/2000/svg">'
    '<rect x="0" y="4" width="50.00%" height="16" fill="#17566f" class="chart-1"><title>Zwemmen</title></rect>'
    '<text x="50.00%" y="17" dx="6" font-size="14" fill="currentColor">€ 12,50</text></svg>'
)
COLUMNS = (
    Column(say("Actie")),
    Column(say("Bedrag"), CellKind.CENTS),
    Column(say("Mensen"), CellKind.COUNT),
    Column(say("Geboekt op"), CellKind.DAY),
    Column(say("Aandeel"), CellKind.SHARE),
    Column(say("Uren"), CellKind.HOURS),
)


def every_block(rows: int = 3, **values: Any) -> Paper:
    """A draft with one of each."""
    lines = tuple((f"Zwemmen {n}", 1_250 * n, n, date(2025, 3, 1 + n % 28), 1_234, 90) for n in range(1, rows + 1))
    grid = Grid(say("Uitgaven"), COLUMNS, lines, ("Samen", 7_500, None, None, 10_000, 270), key="uitgaven")
    paper = Paper(
        kind=PaperKind.JUSTIFICATION,
        title=say("Verantwoordingsnota %(year)s", year=2025),
        subtitle=say("Van het netwerk"),
        network="Heist & omstreken",
        year=2025,
        state=STATE,
        blocks=(
            Heading(say("Wie")),
            Facts(((say("Bedrag"), say("%(sum)s op %(day)s", sum=Euros(550_000), day=Day(date(2025, 3, 1)))),)),
            Heading("Een kop <b>", 3),
            Paragraph(say("Dat is %(share)s.", share=Percent(0.256, 1))),
            Written("Eerste alinea.\n\n- één\n- =1+1\n\nSlot & einde.", "evaluation"),
            Bullets((say("punt"), "tweede punt")),
            Remark(say("Let op."), Severity.WARNING),
            Chart(say("Gepland per actie"), SVG, replace(grid, key="grafiek")),
            grid,
            Grid(say("Leeg"), COLUMNS, (), when_empty=say("Er is niets.")),
        ),
        findings=(
            Finding("FED-PAY-4", Severity.ERROR, say("Geboekt op %(day)s.", day=Day(date(2026, 1, 6))), "bron", "day"),
        ),
        missing=(
            Missing(
                say("%(count)s uitgaven zonder overeenkomst", count=3), 3, True, "funding.expenses", (("year", 2025),)
            ),
            Missing(say("Eén uitgave zonder bewijs")),
        ),
    )
    return replace(paper, **values)


def final_paper() -> Paper:
    """The same without anything that is missing."""
    return every_block(findings=(), missing=())


def small_year(year: int = 2025, **values: Any) -> YearFacts:
    """One action of each category, a strategic and an operational objective, and the Flemish money."""
    law = law_of_year(year)
    regime = law.regimes[0]
    facts = YearFacts(
        year=year,
        today=date(year + 1, 2, 1),
        state=STATE,
        applicant=ApplicantFact("heist", "Heist", ApplicantKind.MUNICIPALITY, "Gemeente Heist", ("Heist",), 2020, 2026),
        regime=regime.code,
        regime_title=regime.title,
        has_federal=year < 2026,
        plan_id=1,
        partners=(
            PartnerFact(1, "Sportdienst", PartnerKind.SPORT, PartnerRole.REQUIRED, date(2020, 1, 1)),
            PartnerFact(2, "vzw De Tafel", PartnerKind.POVERTY_ASSOCIATION, PartnerRole.REQUIRED, date(2020, 1, 1)),
        ),
        objectives=(
            ObjectiveFact(1, "Iedereen doet mee", ObjectiveKind.STRATEGIC),
            ObjectiveFact(2, "De prijs houdt niemand tegen", ObjectiveKind.OPERATIONAL, 1),
        ),
        actions=(
            an_action(1, "Vrijetijdskaart", objective_id=2),
            an_action(2, "Samen koken", category=SpendingCategory.INITIATIVES, planned={"co-financing": 20_000}),
        ),
        streams=(a_stream("drawing-right", 500_000, 30_000, 30_000), a_stream("co-financing", 500_000, 20_000, 0)),
    )
    return replace(facts, **values)


def an_action(key: int, title: str, **values: Any) -> ActionFact:
    """An action that lacks nothing."""
    action = ActionFact(
        id=key,
        title=title,
        status=ActionStatus.DONE,
        track=Track.REMOVING,
        category=SpendingCategory.PARTICIPATION,
        lead="Sportdienst",
        thresholds=(Threshold.MONEY,),
        groups=(TargetGroup.FAMILIES,),
        months=(1, 2, 3, 9),
        indicators=(IndicatorFact("Kaarten", "kaarten", None, 40, 38),),
        planned={"drawing-right": 30_000},
        spent={"drawing-right": 30_000},
        given=GivenFact(2, 90, 0, 0, 12),
    )
    return replace(action, **values)


def a_stream(code: str, granted: int, planned: int, spent: int) -> StreamFact:
    known = find_stream(code)
    assert known is not None
    position = StreamPosition(code, granted, planned, spent, spent, 0)
    return StreamFact(position, known.label, known.short_label, is_flemish=True)
