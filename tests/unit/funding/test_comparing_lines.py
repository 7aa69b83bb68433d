"""Lines of a sheet beside those of the portal: each line once, whatever the order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.foundation.years import year_span
from portal.funding.federal.categories import category_of
from portal.funding.federal.comparing import SheetLine, Standing, compare_lines, totals_by_category
from portal.funding.federal.lines import (
    LineProblem,
    ReportLine,
    problems_of,
    reported_beneficiaries,
    reported_description,
)
from portal.funding.regimes import law_of_year
from portal.funding.types import ExpenseKind

OURS = ReportLine(7, "federal-old-events", date(2010, 3, 1), "Toegang tot het theater", 12, 96_00)
THEIRS = SheetLine(2, "federal-old-events", date(2010, 3, 1), "Toegang tot het  Theater", 12, 96_00)


def test_spaces_and_capitals_are_no_difference():
    (pair,) = compare_lines([THEIRS], [OURS])
    assert pair.standing is Standing.EQUAL


@pytest.mark.parametrize(
    ("change", "differing"),
    [
        ({"amount_cents": 97_00}, ("amount_cents",)),
        ({"beneficiaries": 13}, ("beneficiaries",)),
        ({"beneficiaries": None}, ("beneficiaries",)),
        ({"on": date(2010, 3, 2)}, ("on",)),
        ({"description": "Toegang tot het museum"}, ("description",)),
        ({"stream": "federal-old-ict"}, ("stream",)),
        ({"amount_cents": 97_00, "beneficiaries": 13}, ("beneficiaries", "amount_cents")),
    ],
)
def test_a_line_that_is_nearly_the_same_tells_what_differs(change, differing):
    (pair,) = compare_lines([replace(THEIRS, **change)], [OURS])
    assert (pair.standing, pair.differing, pair.portal) == (Standing.DIFFERENT, differing, OURS)


def test_another_line_is_on_each_side_alone():
    other = replace(THEIRS, on=date(2010, 9, 9), description="Lidgeld", amount_cents=5_00)
    assert [one.standing for one in compare_lines([other], [OURS])] == [Standing.ONLY_SHEET, Standing.ONLY_PORTAL]


def test_twice_in_the_sheet_and_once_in_the_portal_is_a_double():
    again = replace(THEIRS, row=9)
    first, second = compare_lines([THEIRS, again], [OURS])
    assert (first.standing, second.standing, second.double_of) == (Standing.EQUAL, Standing.DOUBLE, 2)
    both = compare_lines([THEIRS, again], [OURS, replace(OURS, expense=8)])
    assert [one.standing for one in both] == [Standing.EQUAL, Standing.EQUAL]


LINES = st.lists(
    st.builds(
        SheetLine,
        row=st.integers(2, 10**6),
        stream=st.sampled_from(["federal-old-events", "federal-old-ict", None]),
        on=st.sampled_from([date(2010, 1, 1), date(2010, 2, 2), None]),
        description=st.sampled_from(["a", "b", ""]),
        beneficiaries=st.sampled_from([1, 2, None]),
        amount_cents=st.sampled_from([1, 2, None]),
    ),
    max_size=12,
    unique_by=lambda line: line.row,
)


@given(sheet=LINES, portal=LINES)
def test_no_line_is_lost_or_made_and_no_cent_either(sheet, portal):
    ours = [
        ReportLine(
            one.row, one.stream or "federal-old-ict", one.on, one.description, one.beneficiaries, one.amount_cents or 0
        )
        for one in portal
    ]
    pairs = compare_lines(sheet, ours)
    assert sorted(one.sheet.row for one in pairs if one.sheet) == sorted(one.row for one in sheet)
    assert sorted(one.portal.expense for one in pairs if one.portal) == sorted(one.expense for one in ours)
    counted = totals_by_category(sheet, ours, ["federal-old-events", "federal-old-ict"])
    assert sum(one.portal[2] for one in counted) == sum(one.amount_cents for one in ours)


@given(lines=LINES)
def test_equal_sides_are_equal_in_any_order(lines):
    whole = [one for one in lines if one.stream and one.on and one.beneficiaries and one.amount_cents]
    ours = [
        ReportLine(at, one.stream, one.on, one.description, one.beneficiaries, one.amount_cents)
        for at, one in enumerate(whole)
    ]
    pairs = compare_lines(whole[::-1], ours)
    assert {one.standing for one in pairs} <= {Standing.EQUAL}


OLD = {code: (str(one.label),) for code, one in law_of_year(2010).streams.items()}
NEW = {code: (str(one.label),) for code, one in law_of_year(2025).streams.items()}


@pytest.mark.parametrize(
    ("text", "streams", "code"),
    [
        ("Categorie 1", OLD, "federal-old-events"),
        ("1", OLD, "federal-old-events"),
        ("cat. 2 - verenigingen", OLD, "federal-old-associations"),
        ("Deelname aan sociale, culturele en sportieve verenigingen", OLD, "federal-old-associations"),
        ("Catégorie 3", OLD, "federal-old-initiatives"),
        ("Initiatieven die de toegang bevorderen tot ICT", OLD, "federal-old-ict"),
        ("Ordinateurs recyclés", OLD, "federal-old-recycled-pcs"),
        ("Kinderarmoede", OLD, "federal-old-child-poverty"),
        ("Pauvreté infantile", NEW, "federal-child-poverty"),
        ("Cluster B", NEW, "federal-modules"),
        ("Collectieve modules", NEW, "federal-modules"),
        ("Federaal geld: maatschappelijke participatie", NEW, "federal-participation"),
        ("Categorie 1", NEW, None),
        ("Personeel", OLD, None),
        ("Blad1", OLD, None),
        ("", OLD, None),
    ],
)
def test_a_category_is_known_by_its_words_in_dutch_and_french(text, streams, code):
    assert category_of(text, streams) == code


@pytest.mark.parametrize(
    ("counted", "users", "reported"), [(20, 6, 6), (4, 6, 4), (None, 6, 6), (9, None, 9), (None, None, None)]
)
def test_beneficiaries_are_counted_after_the_key(counted, users, reported):
    assert reported_beneficiaries(counted, users) == reported


def test_agreements_and_investments_are_marked_once():
    assert reported_description("Kooklessen ", ExpenseKind.AGREEMENT) == "Kooklessen (samenwerkingsakkoord)"
    assert (
        reported_description("Kooklessen, samenwerkingsovereenkomst", ExpenseKind.AGREEMENT).count("samenwerking") == 1
    )
    assert reported_description("Een tent", ExpenseKind.INVESTMENT) == "Een tent (investering)"
    assert reported_description("Een tent", ExpenseKind.COLLECTIVE) == "Een tent"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"on": None}, LineProblem.NO_DATE),
        ({"on": date(2011, 1, 1)}, LineProblem.OUTSIDE),
        ({"description": " "}, LineProblem.NO_DESCRIPTION),
        ({"description": "GWP naar zee"}, LineProblem.ABBREVIATION),
        ({"description": "Reeks zumba"}, LineProblem.UNCLEAR),
        ({"beneficiaries": 0}, LineProblem.NO_BENEFICIARIES),
        ({"amount_cents": 0}, LineProblem.NO_AMOUNT),
        ({"kind": ExpenseKind.AGREEMENT}, LineProblem.WRONG_CATEGORY),
        ({"stream": "federal-old-recycled-pcs", "beneficiaries": None}, LineProblem.NO_PCS),
    ],
)
def test_each_mandatory_field_of_a_line_is_asked(change, problem):
    assert list(problems_of(replace(OURS, **change), year_span(2010))) == [problem]
    assert list(problems_of(OURS, year_span(2010))) == []
