"""The calculators of the money page reckon with the figures of the year and name their rule."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from portal.foundation.finding import Certainty
from portal.funding import calculators
from portal.funding.regimes import SettingKey, YearLaw, law_of_year

DRAWING = {"budget": "1400000", "vt": "2400", "vt_whole": "800000", "rmi": "150", "rmi_whole": "60000"}
FEDERAL = {"budget": "11855000", "leefloon": "2", "leefloon_whole": "1000", "vt": "3", "vt_whole": "1000"}


def changed(year: int, key: SettingKey, value: Fraction | int | None) -> YearLaw:
    """The law of a year with another figure."""
    law = law_of_year(year)
    regimes = tuple(
        replace(one, settings=tuple(replace(row, value=value) if row.key is key else row for row in one.settings))
        for one in law.regimes
    )
    return replace(law, regimes=regimes)


def cents(found: calculators.Sum | None) -> int | None:
    assert found is not None
    return found.result_cents


def test_the_drawing_right_follows_the_share_of_brussels_and_the_weight_of_the_year() -> None:
    found = calculators.estimate_drawing_right(DRAWING, law_of_year(2024))
    assert found is not None
    assert (found.result_cents, found.rule, found.caveat) == (3_619_00, "FL-DRAW-6", None)
    assert "6 %" in str(found.formula)
    assert "50 %" in str(found.formula)
    none = changed(2024, SettingKey.VGC_SHARE, 0)
    assert cents(calculators.estimate_drawing_right(DRAWING, none)) == 3_850_00
    only_vt = changed(2024, SettingKey.DRAWING_RIGHT_WEIGHT, 1)
    assert cents(calculators.estimate_drawing_right(DRAWING, only_vt)) == 3_948_00


@pytest.mark.parametrize(("year", "certainty"), [(2026, Certainty.ASSUMED), (2028, Certainty.ASSUMED)])
def test_a_year_of_which_the_key_is_assumed_says_so(year: int, certainty: Certainty) -> None:
    found = calculators.estimate_drawing_right(DRAWING, law_of_year(year))
    assert found is not None
    assert found.certainty is certainty
    assert found.caveat is not None


def test_a_year_without_a_known_key_gets_no_figure() -> None:
    for found in (
        calculators.estimate_drawing_right(DRAWING, law_of_year(2015)),
        calculators.estimate_drawing_right(DRAWING, law_of_year(2034)),
        calculators.estimate_federal(FEDERAL, law_of_year(2014)),
        calculators.estimate_federal(FEDERAL, law_of_year(2026)),
    ):
        assert found is not None
        assert (found.result_cents, found.refusal) == (None, calculators.NO_KEY)


def test_the_federal_amount_follows_the_weight_of_the_year() -> None:
    found = calculators.estimate_federal(FEDERAL, law_of_year(2025))
    assert found is not None
    assert (found.result_cents, found.rule) == (26_673_75, "FED-KEY-3")
    assert "75 %" in str(found.formula)
    half = changed(2025, SettingKey.FEDERAL_WEIGHT, Fraction(1, 2))
    assert cents(calculators.estimate_federal(FEDERAL, half)) == 29_637_50
    assert calculators.knows_federal_key(law_of_year(2025))
    assert not calculators.knows_federal_key(law_of_year(2014))


def test_more_than_the_country_is_refused() -> None:
    found = calculators.estimate_federal(FEDERAL | {"vt": "1001"}, law_of_year(2025))
    assert found is not None
    assert "hele land" in str(found.refusal)


def test_staff_of_the_old_years_follows_share_and_threshold() -> None:
    typed = {"granted": "27000", "justified": "20000"}
    found = calculators.staff_costs(typed, law_of_year(2014))
    assert found is not None
    assert (found.result_cents, found.rule) == (2_000_00, "FED-STAFF-3")
    assert "25.000,00" in str(found.formula)
    twice = changed(2014, SettingKey.STAFF_SHARE, Fraction(1, 5))
    assert cents(calculators.staff_costs(typed, twice)) == 4_000_00
    dear = changed(2014, SettingKey.STAFF_THRESHOLD, 30_000_00)
    assert cents(calculators.staff_costs(typed, dear)) == 0
    pooled = calculators.staff_costs(typed | {"granted": "12000", "pooled": "27000"}, law_of_year(2014))
    assert pooled is not None
    assert pooled.rule == "FED-STAFF-4"


def test_staff_per_cluster_follows_the_shares_of_the_year() -> None:
    typed = {"federal-participation": "12000", "federal-modules": "5000", "federal-child-poverty": "8000"}
    found = calculators.staff_costs(typed, law_of_year(2024))
    assert found is not None
    assert (found.result_cents, found.rule, found.certainty) == (7_000_00, "FED-STAFF-7", Certainty.PROBABLE)
    less = changed(2024, SettingKey.STAFF_SHARE_MODULES, Fraction(1, 2))
    assert cents(calculators.staff_costs(typed, less)) == 4_500_00
