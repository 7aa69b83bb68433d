"""The date that counts, and the stand of an expense."""

from __future__ import annotations

from datetime import date

import pytest

from portal.foundation.errors import RuleBroken
from portal.foundation.finding import Severity
from portal.funding.regimes import Certainty, DecidedSetting, RegimeStatus, SettingKey
from portal.funding.rules import check_expense, check_stage_move
from portal.funding.types import ExpenseStage
from tests.unit.funding.facts import blocking, by_rule, expense, federal, old_federal, parts, rules_in

NEW_YEAR_CASE = {
    "activity_on": date(2024, 12, 28),
    "invoice_on": date(2024, 12, 30),
    "imputed_on": date(2025, 1, 6),
}


def test_activity_and_invoice_in_2024_but_booked_in_2025_belongs_to_2025() -> None:
    assert blocking(check_expense(federal(year=2024, **NEW_YEAR_CASE))) == ["FED-PAY-4"]
    assert check_expense(federal(year=2025, **NEW_YEAR_CASE)) == []


def test_booked_in_2026_belongs_to_no_federal_year() -> None:
    late = {"invoice_on": date(2025, 12, 30), "imputed_on": date(2026, 1, 6)}
    assert blocking(check_expense(federal(year=2025, **late))) == ["FED-PAY-6"]
    assert blocking(check_expense(federal(year=2026, **late))) == ["FED-END"]


def test_booked_in_2026_belongs_to_2026_when_the_end_is_out_of_force() -> None:
    undone = RegimeStatus("FED-END", False, Certainty.CONFIRMED, "Arrest")
    late = federal(year=2025, invoice_on=date(2025, 12, 30), imputed_on=date(2026, 1, 6))
    assert blocking(check_expense(late, overrides=[undone])) == ["FED-PAY-4"]


def test_the_days_of_2009_are_found_nowhere_so_they_refuse_nobody_until_somebody_decides() -> None:
    late = old_federal(year=2009, invoice_on=date(2010, 2, 1), activity_on=None)
    told = by_rule(check_expense(late), "FED-LIFE-2")
    assert (told.severity, told.certainty) == (Severity.WARNING, Certainty.ASSUMED)
    decided = DecidedSetting(
        "FED-OLD", SettingKey.PERIOD_START_MONTH, 1, 2009, 2009, Certainty.CONFIRMED, "Koninklijk besluit"
    )
    told = by_rule(check_expense(late, overrides=[decided]), "FED-LIFE-2")
    assert (told.severity, told.certainty) == (Severity.ERROR, Certainty.CONFIRMED)


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2024, 12, 31)])
def test_the_first_and_the_last_day_of_the_year_count(day: date) -> None:
    assert check_expense(federal(imputed_on=day, invoice_on=None)) == []


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2025, 1, 1)])
def test_flemish_money_is_spent_in_the_calendar_year_too(day: date) -> None:
    finding = by_rule(check_expense(expense(imputed_on=day, invoice_on=None)), "FL-SPEND-5")
    assert (finding.severity, finding.field) == (Severity.ERROR, "imputed_on")


def test_an_expense_without_stream_still_has_its_year() -> None:
    assert "FL-SPEND-5" in rules_in(check_expense(expense(parts=(), imputed_on=date(2023, 5, 1), invoice_on=None)))


def test_an_expense_on_both_moneys_breaks_both_rules() -> None:
    both = expense(parts=parts(drawing_right=500, federal_modules=500), imputed_on=date(2025, 2, 1))
    assert blocking(check_expense(both)) == ["FED-PAY-4", "FL-SPEND-5"]


def test_a_federal_expense_alone_does_not_break_the_flemish_rule() -> None:
    assert "FL-SPEND-5" not in rules_in(check_expense(federal(imputed_on=date(2025, 2, 1))))


def child_poverty(**dates: date | None) -> list[tuple[str, Severity]]:
    facts = old_federal(parts=parts(federal_old_child_poverty=1_000), **dates)
    return [(finding.rule, finding.severity) for finding in check_expense(facts)]


