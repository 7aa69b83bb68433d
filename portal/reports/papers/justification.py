"""The justification to the Flemish government: what was done, with whom, with which money, and who steered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Euros, Wording, say
from portal.plans.types import ACTION_STATUS_LABELS, ActionStatus
from portal.reports.papers.budget import category_grid, spent_grid, stream_grid, total_of
from portal.reports.papers.facts import ActionFact, PartnerGift, YearFacts
from portal.reports.papers.gaps import actions_without_lead, gap_of_actions, loose_expenses, missing_grant
from portal.reports.papers.parts import (
    applicant_block,
    cofinancing_blocks,
    missing_texts,
    partner_grid,
    written_blocks,
)
from portal.reports.papers.phrases import carrier_words, group_words, indicator_words, unit_words
from portal.reports.types import (
    Block,
    Cell,
    CellKind,
    Chart,
    Column,
    Grid,
    Heading,
    Missing,
    Paper,
    PaperKind,
    PartDefinition,
    Remark,
    Text,
)

SUMMARY = PartDefinition(
    "summary",
    say("Wat we dit jaar deden"),
    say("Vertel in het kort wat het netwerk deed en wat daarvan het belangrijkste was."),
)
PARTNERS = PartDefinition(
    "partners",
    say("Hoe partners meewerkten"),
    say("Hoe waren de partners betrokken bij uitvoeren, opvolgen en verantwoorden? De regels vragen dat je dat toont."),
    is_needed=True,
)
STEERING = PartDefinition(
    "steering",
    say("Wat mensen in armoede deden veranderen"),
    say("Wat zeiden zij en hun verenigingen? Wat veranderde er daardoor? Noem nooit iemand bij naam."),
    is_needed=True,
)
EVALUATION = PartDefinition(
    "evaluation",
    say("Evaluatie"),
    say("Wat lukte, wat lukte niet, en wat doen jullie volgend jaar anders?"),
    is_needed=True,
)
PARTS = (SUMMARY, PARTNERS, STEERING, EVALUATION)
MOST_FINDINGS = 40


def justification(facts: YearFacts, texts: Mapping[str, str], drawing: str = "") -> Paper:
    """The whole paper; `drawing` is the chart of planned and spent money as SVG."""
    return Paper(
        kind=PaperKind.JUSTIFICATION,
        title=say("Verantwoordingsnota %(year)s", year=facts.year),
        subtitle=say("Verantwoording aan de Vlaamse overheid van het lokaal netwerk vrijetijdsparticipatie"),
        network=facts.applicant.name,
        year=facts.year,
        state=facts.state,
        blocks=(
            Heading(say("Wie verantwoordt")),
            applicant_block(facts, (say("Jaar van het geld"), str(facts.year))),
            *_order_of_reports(facts),
            *_done(facts, texts),
            *_together(facts, texts),
            *_money(facts, drawing),
            *_steered(facts, texts),
            *written_blocks(EVALUATION, texts),
        ),
        findings=_findings(facts),
        missing=_missing(facts, texts),
    )


def _order_of_reports(facts: YearFacts) -> tuple[Block, ...]:
    if not facts.has_federal:
        return ()
    return (Remark(say("Het federale jaarverslag gaat eerst. Dien deze nota pas daarna in (regel FL-PROC-6).")),)


def _done(facts: YearFacts, texts: Mapping[str, str]) -> tuple[Block, ...]:
    actions = [one for one in facts.actions if one.was_worked_on]
    rows = tuple(_action_row(one) for one in actions)
    found: list[Block] = [Heading(say("Wat we deden"))]
    found += written_blocks(SUMMARY, texts, 3)[1:]
    found.append(
        Grid(
            caption=say("De acties van %(year)s", year=facts.year),
            columns=(
                Column(say("Actie")),
                Column(say("Trekker")),
                Column(say("Dragen mee")),
                Column(say("Voor wie")),
                Column(say("Stand")),
            ),
            rows=rows,
            key="acties",
            when_empty=say("Er staan nog geen acties in het portaal."),
        )
    )
    measured = [
        (action.title, indicator_words(one), unit_words(one.target, one.unit), unit_words(one.measured, one.unit))
        for action in actions
        for one in action.indicators
    ]
    if measured:
        titles = (say("Actie"), say("Indicator"), say("Doel"), say("Gemeten"))
        columns = tuple(Column(title) for title in titles)
        found.append(Grid(say("Wat we wilden bereiken en wat we maten"), columns, tuple(measured), key="indicatoren"))
    return tuple(found)


def _action_row(action: ActionFact) -> tuple[Cell, ...]:
    lead: Text = action.lead or say("nog geen trekker")
    return action.title, lead, carrier_words(action), group_words(action), ACTION_STATUS_LABELS[action.status]


def _together(facts: YearFacts, texts: Mapping[str, str]) -> tuple[Block, ...]:
    gifts = [_gift_row(one) for one in facts.gifts]
    reached = [
        (one.title, one.given.times, one.given.minutes, one.given.reached) for one in facts.actions if one.given.times
    ]
    return (
        Heading(say("Met wie")),
        *written_blocks(PARTNERS, texts, 3),
        partner_grid(facts),
        Grid(
            caption=say("Wat elke partner bijdroeg"),
            columns=(
                Column(say("Partner")),
                Column(say("Acties"), CellKind.COUNT),
                Column(say("Uren"), CellKind.HOURS),
                Column(say("Waarde van materiaal"), CellKind.CENTS),
                Column(say("Eigen geld"), CellKind.CENTS),
            ),
            rows=tuple(gifts),
            total=_without_sum(total_of(gifts)),
            key="bijdragen",
            when_empty=say("Er zijn nog geen bijdragen genoteerd."),
        ),
        Grid(
            caption=say("Hoeveel mensen elke actie bereikte"),
            columns=(
                Column(say("Actie")),
                Column(say("Keren"), CellKind.COUNT),
                Column(say("Uren van partners"), CellKind.HOURS),
                Column(say("Bereikte mensen, elke keer opnieuw geteld"), CellKind.COUNT),
            ),
            rows=tuple(reached),
            total=total_of(reached),
            key="bereikt",
            when_empty=say("Er zijn nog geen bijdragen genoteerd."),
        ),
    )


def _gift_row(one: PartnerGift) -> tuple[Cell, ...]:
    return one.name, one.actions, one.given.minutes, one.given.goods_cents, one.given.money_cents


def _without_sum(total: tuple[Cell, ...] | None) -> tuple[Cell, ...] | None:
    """Two partners work on the same action: their numbers of actions add up to nothing."""
    return None if total is None else (total[0], None, *total[2:])


def _money(facts: YearFacts, drawing: str) -> tuple[Block, ...]:
    streams = stream_grid(facts)
    title = say("Gepland en uitgegeven in %(year)s, per bron", year=facts.year)
    return (
        Heading(say("Het geld")),
        Chart(title, drawing, streams) if drawing else streams,
        spent_grid(facts),
        category_grid(facts, lambda one: one.spent, say("Uitgegeven Vlaams geld en eigen geld, per soort besteding")),
        Heading(say("Cofinanciering"), 3),
        *cofinancing_blocks(facts),
    )


def _steered(facts: YearFacts, texts: Mapping[str, str]) -> tuple[Block, ...]:
    voice = facts.voice
    rows: tuple[tuple[Text, int], ...] = (
        (say("Keren dat iemand iets zei of vroeg (inbreng)"), voice.voices),
        (say("Daarvan kreeg een antwoord"), voice.answered),
        (say("Daarvan veranderde iets aan een actie of beslissing"), voice.changed_something),
        (say("Daarvan is verteld wat ermee gebeurde"), voice.told_back),
        (say("Overleg van het netwerk"), voice.meetings),
        (say("Overleg met een vereniging van mensen in armoede erbij"), voice.with_association),
        (say("Overleg bij de vereniging zelf"), voice.at_association),
        (say("Overleg met ervaringsdeskundigen erbij"), voice.with_experts),
        (say("Informele contacten"), voice.contacts),
        (say("Leesrondes waarin zij het plan nalazen"), voice.rounds),
        (say("Ingevulde leesbladen"), voice.sheets),
    )
    return (
        Heading(say("De rol van mensen in armoede en hun verenigingen")),
        *written_blocks(STEERING, texts, 3),
        Grid(
            caption=say("Hun stem in aantallen"),
            columns=(Column(say("Wat")), Column(say("Aantal"), CellKind.COUNT)),
            rows=rows,
            key="stem",
        ),
    )


def _findings(facts: YearFacts) -> tuple[Finding, ...]:
    """What is wrong in the money of the year, and what is wrong with expenses and was not answered."""
    found = [one for one in (*facts.money_findings, *facts.expense_findings) if one.severity is not Severity.HINT]
    return tuple(dict.fromkeys(found))[:MOST_FINDINGS]


def _missing(facts: YearFacts, texts: Mapping[str, str]) -> tuple[Missing, ...]:
    year = facts.year
    going = [one for one in facts.planned_actions if one.status in (ActionStatus.PLANNED, ActionStatus.RUNNING)]
    return (
        *_year_goes_on(facts),
        *missing_grant(facts),
        *loose_expenses(facts),
        *missing_texts(PARTS, texts, PaperKind.JUSTIFICATION, year),
        *_federal_first(facts),
        *actions_without_lead(facts, blocks=False),
        *gap_of_actions(
            [one for one in facts.planned_actions if not one.given.times],
            say("Bij de actie ‘%(title)s’ noteerde niemand een bijdrage."),
            say("Bij %(count)s acties noteerde niemand een bijdrage."),
            year,
        ),
        *gap_of_actions(
            going if facts.is_over else (),
            say("De actie ‘%(title)s’ staat nog als gepland of bezig."),
            say("%(count)s acties staan nog als gepland of bezig."),
            year,
        ),
    )


def _year_goes_on(facts: YearFacts) -> Sequence[Missing]:
    if facts.is_over:
        return ()
    sentence = say("Het jaar %(year)s is nog niet voorbij.", year=facts.year)
    return (Missing(sentence, blocks=True),)


def _federal_first(facts: YearFacts) -> Sequence[Missing]:
    """Federal money that was spent and not yet reported (FL-PROC-6)."""
    left = sum(one.position.spent_cents - one.position.justified_cents for one in facts.streams if one.is_federal)
    if not left:
        return ()
    sentence: Wording = say(
        "Van het federale geld is %(amount)s nog niet als verantwoord aangeduid. Het federale jaarverslag gaat eerst.",
        amount=Euros(left),
    )
    return (Missing(sentence, endpoint="funding.expenses", values=(("year", facts.year),)),)
