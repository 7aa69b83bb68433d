"""Descriptions: written out, so that an inspector understands them."""

from __future__ import annotations

import pytest

from portal.foundation.finding import Severity
from portal.funding.rules import check_expense, find_abbreviations, find_unclear_names
from tests.unit.funding.facts import by_rule, expense, federal, old_federal, rules_in


@pytest.mark.parametrize(
    ("description", "abbreviations"),
    [
        ("BMX", ("BMX",)),
        ("Aankoop BMX voor jongere", ("BMX",)),
        ("bmx", ("bmx",)),
        ("GWP", ("GWP",)),
        ("Deelname GWP vijfde jaar", ("GWP",)),
        ("Toneel in CC Zwaneberg", ("CC",)),
        ("KVLV uitstap", ("KVLV",)),
        ("KVLV", ("KVLV",)),
        ("Inschr. muziekschool", ("Inschr.",)),
        ("Uitstap m.b.t. zomer", ("m.b.t.",)),
        ("GWP en BMX", ("GWP", "BMX")),
    ],
)
def test_an_abbreviation_is_found(description: str, abbreviations: tuple[str, ...]) -> None:
    assert find_abbreviations(description) == abbreviations


@pytest.mark.parametrize(
    "description",
    [
        "Tickets UiTPAS kansentarief",
        "Activiteit van het OCMW",
        "Lidgeld vzw Den Draai",
        "Lidgeld VZW Den Draai",
        "Auteursrechten Sabam",
        "Aankoop van een fiets (BMX)",
        "BMX = aankoop van een fiets",
        "GWP (geïntegreerd werkweekproject), een schoolreis",
        "Niet verplichte schoolreis GWP",
        "Weekend van de Koninklijke Vrouwenbond (KVLV)",
        "Cd's en dvd's voor het onthaal",
        "Lessen met de PC's van de bibliotheek",
        "Voetbalkamp KFC Heist",
        "Concert K3 voor gezinnen",
        "Toneel Richard III",
        "ZWEMBEURTEN VOOR GEZINNEN",
        "JUDO VOOR KINDEREN",
        "Zwemmen, lezen en fietsen.",
    ],
)
def test_a_written_out_or_well_known_word_is_left_alone(description: str) -> None:
    assert find_abbreviations(description) == ()


def test_zumba_must_mention_fitness() -> None:
    assert find_unclear_names("Zumba op woensdag") == (("zumba", "fitness"),)
    assert find_unclear_names("Fitness (zumba) op woensdag") == ()
    assert rules_in(check_expense(old_federal(description="Lessenreeks zumba"))) == ["FED-REP-3"]


@pytest.mark.parametrize("description", ["BMX", "Lessenreeks zumba", "", "x", "12-34"])
def test_a_bad_description_is_refused_on_federal_money_and_a_warning_elsewhere(description: str) -> None:
    on_federal, on_flemish = (
        check_expense(facts) for facts in (federal(description=description), expense(description=description))
    )
    assert [(one.severity, one.field) for one in on_federal] == [(Severity.ERROR, "description")]
    assert [(one.severity, one.field) for one in on_flemish] == [(Severity.WARNING, "description")]


def test_the_sentence_names_the_abbreviation() -> None:
    finding = by_rule(check_expense(federal(description="Deelname GWP vijfde jaar")), "FED-REP-3")
    assert finding.sentence.params["written"] == "GWP"
