"""The figures of the law in words: money, parts, yes and no, a month."""

from __future__ import annotations

from fractions import Fraction

import pytest

from portal.funding.regimes.types import SettingKey, told_setting


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        (SettingKey.INVESTMENT_CAP, 50_000, "500,00 euro"),
        (SettingKey.VGC_SHARE, Fraction(3, 50), "6 %"),
        (SettingKey.DRAWING_RIGHT_WEIGHT, Fraction(1, 2), "50 %"),
        (SettingKey.INVESTMENTS_ALLOWED, 0, "nee"),
        (SettingKey.IMPUTATION_COUNTS, 1, "ja"),
        (SettingKey.PERIOD_START_MONTH, 5, "mei"),
        (SettingKey.COFINANCING_RATIO, 2, "2"),
        (SettingKey.ICT_PACK_PARTS, 3, "3"),
        (SettingKey.STAFF_SHARE, None, "nog niet bekend"),
    ],
)
def test_a_figure_of_the_law_is_told_in_words(key, value, words):
    assert str(told_setting(key, value)) == words
