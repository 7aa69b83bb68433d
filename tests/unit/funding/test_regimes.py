"""Which regime rules a year, and which streams it brings."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from portal.funding.regimes import (
    REGIMES,
    Certainty,
    RegimeLevel,
    RegimeStatus,
    SettingKey,
    all_streams,
    cofinancing_ratio,
    deadlines_of_year,
    find_stream,
    law_of_year,
    regimes_of_year,
    spend_by,
    stream_exists,
    streams_of_year,
)

NO_END = (RegimeStatus("FED-END", False, Certainty.CONFIRMED, "Arrest van de Raad van State"),)


def codes(year: int, overrides: tuple[RegimeStatus, ...] = (), choice: str | None = None) -> list[str]:
    return [regime.code for regime in regimes_of_year(year, overrides, choice=choice)]


def stream_codes(year: int, overrides: tuple[RegimeStatus, ...] = ()) -> list[str]:
    return [stream.code for stream in streams_of_year(year, overrides)]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2002, []),
        (2003, ["FED-OLD"]),
        (2008, ["FL-PD", "FED-OLD"]),
        (2016, ["FL-PD", "FED-OLD"]),
        (2017, ["FL-PD", "FED-NEW"]),
        (2025, ["FL-PD", "FED-NEW"]),
        (2026, ["FL-PD", "FED-END"]),
        (2027, ["FL-BCD-T", "FED-END"]),
        (2032, ["FL-BCD-T", "FED-END"]),
        (2033, ["FL-BCD-B", "FED-END"]),
    ],
)
def test_the_year_of_the_money_chooses_the_regimes(year: int, expected: list[str]) -> None:
    assert codes(year) == expected


def test_streams_come_flemish_first_then_own_then_federal_then_other() -> None:
    assert stream_codes(2025) == [
        "drawing-right",
        "co-financing",
        "federal-participation",
        "federal-modules",
        "federal-child-poverty",
        "other",
    ]


def test_the_old_regime_has_four_categories_computers_and_child_poverty() -> None:
    assert stream_codes(2010) == [
        "drawing-right",
        "co-financing",
        "federal-old-events",
        "federal-old-associations",
        "federal-old-initiatives",
        "federal-old-ict",
        "federal-old-recycled-pcs",
        "federal-old-child-poverty",
        "other",
    ]


def test_2026_has_no_federal_stream() -> None:
    assert stream_codes(2026) == ["drawing-right", "co-financing", "other"]
    assert not stream_exists("federal-participation", 2026)


def test_the_old_clusters_keep_ruling_when_an_administrator_takes_the_end_out_of_force() -> None:
    assert codes(2026, NO_END) == ["FL-PD", "FED-NEW"]
    assert stream_exists("federal-participation", 2026, NO_END)
    assert codes(2025, NO_END) == codes(2025)


def out_of_force(*regimes: str) -> tuple[RegimeStatus, ...]:
    return tuple(RegimeStatus(code, False, Certainty.CONFIRMED, "Besluit") for code in regimes)


def test_only_the_end_of_the_subsidy_leaves_its_years_to_the_regime_before_it() -> None:
    assert codes(2024, out_of_force("FED-NEW")) == ["FL-PD"]
    assert stream_codes(2024, out_of_force("FED-NEW")) == ["drawing-right", "co-financing", "other"]
    assert codes(2026, out_of_force("FED-NEW", "FED-END")) == ["FL-PD"]
    assert codes(2028, out_of_force("FL-BCD-T")) == ["FED-END"]
    assert codes(2030, out_of_force("FED-END")) == ["FL-BCD-T", "FED-NEW"]


def test_a_network_whose_choice_is_out_of_force_stays_under_the_transition_measure() -> None:
    assert codes(2028, out_of_force("FL-BCD-B"), choice="FL-BCD-B") == ["FL-BCD-T", "FED-END"]
    assert codes(2033, out_of_force("FL-BCD-B")) == ["FED-END"]


def test_the_last_word_of_an_administrator_about_a_regime_counts() -> None:
    back_in_force = RegimeStatus("FED-END", True, Certainty.CONFIRMED, "Beroep verworpen")
    assert codes(2026, (*NO_END, back_in_force)) == ["FL-PD", "FED-END"]


def test_a_network_may_choose_the_supra_local_regime_from_2027() -> None:
    assert codes(2026, choice="FL-BCD-B") == ["FL-PD", "FED-END"]
    assert codes(2027, choice="FL-BCD-B") == ["FL-BCD-B", "FED-END"]
    assert streams_of_year(2027, choice="FL-BCD-B")[0].label != streams_of_year(2027)[0].label


def test_every_stream_is_found_by_its_code_and_an_unknown_one_is_not() -> None:
    assert len(all_streams()) == 12
    for stream in all_streams():
        assert find_stream(stream.code) == stream
    assert find_stream("lottery") is None


def test_other_money_exists_in_every_year() -> None:
    assert all(stream_codes(year)[-1] == "other" for year in range(2003, 2041))


def test_money_is_spent_by_the_end_of_the_calendar_year() -> None:
    assert spend_by("drawing-right", 2026) == date(2026, 12, 31)
    assert spend_by("federal-participation", 2025) == date(2025, 12, 31)


def test_the_first_federal_years_ran_until_the_end_of_april() -> None:
    assert spend_by("federal-old-events", 2008) == date(2009, 4, 30)
    assert spend_by("federal-old-events", 2010) == date(2010, 12, 31)
    assert spend_by("drawing-right", 2008) == date(2008, 12, 31)


def test_the_ratio_of_2020_to_2026_is_one_to_one_and_to_be_confirmed() -> None:
    for year in (2020, 2026):
        ratio = cofinancing_ratio(year)
        assert ratio is not None
        assert (ratio.value, ratio.certainty) == (Fraction(1), Certainty.ASSUMED)


def test_the_ratio_before_2020_is_disputed_and_from_2027_it_is_zero() -> None:
    before, after = cofinancing_ratio(2018), cofinancing_ratio(2027)
    assert before is not None
    assert before.certainty is Certainty.DISPUTED
    assert after is not None
    assert (after.value, after.certainty) == (Fraction(0), Certainty.CONFIRMED)
    assert cofinancing_ratio(2005) is None


def test_a_network_keeps_its_own_ratio() -> None:
    ratio = cofinancing_ratio(2024, network_ratio=Fraction(2))
    assert ratio is not None
    assert ratio.value == 2


def test_what_nobody_found_has_no_value() -> None:
    advance = law_of_year(2024).setting(RegimeLevel.FEDERAL, SettingKey.ADVANCE_SHARE)
    assert advance is not None
    assert advance.value is None
    assert not advance.is_settled


def test_every_setting_of_a_regime_has_at_most_one_row_a_year() -> None:
    for regime in REGIMES.values():
        for year in range(regime.first_year, (regime.last_year or 2040) + 1):
            keys = [row.key for row in regime.settings if row.holds_in(year)]
            assert len(keys) == len(set(keys)), (regime.code, year)


def test_deadlines_with_a_date_come_before_those_that_nobody_found() -> None:
    dates = [deadline.on for deadline in deadlines_of_year(2025)]
    assert dates == [date(2025, 12, 31), date(2025, 12, 31), None, None]


def test_the_one_filing_moment_for_2027_was_the_first_of_april_2026() -> None:
    assert deadlines_of_year(2027)[0].on == date(2026, 4, 1)
    assert date(2027, 4, 1) not in [deadline.on for deadline in deadlines_of_year(2028)]


def test_a_note_that_starts_is_applied_for_in_october_before() -> None:
    assert deadlines_of_year(2020, starts_a_note=True)[0].on == date(2019, 10, 1)
