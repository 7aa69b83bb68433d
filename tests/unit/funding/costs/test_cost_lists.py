"""The cost lists are complete, say where they were read, and make nothing up."""

from __future__ import annotations

from collections import Counter

import pytest

from portal.foundation.finding import Certainty
from portal.foundation.wording import Wording
from portal.funding.costs import CAP_LABELS, ENTRIES, VERDICT_LABELS, Verdict, subjects
from portal.funding.costs.types import CapBase
from portal.funding.regimes import REGIMES, RULES, find_stream, law_of_year, sources

# How many lines each list of the sources has; a line more or less is a line made up or lost.
LINES = {
    "events-yes": 25,
    "events-no": 23,
    "associations-yes": 14,  # three kinds of costs and eleven examples
    "associations-no": 7,
    "initiatives-yes": 5,
    "initiatives-no": 2,
    "cooperation": 3,
    "investments": 3,  # two limits, and the bicycle that section 1.8 names
    "staff": 1,
    "ict-yes": 6,
    "ict-no": 2,
    "recycled-pcs": 3,
    "child-programmes": 10,  # six for parents, four for children
    "child-school-yes": 8,
    "child-school-no": 2,
    "child-mind": 7,
    "child-care-yes": 11,
    "child-care-no": 3,
    "child-gear-yes": 5,
    "child-gear-no": 3,
    "child-games": 1,
    "child-groups": 5,
    "child-group-costs": 3,
    "cluster-participation": 8,  # six examples, the sports equipment of Mechelen, outsourcing
    "cluster-ict": 1,
    "cluster-children": 4,
    "cluster-modules": 4,  # the module, its two themes, and what is no module
    "cluster-investments": 2,
    "cluster-investments-now": 2,
    "cluster-limits": 4,
    "cluster-staff": 1,
    "cluster-staff-modules": 1,
    "cluster-staff-children": 1,
    "flemish-participation": 2,
    "flemish-initiatives": 1,
    "flemish-unknown": 5,
    "flemish-practice": 4,
    "flemish-uitpas": 1,
}


def test_every_list_has_as_many_lines_as_its_source() -> None:
    assert Counter(entry.of.code for entry in ENTRIES) == LINES


def test_no_line_stands_twice() -> None:
    assert [one for one, times in Counter(entry.id for entry in ENTRIES).items() if times > 1] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_line_says_where_it_was_read_and_fits_its_regime(entry) -> None:
    assert entry.of.source
    assert entry.source.startswith(entry.of.source)
    assert entry.of.rule in RULES
    assert entry.cap is None or entry.cap.rule in RULES
    assert not entry.of.stream or find_stream(entry.of.stream) is not None
    for code in entry.of.regimes:
        regime = REGIMES[code]
        assert not entry.of.stream or entry.of.stream in {stream.code for stream in regime.streams}
        assert (entry.from_year or regime.first_year) >= regime.first_year
        assert (entry.until_year or regime.first_year) <= (regime.last_year or 2099)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_line_has_its_words_in_both_languages(entry) -> None:
    assert entry.dutch.strip() == entry.dutch != ""
    assert entry.english.strip() == entry.english != ""
    assert len(entry.words) == len(set(entry.words))
    assert all(word == word.strip() for word in entry.words)


def test_lines_of_one_thing_have_one_name() -> None:
    english = {key: {entry.english for entry in subject.entries} for key, subject in subjects().items()}
    twice = {key for key, names in english.items() if len(names) > 1}
    # the same thing, as the old lists and the measure for children call it
    assert twice == {"childcare", "educational-toys", "learning-disorders", "wellness"}


def test_what_depends_says_on_what() -> None:
    assert [entry.id for entry in ENTRIES if entry.verdict is Verdict.DEPENDS and entry.condition is None] == []


def test_what_no_source_answers_is_never_told_as_certain() -> None:
    unread = [entry for entry in ENTRIES if entry.of.source == sources.NOT_FOUND]
    assert unread
    assert {entry.certainty for entry in unread} == {Certainty.ASSUMED}
    assert {entry.verdict for entry in unread} == {Verdict.DEPENDS}


def test_no_flemish_line_refuses_anything() -> None:
    """FL-SPEND-3: no exclusion was found, so none may be told."""
    flemish = {entry.verdict for entry in ENTRIES if "FL-PD" in entry.of.regimes}
    assert flemish == {Verdict.ALLOWED, Verdict.DEPENDS}


def test_every_word_has_its_label() -> None:
    assert set(VERDICT_LABELS) == set(Verdict)
    assert set(CAP_LABELS) == set(CapBase)


@pytest.mark.parametrize(
    ("entry_id", "year", "cents"),
    [
        ("recycled-pcs.recycled-computer", 2014, 100_00),
        ("ict-yes.computer", 2014, 500_00),
        ("investments.own-investment", 2010, 500_00),
        ("cluster-investments.individual-purchase", 2018, 500_00),
    ],
)
def test_a_highest_amount_is_that_of_the_settings_of_the_year(entry_id: str, year: int, cents: int) -> None:
    entry = next(one for one in ENTRIES if one.id == entry_id)
    assert entry.cap is not None
    assert entry.cap.cents(law_of_year(year)) == cents


def test_a_limit_that_is_gone_is_not_told() -> None:
    """FED-INV-4: since investments are out, there is no limit per person any more."""
    entry = next(one for one in ENTRIES if one.id == "cluster-investments.individual-purchase")
    assert entry.cap is not None
    assert entry.cap.cents(law_of_year(2023)) is None


def test_conditions_are_sentences() -> None:
    for entry in ENTRIES:
        if entry.condition is not None:
            assert isinstance(entry.condition, Wording)
            assert str(entry.condition).endswith(".")
