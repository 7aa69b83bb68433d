"""The action plan and budget of a year: per objective and action, and what each stream is planned to pay."""

from __future__ import annotations

from collections.abc import Mapping

from portal.foundation.wording import Wording, say
from portal.plans.shown import Branch, tree_of
from portal.plans.types import (
    ACTION_STATUS_LABELS,
    OBJECTIVE_KIND_LABELS,
    PLAN_STATUS_LABELS,
    SPENDING_CATEGORY_LABELS,
    TRACK_LABELS,
)
from portal.reports.papers.budget import category_grid, planned_grid, total_of
from portal.reports.papers.facts import ActionFact, IndicatorFact, ObjectiveFact, YearFacts
from portal.reports.papers.gaps import actions_without_lead, incomplete_actions, missing_grant
from portal.reports.papers.parts import applicant_block, cofinancing_blocks, partner_grid, written_blocks
from portal.reports.papers.phrases import (
    carrier_words,
    group_words,
    indicator_words,
    listed,
    months_words,
    threshold_words,
    unit_words,
)
from portal.reports.types import (
    Block,
    Cell,
    CellKind,
    Column,
    Facts,
    Grid,
    Heading,
    Missing,
    Paper,
    PaperKind,
    Paragraph,
    PartDefinition,
    Text,
    Written,
)

INTRODUCTION = PartDefinition(
    "introduction",
    say("Inleiding"),
    say("Wat wil het netwerk dit jaar vooral bereiken? Zonder tekst staat hier de inleiding van het plan."),
)
PARTS = (INTRODUCTION,)


def year_plan(facts: YearFacts, texts: Mapping[str, str]) -> Paper:
    """The whole paper."""
    return Paper(
        kind=PaperKind.YEAR_PLAN,
        title=say("Actieplan en begroting %(year)s", year=facts.year),
        subtitle=facts.plan_title,
        network=facts.applicant.name,
        year=facts.year,
        state=facts.state,
        blocks=(
            Heading(say("Het netwerk")),
            applicant_block(facts, *_plan_rows(facts)),
            *_introduction(facts, texts),
            partner_grid(facts),
            Heading(say("Doelstellingen en acties")),
            *_tree(facts),
            Heading(say("Begroting")),
            _granted_grid(facts),
            planned_grid(facts, facts.planned_actions, say("Gepland geld per actie en per bron"), "begroting"),
            category_grid(
                facts, lambda one: one.planned, say("Gepland Vlaams geld en eigen geld, per soort besteding")
            ),
            Heading(say("Cofinanciering"), 3),
            *cofinancing_blocks(facts),
        ),
        findings=facts.cofinancing_findings,
        missing=_missing(facts),
    )


def _plan_rows(facts: YearFacts) -> tuple[tuple[Text, Text], ...]:
    if facts.plan_status is None:
        return ()
    return ((say("Stand van het plan"), PLAN_STATUS_LABELS[facts.plan_status]),)


def _introduction(facts: YearFacts, texts: Mapping[str, str]) -> tuple[Block, ...]:
    typed = written_blocks(INTRODUCTION, texts, 3)
    if typed or not facts.plan_introduction.strip():
        return typed
    return Heading(INTRODUCTION.label, 3), Written(facts.plan_introduction)


def _tree(facts: YearFacts) -> tuple[Block, ...]:
    """Objectives, under each its actions; actions that serve no objective last."""
    roots, loose = tree_of(facts.objectives, facts.planned_actions)
    found: list[Block] = []
    for branch in roots:
        found += _branch(branch, 3)
    if loose:
        found.append(Heading(say("Acties zonder doelstelling"), 3))
        for one in loose:
            found += action_blocks(one)  # type: ignore[arg-type]
    if not found:
        found.append(Paragraph(say("Er staan nog geen acties in het plan.")))
    return tuple(found)


def _branch(branch: Branch, level: int) -> list[Block]:
    objective: ObjectiveFact = branch.objective  # type: ignore[assignment]
    kind = OBJECTIVE_KIND_LABELS[objective.kind]
    found: list[Block] = [
        Heading(objective.title, min(4, level)),
        Paragraph(say("Doelstelling, %(kind)s", kind=kind)),
    ]
    for one in branch.actions:
        found += action_blocks(one)  # type: ignore[arg-type]
    for below in branch.branches:
        found += _branch(below, level + 1)
    return found


def action_blocks(action: ActionFact) -> list[Block]:
    """One action: in one sentence, who, when, where, for whom, and what it is measured by."""
    rows: list[tuple[Text, Text]] = [
        (say("In één zin"), action.plain),
        (say("Trekker"), action.lead or say("nog geen trekker")),
        (say("Dragen mee"), carrier_words(action)),
        (say("Wanneer"), months_words(action.months)),
        (say("Waar"), action.place),
        (say("Drempels"), threshold_words(action)),
        (say("Voor wie"), group_words(action)),
        (say("Spoor"), TRACK_LABELS[action.track]),
        (say("Soort besteding"), SPENDING_CATEGORY_LABELS[action.category]),
        (say("Stand"), ACTION_STATUS_LABELS[action.status]),
    ]
    if action.indicators:
        rows.append((say("Indicatoren"), listed(_indicator(one) for one in action.indicators)))
    return [Heading(action.title, 4), Facts(tuple((name, value) for name, value in rows if value != ""))]


def _indicator(one: IndicatorFact) -> Text:
    if one.target is None:
        return indicator_words(one)
    return say("%(name)s (doel: %(target)s)", name=indicator_words(one), target=unit_words(one.target, one.unit))


def _granted_grid(facts: YearFacts) -> Grid:
    rows: list[tuple[Cell, ...]] = [
        (
            one.label,
            one.position.granted_cents,
            one.position.planned_cents,
            one.position.granted_cents - one.position.planned_cents,
        )
        for one in facts.used_streams
    ]
    return Grid(
        caption=say("Wat er is en wat gepland is, per bron"),
        columns=(
            Column(say("Bron")),
            Column(say("Toegekend"), CellKind.CENTS),
            Column(say("Gepland"), CellKind.CENTS),
            Column(say("Nog te plannen"), CellKind.CENTS),
        ),
        rows=tuple(rows),
        total=total_of(rows),
        key="bronnen",
        when_empty=say("Er is nog geen geld ingevuld."),
    )


def _missing(facts: YearFacts) -> tuple[Missing, ...]:
    here = (("year", facts.year),)
    found: list[Missing] = []
    if not facts.planned_actions:
        found.append(Missing(say("Er staan nog geen acties in het plan."), 1, True, "plans.actions", here))
    found += actions_without_lead(facts, blocks=True)
    found += missing_grant(facts)
    if facts.planned_actions and not any(one.position.planned_cents for one in facts.streams):
        found.append(Missing(_NO_BUDGET, 1, True, "funding.budget", here))
    return (*found, *incomplete_actions(facts))


_NO_BUDGET: Wording = say("Er is nog geen geld gepland.")