def test_child_poverty_in_the_old_years_is_refused_when_booking_and_invoice_are_both_outside() -> None:
    assert child_poverty(imputed_on=date(2015, 2, 1), invoice_on=date(2015, 1, 9)) == [("FED-PAY-5", Severity.ERROR)]
    assert child_poverty(imputed_on=date(2015, 2, 1), invoice_on=None) == [("FED-PAY-5", Severity.ERROR)]


def test_child_poverty_in_the_old_years_is_flagged_when_one_of_both_is_outside() -> None:
    warned = [("FED-PAY-5", Severity.WARNING)]
    assert child_poverty(imputed_on=date(2015, 1, 9), invoice_on=date(2014, 12, 20)) == warned
    assert child_poverty(imputed_on=date(2014, 1, 9), invoice_on=date(2013, 12, 20)) == warned
    assert child_poverty(imputed_on=date(2014, 3, 1), invoice_on=date(2014, 2, 1)) == []


def test_until_2008_a_federal_year_ran_from_may_to_april_by_invoice_or_activity() -> None:
    def found(invoice_on: date | None, activity_on: date | None = None) -> list[str]:
        facts = old_federal(year=2007, invoice_on=invoice_on, activity_on=activity_on, imputed_on=None)
        return rules_in(check_expense(facts))

    assert found(date(2008, 4, 30)) == []
    assert found(date(2007, 5, 1)) == []
    assert found(date(2008, 5, 3), date(2008, 4, 20)) == []
    assert found(date(2007, 4, 30)) == ["FED-LIFE-2"]
    assert found(date(2008, 5, 1)) == ["FED-LIFE-2"]
    assert found(None) == ["FED-LIFE-2"]


def test_what_is_booked_has_a_booking_date() -> None:
    for stage in (ExpenseStage.BOOKED, ExpenseStage.JUSTIFIED):
        finding = by_rule(check_expense(expense(stage=stage, imputed_on=None)), "MONEY-5")
        assert (finding.severity, finding.field) == (Severity.ERROR, "imputed_on")


def test_what_is_only_committed_needs_no_booking_date() -> None:
    assert check_expense(expense(stage=ExpenseStage.COMMITTED, imputed_on=None)) == []


def test_a_booking_date_on_something_committed_is_a_warning() -> None:
    findings = check_expense(expense(stage=ExpenseStage.COMMITTED))
    assert [(one.rule, one.severity, one.field) for one in findings] == [("MONEY-5", Severity.WARNING, "stage")]


def test_an_invoice_later_than_its_booking_is_a_warning() -> None:
    findings = check_expense(expense(invoice_on=date(2024, 6, 1), imputed_on=date(2024, 5, 1)))
    assert [(one.rule, one.severity, one.field) for one in findings] == [("MONEY-5", Severity.WARNING, "invoice_on")]


def test_stages_follow_each_other_and_a_report_can_come_back() -> None:
    check_stage_move(ExpenseStage.COMMITTED, ExpenseStage.BOOKED)
    check_stage_move(ExpenseStage.BOOKED, ExpenseStage.JUSTIFIED)
    check_stage_move(ExpenseStage.JUSTIFIED, ExpenseStage.BOOKED)
    check_stage_move(ExpenseStage.BOOKED, ExpenseStage.COMMITTED)


@pytest.mark.parametrize(
    ("current", "wanted"),
    [
        (ExpenseStage.COMMITTED, ExpenseStage.JUSTIFIED),
        (ExpenseStage.JUSTIFIED, ExpenseStage.COMMITTED),
        (ExpenseStage.BOOKED, ExpenseStage.BOOKED),
    ],
)
def test_a_move_outside_the_table_is_refused(current: ExpenseStage, wanted: ExpenseStage) -> None:
    with pytest.raises(RuleBroken) as refused:
        check_stage_move(current, wanted)
    assert refused.value.field == "stage"
