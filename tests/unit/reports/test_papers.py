"""What the papers say of a year, and what they still miss."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import say
from portal.funding.regimes import cofinancing_ratio
from portal.funding.rules import CofinancingPosition
from portal.network.types import PartnerKind, PartnerRole
from portal.plans.types import ActionStatus
from portal.reports.papers.agreement_note import agreement_note
from portal.reports.papers.facts import GivenFact, LooseEnds, PartnerFact
from portal.reports.papers.justification import PARTS, justification
from portal.reports.papers.note_parts import FORMS
from portal.reports.papers.year_plan import year_plan
from portal.reports.types import Grid, Heading, Paper
from portal.reports.writing.text import paper_text
from tests.factories.papers import a_stream, an_action, small_year

TYPED = {part.key: f"Tekst van {part.key}." for part in PARTS}
NOTE = {part.key: f"Tekst van {part.key}." for form in FORMS.values() for part in form.parts}


def blocking(paper: Paper) -> list[str]:
    return [str(one.sentence) for one in paper.missing if one.blocks]


def left_open(paper: Paper) -> list[str]:
    return [str(one.sentence) for one in paper.missing if not one.blocks]


def grid_of(paper: Paper, key: str) -> Grid:
    (found,) = (one for one in paper.grids if one.key == key)
    return found


def test_a_whole_justification_is_no_draft():
    paper = justification(small_year(), TYPED)
    assert not paper.is_draft
    assert paper.missing == ()
    text = paper_text(paper)
    assert all(typed in text for typed in TYPED.values())
    assert "FL-PROC-6" in text


def test_spent_stands_against_planned_per_action_and_stream():
    facts = small_year(unlinked={"drawing-right": 500})
    grid = grid_of(justification(facts, TYPED), "per actie")
    assert [row[0] if isinstance(row[0], str) else str(row[0]) for row in grid.rows] == [
        "Vrijetijdskaart",
        "Samen koken",
        "Samen koken",
        "Uitgaven zonder actie",
    ]
    amounts = [(30_000, 30_000, 0), (0, 30_000, 30_000), (20_000, 0, -20_000), (0, 500, 500)]
    assert [row[2:] for row in grid.rows] == amounts
    assert grid.total is not None
    assert grid.total[2:] == (50_000, 60_500, 10_500)


def test_the_money_of_a_dropped_action_stays_spent_and_was_never_planned():
    money = {"planned": {"drawing-right": 900}, "spent": {"drawing-right": 400}}
    dropped = an_action(3, "Gestopt", status=ActionStatus.DROPPED, **money)
    grid = grid_of(justification(small_year(actions=(dropped,)), TYPED), "per actie")
    assert [row[2:] for row in grid.rows] == [(0, 400, 400)]


def test_the_flemish_money_is_divided_over_the_two_categories():
    grid = grid_of(justification(small_year(), TYPED), "soort besteding")
    assert [row[1:] for row in grid.rows] == [(30_000, 0, 30_000), (30_000, 0, 30_000)]


@pytest.mark.parametrize("part", [part for part in PARTS if part.is_needed])
def test_a_needed_text_that_is_not_typed_makes_a_draft(part):
    paper = justification(small_year(), {**TYPED, part.key: "  "})
    assert blocking(paper) == [f"De tekst ‘{part.label}’ is nog niet geschreven."]
    (missing,) = paper.missing
    assert missing.endpoint == "reports.texts"
    assert dict(missing.values) == {"year": 2025, "kind": "justification"}


def test_a_text_that_may_stay_empty_is_left_out():
    headings = [one.text for one in justification(small_year(), {}).blocks if isinstance(one, Heading)]
    assert PARTS[0].label not in headings


@pytest.mark.parametrize(
    ("loose", "sentence", "blocks"),
    [
        (LooseEnds(without_stream=1), "1 uitgave wordt door geen enkele bron betaald.", True),
        (LooseEnds(without_agreement=3), "3 uitgaven voor een organisatie staan zonder overeenkomst.", True),
        (LooseEnds(without_proof=2), "2 geboekte uitgaven hebben geen bewijs.", False),
        (LooseEnds(without_action=2), "2 uitgaven horen bij geen actie.", False),
        (LooseEnds(only_promised=1), "1 uitgave is beloofd en nog niet geboekt.", False),
    ],
)
def test_expenses_that_are_not_complete_are_told_with_their_number(loose, sentence, blocks):
    paper = justification(small_year(loose=loose), TYPED)
    assert (blocking(paper) if blocks else left_open(paper)) == [sentence]
    assert paper.missing[0].endpoint == "funding.expenses"


def test_a_year_that_still_runs_cannot_be_accounted_for():
    paper = justification(small_year(today=date(2025, 12, 31)), TYPED)
    assert blocking(paper) == ["Het jaar 2025 is nog niet voorbij."]


def test_an_error_of_the_rules_makes_a_draft_and_a_hint_is_left_out():
    error = Finding("MONEY-2", Severity.ERROR, say("Te veel uitgegeven."), "portaal")
    hint = replace(error, severity=Severity.HINT)
    assert justification(small_year(money_findings=(error, hint, error)), TYPED).findings == (error,)
    assert justification(small_year(money_findings=(error,)), TYPED).is_draft


def test_federal_money_that_is_not_reported_yet_goes_first():
    federal = replace(a_stream("federal-participation", 0, 0, 12_345), is_flemish=False, is_federal=True)
    facts = small_year()
    paper = justification(replace(facts, streams=(*facts.streams, federal)), TYPED)
    assert left_open(paper) == [
        "Van het federale geld is 123,45 euro nog niet als verantwoord aangeduid. Het federale jaarverslag gaat eerst."
    ]


def test_co_financing_is_told_with_and_without_federal_money():
    position = CofinancingPosition(600_000, 400_000, 250_000)
    facts = small_year(cofinancing=position, ratio=cofinancing_ratio(2025, network_ratio=Fraction(1)))
    text = paper_text(justification(facts, TYPED)).replace("\u00a0", " ")
    assert "Met federaal geld: € 6.500,00, dat is genoeg" in text
    assert "Zonder federaal geld: € 4.000,00, dat is € 2.000,00 te weinig" in text


def test_a_plan_without_leads_money_or_actions_is_a_draft():
    assert not year_plan(small_year(), {}).is_draft
    leaderless = small_year(actions=(an_action(1, "Zwemmen", lead=""),))
    assert blocking(year_plan(leaderless, {})) == ["De actie ‘Zwemmen’ heeft geen trekker."]
    assert dict(year_plan(leaderless, {}).missing[0].values) == {"year": 2025, "action_id": 1}
    two = small_year(actions=(an_action(1, "A", lead=""), an_action(2, "B", lead="")))
    assert blocking(year_plan(two, {})) == ["2 acties hebben geen trekker."]
    assert "Er staan nog geen acties in het plan." in blocking(year_plan(small_year(actions=()), {}))


def test_a_plan_tells_what_an_action_lacks_without_stopping():
    bare = an_action(1, "Zwemmen", thresholds=(), months=(), indicators=(), planned={})
    paper = year_plan(small_year(actions=(bare,)), {})
    assert len(left_open(paper)) == 4
    assert not paper.is_draft


def test_a_plan_holds_actions_under_their_objective_and_ideas_nowhere():
    facts = small_year()
    idea = an_action(9, "Een idee", status=ActionStatus.IDEA)
    text = paper_text(year_plan(replace(facts, actions=(*facts.actions, idea)), {}))
    assert "Een idee" not in text
    places = [
        text.index(one)
        for one in (
            "Iedereen doet mee",
            "De prijs houdt niemand",
            "#### Vrijetijdskaart",
            "zonder doelst",
            "#### Samen",
        )
    ]
    assert places == sorted(places)
    assert "Wanneer: januari tot en met maart, september" in text


def test_the_old_note_has_its_two_categories_and_the_new_one_its_environment():
    old = paper_text(agreement_note(small_year(), NOTE))
    assert "Categorie 1: deelnemen" in old
    assert "Omgevingsanalyse" not in old
    new = agreement_note(small_year(2027), NOTE)
    assert "Omgevingsanalyse" in paper_text(new)
    assert "Categorie 1" not in paper_text(new)
    assert str(new.title) == "Overgangsnota 2027 tot en met 2032"
    assert not new.is_draft


def test_the_new_note_asks_for_no_money_of_ones_own():
    facts = small_year(2027, ratio=cofinancing_ratio(2027))
    assert "In 2027 moet er geen eigen geld meer bij." in paper_text(agreement_note(facts, NOTE))


def test_the_new_note_needs_both_kinds_of_objectives_and_indicators():
    facts = small_year(2027, objectives=(), actions=(an_action(1, "Zwemmen", indicators=()),))
    assert blocking(agreement_note(facts, NOTE)) == [
        "Er is nog geen strategische doelstelling.",
        "Er is nog geen operationele doelstelling.",
        "De actie ‘Zwemmen’ heeft geen indicator.",
    ]


def test_a_supra_local_note_asks_a_vision_and_a_business_plan():
    paper = agreement_note(small_year(2027, regime="FL-BCD-B"), {})
    text = paper_text(paper)
    assert "Visie op drempels" in text
    assert "Zakelijk plan" in text
    assert len(blocking(paper)) == 5
    assert str(paper.title) == "Bovenlokale nota vanaf 2033"


def test_a_note_names_who_stands_in_for_an_association_and_why():
    days = date(2020, 1, 1), date(2025, 6, 30)
    stand_in = PartnerFact(3, "Buurtwerk", PartnerKind.NEIGHBOURHOOD, PartnerRole.REQUIRED, *days)
    facts = small_year(partners=(stand_in,))
    text = paper_text(agreement_note(facts, NOTE))
    assert "Organisaties die hun plaats innemen: Buurtwerk (tot en met 30 juni 2025)" in text
    assert "Waarom er geen vereniging is: Deze tekst is nog niet geschreven." in text


def test_an_action_on_which_nobody_worked_is_told():
    facts = small_year(actions=(an_action(1, "Zwemmen", given=GivenFact()),))
    assert left_open(justification(facts, TYPED)) == ["Bij de actie ‘Zwemmen’ noteerde niemand een bijdrage."]
