"""What the money of a year says of a cost, per stream, and what it never makes up."""

from __future__ import annotations

import pytest

from portal.foundation.finding import Certainty
from portal.funding.costs import (
    answers_for,
    best_verdict,
    find_costs,
    questions_about,
    subjects,
    suggest_stream,
    what_else_pays,
    why,
)
from portal.funding.costs.answers import in_other_years
from portal.funding.regimes import RULES, RegimeStatus, law_of_year

GOES_ON = (RegimeStatus("FED-END", False, Certainty.CONFIRMED, "Arrest van de Raad van State"),)
YEARS = (2003, 2008, 2012, 2016, 2017, 2020, 2025, 2026, 2027, 2033, 2099)


def told(key: str, year: int, overrides=()) -> dict[str, str]:
    """Verdict per stream, or per level where no stream is named."""
    answers = answers_for(subjects()[key], law_of_year(year, overrides))
    return {(one.stream.code if one.stream else one.level.value): one.verdict.value for one in answers}


@pytest.mark.parametrize(
    ("key", "year", "expected"),
    [
        ("sports-club", 2012, {"drawing-right": "allowed", "federal-old-associations": "allowed"}),
        ("sports-club", 2025, {"drawing-right": "allowed", "federal-participation": "allowed"}),
        ("sports-club", 2026, {"drawing-right": "allowed", "federal": "not-allowed"}),
        ("audiovisual-devices", 2012, {"drawing-right": "depends", "federal-old-events": "not-allowed"}),
        ("audiovisual-devices", 2025, {"drawing-right": "depends", "federal": "depends"}),
        (
            "tutoring",
            2012,
            {
                "drawing-right": "depends",
                "federal-old-events": "not-allowed",
                "federal-old-child-poverty": "allowed",
            },
        ),
        ("cycling-swimming-lessons", 2025, {"drawing-right": "allowed", "federal-child-poverty": "allowed"}),
        (
            "drop-in-activity",
            2020,
            {"drawing-right": "allowed", "federal-participation": "allowed", "federal-modules": "not-allowed"},
        ),
        ("own-investment", 2018, {"drawing-right": "depends", "federal": "allowed"}),
        ("own-investment", 2023, {"drawing-right": "depends", "federal": "not-allowed"}),
        ("sports-club", 2027, {"drawing-right": "depends", "federal": "not-allowed"}),
        ("sports-club", 2005, {"federal-old-associations": "allowed"}),
    ],
)
def test_the_year_of_the_money_decides(key: str, year: int, expected: dict[str, str]) -> None:
    assert told(key, year) == expected


def test_a_subsidy_that_goes_on_after_all_answers_again() -> None:
    assert told("cycling-swimming-lessons", 2026, GOES_ON)["federal-child-poverty"] == "allowed"


@pytest.mark.parametrize("year", YEARS)
def test_every_cost_has_an_answer_of_every_level_with_a_rule_and_a_source(year: int) -> None:
    law = law_of_year(year)
    for subject in subjects().values():
        answers = answers_for(subject, law)
        assert {one.level for one in answers} == {regime.level for regime in law.regimes}, subject.key
        for one in answers:
            assert one.source
            assert one.rule in RULES
            assert one.condition is not None or one.is_from_list


def test_what_only_fits_a_description_is_probable_and_never_certain() -> None:
    answers = answers_for(subjects()["sports-club"], law_of_year(2025))
    assert {one.certainty for one in answers if not one.is_from_list} == {Certainty.PROBABLE}


def test_the_recycled_computer_names_its_highest_amount() -> None:
    answers = answers_for(subjects()["recycled-computer"], law_of_year(2014))
    assert [(one.cap_cents, one.cap_per.value) for one in answers if one.cap_cents] == [
        (50_000, "person"),
        (10_000, "computer"),
    ]


def test_own_money_and_other_money_are_named_beside_the_lists() -> None:
    law = law_of_year(2026)
    others = what_else_pays(answers_for(subjects()["hairdresser"], law), law)
    assert [one.stream.code for one in others] == ["co-financing", "other"]


def test_what_no_longer_holds_is_told_with_its_years() -> None:
    other = in_other_years(subjects()["audiovisual-devices"], law_of_year(2026))
    assert [(one.first_year, one.last_year, one.entry.verdict.value) for one in other] == [(2003, 2016, "not-allowed")]


def test_allowed_by_one_stream_is_allowed() -> None:
    assert best_verdict(answers_for(subjects()["tutoring"], law_of_year(2012))).value == "allowed"


@pytest.mark.parametrize(
    ("description", "year", "stream"),
    [
        ("Zwembrevet voor 12 kinderen", 2025, "federal-child-poverty"),
        ("Lidgeld van de scouts", 2025, "drawing-right"),
        ("Zumba (fitness)", 2012, "federal-old-associations"),
        ("Gerecycleerde pc", 2014, "federal-old-recycled-pcs"),
        ("Bijles wiskunde", 2012, "federal-old-child-poverty"),
    ],
)
def test_a_description_suggests_its_stream_with_a_reason(description: str, year: int, stream: str) -> None:
    suggestion = suggest_stream(description, law_of_year(year))
    assert suggestion is not None
    assert suggestion.stream == stream
    assert suggestion.best is not None
    assert str(suggestion.best.stream.short_label) in str(why(suggestion.best))


def test_a_refused_cost_suggests_nothing_but_says_who_refuses() -> None:
    suggestion = suggest_stream("DVD-speler", law_of_year(2012))
    assert suggestion is not None
    assert suggestion.stream is None
    assert [one.stream.code for one in suggestion.refusing] == ["federal-old-events"]


def test_an_unknown_description_suggests_nothing() -> None:
    assert suggest_stream("wasmachine", law_of_year(2025)) is None
    assert suggest_stream("", law_of_year(2025)) is None


def test_the_question_goes_to_who_gives_the_money_of_the_year() -> None:
    assert [str(one.to) for one in questions_about("kunstgras", law_of_year(2025))] == [
        "Departement Cultuur, Jeugd en Media",
        "POD Maatschappelijke Integratie",
    ]
    (only,) = questions_about("kunst  &\ngras", law_of_year(2026))
    assert only.href == ""
    assert "kunst & gras (2026)" in only.title


def test_a_question_to_the_federal_administration_opens_as_a_mail() -> None:
    federal = questions_about("a&b?c", law_of_year(2024))[1]
    assert federal.href.startswith("mailto:vraag@mi-is.be?subject=")
    assert "a%26b%3Fc" in federal.href


def test_every_found_cost_is_one_of_the_register() -> None:
    assert all(match.subject is subjects()[match.subject.key] for match in find_costs("les"))
