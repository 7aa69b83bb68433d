"""The worked examples come out as the rulebook states them, and follow what an administrator decides."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from portal.foundation.finding import Certainty
from portal.foundation.wording import Euros
from portal.funding.regimes import RULES, AmountKey, DecidedAmount, DecidedSetting, Decisions, SettingKey
from portal.funding.rulebook.examples import EXAMPLES, examples_of
from portal.funding.rulebook.places import places_of

FROM_THE_RULEBOOK = """
FL-DRAW-6 FL-DRAW-7 FL-DRAW-10 FL-COFIN-11 FL-COFIN-12 FED-KEY-3 FED-TARGET-7 FED-STAFF-3 FED-STAFF-4
FED-STAFF-7 FED-PAY-6 FED-COST-6 FED-COST-7 UIT-5 DATA-KBO-1
"""


def decided(regime: str, key: SettingKey, value: Fraction | int, year: int) -> Decisions:
    return Decisions((DecidedSetting(regime, key, value, year, None, Certainty.CONFIRMED, "Proef"),))


def test_every_example_of_the_rulebook_is_there():
    assert set(EXAMPLES) >= set(FROM_THE_RULEBOOK.split())
    assert set(EXAMPLES) <= set(RULES)


@pytest.mark.parametrize("rule", EXAMPLES)
def test_an_example_comes_out_as_stated(rule):
    for example in examples_of(rule):
        assert example.rule == rule
        assert {str(one.label): str(one.told) for one in example.outcomes} == {
            str(one.label): str(one.told_stated) for one in example.outcomes
        }
        assert example.agrees
        assert str(example.formula)
        assert all(str(one.label) and str(one.told) for one in example.given)


def test_an_example_that_would_come_out_otherwise_says_so():
    (example,) = examples_of("FED-TARGET-7")
    wrong = replace(example, outcomes=(replace(example.outcomes[0], stated=Euros(1)),))
    assert not wrong.agrees


@pytest.mark.parametrize(
    ("rule", "decisions", "told"),
    [
        ("FL-DRAW-6", decided("FL-PD", SettingKey.VGC_SHARE, Fraction(1, 10), 2024), "3.465,00 euro"),
        ("FED-KEY-3", decided("FED-NEW", SettingKey.FEDERAL_WEIGHT, Fraction(1, 2), 2025), "29.637,50 euro"),
        ("FED-COST-6", decided("FED-OLD", SettingKey.ICT_PACK_PARTS, 5, 2010), "15,00 euro"),
        ("FED-COST-7", decided("FED-OLD", SettingKey.RECYCLED_PC_CAP, 120_00, 2010), "120,00 euro"),
        ("FED-STAFF-7", decided("FED-NEW", SettingKey.STAFF_SHARE, Fraction(1, 5), 2024), "2.400,00 euro"),
        ("FL-COFIN-11", decided("FL-BCD-T", SettingKey.COFINANCING_RATIO, Fraction(1, 2), 2027), "2.755,00 euro"),
        (
            "FL-DRAW-10",
            Decisions((DecidedAmount(AmountKey.FLEMISH_RIGHTS, 2024, 1_000_000_00, Certainty.CONFIRMED, "Proef"),)),
            "60.000,00 euro",
        ),
    ],
)
def test_an_example_reckons_with_what_was_decided(rule, decisions, told):
    (example,) = examples_of(rule, decisions)
    assert told in {str(one.told) for one in example.outcomes}
    assert not example.agrees
    assert examples_of(rule)[0].agrees  # the decision is asked for, never remembered


def test_a_rule_without_example_has_none():
    assert examples_of("FL-NET-1") == ()
    assert places_of("FL-NET-8") == ()
