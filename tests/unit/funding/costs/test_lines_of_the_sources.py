"""Every line of the lists of the sources, in everyday words, beside the entry that holds it."""

from __future__ import annotations

import csv
from functools import cache

import pytest

from portal.foundation.finding import Severity
from portal.funding.costs import ENTRIES, find_costs
from portal.funding.costs.naming import named_subjects
from portal.funding.regimes import REGIMES
from portal.funding.rules import check_expense
from portal.funding.types import AllocatedPart
from tests.tools.golden import FOLDER
from tests.unit.funding.facts import expense

REFUSED = "not-allowed"


@cache
def lines() -> tuple[dict[str, str], ...]:
    return tuple(csv.DictReader((FOLDER / "cost-lists.csv").read_text(encoding="utf-8").splitlines()))


def test_no_entry_is_missing_and_none_is_too_many() -> None:
    assert {(one["list"], one["entry"], one["verdict"]) for one in lines()} == {
        (entry.of.code, entry.subject, entry.verdict.value) for entry in ENTRIES
    }


@pytest.mark.parametrize("line", lines(), ids=lambda one: f"{one['list']} {one['line']}")
def test_a_line_of_a_list_is_found_by_its_own_words(line: dict[str, str]) -> None:
    assert line["entry"] in [match.subject.key for match in find_costs(line["line"], most=3)]


@pytest.mark.parametrize(
    "line", [one for one in lines() if one["verdict"] == REFUSED], ids=lambda one: f"{one['list']} {one['line']}"
)
def test_a_refused_line_is_a_finding_on_the_stream_of_its_list(line: dict[str, str]) -> None:
    entry = next(one for one in ENTRIES if (one.of.code, one.subject) == (line["list"], line["entry"]))
    regime = REGIMES[entry.of.regimes[0]]
    year = entry.from_year or regime.last_year or regime.first_year
    stream = entry.of.stream or regime.streams[0].code
    assert line["entry"] in named_subjects(line["line"])
    said = check_expense(expense(year=year, description=line["line"], parts=(AllocatedPart(stream, 1_000_00),)))
    refused = [one for one in said if one.rule == entry.of.rule and one.field == "description"]
    assert len(refused) == 1
    assert refused[0].severity in (Severity.ERROR, Severity.WARNING)
