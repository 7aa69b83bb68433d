"""Every worked example of staff costs, and what no staff cost ever does: pass the grant."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.foundation.finding import Severity
from portal.funding.cooperations.types import CentreFacts, CooperationFacts
from portal.funding.regimes import FEDERAL_CHILD_POVERTY, FEDERAL_MODULES, FEDERAL_PARTICIPATION, law_of_year
from portal.funding.regimes.measures import Measure, measure_of, measures_of
from portal.funding.rules import staff_lump_sum_old
from portal.funding.rules.cooperation import check_cooperation, covers_all, is_everywhere, staff_of_centres
from portal.funding.rules.staff_reasoning import cluster_staff, lump_sum, together
from portal.network.municipalities import municipalities_on

CENTS = st.integers(0, 10**11)
CLUSTERS = (FEDERAL_PARTICIPATION, FEDERAL_MODULES, FEDERAL_CHILD_POVERTY)
LAW = law_of_year(2010)


@pytest.mark.parametrize(
    ("granted", "requested", "justified", "theoretical", "right"),
    [
        (27_000_00, 20_000_00, 20_000_00, 0, 0),  # asked for less than the threshold at registration
        (27_000_00, 27_000_00, 26_000_00, 2_600_00, 1_000_00),
        (27_000_00, 27_000_00, 35_000_00, 2_700_00, 0),
    ],
)
def test_the_examples_of_one_centre(granted, requested, justified, theoretical, right):
    found = lump_sum(granted, justified, requested_cents=requested)
    assert (found.theoretical_cents, found.right_cents) == (theoretical, right)


def centre(name, nis, granted, justified, **values):
    values = {"council_on": date(2009, 12, 15), "requested_cents": granted, **values}
    return CentreFacts(name, nis, granted_cents=granted, justified_cents=justified, **values)


def together_of(*centres, **values):
    values = {
        "signed_on": date(2010, 1, 5), "is_available": True, "staff_function": "maatschappelijk werker", **values
    }  # fmt: skip
    return CooperationFacts(2010, Measure.GENERAL, "Samen sterk", centres=centres, **values)


A = centre("OCMW A", "12014", 5_000_00, 4_500_00)
B = centre("OCMW B", "12025", 10_000_00, 11_000_00, is_employer=True)
C = centre("OCMW C", "12040", 12_000_00, 10_000_00)


@pytest.mark.parametrize("measure", [Measure.GENERAL, Measure.CHILD_POVERTY])
def test_the_example_of_three_centres_that_work_together(measure):
    facts = CooperationFacts(2010, measure, "Samen", centres=(A, B, C))
    found = staff_of_centres(facts, LAW)
    assert [one.right_cents for one in found if one] == [450_00, 0, 1_000_00]
    assert [one.theoretical_cents for one in found if one] == [450_00, 1_000_00, 1_000_00]


def test_the_new_caps_of_the_example():
    base = dict(zip(CLUSTERS, (12_000_00, 5_000_00, 8_000_00), strict=True))
    found = cluster_staff(law_of_year(2020), base, {}, 0)
    assert [one.cap_cents for one in found] == [1_200_00, 5_000_00, 800_00]


def test_the_sum_of_the_reasoning_is_written_with_its_figures():
    words = str(lump_sum(27_000_00, 26_000_00).reasoning)
    assert words == (
        "10 % van 26.000,00 euro is 2.600,00 euro. Van de toelage van 27.000,00 euro is nog 1.000,00 euro over. "
        "Het kleinste telt: 1.000,00 euro."
    )
    assert str(lump_sum(5_000_00, 4_000_00).reasoning).startswith("De toelage is 5.000,00 euro. Onder 25.000,00 euro")


@given(granted=CENTS, justified=CENTS, pooled=st.none() | CENTS, requested=st.none() | CENTS)
def test_staff_and_what_is_justified_never_pass_the_grant(granted, justified, pooled, requested):
    found = lump_sum(granted, justified, pooled_cents=pooled, requested_cents=requested)
    assert found.counted_cents + found.right_cents <= found.entitled_cents <= granted
    assert 0 <= found.right_cents <= found.theoretical_cents
    assert found.right_cents == staff_lump_sum_old(granted, justified, pooled, requested_cents=requested)


@given(
    base=st.tuples(CENTS, CENTS, CENTS),
    asked=st.tuples(CENTS, CENTS, CENTS),
    other=CENTS,
    year=st.integers(2017, 2025),
)
def test_staff_on_clusters_never_passes_its_cap_or_the_grant(base, asked, other, year):
    granted = dict(zip(CLUSTERS, base, strict=True))
    wanted = dict(zip(CLUSTERS, asked, strict=True))
    found = cluster_staff(law_of_year(year), granted, wanted, min(other, sum(base)))
    assert together(found) + min(other, sum(base)) <= sum(base)
    assert all(one.right_cents <= min(one.cap_cents, one.asked_cents) for one in found)


def sentences(facts, severity=Severity.ERROR):
    return [str(one.sentence) for one in check_cooperation(facts, LAW) if one.severity is severity]


def test_a_whole_agreement_between_centres_has_nothing_missing():
    assert check_cooperation(together_of(A, B, C), LAW) == []


@pytest.mark.parametrize(
    ("facts", "part"),
    [
        (together_of(A, B, C, staff_function=" "), "gezamenlijk personeelslid"),
        (together_of(A, B, C, is_available=False), "voor de inspectie"),
        (together_of(A, B, C, signed_on=None), "ondertekend"),
        (together_of(A, C), "op de loonlijst"),
        (together_of(B), "minstens twee"),
        (together_of(A, B, centre("OCMW D", "13001", 20_000_00, 0, council_on=None)), "OCMW D"),
        (together_of(A, B, centre("OCMW D", "13001", 20_000_00, 0, requested_cents=None)), "Hoeveel vraagt OCMW D"),
        (together_of(A, B, centre("OCMW D", "13001", None, 0, requested_cents=1)), "De toelage van OCMW D ontbreekt"),
        (together_of(A, B, centre("OCMW D", "13001", 20_000_00, 0, requested_cents=20_000_01)), "niet vragen voor een"),
    ],
)
def test_what_an_agreement_between_centres_lacks_is_an_error(facts, part):
    (sentence,) = sentences(facts)
    assert part in sentence


def test_centres_below_the_threshold_together_hear_it():
    assert "Onder 25.000,00 euro" in sentences(together_of(A, B), Severity.WARNING)[0]


def test_a_cooperation_never_covers_all_of_belgium():
    every = [one.nis for one in municipalities_on(date(2010, 12, 31))]
    assert covers_all(every, date(2010, 12, 31))
    assert not covers_all(every[1:], date(2010, 12, 31))
    facts = together_of(*(centre(code, code, 100_00, 0, is_employer=code == every[0]) for code in every))
    assert "Een samenwerking mag niet heel België omvatten." in sentences(facts)


def test_centres_of_every_region_and_province_are_a_warning():
    found = {}
    for one in municipalities_on(date(2010, 12, 31)):
        found.setdefault((one.region, one.province), one.nis)
    assert is_everywhere(found.values(), date(2010, 12, 31))
    assert not is_everywhere(list(found.values())[:-1], date(2010, 12, 31))
    facts = together_of(*(centre(code, code, 5_000_00, 0, is_employer=True) for code in found.values()))
    assert "uit alle gewesten" in sentences(facts, Severity.WARNING)[0]


def test_measures_follow_the_years():
    assert measures_of(law_of_year(2010)) == (Measure.GENERAL, Measure.RECYCLED_PCS, Measure.CHILD_POVERTY)
    assert measures_of(law_of_year(2025)) == (Measure.CLUSTERS,)
    assert measures_of(law_of_year(2026)) == measures_of(law_of_year(2002)) == ()
    assert measure_of("drawing-right") is None
