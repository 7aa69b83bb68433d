"""The position of each stream, and what was booked by the end of each month."""

from __future__ import annotations

from datetime import date

from portal.dashboards.money import measure_money, spent_by_month, total_position
from tests.unit.dashboards.rows import CLUSTER_A, DRAWING, OWN, grant, paid, planned

LAST_DAY = date(2025, 12, 31)


def test_committed_counts_everything_spent_what_is_booked_and_justified_what_is_reported() -> None:
    spent = [
        paid(1, 1, 100, stage="committed"),
        paid(2, 1, 20, stage="booked"),
        paid(3, 1, 3, stage="justified"),
    ]
    (one,) = measure_money([grant(DRAWING, 1_000)], [planned(1, 400)], spent)
    assert (one.granted_cents, one.planned_cents, one.committed_cents) == (1_000, 400, 123)
    assert (one.spent_cents, one.justified_cents, one.left_cents, one.unspent_cents) == (23, 3, 877, 977)


def test_a_stream_that_paid_more_than_it_has_is_below_zero() -> None:
    (one,) = measure_money([grant(DRAWING, 100)], [], [paid(1, 1, 150)])
    assert one.left_cents == -50


def test_two_legal_persons_of_one_stream_are_added() -> None:
    (one,) = measure_money([grant(OWN, 10, "ocmw"), grant(OWN, 5, "municipality")], [], [])
    assert one.granted_cents == 15


def test_streams_stand_in_the_given_order_and_unknown_ones_with_money_after_them() -> None:
    found = measure_money([grant("zeta", 1), grant("alfa", 1)], [], [], order=(OWN, DRAWING))
    assert [one.stream for one in found] == [OWN, DRAWING, "alfa", "zeta"]


def test_a_year_without_money_has_a_line_of_zeros_for_each_stream() -> None:
    (one,) = measure_money([], [], [], order=(CLUSTER_A,), spend_by={CLUSTER_A: LAST_DAY})
    assert (one.granted_cents, one.left_cents, one.spend_by) == (0, 0, LAST_DAY)


def test_the_total_names_the_first_date_at_which_money_is_still_unspent() -> None:
    dates = {DRAWING: date(2025, 6, 30), OWN: LAST_DAY}
    rows = measure_money([grant(DRAWING, 5), grant(OWN, 7)], [], [paid(1, 1, 5)], spend_by=dates)
    total = total_position(rows)
    assert (total.granted_cents, total.committed_cents, total.spend_by) == (12, 5, LAST_DAY)


def test_months_run_up_and_leave_out_promises_and_other_years() -> None:
    spent = [
        paid(1, 1, 10, imputed_on=date(2025, 2, 1)),
        paid(2, 1, 5, imputed_on=date(2025, 2, 28)),
        paid(3, 1, 1, imputed_on=date(2025, 12, 31)),
        paid(4, 1, 99, imputed_on=date(2025, 3, 1), stage="committed"),
        paid(5, 1, 99, imputed_on=date(2024, 3, 1)),
    ]
    assert spent_by_month(spent, 2025) == {DRAWING: (0, *(15,) * 10, 16)}
