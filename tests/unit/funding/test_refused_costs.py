"""A cost that the list of a stream refuses by name is told, with the list and what else could pay."""

from __future__ import annotations

import pytest

from portal.foundation.finding import Certainty, Finding, Severity
from portal.funding.costs.naming import named_subjects
from portal.funding.rules import check_expense
from portal.funding.types import AllocatedPart, ExpenseFacts
from tests.unit.funding.facts import AGREEMENT, expense, parts

COSTS = ("FED-COST-2", "FED-COST-3", "FED-COST-4", "FED-COST-5", "FED-COST-6", "FED-COOP-2", "FED-CLUS-7")


def on(stream: str, description: str, year: int = 2014, **more: object) -> ExpenseFacts:
    return expense(year=year, description=description, parts=(AllocatedPart(stream, 1_000_00),), **more)


def refusals(facts: ExpenseFacts) -> list[Finding]:
    return [one for one in check_expense(facts) if one.rule in COSTS and one.field == "description"]


@pytest.mark.parametrize(
    ("stream", "description", "rule"),
    [
        ("federal-old-events", "Aankoop van een DVD speler voor gezin Peeters", "FED-COST-2"),
        ("federal-old-events", "Communiefeest Lotte", "FED-COST-2"),
        ("federal-old-events", "Kansspelen", "FED-COST-2"),
        ("federal-old-associations", "Lidgeld vakbond", "FED-COST-3"),
        ("federal-old-initiatives", "Buurtbarbecue", "FED-COST-4"),
        ("federal-old-initiatives", "Culturele subsidie", "FED-COOP-2"),
        ("federal-old-ict", "Blackberry", "FED-COST-6"),
        ("federal-old-child-poverty", "Pampers (3 pakken)", "FED-COST-5"),
    ],
)
def test_an_old_list_refuses_what_it_names(stream: str, description: str, rule: str) -> None:
    (told,) = refusals(on(stream, description))
    assert (told.rule, told.severity, told.certainty) == (rule, Severity.ERROR, Certainty.CONFIRMED)


@pytest.mark.parametrize(
    ("stream", "description"),
    [
        ("federal-old-child-poverty", "Schoolboeken"),  # refused in category 1, allowed here
        ("federal-old-child-poverty", "Bijles wiskunde"),
        ("federal-old-events", "Theaterstuk De Kapper"),
        ("federal-old-ict", "gsm abonement"),
        ("federal-old-events", "Toegang tot het zwembad voor gezinnen"),
        ("federal-old-events", "Verjaardagsfeest in de speeltuin en toegang tot de zoo"),
        ("federal-old-events", "Kinderopvang tijdens een activiteit"),
        ("federal-old-events", "Stage in het buitenland"),
        ("federal-old-events", "Uitstap met de bus, verzekering inbegrepen"),
        ("drawing-right", "Aankoop dvd-speler"),
    ],
)
def test_what_no_list_of_the_stream_plainly_names_is_left_alone(stream: str, description: str) -> None:
    assert refusals(on(stream, description)) == []


