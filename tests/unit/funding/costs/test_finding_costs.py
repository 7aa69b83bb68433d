"""People find a cost by what they call it, with typing errors and all."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from portal.funding.costs import find_costs, subjects

ASKED = list(csv.DictReader((Path(__file__).parent / "asked.csv").read_text(encoding="utf-8").splitlines()))
LEAST_FOUND = 0.95


def first_three(query: str) -> list[str]:
    return [match.subject.key for match in find_costs(query, most=3)]


def test_at_least_95_of_100_questions_have_the_right_cost_in_the_first_three() -> None:
    assert len(ASKED) >= 150
    assert {key for row in ASKED for key in row["subjects"].split()} <= set(subjects())
    missed = [
        f"{row['query']}: wanted {row['subjects']}, found {first_three(row['query'])}"
        for row in ASKED
        if not set(row["subjects"].split()) & set(first_three(row["query"]))
    ]
    assert 1 - len(missed) / len(ASKED) >= LEAST_FOUND, "\n".join(missed)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("zumba", "sports-club"),
        ("ZUMBA", "sports-club"),
        ("zwembrevet", "cycling-swimming-lessons"),
        ("zwembrevetten", "cycling-swimming-lessons"),
        ("dvdspeler", "audiovisual-devices"),
        ("dvd-speler", "audiovisual-devices"),
        ("DVD speler", "audiovisual-devices"),
        ("schoolreis", "school-trip"),
        ("schoolreisje", "school-trip"),
        ("huiswerkklas", "homework-class"),
        ("huiswerklkas", "homework-class"),
        ("crèche", "childcare"),
        ("creche", "childcare"),
        ("kapsalonbon kapper", "hairdresser"),
        ("speler voor dvd", "audiovisual-devices"),
        ("mag ik een zwemles betalen voor drie kinderen?", "cycling-swimming-lessons"),
        ("driving licence", "driving-licence"),
        ("<b>bril</b>", "glasses"),
    ],
)
def test_the_first_answer_is_the_cost_that_was_meant(query: str, wanted: str) -> None:
    found = find_costs(query)
    assert found[0].subject.key == wanted
    assert found[0].is_sure


@pytest.mark.parametrize(
    "query",
    [
        "wasmachine",
        "elektriciteit",
        "hondenvoer",
        "sigaretten",
        "trouwjurk",
        "advocaat",
        "begrafenis",
        "droogkast",
        "vuilniszakken",
        "tandpasta",
        "parfum",
        "hypotheek",
        "alimentatie",
        "gordijnen",
        "kerstboom",
        "qwertyuiop",
        "🎈🎈",
        "مسبح",
        "42",
    ],
)
def test_a_cost_that_no_list_knows_is_not_passed_off_as_known(query: str) -> None:
    assert not any(match.is_sure for match in find_costs(query))


@pytest.mark.parametrize("query", ["", "   ", "?", "de het een", "a", "'", "%", "\x00", "-" * 1000])
def test_a_question_without_words_finds_nothing_and_breaks_nothing(query: str) -> None:
    assert not any(match.is_sure for match in find_costs(query))


def test_a_very_long_question_is_read_as_far_as_it_goes() -> None:
    assert find_costs("zumba " + "bla " * 12_500)[0].subject.key == "sports-club"


def test_the_order_of_the_words_makes_no_difference() -> None:
    assert first_three("les zwemmen")[0] == first_three("zwemmen les")[0]


def test_the_own_name_of_every_cost_finds_it_in_both_languages() -> None:
    for key, subject in subjects().items():
        assert key in first_three(subject.dutch), subject.dutch
        assert key in first_three(subject.english), subject.english


@pytest.mark.parametrize("bill", ["gasfactuur", "waterfactuur", "huishuur", "elektriciteitsrekening"])
def test_a_bill_for_something_that_no_list_knows_is_no_other_bill(bill: str) -> None:
    assert not any(one.is_sure for one in find_costs(bill))


@pytest.mark.parametrize(
    ("bill", "subject"), [("gsmfactuur", "mobile-subscription"), ("schoolrekening", "school-costs")]
)
def test_a_bill_that_the_lists_name_is_found(bill: str, subject: str) -> None:
    best = find_costs(bill)[0]
    assert (best.subject.key, best.is_sure) == (subject, True)
