"""The agreement note in its three forms: of the Participatiedecreet, of the transition measure, and supra-local."""

from __future__ import annotations

from collections.abc import Mapping

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import say
from portal.plans.shown import tree_of
from portal.plans.types import OBJECTIVE_KIND_LABELS, SPENDING_CATEGORY_LABELS, ObjectiveKind, SpendingCategory
from portal.reports.papers.budget import category_grid, planned_grid
from portal.reports.papers.facts import ActionFact, YearFacts
from portal.reports.papers.gaps import actions_without_lead, gap_of_actions, missing_grant
from portal.reports.papers.note_parts import (
    BUSINESS_PLAN,
    DRAFTING,
    ENVIRONMENT,
    EXECUTION,
    FORMS,
    REGION,
    USES,
    VISION,
    NoteForm,
)
from portal.reports.papers.parts import (
    applicant_block,
    cofinancing_blocks,
    missing_texts,
    partner_grid,
    required_partners,
    written_blocks,
)
from portal.reports.papers.phrases import group_words, indicator_words, listed, unit_words
from portal.reports.types import (
    Block,
    Cell,
    Column,
    Grid,
    Heading,
    Missing,
    Paper,
    PaperKind,
    Paragraph,
    Text,
)


def agreement_note(facts: YearFacts, texts: Mapping[str, str]) -> Paper:
    """The whole paper, in the form of the regime of the year."""
    form = FORMS[facts.regime]
    first, last = form.period(facts.applicant)
    period = (
        say("%(first)s tot en met %(last)s", first=first, last=last) if last else say("vanaf %(first)s", first=first)
    )
    return Paper(
        kind=PaperKind.AGREEMENT_NOTE,
        title=say("%(title)s %(period)s", title=form.title, period=period),
        subtitle=form.subtitle,
        network=facts.applicant.name,
        year=facts.year,
        state=facts.state,
        blocks=(
            Heading(say("Wie vraagt het geld")),
            applicant_block(facts, (say("Periode van de nota"), period)),
            *(_old_form(facts, texts) if form is FORMS["FL-PD"] else _new_form(facts, texts, form)),
        ),
        findings=_findings(facts),
        missing=_missing(facts, texts, form),
    )


def _old_form(facts: YearFacts, texts: Mapping[str, str]) -> tuple[Block, ...]:
    """Use of the money per category, partners and how they take part, planned actions, co-financing."""
    found: list[Block] = [Heading(say("Waarvoor het geld dient"))]
    caption = say("Verdeling van het geld in %(year)s over de twee soorten besteding", year=facts.year)
    found.append(category_grid(facts, lambda one: one.planned, caption))
    for category in SpendingCategory:
        found += written_blocks(USES[category], texts, 3)
        actions = [one for one in facts.planned_actions if one.category is category]
        kind = SPENDING_CATEGORY_LABELS[category]
        caption = say("Geplande acties in %(year)s: %(kind)s", year=facts.year, kind=kind)
        found.append(planned_grid(facts, actions, caption, f"acties {category.value}"))
    return (*found, *_partners(facts, texts), Heading(say("Cofinanciering")), *cofinancing_blocks(facts))


def _new_form(facts: YearFacts, texts: Mapping[str, str], form: NoteForm) -> tuple[Block, ...]:
    """Environment, objectives with actions and indicators, partners; a plan of the business for a supra-local note."""
    before = (VISION, REGION) if form.is_supra_local else (ENVIRONMENT,)
    after = (BUSINESS_PLAN,) if form.is_supra_local else ()
    return (
        *(block for part in before for block in written_blocks(part, texts)),
        Heading(say("Doelstellingen, acties en indicatoren")),
        *_goals(facts),
        *_partners(facts, texts),
        Heading(say("Het geld")),
        planned_grid(facts, facts.planned_actions, say("Gepland geld in %(year)s, per actie", year=facts.year), "geld"),
        Heading(say("Cofinanciering"), 3),
        *cofinancing_blocks(facts),
        *(block for part in after for block in written_blocks(part, texts)),
    )


