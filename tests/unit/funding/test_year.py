"""The rules on a whole year: too much, too little, missing, double."""

from __future__ import annotations

from datetime import date

import pytest

from portal.foundation.finding import Severity
from portal.foundation.wording import Euros
from portal.funding.regimes import Certainty, RegimeStatus
from portal.funding.rules import check_year
from portal.funding.types import AllocatedPart, ExpenseFacts, ExpenseStage, YearFacts
from tests.unit.funding.facts import (
    INVESTMENT,
    by_rule,
    expense,
    federal,
    grant,
    of_year,
    old_federal,
    parts,
    rules_in,
)

DRAWING = grant("drawing-right", 1_000)
OWN = grant("co-financing", 1_000)


def found(facts: YearFacts) -> list[tuple[str, Severity]]:
    return [(finding.rule, finding.severity) for finding in check_year(facts)]


def test_a_year_in_order_has_no_finding() -> None:
    assert found(of_year(grants=[DRAWING, OWN], expenses=[expense()])) == []
    assert found(YearFacts(2024)) == []


def test_an_overspent_grant_is_an_error_once_it_is_booked() -> None:
    twice = [
        expense(),
        expense(invoice_cents=1, description="Lidgeld van de voetbalclub", parts=parts(drawing_right=0.01)),
    ]
    finding = by_rule(check_year(of_year(grants=[DRAWING, OWN], expenses=twice)), "MONEY-2")
    assert finding.severity is Severity.ERROR
    assert finding.sentence.params["over"] == Euros(1)


def test_an_overspent_grant_is_a_warning_while_it_is_promised_or_planned() -> None:
    promised = expense(stage=ExpenseStage.COMMITTED, parts=parts(drawing_right=1), description="Bus")
    assert found(of_year(grants=[DRAWING, OWN], expenses=[expense(), promised])) == [("MONEY-2", Severity.WARNING)]
    planned = (AllocatedPart("drawing-right", 1_000_01),)
    assert found(of_year(grants=[DRAWING, OWN], planned=planned)) == [("MONEY-2", Severity.WARNING)]


def test_more_own_money_than_foreseen_is_only_a_warning() -> None:
    own = [expense(parts=parts(co_financing=1_000)), expense(parts=parts(co_financing=1), description="Bus")]
    assert found(of_year(grants=[DRAWING, OWN], expenses=own)) == [("MONEY-2", Severity.WARNING)]


def test_money_may_be_shifted_between_federal_clusters_but_not_beyond_the_whole() -> None:
    grants = [grant("federal-participation", 500), grant("federal-modules", 500)]
    assert found(of_year(grants=grants, expenses=[federal()])) == [("FED-CLUS-5", Severity.HINT)]
    more = federal(parts=parts(federal_modules=1), description="Kooklessen voor gezinnen")
    assert found(of_year(grants=grants, expenses=[federal(), more])) == [("MONEY-2", Severity.ERROR)]


def test_a_stream_in_use_without_grant_is_named() -> None:
    assert found(of_year(expenses=[expense()])) == [("MONEY-3", Severity.WARNING)]
    assert found(of_year(expenses=[federal()])) == [("MONEY-3", Severity.WARNING)]
    assert found(of_year(expenses=[expense(parts=parts(co_financing=1_000))])) == [("MONEY-3", Severity.HINT)]
    assert found(of_year(expenses=[expense(parts=parts(other=1_000))])) == []


def test_a_grant_on_a_stream_that_the_year_does_not_have_is_refused() -> None:
    facts = of_year(year=2026, grants=[grant("federal-participation", 1_000, 2026)])
    assert found(facts) == [("FED-END", Severity.ERROR)]
    undone = RegimeStatus("FED-END", False, Certainty.CONFIRMED, "Arrest")
    assert "FED-END" not in rules_in(check_year(facts, overrides=[undone]))


