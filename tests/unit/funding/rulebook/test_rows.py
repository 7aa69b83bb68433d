"""Every rule of the rulebook is a row, written down in a golden file; the list narrows by what one asks."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest

import portal.funding
from portal.foundation.finding import CERTAINTY_EXPLAINED, Certainty
from portal.funding.regimes import REGIMES, RULES, DecidedDeadline, DecidedSetting, SettingKey
from portal.funding.rulebook.listing import RuleFilter, by_subject, list_rules, years_of
from portal.funding.rulebook.parameters import amounts_of, deadlines_of, keys_of, parameters_of
from portal.funding.rulebook.places import Place, places_of
from portal.funding.rulebook.subjects import SUBJECT_LABELS, RuleSubject, subject_of
from tests.tools.golden import assert_golden

FUNDING = Path(portal.funding.__file__).parent
NAMED = re.compile(r'"((?:FL|FED|MONEY|STREAM|DATA)-[A-Z]*-?\d+)"')


def ids(**wanted) -> list[str]:
    return [one.id for one in list_rules(RuleFilter(**wanted))]


def test_the_rulebook_is_the_one_that_was_agreed():
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(["rule", "regimes", "years", "severity", "certainty", "source"])
    for rule in sorted(RULES):
        for row in RULES[rule]:
            years = "; ".join(f"{code} {first}-{last or ''}" for code, first, last in years_of(row))
            rows.writerow([rule, " ".join(row.regimes), years, row.severity, row.certainty, row.source])
    assert_golden("rulebook.csv", table.getvalue())


def test_every_row_has_a_subject_and_years():
    for rule, rows in RULES.items():
        assert subject_of(rule) in SUBJECT_LABELS
        for row in rows:
            assert len(years_of(row)) == len(row.regimes), rule
            assert row.from_year is None or row.until_year is None or row.from_year <= row.until_year
    assert set(CERTAINTY_EXPLAINED) == set(Certainty)
    assert set(SUBJECT_LABELS) == set(RuleSubject)


def test_every_figure_of_a_regime_stands_with_a_rule():
    shown = {(code, key) for rows in RULES.values() for row in rows for code in row.regimes for key in row.parameters}
    assert {(one.code, row.key) for one in REGIMES.values() for row in one.settings} <= shown


@pytest.mark.parametrize(
    ("place", "modules"),
    [
        (Place.EXPENSE, "streams amounts dates target_group caps staff agreements"),
        (Place.YEAR, "balance cofinancing whole_subsidy"),
    ],
)
def test_where_a_rule_is_checked_is_told_as_it_is(place, modules):
    found = set()
    for name in modules.split():
        found |= set(NAMED.findall((FUNDING / "rules" / f"{name}.py").read_text(encoding="utf-8")))
    wrong = {rule for rule in found if place not in places_of(rule)}
    others = {"DATA-ORG-1", "MONEY-4"}
    assert wrong <= others
    told = {rule for rule in RULES if place in places_of(rule) and rule not in REGIMES}
    assert told <= found | others | {"MONEY-5", "MONEY-8", "FED-REP-3", "FED-REP-2", "STREAM-1"}


def test_the_list_narrows_by_regulation_year_certainty_severity_subject_and_words():
    assert len(ids()) == len(RULES)
    assert "FED-INV-4" in ids(year=2023)
    assert "FED-INV-4" not in ids(year=2014)
    assert "FL-COFIN-4" not in ids(year=2016)
    assert set(ids(regime="FL-BCD-B")) >= {"FL-NOTE-5", "FL-BCD-4"}
    assert set(ids(certainty="disputed")) >= {"FL-COFIN-2", "FL-COFIN-3", "FED-PAY-5", "UIT-10"}
    assert "MONEY-1" in ids(severity="error")
    assert set(ids(subject="uitpas")) == {f"UIT-{number}" for number in range(1, 13)}
    assert ids(words="cofinanciering 2027") == ["FL-COFIN-5"]
    assert ids(words="fl-draw-6")[0] == "FL-DRAW-6"
    assert ids(words="coordinatoren")  # accents do not matter
    assert ids(words="bestaat echt niet") == []


def test_a_choice_before_2033_belongs_to_its_years():
    assert "FL-BCD-4" in ids(year=2028)
    assert "FL-BCD-4" not in ids(year=2026)


def test_subjects_come_in_one_order_with_their_rules_by_number():
    groups = by_subject(list_rules(RuleFilter()))
    assert list(groups) == [one for one in RuleSubject if one in groups]
    assert [one.id for one in groups[RuleSubject.UITPAS]] == [f"UIT-{number}" for number in range(1, 13)]


def test_a_rule_shows_its_figures_in_its_own_years_with_what_was_decided():
    spans = [(one.first_year, one.last_year, str(one.told), one.is_decided) for one in parameters_of("FL-COFIN-4")]
    assert spans == [(2020, 2026, "1", False)]
    decided = (DecidedSetting("FL-PD", SettingKey.COFINANCING_RATIO, 2, 2026, None, Certainty.CONFIRMED, "Besluit"),)
    spans = [
        (one.first_year, one.last_year, str(one.told), one.is_decided) for one in parameters_of("FL-COFIN-4", decided)
    ]
    assert spans == [(2020, 2025, "1", False), (2026, 2026, "2", True)]
    assert "cofinancing-ratio" in keys_of("FL-COFIN-4")


def test_days_and_amounts_stand_with_their_rule_and_unknown_ones_say_so():
    days = deadlines_of("FED-REP-6", 2026)
    assert {(year, one.on) for year, one in days} == {(2025, None)}
    found = DecidedDeadline("FED-NEW", "federal-report", 2020, date(2021, 3, 31), Certainty.CONFIRMED, "Brief")
    assert (2020, date(2021, 3, 31)) in {(year, one.on) for year, one in deadlines_of("FED-REP-6", 2026, (found,))}
    assert [(year, one.on) for year, one in deadlines_of("FL-PROC-9", 2026)] == [(2027, date(2026, 4, 1))]
    assert [(one.amount.year, one.amount.value) for one in amounts_of("FL-DRAW-10")] == [(2024, 1_391_569_00)]
    assert {one.amount.year for one in amounts_of("FED-LIFE-3")} == {2003, 2016, 2024, 2025}