def _goals(facts: YearFacts) -> tuple[Block, ...]:
    """Strategic objectives, the operational ones below, and a table of the actions of each."""
    roots, loose = tree_of(facts.objectives, facts.planned_actions)
    found: list[Block] = []
    walk = [(branch, 3) for branch in roots]
    while walk:
        branch, level = walk.pop(0)
        objective = next(one for one in facts.objectives if one.id == branch.objective.id)
        kind = OBJECTIVE_KIND_LABELS[objective.kind]
        found.append(Heading(say("%(title)s (%(kind)s)", title=objective.title, kind=kind), level))
        if branch.actions:
            found.append(_action_grid(facts, {id(one) for one in branch.actions}, objective.title))
        walk = [*((below, min(4, level + 1)) for below in branch.branches), *walk]
    if loose:
        found.append(Heading(say("Acties zonder doelstelling"), 3))
        found.append(_action_grid(facts, {id(one) for one in loose}, say("Acties zonder doelstelling")))
    if not found:
        found.append(
            Paragraph(say("Er staan nog geen doelstellingen en acties in het plan van %(year)s.", year=facts.year))
        )
    return tuple(found)


def _action_grid(facts: YearFacts, which: set[int], title: Text) -> Grid:
    rows = tuple(_action_row(one) for one in facts.planned_actions if id(one) in which)
    return Grid(
        caption=say("Acties voor: %(objective)s", objective=title),
        columns=(
            Column(say("Actie")),
            Column(say("Trekker")),
            Column(say("Voor wie")),
            Column(say("Indicatoren en doel")),
        ),
        rows=rows,
        key="acties",
    )


def _action_row(action: ActionFact) -> tuple[Cell, ...]:
    indicators = listed(
        indicator_words(one)
        if one.target is None
        else say("%(name)s (doel: %(target)s)", name=indicator_words(one), target=unit_words(one.target, one.unit))
        for one in action.indicators
    )
    return action.title, action.lead or say("nog geen trekker"), group_words(action), indicators


def _partners(facts: YearFacts, texts: Mapping[str, str]) -> tuple[Block, ...]:
    return (
        Heading(say("De partners")),
        Heading(say("Wie er minstens bij moet zijn"), 3),
        required_partners(facts),
        partner_grid(facts),
        *written_blocks(DRAFTING, texts, 3),
        *written_blocks(EXECUTION, texts, 3),
    )


def _findings(facts: YearFacts) -> tuple[Finding, ...]:
    """Who must be there and is not; and whether there is enough money of one's own."""
    composition = tuple(one for one in facts.composition if one.severity is not Severity.HINT)
    return (*composition, *facts.cofinancing_findings)


def _missing(facts: YearFacts, texts: Mapping[str, str], form: NoteForm) -> tuple[Missing, ...]:
    year, here = facts.year, (("year", facts.year),)
    found: list[Missing] = [*missing_texts(form.parts, texts, PaperKind.AGREEMENT_NOTE, year)]
    if not facts.planned_actions:
        sentence = say("Er staan nog geen acties in het plan van %(year)s.", year=year)
        found.append(Missing(sentence, 1, True, "plans.actions", here))
    if form is FORMS["FL-PD"]:
        found += missing_grant(facts)
        return (*found, *actions_without_lead(facts, blocks=False))
    found += _missing_goals(facts)
    found += gap_of_actions(
        [one for one in facts.planned_actions if not one.indicators],
        say("De actie ‘%(title)s’ heeft geen indicator."),
        say("%(count)s acties hebben geen indicator."),
        year,
        blocks=True,
    )
    return (*found, *actions_without_lead(facts, blocks=False))


def _missing_goals(facts: YearFacts) -> list[Missing]:
    """The new form asks for strategic and for operational objectives (FL-NOTE-4)."""
    kinds = {one.kind for one in facts.objectives}
    rows = (
        (ObjectiveKind.STRATEGIC, say("Er is nog geen strategische doelstelling.")),
        (ObjectiveKind.OPERATIONAL, say("Er is nog geen operationele doelstelling.")),
    )
    where = ("plans.plan", (("plan_id", facts.plan_id),)) if facts.plan_id else ("plans.plans", ())
    return [Missing(told, 1, True, where[0], where[1]) for kind, told in rows if kind not in kinds]