@pytest.mark.parametrize(
    ("stream", "description"),
    [
        ("federal-old-events", "Opleidingen voor professionele doeleinden"),
        ("federal-old-events", "Stages binnen professionele opleidingen"),
        ("federal-old-events", "Opleidingskosten voor de medewerkers van het OCMW"),
        ("federal-old-events", "Individuele huur vakantiewoningen"),
        ("federal-old-events", "Organisatie van individuele feesten"),
        ("federal-old-events", "Aankoop van audiovisuele toestellen"),
        ("federal-old-events", "Kapper"),
        ("federal-old-events", "Gsm-rekening"),
        ("federal-old-associations", "Confessionele genootschappen"),
        ("federal-old-associations", "Wellnesscentra"),
        ("federal-old-associations", "Steunen van een jeugdbeweging"),
        ("federal-old-initiatives", "Daguitstap met alle senioren van de gemeente zonder verdeelsleutel"),
        ("federal-old-initiatives", "Wijkfeesten zonder verdeelsleutel"),
        ("federal-old-child-poverty", "Levensverzekering voorgesteld door de school"),
        ("federal-old-child-poverty", "Kosten in verband met ernstige ziektes van kinderen"),
    ],
)
def test_the_words_of_the_manual_itself_are_refused(stream: str, description: str) -> None:
    assert [one.severity for one in refusals(on(stream, description))] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("stream", "description"),
    [
        ("federal-old-child-poverty", "Infosessie luiers"),
        ("federal-old-events", "Infoavond over kansspelen"),
        ("federal-old-events", "Café De Zonnebank, debat"),
        ("federal-old-events", "Ticket Lotto Arena"),
        ("federal-old-events", "Koptelefoons stille disco"),
        ("federal-old-events", "Stages paasvakantie"),  # a week of sport
        ("federal-old-events", "Sauna van de zwemclub"),
        ("federal-old-events", "Bezoek aan de kapperswedstrijd"),
        ("federal-old-associations", "Bedevaart"),
        ("federal-old-associations", "Steun jeugdbeweging Tom"),
        ("federal-old-initiatives", "Daguitstap senioren OCMW"),
    ],
)
def test_a_refused_word_in_the_name_of_another_thing_refuses_nothing(stream: str, description: str) -> None:
    assert refusals(on(stream, description)) == []


def test_a_refusal_tells_what_else_could_pay() -> None:
    (told,) = refusals(on("federal-old-events", "Schoolboeken"))
    assert "kinderarmoede" in str(told.sentence)
    assert "Cofinanciering" in str(told.sentence)


def test_since_2017_the_old_list_only_warns_and_says_that_it_is_not_sure() -> None:
    (told,) = refusals(on("federal-participation", "Aankoop dvd-speler", 2024))
    assert (told.rule, told.severity, told.certainty) == ("FED-COST-2", Severity.WARNING, Certainty.ASSUMED)


def test_since_2017_child_poverty_is_held_against_its_own_old_list() -> None:
    assert [one.rule for one in refusals(on("federal-child-poverty", "Luiers", 2024))] == ["FED-COST-5"]
    assert refusals(on("federal-child-poverty", "Schoolboeken", 2024)) == []


def test_a_party_with_a_key_may_be_paid_in_part() -> None:
    with_key = on("federal-old-initiatives", "Wijkfeest", target_group_n=6, target_group_m=20)
    assert refusals(on("federal-old-initiatives", "Wijkfeest")) != []
    assert refusals(with_key) == []


def test_money_for_an_organisation_that_does_something_for_it_is_no_grant() -> None:
    agreed = on("federal-old-initiatives", "Culturele subsidie", kind=AGREEMENT, has_agreement=True)
    assert refusals(agreed) == []


def test_a_condition_that_nobody_can_see_makes_it_a_warning() -> None:
    (told,) = refusals(on("federal-old-events", "Naschoolse opvang"))
    assert told.severity is Severity.WARNING


def test_each_stream_that_refuses_says_so_once() -> None:
    shared = expense(year=2014, description="Sauna", parts=parts(federal_old_events=500, federal_old_associations=500))
    assert [one.rule for one in refusals(shared)] == ["FED-COST-2", "FED-COST-3"]


@pytest.mark.parametrize("description", ["", "   ", "%", "x" * 5_000, "dvd-speler " * 90, "\u0000", "🎉"])
def test_odd_descriptions_name_nothing_and_break_nothing(description: str) -> None:
    assert named_subjects(description) == frozenset()


@pytest.mark.parametrize("description", ["dvd-speler", "DVD-SPELERS", "dvd speler", "Dvdspeler", "twee dvd-spelers"])
def test_inflections_capitals_and_hyphens_name_the_same(description: str) -> None:
    assert named_subjects(description) == {"audiovisual-devices"}
