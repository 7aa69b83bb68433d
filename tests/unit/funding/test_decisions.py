"""What an administrator decided goes before the rulebook, for its own years and its own regime only."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.foundation.errors import RuleBroken
from portal.funding.regimes import (
    REGIMES,
    AmountKey,
    Certainty,
    DecidedAmount,
    DecidedDeadline,
    DecidedSetting,
    Decisions,
    RegimeLevel,
    RegimeStatus,
    SettingKey,
    amount_of_year,
    as_decisions,
    cofinancing_ratio,
    deadlines_of_year,
    law_of_year,
    spend_by,
)
from portal.funding.regimes.figures import (
    amount_from_kept,
    amount_from_text,
    kept_amount,
    kept_setting,
    setting_from_kept,
    setting_from_text,
    told_kept,
    typed_setting,
)
from portal.funding.rules import check_expense, check_year, cofinancing_of_year
from tests.unit.funding.facts import STAFF, by_rule, expense, grant, of_year, parts, rules_in

RATIO = SettingKey.COFINANCING_RATIO
C = Certainty.CONFIRMED


def figure(regime, key, value, first, last=None, certainty=C, source="Decreet 2026"):
    return DecidedSetting(regime, key, value, first, last, certainty, source)


def test_a_ratio_from_2026_changes_2026_and_leaves_older_years_as_they_were():
    decisions = Decisions((figure("FL-PD", RATIO, Fraction(2), 2026),))
    assert [cofinancing_ratio(year, decisions).value for year in (2024, 2025, 2026)] == [1, 1, 2]
    assert cofinancing_ratio(2027, decisions).value == 0  # another regime
    row = cofinancing_ratio(2026, decisions)
    assert (row.certainty, row.source, row.rule) == (C, "Decreet 2026", "FL-COFIN-4")


def test_the_newest_decision_for_a_year_counts():
    decisions = Decisions(
        (figure("FL-PD", RATIO, 2, 2020), figure("FL-PD", RATIO, 3, 2022, 2023), figure("FL-PD", RATIO, 4, 2023))
    )
    assert [cofinancing_ratio(year, decisions).value for year in range(2019, 2025)] == [1, 2, 2, 3, 4, 4]


def test_the_position_of_a_network_follows_the_decided_ratio():
    facts = of_year(year=2026, grants=[grant("drawing-right", 6_000, 2026), grant("co-financing", 6_000, 2026)])
    (before, _row) = cofinancing_of_year(facts)
    (after, row) = cofinancing_of_year(facts, overrides=[figure("FL-PD", RATIO, 2, 2026)])
    assert (before.shortfall_cents, after.shortfall_cents, row.source) == (0, 6_000_00, "Decreet 2026")


def test_a_network_that_knows_its_own_ratio_keeps_it():
    decisions = (figure("FL-PD", RATIO, 2, 2026),)
    assert cofinancing_ratio(2026, decisions, network_ratio=Fraction(1)).value == 1


def test_a_decided_day_stands_among_the_deadlines_of_its_year_only():
    found = DecidedDeadline("FED-NEW", "federal-report", 2025, date(2026, 3, 31), C, "Brief van de POD")
    for year, day in ((2024, None), (2025, date(2026, 3, 31))):
        (report,) = [one for one in deadlines_of_year(year, (found,)) if one.key == "federal-report"]
        assert report.on == day
    assert (report.certainty, report.source, report.rule) == (C, "Brief van de POD", "FED-REP-6")


def test_a_decided_amount_is_known_in_its_year_only():
    found = DecidedAmount(AmountKey.FLEMISH_RIGHTS, 2026, 1_500_000_00, C, "Besluit")
    assert amount_of_year(AmountKey.FLEMISH_RIGHTS, 2026, (found,)).value == 1_500_000_00
    assert amount_of_year(AmountKey.FLEMISH_RIGHTS, 2025, (found,)) is None
    assert law_of_year(2024).amount(AmountKey.FLEMISH_RIGHTS).value == 1_391_569_00
    better = DecidedAmount(AmountKey.FEDERAL, 2024, 15_500_000_00, C, "Wet")
    assert amount_of_year(AmountKey.FEDERAL, 2024, (better,)).source == "Wet"


def test_a_decided_month_moves_the_day_until_which_money_is_spent():
    decisions = (figure("FED-OLD", SettingKey.PERIOD_START_MONTH, 5, 2009, 2009),)
    assert spend_by("federal-old-events", 2009, decisions) == date(2010, 4, 30)
    assert spend_by("federal-old-events", 2009) == date(2009, 12, 31)


def test_staff_on_flemish_money_is_refused_once_that_is_decided():
    staff = expense(kind=STAFF, parts=parts(drawing_right=100))
    assert by_rule(check_expense(staff), "FL-SPEND-3").severity == "hint"
    forbidden = figure("FL-PD", SettingKey.FLEMISH_STAFF_ALLOWED, 0, 2020)
    assert by_rule(check_expense(staff, overrides=[forbidden]), "FL-SPEND-3").severity == "error"
    unsure = figure("FL-PD", SettingKey.FLEMISH_STAFF_ALLOWED, 0, 2020, certainty=Certainty.DISPUTED)
    assert by_rule(check_expense(staff, overrides=[unsure]), "FL-SPEND-3").severity == "warning"
    allowed = figure("FL-PD", SettingKey.FLEMISH_STAFF_ALLOWED, 1, 2020)
    assert "FL-SPEND-3" not in rules_in(check_expense(staff, overrides=[allowed]))


@pytest.mark.parametrize(("value", "words"), [(1, "terug naar Vlaanderen"), (0, "mag je houden")])
def test_unspent_flemish_money_follows_what_was_decided(value, words):
    facts = of_year(grants=[grant("drawing-right", 500)], today=date(2025, 2, 1))
    decided = figure("FL-PD", SettingKey.UNSPENT_GOES_BACK, value, 2020)
    assert words in str(by_rule(check_year(facts, overrides=[decided]), "FL-PROC-7").sentence)


def test_the_part_of_federal_money_that_counts_follows_what_was_decided():
    facts = of_year(
        grants=[grant("drawing-right", 1_000), grant("federal-participation", 1_000)],
        expenses=[expense(invoice_cents=1_000_00, owner="ocmw", parts=parts(federal_participation=1_000))],
    )
    whole, _row = cofinancing_of_year(facts)
    half, _row = cofinancing_of_year(
        facts, overrides=[figure("FL-PD", SettingKey.FEDERAL_COUNTED_SHARE, Fraction(1, 2), 2020)]
    )
    assert (whole.federal_cents, half.federal_cents) == (1_000_00, 500_00)


def test_decisions_are_equal_and_hashed_by_what_they_say():
    one, other = (Decisions((figure("FL-PD", RATIO, 2, 2026),)) for _turn in range(2))
    assert (one, hash(one)) == (other, hash(other))
    assert as_decisions(one) is one
    assert law_of_year(2026, one) is law_of_year(2026, tuple(other))
    assert law_of_year(2026, one) is not law_of_year(2026)


def test_a_status_and_a_figure_are_decided_side_by_side():
    undone = RegimeStatus("FED-END", False, C, "Arrest")
    later = figure("FED-NEW", SettingKey.STAFF_SHARE, Fraction(1, 4), 2026)
    law = law_of_year(2026, (undone, later))
    assert law.setting(RegimeLevel.FEDERAL, SettingKey.STAFF_SHARE).value == Fraction(1, 4)


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        (RATIO, "2", 2),
        (RATIO, "1,5", Fraction(3, 2)),
        (SettingKey.VGC_SHARE, "6", Fraction(6, 100)),
        (SettingKey.VGC_SHARE, "0,5 %", Fraction(5, 1000)),
        (SettingKey.VGC_SHARE, " 12,5% ", Fraction(1, 8)),
        (SettingKey.INVESTMENT_CAP, "1.250,00", 1_250_00),
        (SettingKey.STAFF_THRESHOLD, "25000", 25_000_00),
        (SettingKey.PERIOD_START_MONTH, "mei", 5),
        (SettingKey.PERIOD_START_MONTH, "12", 12),
        (SettingKey.IMPUTATION_COUNTS, "Ja", 1),
        (SettingKey.IMPUTATION_COUNTS, "nee", 0),
        (SettingKey.ICT_PACK_PARTS, "3", 3),
    ],
)
def test_a_figure_is_read_and_kept_as_it_was_meant(key, typed, value):
    read = setting_from_text(key, typed)
    assert read == value
    assert setting_from_kept(key, kept_setting(key, read)) == value
    assert "%(" not in str(told_kept(kept_setting(key, read)))


HOSTILE = ["", "   ", "-1", "x" * 1_000, "1e5", "nan", "٣", "2;drop", "<b>2</b>", "1/0", "=1+1", "99999999999999999999"]


@pytest.mark.parametrize("key", SettingKey)
@pytest.mark.parametrize("typed", HOSTILE)
def test_what_is_no_figure_is_refused_beside_the_value(key, typed):
    with pytest.raises(RuleBroken) as broken:
        setting_from_text(key, typed)
    assert broken.value.field == "value"


@pytest.mark.parametrize("key", AmountKey)
@pytest.mark.parametrize("typed", HOSTILE)
def test_what_is_no_amount_is_refused_beside_the_value(key, typed):
    with pytest.raises(RuleBroken) as broken:
        amount_from_text(key, typed)
    assert broken.value.field == "value"


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        (RATIO, "10,01"),
        (SettingKey.VGC_SHARE, "101"),
        (SettingKey.VGC_SHARE, "0,5"),
        (SettingKey.PERIOD_START_MONTH, "13"),
        (SettingKey.PERIOD_START_MONTH, "0"),
        (SettingKey.PERIOD_START_MONTH, "1,5"),
        (SettingKey.ICT_PACK_PARTS, "0"),
        (SettingKey.INVESTMENT_CAP, "1,234"),
        (SettingKey.IMPUTATION_COUNTS, "misschien"),
    ],
)
def test_a_figure_outside_its_range_is_refused(key, typed):
    with pytest.raises(RuleBroken):
        setting_from_text(key, typed)


@pytest.mark.parametrize("typed", ["800000", "800.000", "800 000"])
def test_a_count_may_have_its_thousands_apart(typed):
    read = amount_from_text(AmountKey.VT_FLANDERS, typed)
    assert read == 800_000
    assert amount_from_kept(AmountKey.VT_FLANDERS, kept_amount(AmountKey.VT_FLANDERS, read)) == read


@settings(max_examples=80, deadline=None)
@given(
    rows=st.lists(st.tuples(st.integers(2008, 2026), st.integers(0, 18), st.integers(0, 10)), min_size=1, max_size=8),
    year=st.integers(2008, 2026),
)
def test_for_any_year_the_last_decision_that_holds_in_it_counts(rows, year):
    decisions = Decisions(figure("FL-PD", RATIO, value, first, first + length) for first, length, value in rows)
    fitting = [value for first, length, value in rows if first <= year <= first + length]
    assert cofinancing_ratio(year, decisions).value == (fitting[-1] if fitting else 1)


def test_every_deadline_has_a_key_of_its_own_in_its_regime():
    for regime in REGIMES.values():
        keys = [one.key for one in regime.deadlines]
        assert len(keys) == len(set(keys))
        assert all(0 < len(key) <= 40 for key in keys)


@pytest.mark.parametrize("typed", ["1,25", "1.5", "2", "0,333"])
def test_a_ratio_is_never_told_as_euros(typed):
    kept = kept_setting(SettingKey.COFINANCING_RATIO, setting_from_text(SettingKey.COFINANCING_RATIO, typed))
    assert "€" not in str(told_kept(kept))
    assert typed_setting(SettingKey.COFINANCING_RATIO, kept) == typed.replace(".", ",")
