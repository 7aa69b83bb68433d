"""The sums of a year while expenses come in: what passes a grant is refused, and only for what it adds itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.foundation.finding import Severity
from portal.foundation.wording import Euros
from portal.funding.regimes import law_of_year
from portal.funding.rules import YearLedger, check_year, spent_parts
from portal.funding.types import ExpenseFacts, ExpenseStage, GrantFacts, YearFacts
from tests.unit.funding.facts import INVESTMENT, STAFF, federal, grant, of_year, old_federal, parts

POOL = [grant("federal-participation", 5_000), grant("federal-modules", 3_000), grant("federal-child-poverty", 4_500)]


def ledger(*grants: GrantFacts, held: tuple[ExpenseFacts, ...] = (), year: int = 2024) -> YearLedger:
    return YearLedger(law_of_year(year), grants, spent_parts(held))


def costing(euros: float, stream: str = "federal_participation", **more: object) -> ExpenseFacts:
    return federal(invoice_cents=round(euros * 100), parts=parts(**{stream: euros}), **more)


def test_half_a_million_on_a_pool_of_12500_is_refused_and_told_what_is_left() -> None:
    (finding,) = ledger(*POOL).take(spent_parts([costing(500_000)]))
    assert (finding.rule, finding.severity) == ("MONEY-2", Severity.ERROR)
    assert finding.field == "parts.federal-participation"
    assert finding.sentence.params["left"] == Euros(12_500_00)


def test_50000_on_a_drawing_right_of_7200_is_refused() -> None:
    (finding,) = ledger(grant("drawing-right", 7_200)).take(spent_parts([costing(50_000, "drawing_right")]))
    assert finding.sentence.params["left"] == Euros(7_200_00)


def test_a_pool_fills_up_to_the_cent_over_its_clusters() -> None:
    year = ledger(*POOL)
    assert year.take(spent_parts([costing(12_000)])) == []
    assert year.take(spent_parts([costing(500, "federal_modules")])) == []
    (finding,) = year.take(spent_parts([costing(0.01, "federal_child_poverty")]))
    assert finding.sentence.params["left"] == Euros(0)
    assert finding.field == "parts.federal-child-poverty"


def test_what_is_refused_is_not_counted() -> None:
    year = ledger(*POOL)
    assert year.take(spent_parts([costing(12_501)]))
    assert year.take(spent_parts([costing(12_500)])) == []


def test_a_promise_does_not_block_and_booking_it_does() -> None:
    promised = costing(20_000, stage=ExpenseStage.COMMITTED)
    year = ledger(*POOL)
    (warned,) = year.take(spent_parts([promised]))
    assert (warned.rule, warned.severity) == ("MONEY-2", Severity.WARNING)
    assert "beloofd" not in str(warned.sentence)  # nobody else was promised anything
    (refused,) = year.take(spent_parts([costing(20_000)]), spent_parts([promised]))
    assert refused.blocks
    assert "kies ook een andere bron" in str(refused.sentence)


def test_money_that_was_promised_to_others_is_warned_of_and_not_refused() -> None:
    held = (costing(487.20, "drawing_right"), costing(690, "drawing_right", stage=ExpenseStage.COMMITTED))
    year = ledger(grant("drawing-right", 1_200), held=held)
    assert year.take(spent_parts([costing(22.80, "drawing_right")])) == []
    year = ledger(grant("drawing-right", 1_200), held=held)
    (finding,) = year.take(spent_parts([costing(500, "drawing_right")]))
    assert (finding.severity, finding.field) == (Severity.WARNING, "parts.drawing-right")
    told = {name: finding.sentence.params[name] for name in ("left", "promised", "asked")}
    assert told == {"left": Euros(22_80), "promised": Euros(690_00), "asked": Euros(500_00)}
    (again,) = year.take(spent_parts([costing(500, "drawing_right")]), spent_parts([costing(500, "drawing_right")]))
    assert again == finding  # saving it once more says the same
    assert year.take(spent_parts([costing(22.80, "drawing_right")]), spent_parts([costing(500, "drawing_right")])) == []


def test_promises_on_own_money_are_never_too_much() -> None:
    held = (costing(690, "co_financing", stage=ExpenseStage.COMMITTED),)
    assert ledger(grant("co-financing", 700), held=held).take(spent_parts([costing(500, "co_financing")])) == []


def test_a_change_that_does_not_make_it_worse_is_let_through() -> None:
    old = costing(20_000)
    year = ledger(*POOL, held=(old,))
    assert year.take(spent_parts([costing(15_000)]), spent_parts([old])) == []
    (finding,) = year.take(spent_parts([costing(15_000.01)]), spent_parts([costing(15_000)]))
    assert finding.sentence.params["left"] == Euros(12_500_00)


@pytest.mark.parametrize("stream", ["co_financing", "other"])
def test_own_and_other_money_is_never_too_much(stream: str) -> None:
    assert ledger(grant(stream.replace("_", "-"), 10)).take(spent_parts([costing(500, stream)])) == []


def test_a_stream_without_amount_blocks_nothing_because_decrees_come_late() -> None:
    assert ledger().take(spent_parts([costing(500_000)])) == []
    assert len(ledger(grant("drawing-right", 0)).take(spent_parts([costing(1, "drawing_right")]))) == 1


def test_a_stream_of_another_year_is_left_to_the_rule_on_streams() -> None:
    assert ledger(*POOL, year=2026).take(spent_parts([costing(500_000)])) == []


@pytest.mark.parametrize(("year", "stream", "rule"), [(2014, "old_ict", "FED-INV-1"), (2018, "modules", "FED-INV-3")])
def test_investments_of_a_year_stay_together_under_500_euro(year: int, stream: str, rule: str) -> None:
    def bought(euros: int) -> ExpenseFacts:
        return costing(euros, f"federal_{stream}", year=year, kind=INVESTMENT)

    book = ledger(grant(f"federal-{stream}".replace("_", "-"), 9_000, year), held=(bought(300),), year=year)
    (finding,) = book.take(spent_parts([bought(201)]))
    assert (finding.rule, finding.severity) == (rule, Severity.ERROR)
    assert finding.sentence.params["left"] == Euros(200_00)
    assert book.take(spent_parts([bought(200)])) == []


def old_staff(kb: int, justified: int, staff: int, pooled_cents: int | None = None) -> list[str]:
    done = old_federal(invoice_cents=justified * 100, parts=parts(federal_old_events=justified))
    asked = old_federal(kind=STAFF, invoice_cents=staff * 100, parts=parts(federal_old_initiatives=staff))
    book = ledger(grant("federal-old-events", kb, 2014, pooled_cents), held=(done,), year=2014)
    return [finding.rule for finding in book.take(spent_parts([asked]))]


def test_staff_of_the_old_years_stays_under_the_lump_sum() -> None:
    assert old_staff(27_000, 26_000, 1_000) == []
    assert old_staff(27_000, 20_000, 2_001) == ["FED-STAFF-2"]
    assert old_staff(24_000, 20_000, 1) == ["FED-STAFF-1"]
    assert old_staff(24_000, 20_000, 2_000, pooled_cents=25_000_00) == []


def test_rows_together_give_the_finding_to_the_one_that_crosses_the_line() -> None:
    rows = [(spent_parts([costing(5_000)]), ()) for _ in range(3)]
    found = ledger(*POOL).take_together(rows)
    assert [len(one) for one in found] == [0, 0, 1]


def test_money_that_a_later_row_gives_back_is_there_for_an_earlier_one() -> None:
    held = costing(12_500)
    rows = [(spent_parts([costing(2_500)]), ()), (spent_parts([costing(10_000)]), spent_parts([held]))]
    assert ledger(*POOL, held=(held,)).take_together(rows) == [[], []]


def test_of_ten_thousand_rows_the_one_that_passes_the_grant_is_found() -> None:
    rows = [(spent_parts([costing(1)]), ()) for _ in range(10_000)]
    found = ledger(grant("federal-modules", 9_999)).take_together(rows)
    assert sum(map(len, found)) == 1


STREAMS = st.sampled_from(["federal_participation", "federal_modules", "drawing_right", "co_financing"])
COSTS = st.lists(st.builds(costing, st.integers(1, 40), STREAMS), max_size=8)


@settings(max_examples=60, deadline=None)
@given(costs=COSTS, federal_euros=st.integers(0, 60), flemish_euros=st.integers(0, 60))
def test_what_is_let_in_never_becomes_an_error_of_the_year(
    costs: list[ExpenseFacts], federal_euros: int, flemish_euros: int
) -> None:
    grants = [grant("federal-participation", federal_euros), grant("drawing-right", flemish_euros)]
    book = ledger(*grants)
    let_in: list[ExpenseFacts] = []
    for cost in costs:
        refused = book.take(spent_parts([cost]))
        year: YearFacts = of_year(grants=grants, expenses=[*let_in, cost])
        broken = [one for one in check_year(year) if one.rule == "MONEY-2" and one.blocks]
        assert bool(refused) == bool(broken)
        if not refused:
            let_in.append(cost)