@pytest.mark.parametrize(
    ("today", "severity"),
    [
        (date(2024, 3, 1), Severity.HINT),
        (date(2024, 11, 21), Severity.WARNING),
        (date(2024, 12, 31), Severity.WARNING),
        (date(2025, 1, 1), Severity.WARNING),
        (None, Severity.WARNING),
    ],
)
def test_federal_money_that_is_left_goes_back(today: date | None, severity: Severity) -> None:
    facts = of_year(grants=[grant("federal-participation", 1_500)], expenses=[federal()], today=today)
    finding = by_rule(check_year(facts), "FED-PAY-3")
    assert finding.severity is severity
    assert finding.sentence.params["left"] == Euros(500_00)


def test_promised_federal_money_is_not_spent_yet() -> None:
    promised = federal(stage=ExpenseStage.COMMITTED)
    facts = of_year(grants=[grant("federal-participation", 1_000)], expenses=[promised], today=date(2025, 2, 1))
    assert found(facts) == [("FED-PAY-3", Severity.WARNING)]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2024, 3, 1), []),
        (date(2024, 11, 21), [("FL-SPEND-5", Severity.WARNING)]),
        (date(2025, 1, 1), [("FL-PROC-7", Severity.WARNING)]),
    ],
)
def test_drawing_right_that_is_left_wants_a_plan_near_the_end(
    today: date, expected: list[tuple[str, Severity]]
) -> None:
    spent = [
        expense(parts=parts(drawing_right=500)),
        expense(parts=parts(co_financing=1_000), description="Bus"),
    ]
    assert found(of_year(grants=[DRAWING, OWN], expenses=spent, today=today)) == expected


@pytest.mark.parametrize(("promised", "said"), [(0, "500,00"), (200, "andere 300,00"), (500, None), (800, None)])
def test_drawing_right_that_is_left_tells_apart_what_is_promised(promised: int, said: str | None) -> None:
    spent = [expense(parts=parts(drawing_right=500))]
    waiting = [expense(parts=parts(drawing_right=promised), stage=ExpenseStage.COMMITTED, description="Kamp")]
    facts = of_year(grants=[DRAWING], expenses=spent + waiting * bool(promised), today=date(2024, 11, 21))
    sentences = [str(one.sentence) for one in check_year(facts) if one.rule == "FL-SPEND-5"]
    assert len(sentences) == (said is not None)
    if said:
        assert said in sentences[0]
        assert ("al beloofd" in sentences[0]) is bool(promised)


def test_expenses_that_no_stream_pays_are_counted() -> None:
    assert found(YearFacts(2024, unallocated=1)) == [("MONEY-4", Severity.WARNING)]
    finding = by_rule(check_year(YearFacts(2024, unallocated=3)), "MONEY-4")
    assert finding.sentence.params["number"] == 3


def investment(stream: str, euros: int, name: str) -> ExpenseFacts:
    return old_federal(kind=INVESTMENT, description=name, invoice_cents=euros * 100, parts=parts(**{stream: euros}))


def investments(*bought: ExpenseFacts) -> list[tuple[str, Severity]]:
    grants = [grant("federal-old-events", 10_000, 2014)]
    return [one for one in found(of_year(year=2014, grants=grants, expenses=bought)) if one[0] == "FED-INV-1"]


def test_one_investment_a_year_over_all_categories_together() -> None:
    first = investment("federal_old_events", 300, "Aankoop van een projector")
    second = investment("federal_old_ict", 201, "Aankoop van een computer")
    small = investment("federal_old_ict", 100, "Aankoop van een computer")
    assert investments(first) == []
    assert investments(first, second) == [("FED-INV-1", Severity.ERROR)]
    assert investments(first, small) == [("FED-INV-1", Severity.WARNING)]


def test_the_same_cost_twice_is_named_with_its_numbers() -> None:
    facts = of_year(
        grants=[grant("drawing-right", 2_000), grant("co-financing", 2_000)],
        expenses=[expense(), expense(description=" toegang tot  het zwembad voor Gezinnen")],
    )
    finding = by_rule(check_year(facts), "MONEY-6")
    assert finding.severity is Severity.WARNING
    assert finding.sentence.params["numbers"] == "1, 2"


def test_one_cost_over_two_streams_is_not_double() -> None:
    split = expense(parts=parts(drawing_right=500, co_financing=500))
    assert found(of_year(grants=[grant("drawing-right", 500), OWN], expenses=[split])) == []
